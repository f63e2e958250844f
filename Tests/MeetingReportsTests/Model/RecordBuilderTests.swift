import Testing

@testable import MeetingReports

@Suite struct `Building a record from events` {
    /// Builds the text of one element of a paragraph; `|` begins and ends an emphasis.
    private func run(_ name: ElementName, _ text: String) -> [Inline] {
        var builder = RecordBuilder()
        builder.start(.meetingReport)
        builder.attribute(.version, "1.0")
        builder.start(.body)
        builder.start(.paragraph)
        builder.start(name)
        for (index, part) in text.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
            if index > 0 {
                builder.start(.emphasis)
                builder.end()
            }
            builder.text(part.utf8)
        }
        builder.end()
        builder.end()
        builder.end()
        builder.end()
        let report = builder.report
        guard case .paragraph(let paragraph) = report?.body.first else { return [] }
        if case .p(let p) = paragraph.content.first { return p.content }
        return paragraph.num ?? paragraph.heading ?? []
    }

    private let emphasis = Inline.emphasis(Emphasis(content: []))

    @Test(arguments: [ElementName.p, .num, .heading])
    func `makes one space of white space and trims the ends`(name: ElementName) {
        #expect(run(name, "\n  one \t\r\n two\n") == [.text("one two")])
        #expect(run(name, " | ") == [emphasis])
        #expect(run(name, "a | b") == [.text("a "), emphasis, .text(" b")])
        #expect(run(name, "\u{A0}a\u{2003}") == [.text("\u{A0}a\u{2003}")])
    }

    @Test func `keeps the white space of unrecognized text`() {
        var builder = RecordBuilder()
        builder.start(.meetingReport)
        builder.attribute(.version, "1.0")
        builder.start(.body)
        builder.start(.unrecognized)
        builder.text("  a \t b ".utf8)
        builder.start(.lineBreak)
        builder.end()
        builder.text("\u{20}".utf8)
        for _ in 0..<2 { builder.end() }
        builder.end()
        #expect(
            builder.report?.body == [.interruption(.unrecognized(Unrecognized(text: ["  a \t b ", " "])))])
    }

    @Test func `names what no record can hold, and holds the rest`() {
        var builder = RecordBuilder()
        builder.start(.meetingReport)
        builder.attribute(.version, "1.0")
        builder.start(.body)
        builder.start(foreign: "unknown")
        builder.start(.p)
        builder.text("lost".utf8)
        for _ in 0..<2 { builder.end() }
        builder.start(.section)
        for _ in 0..<2 { builder.end() }
        builder.end()
        #expect(builder.report?.body == [.section(Section())])
        #expect(builder.mismatch == "the element 'unknown'")
    }

    @Test(arguments: [
        (AttributeName.href, "http://x", "the attribute 'href' of 'p'"),
        (.lines, "0", "the attribute 'lines' of 'p'"),
    ])
    func `names an attribute that it cannot hold`(name: AttributeName, value: String, mismatch: String) {
        var builder = RecordBuilder()
        builder.start(.paragraph)
        builder.start(.p)
        builder.attribute(name, value)
        builder.end()
        #expect(builder.mismatch == mismatch)
    }
}
