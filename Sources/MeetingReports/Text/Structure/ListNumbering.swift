/// How the items of an open list are numbered, and what its last number was.
struct ListNumbering: Sendable {
    private enum Family {
        case letter
        case roman
        case number
        case bullet
    }

    /// How the marks are drawn.
    let style: String
    /// Whether the marks say no order.
    var isBulleted: Bool { family == .bullet }
    private let family: Family
    private let value: Int

    /// The numbering that a first item begins: `(i)` begins roman numerals, `(c)` letters.
    init(_ mark: ItemMark) {
        style = mark.style
        if let number = mark.number {
            (family, value) = (.number, number)
        } else if let roman = mark.roman, mark.letter.map({ $0 > 26 }) ?? true || roman == 1 {
            (family, value) = (.roman, roman)
        } else if let letter = mark.letter {
            (family, value) = (.letter, letter)
        } else {
            (family, value) = (.bullet, 0)
        }
    }

    private init(style: String, family: Family, value: Int) {
        self.style = style
        self.family = family
        self.value = value
    }

    /// The numbering with the mark as its next item, or nil where the mark does not go on with it.
    ///
    /// Numbers may leave some out, since real lists do, but never go back: `(i)` after `(h)` is a letter,
    /// `(i)` after `(b)` begins a list inside.
    func continued(by mark: ItemMark) -> ListNumbering? {
        guard mark.style == style else { return nil }
        let next: Int? =
            switch family {
            case .letter: mark.letter
            case .roman: mark.roman
            case .number: mark.number
            case .bullet: mark.letter == nil && mark.roman == nil && mark.number == nil ? 0 : nil
            }
        guard let next else { return nil }
        guard
            family == .bullet || next == value + 1 || next == value && family == .number
                || next > value && next <= value + 3 && !beginsRoman(mark)
        else { return nil }
        return ListNumbering(style: style, family: family, value: next)
    }

    /// Whether an item that does not go on with the list may begin one inside it.
    func mayNest(_ mark: ItemMark) -> Bool {
        switch family {
        case .letter: beginsRoman(mark)
        case .roman: mark.letter == 1
        case .number, .bullet: false
        }
    }

    private func beginsRoman(_ mark: ItemMark) -> Bool { family == .letter && mark.roman == 1 }
}
