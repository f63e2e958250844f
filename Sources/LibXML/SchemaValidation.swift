internal import CLibXML2

/// What a validation found out.
package enum SchemaOutcome: Hashable, Sendable {
    /// All was looked at, and nothing was wrong.
    case valid
    /// The schema does not allow what was found.
    case invalid
    /// There is no verdict: libxml2 gave up, or there was nothing to look at, or not all of it.
    case undecided
}

/// A validation of documents, one after the other, by events instead of a tree.
///
/// libxml2's validator, detached from its parser: an XML parser or a reader of another format tells it what it
/// meets. Not shared between threads; any number of validations may share one schema.
///
///     let validation = SchemaValidation(schema, vocabulary: vocabulary)
///     validation.begin()
///     validation.addAttribute(version, value: "1.0")
///     validation.startElement(report)
///     validation.characters("Geneva")
///     validation.endText()
///     if validation.hasMessages { … validation.takeMessages() … }
///     validation.endElement()
///     let outcome = validation.finish()
///
/// What it cannot check, and a validator of trees can: that values of type `xs:ID` are unique. Characters that
/// XML cannot carry are the caller's to refuse (``XMLCharacters``).
package final class SchemaValidation {
    private let schema: XSDSchema
    private let vocabulary: XMLVocabulary
    /// Stays where it is: libxml2 keeps pointers into it.
    private let validator: UnsafeMutablePointer<shim_Validator>

    // Not checked for overlapping access, which costs much at each event: the calls come one after another, and libxml2
    // only adds messages meanwhile.
    private var messages: [XMLMessage] = []
    @exclusivity(unchecked) private var holdsMessages = false
    @exclusivity(unchecked) private var errorCount = 0
    /// Set when there can be no verdict any more; from then on libxml2 is told nothing.
    @exclusivity(unchecked) private var isBroken = false
    @exclusivity(unchecked) private var isActive = false
    @exclusivity(unchecked) private var sawElement = false
    @exclusivity(unchecked) private var depth = 0
    /// Values that need not be told again; nil where none are remembered.
    private let accepted: AcceptedValues?
    /// Whether an attribute such as `xsi:type` may have given elements other types than their names do.
    @exclusivity(unchecked) private var hasForeignAttributes = false

    /// Names outside the vocabulary: libxml2 keeps the pointers it is given until the element ends.
    private var otherNames: xmlDictPtr?
    /// The names of the open elements; only of those that were given one by one, not by the parser.
    private let openNames = GrowingBuffer<UnsafePointer<xmlChar>>()
    private let text = GrowingBuffer<UInt8>(capacity: 1 << 10)
    private let attributes = PendingAttributes()
    /// A prefix, none, and its namespace.
    private let rootNamespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>

    /// Makes a validation.
    ///
    /// - Parameters:
    ///   - schema: The schema to hold documents against.
    ///   - vocabulary: The names that numbers stand for, and the namespace of all elements given by
    ///     ``startElement(_:)``.
    ///   - remembered: The numbers of attributes whose accepted values are remembered, so that libxml2 is not told of
    ///     them again. For schemas in which an element's name alone decides its type, and that have no wildcards; the
    ///     attributes must be optional wherever they may stand.
    package init(_ schema: XSDSchema, vocabulary: XMLVocabulary, rememberingValuesOf remembered: [Int] = []) {
        self.schema = schema
        self.vocabulary = vocabulary
        accepted = remembered.isEmpty ? nil : AcceptedValues(of: remembered)
        rootNamespaces = .allocate(capacity: 2)
        rootNamespaces.initialize(repeating: nil, count: 2)
        rootNamespaces[1] = vocabulary.namespaceCString
        validator = .allocate(capacity: 1)
        validator.initialize(to: shim_Validator())
        validator.pointee.validator = schema.newValidationContext()
        shim_setSchemaValidErrors(
            validator.pointee.validator, receiveSchemaMessage, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        if isActive { _ = shim_endValidation(validator) }
        xmlSchemaFreeValidCtxt(validator.pointee.validator)
        validator.deallocate()
        rootNamespaces.deallocate()
        xmlDictFree(otherNames)
    }

    // MARK: A document

    /// Starts a document; one that was not finished is forgotten.
    package func begin() {
        if isActive { _ = shim_endValidation(validator) }
        messages.removeAll(keepingCapacity: true)
        holdsMessages = false
        openNames.removeAll()
        text.removeAll()
        attributes.removeAll()
        errorCount = 0
        depth = 0
        sawElement = false
        hasForeignAttributes = false
        forgetOtherNames()
        isActive = validator.pointee.validator != nil && shim_beginValidation(validator) != 0
        isBroken = !isActive
    }

    /// Ends the document.
    ///
    /// - Returns: The verdict. A document that was not whole is never valid.
    package func finish() -> SchemaOutcome {
        guard isActive else { return .undecided }
        isActive = false
        let foundNothing = shim_endValidation(validator) != 0
        if isBroken { return .undecided }
        if errorCount > 0 { return .invalid }
        return foundNothing && sawElement && depth == 0 ? .valid : .undecided
    }

    // MARK: Messages

    /// Whether there are messages to take.
    package var hasMessages: Bool { holdsMessages }

    /// The messages that came in since the last call, in order.
    package func takeMessages() -> [XMLMessage] {
        defer {
            messages.removeAll(keepingCapacity: true)
            holdsMessages = false
        }
        return messages
    }

    fileprivate func receive(_ message: XMLMessage) {
        if message.level >= .error { errorCount += 1 }
        if message.isInternalError { isBroken = true }
        messages.append(message)
        holdsMessages = true
    }

    /// Gives up on a verdict, for a reason of ours.
    private func breakOff(_ reason: String) {
        guard !isBroken else { return }
        receive(
            XMLMessage(
                level: .error, domain: .schemaValidity, code: Int(XML_SCHEMAV_INTERNAL.rawValue), text: reason
            ))
    }

    // MARK: Events of any reader

    /// Adds an attribute without namespace to the element that starts next.
    package func addAttribute(_ name: Int, value: Span<UInt8>) {
        addAttribute(cString: vocabulary.cString(name), number: name, value)
    }

    /// Adds an attribute without namespace to the element that starts next.
    package func addAttribute(_ name: Int, value: String) {
        addAttribute(name, value: value.utf8Span.span)
    }

    /// Adds an attribute with a name that need not be in the vocabulary.
    package func addAttribute(named name: String, value: Span<UInt8>) {
        guard let name = intern(name) else { return }
        addAttribute(cString: name, number: -1, value)
    }

    /// Adds an attribute with a name that need not be in the vocabulary.
    package func addAttribute(named name: String, value: String) {
        addAttribute(named: name, value: value.utf8Span.span)
    }

    /// Starts an element of the vocabulary, with the attributes added before.
    package func startElement(_ name: Int) {
        startElement(cString: vocabulary.cString(name), number: name)
    }

    /// Starts an element in the vocabulary's namespace, with a name that need not be in the vocabulary.
    package func startElement(named name: String) {
        guard let name = intern(name) else { return }
        startElement(cString: name, number: nil)
    }

    /// Adds text to the open element; pieces that follow each other are one text.
    package func characters(_ utf8: Span<UInt8>) {
        guard !isBroken else { return }
        utf8.withUnsafeBufferPointer { text.append($0) }
    }

    /// Adds text to the open element; pieces that follow each other are one text.
    package func characters(_ text: String) {
        characters(text.utf8Span.span)
    }

    /// Checks the text added so far; the start or end of an element does so too.
    ///
    /// Called before them, it tells messages about the text from those about the element.
    package func endText() {
        guard text.count > 0 else { return }
        if text.values.span.containsNUL {
            if isActive { breakOff("Text with U+0000 cannot be checked.") }
        } else {
            checkText(text.values)
        }
        text.removeAll()
    }

    /// Ends the element that is open.
    package func endElement() {
        endText()
        guard let name = openNames.popLast(), !isBroken, isActive else { return }
        depth -= 1
        shim_validateEnd(validator, name, nil, vocabulary.namespaceCString)
    }

    private func addAttribute(cString name: UnsafePointer<xmlChar>, number: Int, _ value: Span<UInt8>) {
        guard !isBroken else { return }
        guard !value.containsNUL else {
            breakOff("An attribute value with U+0000 cannot be checked.")
            return
        }
        attributes.add(name, number, value)
    }

    private func startElement(cString name: UnsafePointer<xmlChar>, number: Int?) {
        endText()
        openNames.append(name)
        defer { attributes.removeAll() }
        guard isActive, !isBroken else { return }
        // The root declares the namespace, as a document that says the same in XML would.
        let namespaceCount: CInt = sawElement ? 0 : 1
        attributes.withPointers { pointers, numbers in
            let event = StartEvent(
                number: number, name: name, prefix: nil, uri: vocabulary.namespaceCString,
                attributes: pointers, attributeNumbers: numbers)
            checkStart(event, namespaces: rootNamespaces, namespaceCount)
        }
    }

    /// The name as a C string that lives until the document ends.
    private func intern(_ name: String) -> UnsafePointer<xmlChar>? {
        let utf8 = name.utf8Span.span
        if otherNames == nil { otherNames = xmlDictCreate() }
        let interned = utf8.withUnsafeBufferPointer { bytes -> UnsafePointer<xmlChar>? in
            guard let count = CInt(exactly: bytes.count), let base = bytes.baseAddress, count > 0 else {
                return xmlDictLookup(otherNames, "", 0)
            }
            return xmlDictLookup(otherNames, base, count)
        }
        guard let interned, !utf8.containsNUL else {
            breakOff("A name with U+0000 cannot be checked.")
            return nil
        }
        return interned
    }

    /// Keeps a long sequence of documents with ever new names from filling the memory.
    private func forgetOtherNames() {
        guard let names = otherNames, xmlDictSize(names) > 10_000 else { return }
        xmlDictFree(names)
        otherNames = nil
    }

    // MARK: Events of the XML parser

    /// Checks a whole run of text: all that stands between two pieces of markup.
    ///
    /// - Parameter run: The text, in which no parser lets a NUL stand.
    func checkText(_ run: UnsafeBufferPointer<UInt8>) {
        guard isActive, !isBroken, let count = length(of: run) else { return }
        shim_validateText(validator, run.baseAddress, count)
    }

    /// Checks CDATA sections that follow each other, which libxml2 never takes for white space between elements.
    ///
    /// - Parameter run: The text, in which no parser lets a NUL stand.
    func checkCDATA(_ run: UnsafeBufferPointer<UInt8>) {
        guard isActive, !isBroken, let count = length(of: run) else { return }
        shim_validateCDATA(validator, run.baseAddress, count)
    }

    private func length(of run: UnsafeBufferPointer<UInt8>) -> CInt? {
        let count = CInt(exactly: run.count)
        if count == nil { breakOff("Text of more than 2 GiB cannot be checked.") }
        return count
    }

    /// The start of an element as a SAX2 event has it.
    struct StartEvent {
        /// The number of the name, where that is in the vocabulary's namespace.
        var number: Int?
        var name: UnsafePointer<xmlChar>?
        var prefix: UnsafePointer<xmlChar>?
        var uri: UnsafePointer<xmlChar>?
        /// Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
        var attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
        /// The numbers of the attributes' names.
        var attributeNumbers: UnsafeBufferPointer<Int>

        var attributeCount: CInt { CInt(attributeNumbers.count) }
    }

    /// Checks the start of an element.
    func checkStart(
        _ event: StartEvent, namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        _ namespaceCount: CInt
    ) {
        guard isActive, !isBroken else { return }
        depth += 1
        sawElement = true
        guard !hasForeignAttributes, let accepted, let element = event.number,
            let attributes = event.attributes, !event.attributeNumbers.isEmpty
        else { return tell(event, namespaces, namespaceCount, event.attributes, event.attributeCount) }
        guard
            let selection = accepted.select(of: element, attributes, event.attributeNumbers)
        else {
            hasForeignAttributes = true
            return tell(event, namespaces, namespaceCount, event.attributes, event.attributeCount)
        }
        tell(event, namespaces, namespaceCount, selection.attributes, CInt(selection.count))
        // Behind an error libxml2 may not look at what it is told.
        if errorCount == 0, !isBroken { accepted.accept(selection, in: element) }
    }

    private func tell(
        _ event: StartEvent, _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        _ namespaceCount: CInt, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        _ attributeCount: CInt
    ) {
        shim_validateStart(
            validator, event.name, event.prefix, event.uri, namespaceCount, namespaces, attributeCount,
            attributes)
    }

    /// Checks the end of an element.
    func checkEnd(
        _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
    ) {
        guard isActive, !isBroken else { return }
        depth -= 1
        shim_validateEnd(validator, name, prefix, uri)
    }
}

/// The handler given to libxml2.
private func receiveSchemaMessage(context: UnsafeMutableRawPointer?, error: UnsafePointer<xmlError>?) {
    guard let context, let error else { return }
    Unmanaged<SchemaValidation>.fromOpaque(context).takeUnretainedValue().receive(XMLMessage(copying: error))
}
