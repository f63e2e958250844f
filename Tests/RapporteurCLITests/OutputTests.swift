import TestSupport
import Testing

@Suite struct `An output` {
    @Test func `is written under its name, with nothing left beside it`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["convert", "record.xml", "--output", "out.json"], in: folder.path)
        let printed = try ToolProcess(["convert", "record.xml"], in: folder.path)
        #expect(run.outputText == "")
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
        #expect(try folder.read("out.json") == printed.output)
        #expect(folder.names() == ["out.json", "record.json", "record.xml"])
    }

    @Test(
        arguments: [
            (
                [], 3, "old", "rapporteur: out.json: The file exists already.\n"
            ),
            (["--if-exists", "error"], 3, "old", "rapporteur: out.json: The file exists already.\n"),
            (["--if-exists", "skip"], 0, "old", "rapporteur: out.json: exists already, left as it is.\n"),
            (["--if-exists", "replace"], 0, "new", ""),
        ] as [([String], Int32, String, String)])
    func `that exists is kept unless it is to be replaced`(
        options: [String], code: Int32, content: String, said: String
    ) throws {
        let folder = try Samples.records()
        try folder.write("out.json", "old")
        let run = try ToolProcess(["convert", "record.xml", "-o", "out.json"] + options, in: folder.path)
        #expect(run.ending == .exited(code))
        #expect(run.errorText == said)
        #expect((try folder.read("out.json") == "old".bytes) == (content == "old"))
        #expect(folder.names() == ["out.json", "record.json", "record.xml"])
    }

    @Test func `that exists is not touched by an input that fails`() throws {
        let folder = try TemporaryFolder(["out.json": "old".bytes, "bad.xml": Samples.bytes("null.json")])
        let run = try ToolProcess(
            ["convert", "bad.xml", "-o", "out.json", "--if-exists", "replace"], in: folder.path)
        #expect(run.ending == .exited(3))
        #expect(try folder.read("out.json") == "old".bytes)
        #expect(folder.names() == ["bad.xml", "out.json"])
    }

    @Test func `may take the place of its own input`() throws {
        let folder = try Samples.records()
        let expected = try ToolProcess(["convert", "record.xml", "--to", "xml"], in: folder.path).output
        let run = try ToolProcess(
            ["convert", "record.xml", "-o", "record.xml", "--if-exists", "replace"], in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(try folder.read("record.xml") == expected)
    }

    @Test(arguments: [
        ("none/out.json", "The output cannot be written: No such file or directory."),
        ("record.xml/out.json", "The output cannot be written: Not a directory."),
        ("folder", "This is a folder; the name of a file was expected."),
    ])
    func `that cannot be written is named with the reason`(path: String, reason: String) throws {
        let folder = try Samples.records()
        try folder.makeFolder("folder")
        let run = try ToolProcess(
            ["convert", "record.xml", "-o", path, "--if-exists", "replace"], in: folder.path)
        #expect(run.errorText == "rapporteur: \(path): \(reason)\n")
        #expect(run.ending == .exited(3))
        #expect(folder.names() == ["folder", "record.json", "record.xml"])
        #expect(folder.names(in: "folder") == [])
    }

    @Test func `that cannot be written to its end leaves nothing behind`() throws {
        let folder = try Samples.records()
        // The shell allows files of one block of 512 bytes, and the record in JSON is longer.
        let command = "ulimit -f 1; exec \(ToolProcess.path) convert record.xml -o out.json"
        let run = try ToolProcess(["-c", command], in: folder.path, program: "/bin/sh")
        #expect(run.errorText == "rapporteur: out.json: The output cannot be written: File too large.\n")
        #expect(run.ending == .exited(3))
        #expect(folder.names() == ["record.json", "record.xml"])
    }

    @Test func `that is not a plain file is written to, and not replaced`() throws {
        let folder = try Samples.records()
        try folder.write("target.json", "old")
        try folder.makeLink("link.json", to: "target.json")
        let run = try ToolProcess(
            ["convert", "record.xml", "-o", "link.json", "--if-exists", "replace"], in: folder.path)
        #expect(run.ending == .exited(0))
        let target = try folder.read("target.json")
        #expect(target.first == UInt8(ascii: "{"))
    }

    @Test func `may have a name as long as the file system allows`() throws {
        let folder = try Samples.records()
        let name = String(repeating: "n", count: 250) + ".json"
        let run = try ToolProcess(["convert", "record.xml", "-o", name], in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(folder.names().allSatisfy { !$0.hasPrefix(".") })
    }

    @Test func `goes to standard output for a dash`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["convert", "record.xml", "-o", "-"], in: folder.path)
        #expect(run.outputText.hasPrefix("{\n  \"type\""))
        #expect(folder.names() == ["record.json", "record.xml"])
    }
}

