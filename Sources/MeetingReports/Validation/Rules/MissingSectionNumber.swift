extension FindingCode {
    /// Numbers of sections are left out.
    static let missingSectionNumber = FindingCode("missing-section-number", .warning)
}

/// Finds gaps in the numbers of sections.
///
/// Sections are counted with those beside them, in Arabic or Roman numbers or in letters.
/// Where they begin is not judged: an addendum may go on from the report.
struct MissingSectionNumber: RecordRule {
    static let explanation = Explanation(
        .missingSectionNumber,
        meaning: "The numbers of sections leave one or more out.",
        reason:
            "Either the report was printed so, or text was lost before the record was made; only the second is harm.",
        remedy: """
            Look between the two sections in the printed report. If nothing stands there, leave the record as it is. If something \
            does, the text that was read is incomplete: get a complete one and read it again.
            """,
        bad: .record(
            """
            <section><num>A.</num><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
            <section><num>C.</num><heading>Agenda</heading><paragraph><p>The agenda was adopted.</p></paragraph></section>
            """, at: "/meetingReport/body/section[2]"),
        good: .record(
            """
            <section><num>A.</num><heading>Attendance</heading><paragraph><p>Twelve States took part.</p></paragraph></section>
            <section><num>B.</num><heading>Agenda</heading><paragraph><p>The agenda was adopted.</p></paragraph></section>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.sectionAnomalies.compactMap { anomaly in
            guard case .missing(let numbers, let isOne, let last, let next) = anomaly else { return nil }
            return Breach(
                at: next.element, part: .number(next.num),
                """
                The section \(isOne ? "number \(numbers) is" : "numbers \(numbers) are") missing: "\(last.num)" is followed by \
                "\(next.num)".
                """,
                related: [
                    Breach.Related(
                        message: "The number before.", element: last.element, part: .number(last.num))
                ])
        }
    }
}
