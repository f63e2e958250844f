/// Names of meetings in a sentence.
enum EventPhrase {
    private static let heads: Set<String> = [
        "session", "meeting", "workshop", "seminar", "symposium", "forum", "conference", "consultation",
        "teleconference",
        "webinar", "retreat", "reunión", "réunion", "consultations", "sesión", "taller", "atelier",
        "seminario", "conferencia", "conférence", "período", "periodo",
    ]

    /// Whether a word is the one that names of meetings end with.
    static func isHead(_ word: String) -> Bool { heads.contains(word) }

    /// The event that stands before the word at `verb`: its head and what it is on, up to the verb.
    static func before(_ verb: Int, in sentence: Sentence) -> Range<Int>? {
        let text = sentence.text
        if let abbreviated = abbreviated(before: verb, in: sentence) { return abbreviated }
        if let numbered = numbered(sentence.words.lowerBound..<verb, in: sentence, isLast: true),
            isOf(text.firstWord(from: numbered.upperBound)..<verb, in: text)
        {
            return numbered
        }
        for head in (sentence.words.lowerBound..<verb).reversed() where heads.contains(text.words[head].small)
        {
            let event = range(from: head, in: text)
            return isOf(text.firstWord(from: event.upperBound)..<verb, in: text) ? event : nil
        }
        return nil
    }

    private static func isAcronym(_ word: ArraySlice<UInt8>) -> Bool {
        word.count >= 3 && word.allSatisfy(\.isCapital)
    }

    private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        word.count <= 3 && word.allSatisfy(\.isDigit)
            || word.allSatisfy { "IVXLC".utf8.contains($0) }
                && Ordinal.roman(word.map { $0 | 0x20 }[...]) != nil
    }

    /// Whether words between a meeting and its verb only say what it is of.
    private static func isOf(_ words: Range<Int>, in text: SpanText) -> Bool {
        !words.contains {
            ["that", "which", "who", "where", "referred", "was", "were"].contains(text.words[$0].small)
        }
    }

    /// A session named by the acronym of its body and its number: `SBI 60 was held`.
    private static func abbreviated(before verb: Int, in sentence: Sentence) -> Range<Int>? {
        let text = sentence.text
        guard verb > sentence.words.lowerBound + 1, text.isJoined(verb - 1) else { return nil }
        // `SBI 52–55`
        if verb > sentence.words.lowerBound + 2, text.isJoined(verb - 3),
            isNumber(text.bytes[text.words[verb - 2].range]),
            isNumber(text.bytes[text.words[verb - 1].range]),
            text.between(verb - 2, verb - 1).elementsEqual("\u{2013}".utf8),
            isAcronym(text.bytes[text.words[verb - 3].range])
        {
            return text.words[verb - 3].range.lowerBound..<text.words[verb - 1].range.upperBound
        }
        guard text.isJoined(verb - 2) else { return nil }
        // `SBI 60`, `XXIV ATCM`
        let (first, last) = (text.words[verb - 2], text.words[verb - 1])
        let isAfter = isNumber(text.bytes[last.range])
        guard isAfter != isNumber(text.bytes[first.range]) else { return nil }
        guard isAcronym(text.bytes[(isAfter ? first : last).range]) else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// The first or last meeting among some words that a number tells from others: `forty-first session`, `third expert meeting`.
    static func numbered(_ words: Range<Int>, in sentence: Sentence, isLast: Bool = false) -> Range<Int>? {
        let text = sentence.text
        let found = words.filter { heads.contains(text.words[$0].small) && !text.words[$0].isCapital }
        for head in isLast ? found.reversed() : found {
            var first = head
            while first > words.lowerBound, first > head - 4, text.isJoined(first - 1) {
                first -= 1
                let number = Ordinal.match(in: text.words[first..<head].map(\.small)[...])
                guard let number, first + number.count <= head else { continue }
                return text.words[first].range.lowerBound..<headEnd(head, in: text)
            }
        }
        return nil
    }

    /// The end of the word that a meeting's name ends with, and of the `de sesiones` of Spanish after it.
    private static func headEnd(_ head: Int, in text: SpanText) -> Int {
        let rest = text.words[(head + 1)...].prefix(2).map(\.small)
        return text.words[rest == ["de", "sesiones"] ? head + 2 : head].range.upperBound
    }

    /// The event that begins at the word at `index`, its head within six words.
    static func after(_ index: Int, in sentence: Sentence) -> Range<Int>? {
        let text = sentence.text
        for head in index..<max(index, min(index + 6, sentence.words.upperBound))
        where heads.contains(text.words[head].small) {
            if text.words[head].isCapital { return range(from: head, in: text) }
            return text.words[index].range.lowerBound..<headEnd(head, in: text)
        }
        return nil
    }

    private static func range(from head: Int, in text: SpanText) -> Range<Int> {
        let isName = text.words[head].isCapital
        let first = isName ? nameStart(head, in: text) : head
        let last = isName ? CapitalPhrase.end(in: text, fromHead: head) : head
        return text.words[first].range.lowerBound..<text.words[last].range.upperBound
    }

    /// The first word of the name: back over capitals, but not over what a slash or an acronym begins.
    private static func nameStart(_ head: Int, in text: SpanText) -> Int {
        var first = head
        while first > 0, text.isJoined(first - 1), text.words[first - 1].isCapital,
            !["the", "a", "this"].contains(text.words[first - 1].small)
        {
            let before = text.words[first - 1]
            let start = before.range.lowerBound
            // An organization before the event's name is its organizer.
            let isOrganization =
                start > 0 && text.bytes[start - 1] == .slash
                || NameTable.shared.acronyms[text.printed(before)] != nil
            if isOrganization { break }
            first -= 1
        }
        return first
    }
}

extension EventPhrase {
    /// The session that a title says its report is of: `its forty-first session`, `the second part of its first session`.
    static func ofTitle(in text: SpanText) -> Range<Int>? {
        guard let head = text.words.firstIndex(where: { $0.small == "session" || $0.small == "sessions" })
        else {
            return nil
        }
        var first = head
        while first > 0, text.isJoined(first - 1),
            ![
                "its", "the", "on", "of", "sa", "su", "sur", "de", "la", "le", "du", "del", "el",
            ].contains(text.words[first - 1].small)
        {
            first -= 1
        }
        // A number tells the session of a body from a work session.
        let words = text.words[first..<head].map(\.small)
        guard words.indices.contains(where: { Ordinal.match(in: words[$0...]) != nil }) else { return nil }
        return text.words[first].range.lowerBound..<text.words[head].range.upperBound
    }
}
