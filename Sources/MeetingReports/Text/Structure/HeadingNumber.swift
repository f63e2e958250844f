/// The number of a section's heading, roman or a letter.
struct HeadingNumber: Hashable, Sendable {
    /// The forms of numbers; a form once open inside another stays inside it.
    enum Style: Hashable, Sendable {
        case roman
        case letter
    }

    /// The form.
    var style: Style
    /// 1 for `I.` and for `A.`.
    var value: Int

    /// Decides whether a mark with its text is the heading of a section, by its text and the headings before it.
    ///
    /// `I.` after `H.` is a letter, a roman numeral otherwise. A single letter that begins no sequence and goes on with
    /// none is no heading: it may be somebody's initial.
    init?(_ mark: Mark, text: TextRun, after open: [HeadingNumber]) {
        guard Self.isHeading(text) else { return nil }
        let numeral = Array(mark.printed.utf8.dropLast())[...]
        let roman = Roman.value(of: numeral)
        let letter = numeral.count == 1 ? Int(numeral[0]) - 0x40 : nil
        let lastLetter = open.last { $0.style == .letter }?.value
        let lastRoman = open.last { $0.style == .roman }?.value
        if let letter, let lastLetter, letter == lastLetter + 1,
            lastRoman.map({ $0 + 1 != roman }) ?? true
                || open.last?.style == .letter
        {
            self.init(style: .letter, value: letter)
        } else if let roman, numeral.count > 1 || roman == 1 || lastRoman.map({ $0 < roman }) ?? false {
            self.init(style: .roman, value: roman)
        } else if let letter, letter == 1 || lastLetter.map({ $0 < letter && letter < $0 + 4 }) ?? false {
            self.init(style: .letter, value: letter)
        } else {
            return nil
        }
    }

    private init(style: Style, value: Int) {
        self.style = style
        self.value = value
    }

    /// Whether a text may be a heading: not long, and not the end of a sentence unless it is short.
    private static func isHeading(_ text: TextRun) -> Bool {
        let bytes = text.utf8
        guard let last = bytes.last, bytes.count <= 300,
            bytes.contains(where: { $0.isWordByte && !$0.isDigit })
        else {
            return false
        }
        switch last {
        case .comma, .semicolon, .colon: return false
        case .period: return bytes.count <= 80
        default: return true
        }
    }
}
