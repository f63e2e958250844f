/// The words that begin an annex on a line of its own.
struct AnnexTitle {
    /// The printed number: `Annex II`.
    var num: String
    /// The heading on the same line.
    var heading: String?
    /// `annex`, `appendix`, `attachment`, `addendum`, `corrigendum`.
    var kind: Codes?

    private static let words: [(word: StaticString, kind: String)] = [
        ("annexe", "annex"), ("annex", "annex"), ("anexo", "annex"), ("appendix", "appendix"),
        ("appendice", "appendix"), ("apéndice", "appendix"),
        ("attachment", "attachment"), ("enclosure", "attachment"),
    ]
    /// The most bytes of number and heading.
    private static let longest = 220

    /// What an annex with a printed number is.
    static func kind(of num: String) -> Codes? {
        var cursor = ByteCursor(Array(num.utf8)[...], at: 0)
        return skipWord(&cursor).flatMap { Codes($0) }
    }

    init?(_ unit: TextUnit) {
        guard case .plain = unit.kind else { return nil }
        let text = unit.run.utf8[...]
        var cursor = ByteCursor(text, at: text.startIndex)
        guard text.count <= Self.longest, text.first?.isCapital ?? false, let kind = Self.skipWord(&cursor)
        else {
            return nil
        }
        self.kind = Codes(kind)
        let isNumbered = Self.skipNumber(&cursor)
        let isStopped = cursor.skip(.colon) || cursor.skip(.period)
        num = text[..<cursor.index].string
        let numEnd = cursor.index
        cursor.skipSpace()
        if cursor.rest.isEmpty {
            // A number or capitals alone on a line are no end of a sentence.
            guard unit.isApart || isNumbered || Array(text).isInCapitals else { return nil }
            heading = nil
            return
        }
        let isDashed =
            cursor.rest.first == .hyphen || cursor.rest.starts(with: "\u{2013}".utf8)
            || cursor.rest.starts(with: "\u{2014}".utf8)
        guard unit.isApart, cursor.index > numEnd, isStopped || isDashed || Array(text).isInCapitals,
            !LineEnd.isSentence(text)
        else { return nil }
        heading = cursor.rest.string
    }

    /// Goes past the word, its letters spaced or not; gives the kind.
    static func skipWord(_ cursor: inout ByteCursor) -> String? {
        for (word, kind) in words {
            if cursor.skipWord(word) { return kind }
            var spaced = cursor
            let hasAll = word.withUTF8Buffer { letters in
                letters.allSatisfy { letter in
                    spaced.skipSpace()
                    return spaced.skip(letter & ~0x20)
                }
            }
            if hasAll, !(spaced.next?.isWordByte ?? false) {
                cursor = spaced
                return kind
            }
        }
        return nil
    }

    /// Goes past a number after the word: digits, a letter or a roman numeral.
    static func skipNumber(_ cursor: inout ByteCursor) -> Bool {
        var next = cursor
        next.skipSpace()
        let token = next.rest.prefix { $0.isCapital || $0.isDigit }
        guard !token.isEmpty, token.count <= 6,
            token.allSatisfy(\.isDigit) || token.count == 1 || Roman.value(of: token) != nil
        else { return false }
        next.index = token.endIndex
        guard !(next.next?.isWordByte ?? false) else { return false }
        cursor = next
        return true
    }
}
