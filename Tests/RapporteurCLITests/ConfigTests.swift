import TestSupport
import Testing

@Suite struct `A project's settings` {
    private static let settings = """
        {
          "failOn": "warning",
          "severity": { "duplicate-paragraph-number": "info", "empty-section": "warning" },
          "akomaNtoso": { "number": "5", "actors": { "World Office": "wo", "Bureau": "b" } }
        }
        """

    private static func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder([".rapporteur.json": settings.bytes])
        try folder.makeFolder("in")
        try folder.makeFolder("in/deep")
        try folder.write("in/deep/twice.xml", Samples.repeatedNumber)
        return folder
    }

    @Test func `are found upwards, and each is shown with where it came from`() throws {
        let folder = try Self.project()
        let run = try ToolProcess(
            ["config", "--severity", "empty-section=error"], in: folder.path + "/in/deep")
        let file = folder.path + "/.rapporteur.json"
        #expect(
            run.outputText == """
                failOn: warning (\(file))
                severity duplicate-paragraph-number: info (\(file))
                severity empty-section: error (--severity)
                baseline: none (default)
                akomaNtoso number: 5 (\(file))
                akomaNtoso actors, Bureau: b (\(file))
                akomaNtoso actors, World Office: wo (\(file))

                """)
        #expect(run.ending == .exited(0))
    }

    @Test(
        arguments: [
            ([], "valid", 0), (["--fail-on", "info"], "valid", 1),
            (["--severity", "duplicate-paragraph-number=warning"], "needs review", 1),
            (["--severity", "duplicate-paragraph-number=warning", "--fail-on", "error"], "needs review", 0),
            (["--config", "empty.json"], "needs review", 0),
        ] as [([String], String, Int32)])
    func `hold below their folder, and flags win over them`(
        options: [String], verdict: String, code: Int32
    ) throws {
        let folder = try Self.project()
        try folder.write("in/deep/empty.json", "{}")
        let run = try ToolProcess(["validate", "twice.xml"] + options, in: folder.path + "/in/deep")
        #expect(run.outputText.hasSuffix("twice.xml: \(verdict)\n"))
        #expect(run.ending == .exited(code))
    }

    @Test(
        arguments: [
            (#"{"fialOn": "warning"}"#, "1:2", "\"fialOn\" is no setting"),
            (#"{"failOn": "fatal"}"#, "1:12", "A severity was expected"),
            (
                #"{"severity": {"schema-value": "info"}}"#, "1:15",
                "is not a code whose severity can be changed"
            ),
            ("{", "1:2", "The JSON is not well-formed"),
        ])
    func `that cannot be used are wrong usage, with the place`(
        text: String, place: String, message: String
    ) throws {
        let folder = try TemporaryFolder([".rapporteur.json": text.bytes, "a.xml": Samples.smallXML.bytes])
        for command in [["validate", "a.xml"], ["config"]] {
            let run = try ToolProcess(command, in: folder.path)
            #expect(run.errorText.hasPrefix("\(folder.path)/.rapporteur.json:\(place): error: "))
            #expect(run.errorText.contains(message))
            #expect(run.outputText == "")
            #expect(run.ending == .exited(2))
        }
    }
}
