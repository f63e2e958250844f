/// How the lines of a text were broken, place by place: at the width of a page, or only at the ends of paragraphs.
struct Wrapping: Sendable {
    /// The longest line that is broken at a width; a longer one is a whole paragraph.
    private static let widest = 160
    /// The narrowest column of text.
    private static let narrowest = 40
    /// The length of a long word.
    private static let longestWord = 24
    /// How many lines of text before and after a line say how wide its part of the text is.
    private static let reach = 12

    /// Whether most lines break at a width.
    let isWrapped: Bool
    /// Whether each line is a paragraph: a third of the text at least stands in lines that no page holds.
    let isByParagraph: Bool
    /// The column that nine lines in ten end before or at.
    let width: Int
    /// For each source line the width that the lines around it reach; 0 where they are not wrapped.
    private let widths: [Int]

    /// Measures the lines of a text.
    init(_ lines: [TextLine]) {
        let allEnds = lines.lazy.filter(Self.isRunning).map(\.endColumn).sorted()
        width = allEnds.isEmpty ? 0 : allEnds[allEnds.count * 9 / 10]
        isWrapped = (40...140).contains(width)
        isByParagraph = allEnds.reduce(0) { $0 + ($1 > Self.widest ? $1 : 0) } * 3 > allEnds.reduce(0, +)
        var widths = [Int](repeating: 0, count: (lines.last?.number ?? 0) + 1)
        let texts = lines.filter(Self.isRunning)
        for (index, line) in texts.enumerated() {
            let window = texts[max(0, index - Self.reach)..<min(texts.count, index + Self.reach + 1)]
            let ends = window.lazy.map(\.endColumn).filter { $0 <= Self.widest }
            let width = ends.max() ?? 0
            if isByParagraph, ends.count < window.count { continue }
            if ends.count * 4 >= window.count * 3 || line.endColumn <= width, ends.count * 2 > window.count,
                width >= Self.narrowest
            {
                widths[line.number] = width
            }
        }
        self.widths = widths
    }

    /// Whether a line is running text: a gap after the mark of a paragraph parts no columns.
    private static func isRunning(_ line: TextLine) -> Bool {
        guard line.kind == .columns else { return line.isText }
        guard let mark = Mark(inBody: line.text) else { return false }
        return !LineLexer.hasColumns(line.text.dropFirst(mark.textStart), isLineStart: false)
    }

    /// Whether the second line goes on with the text of the first: the first word of it would not have fitted there,
    /// or it begins small.
    func wraps(_ first: TextLine, into second: TextLine) -> Bool {
        let begins = second.text.first ?? .space
        if begins.isSmall || LineEnd.isSmallWord(first.text),
            width(at: first) > 0 || LineEnd.waits(first.text)
        {
            return true
        }
        return isFull(first, before: second)
    }

    /// Whether the first word of the second line would not have fitted on the first.
    func isFull(_ first: TextLine, before second: TextLine) -> Bool {
        let width = width(at: first)
        // A short line in the middle of the page is full at no column.
        let isCentred =
            first.indent >= second.indent + Self.narrowest / 4 && first.text.count < Self.narrowest
        guard width > 0, first.endColumn <= Self.widest, !isCentred else { return false }
        return (first.endColumn + Self.firstWord(of: second) + 1) * 20 > width * 17
    }

    /// Whether the first word of the second line would surely have fitted on the first.
    func leavesRoom(_ first: TextLine, before second: TextLine) -> Bool {
        let width = width(at: first)
        return width == 0 || first.endColumn + Self.firstWord(of: second) + 1 <= width
    }

    /// The length of a line's first word; of an address only so much as a word is long.
    private static func firstWord(of line: TextLine) -> Int {
        min(line.text.prefix { !$0.isBlank }.count, longestWord)
    }

    private func width(at line: TextLine) -> Int {
        line.number < widths.count ? widths[line.number] : 0
    }
}
