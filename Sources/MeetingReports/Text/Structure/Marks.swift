// Scanners for the marks that lines begin with.

extension Mark {
    /// The mark at the beginning of a line's text, or nil.
    init?(_ text: ArraySlice<UInt8>) {
        guard let first = text.first else { return nil }
        let found: Mark? =
            if first.isDigit {
                Self.number(in: text)
            } else if first == .open {
                Self.bracketed(in: text)
            } else if first.isCapital || first.isSmall {
                Self.lettered(in: text)
            } else if first >= 0x80 || first == .hyphen {
                Self.superscript(in: text) ?? Self.dashOrBullet(in: text)
            } else {
                nil
            }
        guard let found else { return nil }
        self = found
    }

    /// `12.`, or the list mark `12)`.
    private static func number(in text: ArraySlice<UInt8>) -> Mark? {
        let digits = text.prefix(while: \.isDigit)
        guard digits.count <= 4, let value = Int(digits: digits), value < 1900 else { return nil }
        let end = text.startIndex + digits.count
        guard end < text.endIndex, let textStart = textStart(in: text, after: digits.count + 1) else {
            return nil
        }
        if text[end] == .period {
            return Mark(form: .number, printed: text[..<(end + 1)].string, textStart: textStart, value: value)
        } else if text[end] == .close {
            let mark = ItemMark(style: "1)", number: value)
            return Mark(form: .item(mark), printed: text[..<(end + 1)].string, textStart: textStart)
        }
        return nil
    }

    /// `(12)`, or the list marks `(a)`, `(iv)`.
    private static func bracketed(in text: ArraySlice<UInt8>) -> Mark? {
        guard let close = text.prefix(8).firstIndex(of: .close) else { return nil }
        let inner = text[(text.startIndex + 1)..<close]
        let length = close + 1 - text.startIndex
        guard let textStart = textStart(in: text, after: length) else { return nil }
        let printed = text[...close].string
        if let value = Int(digits: inner), inner.count <= 4 {
            return Mark(form: .bracketedNumber, printed: printed, textStart: textStart, value: value)
        } else if let mark = ItemMark(numeral: inner, prefix: "(", suffix: ")") {
            return Mark(form: .item(mark), printed: printed, textStart: textStart)
        }
        return nil
    }

    /// `IV.` and `C.` of headings, or the list marks `a)` and `iv)`.
    private static func lettered(in text: ArraySlice<UInt8>) -> Mark? {
        let letters = text.prefix { $0.isCapital || $0.isSmall }
        let end = text.startIndex + letters.count
        guard letters.count <= 7, end < text.endIndex,
            let textStart = textStart(in: text, after: letters.count + 1)
        else { return nil }
        let printed = text[...end].string
        if text[end] == .close, let mark = ItemMark(numeral: letters, prefix: "", suffix: ")") {
            return Mark(form: .item(mark), printed: printed, textStart: textStart)
        } else if text[end] == .period, letters.allSatisfy(\.isCapital),
            letters.count == 1 || Roman.value(of: letters) != nil
        {
            return Mark(form: .heading, printed: printed, textStart: textStart)
        }
        return nil
    }

    /// `¹`, `¹²`.
    private static func superscript(in text: ArraySlice<UInt8>) -> Mark? {
        let length = Superscript.length(in: text)
        guard length > 0 else { return nil }
        let rest = text.dropFirst(length)
        let spaces = rest.prefix(while: \.isBlank).count
        return Mark(form: .note, printed: text.prefix(length).string, textStart: length + spaces)
    }

