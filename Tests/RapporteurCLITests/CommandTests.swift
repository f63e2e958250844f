import MeetingReports
import TestSupport
import Testing

@Suite struct `rapporteur facts` {
    @Test func `prints the facts of a record as JSON, the same from each form`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["facts", "record.xml"], in: folder.path)
        let same = try ToolProcess(["facts", "record.json"], in: folder.path)
        #expect(run.output == same.output)
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
        let facts = try JSONDocument(run.output).root
        #expect(
            facts["masthead"]?.elements.compactMap { $0["field"]?.string } == [
                "organ", "symbol", "issued", "title",
            ])
        #expect(facts["lists"]?.elements.compactMap { $0["num"]?.string } == ["a", "b"])
        #expect(facts["officers"]?.count == 0)
    }

    @Test func `prints one kind as CSV, with a head line`() throws {
        let run = try ToolProcess(["facts", "--csv", "masthead"], input: Samples.bytes("base.json"))
        #expect(
            run.outputText == """
                field,value,text,id,lines
                organ,,Union of Coastal Observatories,,1
                symbol,,UCO/WP.2/2031/4,,2
                issued,2031-05-09,9 May 2031,,3
                title,,Draft report of the Working Party on Tide Gauges,,5

                """)
        #expect(run.ending == .exited(0))
    }

    @Test func `takes one record, and says how many it found`() throws {
        let lines = Samples.smallJSON + "\n" + Samples.smallJSON + "\n"
        let run = try ToolProcess(["facts"], input: lines.bytes)
        #expect(run.errorText == "rapporteur: <stdin>: one record was expected, and 2 were found.\n")
        #expect(run.outputText == "")
        #expect(run.ending == .exited(3))
    }
}

@Suite struct `rapporteur prove` {
    @Test func `prints each step with the digest that sha256sum gives`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["prove", "record.xml"], in: folder.path)
        let xml = try ToolProcess(["convert", "record.xml", "--to", "xml"], in: folder.path).output
        let json = try ToolProcess(["convert", "record.xml", "--to", "json"], in: folder.path).output
        let akn = try ToolProcess(["convert", "record.xml", "--to", "akn"], in: folder.path).output
        #expect(
            run.outputText == """
                record.xml
                  ok    read xml                sha256 \(try sha256(Samples.bytes("base.xml")))
                  ok    model to xml to model   sha256 \(try sha256(xml))
                  ok    model to json to model  sha256 \(try sha256(json))
                  ok    model to akn to model   sha256 \(try sha256(akn))

                """)
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
    }

    @Test func `shows the line where no sound record can be read`() throws {
        let run = try ToolProcess(["prove", "missing-href.xml"], in: Samples.folder)
        #expect(run.outputText == "")
        #expect(run.errorText.hasPrefix("missing-href.xml:47:14: error: "))
        #expect(run.errorText.contains("\n  47 |       <p>See <link>example.org/tides</link>"))
        #expect(run.ending == .exited(3))
    }

    private func sha256(_ bytes: [UInt8]) throws -> Substring {
        try ToolProcess([], input: bytes, program: "/usr/bin/sha256sum").outputText.prefix(64)
    }
}

@Suite struct `rapporteur schema` {
    @Test(arguments: [
        ("xsd", "meeting-report.xsd"), ("json", "meeting-report.schema.json"),
        ("report", "validation-report.schema.json"), ("journal", "batch-journal.schema.json"),
        ("receipt", "receipt.schema.json"),
    ])
    func `prints the bytes of the published file`(name: String, file: String) throws {
        let run = try ToolProcess(["schema", name])
        #expect(run.output == (try readFile("\(packageFolder)/Schemas/\(file)")))
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
    }
}

@Suite struct `rapporteur doctor` {
    @Test func `finds nothing wrong, with the digests of the schemas`() throws {
        let run = try ToolProcess(["doctor"])
        let lines = run.outputText.split(separator: "\n")
        #expect(lines.count == 11)
        #expect(lines.allSatisfy { $0.hasPrefix("ok    ") })
        for schema in ["meeting-report.xsd", "meeting-report.schema.json"] {
            let sum = try ToolProcess(
                ["\(packageFolder)/Schemas/\(schema)"], program: "/usr/bin/sha256sum"
            ).outputText.prefix(64)
            #expect(lines.contains("ok    \(schema): sha256 \(sum)"))
        }
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
    }
}

@Suite struct `rapporteur --version` {
    @Test func `prints one line`() throws {
        let run = try ToolProcess(["--version"])
        #expect(run.outputText.wholeMatch(of: /rapporteur \d+\.\d+\.\d+ \(libxml2 \d+\.\d+\.\d+\)\n/) != nil)
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
    }

    @Test func `prints what it stands on as JSON`() throws {
        let run = try ToolProcess(["--version", "--json"])
        let version = try JSONDocument(run.output).root
        #expect(version["name"]?.string == "rapporteur")
        #expect(version["libxml2"]?["runtime"]?.string != nil)
        #expect(version["schemas"]?.elements.compactMap { $0["sha256"]?.string?.utf8.count } == [64, 64])
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
    }
}
