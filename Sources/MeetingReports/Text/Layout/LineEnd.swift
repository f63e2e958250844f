/// What the end of a line, or of a text, says of what follows it.
enum LineEnd {
    /// Whether a text ends as a sentence does, brackets and quotation marks after the stop aside.
    static func isSentence(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        for byte in text.reversed() {
            switch byte {
            case .period, .colon, .semicolon, UInt8(ascii: "?"), UInt8(ascii: "!"): return true
            case .close, UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x80...: continue
            default: return false
            }
        }
        return false
    }

    /// Whether a text waits for more: it ends in a letter or digit, but not with `and` or `or` before a list's last item.
    static func waits(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        let last = text.suffix(4).drop { $0 & 0xC0 == 0x80 }.lastIndex { $0 & 0xC0 != 0x80 }
        guard let last else { return false }
        let (scalar, _) = scalar(in: Array(text[last...]), at: 0)
        return (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            && !text.suffix(4).elementsEqual(" and".utf8)
            && !text.suffix(3).elementsEqual(" or".utf8)
            && Superscript.length(in: Array(text.suffix(2))[...]) == 0
    }

    /// Whether a text cannot end here: after a comma, a hyphen, or a word such as `of` that another word must follow.
    static func isOpen(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        guard let last = text.last else { return true }
        return last == .comma || last == .hyphen || last == .open || last == .slash || isSmallWord(text)
    }

    /// Whether a text ends in a word such as `of`, which another word must follow.
    static func isSmallWord(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        let word = text.suffix(8).reversed().prefix { !$0.isBlank }
        // The letter of `ANNEX A` is no article.
        if word.count == 1, word.first?.isCapital ?? false { return false }
        return word.count < min(8, text.count)
            && small.contains(String(decoding: word.reversed(), as: UTF8.self).lowercased())
    }

    /// Articles, prepositions and conjunctions of English, French and Spanish.
    private static let small: Set<String> = [
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "its", "of", "on", "or", "that", "the",
        "their", "to",
        "under", "which", "with",
        "au", "aux", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "ou", "par", "pour", "sur",
        "con", "del", "el", "las", "los", "o", "para", "por", "y",
    ]
}

extension [UInt8] {
    /// Whether all letters are capitals, and there are some.
    var isInCapitals: Bool { contains(where: \.isCapital) && !contains(where: \.isSmall) }
}
