/// A stretch of lines that belong together: a heading, a paragraph's first text, an item, a note, a table.
struct TextUnit: Sendable {
    /// What a unit is, as far as its beginning tells.
    enum Kind: Sendable {
        /// Text without a mark.
        case plain
        /// Text with a mark.
        case marked(Mark)
        /// What stands in the text and is not of it.
        case interruption(Interruption)
        /// A block that is whole: a list of contents, a table.
        case block(Block)
    }

    /// What it is.
    var kind: Kind
    /// The text after the mark.
    var run: TextRun
    /// The column that it begins at.
    var indent = 0
    /// How many bytes of its first line stand before a gap; 0 where none is.
    var gap = 0
    /// Whether a blank line, or a line that is not text, parts it from the text before it.
    var isApart = true
    /// The depth at which a list of contents announces it as a heading.
    var listedLevel: Int?

    /// The source lines.
    var lines: [Int] { run.lines }

    /// The mark, where it has one.
    var mark: Mark? { if case .marked(let mark) = kind { mark } else { nil } }

    /// Whether it is a numbered paragraph or an item, by its mark.
    var isNumbered: Bool {
        switch mark?.form {
        case .number, .bracketedNumber, .dotted, .item: true
        case .heading, .sign, .note, nil: false
        }
    }

    /// Whether it is text, marked or not.
    var isText: Bool {
        switch kind {
        case .plain, .marked: true
        case .interruption, .block: false
        }
    }
}

extension Furniture {
    /// A page break.
    static func pageBreak(line: Int) -> Furniture {
        Furniture(lines: SourceLines(line), kind: .break)
    }

    /// A printed line of the page, its kind told from its characters.
    static func printed(_ text: ArraySlice<UInt8>, line: Int) -> Furniture {
        let digits = text.filter(\.isDigit)
        let letters = text.filter { $0.isWordByte && !$0.isDigit }
        let kind: Kind =
            if !digits.isEmpty, letters.isEmpty, digits.count <= 4 {
                .pageNumber
            } else if let number = PageNumber(text), number.isCertain {
                .pageNumber
            } else if text.hasPrefix(ignoringCase: "GE."), !digits.isEmpty {
                .jobNumber
            } else if digits.isEmpty, letters.isEmpty || letters.allSatisfy({ $0 >= 0x80 }) {
                .mark
            } else {
                .head
            }
        let number = PageNumber(text).map { String($0.value) }
        return Furniture(
            lines: SourceLines(line), kind: kind,
            n: kind == .pageNumber ? number ?? String(decoding: digits, as: UTF8.self) : nil,
            text: [TextRun.collapsed(text)])
    }
}
