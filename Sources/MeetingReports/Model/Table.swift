/// What a row, a cell or an entry is when it does not hold content of its own: a label over a column.
public enum Label: String, Hashable, Sendable, CaseIterable {
    /// A head of a column or row.
    case label
}

/// A table; its notes are footnotes after it.
public struct Table: Hashable, Sendable {
    /// The identifier of the block.
    public var id: String?
    /// The lines of the source.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// What the table gives: `actions`, `documents` and others (an open list).
    public var kind: Codes?
    /// The number as printed, `Table 1`.
    public var num: [Inline]?
    /// The heading.
    public var heading: [Inline]?
    /// The rows.
    public var content: [Interrupted<Row>]

    /// Creates a table.
    public init(
        id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, kind: Codes? = nil,
        num: [Inline]? = nil, heading: [Inline]? = nil, content: [Interrupted<Row>]
    ) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.kind = kind
        self.num = num
        self.heading = heading
        self.content = content
    }
}

/// A row of a table.
public struct Row: Hashable, Sendable {
    /// The lines of the source.
    public var lines: SourceLines?
    /// The cells.
    public var content: [Cell]

    /// Creates a row.
    public init(lines: SourceLines? = nil, content: [Cell]) {
        self.lines = lines
        self.content = content
    }
}

/// A cell of a table; an empty cell is empty even where it means "as above".
public struct Cell: Hashable, Sendable {
    /// `label` for a cell that heads a column or row.
    public var kind: Label?
    /// The number of columns that it spans, where more than one.
    public var columns: Int?
    /// The number of rows that it spans, where more than one.
    public var rows: Int?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// What the cell holds.
    public var content: [Inner]

    /// Creates a cell.
    public init(
        kind: Label? = nil, columns: Int? = nil, rows: Int? = nil, lang: String? = nil, content: [Inner] = []
    ) {
        self.kind = kind
        self.columns = columns
        self.rows = rows
        self.lang = lang
        self.content = content
    }
}

/// A printed table of contents.
public struct Contents: Hashable, Sendable {
    /// The identifier of the block.
    public var id: String?
    /// The lines of the source.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// The heading, `Contents`.
    public var heading: [Inline]?
    /// The entries.
    public var content: [Interrupted<Entry>]

    /// Creates a table of contents.
    public init(
        id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, heading: [Inline]? = nil,
        content: [Interrupted<Entry>] = []
    ) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.heading = heading
        self.content = content
    }
}

/// An entry of a table of contents.
public struct Entry: Hashable, Sendable {
    /// The lines of the source.
    public var lines: SourceLines?
    /// The language, where it differs from the record's.
    public var lang: String?
    /// `label` for the line of column heads.
    public var kind: Label?
    /// The depth of the heading that it lists, 1 for the highest.
    public var level: Int?
    /// The id of the section or annex that it lists, where found.
    public var target: String?
    /// The number as printed.
    public var num: [Inline]?
    /// The heading.
    public var heading: [Inline]?
    /// The agenda items printed with it.
    public var agendaReference: AgendaReference?
    /// The range of paragraphs, `1-4`.
    public var paragraphs: [Inline]?
    /// The page.
    public var page: [Inline]?

    /// Creates an entry.
    public init(
        lines: SourceLines? = nil, lang: String? = nil, kind: Label? = nil, level: Int? = nil,
        target: String? = nil, num: [Inline]? = nil, heading: [Inline]? = nil,
        agendaReference: AgendaReference? = nil, paragraphs: [Inline]? = nil, page: [Inline]? = nil
    ) {
        self.lines = lines
        self.lang = lang
        self.kind = kind
        self.level = level
        self.target = target
        self.num = num
        self.heading = heading
        self.agendaReference = agendaReference
        self.paragraphs = paragraphs
        self.page = page
    }
}
