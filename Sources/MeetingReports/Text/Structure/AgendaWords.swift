extension AgendaReference {
    /// The reference to agenda items that a text is, as a whole: `(Agenda items 5 and 6)`.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.first == .open, text.last == .close || text.dropLast().last == .close, text.count <= 200,
            Self.begins(text.dropFirst())
        else { return nil }
        self.init(items: Self.items(in: text), content: [.text(TextRun.collapsed(text))])
    }

    /// A heading without the reference to agenda items at its end, and that.
    static func split(_ heading: [Inline]) -> ([Inline]?, AgendaReference?) {
        guard case .text(let last)? = heading.last else { return (heading.isEmpty ? nil : heading, nil) }
        let bytes = Array(last.utf8)[...]
        guard let range = range(in: bytes), let reference = AgendaReference(bytes[range]) else {
            return (heading, nil)
        }
        let rest = bytes[..<range.lowerBound].trimmingSpace()
        var before = Array(heading.dropLast())
        if !rest.isEmpty { before.append(.text(rest.string)) }
        return (before.isEmpty ? nil : before, reference)
    }

    /// Where a reference to agenda items stands at the end of a text.
    static func range(in text: ArraySlice<UInt8>) -> Range<Int>? {
        guard text.last == .close || text.dropLast().last == .close else { return nil }
        // A bracket inside the reference, `(Agenda sub-item 4 (a))`, is not its beginning.
        return text.indices.reversed().lazy.filter { text[$0] == .open }
            .first { AgendaReference(text[$0...]) != nil }.map { $0..<text.endIndex }
    }

    private static let agendaWords: [StaticString] = ["agenda item", "agenda sub-item", "agenda point"]
    private static let words: [StaticString] = [
        "item ", "items ", "sub-item ", "point ", "points ", "tema ", "temas ", "punto ", "puntos ",
    ]

    /// Whether a text begins with the words for items; of those that may mean something else a number must follow.
    private static func begins(_ text: ArraySlice<UInt8>) -> Bool {
        agendaWords.contains { text.hasPrefix(ignoringCase: $0) }
            || words.contains { text.hasPrefix(ignoringCase: $0) }
                && text.prefix(40).contains(where: \.isDigit)
    }

    /// The numbers of the items, parted by spaces: `5`, `14(a)`.
    private static func items(in text: ArraySlice<UInt8>) -> String? {
        var items: [String] = []
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isDigit else {
                index += 1
                continue
            }
            let digits = text[index...].prefix(while: \.isDigit)
            var item = digits.string
            index = digits.endIndex
            var cursor = ByteCursor(text, at: index)
            cursor.skipSpace()
            if cursor.skip(.open), let letter = cursor.next, letter.isSmall {
                cursor.index += 1
                if cursor.skip(.close) {
                    item += "(\(Character(Unicode.Scalar(letter))))"
                    index = cursor.index
                }
            }
            items.append(item)
        }
        return items.isEmpty ? nil : items.joined(separator: " ")
    }
}
