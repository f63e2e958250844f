/// What stands in the text but is not of it: page furniture, notes at the page foot, and what was not recognized.
///
/// It may stand between any two blocks, items, rows, entries or masthead fields, and inside any text. Its place is the
/// deepest element that has printed text both before and after it; the text of an element leaves it out.
public enum Interruption: Hashable, Sendable {
    /// A printed line of the page, not of the text.
    case furniture(Furniture)
    /// A note, where it was printed.
    case footnote(Footnote)
    /// Text that no rule recognized, kept as it was.
    case unrecognized(Unrecognized)
}

/// Either an element of a run or an interruption between two of them.
public enum Interrupted<Content: Hashable & Sendable>: Hashable, Sendable {
    /// An element that belongs to the run.
    case element(Content)
    /// What was printed between two of them.
    case interruption(Interruption)

    /// The element, or nil for an interruption.
    public var element: Content? {
        if case .element(let content) = self { content } else { nil }
    }
}

/// One printed line of the page that is not of the text: a page head, a page number, a rule, a bar code.
public struct Furniture: Hashable, Sendable {
    /// What the line is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A page break with nothing printed.
        case `break`
        /// A running head.
        case head
        /// A running foot.
        case foot
        /// A page number.
        case pageNumber
        /// The printer's number.
        case jobNumber
        /// A rule, a bar code or another mark.
        case mark
    }

    /// The lines of the source that it was printed on.
    public var lines: SourceLines?
    /// What the line is.
    public var kind: Kind?
    /// The number of the page, where it says one.
    public var n: String?
    /// The printed characters, one string a printed line; empty for a bare page break.
    public var text: [String]

    /// Creates a line of page furniture.
    public init(lines: SourceLines? = nil, kind: Kind? = nil, n: String? = nil, text: [String] = []) {
        self.lines = lines
        self.kind = kind
        self.n = n
        self.text = text
    }
}

/// A note, in the place where it was printed.
public struct Footnote: Hashable, Sendable {
    /// The identifier that note references name.
    public var id: String?
    /// The lines of the source that it was printed on.
    public var lines: SourceLines?
    /// Its language, where it differs from the record's.
    public var lang: String?
    /// The printed mark before the note's text.
    public var marker: String?
    /// The note's text.
    public var content: [Inner]

    /// Creates a note.
    public init(
        id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, marker: String? = nil,
        content: [Inner]
    ) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.marker = marker
        self.content = content
    }
}

/// Text that no rule recognized: kept in its place, its white space untouched.
public struct Unrecognized: Hashable, Sendable {
    /// The identifier of the block.
    public var id: String?
    /// The lines of the source that it was printed on.
    public var lines: SourceLines?
    /// Its language, where it differs from the record's.
    public var lang: String?
    /// The printed characters, one string a printed line.
    public var text: [String]

    /// Creates a block of unrecognized text.
    public init(id: String? = nil, lines: SourceLines? = nil, lang: String? = nil, text: [String]) {
        self.id = id
        self.lines = lines
        self.lang = lang
        self.text = text
    }
}
