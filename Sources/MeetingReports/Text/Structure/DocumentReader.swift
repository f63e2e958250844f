/// Reads the text under a masthead that has been read.
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
