/// Finds the marks of footnotes, where the record has a note with that mark: superscript digits after a word, and digits
/// or asterisks glued to one, as texts taken out of pages have them (`library1`, told from `LOCODE3`).
struct NoteReferencesPass {
    /// The id of the first note of each mark.
    let notes: [String: String]

    func marks(in text: SpanText) -> [SpanMark] {
        guard !notes.isEmpty else { return [] }
        var marks: [SpanMark] = []
        var index = 1
        while index < text.bytes.count {
            guard text.bytes[index] >= 0xC2 else {
                let length = Self.gluedLength(in: text.bytes, at: index)
                if length > 0, let note = notes[text[index..<(index + length)]] {
                    marks.append(
                        SpanMark(
                            range: index..<(index + length),
                            span: .noteReference(NoteReference(target: note, content: []))))
                }
                index += max(1, length)
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

    /// The number of digits or asterisks at a place, where they are glued to the end of a word and nothing goes on.
    private static func gluedLength(in bytes: [UInt8], at index: Int) -> Int {
        let byte = bytes[index]
        guard byte.isDigit || byte == UInt8(ascii: "*") else { return 0 }
        let mark = bytes[index...].prefix { byte.isDigit ? $0.isDigit : $0 == byte }
        let before = bytes[index - 1]
        let isStop = ".,;:)".utf8.contains(before) && !(index > 1 && bytes[index - 2].isDigit)
        let isWord = before.isSmall || before >= 0x80 || byte == UInt8(ascii: "*") && before.isWordByte
        let after = mark.endIndex < bytes.endIndex ? bytes[mark.endIndex] : .space
        return mark.count <= 3 && (isStop || isWord) && !after.isWordByte && after != .slash ? mark.count : 0
    }
}
