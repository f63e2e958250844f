/// What wants to know what is in an XML document, in document order.
///
/// Offsets count bytes of ``XMLSource/utf8``.
package protocol XMLEventHandler: AnyObject {
    /// An element starts; messages about its start follow.
    func startElement(_ tag: borrowing XMLStartTag)

    /// Text of the open element, with references replaced; a message about it follows.
    ///
    /// All text between two pieces of markup comes at once, but for CDATA sections, which come as text of their own:
    /// calls that follow each other without another event between them are one text to a reader.
    ///
    /// - Parameters:
    ///   - utf8: The characters; gone when the call returns.
    ///   - offset: Where they begin in the source.
    func characters(_ utf8: Span<UInt8>, at offset: Int)

    /// The open element ends; messages about its content came before.
    ///
    /// - Parameters:
    ///   - offset: Where the end tag begins; for an empty-element tag, where its "/>" does.
    ///   - end: The offset behind the tag.
    func endElement(at offset: Int, endingAt end: Int)

    /// A comment, beginning at `offset`.
    func comment(at offset: Int)

    /// A processing instruction, beginning at `offset`.
    func processingInstruction(at offset: Int)

    /// A message of the parser or of the schema, about what is at `offset`.
    func message(_ message: XMLMessage, at offset: Int)

    /// The validation of the element that just ended is over: of the root, or, where each child of the root is
    /// validated for itself, of one of these.
    func validated(_ outcome: SchemaOutcome)

    /// Whether to stop; asked after each event.
    var wantsToStop: Bool { get }
}

extension XMLEventHandler {
    package func comment(at offset: Int) {}
    package func processingInstruction(at offset: Int) {}
    package func validated(_ outcome: SchemaOutcome) {}
    package var wantsToStop: Bool { false }
}
