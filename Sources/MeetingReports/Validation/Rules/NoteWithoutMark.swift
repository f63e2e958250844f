extension FindingCode {
    /// A footnote is called by no mark in the text.
    static let noteWithoutMark = FindingCode("note-without-mark", .warning)
}

/// Finds footnotes that no mark names.
///
/// A mark inside the note itself does not count. A note without a printed mark, such as "Source: …" below a table, needs
/// none. Of notes that are marked by letters or asterisks, as tables and mastheads have them, the mark is often printed
/// where no reader can tell it from the text; they are information, not a warning.
struct NoteWithoutMark: RecordRule {
    static let explanation = Explanation(
        .noteWithoutMark,
        meaning: "A footnote is printed, and no mark in the text names it.",
        reason:
            "Nobody can tell what the note is about. Often the mark is there and was read as a part of a word.",
        remedy: """
            Look for the mark in the printed text. Where it is, mark it up as a noteReference with the note's id as its target; \
            where it is not, leave the record as it is.
            """,
        bad: .record(
            """
            <paragraph><p>The papers are available.1</p></paragraph>
            <footnote id="fn_1"><marker>1</marker><p>On the website of the meeting.</p></footnote>
            """, at: "/meetingReport/body/footnote[1]"),
        good: .record(
            """
            <paragraph><p>The papers are available.<noteReference target="fn_1">1</noteReference></p></paragraph>
            <footnote id="fn_1"><marker>1</marker><p>On the website of the meeting.</p></footnote>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        guard !outline.notes.isEmpty else { return [] }
        // The notes that are called by a mark outside themselves.
        var called = IDTable(capacity: outline.marks.count)
        for mark in outline.marks {
            guard let target = mark.target else { continue }
            if let own = mark.note.flatMap({ outline.notes[$0].id }), own.elementsEqual(target) { continue }
            called.insert(target, mark.element)
        }
        return outline.notes.compactMap { note in
            guard let marker = note.marker else { return nil }
            if let id = note.id, called[id] != nil { return nil }
            let isNumber = SerialNumber(arabic: PrintedNumber.core(of: marker)) != nil
            return Breach(
                at: note.element, "No mark in the text names the note \"\(marker)\".",
                severity: isNumber ? nil : .info)
        }
    }
}
