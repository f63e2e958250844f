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
        var callers: [ExactText: Set<Int?>] = [:]
        for mark in outline.marks {
            if let target = mark.target { callers[ExactText(target), default: []].insert(mark.note) }
        }
        return outline.notes.compactMap { note in
            guard let marker = note.marker else { return nil }
            let calls = note.id.flatMap { callers[ExactText($0)] } ?? []
            guard calls.allSatisfy({ $0 == note.element }) else { return nil }
            let isNumber = SerialNumber(arabic: PrintedNumber.core(of: marker)) != nil
            return Breach(
                at: note.element, "No mark in the text names the note \"\(marker)\".",
                severity: isNumber ? nil : .info)
        }
    }
}
