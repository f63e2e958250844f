extension FindingCode {
    /// Numbers of paragraphs are left out.
    static let missingParagraphNumber = FindingCode("missing-paragraph-number", .warning)
}

/// Finds gaps in the numbers of paragraphs.
///
/// The body and each annex have numbers of their own.
/// Where they begin is not judged: an addendum may go on from the report.
struct MissingParagraphNumber: RecordRule {
    static let explanation = Explanation(
        .missingParagraphNumber,
        meaning: "The numbers of paragraphs leave one or more out.",
        reason:
            "Either the report was printed so, or text was lost before the record was made; only the second is harm.",
        remedy: """
            Look between the two paragraphs in the printed report. If nothing stands there, leave the record as it is. If something \
            does, the text that was read is incomplete: get a complete one and read it again.
            """,
        bad: .record(
            """
            <paragraph><num>37.</num><p>The draft was introduced.</p></paragraph>
            <paragraph><num>39.</num><p>The draft was adopted.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[2]"),
        good: .record(
            """
            <paragraph><num>37.</num><p>The draft was introduced.</p></paragraph>
            <paragraph><num>38.</num><p>The draft was adopted.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.paragraphAnomalies.compactMap { anomaly in
            guard case .missing(let numbers, let isOne, let last, let next) = anomaly else { return nil }
            return Breach(
                at: next.element, part: .number(next.num),
                """
                The paragraph \(isOne ? "number \(numbers) is" : "numbers \(numbers) are") missing: "\(last.num)" is followed by \
                "\(next.num)".
                """,
                related: [
                    Breach.Related(
                        message: "The number before.", element: last.element, part: .number(last.num))
                ])
        }
    }
}
