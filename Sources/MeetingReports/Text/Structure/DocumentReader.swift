/// Reads the text of one document, whose masthead has been read.
struct DocumentReader {
    /// Its lines, the masthead's among them.
    let lines: ArraySlice<TextLine>
    /// Its masthead.
    let masthead: MastheadReader.Reading
    /// How the lines of the file were broken.
    let wrapping: Wrapping
    /// For each source line whether it is blank.
    let isBlank: [Bool]

    /// The fields of the masthead, and the blocks of the text.
    func read(_ source: SourceText) -> OutlineLayoutReader.Reading {
        let text = lines.indices.filter { $0 >= masthead.end && !masthead.later.contains($0) }.map {
            lines[$0]
        }
        var joiner = LineJoiner(text[...], wrapping: wrapping, source: source)
        let units = joiner.joined()
        var builder = OutlineBuilder(units, isBlank: isBlank)
        let body = masthead.leading.map(Block.interruption) + builder.blocks()
        return .init(masthead: masthead.fields, body: body, drops: masthead.drops + joiner.drops)
    }
}

/// The documents that one file holds, each with a masthead of its own.
struct BundledDocuments {
    private let lines: [TextLine]
    private let wrapping: Wrapping

    /// The most printed lines of a masthead above its line `Original: …`.
    private static let reach = 16
    /// The most bytes of such a line.
    private static let longest = 90

    init(_ lines: [TextLine], wrapping: Wrapping) {
        self.lines = lines
        self.wrapping = wrapping
    }

    /// Each document's lines and masthead; one at least.
    func all() -> [(lines: ArraySlice<TextLine>, masthead: MastheadReader.Reading)] {
        let first = MastheadReader(lines, wrapping: wrapping).read()
        var found: [(start: Int, masthead: MastheadReader.Reading)] = [(lines.startIndex, first)]
        let beginning = lines.first { $0.isText }?.text ?? []
        for index in lines.indices where index >= (found.last?.masthead.end ?? 0) {
            guard lines[index].isText, !first.later.contains(index),
                MastheadWords.originalLanguages(lines[index].text) != nil
            else { continue }
            let starts = starts(above: index, after: found.last?.masthead.end ?? 0)
            // The words that the first masthead begins with are likely to begin the next.
            let likely = starts.first { lines[$0].text.elementsEqual(beginning) }
            let readings = (likely.map { [$0] } ?? starts).lazy.map { start in
                (start: start, masthead: MastheadReader(lines[start...], wrapping: wrapping).read())
            }
            let document = readings.first { _, masthead in
                masthead.end > index && masthead.fields.contains { $0.element?.name == .symbol }
            }
            if let document { found.append(document) }
        }
        let ends = found.dropFirst().map(\.start) + [lines.endIndex]
        return zip(found, ends).map { (lines[$0.start..<$1], $0.masthead) }
    }

    /// The short lines above the one at an index, first to last.
    private func starts(above index: Int, after limit: Int) -> [Int] {
        var starts: [Int] = []
        for place in (limit..<index).reversed() where lines[place].kind != .blank {
            let line = lines[place]
            let isField = line.isText && line.text.count <= Self.longest && !LineEnd.isSentence(line.text)
            guard isField, Mark(line.text) == nil, starts.count < Self.reach else { break }
            starts.append(place)
        }
        return starts.reversed()
    }
}

extension OutlineLayoutReader.Reading {
    /// The document as an annex of another: an addendum, corrigendum or revision by the end of its symbol.
    func annex(of printed: ArraySlice<TextLine>) -> Annex {
        let symbol = masthead.compactMap(\.element).first { $0.name == .symbol }?.content.plainText ?? ""
        let kinds = [("add", "addendum"), ("corr", "corrigendum"), ("rev", "revision")]
        let words = MastheadWords.words(Array(symbol.utf8)[...])
        let kind = kinds.first { kind in words.contains { $0.hasPrefix(kind.0) } }?.1 ?? "document"
        var annex = Annex(kind: Codes(kind), masthead: masthead, content: body)
        // The title that ends the masthead is the annex's heading.
        if let last = masthead.last?.element, last.name == .title {
            annex.masthead.removeLast()
            annex.heading = last.content
        }
        if let first = printed.first, let last = printed.last(where: { $0.kind != .blank }) {
            annex.lines = SourceLines(first.number...last.number)
        }
        return annex
    }
}
