internal import LibXML

/// The XML namespace of native records.
public enum XMLNamespace {
    /// The namespace of version 1 of the vocabulary.
    public static let record = "urn:rapporteur:meeting-report:1"
    /// The namespace of the attributes that XML Schema itself gives a meaning.
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
    /// Those that may stand on every element, and which no reader follows.
    static let schemaHints = ["schemaLocation", "noNamespaceSchemaLocation"]
}

/// Writes records as native XML in UTF-8.
///
/// Elements that hold no text of their own are indented by two spaces; inside a text nothing is added, so that the text
/// stays what was printed.
public struct XMLReportWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// The record as an XML document.
    ///
    /// - Throws: an error that names the place of a character that XML cannot carry.
    public func write(_ report: MeetingReport) throws(InputError) -> [UInt8] {
        var emitter = XMLEmitter()
        emitter.declaration()
        try emitter.write(report)
        emitter.bytes.append(UInt8(ascii: "\n"))
        return emitter.bytes
    }

    /// Records as one collection.
    ///
    /// - Throws: an error that names the place of a character that XML cannot carry.
    public func write(collection reports: [MeetingReport]) throws(InputError) -> [UInt8] {
        var emitter = XMLEmitter()
        emitter.declaration()
        emitter.beginCollection()
        for report in reports {
            try emitter.write(report)
        }
        emitter.endCollection()
        return emitter.bytes
    }
}

extension XMLReportWriter {
    /// A collection that is written record by record.
    static let stream: StreamForm = {
        var head = XMLEmitter()
        head.declaration()
        head.beginCollection()
        var tail = XMLEmitter(isInCollection: true)
        tail.endCollection()
        return StreamForm(
            head: head.bytes,
            write: { (report, output) throws(InputError) in
                var emitter = XMLEmitter(isInCollection: true)
                swap(&emitter.bytes, &output)
                defer { swap(&emitter.bytes, &output) }
                try emitter.write(report)
            }, tail: tail.bytes)
    }()
}

/// Writes each element as it is visited.
struct XMLEmitter: ReportVisitor {
    var bytes: [UInt8] = []

    /// How many elements are open.
    private var depth = 0
    /// How many of the open elements stand in a text, the element whose text it is included.
    private var textDepth = 0
    /// Whether the start tag of the innermost element still wants its `>`.
    private var isTagOpen = false

    /// Begins an output, or goes on with one whose collection is open.
    init(isInCollection: Bool = false) {
        depth = isInCollection ? 1 : 0
    }

    /// Writes the XML declaration.
    mutating func declaration() {
        append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    }

    /// Writes a record.
    ///
    /// - Throws: an error that names the place of a character that XML cannot carry.
    mutating func write(_ report: MeetingReport) throws(InputError) {
        let start = bytes.count
        report.accept(&self)
        // Such characters are written as they are, so that one look at the bytes is enough.
        if XMLCharacters.firstForbidden(in: bytes.span.extracting(start...)) != nil {
            try report.checkCharacters()
        }
    }

    /// Begins the element that holds several records.
    mutating func beginCollection() {
        begin(.collection)
        attribute(.version, MeetingReport.currentVersion)
        closeTag()
    }

    /// Ends the element that holds several records.
    mutating func endCollection() {
        end(.collection)
        append("\n")
    }

    mutating func enter(_ element: Element) -> Descent {
        let name = element.name
        begin(name)
        element.forEachAttribute { attribute($0, $1) }
        if textDepth > 0 || name.contentModel.isMixed { textDepth += 1 }
        return .into
    }

    mutating func text(_ text: String) {
        closeTag()
        XMLEscaping.appendText(text, to: &bytes)
    }

    mutating func leave(_ element: Element) {
        if textDepth > 0 { textDepth -= 1 }
        end(element.name)
    }

    private mutating func begin(_ name: ElementName) {
        closeTag()
        if textDepth == 0 { breakLine() }
        append("<")
        append(name.name)
        if depth == 0 {
            append(" xmlns=\"")
            append(XMLNamespace.record)
            append("\"")
        }
        depth += 1
        isTagOpen = true
    }

    private mutating func attribute(_ name: AttributeName, _ value: String) {
        append(" ")
        append(name.text)
        append("=\"")
        XMLEscaping.appendAttributeValue(value, to: &bytes)
        append("\"")
    }

    private mutating func end(_ name: ElementName) {
        depth -= 1
        if isTagOpen {
            append("/>")
            isTagOpen = false
            return
        }
        if textDepth == 0, !name.contentModel.isMixed { breakLine() }
        append("</")
        append(name.name)
        append(">")
    }

    private mutating func closeTag() {
        guard isTagOpen else { return }
        append(">")
        isTagOpen = false
    }

    private mutating func breakLine() {
        append("\n")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
