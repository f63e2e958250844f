internal import LibXML

/// The names of records as parser and validator number them: the elements, then the attributes.
enum RecordVocabulary {
    static let xml = XMLVocabulary(
        namespace: XMLNamespace.record, names: ElementName.names + AttributeName.names)

    /// The numbers of the attributes that are optional wherever the schema has them.
    static let optionalAttributes = AttributeName.allCases
        .filter { ![.version, .name, .href].contains($0) }.map { number(of: $0) }

    /// The element of a number, or nil.
    static func element(_ number: Int) -> ElementName? {
        UInt8(exactly: number).flatMap(ElementName.init(rawValue:))
    }

    /// The attribute of a number, or nil.
    static func attribute(_ number: Int) -> AttributeName? {
        UInt8(exactly: number - ElementName.names.count).flatMap(AttributeName.init(rawValue:))
    }

    /// The element of a name in UTF-8, or nil.
    static func element(named utf8: UnsafeBufferPointer<UInt8>) -> ElementName? {
        xml.number(of: utf8).flatMap { element($0) }
    }

    /// The attribute of a name in UTF-8, or nil.
    static func attribute(named utf8: UnsafeBufferPointer<UInt8>) -> AttributeName? {
        xml.number(of: utf8).flatMap { attribute($0) }
    }

    /// The number of an element.
    static func number(of element: ElementName) -> Int { Int(element.rawValue) }

    /// The number of an attribute.
    static func number(of attribute: AttributeName) -> Int {
        ElementName.names.count + Int(attribute.rawValue)
    }
}

extension ElementName {
    /// The name in UTF-8, for ever.
    var utf8: UnsafeBufferPointer<UInt8> { RecordVocabulary.xml.utf8(RecordVocabulary.number(of: self)) }
}

extension AttributeName {
    /// The name in UTF-8, for ever.
    var utf8: UnsafeBufferPointer<UInt8> { RecordVocabulary.xml.utf8(RecordVocabulary.number(of: self)) }
}

/// Gives the elements of a record that is not XML to the schema validator, and to the builder at the same time.
struct SchemaFeed {
    /// What has been built so far.
    private(set) var builder = RecordBuilder()

    private let validation: SchemaValidation?

    /// Creates a feed; without a validation only the model is built.
    init(_ validation: SchemaValidation?) {
        self.validation = validation
    }

    /// Begins a record.
    mutating func begin() {
        builder.removeAll()
        validation?.begin()
    }

    /// Checks an attribute with the element that is to start next.
    mutating func check(_ name: AttributeName, _ utf8: UnsafeBufferPointer<UInt8>) {
        validation?.addAttribute(RecordVocabulary.number(of: name), value: utf8.span)
    }

    /// Checks an attribute that the vocabulary does not have with the element that is to start next.
    mutating func check(foreign name: String, _ utf8: UnsafeBufferPointer<UInt8>) {
        validation?.addAttribute(named: name, value: utf8.span)
    }

    /// Starts an element with the attributes that are to be checked.
    mutating func start(_ name: ElementName, at offset: Int) {
        validation?.startElement(RecordVocabulary.number(of: name))
        builder.start(name, at: offset)
    }

    /// Gives the element just begun an attribute.
    mutating func attribute(_ name: AttributeName, _ utf8: UnsafeBufferPointer<UInt8>) {
        builder.attribute(name, utf8)
    }

    /// Says that the element just begun has an attribute that no record can hold.
    mutating func note(foreign attribute: String, of name: ElementName) {
        builder.note("the attribute '\(attribute)' of '\(name.name)'")
    }

    /// Starts an element that the vocabulary does not have.
    mutating func start(foreign name: String) {
        validation?.startElement(named: name)
        builder.start(foreign: name)
    }

    /// Adds text to the open element.
    mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        validation?.characters(utf8.span)
        builder.text(utf8)
    }

    /// Checks the text added so far, so that messages about it can be told from those about what follows.
    mutating func endText() {
        validation?.endText()
    }

    /// Checks what the open element holds; comes before ``end()``, while its place is still known.
    mutating func checkEnd() {
        validation?.endElement()
    }

    /// Ends the open element.
    mutating func end() {
        builder.end()
    }

    /// Whether there are messages to take.
    var hasMessages: Bool { validation?.hasMessages ?? false }

    /// The messages that came in since the last call; what only repeats the one before is left out.
    mutating func takeMessages() -> [XMLMessage] {
        guard let validation else { return [] }
        var messages: [XMLMessage] = []
        for message in validation.takeMessages() where !Finding.repeatsFacet(message, after: messages.last) {
            messages.append(message)
        }
        return messages
    }

    /// Ends the record; true where the validator came to a verdict.
    mutating func finish() -> Bool {
        guard let validation else { return true }
        return validation.finish() != .undecided
    }
}

extension Finding {
    /// Says that the validator came to no verdict, which is never the same as a good one.
    static func undecided(at place: Place) -> Finding {
        Finding(
            .schemaUndecided, message: "The schema validator came to no verdict on this record.", place: place
        )
    }

    /// Says that the schema let something through that no record can hold.
    static func mismatch(_ what: String, at place: Place) -> Finding {
        Finding(.schemaOther, message: "A record cannot hold \(what).", place: place)
    }
}
