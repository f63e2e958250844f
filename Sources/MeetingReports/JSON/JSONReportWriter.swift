internal import LibXML

/// Writes records as JSON, by the rules that mirror the XML: attributes are string members, a run is the array
/// `content`, head children are members of their name.
public struct JSONReportWriter: Sendable {
    /// How the JSON is laid out.
    public enum Layout: Sendable {
        /// One line a record, as newline-delimited JSON wants it.
        case line
        /// Indented by two spaces.
        case indented
    }

    /// How the JSON is laid out.
    public var layout: Layout

    /// Creates a writer.
    public init(layout: Layout = .indented) {
        self.layout = layout
    }

    /// The record as UTF-8 JSON with a line feed at its end.
    ///
    /// - Throws: an error that names the place of a character that no record can hold.
    public func write(_ report: MeetingReport) throws(InputError) -> [UInt8] {
        var emitter = JSONEmitter(layout: layout)
        try emitter.write(report)
        emitter.output.lineFeed()
        return emitter.output.bytes
    }

    /// Records as one collection, with a line feed at its end.
    ///
    /// - Throws: an error that names the place of a character that no record can hold.
    public func write(collection reports: [MeetingReport]) throws(InputError) -> [UInt8] {
        var emitter = JSONEmitter(layout: layout)
        emitter.output.beginObject()
        emitter.output.member("type", ElementName.collection.name)
        emitter.output.member(AttributeName.version.text, MeetingReport.currentVersion)
        emitter.output.key("content")
        emitter.output.beginArray()
        for report in reports {
            try emitter.write(report)
        }
        emitter.output.endArray()
        emitter.output.endObject()
        emitter.output.lineFeed()
        return emitter.output.bytes
    }
}

extension JSONOutput {
    /// Writes a member whose value is a string.
    mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    /// Writes a member whose value is a string, or nothing.
    mutating func member(_ name: String, ifPresent value: String?) {
        if let value { member(name, value) }
    }
}

/// Writes each element as it comes.
struct JSONEmitter: RecordEmitter {
    var output: JSONOutput

    /// What is open around the next value.
    private enum Open {
        /// An object whose `content` has not begun.
        case object
        /// An object in its `content`.
        case content
        /// The array that is a head child.
        case array
    }

    private var open: [Open] = []
    private var metForbiddenCharacter = false

    /// Writes a record.
    ///
    /// - Throws: an error that names the place of a character that no record can hold.
    mutating func write(_ report: MeetingReport) throws(InputError) {
        report.accept(&self)
        if metForbiddenCharacter { try report.checkCharacters() }
    }

    private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        if XMLCharacters.firstForbidden(in: utf8.span) != nil { metForbiddenCharacter = true }
        output.string(utf8: utf8)
    }

    init(layout: JSONReportWriter.Layout) {
        output = JSONOutput(layout == .line ? .compact : .indented)
    }

    mutating func begin(_ name: ElementName) {
        if name.isHead {
            output.key(plain: name.utf8)
            guard name.isJSONObject else {
                output.beginArray()
                return open.append(.array)
            }
            output.beginObject()
        } else {
            beginContent()
            output.beginObject()
            output.key("type")
            output.string(utf8: name.utf8)
        }
        open.append(.object)
    }

    mutating func attribute(_ name: AttributeName, _ utf8: UnsafeBufferPointer<UInt8>) {
        output.key(plain: name.utf8)
        string(utf8)
    }

    mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        beginContent()
        string(utf8)
    }

    mutating func end(_ name: ElementName) {
        if name.contentModel != .empty { beginContent() }
        switch open.removeLast() {
        case .array: output.endArray()
        case .object: output.endObject()
        case .content:
            output.endArray()
            output.endObject()
        }
    }

    private mutating func beginContent() {
        guard case .object = open.last else { return }
        output.key("content")
        output.beginArray()
        open[open.count - 1] = .content
    }
}

extension ElementName {
    /// Whether the JSON form is an object; a head child without attributes is the array of what it holds.
    var isJSONObject: Bool { !isHead || self == .source || self == .agendaReference }
}
