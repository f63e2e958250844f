/// A printed line, or what a form feed makes of one, with what its beginning says of it.
struct TextLine: Sendable {
    /// What a line is, told from it alone.
    enum Kind: Hashable, Sendable {
        /// White space only.
        case blank
        /// A form feed.
        case pageBreak
        /// Text between two form feeds on one line: the canonical form of page furniture and of a note inside a text.
        case framed
        /// A rule: nothing but characters that draw one.
        case rule
        /// Columns: gaps, tabs, bars or dot leaders inside the line.
        case columns
        /// Text that begins with a mark.
        case marked(Mark)
        /// Any other text.
        case plain
    }

    /// What the line is.
    var kind: Kind
    /// The number of the source line, from 1.
    ///
    /// A line with a form feed in it makes several of these.
    var number: Int
    /// The bytes between white space.
    var text: ArraySlice<UInt8>
    /// All bytes of the line.
    var whole: ArraySlice<UInt8>
    /// The column of the first character; a tab reaches to the next multiple of 8.
    var indent: Int = 0
    /// The column after the last character, white space before it counted.
    var endColumn: Int

    /// Whether the line holds text of the document, as far as the line alone tells.
    var isText: Bool {
        switch kind {
        case .columns, .marked, .plain: true
        case .blank, .pageBreak, .framed, .rule: false
        }
    }
}

/// The mark that a line begins with.
struct Mark: Hashable, Sendable {
    /// The forms of marks.
    enum Form: Hashable, Sendable {
        /// `12.`
        case number
        /// `12.3`, `1.1.1`
        case dotted
        /// `(12)`
        case bracketedNumber
        /// `IV.` or `C.`: a heading, when the text is one.
        case heading
        /// `==`, `##`: signs before a heading, as many as it is deep.
        case sign
        /// A list mark.
        case item(ItemMark)
        /// A footnote's mark: superscript digits, or what stands for them at a page's foot.
        case note
    }

    /// What kind of mark it is.
    var form: Form
    /// The printed characters, white space inside reduced to one space.
    var printed: String
    /// Where the text begins after the mark, from the beginning of the line's text.
    var textStart: Int
    /// The number that `number` and `bracketedNumber` say.
    var value: Int

    init(form: Form, printed: String, textStart: Int, value: Int = 0) {
        self.form = form
        self.printed = printed
        self.textStart = textStart
        self.value = value
    }
}

/// The mark of a list item: `(a)`, `- a)`, `ii)`, `•`.
struct ItemMark: Hashable, Sendable {
    /// How the mark is drawn, numeral aside: items of one list share it.
    var style: String
    /// The place in the alphabet, 1 for a, where the mark is a letter.
    var letter: Int?
    /// The value of a roman numeral, where the mark is one.
    var roman: Int?
    /// The value of a number.
    var number: Int?

    init(style: String, letter: Int? = nil, roman: Int? = nil, number: Int? = nil) {
        self.style = style
        self.letter = letter
        self.roman = roman
        self.number = number
    }
}
