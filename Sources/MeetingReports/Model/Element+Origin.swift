extension Element {
    /// The id and the source lines that an element carries, where it is of a kind that carries them.
    var origin: (id: String?, lines: SourceLines?)? {
        switch self {
        case .field(let field): (nil, field.lines)
        case .section(let block): (block.id, block.lines)
        case .paragraph(let block): (block.id, block.lines)
        case .list(let block): (block.id, block.lines)
        case .item(let block): (block.id, block.lines)
        case .quote(let block): (block.id, block.lines)
        case .table(let block): (block.id, block.lines)
        case .row(let row): (nil, row.lines)
        case .contents(let block): (block.id, block.lines)
        case .entry(let entry): (nil, entry.lines)
        case .annex(let block): (block.id, block.lines)
        case .p(let p): (nil, p.lines)
        case .footnote(let block): (block.id, block.lines)
        case .furniture(let furniture): (nil, furniture.lines)
        case .unrecognized(let block): (block.id, block.lines)
        default: nil
        }
    }
}
