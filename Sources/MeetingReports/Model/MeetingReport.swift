/// A meeting report as one value: what was printed, in its order, and what was understood of it.
///
/// Every printed character is text in the tree; everything that was inferred is a property beside it.
/// Text never holds two spaces in a row, and two texts never stand next to each other in a run: both readers
/// see to that, and a model built by hand keeps to it so that writing and reading it back gives an equal one.
public struct MeetingReport: Hashable, Sendable {
    /// The version of the vocabulary, `major.minor`; this library reads and writes major version 1.
    public var version: String
    /// The record's own identifier.
    public var id: String?
    /// The main language of the text, as a BCP 47 tag.
    public var lang: String?
    /// What the document is: `report`, `minutes`, `agenda`, `decision`, `corrigendum` and others (an open list).
    public var kind: String?
    /// The file that the record was read from.
    public var source: Source?
    /// The printed fields above the text, in reading order; empty where the document has no masthead.
    public var masthead: [Interrupted<MastheadField>]
    /// The text.
    public var body: [Block]

    /// The version of the vocabulary that this library writes.
    public static let currentVersion = "1.0"

    /// Creates a record.
    public init(
        version: String = currentVersion, id: String? = nil, lang: String? = nil, kind: String? = nil,
        source: Source? = nil, masthead: [Interrupted<MastheadField>] = [], body: [Block] = []
    ) {
        self.version = version
        self.id = id
        self.lang = lang
        self.kind = kind
        self.source = source
        self.masthead = masthead
        self.body = body
    }
}

/// The file that a record was read from.
public struct Source: Hashable, Sendable {
    /// The file's name, without its folder.
    public var name: String
    /// The SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    public var sha256: String?
    /// Its length in bytes.
    public var size: Int?
    /// The character encoding that it was read in, such as `UTF-8`.
    public var encoding: String?
    /// The lines of it that the record covers.
    public var lines: SourceLines?

    /// Creates a description of a file.
    public init(
        name: String, sha256: String? = nil, size: Int? = nil, encoding: String? = nil,
        lines: SourceLines? = nil
    ) {
        self.name = name
        self.sha256 = sha256
        self.size = size
        self.encoding = encoding
        self.lines = lines
    }
}
