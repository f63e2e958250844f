/// `In favour:` and the like, which list how the members voted.
struct Vote {
    /// The words.
    var num: String
    /// The text after them.
    var rest: ArraySlice<UInt8>

    private static let positions: [(word: StaticString, capacity: Codes)] = [
        ("In favour:", "inFavour"), ("Against:", "against"), ("Abstaining:", "abstaining"),
        ("Abstentions:", "abstaining"), ("Votes in favour:", "inFavour"), ("Votes against:", "against"),
        ("Votos a favor:", "inFavour"), ("Votos en contra:", "against"), ("Abstenciones:", "abstaining"),
        ("Ont voté pour:", "inFavour"), ("Ont voté contre:", "against"), ("Se sont abstenus:", "abstaining"),
        ("Ont voté pour :", "inFavour"), ("Ont voté contre :", "against"),
        ("Se sont abstenus :", "abstaining"),
    ]

    /// How those voted who stand after a printed mark, by the vocabulary's codes of a capacity.
    static func capacity(of num: String) -> Codes? {
        positions.first { $0.word.description == num }?.capacity
    }

    /// Whether a printed mark is one of the words.
    static func isMark(_ num: String) -> Bool { capacity(of: num) != nil }

    init?(_ unit: TextUnit) {
        let text = unit.run.utf8[...]
        for (word, _) in Self.positions {
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
