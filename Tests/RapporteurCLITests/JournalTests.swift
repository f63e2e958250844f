import TestSupport
import Testing

@testable import MeetingReports
@testable import RapporteurCLI

@Suite struct `A batch that is resumed` {
    static let convert = ["convert", "in", "--to", "xml", "--to", "json", "--output-directory", "out"]
    static let journal = "out/.rapporteur-journal.jsonl"

    @Test func `does nothing again that is done and unchanged`() throws {
        let folder = try BatchFolder.make(20)
        _ = try ToolProcess(Self.convert, in: folder.path)
        let before = try BatchFolder.tree(folder, "out")
        let times = try before.keys.map { try folder.modificationTime("out/" + $0) }
        let run = try ToolProcess(Self.convert + ["--resume"], in: folder.path)
        #expect(run.errorText.contains("20 inputs, 32 outputs\n  unchanged  16\n  invalid     4\n"))
        #expect(run.ending == .exited(3))
        #expect(try BatchFolder.tree(folder, "out") == before)
        #expect(try before.keys.map { try folder.modificationTime("out/" + $0) } == times)
    }

    @Test func `does again what changed, went missing, was altered or failed, and what is new`() throws {
        let folder = try BatchFolder.make(20)
        _ = try ToolProcess(Self.convert, in: folder.path)
        try folder.write("in/r4.json", Samples.smallJSON)
        try folder.remove("out/a/r5.xml")
        try folder.write("out/b/r6.json", "{}")
        try folder.write("in/a/r1.xml", Samples.smallXML)
        try folder.write("in/new.xml", Samples.smallXML)
        let run = try ToolProcess(Self.convert + ["--resume"], in: folder.path)
        // The altered output is not ours any more: it is replaced only by who says so.
        #expect(run.errorText.contains("rapporteur: out/b/r6.json: The file exists already.\n"))
        #expect(
            run.errorText.contains(
                "  converted     4\n  unchanged    13\n  invalid       3\n  not written   1\n"))
        let again = try ToolProcess(Self.convert + ["--resume", "--if-exists", "replace"], in: folder.path)
        #expect(again.errorText.contains("  converted   1\n  unchanged  17\n  invalid     3\n"))
        let fresh = try ToolProcess(Self.convert.dropLast() + ["fresh"], in: folder.path)
        #expect(fresh.ending == .exited(3))
        #expect(try BatchFolder.tree(folder, "out") == (try BatchFolder.tree(folder, "fresh")))
    }

    @Test func `does everything again with other options, in place of its own outputs`() throws {
        let folder = try BatchFolder.make(10)
        let one = ["convert", "in", "--to", "json", "--output-directory", "out"]
        _ = try ToolProcess(one, in: folder.path)
        let run = try ToolProcess(Self.convert + ["--resume"], in: folder.path)
        #expect(
            run.errorText.hasPrefix("rapporteur: 10 inputs were done with another version or other options"))
        #expect(run.errorText.contains("10 inputs, 16 outputs\n  converted  8\n  invalid    2\n"))
    }

    @Test func `counts what was found by the earlier run`() throws {
        let folder = try BatchFolder.make(10)
        let warning = ["--fail-on", "warning"]
        try folder.remove("in/a/r1.xml")
        try folder.remove("in/b/r2.xml")
        let first = try ToolProcess(Self.convert + warning, in: folder.path)
        let second = try ToolProcess(Self.convert + warning + ["--resume"], in: folder.path)
        #expect(first.ending == .exited(1))
        #expect(second.ending == .exited(1))
        for run in [first, second] {
            #expect(run.errorText.contains("findings\n  duplicate-paragraph-number  warning  2\n"))
        }
    }

    @Test(arguments: [
        "", "{", #"{"kind":"input","input":"in/r4"#, "\0\0\0\0", "no json\n", "{\"kind\":\"input\"}\n",
        "\n\n",
    ])
    func `passes over a line that was torn or damaged`(rest: String) throws {
        let folder = try BatchFolder.make(20)
        _ = try ToolProcess(Self.convert, in: folder.path)
        let expected = try BatchFolder.tree(folder, "out")
        var lines = try folder.read(Self.journal).split(separator: UInt8(ascii: "\n"))
        lines.removeLast(8)
        try folder.write(
            Self.journal, Array(lines.joined(separator: [UInt8(ascii: "\n")])) + "\n\(rest)".bytes)
        let run = try ToolProcess(Self.convert + ["--resume"], in: folder.path)
        #expect(run.ending == .exited(3))
        #expect(run.errorText.contains("20 inputs, 32 outputs\n"))
        #expect(try BatchFolder.tree(folder, "out") == expected)
        // What was torn is gone, and every line that was written since can be read.
        let last = try #require(try folder.read(Self.journal).split(separator: UInt8(ascii: "\n")).last)
        guard case .end(exitCode: 3, isInterrupted: false) = JournalLine(last) else {
            Issue.record("The journal does not end with the end of the run.")
            return
        }
    }

    @Test(arguments: ["A report.\n", "{\"kind\":\"header\"}\n", "[1]\n", "x"])
    func `never appends to a file that is no journal`(content: String) throws {
        let folder = try TemporaryFolder(["a.xml": Samples.smallXML.bytes, "notes": content.bytes])
        let run = try ToolProcess(
            ["convert", "a.xml", "--journal", "notes", "--output-directory", "out"], in: folder.path)
        #expect(run.errorText == "rapporteur: notes: The file is no journal, and is left as it is.\n")
        #expect(run.ending == .exited(3))
        #expect(try folder.read("notes") == content.bytes)
        #expect(folder.names(in: "out") == [])
    }

    @Test func `does not share its journal with a run that still writes it`() throws {
        let folder = try BatchFolder.make(10)
        _ = try ToolProcess(Self.convert, in: folder.path)
        let run = try ToolProcess(
            [
                "-c",
                "exec 9<\(Self.journal); flock 9; \(ToolProcess.path) \(Self.convert.joined(separator: " ")) --resume 9<&-",
            ],
            in: folder.path, program: "/bin/sh")
        #expect(run.errorText == "rapporteur: \(Self.journal): Another run is writing this journal.\n")
        #expect(run.ending == .exited(3))
    }

    @Test func `removes what a killed run left, and nothing else`() throws {
        let folder = try TemporaryFolder(["a.xml": Samples.smallXML.bytes])
        try folder.makeFolder("out")
        for name in [
            ".rapporteur-aB3dE9", ".rapporteur-longer-name", ".rapporteur-short", "rapporteur-aB3dE9",
        ] {
            try folder.write("out/\(name)", "x")
        }
        let run = try ToolProcess(
            ["convert", "a.xml", "--no-journal", "--output-directory", "out"], in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(
            folder.names(in: "out")
                == [".rapporteur-longer-name", ".rapporteur-short", "a.json", "rapporteur-aB3dE9"])
    }

    @Test(arguments: [("INT", 130), ("TERM", 143)] as [(String, Int32)])
    func `was stopped by a signal, finished what it had begun, and said so`(signal: String, code: Int32)
        throws
    {
        let folder = try BatchFolder.make(400)
        let command = "\(ToolProcess.path) \(Self.convert.joined(separator: " ")) --jobs 2"
        // The shell waits until the first outputs are there.
        let script = """
            set -m; \(command) & while [ ! -e out/r4.xml ]; do sleep 0.01; done; kill -\(signal) $!; wait $!
            """
        let stopped = try ToolProcess(
            ["-c", script], in: folder.path, program: "/bin/bash")
        #expect(stopped.ending == .exited(code))
        #expect(stopped.errorText.contains(" inputs were not begun. --resume goes on from here.\n"))
        let lines = try folder.read(Self.journal).split(separator: UInt8(ascii: "\n"))
        guard let last = lines.last, case .end(let exitCode, let isInterrupted) = JournalLine(last) else {
            Issue.record("The journal has no end.")
            return
        }
        #expect(exitCode == Int(code))
        #expect(isInterrupted)
        // Every output that is there stands in the journal.
        let outputs = try BatchFolder.outcomes(folder, Self.journal).flatMap(\.outputs).map(\.path)
        let tree = try BatchFolder.tree(folder, "out")
        #expect(Set(tree.keys.map { "out/" + $0 }) == Set(outputs))
        #expect(tree.count < 640)
        let resumed = try ToolProcess(Self.convert + ["--resume"], in: folder.path)
        #expect(resumed.errorText.contains("400 inputs, 640 outputs\n"))
    }
}

