/// What the text of a unit looks like, before anything is known of its place.
struct UnitShape: Sendable {
    /// The number of its bytes, mark and interruptions aside.
    let count: Int
    /// Whether it ends as a sentence does.
    let isSentence: Bool
    /// Whether it may be a heading, by its characters alone.
    let isHeading: Bool
    /// Whether all its letters are capitals.
    let isCapitals: Bool
    /// Whether it ends in a colon.
    let introduces: Bool
    /// Whether it has a letter.
    let hasLetter: Bool

    /// The most bytes of a heading without a number.
    private static let longestHeading = 160

    init(_ unit: TextUnit) {
        guard unit.isText else {
            (count, isSentence, isHeading, isCapitals, introduces) = (0, false, false, false, false)
            hasLetter = false
            return
        }
        let text = unit.run.utf8
        count = text.count
        isSentence = LineEnd.isSentence(Self.withoutBrackets(text[...], .init(ascii: "["), .init(ascii: "]")))
        introduces = text.last == .colon
        let heading = AgendaReference.range(in: text[...]).map { text[..<$0.lowerBound] } ?? text[...]
        isCapitals = Array(heading).isInCapitals
        hasLetter = text.contains { $0.isWordByte && !$0.isDigit }
        isHeading = hasLetter && Self.mayBeHeading(text)
    }

    /// The text without a group in brackets at its end: `[Task 5]`.
    private static func withoutBrackets(_ text: ArraySlice<UInt8>, _ open: UInt8, _ close: UInt8)
        -> ArraySlice<UInt8>
    {
        guard text.last == close, let start = text.lastIndex(of: open), start > text.startIndex else {
            return text
        }
        return text[..<start].trimmingSpace()
    }

    private static func mayBeHeading(_ text: [UInt8]) -> Bool {
        guard text.count <= longestHeading, text.count >= 3, begins(text[...]), !LineEnd.isOpen(text),
            let last = text.last(where: { $0 < 0x80 }), ![.semicolon, .colon, .period].contains(last),
            !LabelledLine.isOne(text[...]), !isCode(text)
        else { return false }
        // Two sentences are no heading.
        return !zip(text, zip(text.dropFirst(), text.dropFirst(2))).contains {
            $0 == .period && $1.0 == .space && $1.1.isCapital && text.count > 90
        }
    }

    /// Whether a text is one word with a figure in it, a symbol or a job number.
    private static func isCode(_ text: [UInt8]) -> Bool {
        !text.contains(.space) && text.contains(where: \.isDigit)
            && text.contains { $0 == .slash || $0 == .period || $0 == .hyphen }
    }

    /// Whether a text begins as a heading may: with a capital, a figure or a quotation mark, and not all in brackets.
    private static func begins(_ text: ArraySlice<UInt8>) -> Bool {
        let (first, _) = scalar(in: text, at: 0)
        if first.isCapital || first == "\"" || "\u{AB}\u{201C}\u{2018}\u{BF}".unicodeScalars.contains(first) {
            return true
        }
        if first == "(" { return text.last != .close }
        return first.properties.numericType != nil
            || first.properties.isAlphabetic && !first.properties.isLowercase
    }
}

/// A line that says first what it gives, `Action: …`, `Present: …` or `Rapporteur: …`, and is no heading.
enum LabelledLine {
    private static let words: Set<String> = [
        "action", "actions", "task", "todo", "note", "remark", "comment", "decision", "recommendation",
        "conclusion",
        "agreed", "question", "answer", "proposal", "discussion", "present", "apologies", "excused", "absent",
        "attendees", "attending", "participants", "participant", "chair", "chairman", "chairperson",
        "co-chair",
        "co-chairs", "vice-chair", "vice-chairs", "vice-chairman", "vice-chairmen", "president",
        "vice-president",
        "vice-presidents", "rapporteur", "secretary", "secretariat", "minutes", "contact", "date", "time",
        "place",
        "venue", "location", "author", "source", "deadline", "responsible", "documentation", "document",
        "documents",
    ]

    /// Whether a text begins with such a word, and a number or the word `item` at most, before a colon.
    static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.prefix(40).firstIndex(of: .colon) else { return false }
        let label = text[..<colon].split(separator: .space).map {
            String(decoding: $0, as: UTF8.self).lowercased()
        }
        guard let first = label.first, words.contains(first) else { return false }
        return label.dropFirst().allSatisfy { word in
            word == "item" || word == "point" || word.utf8.contains(where: \.isDigit)
        }
    }
}
