internal import LibXML

/// A run of text as the span passes see it: its characters without what interrupts them, cut into words.
struct SpanText {
    /// A word: letters and digits with hyphens and apostrophes inside.
    struct Word {
        /// Its bytes.
        var range: Range<Int>
        /// The word in small letters.
        var small: String
        /// A hash of it, the same in every run.
        var hash: UInt64
        /// Whether it begins with a capital letter.
        var isCapital: Bool
    }

    /// The text as UTF-8.
    let bytes: [UInt8]
    /// The words in their order.
    let words: [Word]

    init(_ text: String) {
        bytes = Array(text.utf8)
        words = Self.words(in: bytes)
    }

    /// The characters of a range.
    subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The printed characters of a word.
    func printed(_ word: Word) -> String { self[word.range] }

    /// The bytes between two neighbouring words.
    func between(_ index: Int, _ next: Int) -> ArraySlice<UInt8> {
        bytes[words[index].range.upperBound..<words[next].range.lowerBound]
    }

    /// Whether the bytes are one space, of the kind that breaks lines or of the kind that does not.
    static func isSpace(_ gap: ArraySlice<UInt8>) -> Bool {
        gap.count == 1 && gap.first == .space || gap.elementsEqual([0xC2, 0xA0])
    }

    /// Whether only a space parts a word from the next.
    func isJoined(_ index: Int) -> Bool {
        index + 1 < words.count && Self.isSpace(between(index, index + 1))
    }

    /// The index of the first word that begins at or after an offset.
    func firstWord(from offset: Int) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The words that lie in a range.
    func words(in range: Range<Int>) -> Range<Int> {
        let first = firstWord(from: range.lowerBound)
        return first..<max(first, firstWord(from: range.upperBound))
    }

    private static func words(in bytes: [UInt8]) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(bytes.count / 6)
        var index = 0
        while index < bytes.count {
            let (first, length) = scalar(in: bytes, at: index)
            guard isLetterOrDigit(first) else {
                index += length
                continue
            }
            let start = index
            index += length
            while index < bytes.count {
                let (next, length) = scalar(in: bytes, at: index)
                if isLetterOrDigit(next) {
                    index += length
                } else if isInside(next), index + length < bytes.count,
                    isLetterOrDigit(scalar(in: bytes, at: index + length).scalar)
                {
                    index += length
                } else {
                    break
                }
            }
            var small = Self.small(bytes[start..<index])
            let hash = small.withUTF8 { $0.hash(from: 0) }
            words.append(Word(range: start..<index, small: small, hash: hash, isCapital: first.isCapital))
        }
        return words
    }

    /// One of 64 bits for a hash.
    static func mark(_ hash: UInt64) -> UInt64 { 1 << (hash % 64) }

    /// A word in small letters; for ASCII without the cost of Unicode.
    private static func small(_ word: ArraySlice<UInt8>) -> String {
        guard word.allSatisfy({ $0 < 0x80 }) else {
            return String(decoding: word, as: UTF8.self).lowercased()
        }
        return String(unsafeUninitializedCapacity: word.count) { buffer in
            for (offset, byte) in word.enumerated() { buffer[offset] = byte.isCapital ? byte | 0x20 : byte }
            return word.count
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return UInt8(scalar.value).isWordByte }
        return scalar.properties.isAlphabetic
    }

    private static func isInside(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2011}"
    }
}
