// Marks that count in the body of a report only: in a masthead the same characters are more often something else.

extension Mark {
    /// The mark at the beginning of a line of the body, or nil.
    init?(inBody text: ArraySlice<UInt8>) {
        guard let first = text.first else { return nil }
        if let mark = Mark(text) {
            self = mark.form == .number ? mark.withInsertion(in: text) : mark
            return
        }
        let found: Mark? =
            if first.isDigit {
                Self.dotted(in: text) ?? Self.dashedNumber(in: text) ?? Self.bareNumber(in: text)
            } else if first == .period {
                Self.dottedItem(in: text)
            } else if first == .open {
                Self.blankBrackets(in: text)
            } else if first.isSmall || first.isCapital {
                Self.smallLetter(in: text) ?? Self.letterBullet(in: text) ?? Self.labelled(in: text)
                    ?? Self.dashedNumeral(in: text) ?? Self.dotted(in: text)
            } else if first == UInt8(ascii: "*") || first == UInt8(ascii: "=") || first == UInt8(ascii: "#") {
                Self.repeatedSign(first, in: text)
            } else {
                nil
            }
        guard let found else { return nil }
        self = found
    }

    /// Whether it is the first mark of a list: `(a)`, `i)`.
    var beginsItems: Bool {
        if case .item(let item) = form { item.letter == 1 || item.roman == 1 } else { false }
    }

    /// The same mark with what says that the paragraph was inserted, the `bis` of `10. bis`.
    private func withInsertion(in text: ArraySlice<UInt8>) -> Mark {
        let rest = text.dropFirst(textStart)
        for word: StaticString in ["bis", "ter", "quater"] {
            var cursor = ByteCursor(rest, at: rest.startIndex)
            guard cursor.skipWord(word) else { continue }
            let hasStop = cursor.skip(.period)
            let end = cursor.index
            guard cursor.skipSpace() || hasStop && cursor.rest.isEmpty else { continue }
            var mark = self
            mark.printed = TextRun.collapsed(text[..<end])
            mark.textStart = cursor.index - text.startIndex
            return mark
        }
        return self
    }

    /// `1.1`, `1.1.1`, `1.1.`, `A.1` and `5.A.` with white space after it.
    private static func dotted(in text: ArraySlice<UInt8>) -> Mark? {
        var cursor = ByteCursor(text, at: text.startIndex)
        var last = 0
        var count = 0
        if cursor.next?.isCapital ?? false {
            cursor.index += 1
            count = 1
            guard cursor.skip(.period) else { return nil }
        }
        while let number = cursor.number(digits: 1...3) {
            last = number
            count += 1
            guard cursor.next == .period, cursor.index + 1 < text.endIndex, text[cursor.index + 1].isDigit
            else { break }
            cursor.index += 1
        }
        if count == 1, cursor.skip(.period), let letter = cursor.next, letter.isCapital {
            cursor.index += 1
            (last, count) = (Int(letter) - 0x40, 2)
        }
        guard count >= 2, count <= 5, !isTime(text[..<cursor.index]) else { return nil }
        _ = cursor.skip(.period)
        let end = cursor.index
        guard cursor.skipSpace() || cursor.rest.isEmpty, !goesOnToTime(cursor) else { return nil }
        return Mark(
            form: .dotted, printed: text[..<end].string, textStart: cursor.index - text.startIndex,
            value: last)
    }

