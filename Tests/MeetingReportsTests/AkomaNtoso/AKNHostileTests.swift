import TestSupport
import Testing

@testable import MeetingReports

/// Akoma Ntoso that means harm: clear findings, no crash, and no time that grows with the square of the size.
@Suite struct `Hostile Akoma Ntoso` {
    private static let count = 60_000

    private func reading(_ body: String) -> FileReading { AKN.read(body) }

    @Test func `with a million nested points is refused`() {
        let points = String(repeating: "<point>", count: 1_000_000)
        let reading = reading("<list>" + points + String(repeating: "</point>", count: 1_000_000) + "</list>")
        #expect(reading.findings.map(\.code.description) == ["xml-too-deep"])
        #expect(reading.records.isEmpty)
    }

    @Test func `with as many points as may be nested is read`() {
        let depth = 120
        let open = String(repeating: "<list><point>", count: depth)
        let reading = reading(
            open + "<content><p>x</p></content>" + String(repeating: "</point></list>", count: depth))
        #expect(reading.records.first?.report.map { Element.meetingReport($0).plainText } == "x")
    }

    @Test func `with one eId many times gives each element an id of its own`() throws {
        let paragraph = "<paragraph eId=\"a\"><content><p>x</p></content></paragraph>"
        let reading = reading(String(repeating: paragraph, count: Self.count))
        let report = try #require(reading.records.first?.report)
        let ids = report.body.compactMap {
            if case .paragraph(let paragraph) = $0 { paragraph.id } else { nil }
        }
        #expect(Set(ids).count == Self.count)
        #expect(ids.prefix(2) == ["a", "a_2"])
        #expect(reading.findings.contains { $0.code.description == "akn-duplicate-eid" })
    }

    @Test func `with many dangling references tells the first hundred`() {
        let spans = (0..<Self.count).map { "<location refersTo=\"#x\($0)\">x</location>" }.joined()
        let reading = reading("<p>\(spans)</p>")
        #expect(reading.findings.count { $0.code.description == "akn-dangling-reference" } == 100)
    }

    @Test func `with many notes that are called and never placed keeps them all`() throws {
        let notes = (0..<20_000).map { "<authorialNote eId=\"n\($0)\" marker=\"1\"><p>x</p></authorialNote>" }
        let report = try #require(reading("<p>\(notes.joined())</p>").records.first?.report)
        #expect(report.body.count == 20_001)
    }

    @Test func `with notes in notes, and a note whose place is in itself, keeps their text`() throws {
        let text = """
            <p>a<authorialNote eId="n1" marker="1"><p>b<authorialNote eId="n2" marker="2"><p>c</p></authorialNote>\
            <marker name="footnotePlace" refersTo="#n1"/></p></authorialNote></p>
            """
        let report = try #require(reading(text).records.first?.report)
        #expect(String(decoding: PrintedCharacters.of(report), as: UTF8.self) == "a11b22c")
    }

    @Test func `with much that has no home keeps all of it, from Akoma Ntoso to Akoma Ntoso`() throws {
        let text = String(repeating: "<p><ins>x</ins></p>", count: Self.count)
        let document = """
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d"><mainBody>\(text)\
            </mainBody></doc></akomaNtoso>
            """
        let file = InputFile(name: "d.xml", bytes: Array(document.utf8))
        let written = try #require(try Conversion(of: file, from: .akn, to: [.akn]).outputs.first)
        let kept = String(decoding: written.bytes, as: UTF8.self).split(separator: "\n").filter {
            $0.hasPrefix("        <rr:kept")
        }
        #expect(kept.count == Self.count)
        #expect(kept.last?.contains("/p[\(Self.count)]/ins[1]") == true)
    }

    @Test func `with annexes in annexes is read`() throws {
        var text = "<p>x</p>"
        for _ in 0..<40 {
            text = """
                <mainBody><p>y</p></mainBody><attachments><attachment><heading>H</heading>\
                <doc name="annex">\(text.hasPrefix("<p>") ? "<mainBody>\(text)</mainBody>" : text)</doc></attachment></attachments>
                """
        }
        let document = """
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d">\(text)</doc></akomaNtoso>
            """
        let reading = FileReading(InputFile(name: "d.xml", bytes: Array(document.utf8)), .akn)
        let report = try #require(reading.records.first?.report)
        let expected = String(repeating: "yH", count: 40) + "x"
        #expect(String(decoding: PrintedCharacters.of(report), as: UTF8.self) == expected)
    }

    @Test func `with a tag of many attributes is refused`() {
        let attributes = (0..<2_000).map { " a\($0)=\"\"" }.joined()
        #expect(
            reading("<p\(attributes)>x</p>").findings.map(\.code.description) == ["xml-too-many-attributes"])
    }

    @Test func `of a record that would be nested too deep is not written`() throws {
        var inner = Inner.p(P(content: [.text("x")]))
        for _ in 0..<80 {
            let cell = Cell(content: [inner])
            let table = Table(content: [.element(Row(content: [cell]))])
            inner = .list(List(content: [.element(Item(content: [.table(table)]))]))
        }
        let report = MeetingReport(body: [.paragraph(Paragraph(content: [inner]))])
        let error = #expect(throws: InputError.self) { try ReportFormat.akn.write([report]) }
        #expect(error?.finding.code.description == "akn-too-deep")
    }
}
