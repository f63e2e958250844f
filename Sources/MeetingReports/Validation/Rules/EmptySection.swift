extension FindingCode {
    /// A section holds nothing.
    static let emptySection = FindingCode("empty-section", .info)
}

/// Finds sections with nothing but page furniture and notes under their heading.
///
/// A section that names agenda items is left alone: reports print items that were not taken up by their heading alone.
struct EmptySection: RecordRule {
    static let explanation = Explanation(
        .emptySection,
        meaning: "A section has a heading or a number, and nothing under it.",
        reason: "Some reports print such headings on purpose; mostly a line of text was taken for a heading.",
        remedy:
            "Compare with the printed report. If the line is no heading, make it a paragraph; else leave it.",
        bad: .record(
            """
            <section><heading>Background</heading></section>
            <section><heading>Proceedings</heading><paragraph><p>The Chair opened the meeting.</p></paragraph></section>
            """, at: "/meetingReport/body/section[1]"),
        good: .record(
            """
            <section><heading>Proceedings</heading><paragraph><p>The Chair opened the meeting.</p></paragraph></section>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.divisions.filter { $0.isSection && $0.isEmpty && !$0.namesAgendaItems }.map { section in
            let name = outline.heading(of: section) ?? section.num
            return Breach(
                at: section.element, "The section\(name.map { " \"\($0)\"" } ?? "") holds nothing.")
        }
    }
}
