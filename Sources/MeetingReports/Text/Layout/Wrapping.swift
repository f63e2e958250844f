/// How the lines of a text were broken: at the width of a page, or only at the ends of paragraphs.
struct Wrapping: Sendable {
    /// Whether lines break at a width.
    let isWrapped: Bool
    /// The column that nine lines in ten end before or at.
    let width: Int

    /// Measures the lines of a text.
    init(_ lines: [TextLine]) {
        let ends = lines.compactMap { line -> Int? in
            switch line.kind {
            case .plain, .marked: line.endColumn
            default: nil
            }
        }.sorted()
        width = ends.isEmpty ? 0 : ends[ends.count * 9 / 10]
        isWrapped = (40...140).contains(width)
    }

    /// Whether the second line goes on with the text of the first: the first word of it would not have fitted there,
    /// or it begins small.
    func wraps(_ first: TextLine, into second: TextLine) -> Bool {
        guard isWrapped else { return false }
        if let byte = second.text.first, byte.isSmall { return true }
        let word = second.text.prefix { !$0.isBlank }.count
        return (first.endColumn + word + 1) * 20 > width * 17
    }
}