    /// Whether a number in two parts can only be a time: `09.30`, `10.00`.
    private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
        text.count == 5 && (text.first == UInt8(ascii: "0") || text.suffix(3).elementsEqual(".00".utf8))
    }

    /// Whether a time follows after a dash: `10.30 – 11.00`.
    private static func goesOnToTime(_ cursor: ByteCursor) -> Bool {
        var cursor = cursor
        guard cursor.skip(.hyphen) || cursor.skip("\u{2013}") else { return false }
        cursor.skipSpace()
        return cursor.number(digits: 1...2) != nil && cursor.skip(.period)
            && cursor.number(digits: 2...2) != nil
    }

    /// `12 -` before a text that begins with a capital.
    private static func dashedNumber(in text: ArraySlice<UInt8>) -> Mark? {
        let digits = text.prefix(while: \.isDigit)
        guard digits.count <= 2, let value = Int(digits: digits),
            let (end, textStart) = dash(in: text, after: digits.count)
        else { return nil }
        return Mark(
            form: .number, printed: TextRun.collapsed(text[..<end]), textStart: textStart, value: value)
    }

    /// `IV -` or `B –` before a text that begins with a capital.
    private static func dashedNumeral(in text: ArraySlice<UInt8>) -> Mark? {
        let letters = text.prefix(while: \.isCapital)
        guard letters.count == 1 || Roman.value(of: letters) != nil, letters.count <= 6,
            let (end, textStart) = dash(in: text, after: letters.count)
        else { return nil }
        return Mark(form: .heading, printed: TextRun.collapsed(text[..<end]), textStart: textStart)
    }

    /// Where a dash after a number ends, with white space on both sides, and where the capital after it stands.
    private static func dash(in text: ArraySlice<UInt8>, after length: Int) -> (end: Int, textStart: Int)? {
        var cursor = ByteCursor(text, at: text.startIndex + length)
        guard cursor.skipSpace(), cursor.skip(.hyphen) || cursor.skip("\u{2013}") || cursor.skip("\u{2014}")
        else { return nil }
        let end = cursor.index
        guard cursor.skipSpace(), cursor.next.map({ $0.isCapital || $0 >= 0xC3 }) ?? false else { return nil }
        return (end, cursor.index - text.startIndex)
    }

    /// `12` before a gap.
    private static func bareNumber(in text: ArraySlice<UInt8>) -> Mark? {
        let digits = text.prefix(while: \.isDigit)
        let rest = text.dropFirst(digits.count)
        let gap = rest.prefix(while: \.isBlank)
        let sentence = rest.dropFirst(gap.count)
        guard digits.count <= 3, let value = Int(digits: digits), gap.count >= 2 || gap.contains(.tab),
            let begin = sentence.first,
            begin.isCapital || begin >= 0xC3 || Mark(sentence)?.beginsItems ?? false
        else { return nil }
        return Mark(
            form: .number, printed: digits.string, textStart: digits.count + gap.count, value: value)
    }

    /// `.1` of an item, or the stop alone with which AsciiDoc begins one.
    private static func dottedItem(in text: ArraySlice<UInt8>) -> Mark? {
        var cursor = ByteCursor(text, at: text.startIndex + 1)
        if cursor.skipSpace(), cursor.next?.isWordByte ?? false {
            return Mark(
                form: .item(ItemMark(style: ".")), printed: ".", textStart: cursor.index - text.startIndex)
        }
        guard let number = cursor.number(digits: 1...2) else { return nil }
        let end = cursor.index
        guard cursor.skipSpace() else { return nil }
        return Mark(
            form: .item(ItemMark(style: ".1", number: number)), printed: text[..<end].string,
            textStart: cursor.index - text.startIndex)
    }

    /// `( )`: a number that was to be filled in.
    private static func blankBrackets(in text: ArraySlice<UInt8>) -> Mark? {
        var cursor = ByteCursor(text, at: text.startIndex + 1)
        cursor.skipSpace()
        guard cursor.index - text.startIndex <= 6, cursor.skip(.close) else { return nil }
        let printed = TextRun.collapsed(text[..<cursor.index])
        guard cursor.skipSpace() else { return nil }
        return Mark(form: .bracketedNumber, printed: printed, textStart: cursor.index - text.startIndex)
    }

    /// A small letter or numeral with a stop, such as `a.` or `iv.`.
    private static func smallLetter(in text: ArraySlice<UInt8>) -> Mark? {
        let letters = text.prefix(while: \.isSmall)
        guard letters.count <= 5, let mark = ItemMark(numeral: letters, prefix: "", suffix: ".") else {
            return nil
        }
        var cursor = ByteCursor(text, at: letters.endIndex)
        guard cursor.skip(.period), cursor.skipSpace() else { return nil }
        return Mark(
            form: .item(mark), printed: letters.string + ".", textStart: cursor.index - text.startIndex)
    }

    /// `o` as a bullet, as word processors draw one.
    private static func letterBullet(in text: ArraySlice<UInt8>) -> Mark? {
        guard text.first == UInt8(ascii: "o") else { return nil }
        var cursor = ByteCursor(text, at: text.startIndex + 1)
        let isWide = cursor.next == .tab || cursor.rest.starts(with: [.space, .space])
        guard cursor.skipSpace(), isWide || cursor.next?.isCapital ?? false else { return nil }
        return Mark(
            form: .item(ItemMark(style: "o")), printed: "o", textStart: cursor.index - text.startIndex)
    }

    /// `Rec. 25` before a gap: the items of an answer to recommendations.
    private static func labelled(in text: ArraySlice<UInt8>) -> Mark? {
        let word = text.prefix { $0.isCapital || $0.isSmall }
        guard text.first?.isCapital ?? false, (3...14).contains(word.count) else { return nil }
        var cursor = ByteCursor(text, at: word.endIndex)
        guard cursor.skip(.period), cursor.skip(.space), let number = cursor.number(digits: 1...3) else {
            return nil
        }
        let end = cursor.index
        let gap = cursor.rest.prefix(while: \.isBlank)
        guard gap.count >= 3 || gap.contains(.tab), cursor.skipSpace(), cursor.next?.isCapital ?? false else {
            return nil
        }
        return Mark(
            form: .item(ItemMark(style: word.string, number: number)),
            printed: TextRun.collapsed(text[..<end]), textStart: cursor.index - text.startIndex)
    }

    /// `*` and `**` as bullets, `==` and `##` before headings.
    private static func repeatedSign(_ sign: UInt8, in text: ArraySlice<UInt8>) -> Mark? {
        let signs = text.prefix { $0 == sign }
        var cursor = ByteCursor(text, at: signs.endIndex)
        guard signs.count <= 6, cursor.skipSpace(), !cursor.rest.isEmpty else { return nil }
        let start = cursor.index - text.startIndex
        if sign == UInt8(ascii: "*") {
            return Mark(form: .item(ItemMark(style: signs.string)), printed: signs.string, textStart: start)
        }
        return Mark(form: .sign, printed: signs.string, textStart: start, value: signs.count)
    }
}
