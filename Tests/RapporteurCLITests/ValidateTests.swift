import TestSupport
import Testing

@Suite struct `rapporteur validate` {
    @Test func `says of valid records that they are valid, and nothing else`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["validate", "record.xml", "record.json"], in: folder.path)
        #expect(run.outputText == "record.xml: valid\nrecord.json: valid\n2 inputs: 2 valid.\n")
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
    }

    @Test(arguments: [["validate"], ["validate", "-"]])
    func `reads standard input where no file is named, and for a dash`(arguments: [String]) throws {
        let run = try ToolProcess(arguments, input: Samples.bytes("base.json"))
        #expect(run.outputText == "<stdin>: valid\n")
        #expect(run.ending == .exited(0))
    }

    @Test func `shows the line of an error in XML, with a caret and the path`() throws {
        let run = try ToolProcess(["validate", "missing-href.xml"], in: Samples.folder)
        #expect(
            run.outputText == """
                missing-href.xml:47:14: error: The element 'link' lacks the attribute 'href', which it must have. Add it. \
                [schema-attribute-missing]
                  47 |       <p>See <link>example.org/tides</link>.<lineBreak/>In English only.</p>
                     |              ^~~~~~
                  at /meetingReport/body/footnote[1]/p[1]/link[1] (JSON /body/2/content/0/content/1, text line 20)
                missing-href.xml: invalid

                """)
        #expect(run.errorText == "")
        #expect(run.ending == .exited(1))
    }

    @Test func `shows the line of an error in JSON, with a caret and the path`() throws {
        let run = try ToolProcess(["validate", "null.json"], in: Samples.folder)
        #expect(
            run.outputText == """
                null.json:11:47: error: The member "value" must be a string, and null was found. [json-shape]
                  11 |     {"type": "issued", "lines": "3", "value": null, "content": ["9 May 2031"]},
                     |                                               ^~~~
                  at /meetingReport/masthead/issued[1] (JSON /masthead/2/value, text line 3)
                null.json: invalid

                """)
        #expect(run.ending == .exited(1))
    }

    @Test func `shows a warning with the further place that belongs to it`() throws {
        let run = try ToolProcess(["validate"], input: Samples.repeatedNumber.bytes)
        #expect(
            run.outputText == """
                <stdin>:3:27: warning: The paragraph number "7" is printed twice. [duplicate-paragraph-number]
                  3 | <paragraph lines="9"><num>7</num><p>B.</p></paragraph>
                    |                           ^
                  at /meetingReport/body/paragraph[2] (JSON /body/1, text line 9)
                  <stdin>:2:17: It is first printed here.
                  at /meetingReport/body/paragraph[1] (JSON /body/0)
                <stdin>: needs review

                """)
        #expect(run.ending == .exited(0))
    }

    @Test(arguments: [("error", 0), ("warning", 1), ("info", 1)] as [(String, Int32)])
    func `fails on a warning only where asked to`(severity: String, code: Int32) throws {
        let run = try ToolProcess(["validate", "--fail-on", severity], input: Samples.repeatedNumber.bytes)
        #expect(run.ending == .exited(code))
    }

    @Test func `goes on after a file that cannot be read`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["validate", "none.xml", "record.xml"], in: folder.path)
        #expect(
            run.outputText == """
                none.xml: error: The file cannot be read: No such file or directory. [file-unreadable]
                none.xml: failed
                record.xml: valid
                2 inputs: 1 valid, 1 failed. 1 finding: 1 error.

                """)
        #expect(run.ending == .exited(3))
    }

    @Test func `ends with the code of the worst input, whatever the order`() throws {
        for files in [["null.json", "none", "base.xml"], ["none", "base.xml", "null.json"]] {
            let run = try ToolProcess(["validate"] + files, in: Samples.folder)
            #expect(run.ending == .exited(3), "\(files)")
        }
    }

    @Test func `prints a line of JSON for each input`() throws {
        let run = try ToolProcess(["validate", "--report", "jsonl", "base.xml", "none"], in: Samples.folder)
        let lines = run.outputText.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix(#"{"kind":"header","#))
        #expect(lines[1].hasPrefix(#"{"kind":"result","file":"base.xml","format":"xml","sha256":""#))
        #expect(lines[1].hasSuffix(#""findings":[]}"#))
        #expect(
            lines[2] == """
                {"kind":"result","file":"none","verdict":"failed","records":0,"checks":[],\
                "findings":[{"code":"file-unreadable","severity":"error","meansFailure":true,\
                "message":"The file cannot be read: No such file or directory.","file":"none"}]}
                """)
        #expect(lines[3].hasSuffix(#""exitCode":3}"#))
        #expect(run.ending == .exited(3))
    }

    @Test func `counts the verdicts in one JSON document over all inputs`() throws {
        let files = ["base.xml", "base.json", "null.json", "none"]
        let run = try ToolProcess(["validate", "--report", "json"] + files, in: Samples.folder)
        #expect(
            run.outputText.contains(
                """
                    "verdicts": {
                      "valid": 2,
                      "needs review": 0,
                      "invalid": 1,
                      "not checked": 0,
                      "failed": 1
                    },
                """))
        let isJSON = try ToolProcess(["validate", "--syntax", "--from", "json"], input: run.output)
        #expect(isJSON.ending == .exited(0))
        #expect(run.ending == .exited(3))
    }

    @Test(arguments: [255, 256, 257])
    func `ends with 1 however many findings there are`(count: Int) throws {
        let foreign = String(repeating: "<p x=\"\"/>", count: count)
        let record = Samples.smallXML.replacing(
            "<body/>", by: "<body><paragraph>\(foreign)</paragraph></body>")
        let run = try ToolProcess(["validate", "--max-findings", "0"], input: record.bytes)
        #expect(run.outputText.count(of: "[schema-attribute]") == count)
        #expect(run.ending == .exited(1))
    }

    @Test(
        arguments: [
            ("XML of another vocabulary", "page.html", "<html><p>x</p></html>", "valid", 0),
            ("XML that is not well-formed", "page.xml", "<a><b></a>", "invalid", 1),
            ("XML with a DOCTYPE", "page.xml", "<!DOCTYPE a><a/>", "invalid", 1),
            ("JSON of another vocabulary", "data.json", #"{"a": [1, 2.5e3, true, null, {}]}"#, "valid", 0),
            ("a JSON array, by the name", "data.json", "[1]", "valid", 0),
            ("JSON with a comma too many", "data.json", "[1,]", "invalid", 1),
            ("an empty JSON file", "data.json", "", "invalid", 1),
            ("an empty XML file", "data.xml", "", "invalid", 1),
            ("XML with a relative namespace", "page.xml", "<a xmlns='u'/>", "valid", 0),
            ("XML with a namespace that is no URI", "page.xml", "<a xmlns:p='a b'/>", "valid", 0),
            ("XML with an instruction for standards", "page.xml", "<?xml-x y?><a/>", "valid", 0),
            (
                "XML with a prefix that is not declared", "page.xml", "<a xmlns:p='a b'><q:b/></a>",
                "invalid", 1
            ),
            ("XML with two byte order marks", "page.xml", "\u{FEFF}\u{FEFF}<a/>", "invalid", 1),
            ("lines of JSON", "data.ndjson", "{\"a\":1}\n[]\n", "valid", 0),
            ("lines of JSON, one bad", "data.ndjson", "{\"a\":1}\n{\"a\":}\n{}\n", "invalid", 1),
        ] as [(String, String, String, String, Int32)])
    func `--syntax judges the form alone`(
        case name: String, file: String, content: String, verdict: String, code: Int32
    ) throws {
        let folder = try TemporaryFolder([file: content.bytes])
        let run = try ToolProcess(["validate", "--syntax", file], in: folder.path)
        #expect(run.outputText.hasSuffix("\(file): \(verdict)\n"), "\(name)")
        #expect(run.ending == .exited(code), "\(name)")
    }

    @Test func `--syntax does not call lines of JSON valid where there is none`() throws {
        let run = try ToolProcess(["validate", "--syntax", "--from", "ndjson"])
        #expect(
            run.outputText
                == "<stdin>:1:1: warning: The file holds nothing. [no-record]\n<stdin>: not checked\n")
        #expect(run.ending == .exited(4))
    }

    @Test(
        arguments: [
            ("empty.ndjson", "", "no-record", ""), ("blank.txt", " \n", "text-empty", ""),
            (
                "none.xml", "<collection xmlns='urn:rapporteur:meeting-report:1' version='1.0'/>",
                "no-record",
                "/collection"
            ),
            ("none.json", #"{"type":"collection","version":"1.0","content":[]}"#, "no-record", "/collection"),
        ])
    func `gives a place to what is said of a whole file, its beginning`(
        file: String, content: String, code: String, path: String
    ) throws {
        let folder = try TemporaryFolder([file: content.bytes])
        let run = try ToolProcess(["validate", file], in: folder.path)
        #expect(run.outputText.hasPrefix("\(file):1:1: "))
        #expect(run.outputText.contains("[\(code)]"))
        #expect(path.isEmpty || run.outputText.contains("\n  at \(path)\n"))
    }

    @Test(
        arguments: [
            ("xsi:nil=\"true\"", "xsi:nil", "invalid"), ("xsi:type=\"xs:string\"", "xsi:type", "invalid"),
            ("xsi:other=\"1\"", "xsi:other", "invalid"), ("xsi:schemaLocation=\"urn:a a.xsd\"", "", "valid"),
            ("xsi:noNamespaceSchemaLocation=\"a.xsd\"", "", "valid"),
        ])
    func `judges the start tag of a collection as libxml2 does`(
        attribute: String, name: String, verdict: String
    ) throws {
        let xml = Samples.collection(
            attributes: "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \(attribute)")
        let run = try ToolProcess(["validate", "--from", "xml"], input: xml.bytes)
        #expect(run.outputText.hasSuffix("<stdin>: \(verdict)\n"))
        #expect(name.isEmpty || run.outputText.contains("at /collection/@\(name)\n"))
    }

    @Test func `takes a CDATA section between records for text, as libxml2 does`() throws {
        let xml = Samples.collection().replacing("</collection>", by: "<![CDATA[ ]]></collection>")
        let run = try ToolProcess(["validate", "--from", "xml"], input: xml.bytes)
        #expect(run.outputText.contains("[schema-text]"))
        #expect(run.ending == .exited(1))
    }

    @Test func `says what is beyond a limit of libxml2, and not that it is wrong`() throws {
        let comment = "<a><!--" + String(repeating: "c", count: 10_000_100) + "--></a>"
        let run = try ToolProcess(["validate", "--syntax", "--from", "xml"], input: comment.bytes)
        #expect(run.outputText.contains("[xml-limit]"))
        #expect(run.outputText.hasSuffix("<stdin>: failed\n"))
        #expect(run.ending == .exited(3))
    }

    @Test func `lists the first of more errors than anybody reads, and counts all of them`() throws {
        let body = String(repeating: "<paragraph lines='x'/>", count: 10_001)
        let record = Samples.smallXML.replacing("<body/>", by: "<body>\(body)</body>").bytes
        let run = try ToolProcess(["validate", "--statistics"], input: record)
        #expect(
            run.outputText.hasSuffix(
                "<stdin>: and 9,901 more findings\n<stdin>: invalid\n10,001 schema-value in 1 input\n"))
        let whole = try ToolProcess(["validate", "--report", "jsonl"], input: record)
        #expect(whole.outputText.count(of: #""code":"schema-value""#) == 10_001)
    }
}
