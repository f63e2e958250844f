import MeetingReports
import Testing

@Suite struct `A record as text` {
    private func paragraph(_ num: String?, _ content: [Inline]) -> Block {
        .paragraph(Paragraph(num: num.map { [.text($0)] }, content: [.p(P(content: content))]))
    }

    private func text(_ body: [Block]) throws -> String {
        String(decoding: try TextWriter().write(MeetingReport(body: body)), as: UTF8.self)
    }

    @Test func `One line a paragraph, a blank line between blocks, items below their text`() throws {
        let item = Item(num: [.text("(a)")], content: [.p(P(content: [.text("Item")]))])
        let inner = Paragraph(
            num: [.text("1.")],
            content: [
                .p(P(content: [.text("All:")])), .list(List(content: [.element(item), .element(item)])),
            ])
        let body: [Block] = [
            .section(Section(num: [.text("I.")], heading: [.text("Work")], content: [.paragraph(inner)])),
            paragraph(nil, [.text("End.")]),
        ]
        #expect(
            try text(body)
                == "I.  Work\n\n      1.  All:\n\n         (a)  Item\n         (a)  Item\n\n  End.\n")
    }

    @Test func `What interrupts a text stands between form feeds`() throws {
        let body = [
            paragraph(
                "1.",
                [
                    .text("Before "), .interruption(.furniture(Furniture(kind: .break))),
                    .interruption(.furniture(Furniture(kind: .head, text: ["A/1"]))), .text("after."),
                ])
        ]
        #expect(try text(body) == "  1.  Before \n\u{C}\n\u{C}A/1\u{C}\nafter.\n")
        #expect(try TextWriter().check(MeetingReport(lang: nil, body: body)).isEmpty)
    }

    @Test func `A note inside a text stands between form feeds too`() throws {
        let text = "1. Before\n\u{C}¹ The note.\u{C}\nafter.\n"
        let report = try reading(text).report
        #expect(report.notes.map(\.marker) == ["¹"])
        #expect(report.notes.map { $0.content.runs } == [["The note."]])
        #expect(
            String(decoding: try TextWriter().write(report), as: UTF8.self)
                == "  1.  Before \n\u{C}¹  The note.\u{C}\nafter.\n")
    }

    @Test func `What text cannot show is found`() throws {
        let body = [paragraph(nil, [.emphasis(Emphasis(kind: "bold", content: [.text("Words.")]))])]
        let findings = try TextWriter().check(MeetingReport(body: body))
        #expect(findings.map(\.code) == [.textNotExpressed])
        #expect(findings.first?.place.xpath == "/meetingReport/body/paragraph[1]/p[1]/emphasis[1]")
    }

    @Test func `A control character is refused`() {
        #expect(throws: InputError.self) { try text([paragraph(nil, [.text("a\u{C}b")])]) }
        #expect(throws: InputError.self) { try text([paragraph(nil, [.text("a\nb")])]) }
    }
}
