/// Where something is, in every way that is known.
public struct Place: Hashable, Sendable {
    /// The input's name as the caller gave it.
    public var file: String?
    /// The characters in the input.
    public var range: TextRange?
    /// The element, as `/meetingReport/body/section[4]/paragraph[1]`; never empty.
    public var xpath: String?
    /// The value, as `/body/3/content/0`.
    public var jsonPointer: String?
    /// The lines of the text that the record was made from.
    public var sourceLines: SourceLines?
    /// The identifier of the nearest element that has one.
    public var id: String?

    /// Creates a place from what is known of it.
    public init(
        file: String? = nil, range: TextRange? = nil, xpath: String? = nil, jsonPointer: String? = nil,
        sourceLines: SourceLines? = nil, id: String? = nil
    ) {
        self.file = file
        self.range = range
        self.xpath = xpath?.isEmpty ?? true ? nil : xpath
        self.jsonPointer = jsonPointer
        self.sourceLines = sourceLines
        self.id = id
    }
}

/// A position in a text.
public struct TextPosition: Hashable, Sendable {
    /// The line, counted from 1; LF, CRLF and CR each end one.
    public var line: Int
    /// The Unicode scalar in the line, counted from 1.
    public var column: Int
    /// The byte in the text's UTF-8 form, counted from 0.
    public var offset: Int

    /// Creates a position.
    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }
}

/// A stretch of a text; the end is the position after its last character.
public struct TextRange: Hashable, Sendable {
    /// The first character.
    public var start: TextPosition
    /// The position after the last character.
    public var end: TextPosition

    /// The beginning of a text, where what is said of all of it has its place.
    static let beginning = TextRange(
        start: TextPosition(line: 1, column: 1, offset: 0), end: TextPosition(line: 1, column: 1, offset: 0))

    /// Creates a stretch.
    public init(start: TextPosition, end: TextPosition) {
        self.start = start
        self.end = end
    }
}
