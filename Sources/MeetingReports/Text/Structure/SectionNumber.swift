/// The form and value of the number of a heading, or what stands for one: sections of one form are siblings.
struct SectionNumber: Hashable, Sendable {
    /// The forms; a form once open inside another stays inside it.
    enum Style: Hashable, Sendable {
        /// `Part One`
        case part
        /// `IV.`
        case roman
        /// `C.`
        case letter
        /// `3.`
        case number
        /// `b)`, below all others
        case small
        /// `3.1`, with the count of its numbers
        case dotted(Int)
        /// `Item 3`, `Session 2`
        case item
        /// `Article 3`, `Rule 12`
        case article
        /// `14/105`, `Decision 1/CP.3`
        case decision
        /// `==`, with the count of the signs
        case sign(Int)
        /// No number, but in the list of contents
        case listed
        /// No number, all capitals
        case capitals
        /// No number
        case plain

        /// Whether a number is printed.
        var isNumbered: Bool { self != .plain && self != .capitals }
    }

    /// The form.
    var style: Style
    /// 1 for `I.` and for `A.`; 0 without a number.
    var value: Int

    init(_ style: Style, value: Int = 0) {
        self.style = style
        self.value = value
    }

    /// Decides whether a mark `I.` or `A.` with its text is the number of a heading, by its text and the headings before it.
    ///
    /// `I.` after `H.` is a letter, a roman numeral otherwise. A single letter that begins no sequence and goes on with
    /// none is no heading: it may be somebody's initial.
    init?(_ mark: Mark, text: TextRun, after open: [SectionNumber]) {
        guard Self.mayHead(text) else { return nil }
        let numeral = Array(mark.printed.utf8.filter(\.isCapital))[...]
        let roman = Roman.value(of: numeral)
        let letter = numeral.count == 1 ? Int(numeral.first ?? 0) - 0x40 : nil
        let lastLetter = open.last { $0.style == .letter }?.value
        let lastRoman = open.last { $0.style == .roman }?.value
        if let letter, let lastLetter, letter == lastLetter + 1,
            lastRoman.map({ $0 + 1 != roman }) ?? true
                || open.last(where: \.style.isNumbered)?.style == .letter
        {
            self.init(.letter, value: letter)
        } else if let roman, numeral.count > 1 || roman == 1 || lastRoman.map({ $0 < roman }) ?? false {
            self.init(.roman, value: roman)
        } else if let letter, letter == 1 || lastLetter.map({ $0 < letter && letter < $0 + 4 }) ?? false {
            self.init(.letter, value: letter)
        } else {
            return nil
        }
    }

    /// Whether a text may be a heading after a number: not long, and not the end of a sentence unless it is short.
    private static func mayHead(_ text: TextRun) -> Bool {
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
