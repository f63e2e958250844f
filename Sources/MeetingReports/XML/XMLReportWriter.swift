internal import LibXML

/// The XML namespace of native records.
public enum XMLNamespace {
    /// The namespace of version 1 of the vocabulary.
    public static let record = "urn:rapporteur:meeting-report:1"
    /// The namespace of the attributes that XML Schema allows on every element.
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
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
        emitter.lineFeed()
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
                try emitter.write(report)
                output += emitter.bytes
            },
            copy: { record in
                var emitter = XMLEmitter(isInCollection: true)
                record.write(to: &emitter)
                return emitter.bytes
            }, tail: tail.bytes)
    }()
}

/// Writes each element as it comes.
struct XMLEmitter: RecordEmitter {
    private let output = GrowingBuffer<UInt8>(capacity: 1 << 14)

    /// What was written.
    var bytes: [UInt8] { Array(output.values) }

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
        let start = output.count
        report.accept(&self)
        // Such characters are written as they are, so that one look at the bytes is enough.
        if XMLCharacters.firstForbidden(in: output.values.span.extracting(start...)) != nil {
            try report.checkCharacters()
        }
    }

    /// Begins the element that holds several records.
    mutating func beginCollection() {
        begin(.collection)
        var version = MeetingReport.currentVersion
        version.withUTF8 { attribute(.version, $0) }
        closeTag()
    }

    /// Ends the element that holds several records.
    mutating func endCollection() {
        end(.collection)
        lineFeed()
    }

    /// Ends a line.
    func lineFeed() {
        output.append(UInt8(ascii: "\n"))
    }

    mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        closeTag()
        XMLEscaping.appendText(utf8.span, to: output)
    }

    mutating func begin(_ name: ElementName) {
        closeTag()
        if textDepth == 0 { breakLine() }
        append("<")
        output.append(name.utf8)
        if depth == 0 {
            append(" xmlns=\"")
            var namespace = XMLNamespace.record
            namespace.withUTF8 { output.append($0) }
            append("\"")
        }
        depth += 1
        isTagOpen = true
        if textDepth > 0 || name.contentModel.isMixed { textDepth += 1 }
    }

    mutating func attribute(_ name: AttributeName, _ utf8: UnsafeBufferPointer<UInt8>) {
        append(" ")
        output.append(name.utf8)
        append("=\"")
        XMLEscaping.appendAttributeValue(utf8.span, to: output)
        append("\"")
    }

    mutating func end(_ name: ElementName) {
        depth -= 1
        if textDepth > 0 { textDepth -= 1 }
        if isTagOpen {
            append("/>")
            isTagOpen = false
            return
        }
        if textDepth == 0, !name.contentModel.isMixed { breakLine() }
        append("</")
        output.append(name.utf8)
        append(">")
    }

    private mutating func closeTag() {
        guard isTagOpen else { return }
        append(">")
        isTagOpen = false
    }

    private func breakLine() {
        lineFeed()
        for _ in 0..<depth { append("  ") }
    }

    private func append(_ text: StaticString) {
        text.withUTF8Buffer { output.append($0) }
    }
}
