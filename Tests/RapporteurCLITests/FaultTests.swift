import TestSupport
import Testing

@testable import MeetingReports

/// What a batch leaves when the system fails it: whole files or none, a message, and an exit code that is not 0.
@Suite struct `A batch that the system fails` {
    private static let canMount =
        isRoot
        && (try? ToolProcess(
            ["-c", "mount -t tmpfs none . && umount \"$PWD\""], environment: ["PATH=/usr/bin:/bin:/usr/sbin"],
            in: TemporaryFolder().path, program: "/bin/sh"
        ).ending) == .exited(0)

    /// Runs a shell script in a folder, with the tool as `$tool`.
    private func shell(_ script: String, in folder: TemporaryFolder) throws -> ToolProcess {
        try ToolProcess(
            ["-c", script], environment: ["PATH=/usr/bin:/bin:/usr/sbin", "tool=\(ToolProcess.path)"],
            in: folder.path, program: "/bin/bash")
    }

    @Test(.enabled(if: canMount, "needs the right to mount"))
    func `because the device is full, leaves whole files only and says so`() throws {
        let folder = try BatchFolder.make(40)
        let whole = try shell("$tool convert in --to json --output-directory whole", in: folder)
        #expect(whole.ending == .exited(3))
        let expected = try BatchFolder.tree(folder, "whole")
        // The outputs take about four times the room that there is; the journal has room elsewhere.
        let run = try shell(
            """
            mkdir full && mount -t tmpfs -o size=160k none full
            $tool convert in --to json --output-directory full/out --journal journal.jsonl; code=$?
            cp -r full/out out; umount full
            $tool convert in --to json --output-directory full/out --journal journal.jsonl --resume --quiet 2> again
            exit $code
            """, in: folder)
        #expect(run.ending == .exited(3))
        #expect(run.errorText.contains("The output cannot be written: No space left on device."))
        let left = try BatchFolder.tree(folder, "out")
        #expect(!left.isEmpty && left.count < expected.count)
        for (name, bytes) in left { #expect(expected[name] == bytes, "\(name)") }
        let outcomes = try BatchFolder.outcomes(folder, "journal.jsonl")
        #expect(outcomes.prefix(40).count { $0.kind == .converted } == left.count)
        // With room again, the same folder is what it would have been.
        #expect(try BatchFolder.tree(folder, "full/out") == expected)
    }

    @Test(.enabled(if: canMount, "needs the right to mount"))
    func `because the journal has no room, stops and says so`() throws {
        let folder = try BatchFolder.make(200)
        let run = try shell(
            """
            mkdir full && mount -t tmpfs -o size=16k none full
            $tool convert in --to json --output-directory out --journal full/journal.jsonl 2> messages; code=$?
            umount full; tail -n 30 messages >&2; exit $code
            """, in: folder)
        #expect(run.ending == .exited(3))
        #expect(
            run.errorText.contains(
                "rapporteur: full/journal.jsonl: The output cannot be written: No space left on device. The run stops here.\n"
            ))
        #expect(try BatchFolder.tree(folder, "out").count < 160)
    }

    @Test(.enabled(if: canMount, "needs the right to mount"))
    func `because the target is read-only, writes nothing and says so`() throws {
        let folder = try BatchFolder.make(10)
        let run = try shell(
            """
            mkdir ro && mount -t tmpfs -o ro none ro
            $tool convert in --output-directory ro/out; code=$?
            umount ro; exit $code
            """, in: folder)
        #expect(run.errorText == "rapporteur: ro/out: The folder cannot be made: Read-only file system.\n")
        #expect(run.ending == .exited(3))
    }

    @Test func `whose inputs vanish and change while it runs, says what it read`() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        for name in ["b", "c", "d"] { try folder.write("in/\(name).xml", Samples.bytes("base.xml")) }
        // The first input is a pipe, so that the run waits until the others have changed.
        let run = try shell(
            """
            mkfifo in/a.xml
            $tool convert in --jobs 1 --to json --output-directory out & tool=$!
            while [ ! -e out/.rapporteur-journal.jsonl ]; do sleep 0.01; done
            rm in/b.xml; echo '\(Samples.smallXML)' > in/c.xml; echo '\(Samples.smallXML)' > in/a.xml; wait $tool
            """, in: folder)
        #expect(run.ending == .exited(3))
        let outcomes = try BatchFolder.outcomes(folder, "out/.rapporteur-journal.jsonl")
        #expect(outcomes.map(\.kind.rawValue) == ["converted", "failed", "converted", "converted"])
        #expect(
            outcomes[1].reason
                == "in/b.xml: The file cannot be read: No such file or directory. [file-unreadable]")
        #expect(outcomes[2].digest == InputDigest(ofFile: folder.path + "/in/c.xml"))
        #expect(try folder.read("out/a.json") == (try folder.read("out/c.json")))
    }

    @Test func `to whom nobody listens, ends as it would`() throws {
        let folder = try BatchFolder.make(20)
        let run = try shell("$tool convert in --to json --output-directory out 2>&- >&-", in: folder)
        #expect(run.ending == .exited(3))
        #expect(try BatchFolder.tree(folder, "out").count == 16)
    }

    @Test func `takes a list of 100,000 names`() throws {
        let folder = try TemporaryFolder()
        let names = (0..<100_000).map { "folder \($0 % 100)/report \($0).xml" }.joined(separator: "\0")
        let run = try ToolProcess(
            ["convert", "--files0-from", "-", "--to", "json", "--dry-run", "--output-directory", "out"],
            input: names.bytes, in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(run.output.count { $0 == UInt8(ascii: "\n") } == 100_000)
        #expect(run.outputText.hasSuffix("folder 99/report 99999.xml -> out/folder 99/report 99999.json\n"))
    }
}

/// Measures that take minutes.
@Suite(.enabled(if: isFullRun, "runs with Scripts/test --full"), .serialized)
struct `A batch of 100,000 inputs` {
    @Test func `takes no more memory at the last than at the thousandth`() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        for group in 0..<100 { try folder.makeFolder("in/\(group)") }
        let record = try Samples.bytes("base.xml")
        for number in 0..<100_000 { try folder.write("in/\(number % 100)/r\(number).xml", record) }
        let script = """
            \(ToolProcess.path) convert in --jobs 2 --to json --quiet --journal journal --output-directory out & tool=$!
            count() { [ -e journal ] && wc -l < journal || echo 0; }
            memory() { sed -n 's/^VmRSS:[^0-9]*\\([0-9]*\\).*/\\1/p' /proc/$tool/status; }
            while [ $(count) -lt 1000 ]; do sleep 0.05; done; memory
            while [ $(count) -lt 99000 ]; do sleep 0.2; last=$(memory); done; echo $last
            wait $tool
            """
        let run = try ToolProcess(["-c", script], in: folder.path, program: "/bin/bash", minutes: 30)
        #expect(run.ending == .exited(0))
        let kilobytes = run.outputText.split(separator: "\n").compactMap { Int($0) }
        try #require(kilobytes.count == 2)
        print("memory at input 1,000 and 99,000: \(kilobytes) KiB")
        #expect(Double(kilobytes[1]) <= Double(kilobytes[0]) * 1.1)
        #expect(kilobytes[1] <= 100 * 1024)
    }
}
