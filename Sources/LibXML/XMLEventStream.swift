internal import CLibXML2

/// One run of the parser over one document: libxml2's events in, the handler's out, with places.
///
/// The start of any markup is found from the end of the markup before it: between the two there is text, in
/// which no raw "<" can stand.
final class XMLEventStream {
    /// An element that is open.
    private struct OpenElement {
        /// The offset of "<".
        var start: Int
        /// The offset behind ">".
        var content: Int
    }

    /// Text between two pieces of markup, or CDATA sections that follow each other directly: what is one node in
    /// libxml2's trees, so that the validator says about it what it says about the node.
    private struct TextRun {
        var isCDATA: Bool
        /// The offset of the first byte.
        var start: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let contentStart: Int
    private let vocabulary: XMLVocabulary
    /// It lives as long as the parse; no reference to it is counted, which would be done at each event.
    private let validation: Unmanaged<SchemaValidation>?
    private let scope: XMLStreamParser.ValidationScope
    private let handler: any XMLEventHandler

    // Not checked for overlapping access, which costs much at each event: the parser's events come one after another,
    // and what the handler asks for meanwhile only looks at names and bytes.
    @exclusivity(unchecked) private var parser: xmlParserCtxtPtr?
    @exclusivity(unchecked) private var names = XMLNameTable([])
    private let attributeNumbers = GrowingBuffer<Int>()
    private var expectedNamespace: UnsafePointer<xmlChar>?

    private let open = GrowingBuffer<OpenElement>()
    /// The end of the last markup.
    @exclusivity(unchecked) private var markupEnd: Int
    /// The text being read, if there is any, even an empty CDATA section.
    @exclusivity(unchecked) private var run: TextRun?
    private let text = GrowingBuffer<UInt8>()
    /// The prefixes and namespaces declared above the elements that are validated.
    @exclusivity(unchecked) private var outerNamespaces: [UnsafePointer<xmlChar>?] = []

    /// How many elements are open around one that is validated as a document.
    @exclusivity(unchecked) private var validationDepth = 0
    @exclusivity(unchecked) private var isValidating = false
    @exclusivity(unchecked) private var outcomes: Set<SchemaOutcome> = []
    /// The last attribute value that was not handed on as libxml2 has it.
    @exclusivity(unchecked) private var unescapedValue: UnsafeMutableBufferPointer<UInt8>?
    @exclusivity(unchecked) private var messageCount = 0
    @exclusivity(unchecked) private var parserMessageCount = 0
    @exclusivity(unchecked) private var hasParserErrors = false
    @exclusivity(unchecked) private var isRefused = false
    @exclusivity(unchecked) private var isStopped = false

    /// How many messages of the parser are told; what follows an error is mostly its consequence.
    private static let parserMessageLimit = 100

    init(
        bytes: UnsafeBufferPointer<UInt8>, contentStart: Int, vocabulary: XMLVocabulary,
        validation: SchemaValidation?, scope: XMLStreamParser.ValidationScope, handler: any XMLEventHandler
    ) {
        self.bytes = bytes
        self.contentStart = contentStart
        self.vocabulary = vocabulary
        self.validation = validation.map { .passUnretained($0) }
        self.scope = scope
        self.handler = handler
        markupEnd = contentStart
    }

    deinit { unescapedValue?.deallocate() }

    /// Parses the document.
    func parse(_ pool: XMLParserPool) -> XMLParseResult {
        guard let base = bytes.baseAddress, let taken = pool.take(vocabulary) else {
            return XMLParseResult(
                ending: .refused, schema: validation.map { _ in .undecided }, messageCount: 0)
        }
        let parser = taken.parser
        self.parser = parser
        names = taken.names
        expectedNamespace = taken.expectedNamespace
        let context = Unmanaged.passUnretained(self).toOpaque()
        let isWellFormed =
            shim_parse(
                parser, base + contentStart, bytes.count - contentStart, Self.events.error, context) != 0
        // Before the parser goes: the validation may still hold names of its dictionary.
        if isValidating { endValidation() }
        let ending: XMLParseResult.Ending =
            if isRefused {
                .refused
            } else if isStopped {
                .stopped
            } else if hasParserErrors || !isWellFormed {
                .malformed
            } else {
                .complete
            }
        var used = taken
        used.names = names
        pool.give(used, isUsable: ending == .complete)
        return XMLParseResult(ending: ending, schema: schemaOutcome, messageCount: messageCount)
    }

