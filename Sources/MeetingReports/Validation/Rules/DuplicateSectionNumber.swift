extension FindingCode {
    /// Two sections are printed with the same number.
    static let duplicateSectionNumber = FindingCode("duplicate-section-number", .warning)
}

/// Finds sections that are printed with the number of an earlier one.
///
/// Sections are counted with those beside them, in Arabic or Roman numbers or in letters.
struct DuplicateSectionNumber: RecordRule {
    static let explanation = Explanation(
        .duplicateSectionNumber,
        meaning: "A section is printed with the number of an earlier one.",
        reason:
            "Contents lists and later documents cite sections by number; with two of one number nobody can tell which is meant.",
        remedy: """
            Compare the record with the printed report. If the report prints the number twice, leave it: the record keeps what was \
            printed. If the number was misread, correct the text and read it again.
            """,
        bad: .record(
            """
            <section><num>I.</num><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
            <section><num>I.</num><heading>Agenda</heading><paragraph><p>The agenda was adopted.</p></paragraph></section>
            """, at: "/meetingReport/body/section[2]"),
        good: .record(
            """
            <section><num>I.</num><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
            <section><num>II.</num><heading>Agenda</heading><paragraph><p>The agenda was adopted.</p></paragraph></section>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.sectionAnomalies.compactMap { anomaly in
            guard case .duplicate(let num, let element, let first) = anomaly else { return nil }
            return Breach(
                at: element, part: .number(num), "The section number \"\(num)\" is printed twice.",
                related: [
                    Breach.Related(message: "It is first printed here.", element: first, part: .number(num))
                ])
        }
    }
}
