extension FindingCode {
    /// Two paragraphs are printed with the same number.
    static let duplicateParagraphNumber = FindingCode("duplicate-paragraph-number", .warning)
}

/// Finds paragraphs that are printed with the number of an earlier one.
///
/// The body and each annex have numbers of their own.
struct DuplicateParagraphNumber: RecordRule {
    static let explanation = Explanation(
        .duplicateParagraphNumber,
        meaning: "A paragraph is printed with the number of an earlier one.",
        reason:
            "References and minutes cite paragraphs by number; with two of one number nobody can tell which is meant.",
        remedy: """
            Compare the record with the printed report. If the report prints the number twice, leave it: the record keeps what was \
            printed. If the number was misread, correct the text and read it again.
            """,
        bad: .record(
            """
            <paragraph><num>6.</num><p>The Chair opened the discussion.</p></paragraph>
            <paragraph><num>7.</num><p>Several experts took the floor.</p></paragraph>
            <paragraph><num>7.</num><p>The Chair thanked them.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[3]"),
        good: .record(
            """
            <paragraph><num>6.</num><p>The Chair opened the discussion.</p></paragraph>
            <paragraph><num>7.</num><p>Several experts took the floor.</p></paragraph>
            <paragraph><num>8.</num><p>The Chair thanked them.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.paragraphAnomalies.compactMap { anomaly in
            guard case .duplicate(let num, let element, let first) = anomaly else { return nil }
            return Breach(
                at: element, part: .number(num), "The paragraph number \"\(num)\" is printed twice.",
                related: [
                    Breach.Related(message: "It is first printed here.", element: first, part: .number(num))
                ])
        }
    }
}