    private var schemaOutcome: SchemaOutcome? {
        guard validation != nil else { return nil }
        if outcomes.isEmpty || outcomes.contains(.undecided) { return .undecided }
        return outcomes.contains(.invalid) ? .invalid : .valid
    }

    // MARK: For the start tag

    func number(of name: UnsafePointer<xmlChar>) -> Int { names.index(of: name) }

    /// The numbers of the attributes' names, until the next tag.
    private func numbers(
        of attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
    ) -> UnsafeBufferPointer<Int> {
        attributeNumbers.removeAll()
        for index in 0..<count {
            attributeNumbers.append(attributes?[5 * index].map { number(of: $0) } ?? -1)
        }
        return attributeNumbers.values
    }

    func isExpected(_ namespace: UnsafePointer<xmlChar>?) -> Bool {
        // Interned like the names; compared by content only if the pointers differ.
        namespace == expectedNamespace || xmlStrEqual(namespace, expectedNamespace) == 1
    }

    func offset(ofAttribute name: String, isPrefixed: Bool, inTagAt tag: Int) -> Int? {
        XMLPlace.attribute(name, isPrefixed: isPrefixed, inTagAt: tag, of: bytes.span)
    }

    /// Undoes "&#38;", the one reference that libxml2 leaves in a value; the bytes stay until the next call.
    func unescaped(_ value: UnsafeBufferPointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
        let reference = "&#38;"
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: value.count)
        var count = 0
        var place = 0
        while place < value.count {
            buffer[count] = value[place]
            count += 1
            place += value[place...].starts(with: reference.utf8) ? reference.utf8.count : 1
        }
        unescapedValue?.deallocate()
        unescapedValue = buffer
        return UnsafeBufferPointer(rebasing: buffer[..<count])
    }

    // MARK: Places

    /// The parser's offset in the source.
    private var position: Int {
        guard let parser else { return contentStart }
        return min(contentStart + shim_position(parser), bytes.count)
    }

    /// The offset of the "<" that ends the text being read.
    private var nextMarkup: Int {
        guard markupEnd < bytes.count, bytes[markupEnd] != UInt8(ascii: "<") else { return markupEnd }
        return bytes.first(UInt8(ascii: "<"), from: markupEnd)
    }

    private func isSlash(at offset: Int) -> Bool {
        bytes.indices.contains(offset) && bytes[offset] == UInt8(ascii: "/")
    }

    // MARK: Events

    func startDocument() { markupEnd = position }

    func refuseDoctype() {
        isRefused = true
        xmlStopParser(parser)
    }

    func startElement(
        _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
        namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ namespaceCount: CInt,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ attributeCount: CInt
    ) {
        guard !isStopped else { return }
        endText()
        let start = nextMarkup
        // The parser stands before ">" or "/>".
        let end = position
        markupEnd = min(end + (isSlash(at: end) ? 2 : 1), bytes.count)
        let depth = open.count
        open.append(OpenElement(start: start, content: markupEnd))
        let attributeNumbers = numbers(of: attributes, Int(attributeCount))
        let tag = XMLStartTag(
            rawName: name, rawNamespace: uri, rawAttributes: attributes, attributeNumbers: attributeNumbers,
            range: start..<markupEnd, stream: self)
        if depth == 0, case .childrenOfRoot(let root) = scope, root == nil || root == tag.name {
            validationDepth = 1
        }
        let element = tag.isInExpectedNamespace ? tag.name : nil
        handler.startElement(tag)
        if let validation, depth >= validationDepth {
            let event = SchemaValidation.StartEvent(
                number: element, name: name, prefix: prefix, uri: uri, attributes: attributes,
                attributeNumbers: attributeNumbers)
            validation._withUnsafeGuaranteedRef {
                check(
                    event, with: $0, namespaces: namespaces, namespaceCount, isFirst: depth == validationDepth
                )
                if $0.hasMessages { tellStartMessages(of: $0, tag: start) }
            }
        } else if depth < validationDepth {
            outerNamespaces += UnsafeBufferPointer(start: namespaces, count: Int(namespaceCount) * 2)
        }
        stopIfWanted()
    }

    private func check(
        _ event: SchemaValidation.StartEvent, with validation: SchemaValidation,
        namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ namespaceCount: CInt, isFirst: Bool
    ) {
        if isFirst {
            validation.begin()
            isValidating = true
        }
        guard isFirst, !outerNamespaces.isEmpty else {
            return validation.checkStart(event, namespaces: namespaces, namespaceCount)
        }
        // The inner ones first: the validator takes the first that fits.
        var visible = Array(UnsafeBufferPointer(start: namespaces, count: Int(namespaceCount) * 2))
        visible += outerNamespaces
        visible.withUnsafeMutableBufferPointer {
            validation.checkStart(event, namespaces: $0.baseAddress, CInt($0.count / 2))
        }
    }

