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
        let (fields, furniture) = fieldsAndFurniture()
        let body = (furniture + masthead.leading).map(Block.interruption) + builder.blocks()
        return .init(masthead: fields, body: body, drops: masthead.drops + joiner.drops)
    }

    /// The masthead, and the furniture after the last of its fields, which stands first in the body.
    private func fieldsAndFurniture() -> ([Interrupted<MastheadField>], [Interruption]) {
        var fields = masthead.fields
        let lastLine = fields.compactMap { $0.element?.lines?.last }.max() ?? 0
        var furniture: [Interruption] = []
        while case .interruption(.furniture(let last))? = fields.last, last.lines?.first ?? 0 > lastLine {
            furniture.insert(.furniture(last), at: 0)
            fields.removeLast()
        }
        return (fields, furniture)
    }
}
