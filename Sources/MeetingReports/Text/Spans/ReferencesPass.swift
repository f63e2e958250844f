/// Finds references to documents by their symbols and to decisions by their numbers.
enum ReferencesPass {
    static func marks(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        for (index, word) in text.words.enumerated() {
            let start = word.range.lowerBound
            guard start >= marks.last?.range.upperBound ?? 0 else { continue }
            if let end = symbolEnd(in: text.bytes, at: start) {
                let symbol = text[start..<end]
                marks.append(mark(start..<end, kind: "document", target: symbol))
            } else if word.small == "decision", index + 1 < text.words.count, text.isJoined(index),
                text.bytes[text.words[index + 1].range.lowerBound].isDigit
            {
                let end = numberEnd(in: text.bytes, at: text.words[index + 1].range.lowerBound)
                marks.append(mark(start..<end, kind: "decision", target: text[start..<end]))
            }
        }
        return marks
    }

    private static func mark(_ range: Range<Int>, kind: Codes, target: String) -> SpanMark {
        SpanMark(range: range, span: .reference(Reference(kind: kind, target: target, content: [])))
    }

    /// The end of a document symbol: two slashes or more, capitals first, a digit in it, as `A/HRC/28/15` has.
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
        guard symbol.count(where: { $0 == .slash }) >= 2, symbol.contains(where: \.isDigit), head.count <= 8,
            head.allSatisfy({ $0.isCapital })
        else { return nil }
        return symbol.endIndex
    }

    /// The end of a decision's number: `1`, `1/CP.21`.
    private static func numberEnd(in bytes: [UInt8], at start: Int) -> Int {
        var number = bytes[start...].prefix {
            $0.isCapital || $0.isDigit || $0 == .slash || $0 == .period || $0 == .hyphen
        }
        while let last = number.last, !last.isCapital && !last.isDigit { number = number.dropLast() }
        return number.endIndex
    }
}
