/// What the body, a section or an annex holds, in printed order.
public enum Block: Hashable, Sendable {
    /// A part of the text with a number or a heading.
    case section(Section)
    /// A paragraph, numbered or not.
    case paragraph(Paragraph)
    /// A list outside any paragraph.
    case list(List)
    /// A table outside any paragraph.
    case table(Table)
    /// A quotation outside any paragraph.
    case quote(Quote)
    /// A printed table of contents.
    case contents(Contents)
    /// An annex, or another document printed in the same file.
    case annex(Annex)
    /// What was printed between two blocks.
    case interruption(Interruption)
}

/// What a paragraph, an item, a cell or a note holds, in printed order.
public enum Inner: Hashable, Sendable {
    /// A run of text.
    case p(P)
    /// A list.
    case list(List)
    /// A table.
    case table(Table)
    /// A quotation.
    case quote(Quote)
    /// What was printed between two of them.
    case interruption(Interruption)
}

/// A run of text: what is printed without a line end that matters.
public struct P: Hashable, Sendable {
    /// The lines of the source; given where the paragraph or item holds more than this run.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// The text with its spans.
    public var content: [Inline]

    /// Creates a run of text.
    public init(lines: SourceLines? = nil, lang: String? = nil, content: [Inline]) {
        self.lines = lines
        self.lang = lang
        self.content = content
    }
}

/// The agenda items printed with a heading: `(Agenda items 5 and 6)`.
public struct AgendaReference: Hashable, Sendable {
    /// The numbers of the items, parted by spaces.
    public var items: String?
    /// The printed words.
    public var content: [Inline]

    /// Creates an agenda reference.
    public init(items: String? = nil, content: [Inline]) {
        self.items = items
        self.content = content
    }
}

/// A part of the text with a number or a heading.
public struct Section: Hashable, Sendable {
    /// The identifier of the block.
    public var id: String?
    /// The lines of the source, heading included.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// What the section is about: `attendance`, `organization`, `recommendations`, `adoption` and others (an open list).
    public var kind: Codes?
    /// The number as printed, `II.`.
    public var num: [Inline]?
    /// The heading.
    public var heading: [Inline]?
    /// The agenda items printed with the heading.
    public var agendaReference: AgendaReference?
    /// What the section holds.
    public var content: [Block]

    /// Creates a section.
    public init(
        id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, kind: Codes? = nil,
        num: [Inline]? = nil, heading: [Inline]? = nil, agendaReference: AgendaReference? = nil,
        content: [Block] = []
    ) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.kind = kind
        self.num = num
        self.heading = heading
        self.agendaReference = agendaReference
        self.content = content
    }
}

/// A paragraph, with the number printed before it or none.
public struct Paragraph: Hashable, Sendable {
    /// The identifier of the block, made from its place and not only from its number: numbers repeat in print.
    public var id: String?
    /// The lines of the source.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// What the paragraph is: `signature` and others (an open list).
    public var kind: Codes?
    /// The number as printed, `7.`.
    public var num: [Inline]?
    /// A heading of its own.
    public var heading: [Inline]?
    /// The agenda items printed with it.
    public var agendaReference: AgendaReference?
    /// What the paragraph holds.
    public var content: [Inner]

    /// Creates a paragraph.
    public init(
        id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, kind: Codes? = nil,
        num: [Inline]? = nil, heading: [Inline]? = nil, agendaReference: AgendaReference? = nil,
        content: [Inner] = []
    ) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.kind = kind
        self.num = num
        self.heading = heading
        self.agendaReference = agendaReference
        self.content = content
    }
}

/// A list of items with printed marks or none.
public struct List: Hashable, Sendable {
    /// The identifier of the block.
    public var id: String?
    /// The lines of the source.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// What the list gives: `topics`, `suggestedTopics`, `agenda`, `recommendations` and others (an open list).
    public var kind: Codes?
    /// The items.
    public var content: [Interrupted<Item>]

    /// Creates a list.
    public init(
        id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, kind: Codes? = nil,
        content: [Interrupted<Item>]
    ) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.kind = kind
        self.content = content
    }
}

/// An item of a list.
public struct Item: Hashable, Sendable {
    /// The identifier of the item.
    public var id: String?
    /// The lines of the source.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// What the item is (an open list).
    public var kind: Codes?
    /// The mark as printed: `(a)`, `- a)`, `•`.
    public var num: [Inline]?
    /// What the item holds.
    public var content: [Inner]

    /// Creates an item.
    public init(
        id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, kind: Codes? = nil,
        num: [Inline]? = nil, content: [Inner] = []
    ) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.kind = kind
        self.num = num
        self.content = content
    }
}

/// Quoted text set off from the text around it.
public struct Quote: Hashable, Sendable {
    /// What a quotation holds.
    public enum Content: Hashable, Sendable {
        /// A run of text.
        case p(P)
        /// A list.
        case list(List)
        /// A table.
        case table(Table)
        /// What was printed between two of them.
        case interruption(Interruption)
    }

    /// The identifier of the block.
    public var id: String?
    /// The lines of the source.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// What the quotation holds.
    public var content: [Content]

    /// Creates a quotation.
    public init(
        id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, content: [Content]
    ) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.content = content
    }
}

/// An annex, an appendix, or another document printed in the same file; it has numbers of its own.
public struct Annex: Hashable, Sendable {
    /// The identifier of the block.
    public var id: String?
    /// The lines of the source.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// What it is: `annex`, `appendix`, `addendum`, `corrigendum`, `revision`, `attachment`, `document`.
    public var kind: Codes?
    /// The number as printed, `Annex II`.
    public var num: [Inline]?
    /// A masthead of its own; empty where it has none.
    public var masthead: [Interrupted<MastheadField>]
    /// The heading.
    public var heading: [Inline]?
    /// What the annex holds.
    public var content: [Block]

    /// Creates an annex.
    public init(
        id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, kind: Codes? = nil,
        num: [Inline]? = nil, masthead: [Interrupted<MastheadField>] = [], heading: [Inline]? = nil,
        content: [Block] = []
    ) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.kind = kind
        self.num = num
        self.masthead = masthead
        self.heading = heading
        self.content = content
    }
}
