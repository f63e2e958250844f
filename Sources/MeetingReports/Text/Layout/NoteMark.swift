/// The mark of a note, as its digits or signs; `1`, `1/` and `[1]` are drawn otherwise and call notes that are drawn so.
struct NoteMark: Hashable, Sendable {
    /// How the mark is drawn.
    enum Style: Sendable {
        /// `1`, `¹`, `**`, and the `1.` of a list of notes
        case plain
        /// `1/`
        case slash
        /// `[1]`
        case bracket
    }

    /// The digits, those raised as plain ones, or the asterisks.
    var key: [UInt8]
    /// How they are drawn.
    var style: Style

    /// The most digits of a note's number.
    fileprivate static let mostDigits = 3

    init(key: [UInt8], style: Style) {
        self.key = key
        self.style = style
    }

    /// The mark that a note has in a record.
    init(marker: String) {
        let bytes = Array(marker.utf8)
        style = bytes.first == UInt8(ascii: "[") ? .bracket : bytes.last == .slash ? .slash : .plain
        let length = Superscript.length(in: bytes[...])
        key =
            length == bytes.count && length > 0
            ? Superscript.digits(of: bytes[...])
            : bytes.filter { ![.slash, .period, UInt8(ascii: "["), UInt8(ascii: "]")].contains($0) }
    }

    /// The number, where the mark is one.
    var value: Int? { Int(digits: key[...]) }
}

/// The mark that a line begins with, where the line may begin a note.
struct LeadingNoteMark {
    /// The mark.
    var mark: NoteMark
    /// The printed characters.
    var printed: String
    /// Where the note's text begins, from the beginning of the line's text; at its end where the mark stands alone.
    var textStart: Int

    /// - Parameter isListed: whether the line is in a list of notes, where a stop may follow the number.
    init?(_ text: ArraySlice<UInt8>, isListed: Bool = false) {
        var cursor = ByteCursor(text, at: text.startIndex)
        let isBracketed = cursor.skip(UInt8(ascii: "["))
        let signs = cursor.rest.prefix { $0 == UInt8(ascii: "*") }
        let key = signs.isEmpty ? cursor.rest.prefix(while: \.isDigit) : signs
        guard !key.isEmpty, key.count <= NoteMark.mostDigits else { return nil }
        cursor.index = key.endIndex
        if isBracketed, !cursor.skip(UInt8(ascii: "]")) { return nil }
        let isSlashed = !isBracketed && cursor.skip(.slash)
        let isStopped = isListed && !isSlashed && !isBracketed && cursor.skip(.period)
        printed = text[..<cursor.index].string
        let gap = cursor.rest.prefix(while: \.isBlank)
        textStart = gap.endIndex - text.startIndex
        mark = NoteMark(key: Array(key), style: isBracketed ? .bracket : isSlashed ? .slash : .plain)
        guard let first = text[gap.endIndex...].first else { return }
        let begins = first.isCapital || first >= 0x80 || [.open, UInt8(ascii: "\"")].contains(first)
        let isParted = !gap.isEmpty
        // Digits and a capital may stand without a space, signs may not.
        guard
            isParted && (begins || first.isSmall || isStopped)
                || begins && signs.isEmpty && !isSlashed && !isBracketed
        else { return nil }
    }
}

/// A place in a text that calls a note.
struct NoteCall {
    /// The bytes of the mark.
    var range: Range<Int>
    /// The mark.
    var mark: NoteMark
    /// Whether the figure may be another than a note's: `WHO1` calls a note, `COP21` does not.
    var isDoubtful: Bool

    /// The places in a text that may call a note: raised digits after a word, digits or asterisks glued to one, and
    /// `1/` or `[1]`.
    static func all(in text: ArraySlice<UInt8>) -> [NoteCall] {
        var calls: [NoteCall] = []
        var index = text.startIndex + 1
        while index < text.endIndex {
            let length: Int
            switch text[index] {
            case 0x30...0x39, UInt8(ascii: "*"): length = addGlued(in: text, at: index, to: &calls)
            case UInt8(ascii: "["): length = addBracketed(in: text, at: index, to: &calls)
            case 0xC2...: length = addRaised(in: text, at: index, to: &calls)
            default: length = 1
            }
            index += length
        }
        return calls
    }

    private static func addRaised(in text: ArraySlice<UInt8>, at index: Int, to calls: inout [NoteCall])
        -> Int
    {
        let length = Superscript.length(in: text[index...])
        if length > 0, !text[index - 1].isBlank {
            let mark = NoteMark(key: Superscript.digits(of: text[index..<(index + length)]), style: .plain)
            calls.append(NoteCall(range: index..<(index + length), mark: mark, isDoubtful: false))
        }
        return max(1, length)
    }

