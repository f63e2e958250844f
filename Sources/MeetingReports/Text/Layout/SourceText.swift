/// A text as read from its bytes: valid UTF-8 of characters that a record can carry, in lines.
///
/// Form feeds are still in it; what was dropped is listed.
struct SourceText: Sendable {
    /// The characters as UTF-8, line ends included.
    var utf8: [UInt8]
    /// The bytes of each line, without its end.
    ///
    /// A line end at the very end begins no further line.
    var lines: [Range<Int>]
    /// The encoding that the bytes were in.
    var encoding: String
    /// What was dropped.
    var dropped: [Ledger.Drop]
    /// What somebody should know of the characters.
    var findings: [Finding]
}

extension FindingCode {
    /// A byte sequence that is not UTF-8.
    public static let textInvalidUTF8 = FindingCode("text-invalid-utf8", .error)
    /// A surrogate without its partner in UTF-16, or half a code unit at the end.
    public static let textInvalidUTF16 = FindingCode("text-invalid-utf16", .error)
    /// A NUL, which no text has.
    public static let textNUL = FindingCode("text-nul", .error)
    /// Nothing but white space.
    public static let textEmpty = FindingCode("text-empty", .error)
    /// A file of another format: a PDF, a word processor's file, an image, an archive.
    public static let textNotText = FindingCode("text-not-text", .error)
    /// A character that prints nothing and that no record can carry; it was dropped.
    public static let textControlCharacter = FindingCode("text-control-character", .warning)
}