    func endElement(
        _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
    ) {
        guard !isStopped, let element = open.last else { return }
        endText()
        let end = position
        // Behind "/>" of an empty-element tag or ">" of an end tag.
        let start = isSlash(at: end - 2) ? end - 2 : nextMarkup
        markupEnd = end
        if isValidating {
            validation?._withUnsafeGuaranteedRef {
                $0.checkEnd(name, prefix, uri)
                if $0.hasMessages { tellEndMessages(of: $0, element) }
            }
        }
        handler.endElement(at: start, endingAt: end)
        open.truncate(to: open.count - 1)
        if isValidating, open.count == validationDepth { handler.validated(endValidation()) }
        stopIfWanted()
    }

    func characters(_ piece: UnsafeBufferPointer<xmlChar>) {
        if run?.isCDATA == true { endText() }
        if run == nil { run = TextRun(isCDATA: false, start: markupEnd) }
        text.append(piece)
    }

    func cdata(_ content: UnsafeBufferPointer<xmlChar>) {
        guard !isStopped else { return }
        if run?.isCDATA == false { endText() }
        if run == nil { run = TextRun(isCDATA: true, start: nextMarkup + "<![CDATA[".utf8.count) }
        text.append(content)
        markupEnd = position
    }

    func comment() {
        guard !isStopped else { return }
        endText()
        handler.comment(at: nextMarkup)
        markupEnd = position
        stopIfWanted()
    }

    func processingInstruction() {
        guard !isStopped else { return }
        endText()
        handler.processingInstruction(at: nextMarkup)
        markupEnd = position
        stopIfWanted()
    }

    func error(_ message: XMLMessage) {
        guard !isStopped, !isRefused else { return }
        if message.level >= .error { hasParserErrors = true }
        messageCount += 1
        parserMessageCount += 1
        guard parserMessageCount <= Self.parserMessageLimit else { return }
        handler.message(message, at: position)
    }

    /// Tells of the text read so far, all at once, since libxml2 cuts it at references and at its buffers.
    private func endText() {
        guard let run else { return }
        self.run = nil
        let bytes = text.values
        if !bytes.isEmpty { handler.characters(bytes.span, at: run.start) }
        if isValidating {
            validation?._withUnsafeGuaranteedRef {
                if run.isCDATA { $0.checkCDATA(bytes) } else { $0.checkText(bytes) }
                if $0.hasMessages { tellTextMessages(of: $0, from: run.start) }
            }
        }
        text.removeAll()
    }

    @discardableResult
    private func endValidation() -> SchemaOutcome {
        let outcome = validation?._withUnsafeGuaranteedRef { $0.finish() } ?? .undecided
        isValidating = false
        outcomes.insert(outcome)
        return outcome
    }

    private func stopIfWanted() {
        guard handler.wantsToStop, !isStopped else { return }
        isStopped = true
        xmlStopParser(parser)
    }

    // MARK: Messages of the schema

    /// About an attribute, at its name; else at the tag.
    private func tellStartMessages(of validation: SchemaValidation, tag: Int) {
        // Read once for all messages: a tag may have a thousand attributes, each of them wrong.
        var attributes: XMLPlace.Attributes?
        for message in validation.takeMessages() {
            guard let name = message.attributeName else {
                tell(message, at: tag)
                continue
            }
            let places = attributes ?? XMLPlace.attributes(inTagAt: tag, of: bytes.span)
            attributes = places
            tell(message, at: places.offset(name.local, isPrefixed: name.namespace != nil) ?? tag)
        }
    }

    /// About the characters, at the first that is not white space.
    private func tellTextMessages(of validation: SchemaValidation, from start: Int) {
        for message in validation.takeMessages() {
            tell(message, at: XMLPlace.firstNonBlank(from: start, of: bytes.span))
        }
    }

    /// About the value of the element, at its first byte; about what is missing in it, at its start tag.
    private func tellEndMessages(of validation: SchemaValidation, _ element: OpenElement) {
        let isEmptyTag = isSlash(at: element.content - 2)
        for message in validation.takeMessages() {
            tell(message, at: message.isAboutContent && !isEmptyTag ? element.content : element.start)
        }
    }

    private func tell(_ message: XMLMessage, at offset: Int) {
        messageCount += 1
        handler.message(message, at: offset)
    }
}
