/// A stretch of lines that belong together: a heading, a paragraph's first text, an item, a note, a block that no rule reads.
struct TextUnit: Sendable {
    /// What a unit is, as far as its beginning tells.
    enum Kind: Sendable {
        /// Text without a mark.
        case plain
        /// Text with a mark.
        case marked(Mark)
        /// Page furniture.
        case furniture(Furniture)
        /// Lines that no rule reads, as they are.
        case unrecognized([String])
    }

    /// What it is.
    var kind: Kind
    /// The text after the mark.
    var run: TextRun

    /// The source lines.
    var lines: [Int] { run.lines }
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
            } else if text.hasPrefix(ignoringCase: "GE."), !digits.isEmpty {
                .jobNumber
            } else if digits.isEmpty, letters.isEmpty || letters.allSatisfy({ $0 >= 0x80 }) {
                .mark
            } else {
                .head
            }
        return Furniture(
            lines: SourceLines(line), kind: kind,
            n: kind == .pageNumber ? String(decoding: digits, as: UTF8.self) : nil,
            text: [TextRun.collapsed(text)])
    }
}
