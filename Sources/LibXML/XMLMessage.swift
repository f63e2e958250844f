internal import CLibXML2

/// One message of libxml2, copied out of it.
package struct XMLMessage: Hashable, Sendable {
    /// How grave a message is.
    package enum Level: Int, Hashable, Sendable, Comparable {
        case warning = 1
        case error = 2
        case fatal = 3

        package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// The part of libxml2 that a message comes from.
    package enum Domain: Hashable, Sendable {
        case parser
        case namespace
        /// Validating a document against a schema.
        case schemaValidity
        /// Compiling a schema.
        case schemaParser
        case other
    }

    package var level: Level
    package var domain: Domain
    /// libxml2's number for the message, for example 1871 for an element that the content model does not allow.
    package var code: Int
    /// The words, without a line end.
    package var text: String
    /// The 1-based line, where libxml2 knows one; messages of an event stream have none.
    package var line: Int?
    /// The URI of the document the message is about; only messages about schema documents have one.
    package var document: String?
    /// The element's number in document order, from 0; only messages about trees have one.
    package var element: Int?

    package init(
        level: Level,
        domain: Domain,
        code: Int,
        text: String,
        line: Int? = nil,
        document: String? = nil,
        element: Int? = nil
    ) {
        self.level = level
        self.domain = domain
        self.code = code
        self.text = text
        self.line = line
        self.document = document
        self.element = element
    }

    /// The local name of the attribute that the message is about, if it is about one.
    ///
    /// libxml2 says it in the text only: "Element 'p', attribute 'lang': …" for one that is there,
    /// "Element 'p': The attribute 'lang' is required but missing." for one that is not.
    package var attribute: String? { attributeName?.local }

    /// The name of that attribute, with its namespace if it has one.
    package var attributeName: (namespace: String?, local: String)? {
        let utf8 = text.utf8Span.span
        guard let name = Self.rangeOfAttributeName(in: utf8) else { return nil }
        // A name in a namespace is written "{uri}name".
        let bytes = name.map { utf8[$0] }
        guard bytes.first == UInt8(ascii: "{"), let brace = bytes.lastIndex(of: UInt8(ascii: "}")) else {
            return (nil, String(decoding: bytes, as: UTF8.self))
        }
        return (
            String(decoding: bytes[1..<brace], as: UTF8.self),
            String(decoding: bytes[(brace + 1)...], as: UTF8.self)
        )
    }

    /// Where the name of an attribute stands in a message, behind the quoted name of its element.
    private static func rangeOfAttributeName(in utf8: Span<UInt8>) -> Range<Int>? {
        let quote = UInt8(ascii: "'")
        for i in utf8.indices where utf8[i] == quote {
            let introductions: [StaticString] = [", attribute '", ": The attribute '"]
            guard let word = introductions.first(where: { utf8.holds($0, at: i + 1) }) else { continue }
            let start = i + 1 + word.utf8CodeUnitCount
            var end = start
            while end < utf8.count, utf8[end] != quote { end += 1 }
            return start..<end
        }
        return nil
    }

    /// Whether libxml2 says that it failed itself, so that there is no verdict.
    package var isInternalError: Bool {
        Self.internalErrorCodes.contains(code)
    }

    private static let internalErrorCodes: Set<Int> = Set(
        [XML_SCHEMAV_INTERNAL, XML_SCHEMAP_INTERNAL, XML_ERR_INTERNAL_ERROR, XML_ERR_NO_MEMORY]
            .map { Int($0.rawValue) })
}

extension XMLMessage {
    /// Copies a message while libxml2 still owns it.
    init(copying error: UnsafePointer<xmlError>) {
        let raw = error.pointee
        self.init(
            level: Level(of: raw),
            domain: Domain(raw: UInt32(truncatingIfNeeded: raw.domain)),
            code: Int(raw.code),
            text: raw.message.map { Self.text($0) } ?? "",
            line: raw.line > 0 ? Int(raw.line) : nil,
            document: raw.file.map { String(cString: $0) },
            element: raw.domain == CInt(XML_FROM_SCHEMASV.rawValue)
                ? XSDSchema.elementNumber(of: raw.node) : nil)
    }

    /// The words without the line end that libxml2 puts behind them.
    private static func text(_ message: UnsafePointer<CChar>) -> String {
        let bytes = UnsafeRawBufferPointer(start: message, count: shim_length(message))
        let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}

extension XMLMessage.Level {
    /// The level of a message; that a namespace's name is no URI breaks no rule that a reader has to keep.
    fileprivate init(of raw: xmlError) {
        let isAboutURI = raw.code == CInt(XML_WAR_NS_URI.rawValue)
        self = isAboutURI ? .warning : Self(rawValue: Int(raw.level.rawValue)) ?? .error
    }
}

extension XMLMessage.Domain {
    fileprivate init(raw: UInt32) {
        self =
            switch raw {
            case XML_FROM_PARSER.rawValue: .parser
            case XML_FROM_NAMESPACE.rawValue: .namespace
            case XML_FROM_SCHEMASV.rawValue: .schemaValidity
            case XML_FROM_SCHEMASP.rawValue: .schemaParser
            default: .other
            }
    }
}

extension XMLMessage: CustomStringConvertible {
    package var description: String {
        let place = line.map { "line \($0): " } ?? ""
        return (document.map { "\($0): " } ?? "") + "\(place)\(level): \(text)"
    }
}

/// Gathers the messages of one call into libxml2, on the thread of the call.
final class XMLMessageCollector {
    private(set) var messages: [XMLMessage] = []

    /// Calls `body` with a context pointer for ``collectMessage`` and returns the messages that came in.
    static func collecting<R>(_ body: (UnsafeMutableRawPointer) -> R) -> (result: R, messages: [XMLMessage]) {
        let collector = XMLMessageCollector()
        return withExtendedLifetime(collector) {
            let result = body(Unmanaged.passUnretained(collector).toOpaque())
            return (result, collector.messages)
        }
    }

    fileprivate func receive(_ message: XMLMessage) { messages.append(message) }
}

/// The handler given to libxml2: a C function pointer cannot capture, so the collector comes as its context.
func collectMessage(context: UnsafeMutableRawPointer?, error: UnsafePointer<xmlError>?) {
    guard let context, let error else { return }
    Unmanaged<XMLMessageCollector>.fromOpaque(context).takeUnretainedValue()
        .receive(XMLMessage(copying: error))
}

extension Span<UInt8> {
    /// Whether a word stands at an index.
    fileprivate func holds(_ word: StaticString, at index: Int) -> Bool {
        guard index + word.utf8CodeUnitCount <= count else { return false }
        for i in 0..<word.utf8CodeUnitCount where self[index + i] != word.utf8Start[i] { return false }
        return true
    }
}

extension XMLMessage {
    /// Whether the message, told at the end of an element, is about the value that it holds.
    var isAboutContent: Bool {
        let values =
            XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1.rawValue...XML_SCHEMAV_CVC_ENUMERATION_VALID.rawValue
        let fixed = XML_SCHEMAV_CVC_ELT_5_2_2_2_1.rawValue...XML_SCHEMAV_CVC_ELT_5_2_2_2_2.rawValue
        guard let code = UInt32(exactly: code) else { return false }
        return values.contains(code) || fixed.contains(code)
    }
}
