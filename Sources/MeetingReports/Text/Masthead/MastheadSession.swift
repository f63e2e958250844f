/// The session of a body as a line of a masthead prints it: `Forty-third session`, `103rd session`,
/// `Fifty-second to fifty-fifth session`, `Forty-eighth session, second part`, `XXe session`, `48º período de sesiones`.
struct MastheadSession: Hashable {
    /// The number of the session, or of the first of several.
    var number: Int
    /// The number of the last of several.
    var to: Int?
    /// The part of the session.
    var part: Int?

    /// Reads a line; nil where it is no session of a body.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.count <= 100 else { return nil }
        var words = MastheadWords.words(text).filter { !$0.isEmpty }
        guard let head = words.firstIndex(where: { Self.heads.contains($0) }) else { return nil }
        // `Session 50`, `Сессия 5`
        if head == 0, words.count == 2, let number = Int(words[1]) ?? Ordinal.roman(Array(words[1].utf8)[...])
        {
            self.number = number
            return
        }
        guard head <= 9 else { return nil }
        if let part = Self.part(in: words) {
            self.part = part.number
            words.removeSubrange(part.range)
        }
        guard let head = words.firstIndex(where: { Self.heads.contains($0) }) else { return nil }
        var numbers: [Int] = []
        var index = 0
        while index < head {
            if let (value, count) = Ordinal.match(in: words[index..<head]) {
                numbers.append(value)
                index += count
            } else if Self.fillers.contains(words[index]) {
                index += 1
            } else {
                return nil
            }
        }
        let rest = words[(head + 1)...]
        guard let first = numbers.first, numbers.count <= 2,
            rest.allSatisfy({ Self.tails.contains($0) || Self.isYear($0) })
        else {
            return nil
        }
        number = first
        to = numbers.dropFirst().first.flatMap { $0 > first ? $0 : nil }
    }

    /// `second part`, `part two of the`, `part II`, and where it stands.
    private static func part(in words: [String]) -> (number: Int, range: Range<Int>)? {
        guard let index = words.firstIndex(where: { ["part", "partie", "parte"].contains($0) }) else {
            return nil
        }
        var range = index..<(index + 1)
        var number: Int?
        if index > 0, let value = Ordinal.value(of: words[index - 1]) {
            number = value
            range = (index - 1)..<(index + 1)
        } else if index + 1 < words.count {
            let word = words[index + 1]
            number = Int(word) ?? cardinals[word] ?? Ordinal.roman(Array(word.utf8)[...])
            range = index..<(index + 2)
        }
        guard let number else { return nil }
        while range.upperBound < words.count,
            ["of", "the", "its", "de", "la"].contains(words[range.upperBound])
        {
            range = range.lowerBound..<(range.upperBound + 1)
        }
        return (number, range)
    }

    /// Whether a word is the year of a session: `First regular session 1998`.
    private static func isYear(_ word: String) -> Bool {
        Int(word).map { (1900...2999).contains($0) } ?? false
    }

    private static let cardinals = ["one": 1, "two": 2, "three": 3, "four": 4]
    private static let heads: Set<String> = [
        "session", "sessions", "período", "periodo", "sesión", "сессия", "сессии",
    ]
    private static let fillers: Set<String> = [
        "special", "resumed", "regular", "annual", "plenary", "organizational", "organisational",
        "substantive",
        "extraordinary", "to", "and", "the", "joint", "emergency", "extraordinaire", "formal", "à", "al",
        "специальная", "возобновленная", "ordinary", "on", "its", "executive", "ministerial", "high-level",
        "thematic", "intersessional", "inter-sessional", "pre-sessional", "preparatory",
    ]
    private static let tails: Set<String> = [
        "de", "sesiones", "extraordinario", "extraordinaire", "extraordinaria", "resumed", "spéciale",
        "reprise",
        "ordinario", "ordinaire", "of", "for",
    ]
}