@Suite struct `A second signal` {
    @Test func `stops a batch at once, and the journal shows that it did not end`() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        try folder.write("in/b.xml", Samples.smallXML)
        // Nobody writes to the pipe, so that the first input is waited for.
        let script = """
            mkfifo in/a.xml; set -m
            \(ToolProcess.path) convert in --jobs 1 --to json --output-directory out & tool=$!
            while [ ! -e out/.rapporteur-journal.jsonl ]; do sleep 0.01; done
            sleep 0.2; kill -INT $tool; sleep 0.2; kill -0 $tool && kill -INT $tool; wait $tool
            """
        let run = try ToolProcess(["-c", script], in: folder.path, program: "/bin/bash")
        #expect(run.ending == .exited(130))
        #expect(folder.names(in: "out") == [".rapporteur-journal.jsonl"])
        let journal = try ToolProcess(["journal", "out/.rapporteur-journal.jsonl"], in: folder.path)
        #expect(journal.outputText.hasSuffix("The run did not end: --resume goes on from here.\n"))
    }
}

@Suite struct `The progress of a batch` {
    @Test(arguments: [
        (0, 10, 0, 0, "[--------------------] 0/10"),
        (5, 10, 1, 1000, "[##########----------] 5/10  5/s  1 failed  0:01 left"),
        (10, 10, 0, 2000, "[####################] 10/10  5/s"),
        (1, 2, 0, 7_505_000, "[##########----------] 1/2  7505 s each  2:05:05 left"),
        (100, 36_100, 0, 1000, "[--------------------] 100/36100  100/s  6:00 left"),
    ])
    func `names count, rate, failures and time left`(
        done: Int, total: Int, failed: Int, milliseconds: Int, text: String
    ) {
        #expect(Progress.text(done: done, of: total, failed: failed, milliseconds: milliseconds) == text)
    }

