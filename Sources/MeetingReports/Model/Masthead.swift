/// A printed field of a masthead: its text, what it is, and its value where the whole field is one value.
///
/// A printed line may hold several fields, and a field may take several lines.
public struct MastheadField: Hashable, Sendable {
    /// What a field is.
    public enum Name: Hashable, Sendable, CaseIterable {
        /// The organization or body that the document is of.
        case organ
        /// The document symbol, as printed.
        case symbol
        /// `Distr.: General`.
        case distribution
        /// The date of the document, which is not that of the meeting.
        case issued
        /// The language that the document is in.
        case language
        /// The language that it was written in.
        case originalLanguage
        /// The session of a body.
        case session
        /// The name of a meeting.
        case meeting
        /// Place and dates of a meeting or session.
        case venue
        /// The item of an agenda under which the document is filed.
        case agendaItem
        /// The title of that item.
        case agendaItemTitle
        /// What kind of document it says it is: Minutes, Corrigendum.
        case documentType
        /// A line of its own on the state of the text: Advance copy.
        case stage
        /// The document's title.
        case title
        /// Who wrote or submitted it.
        case author
        /// The printer's number, `GE.17-12345`.
        case jobNumber
        /// Anything else printed there on purpose.
        case note
    }

    /// Which meeting a field speaks of.
    public enum Of: String, Hashable, Sendable, CaseIterable {
        /// The meeting that the document reports.
        case reported
        /// The meeting or session that the document is submitted to.
        case submittedTo
    }

    /// What the title says of the state of the text.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// Draft.
        case draft
        /// Advance copy.
        case advance
        /// Proof.
        case proof
        /// Final.
        case final
        /// Revised.
        case revised
    }

    /// What the field is.
    public var name: Name
    /// The lines of the source that it was printed on.
    public var lines: SourceLines?
    /// Its language, where it differs from the record's.
    public var lang: String?
    /// The value of the whole field, normalised: a date for `issued`, a language tag for `language` and
    /// `originalLanguage`, a code or a symbol for `symbol`, `distribution`, `documentType` and `stage`.
    public var value: String?
    /// Which meeting a `session`, `meeting`, `venue` or `agendaItem` speaks of.
    public var of: Of?
    /// The number of a `session` in digits, or of an `agendaItem` as printed.
    public var number: String?
    /// The last of several sessions that one document covers.
    public var to: Int?
    /// The part of a session that the document covers.
    public var part: Int?
    /// What a `title` says of the state of the text.
    public var status: Status?
    /// The printed text with its spans.
    public var content: [Inline]

    /// Creates a field.
    public init(
        _ name: Name, lines: SourceLines? = nil, lang: String? = nil, value: String? = nil, of: Of? = nil,
        number: String? = nil, to: Int? = nil, part: Int? = nil, status: Status? = nil, content: [Inline]
    ) {
        self.name = name
        self.lines = lines
        self.lang = lang
        self.value = value
        self.of = of
        self.number = number
        self.to = to
        self.part = part
        self.status = status
        self.content = content
    }
}
