import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `A batch` {
    static let toBoth = ["--to", "xml", "--to", "json", "--output-directory", "out"]

    @Test func `gives the same files and messages for every number of jobs`() throws {
        let folder = try BatchFolder.make(60)
        var expected: (tree: [String: [UInt8]], messages: String)?
        for jobs in ["1", "2", "8"] {
            let run = try ToolProcess(
                [
                    "convert", "in", "--jobs", jobs, "--to", "xml", "--to", "json", "--output-directory",
                    "out\(jobs)",
                ],
                in: folder.path)
            #expect(run.ending == .exited(3))
            #expect(run.output == [])
            let tree = try BatchFolder.tree(folder, "out\(jobs)")
            let messages = run.errorText.replacing("out\(jobs)", by: "out")
            // Of sixty inputs six are not XML, six invalid, and the others become two files each.
            #expect(tree.count == 96)
            #expect(messages.contains("\n  converted  48\n  invalid    12\n"))
            let first = expected ?? (tree, messages)
            expected = first
            #expect(tree == first.tree)
            #expect(messages == first.messages)
        }
    }

    @Test(arguments: ["text", "json", "jsonl", "sarif", "junit", "html"])
    func `is reported on in the same bytes for every number of jobs`(form: String) throws {
        let folder = try BatchFolder.make(60)
        let runs = try ["1", "2", "8"].map {
            try ToolProcess(["validate", "in", "-j\($0)", "--report", form], in: folder.path)
        }
        #expect(runs[0].ending == .exited(1))
        #expect(!runs[0].output.isEmpty)
        for run in runs {
            #expect(run.output == runs[0].output)
            #expect(run.ending == runs[0].ending)
            #expect(run.errorText == "")
        }
    }

    @Test func `keeps the tree of the inputs, and makes the folders`() throws {
        let folder = try BatchFolder.make(8)
        let run = try ToolProcess(
            ["convert", "in", "--to", "xml", "--output-directory", "new/out"], in: folder.path)
        #expect(run.ending == .exited(3))
        let tree = try BatchFolder.tree(folder, "new/out")
        #expect(
            tree.keys.sorted() == ["a/r5.xml", "b/c/r3.xml", "b/c/r7.xml", "b/r6.xml", "r0.xml", "r4.xml"])
    }

    @Test func `accounts for each input by the reason why it failed, in any order and again`() throws {
        let bad: [(name: String, bytes: [UInt8], outcome: String, code: String)] = [
            ("empty.xml", [], "invalid", "xml-empty"),
            ("cut.xml", String(Samples.smallXML.dropLast()).bytes, "invalid", "xml-not-well-formed"),
            ("doctype.xml", "<!DOCTYPE a><a/>".bytes, "invalid", "xml-doctype"),
            ("utf8.json", [0x7B, 0x22, 0xFF], "invalid", "json-invalid-utf8"),
            ("comma.json", "{\"a\":1,}".bytes, "invalid", "json-trailing-comma"),
            ("schema.xml", try Samples.bytes("bad-date.xml"), "invalid", "schema-value"),
            ("zero.txt", [0x41, 0], "invalid", "text-nul"), ("blank.txt", " ".bytes, "invalid", "text-empty"),
            ("deep.json", String(repeating: "[", count: 2000).bytes, "failed", "json-depth"),
        ]
        // A thousand inputs: 963 good ones, a file that is not there, and each of the bad ones four times.
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        for number in 0..<963 { try folder.write("in/good\(number).xml", Samples.smallXML) }
        for number in 0..<36 {
            try folder.write("in/bad\(number)-\(bad[number % 9].name)", bad[number % 9].bytes)
        }
        let names = folder.names(in: "in").map { "in/" + $0 }
        var journals: [[BatchOutcome]] = []
        for (number, order) in [names, names.reversed()].enumerated() {
            let run = try ToolProcess(
                ["convert", "--to", "ndjson", "--output-directory", "out\(number)", "gone.xml"] + order,
                in: folder.path)
            #expect(run.ending == .exited(3))
            #expect(
                run.errorText.contains(
                    "1,000 inputs, 963 outputs\n  converted  963\n  invalid     32\n  failed       5\n"))
            let journal = "out\(number)/.rapporteur-journal.jsonl"
            journals.append(try BatchFolder.outcomes(folder, journal))
            // Again, nothing is different: what failed fails, and what is done is done.
            let again = try ToolProcess(
                ["convert", "--to", "ndjson", "--output-directory", "out\(number)", "--resume", "gone.xml"]
                    + order, in: folder.path)
            #expect(again.ending == .exited(3))
            #expect(
                again.errorText.contains(
                    "1,000 inputs, 963 outputs\n  unchanged  963\n  invalid     32\n  failed       5\n"))
        }
        #expect(try BatchFolder.tree(folder, "out0") == BatchFolder.tree(folder, "out1"))
        for journal in journals {
            #expect(journal.count == 1_000)
            #expect(journal.count { $0.kind == .converted } == 963)
            for number in 0..<36 {
                let input = bad[number % 9]
                let path = "in/bad\(number)-\(input.name)"
                let outcome = try #require(journal.first { $0.input == path })
                #expect(outcome.kind.rawValue == input.outcome, "\(input.name)")
                #expect(outcome.findings.map(\.code) == [input.code], "\(input.name)")
                let reason = try #require(outcome.reason)
                #expect(reason.hasPrefix(path + ":") && reason.hasSuffix("[\(input.code)]"), "\(reason)")
                // Nothing to point at is there in an input without content.
                if !["xml-empty", "text-empty"].contains(input.code) {
                    let place = reason.dropFirst(path.utf8.count + 1).prefix { $0 != " " }
                    #expect(place.wholeMatch(of: /[0-9]+:[0-9]+:/) != nil, "\(reason)")
                }
                #expect(outcome.outputs == [])
            }
            let gone = try #require(journal.first { $0.input == "gone.xml" })
            #expect(
                gone.reason
                    == "gone.xml: The file cannot be read: No such file or directory. [file-unreadable]")
        }
    }

    @Test func `prints what it would do, and writes nothing`() throws {
        let folder = try TemporaryFolder(["a.xml": Samples.smallXML.bytes, "b.json": Samples.smallJSON.bytes])
        let arguments = ["convert", "a.xml", "b.json", "--output-directory", "out"]
        let dry = try ToolProcess(arguments + ["--dry-run"], in: folder.path)
        #expect(dry.outputText == "a.xml -> out/a.json\nb.json -> out/b.xml\n")
        #expect(dry.ending == .exited(0))
        #expect(folder.names() == ["a.xml", "b.json"])
        _ = try ToolProcess(
            ["convert", "a.xml", "--no-journal", "--output-directory", "out"], in: folder.path)
        for (existing, text) in [("error", "error"), ("skip", "stays"), ("replace", "is replaced")] {
            let again = try ToolProcess(arguments + ["--dry-run", "--if-exists", existing], in: folder.path)
            #expect(again.outputText == "a.xml -> out/a.json (exists: \(text))\nb.json -> out/b.xml\n")
        }
        #expect(folder.names(in: "out") == ["a.json"])
        for command in ["convert", "validate"] {
            let list = try ToolProcess([command, ".", "--list"], in: folder.path)
            #expect(list.outputText == "./a.xml\n./b.json\n./out/a.json\n")
            #expect(list.ending == .exited(0))
        }
    }

    @Test(
        arguments: [
            ("error", 3, "old", "not written"), ("skip", 0, "old", "skipped"),
            ("replace", 0, "new", "converted"),
        ] as [(String, Int32, String, String)])
    func `does with outputs that exist what it is told`(
        existing: String, code: Int32, content: String, outcome: String
    ) throws {
        let folder = try TemporaryFolder(["a.xml": Samples.smallXML.bytes, "b.xml": Samples.smallXML.bytes])
        try folder.makeFolder("out")
        try folder.write("out/a.json", "old")
        let run = try ToolProcess(
            ["convert", "a.xml", "b.xml", "--output-directory", "out", "--if-exists", existing],
            in: folder.path)
        #expect(run.ending == .exited(code))
        #expect((try folder.read("out/a.json") == "old".bytes) == (content == "old"))
        #expect(folder.names(in: "out").count == 3)
        let outcomes = try BatchFolder.outcomes(folder, "out/.rapporteur-journal.jsonl")
        #expect(outcomes.map(\.kind.rawValue) == [outcome, "converted"])
    }

    @Test func `refuses an output in the place of an input before it writes anything`() throws {
        let folder = try TemporaryFolder(["a.xml": Samples.smallXML.bytes, "b.json": Samples.smallJSON.bytes])
        let run = try ToolProcess(
            ["convert", "a.xml", "b.json", "--to", "ndjson", "--to", "xml", "--if-exists", "replace"]
                + ["--output-directory", "."], in: folder.path)
        #expect(
            run.errorText == "rapporteur: ./a.xml: this output of a.xml would be written over an input.\n")
        #expect(run.ending == .exited(2))
        #expect(folder.names() == ["a.xml", "b.json"])
    }

    @Test func `fails an input alone that is larger or takes longer than allowed`() throws {
        let folder = try TemporaryFolder([
            "a.xml": Samples.smallXML.bytes,
            "large.xml": (Samples.smallXML + String(repeating: " ", count: 200)).bytes,
        ])
        let size = Samples.smallXML.utf8.count
        let run = try ToolProcess(
            ["convert", "a.xml", "large.xml", "--max-bytes", "\(size)", "--output-directory", "out"],
            in: folder.path)
        #expect(run.ending == .exited(3))
        #expect(run.errorText.contains("large.xml: error: The input is larger than \(size) bytes"))
        #expect(folder.names(in: "out") == [".rapporteur-journal.jsonl", "a.json"])
        for command in [["convert", "--output-directory", "never"], ["validate"]] {
            let slow = try ToolProcess(
                command + ["a.xml", "large.xml", "--max-seconds", "0"], in: folder.path)
            #expect((slow.outputText + slow.errorText).count(of: "[time-limit]") == 2)
            #expect(slow.ending == .exited(3))
        }
    }

    @Test func `gives up an input alone that has more findings than allowed`() throws {
        let wrong =
            "<collection xmlns=\"urn:rapporteur:meeting-report:1\" version=\"1.0\">\n"
            + String(repeating: "<nothing/>\n", count: 5) + "</collection>\n"
        let folder = try TemporaryFolder(["a.xml": Samples.smallXML.bytes, "wrong.xml": wrong.bytes])
        for command in [["convert", "--output-directory", "out"], ["validate"]] {
            let run = try ToolProcess(
                command + ["wrong.xml", "a.xml", "--give-up-after", "2"], in: folder.path)
            #expect((run.outputText + run.errorText).count(of: "[finding-limit]") == 1)
            #expect(run.ending == .exited(3))
            let enough = try ToolProcess(["validate", "wrong.xml", "--give-up-after", "10"], in: folder.path)
            #expect(enough.ending == .exited(1))
        }
        #expect(folder.names(in: "out") == [".rapporteur-journal.jsonl", "a.json"])
    }

    @Test func `reads a sparse file of two GiB no further than its size`() throws {
        let folder = try TemporaryFolder(["a.xml": Samples.smallXML.bytes])
        try folder.makeSparse("huge.xml", size: 1 << 31)
        let run = try ToolProcess(["convert", ".", "--output-directory", "out"], in: folder.path)
        #expect(run.errorText.contains("huge.xml: error: The input is larger than 2147483647 bytes"))
        #expect(run.ending == .exited(3))
        #expect(folder.names(in: "out") == [".rapporteur-journal.jsonl", "a.json"])
    }

    @Test func `takes names of any characters, and links that go in circles`() throws {
        let names = [
            "with space.xml", "new\nline.xml", "tab\t.xml", "é😀.xml", "-dash.xml", "\"quote'.xml",
            "a;b$c.xml",
        ]
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        for name in names { try folder.write("in/\(name)", Samples.smallXML) }
        try folder.makeLink("in/loop", to: ".")
        try folder.makeLink("in/self.xml", to: "self.xml")
        let run = try ToolProcess(["convert", "in", "--output-directory", "out"], in: folder.path)
        #expect(run.ending == .exited(3))
        #expect(
            run.errorText.contains(
                "in/self.xml: error: The file cannot be read: Too many levels of symbolic links"))
        let tree = try BatchFolder.tree(folder, "out")
        #expect(Set(tree.keys) == Set(names.map { $0.replacing(".xml", by: ".json") }))
        let list = names.map { "in/" + $0 }.joined(separator: "\0")
        let listed = try ToolProcess(
            ["convert", "--files0-from", "-", "--output-directory", "out2"], input: list.bytes,
            in: folder.path)
        #expect(listed.ending == .exited(0))
        #expect(try BatchFolder.tree(folder, "out2/in") == tree)
    }

    @Test func `keeps the bytes of a name that is not UTF-8`() throws {
        let folder = try TemporaryFolder(["a.xml": Samples.smallXML.bytes])
        let make = try ToolProcess(
            ["-c", "cp a.xml \"$(printf 'caf\\351.xml')\""], in: folder.path, program: "/bin/sh")
        #expect(make.ending == .exited(0))
        let run = try ToolProcess(["convert", ".", "--output-directory", "out"], in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(run.errorText.contains("2 inputs, 2 outputs\n"))
        let look = try ToolProcess(
            ["-c", "cd out && cmp a.json \"$(printf 'caf\\351.json')\""], in: folder.path, program: "/bin/sh")
        #expect(look.ending == .exited(0))
    }

    @Test func `works with few file descriptors`() throws {
        let folder = try BatchFolder.make(200)
        let run = try ToolProcess(
            [
                "-c",
                "ulimit -n 64; exec \(ToolProcess.path) convert in --jobs 8 --to xml --output-directory out",
            ],
            in: folder.path, program: "/bin/sh")
        #expect(run.errorText.contains("  converted  160\n  invalid     40\n"))
        #expect(run.ending == .exited(3))
    }

    @Test func `reads back what it writes where it is told to, and withholds what is different`() throws {
        let folder = try TemporaryFolder([
            "a.xml": Samples.bytes("base.xml"), "b.xml": Samples.smallXML.bytes,
        ])
        let run = try ToolProcess(
            [
                "convert", "a.xml", "b.xml", "--to", "json", "--to", "text", "--verify", "--output-directory",
                "out",
            ],
            in: folder.path)
        // The sample has marks that a text cannot show, so that the text reads back as another record.
        #expect(
            run.errorText.contains("rapporteur: out/a.txt: Read back, the output is not what was written: "))
        #expect(run.ending == .exited(3))
        #expect(folder.names(in: "out").contains("a.json"))
        #expect(!folder.names(in: "out").contains("a.txt"))
        #expect(
            folder.names(in: "out").allSatisfy { !$0.hasPrefix(".rapporteur-") || $0.hasSuffix(".jsonl") })
    }
}
