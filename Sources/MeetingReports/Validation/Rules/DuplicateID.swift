extension FindingCode {
    /// Two elements of one record carry the same id.
    static let duplicateID = FindingCode("duplicate-id", .error)
}

/// Finds ids that an earlier element of the record carries already.
///
/// Ids are unique in a record, not in a collection; the record's own id is one of them.
struct DuplicateID: RecordRule {
    static let explanation = Explanation(
        .duplicateID,
        meaning: "Two elements of one record carry the same id.",
        reason: "An id names one element; notes, contents lists and other systems find elements by it.",
        remedy: """
            Give one of the two another id, and let what means it point there. The printed number is no reason for equal ids: \
            a second paragraph "7." is "para_7_2".
            """,
        bad: .record(
            """
            <paragraph id="para_7"><num>7.</num><p>Several experts took the floor.</p></paragraph>
            <paragraph id="para_7"><num>8.</num><p>The Chair thanked them.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[2]/@id"),
        good: .record(
            """
            <paragraph id="para_7"><num>7.</num><p>Several experts took the floor.</p></paragraph>
            <paragraph id="para_8"><num>8.</num><p>The Chair thanked them.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        guard outline.elements.count < outline.ids.count else { return [] }
        return outline.ids.compactMap { id in
            guard let earlier = outline.elements[id.id], earlier != id.element else { return nil }
            return Breach(
                at: id.element, part: .attribute(.id),
                "The id \"\(id.text)\" is carried by an earlier element too.",
                related: [Breach.Related(message: "It is first given here.", element: earlier)])
        }
    }
}
