import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `A comparison of two records` {
    /// A report of two sections, with a text for each paragraph.
    private func report(
        title: String = "Report of the Working Party", opening: [String], closing: [String],
        firstNumber: Int = 1
    ) -> MeetingReport {
        var number = firstNumber
        func paragraphs(_ texts: [String]) -> [Block] {
            texts.map { text in
                defer { number += 1 }
                return .paragraph(
                    Paragraph(num: [.text("\(number).")], content: [.p(P(content: [.text(text)]))]))
            }
        }
        let first = paragraphs(opening)
        return MeetingReport(
            masthead: [.element(MastheadField(.title, content: [.text(title)]))],
            body: [
                .section(Section(num: [.text("I.")], heading: [.text("Opening")], content: first)),
                .section(
                    Section(num: [.text("II.")], heading: [.text("Closure")], content: paragraphs(closing))),
            ])
    }

    private let opening = [
        "The session was opened by the Chair of the Working Party.",
        "The agenda was adopted without changes.",
    ]
    private let closing = ["The Chair thanked the participants and closed the session."]

    private func lines(_ old: MeetingReport, _ new: MeetingReport) -> [String] {
        ComparisonText().text(RecordComparison(from: old, to: new)).split(separator: "\n").map(String.init)
    }

    @Test func `finds nothing between equal records`() {
        let report = report(opening: opening, closing: closing)
        #expect(RecordComparison(from: report, to: report).isEmpty)
        #expect(lines(report, report) == [])
    }

    @Test func `shows the words that changed, under the section`() {
        let old = report(opening: opening, closing: closing)
        let new = report(
            opening: [opening[0], "The agenda was adopted with two changes."], closing: closing)
        #expect(
            lines(old, new) == [
                "I. Opening",
                "  ~ paragraph 2.: The agenda was adopted [-without-] {+with two+} changes.",
            ])
    }

    @Test func `tells what came and what was only renumbered by it`() {
        let old = report(opening: opening, closing: closing)
        let new = report(
            opening: ["A minute of silence was observed."] + opening, closing: closing)
        #expect(
            lines(old, new) == [
                "I. Opening",
                "  + paragraph 1.: A minute of silence was observed.",
                "  # paragraph 1. to 2. became 2. to 3.",
                "II. Closure",
                "  # paragraph 3. became 4.",
            ])
    }

    @Test func `tells what went and what moved`() {
        let old = report(opening: opening, closing: closing)
        let new = report(opening: [opening[0]], closing: closing + [opening[1]], firstNumber: 1)
        #expect(
            lines(old, new) == [
                "II. Closure",
                "  # paragraph 3. became 2.",
                "  > paragraph 3., from I. Opening: The agenda was adopted without changes.",
            ])
        let shorter = report(opening: [opening[0]], closing: closing)
        #expect(
            lines(old, shorter) == [
                "I. Opening",
                "  - paragraph 2.: The agenda was adopted without changes.",
                "II. Closure",
                "  # paragraph 3. became 2.",
            ])
    }

    @Test func `takes a masthead field for the same field, whatever it says now`() {
        let old = report(title: "Draft report", opening: opening, closing: closing)
        let new = report(title: "Minutes", opening: opening, closing: closing)
        #expect(lines(old, new) == ["masthead", "  ~ title: [-Draft report-] {+Minutes+}"])
    }

    @Test func `leaves out identifiers, source lines and page furniture`() {
        let old = report(opening: opening, closing: closing)
        var new = old.withIDs()
        new.body.insert(
            .interruption(.furniture(Furniture(kind: .pageNumber, text: ["2"]))), at: 1)
        new.source = Source(name: "other.txt")
        let comparison = RecordComparison(from: old, to: new)
        #expect(comparison.isEmpty)
    }

    @Test func `names the first mark or value that differs where the text does not`() {
        var old = report(opening: opening, closing: closing)
        let new = old
        old.kind = "minutes"
        let comparison = RecordComparison(from: old, to: new)
        #expect(!comparison.isEmpty)
        #expect(comparison.markDifference?.path == "/meetingReport")
        #expect(
            lines(old, new).first?.hasPrefix("The printed text is the same; the first other difference")
                == true)
    }

    @Test func `tells which State joined and which left`() {
        func attended(_ states: [(String, String)]) -> MeetingReport {
            let names = states.map {
                Inline.organization(
                    Organization(kind: "state", code: $0.1, as: "participant", content: [.text($0.0)]))
            }
            let statement = Statement(kind: "attendance", content: names)
            return MeetingReport(body: [
                .paragraph(Paragraph(content: [.p(P(content: [.statement(statement)]))]))
            ])
        }
        let comparison = RecordComparison(
            from: attended([("Albania", "ALB"), ("Chile", "CHL")]),
            to: attended([("Chile", "CHL"), ("Spain", "ESP")]))
        #expect(
            comparison.facts.map { "\($0.side) \($0.kind) \($0.columns.map(\.value))" } == [
                #"removed attendance ["Albania", "state", "ALB", "participant"]"#,
                #"added attendance ["Spain", "state", "ESP", "participant"]"#,
            ])
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
    func `finds again what was removed, added or changed at random`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let texts = (0..<60).map { number in
            "Paragraph \(number) says \(Int.random(in: 0..<1_000_000, using: &random)) and no other does."
        }
        var kept = texts
        var removed: Set<String> = []
        for _ in 0..<10 {
            removed.insert(kept.remove(at: Int.random(in: kept.indices, using: &random)))
        }
        let comparison = RecordComparison(
            from: report(opening: texts, closing: closing), to: report(opening: kept, closing: closing))
        let found = comparison.changes.compactMap { change -> String? in
            if case .removed(let unit) = change { unit.text } else { nil }
        }
        #expect(Set(found) == removed)
        #expect(found.count == 10)
    }
}

@Suite struct `An alignment of two sequences` {
    @Test(arguments: [
        ("abc", "abc", "aabbcc"), ("abcd", "bcd", "bbccdd"), ("xay", "zaw", "aa"), ("aab", "ab", "aabb"),
        ("abcabc", "abc", "aabbcc"), ("", "abc", ""), ("abc", "", ""), ("abcde", "abxde", "aabbddee"),
    ])
    func `pairs what is equal, in order`(old: String, new: String, pairs: String) {
        let (old, new) = (Array(old), Array(new))
        let found = SequenceAlignment.pairs(old, new)
        #expect(found.map { "\(old[$0.old])\(new[$0.new])" }.joined() == pairs)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
    }
}
