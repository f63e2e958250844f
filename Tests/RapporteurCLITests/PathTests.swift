import TestSupport
import Testing

@Suite struct `A report that would take the place of an input` {
    @Test(arguments: [
        ["record.xml", "--report", "json:record.xml"],
        ["record.xml", "--report", "json:./folder/../record.xml"],
        ["record.xml", "--report", "json:soft.xml"], ["soft.xml", "--report", "json:record.xml"],
        ["record.xml", "--report", "json:hard.xml"], [".", "--report", "json:record.xml"],
        ["record.xml", "--write-baseline", "record.xml"],
        ["record.json", "--files0-from", "list", "--report", "html:list"],
        ["record.json", "--files0-from", "list", "--report", "html:record.xml"],
    ])
    func `is refused before anything is written`(arguments: [String]) throws {
        let folder = try Samples.records()
        try folder.makeFolder("folder")
        try folder.makeLink("soft.xml", to: "record.xml")
        try folder.makeHardLink("hard.xml", to: "record.xml")
        try folder.write("list", "record.xml\0")
        let before = try folder.names().filter { $0 != "folder" }.map { try folder.read($0) }
        let run = try ToolProcess(["validate"] + arguments, in: folder.path)
        #expect(run.ending == .exited(2))
        #expect(run.outputText == "")
        #expect(run.errorText.contains("This would take the place of the input "), "\(run.errorText)")
        #expect(try folder.names().filter { $0 != "folder" }.map { try folder.read($0) } == before)
    }

    @Test func `is refused where stored results are rendered`() throws {
        let folder = try Samples.records()
        let stored = try ToolProcess(["validate", "record.xml", "--report", "jsonl:a"], in: folder.path)
        #expect(stored.ending == .exited(0))
        let run = try ToolProcess(["report", "a", "--as", "html:./a"], in: folder.path)
        #expect(run.ending == .exited(2))
        #expect(try folder.read("a").starts(with: "{".utf8))
    }

    @Test(arguments: [["json:a", "html:./a"], ["json:a", "html:folder/../a"], ["json:a", "html:soft"]])
    func `and two reports to one path, too`(reports: [String]) throws {
        let folder = try Samples.records()
        try folder.makeFolder("folder")
        try folder.makeLink("soft", to: "a")
        if reports[1] == "html:soft" { try folder.write("a", "") }
        let run = try ToolProcess(
            ["validate", "record.xml"] + reports.flatMap { ["--report", $0] }, in: folder.path)
        #expect(run.ending == .exited(2))
        #expect(run.errorText.contains("Two reports go to "))
    }

    @Test func `but several may go to a device that keeps nothing`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(
            ["validate", "record.xml", "--report", "json:/dev/null", "--report", "html:/dev/null"],
            in: folder.path)
        #expect(run.ending == .exited(0))
    }
}

@Suite struct `A file whose name is not UTF-8` {
    /// A shell makes the file and runs the tool, since the arguments of a test are text.
    private func run(_ script: String) throws -> ToolProcess {
        let folder = try Samples.records()
        let bad = #"n=$(printf 'caf\351.xml'); mv record.xml "$n"; rm record.json; "#
        return try ToolProcess(
            ["-c", bad + script.replacing("rapporteur", by: ToolProcess.path)], in: folder.path,
            program: "/bin/sh")
    }

    @Test(arguments: [
        #"rapporteur validate "$n""#, "rapporteur validate --glob 'caf*' .", "rapporteur validate . ",
        #"printf '%s\0' "$n" | rapporteur validate --files0-from -"#,
    ])
    func `is read, and named with an escape`(script: String) throws {
        let run = try run(script)
        #expect(run.outputText.hasSuffix(#"caf\xE9.xml: valid"# + "\n"), "\(run.outputText)")
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
    }

    @Test(arguments: [
        ("json", #""file": "caf\\xE9.xml""#), ("jsonl", #""file":"caf\\xE9.xml""#),
        ("sarif", #""uri": "caf%E9.xml""#),
        ("junit", #"name="caf\xE9.xml""#), ("html", #"<bdi>caf\xE9.xml</bdi>"#),
        ("text", #"caf\xE9.xml: valid"#),
    ])
    func `is named in every form of report`(form: String, name: String) throws {
        let run = try run(#"rapporteur validate --report "# + form + #" "$n""#)
        #expect(run.outputText.contains(name), "\(run.outputText)")
        #expect(run.ending == .exited(0))
    }

    @Test func `is named where it is missing`() throws {
        let run = try run(#"rm "$n"; rapporteur validate "$n""#)
        #expect(
            run.outputText.hasPrefix(
                #"caf\xE9.xml: error: The file cannot be read: No such file or directory."#))
        #expect(run.ending == .exited(3))
    }
}
