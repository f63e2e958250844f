/// What an element holds after its head children: the vocabulary's run types.
enum ContentModel: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Characters, spans and interruptions.
    case text
    /// Characters only.
    case plain
    /// Characters and line breaks.
    case printed
    /// Records.
    case reports
    /// Masthead fields and interruptions.
    case fields
    /// Blocks.
    case blocks
    /// What a paragraph, item, cell or note holds.
    case inner
    /// Items and interruptions.
    case items
    /// Rows and interruptions.
    case rows
    /// Cells.
    case cells
    /// Entries and interruptions.
    case entries
    /// Runs of text, lists, tables and interruptions.
    case quoted

    /// Whether characters may stand in the run.
    var isMixed: Bool { self == .text || self == .plain || self == .printed }
}

extension ElementName {
    /// What the element holds after its head children.
    var contentModel: ContentModel {
        switch self {
        case .source, .meetingReport, .entry, .lineBreak: .empty
        case .collection: .reports
        case .masthead: .fields
        case .body, .section, .annex: .blocks
        case .paragraph, .item, .cell, .footnote: .inner
        case .list: .items
        case .table: .rows
        case .row: .cells
        case .contents: .entries
        case .quote: .quoted
        case .marker: .plain
        case .furniture, .unrecognized: .printed
        default: .text
        }
    }

    /// Whether the element is a head child: at most one of its name, before the run of its parent.
    var isHead: Bool {
        switch self {
        case .source, .num, .marker, .masthead, .heading, .agendaReference, .paragraphs, .page, .body: true
        default: false
        }
    }

    /// Whether white space at the ends of the element's own text says nothing and is dropped on reading.
    ///
    /// Spans keep theirs, since it parts words; unrecognized text keeps all of its white space.
    var trimsText: Bool {
        switch self {
        case .p, .num, .heading, .agendaReference, .paragraphs, .page, .marker, .furniture: true
        default: isField
        }
    }

    /// Whether the element is a field of a masthead.
    var isField: Bool { (ElementName.organ.rawValue...ElementName.note.rawValue).contains(rawValue) }
}
