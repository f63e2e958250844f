extension FindingCode {
    /// A paragraph is printed with a number that does not fit between its neighbours.
    static let paragraphNumberOrder = FindingCode("paragraph-number-order", .warning)
}

/// Finds paragraphs whose numbers stand out of order.
///
/// The body and each annex have numbers of their own.
/// Of several ways to put them in order that which moves the fewest is taken.
struct ParagraphNumberOrder: RecordRule {
    static let explanation = Explanation(
        .paragraphNumberOrder,
        meaning: "A paragraph is printed with a number that does not fit between its neighbours.",
        reason:
            "Mostly a number was misread in scanning, or paragraphs were taken out of the order of print.",
        remedy: """
            Compare the paragraphs with the printed report. A number that is printed so stays; one that was misread is corrected in \
            the text, which is then read again.
            """,
        bad: .record(
            """
            <paragraph><num>9.</num><p>The Chair opened the discussion.</p></paragraph>
            <paragraph><num>22.</num><p>Several experts took the floor.</p></paragraph>
            <paragraph><num>10.</num><p>The Chair thanked them.</p></paragraph>
            <paragraph><num>11.</num><p>The Group adjourned.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[2]"),
        good: .record(
            """
            <paragraph><num>9.</num><p>The Chair opened the discussion.</p></paragraph>
            <paragraph><num>10.</num><p>Several experts took the floor.</p></paragraph>
            <paragraph><num>11.</num><p>The Chair thanked them.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.paragraphAnomalies.compactMap { anomaly in
            guard case .misplaced(let num, let element, let neighbour, let isAfter) = anomaly else {
                return nil
            }
            return Breach(
                at: element, part: .number(num),
                "The paragraph number \"\(num)\" is out of order \(isAfter ? "after" : "before") \"\(neighbour.num)\".",
                related: [
                    Breach.Related(
                        message: "The number \(isAfter ? "before" : "after").", element: neighbour.element,
                        part: .number(neighbour.num))
                ])
        }
    }
}
