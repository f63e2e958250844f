extension FindingCode {
    /// The mark of a footnote names none.
    static let markWithoutNote = FindingCode("mark-without-note", .warning)
}

/// Finds marks of notes that name no note: those without a target, and those whose target is another element.
struct MarkWithoutNote: RecordRule {
    static let explanation = Explanation(
        .markWithoutNote,
        meaning: "The mark of a note stands in the text, and it names no note.",
        reason:
            "Either the report was printed without the note, or the note was lost before the record was made.",
        remedy: """
            Look for the note in the printed report. Where it is in the record, give the mark its id as target; where it was lost, \
            get a complete text; where it was never printed, leave the record as it is.
            """,
        bad: .record(
            """
            <paragraph><p>The papers are available.<noteReference>1</noteReference></p></paragraph>
            """, at: "/meetingReport/body/paragraph[1]/p[1]/noteReference[1]"),
        good: .record(
            """
            <paragraph><p>The papers are available.<noteReference target="fn_1">1</noteReference></p></paragraph>
            <footnote id="fn_1"><marker>1</marker><p>On the website of the meeting.</p></footnote>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        guard !outline.marks.isEmpty else { return [] }
        var notes = IDTable(capacity: outline.notes.count)
        for note in outline.notes {
            if let id = note.id { notes.insert(id, note.element) }
        }
        return outline.marks.compactMap { mark in
            guard let target = mark.target else {
                return Breach(at: mark.element, "The mark names no note.")
            }
            // A target that is nowhere is an error of its own.
            guard outline.elements[target] != nil, notes[target] == nil else { return nil }
            return Breach(
                at: mark.element, part: .attribute(.target),
                "The mark names \"\(String(checked: target))\", which is an element but not a footnote.")
        }
    }
}
