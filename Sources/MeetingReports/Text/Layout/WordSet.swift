/// The words that occur inside the lines of a text, gathered when the first of them is asked for.
struct WordSet {
    private let source: SourceText
    private var words: Set<[UInt8]>?

    init(_ source: SourceText) {
        self.source = source
    }

    /// Whether the hyphen at the end of `before` only broke a word that `after` goes on with.
    ///
    /// It did where the joined word occurs elsewhere; it did not where the word occurs with its hyphen, or where both
    /// of its parts are words of the text. In doubt it stays.
    mutating func isBroken(before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) -> Bool {
        let first = Self.small(before.dropLast().reversed().prefix(while: Self.isLetter).reversed())
        let second = Self.small(after.prefix(while: Self.isLetter))
        guard let start = after.first, start.isSmall || start >= 0x80, !first.isEmpty, !second.isEmpty else {
            return false
        }
        let words = self.words ?? Self.gather(source)
        self.words = words
        if words.contains(first + second) { return true }
        if words.contains(first + [.hyphen] + second) { return false }
        return !words.contains(first) || !words.contains(second)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isWordByte && !byte.isDigit }

    private static func small(_ word: some Sequence<UInt8>) -> [UInt8] {
        word.map { $0.isCapital ? $0 | 0x20 : $0 }
    }

    /// Every word, and every pair of words with a hyphen between them, in small letters; not those at a line's end.
    private static func gather(_ source: SourceText) -> Set<[UInt8]> {
        var words: Set<[UInt8]> = []
        for range in source.lines {
            var previous: [UInt8] = []
            var index = range.lowerBound
            while index < range.upperBound {
                guard isLetter(source.utf8[index]) else {
                    if source.utf8[index] != .hyphen { previous = [] }
                    index += 1
                    continue
                }
                let word = small(source.utf8[index..<range.upperBound].prefix(while: isLetter))
                let isAfterBreak = index == range.lowerBound
                index += word.count
                let isBeforeBreak =
                    index < range.upperBound && source.utf8[index] == .hyphen && index + 1 == range.upperBound
                if !isBeforeBreak, !isAfterBreak || word.count > 3 { words.insert(word) }
                if !previous.isEmpty { words.insert(previous + [.hyphen] + word) }
                previous = word
            }
        }
        return words
    }
}
