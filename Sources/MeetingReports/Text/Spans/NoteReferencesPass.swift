/// Finds the marks of footnotes: superscript digits after a word, where the record has a note with that mark.
struct NoteReferencesPass {
    /// The id of the first note of each mark.
    let notes: [String: String]

    func marks(in text: SpanText) -> [SpanMark] {
        guard !notes.isEmpty else { return [] }
        var marks: [SpanMark] = []
        var index = 1
        while index < text.bytes.count {
            guard text.bytes[index] >= 0xC2 else {
                index += 1
                continue
            }
            let length = Superscript.length(in: text.bytes[index...])
            let range = index..<(index + max(1, length))
            if length > 0, text.bytes[index - 1] != .space, let note = notes[text[range]] {
                marks.append(
                    SpanMark(range: range, span: .noteReference(NoteReference(target: note, content: []))))
            }
            index = range.upperBound
        }
        return marks
    }
}
