import TestSupport
import Testing

@testable import MeetingReports

/// Documents written by hand as other tools write them, of all kinds that Akoma Ntoso has.
@Suite struct `Akoma Ntoso of other tools` {
    private static let folder = "\(packageFolder)/Tests/MeetingReportsTests/AkomaNtoso/Foreign"
    private static let names = [
        "act-of-brazil", "act-with-parts-and-schedule", "amendment-list", "amendment-with-quotations",
        "annexes-in-annexes", "bill-with-recitals", "collection-with-components", "debate-with-speeches",
        "draft-csd05", "draft-csd13", "judgment", "official-gazette", "portion",
        "prefixed-with-notes-in-meta",
        "tables", "unknown-inlines", "unknown-inlines-utf16", "version-2-debate", "version-2-document",
        "without-meta",
    ]

    private static func file(_ name: String) throws -> InputFile {
        InputFile(name: name, bytes: try InputFile(path: "\(folder)/\(name).xml").bytes)
    }

    @Test(arguments: names) func `loses no printed character`(name: String) throws {
        let file = try Self.file(name)
        let reading = FileReading(file, .akn)
        let reports = try #require(reading.reports)
        #expect(
            PrintedCharacters.sorted(reports.flatMap(PrintedCharacters.of))
                == PrintedCharacters.sorted(try PrintedCharacters.of(akomaNtoso: file.bytes)))
        #expect(reading.findings.allSatisfy { $0.severity != .error })
    }

    @Test(arguments: names) func `gives the same records when it was written again`(name: String) throws {
        let conversion = try Conversion(of: Self.file(name), from: .akn, to: [.akn])
        let again = FileReading(
            InputFile(name: "a", bytes: try #require(conversion.outputs.first).bytes), .akn)
        #expect(again.reports == FileReading(try Self.file(name), .akn).reports)
    }

    @Test func `keeps sections of debates, and who speaks as a paragraph`() throws {
        let body = AKN.body(FileReading(try Self.file("debate-with-speeches"), .akn))
        #expect(
            body.hasPrefix(
                """
                <section id="dbsect_1"><num>A</num><heading>Opening</heading><paragraph><p>Prayer text</p></paragraph>\
                <section><heading>Group</heading><section><num>1</num><paragraph><p>The SPEAKER:</p></paragraph>
                """))
    }

    @Test func `keeps a text with elements in it that no record knows in one piece`() {
        let reading = AKN.read(
            """
            <p>Of <embeddedStructure><p>these</p></embeddedStructure> the <judge refersTo="#j">Chair</judge> \
            <vote>voted</vote> twice.</p>
            """)
        #expect(
            AKN.body(reading) == """
                <paragraph><p>Of</p></paragraph><quote><p>these</p></quote>\
                <paragraph><p>the Chair voted twice.</p></paragraph>
                """)
    }

    @Test func `reads notes in the metadata where they are called`() throws {
        let reading = FileReading(try Self.file("prefixed-with-notes-in-meta"), .akn)
        let body = AKN.body(reading)
        #expect(body.contains("nuova riga<noteReference target=\"note_1\">*</noteReference> e"))
        #expect(
            body.hasSuffix(
                """
                <footnote id="note_1"><marker>*</marker><p>Metà note text</p></footnote>\
                <footnote id="n2"><p>second meta note</p></footnote>
                """))
        #expect(!reading.findings.contains { $0.message.contains("'notes'") })
    }

    @Test func `gives documents in the order of the collection, with what is printed around them`() throws {
        let reading = FileReading(try Self.file("collection-with-components"), .akn)
        let texts = reading.records.compactMap(\.report).map { Element.meetingReport($0).plainText }
        #expect(
            texts == [
                "Cover of allPreface of allPreamble of allOne outside", "TwoInner comp",

                "Nested prefaceNested oneColl annexAnnex of collection", "Nine unreferenced",
            ])
    }

    @Test func `reads ids of version 2`() throws {
        let reading = FileReading(try Self.file("version-2-debate"), .akn)
        #expect(AKN.body(reading).hasPrefix("<section id=\"ds1\"><num>1</num><heading>Sec</heading>"))
        #expect(reading.findings.map(\.code.description).contains("akn-namespace"))
    }

    @Test func `reads a table that has a caption only as its text`() {
        #expect(
            AKN.body(AKN.read("<table><caption>T</caption></table>"))
                == "<paragraph><p>T</p></paragraph>")
    }
}