    @Test(arguments: [
        (500_000_000, 1_000_000_000, 10_000, "[##########----------] 500/1000 MB  50 MB/s  0:10 left"),
        (1_000_000_000, 1_000_000_000, 20_000, "[####################] 1000/1000 MB  50 MB/s"),
        (7_500_000, nil, 1500, "7 MB  5 MB/s"),
    ])
    func `of one input counts its bytes`(done: Int, total: Int?, milliseconds: Int, text: String) {
        #expect(Progress.text(done: done, of: total, .bytes, milliseconds: milliseconds) == text)
    }

    private static let script = "/usr/bin/script"

    @Test(.enabled(if: (try? readFile(script)) != nil, "needs script"), arguments: [false, true])
    func `is shown on a terminal only, and not if it is to be quiet`(isQuiet: Bool) throws {
        let folder = try BatchFolder.make(20)
        let command =
            "\(ToolProcess.path) convert in --to json --output-directory out\(isQuiet ? " --quiet" : "")"
        let run = try ToolProcess(["-qec", command, "/dev/null"], in: folder.path, program: Self.script)
        #expect(run.outputText.contains("] 20/20") == !isQuiet)
        #expect(run.ending == .exited(3))
    }

    @Test(
        .enabled(if: (try? readFile(script)) != nil, "needs script"),
        arguments: ["convert -o all.xml", "validate"])
    func `of a stream is shown on a terminal`(command: String) throws {
        let records = try readFile(packageFolder + "/Samples/records.ndjson")
        let folder = try TemporaryFolder(["all.ndjson": Array(repeatElement(records, count: 60).joined())])
        let run = try ToolProcess(
            ["-qec", "\(ToolProcess.path) \(command) all.ndjson", "/dev/null"], in: folder.path,
            program: Self.script)
        #expect(run.outputText.contains("] 0/"))
    }
}

/// A batch that is killed at any moment and resumed gives what it would have given.
@Suite(.serialized) struct `A batch that is killed` {
    /// Killed so many times, in so many inputs; more in a full run of the tests.
    private static let times = isFullRun ? 50 : 4
    private static let inputs = isFullRun ? 500 : 150

    @Test func `shows nothing half-written, and resumed gives the same bytes`() throws {
        let folder = try BatchFolder.make(Self.inputs)
        let arguments = ["convert", "in", "--to", "xml", "--to", "json", "--jobs", "2", "--output-directory"]
        let start = now()
        _ = try ToolProcess(arguments + ["whole"], in: folder.path)
        let milliseconds = now() - start
        let whole = try BatchFolder.tree(folder, "whole")
        #expect(whole.count == Self.inputs * 8 / 5)
        var generator = SeededGenerator(seed: 7)
        var partial = 0
        for _ in 0..<Self.times {
            let delay = Double(Int.random(in: 0...max(1, milliseconds), using: &generator)) / 1000
            let command = "\(ToolProcess.path) \(arguments.joined(separator: " ")) out"
            let killed = try ToolProcess(
                ["-c", "\(command) 2> /dev/null & sleep \(delay); kill -9 $!; wait $!"], in: folder.path,
                program: "/bin/bash")
            #expect(killed.ending == .exited(137) || killed.ending == .exited(3))
            let left = try BatchFolder.tree(folder, "out").filter { !$0.key.contains(".rapporteur-") }
            for (name, bytes) in left { #expect(whole[name] == bytes, "\(name) is half-written") }
            if !left.isEmpty, left.count < whole.count { partial += 1 }
            let resumed = try ToolProcess(arguments + ["out", "--resume"], in: folder.path)
            #expect(resumed.ending == .exited(3))
            #expect(resumed.errorText.contains("\(Self.inputs) inputs, \(whole.count) outputs\n"))
            #expect(try BatchFolder.tree(folder, "out") == whole)
            try folder.remove("out")
        }
        #expect(partial >= max(1, Self.times / 3), "the kills come in the middle")
    }
}
