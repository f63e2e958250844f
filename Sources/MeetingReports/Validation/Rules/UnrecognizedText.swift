extension FindingCode {
    /// Text was kept that no rule of reading recognized.
    static let unrecognizedText = FindingCode("unrecognized-text", .warning)
}

/// Finds the blocks of text that were kept as they were because nobody could say what they are.
struct UnrecognizedText: RecordRule {
    static let explanation = Explanation(
        .unrecognizedText,
        meaning: "A block of text was kept as it was printed, because it was not recognized as anything.",
        reason: "Nothing is lost, but the text takes no part in the outline and in the facts of the report.",
        remedy:
            "Look at the block, and mark it up as what it is: a paragraph, a table, page furniture, a note.",
        bad: .record(
            """
            <paragraph><num>1.</num><p>The Group met in Geneva.</p></paragraph>
            <unrecognized>17')</unrecognized>
            """, at: "/meetingReport/body/unrecognized[1]"),
        good: .record(
            """
            <paragraph><num>1.</num><p>The Group met in Geneva.</p></paragraph>
            <furniture kind="mark">17')</furniture>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.unrecognized.map { block in
            let lines = block.text.count
            let characters = block.text.reduce(0) { count, line in
                count + line.unicodeScalars.count { !$0.properties.isWhitespace }
            }
            return Breach(
                at: block.element,
                """
                \(lines) line\(lines == 1 ? "" : "s") with \(characters) character\(characters == 1 ? "" : "s") \
                \(lines == 1 ? "was" : "were") not recognized as anything, and kept as printed.
                """)
        }
    }
}