    /// `•`, `-`, `- a)`, `– (i)`.
    private static func dashOrBullet(in text: ArraySlice<UInt8>) -> Mark? {
        let (first, length) = scalar(in: text, at: 0)
        guard ItemMark.bullets.contains(first), let textStart = textStart(in: text, after: length) else {
            return nil
        }
        let bullet = text.prefix(length).string
        if let lettered = Mark(text.dropFirst(textStart)), case .item(var mark) = lettered.form,
            mark.letter != nil || mark.roman != nil || mark.number != nil
        {
            mark.style = bullet + mark.style
            return Mark(
                form: .item(mark), printed: bullet + " " + lettered.printed,
                textStart: textStart + lettered.textStart)
        } else {
            return Mark(form: .item(ItemMark(style: bullet)), printed: bullet, textStart: textStart)
        }
    }

    /// Where the text after a mark of `length` bytes begins; nil where no white space parts the two.
    private static func textStart(in text: ArraySlice<UInt8>, after length: Int) -> Int? {
        guard length <= text.count else { return nil }
        let rest = text.dropFirst(length)
        let trimmed = rest.trimmingSpace()
        guard rest.isEmpty || trimmed.count < rest.count else { return nil }
        return trimmed.startIndex - text.startIndex
    }

}

extension ItemMark {
    /// The characters that begin items without a numeral; two of them are glyphs of symbol fonts.
    static let bullets: Set<Unicode.Scalar> = [
        "-", "\u{2013}", "\u{2014}", "\u{2022}", "\u{2023}", "\u{2043}", "\u{25AA}", "\u{25AB}", "\u{25CF}",
        "\u{25CB}", "\u{25E6}", "\u{25A0}", "\u{F0B7}", "\u{F0A7}",
    ]

    /// The mark of a letter, a doubled letter or a roman numeral, all small or all capital; nil for anything else.
    init?(numeral: ArraySlice<UInt8>, prefix: String, suffix: String) {
        guard let first = numeral.first,
            numeral.allSatisfy(\.isSmall) || numeral.allSatisfy(\.isCapital)
        else { return nil }
        let capitals = numeral.map { $0 & ~0x20 }[...]
        var letter: Int?
        if numeral.allSatisfy({ $0 == first }), numeral.count <= 2 {
            letter = Int(capitals[0] - 0x40) + (numeral.count == 2 ? 26 : 0)
        }
        let roman = numeral.count <= 6 ? Roman.value(of: capitals) : nil
        guard letter != nil || roman != nil else { return nil }
        self.init(style: prefix + (first.isCapital ? "A" : "a") + suffix, letter: letter, roman: roman)
    }
}

/// Roman numerals.
enum Roman {
    private static let tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    private static let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    private static let values: [[UInt8]: Int] = {
        var values: [[UInt8]: Int] = [:]
        for number in 1...399 {
            let text =
                String(repeating: "C", count: number / 100) + tens[number / 10 % 10] + ones[number % 10]
            values[Array(text.utf8)] = number
        }
        return values
    }()

    /// The value of a numeral in capitals, written by the rules, below 400; nil for anything else.
    static func value(of numeral: ArraySlice<UInt8>) -> Int? {
        guard let first = numeral.first, "IVXLC".utf8.contains(first) else { return nil }
        return values[Array(numeral)]
    }
}

/// Superscript digits.
enum Superscript {
    /// The number of bytes of superscript digits at the beginning of a text.
    static func length(in text: ArraySlice<UInt8>) -> Int {
        var length = 0
        while length < text.count, text[text.startIndex + length] >= 0xC2 {
            let (scalar, count) = scalar(in: text, at: length)
            guard isDigit(scalar) else { break }
            length += count
        }
        return length
    }

    /// Superscript digits as plain ones.
    static func digits(of text: ArraySlice<UInt8>) -> [UInt8] {
        var digits: [UInt8] = []
        var offset = 0
        while offset < text.count {
            let (scalar, count) = scalar(in: text, at: offset)
            if let value = scalar.properties.numericType.flatMap({ _ in scalar.properties.numericValue }) {
                digits.append(UInt8(ascii: "0") + UInt8(clamping: Int(value)))
            }
            offset += count
        }
        return digits
    }

    /// Whether the scalar is a superscript digit.
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
        default: false
        }
    }
}