    private static func addBracketed(in text: ArraySlice<UInt8>, at index: Int, to calls: inout [NoteCall])
        -> Int
    {
        let digits = text[(index + 1)...].prefix(while: \.isDigit)
        guard !digits.isEmpty, digits.count <= NoteMark.mostDigits, digits.endIndex < text.endIndex,
            text[digits.endIndex] == UInt8(ascii: "]")
        else { return 1 }
        let mark = NoteMark(key: Array(digits), style: .bracket)
        calls.append(NoteCall(range: index..<(digits.endIndex + 1), mark: mark, isDoubtful: false))
        return digits.count + 2
    }

    /// Digits or asterisks that are glued to the end of a word, or have a stroke after them.
    private static func addGlued(in text: ArraySlice<UInt8>, at index: Int, to calls: inout [NoteCall]) -> Int
    {
        let byte = text[index]
        let key = text[index...].prefix { byte.isDigit ? $0.isDigit : $0 == byte }
        guard key.count <= NoteMark.mostDigits else { return key.count }
        let isSlashed = key.endIndex < text.endIndex && text[key.endIndex] == .slash
        let end = key.endIndex + (isSlashed ? 1 : 0)
        let after = end < text.endIndex ? text[end] : .space
        guard !after.isWordByte || after >= 0x80 && !byte.isDigit, after != .slash,
            let isDoubtful = isDoubtful(text[..<index], isDigit: byte.isDigit, isSlashed, text[end...])
        else { return key.count }
        let mark = NoteMark(key: Array(key), style: isSlashed ? .slash : .plain)
        calls.append(NoteCall(range: index..<end, mark: mark, isDoubtful: isDoubtful))
        return end - index
    }

    /// Whether a figure between two texts may as well be another than a note's; nil where it is another.
    private static func isDoubtful(
        _ text: ArraySlice<UInt8>, isDigit: Bool, _ isSlashed: Bool, _ rest: ArraySlice<UInt8>
    ) -> Bool? {
        guard let before = text.last else { return nil }
        if before.isSmall || before >= 0x80 && endsWord(text) { return false }
        if !isDigit, before.isWordByte { return false }
        if before.isCapital { return true }
        if before.isBlank {
            if isSlashed { return false }
            // A raised figure with a space before it, at the end of a sentence or clause.
            let isEnd = text.dropLast().last.map { [.period, .semicolon, .close].contains($0) } ?? false
            let begins = rest.drop(while: \.isBlank).first
            let isWord =
                rest.first.map { [.comma, .period, .semicolon].contains($0) } ?? false && isNoCount(text)
            return isDigit
                && (isWord || isEnd && (begins.map { $0.isCapital && rest.first == .space } ?? true))
                ? true : nil
        }
        guard ".,;:)\"".utf8.contains(before) else { return nil }
        if text.dropLast().last?.isDigit ?? false { return nil }
        return before == .period && endsAbbreviation(text.dropLast()) ? nil : false
    }

    /// The words that a number after them belongs to: `paragraph 1`.
    private static let counted: Set<String> = [
        "annex", "appendix", "article", "articles", "chapter", "decision", "document", "figure", "group",
        "item",
        "items", "level", "number", "page", "pages", "paragraph", "paragraphs", "part", "phase", "point",
        "principle",
        "recommendation", "regulation", "resolution", "rule", "section", "session", "step", "table", "target",
        "task", "tier", "volume", "working", "with", "from", "than", "about", "only", "least",
    ]

    /// Whether a text ends in a word of some length, and a space, that no number belongs to.
    private static func isNoCount(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.dropLast().suffix(16).reversed().prefix { $0.isSmall || $0.isCapital }
        guard word.count >= 4, word.first?.isSmall ?? false else { return false }
        return !counted.contains(String(decoding: word.reversed(), as: UTF8.self).lowercased())
    }

    /// The words before a stop that a number belongs to: `Add.1`, `para.3`.
    private static let abbreviations: Set<String> = [
        "add", "amend", "art", "arts", "chap", "conf", "corr", "crp", "dec", "doc", "ex", "fig", "inf",
        "misc", "no",
        "nos", "para", "paras", "pp", "ref", "res", "rev", "sec", "sect", "vol", "wg", "wp",
    ]

    /// Whether a text ends in a word that a number belongs to, or in a letter alone.
    private static func endsAbbreviation(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.suffix(8).reversed().prefix { $0.isSmall || $0.isCapital }
        return word.count == 1
            || abbreviations.contains(String(decoding: word.reversed(), as: UTF8.self).lowercased())
    }

    /// Whether a text ends in a letter beyond ASCII or a quotation mark.
    private static func endsWord(_ text: ArraySlice<UInt8>) -> Bool {
        guard let start = text.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
        let (scalar, _) = scalar(in: text[start...], at: 0)
        return scalar.properties.isAlphabetic || "\u{201D}\u{2019}\u{BB}".unicodeScalars.contains(scalar)
    }
}