/// What a record has no place for, from Akoma Ntoso to Akoma Ntoso.
@Suite struct `What has no home in a record` {
    private static let text = """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="s"><meta>\
        <classification source="#c"><keyword value="a" showAs="A &amp; B" dictionary="d"/></classification></meta>\
        <mainBody><p status="edited">It was <ins class="x">duly</ins> <ins>well</ins> adopted.</p>\
        <paragraph eId="para_1"><content eId="para_1__content"><p>Text.</p></content></paragraph>\
        </mainBody></statement></akomaNtoso>
        """

    private func convert(_ text: String, from: ReportFormat = .akn, to target: ReportFormat) throws -> String
    {
        let conversion = try Conversion(
            of: InputFile(name: "d", bytes: Array(text.utf8)), from: from, to: [target])
        return String(decoding: try #require(conversion.outputs.first).bytes, as: UTF8.self)
    }

    private func kept(_ text: String) -> [String] {
        text.split(separator: "\n").map { String($0.drop { $0 == " " }) }.filter { $0.hasPrefix("<rr:kept") }
    }

    @Test func `is kept with its path, as it was written`() throws {
        let path = "/akomaNtoso/statement[1]"
        let expected = [
            """
            <rr:kept path="\(path)/meta[1]/classification[1]">&lt;classification source="#c"&gt;&lt;keyword value="a" \
            showAs="A &amp;amp; B" dictionary="d"/&gt;&lt;/classification&gt;</rr:kept>
            """,
            "<rr:kept path=\"\(path)/mainBody[1]/p[1]/@status\">edited</rr:kept>",
            "<rr:kept path=\"\(path)/mainBody[1]/p[1]/ins[1]\">&lt;ins class=\"x\"&gt;</rr:kept>",
            "<rr:kept path=\"\(path)/mainBody[1]/p[1]/ins[2]\">&lt;ins&gt;</rr:kept>",
            "<rr:kept path=\"\(path)/mainBody[1]/paragraph[1]/content[1]/@eId\">para_1__content</rr:kept>",
        ]
        let written = try convert(Self.text, to: .akn)
        #expect(kept(written) == expected)
        #expect(try convert(written, to: .akn) == written, "and once more")
    }

    @Test func `is not kept by way of a record`() throws {
        let record = try convert(Self.text, to: .xml)
        #expect(kept(try convert(record, from: .xml, to: .akn)) == [])
        #expect(!record.contains("duly</ins>"))
    }

    @Test func `is kept for each document of a collection`() throws {
        let document = Self.text.split(separator: "3.0\">", maxSplits: 1)[1].dropLast("</akomaNtoso>".count)
        let collection = """
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection name="c"><meta/>\
            <collectionBody><component>\(document)</component><component>\(document)</component></collectionBody>\
            </documentCollection></akomaNtoso>
            """
        let found = kept(try convert(collection, to: .akn))
        #expect(found.count == 10)
        #expect(
            found.last?.contains("/component[2]/statement[1]/mainBody[1]/paragraph[1]/content[1]/@eId")
                == true)
    }

    @Test(
        .enabled(if: AKN.schemaFolder != nil, "the schema of OASIS is not there"),
        arguments: SharedFolder.files(in: "akn-samples/un", ending: ".xml"))
    func `leaves files of the United Nations valid`(name: String) throws {
        let file = try InputFile(path: SharedFolder.path + "/akn-samples/un/" + name)
        let bytes = try #require(try Conversion(of: file, from: .akn, to: [.akn]).outputs.first).bytes
        let result = try AKN.schema().validate(InputFile(name: name, bytes: bytes))
        #expect(result.verdict == .valid, "\(result.findings.first?.message ?? "")")
        #expect(
            FileReading(InputFile(name: name, bytes: bytes), .akn).reports == FileReading(file, .akn).reports)
    }
}
