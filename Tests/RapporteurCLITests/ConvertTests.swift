import TestSupport
import Testing

@Suite struct `rapporteur convert` {
    @Test func `writes XML as JSON, the same as from the JSON of the record`() throws {
        let folder = try Samples.records()
        let fromXML = try ToolProcess(["convert", "record.xml"], in: folder.path)
        let fromJSON = try ToolProcess(["convert", "record.json", "--to", "json"], in: folder.path)
        #expect(Golden.firstDifference(fromXML.output, fromJSON.output) == nil)
        #expect(fromXML.outputText.hasPrefix("{\n  \"type\": \"meetingReport\",\n  \"version\": \"1.0\",\n"))
        #expect(fromXML.errorText == "")
        #expect(fromXML.ending == .exited(0))
    }

    @Test func `writes the smallest record in each form`() throws {
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <meetingReport xmlns="urn:rapporteur:meeting-report:1" version="1.0">
              <body/>
            </meetingReport>

            """
        let json = """
            {
              "type": "meetingReport",
              "version": "1.0",
              "body": []
            }

            """
        for (format, expected) in [("xml", xml), ("json", json), ("ndjson", Samples.smallJSON + "\n")] {
            for input in [Samples.smallXML, Samples.smallJSON] {
                let run = try ToolProcess(["convert", "--to", format], input: input.bytes)
                #expect(run.outputText == expected)
                #expect(run.ending == .exited(0))
            }
        }
    }

    @Test func `comes back to the same bytes by way of JSON`() throws {
        let xml = try ToolProcess(["convert", "--to", "xml"], input: Samples.bytes("base.xml")).output
        let json = try ToolProcess(["convert", "--to", "json"], input: xml).output
        let back = try ToolProcess(["convert", "--to", "xml"], input: json)
        #expect(Golden.firstDifference(back.output, xml) == nil)
        let again = try ToolProcess(["convert", "--to", "json"], input: back.output)
        #expect(again.output == json)
    }

    @Test func `makes a record of one line of JSON`() throws {
        let run = try ToolProcess(["convert", "--from", "ndjson"], input: Samples.smallJSON.bytes)
        #expect(
            run.outputText == """
                <?xml version="1.0" encoding="UTF-8"?>
                <meetingReport xmlns="urn:rapporteur:meeting-report:1" version="1.0">
                  <body/>
                </meetingReport>

                """)
        #expect(run.ending == .exited(0))
    }

    @Test func `keeps a collection a collection, and makes lines of it and back`() throws {
        let small = "<meetingReport version=\"1.0\"><body/></meetingReport>"
        let collection =
            "<collection xmlns=\"urn:rapporteur:meeting-report:1\" version=\"1.0\">\(small)\(small)</collection>"
        let lines = try ToolProcess(["convert", "--to", "ndjson"], input: collection.bytes)
        #expect(lines.outputText == Samples.smallJSON + "\n" + Samples.smallJSON + "\n")
        let json = try ToolProcess(["convert", "--to", "json"], input: collection.bytes)
        #expect(json.outputText.count(of: "\"type\": \"meetingReport\"") == 2)
        #expect(json.outputText.hasPrefix("{\n  \"type\": \"collection\",\n"))
        let back = try ToolProcess(["convert", "--to", "xml"], input: lines.output)
        let xml = try ToolProcess(["convert", "--to", "xml"], input: json.output)
        #expect(back.output == xml.output)
        #expect(back.outputText.count(of: "<meetingReport ") == 2)
    }

    @Test func `writes nothing of an invalid record, and says why on standard error`() throws {
        let run = try ToolProcess(["convert", "missing-href.xml"], in: Samples.folder)
        #expect(run.outputText == "")
        #expect(
            run.errorText == """
                missing-href.xml:47:14: error: The element 'link' lacks the attribute 'href', which it must have. Add it. \
                [schema-attribute-missing]
                  47 |       <p>See <link>example.org/tides</link>.<lineBreak/>In English only.</p>
                     |              ^~~~~~
                  at /meetingReport/body/footnote[1]/p[1]/link[1] (JSON /body/2/content/0/content/1, text line 20)

                """)
        #expect(run.ending == .exited(3))
    }

    @Test(
        arguments: [
            ([], "warning", 0), (["--quiet"], "", 0), (["--fail-on", "warning"], "warning", 1),
            (["--fail-on", "warning", "--quiet"], "", 1),
        ] as [([String], String, Int32)])
    func `writes a record that has warnings`(options: [String], said: String, code: Int32) throws {
        let run = try ToolProcess(
            ["convert", "--to", "ndjson"] + options, input: Samples.repeatedNumber.bytes)
        #expect(run.outputText.hasPrefix("{\"type\":\"meetingReport\","))
        #expect(run.errorText.isEmpty == said.isEmpty)
        #expect(run.errorText.contains(said))
        #expect(run.ending == .exited(code))
    }

    @Test(arguments: [
        ["LANG=C"], ["LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"], ["TZ=Pacific/Kiritimati"], ["COLUMNS=20"], [],
    ])
    func `writes the same bytes in every locale and time zone`(environment: [String]) throws {
        let input = try Samples.bytes("base.xml")
        let expected = try ToolProcess(["convert"], input: input)
        let run = try ToolProcess(["convert"], input: input, environment: environment)
        #expect(run.output == expected.output)
        #expect(run.ending == .exited(0))
    }
}

@Suite struct `Formats are guessed` {
    @Test(arguments: [
        ("XML by its content", "record", Samples.smallXML, "xml"),
        ("XML by its content, against its name", "record.json", Samples.smallXML, "xml"),
        ("XML after white space", "record.txt", "\n  " + Samples.smallXML, "xml"),
        ("JSON by its content", "record", Samples.smallJSON, "json"),
        ("JSON by its content, against its name", "record.xml", Samples.smallJSON, "json"),
        ("JSON after a byte order mark", "record", "\u{FEFF}" + Samples.smallJSON, "json"),
        ("lines by their content", "records", Samples.smallJSON + "\n" + Samples.smallJSON, "ndjson"),
        ("a line by its name", "record.ndjson", Samples.smallJSON, "ndjson"),
        ("a line by its other name", "record.JSONL", Samples.smallJSON, "ndjson"),
    ])
    func `for inputs, by content first and then by name`(
        case name: String, file: String, content: String, format: String
    ) throws {
        let folder = try TemporaryFolder([file: content.bytes])
        // What is not XML is made XML, and the proof names the format that was read.
        let proof = try ToolProcess(["prove", file], in: folder.path)
        #expect(proof.outputText.contains("read \(format) "), "\(name)")
        let output = try ToolProcess(["convert", file], in: folder.path)
        #expect(output.outputText.hasPrefix(format == "xml" ? "{" : "<?xml"), "\(name)")
    }

    @Test func `unless --from says what it is`() throws {
        let run = try ToolProcess(["validate", "--from", "xml"], input: Samples.smallJSON.bytes)
        #expect(run.outputText.contains("[xml-not-well-formed]"))
        #expect(run.ending == .exited(1))
    }

    @Test(arguments: [
        ("out.xml", "<?xml"), ("out.json", "{\n"), ("out.ndjson", "{\"type\""), ("OUT.XML", "<?xml"),
        ("out", "{\n"), ("out.old", "{\n"),
    ])
    func `for outputs, by the name of the file`(file: String, start: String) throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["convert", "record.xml", "-o", file], in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(String(decoding: try folder.read(file), as: UTF8.self).hasPrefix(start))
    }

    @Test func `unless --to says what is wanted`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(
            ["convert", "record.xml", "-o", "out.xml", "--to", "ndjson"], in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(try folder.read("out.xml").starts(with: "{\"type\"".utf8))
    }
}
