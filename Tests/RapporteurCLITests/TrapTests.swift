import TestSupport
import Testing

/// What other validators were seen to call a success though nothing, or not all, had been checked.
@Suite struct `Never a success` {
    @Test(
        arguments: [
            (["validate", "empty"], 4), (["validate", "records", "--glob", "*.none"], 4),
            (["validate", "none"], 3),
            (["validate", "--files0-from", "nothing"], 4), (["validate", "--files0-from", "none"], 3),
            (["validate", "records/notes.md", "--syntax", "--from", "xml"], 1),
            (["validate", "--schema", "plain.xsd", "empty"], 4),
            (["validate", "--schema", "none.xsd", "records/a.xml"], 2),
            (["validate", "--schema", "unresolved.xsd", "records/a.xml"], 2),
            (["validate", "--schema", "twice.xsd", "records/a.xml"], 2),
            (["validate", "--schema", "records/a.xml", "records/a.xml"], 2),
            (["validate", "--schema", "broken.xsd", "records/a.xml"], 2),
            (["validate", "--schema", "empty.xsd", "records/a.xml"], 2),
            (["validate", "--schema", "plain.xsd", "records/a.xml"], 1),
            (["validate", "--baseline", "none", "records/a.xml"], 2),
            (["validate", "--config", "none", "records/a.xml"], 2), (["convert", "none.xml"], 3),
            (["prove", "none.xml"], 3),
        ] as [([String], Int32)])
    func `is what was not checked, or not whole`(arguments: [String], code: Int32) throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("empty")
        try folder.makeFolder("records")
        try folder.write("records/a.xml", Samples.smallXML.bytes)
        try folder.write("records/notes.md", "not xml")
        try folder.write("nothing", "")
        let head = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
        try folder.write("plain.xsd", "\(head)<xs:element name='r'/></xs:schema>")
        try folder.write(
            "unresolved.xsd",
            "\(head)<xs:import namespace='urn:a' schemaLocation='no.xsd'/><xs:element name='r'/></xs:schema>")
        try folder.write(
            "twice.xsd",
            "\(head)<xs:import namespace='urn:a' schemaLocation='a.xsd'/><xs:import namespace='urn:a' schemaLocation='b.xsd'/></xs:schema>"
        )
        for name in ["a", "b"] {
            try folder.write(
                "\(name).xsd",
                head.replacing("<xs:schema", by: "<xs:schema targetNamespace='urn:a'")
                    + "<xs:element name='\(name)'/></xs:schema>")
        }
        try folder.write("broken.xsd", "\(head)<xs:element name='r' type='t'/></xs:schema>")
        try folder.write("empty.xsd", "")
        let run = try ToolProcess(arguments, in: folder.path)
        #expect(run.ending == .exited(code), "\(run.outputText)\(run.errorText)")
        #expect(!run.outputText.contains(": valid\n"))
        #expect(run.outputText + run.errorText != "")
    }

    @Test(arguments: [255, 256, 257], ["text", "jsonl", "junit"])
    func `is a run with as many findings as would wrap an exit code around`(count: Int, form: String) throws {
        let body = String(repeating: "<paragraph lines='x'/>", count: count)
        let record = Samples.smallXML.replacing("<body/>", by: "<body>\(body)</body>")
        let run = try ToolProcess(["validate", "--report", form], input: record.bytes)
        #expect(run.ending == .exited(1))
    }

    @Test func `is a run with 256 invalid files, one of them twice`() throws {
        let folder = try TemporaryFolder(["a.xml": "<a/>".bytes])
        let run = try ToolProcess(
            ["validate", "--quiet"] + Array(repeating: "a.xml", count: 256), in: folder.path)
        #expect(run.ending == .exited(1))
        #expect(run.outputText.hasSuffix("256 inputs: 256 invalid. 256 findings: 256 errors.\n"))
    }

    @Test func `of a folder, only XML is taken for a schema of another vocabulary`() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        for name in ["a.xml", "b.json", "c.txt", "d.xsd"] { try folder.write("in/\(name)", "<r/>") }
        try folder.write(
            "s.xsd",
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='r'/></xs:schema>")
        let run = try ToolProcess(["validate", "--schema", "s.xsd", "in"], in: folder.path)
        #expect(run.outputText == "in/a.xml: valid\n")
        let all = try ToolProcess(
            ["validate", "--schema", "s.xsd", "in", "--glob", "*.json"], in: folder.path)
        #expect(all.outputText == "in/b.json: valid\n")
    }
}

@Suite struct `A report for people` {
    @Test func `can leave out what is valid, and count the codes`() throws {
        let folder = try Samples.records()
        try folder.write("bad.xml", Samples.bytes("bad-date.xml"))
        try folder.write("worse.xml", Samples.bytes("missing-href.xml"))
        let run = try ToolProcess(
            ["validate", "record.xml", "bad.xml", "worse.xml", "bad.xml", "--quiet", "--statistics"],
            in: folder.path)
        #expect(!run.outputText.contains("record.xml"))
        #expect(
            run.outputText.hasSuffix(
                """
                4 inputs: 1 valid, 3 invalid. 3 findings: 3 errors.
                2 schema-value in 2 inputs
                1 schema-attribute-missing in 1 input

                """))
        #expect(run.ending == .exited(1))
    }
}

@Suite struct `Completions` {
    @Test(arguments: ["bash", "zsh", "fish"])
    func `are printed for each shell, with every command`(shell: String) throws {
        let run = try ToolProcess(["--generate-completion-script", shell])
        for command in HelpText.commands { #expect(run.outputText.contains(command)) }
        #expect(run.outputText.contains("max-findings"))
        #expect(run.ending == .exited(0))
        guard shell == "bash" else { return }
        let folder = try TemporaryFolder(["script": run.output])
        let check = try ToolProcess(["-n", "script"], in: folder.path, program: "/bin/bash")
        #expect(check.ending == .exited(0))
        #expect(check.errorText == "")
    }
}
