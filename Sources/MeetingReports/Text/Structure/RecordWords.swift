/// What a record says of the whole document: its language and what it is.
enum RecordWords {
    private static let frequent: [(lang: String, words: Set<String>)] = [
        ("en", ["the", "of", "and", "to", "in", "was", "that", "by", "for", "with"]),
        ("fr", ["le", "la", "les", "des", "et", "du", "est", "une", "dans", "par"]),
        ("es", ["el", "los", "las", "del", "y", "que", "una", "por", "para", "con"]),
    ]

    /// The language that most of the small words of a text belong to; nil where hardly any is known.
    static func language(of utf8: [UInt8]) -> String? {
        var counts = [0, 0, 0]
        for word in utf8.prefix(20000).split(whereSeparator: { !$0.isWordByte }) where word.count <= 5 {
            let word = String(decoding: word.map { $0.isCapital ? $0 | 0x20 : $0 }, as: UTF8.self)
            for (index, language) in frequent.enumerated() where language.words.contains(word) {
                counts[index] += 1
            }
        }
        guard let most = counts.max(), most >= 3, let index = counts.firstIndex(of: most) else { return nil }
        return frequent[index].lang
    }

    /// What the document is, by its masthead.
    static func kind(of masthead: [Interrupted<MastheadField>]) -> String? {
        let fields = masthead.compactMap(\.element)
        if let type = fields.first(where: { $0.name == .documentType })?.value, type != "revision" {
            return type
        }
        guard let title = fields.first(where: { $0.name == .title }) else { return nil }
        let words = MastheadWords.words(Array(title.content.plainText.utf8)[...])
        let kinds = [
            "report": "report", "informe": "report", "rapport": "report", "minutes": "minutes",
            "agenda": "agenda",
            "decision": "decision", "summary": "summary", "corrigendum": "corrigendum",
            "addendum": "addendum",
        ]
        return words.lazy.compactMap { kinds[$0] }.first
    }
}
