import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `A record laid out flat` {
    @Test(arguments: 0..<50)
    func `gives the same record again`(seed: Int) {
        var generator = RecordGenerator(seed: UInt64(seed))
        let report = generator.report()
        let tape = RecordTape(of: report)
        #expect(RecordAssembly(tape.view).report == report)
    }

    @Test func `numbers its elements in document order, texts left out`() {
        let tape = RecordTape(
            of: MeetingReport(
                body: [
                    .paragraph(
                        Paragraph(
                            num: [.text("1.")],
                            content: [
                                .p(P(content: [.text("a"), .emphasis(Emphasis(content: [])), .text("b")]))
                            ]
                        ))
                ]))
        let elements = tape.view.nodes.compactMap { node in node.name.map { ($0, node.number) } }
        #expect(elements.map(\.0) == [.meetingReport, .body, .paragraph, .num, .p, .emphasis])
        #expect(elements.map(\.1) == [0, 1, 2, 3, 4, 5])
        // The body, whose index is 1, ends with the record.
        #expect(tape.view.numberBehind(1) == 6)
        #expect(tape.view.numberBehind(3) == 4)
    }

    @Test func `takes a marker without characters for none`() {
        var builder = RecordBuilder()
        builder.start(.meetingReport)
        builder.attribute(.version, "1.0")
        builder.start(.body)
        builder.start(.footnote)
        builder.start(.marker)
        builder.text(" ".utf8)
        builder.end()
        builder.start(.p)
        for _ in 0..<4 { builder.end() }
        #expect(builder.mismatch == nil)
        #expect(builder.tape.view.nodes.compactMap(\.name) == [.meetingReport, .body, .footnote, .p])
        #expect(builder.tape.view.nodes.map { Int($0.number) } == [0, 1, 2, 3])
    }

    @Test func `gives plain text without interruptions, and numbers without marks`() throws {
        let run: [Inline] = [
            .text("1"), .noteReference(NoteReference(content: [.text("*")])), .text("."),
            .interruption(.furniture(Furniture(text: ["- 3 -"]))), .lineBreak,
            .emphasis(Emphasis(content: [.text("b"), .noteReference(NoteReference(content: [.text("2")]))])),
        ]
        let tape = RecordTape(of: MeetingReport(body: [.section(Section(num: run))]))
        let num = try #require(tape.view.nodes.firstIndex { $0.name == .num })
        #expect(tape.view.plainText(of: num) == "1*.\nb2")
        #expect(tape.view.withoutMarks(num) == "1.\nb2")
        #expect(tape.view.plainText(of: num) == run.plainText)
        #expect(tape.view.withoutMarks(num) == run.withoutMarks)
    }

    /// The rule of white space, in the plainest form.
    private static func collapsed(_ text: String) -> String {
        // One by one: in a string CR and LF would be one character.
        let blanks: Set<Character> = [" ", "\t", "\r", "\n"]
        return text.split { blanks.contains($0) }.joined(separator: " ")
    }

    @Test(arguments: 0..<200)
    func `has one space for every run of white space, wherever it stands`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet: [Character] = ["a", "b", "!", "é", " ", " ", " ", "\t", "\n"]
        // Few kinds of white space in some texts, so that the quick way is taken as well as the slow one.
        let used = seed.isMultiple(of: 2) ? alphabet.dropLast(2) : alphabet[...]
        let count = Int.random(in: 0..<40, using: &random)
        let text = String((0..<count).map { _ in used[Int.random(in: 0..<used.count, using: &random)] })
        var builder = RecordBuilder()
        for name in [ElementName.meetingReport, .body, .paragraph, .p] { builder.start(name) }
        // In two pieces, as a reader may give it.
        let bytes = Array(text.utf8)
        let cut = Int.random(in: 0...bytes.count, using: &random)
        builder.text(bytes[..<cut])
        builder.text(bytes[cut...])
        builder.end()
        let view = builder.tape.view
        let texts = view.nodes.indices.filter { view.nodes[$0].name == nil }.map { view.text($0) }
        #expect(texts.joined() == Self.collapsed(text))
    }
}
