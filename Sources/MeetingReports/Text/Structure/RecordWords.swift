/// What a record says of the whole document: its language.
enum RecordWords {
    private static let frequent: [(lang: String, words: [String])] = [
        ("en", ["the", "of", "and", "to", "in", "was", "that", "by", "for", "with"]),
        ("fr", ["le", "la", "les", "des", "et", "du", "est", "une", "dans", "par"]),
        ("es", ["el", "los", "las", "del", "y", "que", "una", "por", "para", "con"]),
        ("ru", ["на", "по", "что", "для", "не", "из", "от", "об", "за", "его"]),
    ]

    /// The languages of each of these words, by their places in the list.
    private static let languages = frequent.enumerated().reduce(into: [String: [Int]]()) { found, entry in
        for word in entry.element.words { found[word, default: []].append(entry.offset) }
    }

    /// The language that most of the small words of a text belong to; nil where hardly any is known.
    static func language(of utf8: [UInt8]) -> String? {
        var counts = frequent.map { _ in 0 }
        for word in utf8.prefix(20000).split(whereSeparator: { !$0.isWordByte }) where word.count <= 6 {
            let word = String(decoding: word.map { $0.isCapital ? $0 | 0x20 : $0 }, as: UTF8.self)
            for language in languages[word] ?? [] { counts[language] += 1 }
        }
        guard let most = counts.max(), most >= 3, let index = counts.firstIndex(of: most) else { return nil }
        return frequent[index].lang
    }
}
