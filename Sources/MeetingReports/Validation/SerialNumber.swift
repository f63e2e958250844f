/// A printed number as a place in a series: `12.`, `(iv)`, `B.`, `1.3`, `Item 9`.
struct SerialNumber: Hashable {
    /// How the last part of a number counts.
    enum Style: Hashable {
        case arabic, roman, letter
    }

    /// What stands before the part that counts.
    var prefix: String
    var style: Style
    var isUpperCase: Bool
    var value: Int

    /// The number that another value of the same series would have.
    func text(of value: Int) -> String {
        let text =
            switch style {
            case .arabic: String(value)
            case .roman: RomanNumeral.text(of: value)
            case .letter: String(UnicodeScalar(UInt8(ascii: "A") + UInt8(clamping: min(value, 26) - 1)))
            }
        return prefix + (isUpperCase ? text : text.lowercased())
    }

    /// The series: all but the value.
    var series: Self {
        var series = self
        series.value = 0
        return series
    }

    /// The number that a core ends in, if that is in Arabic digits; nil for others, such as `10. bis` and the time `15.00`.
    init?(arabic core: String) {
        let digits = core.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let value = Int(digits: digits.reversed()), value > 0 || digits.count < 2 else { return nil }
        self.init(prefix: String(core.dropLast(digits.count)), .arabic, isUpperCase: true, value)
    }

    init(prefix: String, _ style: Style, isUpperCase: Bool, _ value: Int) {
        self.prefix = prefix
        self.style = style
        self.isUpperCase = isUpperCase
        self.value = value
    }
}

/// Reads the numbers of sections that stand side by side; those before tell whether a letter such as `C` or `I` is Roman.
struct SiblingNumbers {
    private struct Key: Hashable {
        var prefix: String
        var isUpperCase: Bool
    }

    private var lastRoman: [Key: Int] = [:]
    private var lastLetter: [Key: Int] = [:]

    /// The number of the next sibling; nil where it has none that counts, such as `Annex`.
    mutating func read(_ num: String) -> SerialNumber? {
        let core = PrintedNumber.core(of: num)
        if let number = SerialNumber(arabic: core) { return number }
        let tail = core.utf8.reversed().prefix {
            ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
        }
        let letters = String(decoding: tail.reversed(), as: UTF8.self)
        guard let first = letters.utf8.first else { return nil }
        let isUpperCase = first & 0x20 == 0
        guard letters.utf8.allSatisfy({ ($0 & 0x20 == 0) == isUpperCase }) else { return nil }
        let key = Key(prefix: String(core.dropLast(letters.utf8.count)), isUpperCase: isUpperCase)
        let roman = RomanNumeral.value(of: letters.uppercased())
        let letter = letters.utf8.count == 1 ? Int(first | 0x20) - Int(UInt8(ascii: "a")) + 1 : nil
        guard let style = style(roman, letter, key) else { return nil }
        let value = (style == .roman ? roman : letter) ?? 0
        if style == .roman { lastRoman[key] = value } else { lastLetter[key] = value }
        return SerialNumber(prefix: key.prefix, style, isUpperCase: isUpperCase, value)
    }

    private func style(_ roman: Int?, _ letter: Int?, _ key: Key) -> SerialNumber.Style? {
        guard let letter else { return roman == nil ? nil : .roman }
        guard let roman else { return .letter }
        if lastLetter[key] == letter - 1 { return .letter }
        if roman == 1 || lastRoman[key] == roman - 1 { return .roman }
        return lastRoman[key] != nil && lastLetter[key] == nil ? .roman : .letter
    }
}

/// Roman numerals in capitals, 1 to 399.
enum RomanNumeral {
    private static let parts: [(String, Int)] = [
        ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
    ]

    /// The numeral of a number; empty for 0.
    static func text(of value: Int) -> String {
        var rest = min(value, 399)
        var text = ""
        for (part, worth) in parts {
            while rest >= worth {
                text += part
                rest -= worth
            }
        }
        return text
    }

    /// The value of a numeral in its usual form; nil for anything else.
    static func value(of text: String) -> Int? {
        var rest = text[...]
        var value = 0
        for (part, worth) in parts {
            while rest.hasPrefix(part), value < 399 {
                rest = rest.dropFirst(part.utf8.count)
                value += worth
            }
        }
        return rest.isEmpty && value > 0 && self.text(of: value) == text ? value : nil
    }
}
