import LibXML
import Testing

/// A small schema with every kind of content, and documents of it.
enum Small {
    static let namespace = "urn:t"

    /// The names in the order of their numbers.
    static let names = [
        "r", "d", "s", "h", "p", "who", "ref", "pb", "n", "version", "lang", "id", "kind", "to", "k",
    ]

    static let vocabulary = XMLVocabulary(namespace: namespace, names: names)

    static func number(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }

    static let xsd = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t"
            elementFormDefault="qualified">
          <xs:element name="c">
            <xs:complexType><xs:sequence><xs:element ref="r" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
          </xs:element>
          <xs:element name="r">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="d" type="xs:date"/>
                <xs:element name="s" type="section" maxOccurs="unbounded"/>
                <xs:choice minOccurs="0" maxOccurs="unbounded">
                  <xs:element name="pb"><xs:complexType><xs:attribute name="n" type="xs:string"/></xs:complexType></xs:element>
                  <xs:element name="n">
                    <xs:complexType><xs:simpleContent><xs:extension base="short"><xs:attribute name="k" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType>
                  </xs:element>
                </xs:choice>
              </xs:sequence>
              <xs:attribute name="version" type="xs:string" use="required" fixed="1.0"/>
              <xs:attribute name="lang" type="xs:string"/>
            </xs:complexType>
          </xs:element>
          <xs:complexType name="section">
            <xs:sequence>
              <xs:element name="h" type="xs:string"/>
              <xs:element name="p" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType mixed="true">
                  <xs:choice minOccurs="0" maxOccurs="unbounded">
                    <xs:element name="who" type="country"/>
                    <xs:element name="ref"><xs:complexType mixed="true"><xs:attribute name="to" type="xs:string" use="required"/></xs:complexType></xs:element>
                  </xs:choice>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="id"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[a-z][a-z0-9]*"/></xs:restriction></xs:simpleType></xs:attribute>
            <xs:attribute name="kind"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="a"/><xs:enumeration value="b &amp; c"/></xs:restriction></xs:simpleType></xs:attribute>
          </xs:complexType>
          <xs:simpleType name="country"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{3}"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="short"><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
        </xs:schema>
        """

    static let schema: Result<XSDSchema, XSDSchemaError> = Result { () throws(XSDSchemaError) in
        try XSDSchema(compiling: Array(xsd.utf8))
    }

    static let valid = """
        <r xmlns="urn:t" version="1.0" lang="en"><d>2017-10-31</d>\
        <s id="a" kind="a"><h>H</h><p>x <ref to="b">1</ref> <who>ALB</who> y</p><p>z</p></s><s id="b"><h>J</h></s>\
        <pb n="1"/><n k="1">n</n></r>
        """
}

/// One event, as told to a handler.
enum Event: Hashable {
    case start(String, number: Int, attributes: [String], at: Int)
    case text(String, at: Int)
    case end(at: Int, endingAt: Int)
    case comment(at: Int)
    case processingInstruction(at: Int)
    case message(code: Int, at: Int)
    case validated(SchemaOutcome)
}

/// Writes down what it is told.
final class Recorder: XMLEventHandler {
    private(set) var events: [Event] = []
    private(set) var found: [(message: XMLMessage, offset: Int)] = []
    private(set) var attributeOffsets: [String: Int] = [:]
    private(set) var namespaces: [String?] = []
    private(set) var expected: [Bool] = []
    var stopAfter = Int.max

    var wantsToStop: Bool { events.count >= stopAfter }

    func startElement(_ tag: borrowing XMLStartTag) {
        var attributes: [String] = []
        for i in 0..<tag.attributeCount {
            let namespace = tag.attributeNamespace(at: i).map { "{\($0)}" } ?? ""
            attributes.append("\(namespace)\(tag.attributeLocalName(at: i))=\(tag.attributeValue(at: i))")
            attributeOffsets[tag.attributeLocalName(at: i)] = tag.attributeOffset(at: i)
        }
        namespaces.append(tag.namespace)
        expected.append(tag.isInExpectedNamespace)
        events.append(.start(tag.localName, number: tag.name, attributes: attributes, at: tag.offset))
    }

    func characters(_ utf8: Span<UInt8>, at offset: Int) {
        let text = utf8.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        events.append(.text(text, at: offset))
    }

    func endElement(at offset: Int, endingAt end: Int) { events.append(.end(at: offset, endingAt: end)) }
    func comment(at offset: Int) { events.append(.comment(at: offset)) }
    func processingInstruction(at offset: Int) { events.append(.processingInstruction(at: offset)) }
    func validated(_ outcome: SchemaOutcome) { events.append(.validated(outcome)) }

    func message(_ message: XMLMessage, at offset: Int) {
        events.append(.message(code: message.code, at: offset))
        found.append((message, offset))
    }

    /// All text, put together.
    var text: String {
        events.map { if case .text(let text, _) = $0 { text } else { "" } }.joined()
    }

    /// The messages of the schema as code and words.
    var schemaMessages: [String] {
        found.filter { $0.message.domain == .schemaValidity }.map { "\($0.message.code) \($0.message.text)" }
    }
}

/// Parses a document that must pass the checks before the parser.
func parse(
    _ bytes: [UInt8], schema: XSDSchema? = nil, scope: XMLStreamParser.ValidationScope = .document,
    stopAfter: Int = .max
) throws -> (result: XMLParseResult, recorder: Recorder) {
    let recorder = Recorder()
    recorder.stopAfter = stopAfter
    let validation = schema.map { SchemaValidation($0, vocabulary: Small.vocabulary) }
    let result = XMLStreamParser(vocabulary: Small.vocabulary)
        .parse(try XMLSource(bytes), validating: validation, scope: scope, handler: recorder)
    return (result, recorder)
}

func parse(
    _ text: String, schema: XSDSchema? = nil, scope: XMLStreamParser.ValidationScope = .document
) throws -> (result: XMLParseResult, recorder: Recorder) {
    try parse(Array(text.utf8), schema: schema, scope: scope)
}

/// The bytes of a text without its one mark "⟦", and the byte offset where it stood.
func unmark(_ text: String) throws -> (bytes: [UInt8], offset: Int) {
    let mark = Array("⟦".utf8)
    var bytes = Array(text.utf8)
    let offset = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
    bytes.removeSubrange(offset..<offset + mark.count)
    return (bytes, offset)
}

/// Why a document is refused before it is parsed, or nil if it is not.
func refusal(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) -> XMLRefusal? {
    do throws(XMLRefusal) {
        _ = try XMLSource(bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}
