internal import LibXML

/// One catalog file.
struct XMLCatalog: Sendable {
    static let namespace = "urn:oasis:names:tc:entity:xmlns:xml:catalog"

    /// The file.
    let file: SchemaFile
    /// The entries in the order of the file.
    private(set) var entries: [CatalogEntry] = []
    /// The catalogs to ask after this one, each with the place that names it.
    private(set) var next: [(uri: URIReference, place: Place)] = []
    /// The places of the entries that name other catalogs.
    private(set) var delegates: [(uri: URIReference, place: Place)] = []

    /// Reads a catalog.
    init(_ file: SchemaFile) throws(SchemaError) {
        self.file = file
        let reader = CatalogReader(file)
        file.parse(CatalogReader.vocabulary, reader)
        if let problem = reader.problem { throw SchemaError(problem, in: [file.file]) }
        entries = reader.entries
        next = reader.next
        delegates = reader.delegates
    }
}

/// Reads the entries of a catalog; elements of other namespaces are left out with all that is in them.
private final class CatalogReader: XMLEventHandler {
    static let vocabulary = XMLVocabulary(namespace: XMLCatalog.namespace, names: [])

    private let file: SchemaFile
    /// The base URIs of the open elements; nil for those that are left out.
    private var bases: [URIReference?] = []

    private(set) var entries: [CatalogEntry] = []
    private(set) var next: [(uri: URIReference, place: Place)] = []
    private(set) var delegates: [(uri: URIReference, place: Place)] = []
    private(set) var problem: Finding?

    init(_ file: SchemaFile) {
        self.file = file
    }

    var wantsToStop: Bool { problem != nil }

    func startElement(_ tag: borrowing XMLStartTag) {
        let place = file.place(tag.offset..<tag.end)
        let name = tag.localName
        if bases.isEmpty, !tag.isInExpectedNamespace || name != "catalog" {
            problem = Finding(
                .catalogInvalid,
                message: """
                    The root element is '\(name)'; an OASIS XML Catalog was expected, \
                    an element 'catalog' in the namespace '\(XMLCatalog.namespace)'.
                    """, place: place)
            return
        }
        let outer = bases.isEmpty ? file.uri : bases[bases.count - 1]
        guard tag.isInExpectedNamespace, let outer else { return bases.append(nil) }
        let base = tag.xmlBase.map { URIReference($0).resolved(against: outer) } ?? outer
        bases.append(base)
        if name == "nextCatalog", let uri = value("catalog", of: tag, place) {
            next.append((URIReference(uri).resolved(against: base), place))
        }
        guard let wanted = CatalogEntry.attributes(of: name), let text = value(wanted.text, of: tag, place),
            let target = value(wanted.target, of: tag, place)
        else { return }
        let uri = URIReference(target).resolved(against: base)
        guard let entry = CatalogEntry(element: name, text: text, target: uri) else { return }
        entries.append(entry)
        if entry.form == .delegate { delegates.append((uri, place)) }
    }

    /// The value of an attribute that must be there.
    private func value(_ attribute: String, of tag: borrowing XMLStartTag, _ place: Place) -> String? {
        if let value = tag.value(named: attribute) { return value }
        problem = Finding(
            .catalogInvalid, message: "The element '\(tag.localName)' has no attribute '\(attribute)'.",
            place: place)
        return nil
    }

    func endElement(at offset: Int, endingAt end: Int) { bases.removeLast() }
    func characters(_ utf8: Span<UInt8>, at offset: Int) {}
    func message(_ message: XMLMessage, at offset: Int) {}
}

extension XMLStartTag {
    /// The value of `xml:base`, or nil.
    var xmlBase: String? { value(named: "base", in: "http://www.w3.org/XML/1998/namespace") }

    /// The value of an attribute by its name, or nil; white space around it is left out.
    func value(named name: String, in namespace: String? = nil) -> String? {
        index(ofAttribute: name, in: namespace).map { String(trimming: attributeValue(at: $0)) }
    }

    /// The position of an attribute in the tag, or nil.
    func index(ofAttribute name: String, in namespace: String? = nil) -> Int? {
        (0..<attributeCount).first {
            attributeLocalName(at: $0) == name && attributeNamespace(at: $0) == namespace
        }
    }
}

extension String {
    /// The text without white space at its ends.
    fileprivate init(trimming text: String) {
        var rest = text.utf8[...]
        while rest.first?.isXMLSpace == true { rest.removeFirst() }
        while rest.last?.isXMLSpace == true { rest.removeLast() }
        self.init(Substring(rest))
    }
}
