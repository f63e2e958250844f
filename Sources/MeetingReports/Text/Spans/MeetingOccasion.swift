/// The clause that says that the meeting was opened or closed, and by whom.
enum MeetingOccasion {
    private static let opened: Set<String> = [
        "opened", "inaugurated", "inauguró", "inaugurada", "ouverte", "ouvert", "abierta", "abierto", "abrió",
    ]
    private static let closed: Set<String> = [
        "closed", "clausuró", "clausurada", "levée", "clausurado",
    ]
    private static let occasions: Set<String> = [
        "session", "meeting", "workshop", "conference", "seminar", "séance", "réunion", "reunión", "sesión",
        "sesiones",
    ]
    /// Clauses that leave out the word `opened` or `closed`.
    private static let openings: [Phrase] = [
        "was called to order", "declared open", "meeting|session open", "declara abierta|abierto",
        "declaró abierta|abierto", "déclare ouverte", "déclaré ouverte",
    ]
    private static let closings: [Phrase] = [
        "meeting|session rose", "meeting|session was adjourned", "declared closed", "meeting|session closed",
        "se levanta la",
    ]

    static func mark(_ sentence: Sentence) -> SpanMark? {
        let text = sentence.text
        for word in sentence.words {
            let small = text.words[word].small
            let isOpening = opened.contains(small)
            guard isOpening || closed.contains(small), isVerb(word, in: sentence) else { continue }
            // `The second session of the Board of Trade was opened`
            let before = text.words[max(sentence.words.lowerBound, word - 12)..<word]
            let after = text.words[word..<min(word + 5, sentence.words.upperBound)]
            guard (before + after).contains(where: { occasions.contains($0.small) }) else { continue }
            return sentence.statement(isOpening ? "opening" : "closing")
        }
        if sentence.find(anyOf: openings).map({ isDeclared($0, in: sentence) }) ?? false {
            return sentence.statement("opening")
        }
        return sentence.find(anyOf: closings).map { isDeclared($0, in: sentence) } ?? false
            ? sentence.statement("closing") : nil
    }

    /// Whether a word is a verb: not in `the closed part`, `the first part (closed)`, `opened for signature`.
    private static func isVerb(_ word: Int, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let start = sentence.offset(word)
        if start > 0, text.bytes[start - 1] == .open { return false }
        if word > sentence.words.lowerBound,
            ["a", "an", "the", "in", "newly", "la", "une"].contains(text.words[word - 1].small)
        {
            return false
        }
        let before = text.words[max(sentence.words.lowerBound, word - 3)..<word].map(\.small)
        if before.contains(where: { ["will", "shall", "sera", "será", "to"].contains($0) }) { return false }
        guard word + 1 < sentence.words.upperBound, text.isJoined(word) else { return true }
        let next = text.words[word + 1].small
        return !["for", "to", "up", "sessions", "meetings"].contains(next)
    }

    /// Whether the words before or of a clause make it one that declares: `The Chair declared the meeting closed`.
    private static func isDeclared(_ first: Int, in sentence: Sentence) -> Bool {
        let small = sentence.text.words[first].small
        guard ["meeting", "session"].contains(small),
            ["open", "closed"].contains(sentence.text.words[first + 1].small)
        else { return true }
        return (max(sentence.words.lowerBound, first - 8)..<first).contains {
            sentence.text.words[$0].small == "declared"
        }
    }
}
