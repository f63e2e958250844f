import TestSupport
import Testing

@Suite struct `Reports of a run` {
    @Test func `go to several files at once, and one to standard output`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(
            [
                "validate", "record.xml", "--report", "text", "--report", "json:a:b.json", "--report",
                "junit:./c.xml", "--report", "html:d.html",
            ], in: folder.path)
        #expect(run.outputText == "record.xml: valid\n")
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
        #expect(folder.names() == ["a:b.json", "c.xml", "d.html", "record.json", "record.xml"])
        #expect(try folder.read("d.html").starts(with: "<!DOCTYPE html>\n".utf8))
        #expect(try folder.read("c.xml").starts(with: "<?xml ".utf8))
    }

    @Test func `are not written to standard output where all have paths`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["validate", "record.xml", "--report", "sarif:a"], in: folder.path)
        #expect(run.outputText == "")
        #expect(run.ending == .exited(0))
    }

    @Test(arguments: [
        (["--report", "text", "--report", "json"], "Only one report goes to standard output"),
        (["--report", "text:-", "--report", "json"], "Only one report goes to standard output"),
        (["--report", "text:a", "--report", "json:a"], "Two reports go to a;"),
        (["--report", "json:"], "The value 'json:' is invalid for '--report <form[:path]>'."),
        (["--report", "JSON"], "The value 'JSON' is invalid for '--report <form[:path]>'."),
        (["--max-findings=-1"], "--max-findings is 0 or more."),
        (["--color", "blue"], "The value 'blue' is invalid for '--color <color>'."),
    ])
    func `that cannot be are wrong usage`(options: [String], message: String) throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["validate", "record.xml"] + options, in: folder.path)
        #expect(run.errorText.hasPrefix("Error: \(message)"), "\(run.errorText)")
        #expect(run.outputText == "")
        #expect(run.ending == .exited(2))
        #expect(folder.names() == ["record.json", "record.xml"])
    }

    @Test func `replace those of an earlier run, also where nothing was found to check`() throws {
        let folder = try Samples.records()
        try folder.write("report", "an earlier run")
        try folder.makeFolder("empty")
        let run = try ToolProcess(["validate", "empty", "--report", "json:report"], in: folder.path)
        let report = String(decoding: try folder.read("report"), as: UTF8.self)
        #expect(report.contains(#""inputs": 0,"#))
        #expect(report.contains(#""exitCode": 4"#))
        #expect(run.ending == .exited(4))
    }

    @Test func `that cannot be written fail the run, and the others are there`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(
            ["validate", "record.xml", "--report", "json:none/a", "--report", "junit:b"], in: folder.path)
        #expect(
            run.errorText
                == "rapporteur: none/a: The output cannot be written: No such file or directory.\n")
        #expect(run.ending == .exited(3))
        #expect(folder.names() == ["b", "record.json", "record.xml"])
    }

    @Test func `show a hundred findings of an input to people and all to machines`() throws {
        let foreign = String(repeating: "<p x=\"\"/>", count: 257)
        let record = Samples.smallXML.replacing(
            "<body/>", by: "<body><paragraph>\(foreign)</paragraph></body>")
        let run = try ToolProcess(["validate"], input: record.bytes)
        #expect(run.outputText.count(of: "[schema-attribute]") == 100)
        #expect(run.outputText.contains("<stdin>: and 157 more findings\n"))
        #expect(run.ending == .exited(1))
        let all = try ToolProcess(["validate", "--report", "jsonl"], input: record.bytes)
        #expect(all.outputText.count(of: #""code":"schema-attribute""#) == 257)
    }

    @Test(arguments: [("always", true), ("auto", false), ("never", false)])
    func `are coloured on a terminal, or where asked for`(color: String, isColored: Bool) throws {
        let run = try ToolProcess(["validate", "--color", color], input: Samples.bytes("base.json"))
        #expect(run.outputText.contains("\u{1B}[") == isColored)
    }
}

@Suite struct `rapporteur report` {
    private let files = ["base.xml", "null.json", "missing-href.xml", "none.xml"]

    @Test(arguments: ["text", "json", "jsonl", "sarif", "junit", "github", "html"])
    func `gives the bytes that the run itself gives`(form: String) throws {
        let direct = try ToolProcess(["validate", "--report", form] + files, in: Samples.folder)
        let stored = try ToolProcess(["validate", "--report", "jsonl"] + files, in: Samples.folder)
        // In another folder, where the inputs are not.
        let again = try ToolProcess(["report", "--as", form], input: stored.output, in: "/")
        #expect(again.output == direct.output)
        #expect(again.errorText == "")
        #expect(again.ending == .exited(0))
        #expect(direct.ending == .exited(3))
    }

    @Test func `renders what was stored of a run that was cut off, and says so`() throws {
        let stored = try ToolProcess(["validate", "--report", "jsonl", "base.xml"], in: Samples.folder)
        let lines = stored.outputText.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
        let run = try ToolProcess(["report"], input: lines.bytes)
        #expect(run.outputText == "base.xml: valid\n")
        #expect(
            run.errorText
                == "rapporteur: <stdin>: there is no summary, so the run did not end and inputs may be missing.\n"
        )
        #expect(run.ending == .exited(3))
    }

    @Test func `refuses what is no stored run`() throws {
        let run = try ToolProcess(["report"], input: Samples.bytes("base.json"))
        #expect(run.outputText == "")
        #expect(run.errorText.hasPrefix("<stdin>:1:"))
        #expect(run.ending == .exited(3))
    }
}
