/// Finds references to documents by their symbols, and to paragraphs, decisions, agenda items and annexes by number.
enum ReferencesPass {
    /// The kinds of what is referred to by a word and a number after it.
    private static let kinds: [String: Codes] = [
        "decision": "decision", "decisions": "decision", "resolution": "resolution",
        "resolutions": "resolution",
        "recommendation": "recommendation", "recommendations": "recommendation", "paragraph": "paragraph",
        "paragraphs": "paragraph", "para": "paragraph", "paras": "paragraph", "párrafo": "paragraph",
        "párrafos": "paragraph", "paragraphes": "paragraph",
    ]

    static func marks(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        for (index, word) in text.words.enumerated() {
            let start = word.range.lowerBound
            guard start >= marks.last?.range.upperBound ?? 0 else { continue }
            if word.isCapital, let end = symbolEnd(in: text.bytes, at: start) {
                marks.append(mark(start..<end, kind: "document", target: text[start..<end]))
            } else if let kind = kinds[word.small] {
                let after = numberStart(in: text, after: index)
                guard let after,
                    let end = numbersEnd(in: text.bytes, at: after, isParagraph: kind == "paragraph")
                else { continue }
                marks.append(
                    kind == "paragraph"
                        ? mark(start..<withPlace(end, in: text), kind: kind, target: nil)
                        : mark(start..<end, kind: kind, target: text[start..<end]))
            } else if word.small == "agenda", index + 1 < text.words.count, text.isJoined(index),
                ["item", "items", "sub-item", "sub-items"].contains(text.words[index + 1].small),
                let after = numberStart(in: text, after: index + 1),
                let end = numbersEnd(in: text.bytes, at: after, isParagraph: true)
            {
                marks.append(mark(start..<end, kind: "agendaItem", target: nil))
            }
        }
        return marks
    }

    private static func mark(_ range: Range<Int>, kind: Codes, target: String?) -> SpanMark {
        SpanMark(range: range, span: .reference(Reference(kind: kind, target: target, content: [])))
    }

    /// Where a number begins after a word, a space or a full stop and a space between them.
    private static func numberStart(in text: SpanText, after index: Int) -> Int? {
        guard index + 1 < text.words.count else { return nil }
        let gap = text.between(index, index + 1)
        let start = text.words[index + 1].range.lowerBound
        let isParted =
            gap.elementsEqual([UInt8.space]) || gap.elementsEqual(". ".utf8)
            || gap.elementsEqual([0xC2, 0xA0])
        guard isParted, text.bytes[start].isDigit || text.bytes[start].isCapital else { return nil }
        return start
    }

    /// The end of a document symbol: two slashes or more, capitals first, a digit in it, as `A/HRC/28/15` has; or the form
    /// of working papers, `XX ATCM/WP 11`.
    private static func symbolEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start].isCapital, start == 0 || !bytes[start - 1].isWordByte && bytes[start - 1] != .slash
        else {
            return nil
        }
        var symbol = bytes[start...].prefix {
            $0.isCapital || $0.isSmall || $0.isDigit || $0 == .slash || $0 == .period || $0 == .hyphen
        }
        while let last = symbol.last, !last.isCapital && !last.isSmall && !last.isDigit {
            symbol = symbol.dropLast()
        }
        let head = symbol.prefix { $0 != .slash }
        guard head.count <= 8, head.count > 0, head.allSatisfy({ $0.isCapital }) else { return nil }
        let slashes = symbol.count { $0 == .slash }
        if slashes >= 2, symbol.contains(where: \.isDigit) { return symbol.endIndex }
        // `ATCM/WP 11`: the number after a space.
        guard slashes == 1, let series = symbol.split(separator: .slash).last, (2...4).contains(series.count),
            ["WP", "IP", "INF", "CRP", "SP"].contains(
                String(decoding: series.prefix(while: \.isCapital), as: UTF8.self))
        else { return nil }
        if series.contains(where: \.isDigit) { return symbol.endIndex }
        let rest = bytes[symbol.endIndex...]
        let digits = rest.dropFirst().prefix(while: \.isDigit)
        return rest.first == .space && !digits.isEmpty && digits.count <= 3 ? digits.endIndex : nil
    }

    /// The end of numbers that a reference names: `1/CP.21`, `VIII-14`, `12 to 15`, `3, 4 and 5`, `7 (c)`; nil where a word
    /// begins there instead.
    private static func numbersEnd(in bytes: [UInt8], at start: Int, isParagraph: Bool) -> Int? {
        guard var end = numberEnd(in: bytes, at: start, isParagraph: isParagraph) else { return nil }
        while true {
            var cursor = ByteCursor(bytes[...], at: end)
            let isListed = cursor.skip(.comma)
            let dash = cursor.skip(.hyphen) || cursor.skip("\u{2013}")
            if !dash {
                cursor.skipSpace()
                let isJoined =
                    cursor.skipWord("and") || cursor.skipWord("to") || cursor.skipWord("or")
                    || cursor.skipWord("a") || cursor.skipWord("y") || cursor.skipWord("et")
                cursor.skipSpace()
                guard isListed || isJoined else { return end }
            }
            guard let byte = cursor.next, byte.isDigit || !isParagraph && byte.isCapital,
                let next = numberEnd(in: bytes, at: cursor.index, isParagraph: isParagraph)
            else { return end }
            end = next
        }
    }

    private static func numberEnd(in bytes: [UInt8], at start: Int, isParagraph: Bool) -> Int? {
        var number = bytes[start...].prefix {
            $0.isDigit || !isParagraph && ($0.isCapital || $0 == .slash || $0 == .hyphen) || $0 == .period
        }
        while let last = number.last, !last.isCapital && !last.isDigit { number = number.dropLast() }
        guard number.contains(where: \.isDigit) || number.count > 0 && Ordinal.roman(number) != nil else {
            return nil
        }
        if number.endIndex < bytes.count, bytes[number.endIndex].isWordByte {
            // `5a`
            guard bytes[number.endIndex].isSmall,
                number.endIndex + 1 == bytes.count || !bytes[number.endIndex + 1].isWordByte
            else { return nil }
            return number.endIndex + 1
        }
        // `7 (c)`
        var cursor = ByteCursor(bytes[...], at: number.endIndex)
        cursor.skipSpace()
        if cursor.skip(.open), (1...3).contains(cursor.letters().count), cursor.skip(.close) {
            return cursor.index
        }
        return number.endIndex
    }

    /// The end with `above` or `below` after it.
    private static func withPlace(_ end: Int, in text: SpanText) -> Int {
        let next = text.firstWord(from: end)
        guard next < text.words.count,
            text.bytes[end..<text.words[next].range.lowerBound].elementsEqual([UInt8.space]),
            ["above", "below", "supra", "infra"].contains(text.words[next].small)
        else { return end }
        return text.words[next].range.upperBound
    }
}
