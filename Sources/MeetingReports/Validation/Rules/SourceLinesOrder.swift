extension FindingCode {
    /// Source lines do not ascend.
    static let sourceLinesOrder = FindingCode("source-lines-order", .error)
}

/// Finds source lines that run backwards or overlap.
struct SourceLinesOrder: RecordRule {
    static let explanation = Explanation(
        .sourceLinesOrder,
        meaning: "The source lines of an element run backwards or overlap.",
        reason:
            "By its lines an element is found in the text it came from, and every line is accounted for once.",
        remedy: "Write the ranges in ascending order, each line in one range: \"39-43 52-53\".",
        bad: .record(
            """
            <paragraph lines="52-53 39-43"><p>The Secretariat presented the agenda.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[1]/@lines"),
        good: .record(
            """
            <paragraph lines="39-43 52-53"><p>The Secretariat presented the agenda.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.unorderedLines.map { element, lines in
            Breach(
                at: element, part: .attribute(.lines),
                "The source lines \"\(lines)\" do not ascend; each range must begin after the one before it.")
        }
    }
}
