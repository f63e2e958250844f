import TestSupport
import Testing

@Suite struct `A baseline` {
    private static func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        try folder.write("in/bad.xml", Samples.bytes("bad-date.xml"))
        try folder.write("in/twice.xml", Samples.repeatedNumber)
        let run = try ToolProcess(["validate", "in", "--write-baseline", "known.json"], in: folder.path)
        #expect(run.ending == .exited(1))
        return folder
    }

    @Test func `names files, codes and nodes, and no lines`() throws {
        let text = String(decoding: try Self.project().read("known.json"), as: UTF8.self)
        #expect(
            text == """
                {
                  "baselineVersion": "1.0",
                  "findings": [
                    {
                      "file": "in/bad.xml",
                      "code": "schema-value",
                      "node": "#tide-gauges meetingReport/masthead/issued/@value",
                      "count": 1
                    },
                    {
                      "file": "in/twice.xml",
                      "code": "duplicate-paragraph-number",
                      "node": "/meetingReport/body/paragraph[2]",
                      "count": 1
                    }
                  ]
                }

                """)
    }

    @Test(
        arguments: [
            (".", ["in"]), (".", ["./in/bad.xml", "in/../in/twice.xml"]),
            ("in", [".", "--baseline", "../known.json"]),
            ("in", ["bad.xml", "twice.xml", "--baseline", "../in/../known.json"]),
        ])
    func `knows its findings from whichever folder, and fails nothing`(
        folder name: String, arguments: [String]
    ) throws {
        let folder = try Self.project()
        let baseline = arguments.contains("--baseline") ? [] : ["--baseline", "known.json"]
        let run = try ToolProcess(
            ["validate", "--fail-on", "info"] + arguments + baseline, in: folder.path + "/" + name)
        #expect(run.outputText.count(of: "] (known)") == 2)
        #expect(run.outputText.hasSuffix("2 findings: 1 error, 1 warning; 2 known.\n"))
        #expect(run.ending == .exited(0))
    }

    @Test func `knows a finding that has moved to another line, and not a second one`() throws {
        let folder = try Self.project()
        let text = Samples.repeatedNumber.replacing("<body>", by: "<body>\n\n")
        try folder.write("in/twice.xml", text)
        let moved = try ToolProcess(
            ["validate", "in/twice.xml", "--baseline", "known.json", "--fail-on", "warning"], in: folder.path)
        #expect(moved.outputText.hasPrefix("in/twice.xml:5:"))
        #expect(moved.ending == .exited(0))
        try folder.write(
            "in/twice.xml",
            text.replacing("</body>", by: "<paragraph><num>7</num><p>C.</p></paragraph></body>"))
        let again = try ToolProcess(
            ["validate", "in/twice.xml", "--baseline", "known.json", "--fail-on", "warning"], in: folder.path)
        #expect(again.outputText.count(of: "] (known)") == 1)
        #expect(again.ending == .exited(1))
    }

    @Test func `finds what it knows and nothing meets any more`() throws {
        let folder = try Self.project()
        try folder.write("in/bad.xml", Samples.bytes("base.xml"))
        let run = try ToolProcess(
            ["validate", "in/bad.xml", "--baseline", "known.json", "--fail-on", "warning"], in: folder.path)
        #expect(
            run.outputText == """
                in/bad.xml: warning: The baseline known.json knows 1 more of schema-value at #tide-gauges \
                meetingReport/masthead/issued/@value than there are. [baseline-not-met]
                in/bad.xml: needs review

                """)
        #expect(run.ending == .exited(1))
    }

    @Test(
        arguments: [
            ("{}", "1:1"), (#"{"baselineVersion": "2.0", "findings": []}"#, "1:1"),
            (#"{"baselineVersion": "1.0", "findings": [{"file": "a"}]}"#, "1:41"), ("[", "1:2"),
        ])
    func `that is none is wrong usage, with its place`(text: String, place: String) throws {
        let folder = try TemporaryFolder(["known.json": text.bytes, "a.xml": Samples.smallXML.bytes])
        let run = try ToolProcess(["validate", "a.xml", "--baseline", "known.json"], in: folder.path)
        #expect(run.errorText.hasPrefix("known.json:\(place): error: "), "\(run.errorText)")
        #expect(run.outputText == "")
        #expect(run.ending == .exited(2))
    }
}
