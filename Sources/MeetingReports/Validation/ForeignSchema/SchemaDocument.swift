internal import LibXML

/// Where a schema document names another one: an `xs:include`, `xs:import` or `xs:redefine` of it.
struct SchemaReference: Sendable {
    /// The element's name: `include`, `import` or `redefine`.
    let kind: String
    /// The namespace that an import is about.
    let namespace: String?
    /// The `schemaLocation` as it is written, or nil where there is none, as an import may have it.
    let location: String?
    /// The URI that the location is relative to.
    let base: URIReference
    /// The bytes of the element's start tag.
    let range: Range<Int>
    /// The bytes of the value of `schemaLocation` with its quotes; where there is none, nothing behind the name.
    let slot: Range<Int>
}

/// A document of a schema, with all that it names.
struct SchemaDocument: Sendable {
    static let namespace = "http://www.w3.org/2001/XMLSchema"

    /// The file.
    let file: SchemaFile
    /// What it names, in order.
    let references: [SchemaReference]
    /// Where the tags of several lines begin, by the line that they end on.
    private let longTags: [Int: Int]

    /// Reads a schema document.
    ///
    /// - Throws: that it is none.
    init(_ file: SchemaFile) throws(SchemaError) {
        self.file = file
        let reader = ReferenceReader(file)
        file.parse(ReferenceReader.vocabulary, reader)
        if let problem = reader.problem { throw SchemaError(problem, in: [file.file]) }
        references = reader.references
        longTags = reader.longTags
    }

    /// The place that libxml2 means by a line: that of a tag which begins there, or which ends there.
    func place(ofLine line: Int) -> Place {
        if let tag = longTags[line] { return file.place(tag..<tag) }
        let text = file.index.line(line)
        let start = text.firstIndex { !$0.isXMLSpace } ?? text.startIndex
        return file.place(start..<start)
    }

    /// The document with other locations, by the number of the reference; lines stay where they are.
    func bytes(locations: [Int: String]) -> [UInt8] {
        // As the schema parser takes it: without a byte order mark, or a declaration of another encoding.
        let bytes = file.source.utf8WithoutForeignDeclaration
        let shift = file.source.contentStart
        var result: [UInt8] = []
        var written = 0
        for (number, reference) in references.enumerated() {
            guard let location = locations[number] else { continue }
            let slot = reference.slot.lowerBound - shift..<reference.slot.upperBound - shift
            result += bytes[written..<slot.lowerBound]
            result += (slot.isEmpty ? " schemaLocation=\"\(location)\"" : "\"\(location)\"").utf8
            result += bytes[slot].filter { $0 == UInt8(ascii: "\n") }
            written = slot.upperBound
        }
        return result + bytes[written...]
    }
}

/// Finds what a schema document names: only children of its root can.
private final class ReferenceReader: XMLEventHandler {
    static let vocabulary = XMLVocabulary(namespace: SchemaDocument.namespace, names: [])

    private let file: SchemaFile
    private var depth = 0
    private var base: URIReference
    private(set) var references: [SchemaReference] = []
    private(set) var longTags: [Int: Int] = [:]
    private(set) var problem: Finding?

    init(_ file: SchemaFile) {
        self.file = file
        base = file.uri
    }

    func startElement(_ tag: borrowing XMLStartTag) {
        defer { depth += 1 }
        if file.source.utf8[tag.offset..<tag.end].contains(UInt8(ascii: "\n")) {
            longTags[file.index.position(at: tag.end).line] = tag.offset
        }
        if depth == 0 { checkRoot(tag) }
        guard depth == 1, tag.isInExpectedNamespace else { return }
        let name = tag.localName
        guard ["include", "import", "redefine"].contains(name) else { return }
        let location = tag.index(ofAttribute: "schemaLocation")
        references.append(
            SchemaReference(
                kind: name, namespace: tag.value(named: "namespace"),
                location: tag.value(named: "schemaLocation"),
                base: tag.xmlBase.map { URIReference($0).resolved(against: base) } ?? base,
                range: tag.offset..<tag.end,
                slot: location.map { valueRange(at: tag.attributeOffset(at: $0)) } ?? endOfName(tag.offset)))
    }

    private func checkRoot(_ tag: borrowing XMLStartTag) {
        if let outer = tag.xmlBase { base = URIReference(outer).resolved(against: base) }
        guard !tag.isInExpectedNamespace || tag.localName != "schema" else { return }
        problem = Finding(
            .schemaNotCompiled,
            message: """
                The root element is '\(tag.localName)'; an XML Schema was expected, an element 'schema' \
                in the namespace '\(SchemaDocument.namespace)'.
                """, place: file.place(tag.offset..<tag.end))
    }

    /// The bytes of an attribute's value, quotes included.
    private func valueRange(at name: Int) -> Range<Int> {
        let bytes = file.source.utf8
        let quotes = Array("\"'".utf8)
        let start = bytes[name...].firstIndex { quotes.contains($0) } ?? name
        let end = bytes[(start + 1)...].firstIndex(of: bytes[start]) ?? start
        return start..<end + 1
    }

    /// The end of the name in a tag.
    private func endOfName(_ tag: Int) -> Range<Int> {
        let ends = Array(" \t\r\n/>".utf8)
        let end = file.source.utf8[tag...].firstIndex { ends.contains($0) } ?? tag
        return end..<end
    }

    func endElement(at offset: Int, endingAt end: Int) { depth -= 1 }
    func characters(_ utf8: Span<UInt8>, at offset: Int) {}
    func message(_ message: XMLMessage, at offset: Int) {}
}
