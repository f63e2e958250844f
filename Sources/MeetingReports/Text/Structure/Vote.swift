/// `In favour:` and the like, which list how the members voted.
struct Vote {
    /// The words.
    var num: String
    /// The text after them.
    var rest: ArraySlice<UInt8>

    private static let words: [StaticString] = ["In favour:", "Against:", "Abstaining:", "Abstentions:"]

    /// Whether a printed mark is one of the words.
    static func isMark(_ num: String) -> Bool { words.contains { $0.description == num } }

    init?(_ unit: TextUnit) {
        let text = unit.run.utf8[...]
        for word in Self.words {
            var cursor = ByteCursor(text, at: text.startIndex)
            guard unit.run.hasNoInterruption, cursor.skip(word) else { continue }
            num = text[..<cursor.index].string
            cursor.skipSpace()
            rest = cursor.rest
            return
        }
        return nil
    }
}