@Suite struct `Several outputs` {
    @Test func `go into a folder under the names of their inputs`() throws {
        let folder = try TemporaryFolder([
            "a.xml": Samples.smallXML.bytes, "b.old.json": Samples.smallJSON.bytes,
        ])
        try folder.makeFolder("out")
        let arguments = ["convert", "a.xml", "b.old.json", "--to", "ndjson", "--output-directory", "out"]
        let run = try ToolProcess(arguments, in: folder.path)
        #expect(run.outputText == "")
        #expect(
            run.errorText == """
                2 inputs, 2 outputs
                  converted  2
                journal: out/.rapporteur-journal.jsonl

                """)
        #expect(run.ending == .exited(0))
        #expect(folder.names(in: "out") == [".rapporteur-journal.jsonl", "a.ndjson", "b.old.ndjson"])
    }

    @Test func `are written for the good inputs among bad ones`() throws {
        let folder = try TemporaryFolder([
            "a.xml": Samples.smallXML.bytes, "bad.xml": "<a>".bytes, "c.xml": Samples.smallXML.bytes,
        ])
        try folder.makeFolder("out")
        let inputs = ["a.xml", "none.xml", "bad.xml", "c.xml"]
        let run = try ToolProcess(["convert", "--output-directory", "out"] + inputs, in: folder.path)
        #expect(run.ending == .exited(3))
        #expect(folder.names(in: "out") == [".rapporteur-journal.jsonl", "a.json", "c.json"])
        #expect(run.errorText.contains("none.xml: error: "))
        #expect(run.errorText.contains("bad.xml:1:1: error: "))
    }

    @Test(
        arguments: [
            (["record.xml", "record.json"], ["--to", "xml"], "out/record.xml"),
            (["record.xml", "more/record.xml"], [], "out/record.json"),
            (["record.xml", "./record.xml"], ["--from", "xml"], "out/record.json"),
        ] as [([String], [String], String)])
    func `of one name are refused before the first is written`(
        inputs: [String], options: [String], output: String
    ) throws {
        let folder = try Samples.records()
        try folder.makeFolder("out")
        try folder.makeFolder("more")
        try folder.write("more/record.xml", Samples.smallXML)
        let run = try ToolProcess(
            ["convert"] + inputs + options + ["--output-directory", "out"], in: folder.path)
        #expect(
            run.errorText
                == "rapporteur: \(inputs[0]) and \(inputs[1]): both would be written to \(output).\n")
        #expect(run.ending == .exited(2))
        #expect(folder.names(in: "out") == [])
    }

    @Test func `of inputs that differ in their endings only are written where their formats differ`() throws {
        let folder = try Samples.records()
        try folder.makeFolder("out")
        let run = try ToolProcess(
            ["convert", "record.xml", "record.json", "--no-journal", "--output-directory", "out"],
            in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(folder.names(in: "out") == ["record.json", "record.xml"])
    }

    @Test func `whose names are canonically equal but not the same are both written`() throws {
        let names = ["caf\u{E9}", "cafe\u{301}"]
        let folder = try TemporaryFolder()
        for name in names { try folder.write(name + ".xml", Samples.smallXML) }
        try folder.makeFolder("out")
        let run = try ToolProcess(
            ["convert", "--no-journal", "--output-directory", "out"] + names.map { $0 + ".xml" },
            in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(folder.names(in: "out").count == 2)
    }
}

@Suite struct `A standard output that takes nothing` {
    static let commands: [[String]] = [
        ["convert", "record.xml"], ["validate", "record.xml"],
        ["validate", "--report", "json", "record.xml"],
        ["validate", "--report", "jsonl", "record.xml"], ["facts", "record.xml"],
        ["facts", "--csv", "lists", "record.xml"], ["prove", "record.xml"], ["schema", "xsd"],
        ["schema", "json"], ["doctor"], ["--version"], ["--version", "--json"], ["--help"],
        ["help", "convert"],
        ["validate", "--help"], ["validate", "record.xml", "--list"], ["canonicalize", "record.xml"],
        ["schema", "journal"], ["convert", "record.xml", "--dry-run", "--output-directory", "out"],
    ]

    @Test(arguments: commands)
    func `because its device is full, is a failed output`(arguments: [String]) throws {
        try expectFailure(of: arguments, .file("/dev/full"), "No space left on device")
    }

    @Test(arguments: commands)
    func `because nobody reads it any more, is a failed output and no crash`(arguments: [String]) throws {
        try expectFailure(of: arguments, .closedPipe, "Broken pipe")
    }

    @Test(arguments: commands)
    func `because it is closed, is a failed output`(arguments: [String]) throws {
        try expectFailure(of: arguments, .none, "Bad file descriptor")
    }

    private func expectFailure(
        of arguments: [String], _ output: ToolProcess.Output, _ reason: String
    ) throws {
        let folder = try Samples.records()
        let run = try ToolProcess(arguments, in: folder.path, output: output)
        #expect(run.errorText == "rapporteur: <stdout>: The output cannot be written: \(reason).\n")
        #expect(run.ending == .exited(3))
    }
}
