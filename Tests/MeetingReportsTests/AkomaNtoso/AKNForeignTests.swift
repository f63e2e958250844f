import TestSupport
import Testing

@testable import MeetingReports

/// Akoma Ntoso that others wrote.
@Suite struct `Foreign Akoma Ntoso` {
    @Test func `with sections, numbered paragraphs and points becomes the same in a record`() {
        let reading = AKN.read(
            """
            <section eId="sec_I"><num> I. </num><heading>Aims</heading>
            <paragraph eId="sec_I__para_1"><num>1.</num><list eId="l"><intro><p>They are:</p></intro>
            <point eId="l__point_a"><num>(a)</num><content><p>One;</p></content></point>
            <point><num>(b)</num><content><p>Two.</p></content></point>
            <wrapUp><p>That is all.</p></wrapUp></list></paragraph></section>
            """)
        #expect(
            AKN.body(reading) == """
                <section id="sec_I"><num>I.</num><heading>Aims</heading><paragraph id="sec_I__para_1"><num>1.</num>\
                <p>They are:</p><list id="l"><item id="l__item_a"><num>(a)</num><p>One;</p></item>\
                <item><num>(b)</num><p>Two.</p></item></list><p>That is all.</p></paragraph></section>
                """)
        #expect(reading.findings.isEmpty)
    }

    @Test(arguments: [
        ("<p>Loose.</p>", "<paragraph><p>Loose.</p></paragraph>"),
        ("<crossHeading>Thanks</crossHeading>", "<paragraph><heading>Thanks</heading></paragraph>"),
        (
            "<paragraph><subparagraph><num>(i)</num><content><p>A</p></content></subparagraph></paragraph>",
            "<paragraph><list><item><num>(i)</num><p>A</p></item></list></paragraph>"
        ),
        (
            "<p>See <quotedStructure><p>this</p></quotedStructure> text.</p>",
            "<paragraph><p>See</p></paragraph><quote><p>this</p></quote><paragraph><p>text.</p></paragraph>"
        ),
        (
            "<p>A<sup class=\"footnote\"><authorialNote marker=\"1\"><p>Note.</p></authorialNote></sup> b.</p>",
            """
            <paragraph><p>A<noteReference target="fn_1">1</noteReference> b.</p></paragraph>\
            <footnote id="fn_1"><marker>1</marker><p>Note.</p></footnote>
            """
        ),
        (
            "<p><span class=\"italic\">Recalling</span> it</p>",
            "<paragraph><p><emphasis kind=\"italic\">Recalling</emphasis> it</p></paragraph>"
        ),
        (
            "<p><a href=\"http://x.org/ä b\">x</a></p>",
            "<paragraph><p><link href=\"http://x.org/%C3%A4%20b\">x</link></p></paragraph>"
        ),
        (
            "<table><caption>T</caption><tr><th colspan=\"2\"><p>H</p></th></tr><tr><td><p>a</p></td><td>b</td></tr></table>",
            """
            <table><heading>T</heading><row><cell kind="label" columns="2"><p>H</p></cell></row>\
            <row><cell><p>a</p></cell><cell><p>b</p></cell></row></table>
            """
        ),
        (
            "<p><ul><li>a</li><li>b <b>c</b></li></ul></p>",
            "<list><item><p>a</p></item><item><p>b <emphasis kind=\"bold\">c</emphasis></p></item></list>"
        ),
    ])
    func `is read by what it means`(text: String, expected: String) {
        #expect(AKN.body(AKN.read(text)) == expected)
    }

    @Test func `gives its cover page and preface as one masthead, field by field`() {
        let reading = AKN.read(
            "<p>Text.</p>",
            front: """
                <coverPage><p><docStatus>Distr.: General</docStatus></p>
                <p>Original: <inline name="akn4un:originalLanguage">English</inline></p>
                <p><docNumber>A/1</docNumber> <docDate date="2024-01-02">2 January 2024</docDate></p></coverPage>
                <preface><p><docTitle>Report</docTitle></p><p>By the clerk</p></preface>
                """)
        #expect(
            AKN.masthead(reading) == [
                "distribution: Distr.: General", "originalLanguage: Original: English", "symbol: A/1",
                "issued: 2 January 2024", "title: Report", "note: By the clerk",
            ])
        let issued = reading.records[0].report?.masthead.compactMap(\.element).first { $0.name == .issued }
        #expect(issued?.value == "2024-01-02")
    }

    @Test func `keeps the text of what a record has no name for, and says what that is`() {
        let reading = AKN.read("<p>It was <ins>duly</ins> <ins>well</ins> adopted.<eop/></p>")
        #expect(AKN.body(reading) == "<paragraph><p>It was duly well adopted.</p></paragraph>")
        #expect(reading.findings.map(\.code.description) == ["akn-no-home", "akn-no-home"])
        #expect(reading.findings.first?.message.contains("'ins' (2 times") == true)
        #expect(reading.findings.first?.place.xpath == "/akomaNtoso/statement[1]/mainBody[1]/p[1]/ins[1]")
    }

    @Test func `gives the documents of a collection one by one, those of its components included`() {
        let text = """
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection name="p">
            <coverPage><p><docNumber>A/1</docNumber></p></coverPage>
            <collectionBody><component eId="c1"><documentRef href="#x2" showAs="B"/></component>
            <component eId="c2"><doc name="d"><mainBody><p>One</p></mainBody></doc></component></collectionBody>
            </documentCollection><components><component eId="x2"><doc name="d"><mainBody><p>Two</p></mainBody></doc></component>
            </components></akomaNtoso>
            """
        let reading = FileReading(InputFile(name: "c.xml", bytes: Array(text.utf8)), .akn)
        let texts = reading.records.compactMap(\.report).map { Element.meetingReport($0).plainText }
        #expect(texts == ["A/1Two", "One"])
        #expect(reading.findings.isEmpty)
    }

    @Test(arguments: ["/WD17", "/CSD13"]) func `of a draft is read, with a finding`(draft: String) {
        let reading = AKN.read(
            "<p>Text.</p>", namespace: "http://docs.oasis-open.org/legaldocml/ns/akn/3.0" + draft)
        #expect(AKN.body(reading) == "<paragraph><p>Text.</p></paragraph>")
        #expect(reading.findings.map(\.code.description) == ["akn-namespace"])
    }

    @Test(arguments: SharedFolder.files(in: "akn-samples/un", ending: ".xml"))
    func `of the United Nations loses no printed character`(name: String) throws {
        let file = try InputFile(path: SharedFolder.path + "/akn-samples/un/" + name)
        let reading = FileReading(file, .akn)
        #expect(!reading.records.isEmpty)
        var printed: [UInt8] = []
        for record in reading.records {
            let report = try #require(
                record.report, "\(record.findings.first { $0.severity == .error }?.message ?? "")")
            printed += PrintedCharacters.of(report)
        }
        #expect(
            PrintedCharacters.sorted(printed)
                == PrintedCharacters.sorted(try PrintedCharacters.of(akomaNtoso: file.bytes)))
    }
}
