import LibXML
import Testing

/// What a validation that remembers accepted values says is what one that does not says.
@Suite("Values that were accepted before")
struct AcceptedValueTests {
    private static let vocabulary = XMLVocabulary(namespace: "urn:t", names: ["r", "p", "id", "n"])
    private static let schema = Result {
        try XSDSchema(
            compiling: Array(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified">
                <xs:element name="r"><xs:complexType><xs:sequence>
                <xs:element name="p" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
                <xs:attribute name="id" type="code"/><xs:attribute name="n" type="code" use="required"/>
                </xs:complexType></xs:element></xs:sequence><xs:attribute name="id" type="digits"/></xs:complexType></xs:element>
                <xs:simpleType name="code"><xs:restriction base="xs:string"><xs:pattern value="[a-z&amp;]+"/></xs:restriction></xs:simpleType>
                <xs:simpleType name="digits"><xs:restriction base="xs:string"><xs:pattern value="[0-9]+"/></xs:restriction></xs:simpleType>
                </xs:schema>
                """.utf8))
    }

    private static let documents = [
        "<r xmlns='urn:t'><p id='a' n='b'/><p id='a' n='b'/></r>",
        "<r xmlns='urn:t'><p id='a' n='b'/><p id='A' n='b'/><p id='A' n='b'/></r>",
        "<r xmlns='urn:t' id='1'><p id='1' n='b'/></r>",
        "<r xmlns='urn:t' id='a'><p id='a' n='b'/></r>",
        "<r xmlns='urn:t'><p id='a'/><p n='b'/><p id='a' n='B'/></r>",
        "<r xmlns='urn:t'><p id='a&amp;b' n='b'/><p id='a&amp;b' n='b' x='1'/><p id='a&amp;&lt;' n='b'/></r>",
        "<r xmlns='urn:t'><q id='a' n='B'><p id='Z' n='b'/></q></r>",
        "<r xmlns='urn:t'><p id='Z' n='b'/></r>",
        "<r xmlns='urn:t' xmlns:x='http://www.w3.org/2001/XMLSchema-instance'><p x:type='q' id='a' n='b'/></r>",
        "<r xmlns='urn:t'><p id='\(String(repeating: "a", count: 100))' n='b'/><p id='' n='b'/></r>",
    ]

    private final class Messages: XMLEventHandler {
        var texts: [String] = []
        func startElement(_ tag: borrowing XMLStartTag) {}
        func characters(_ utf8: Span<UInt8>, at offset: Int) {}
        func endElement(at offset: Int, endingAt end: Int) {}
        func message(_ message: XMLMessage, at offset: Int) { texts.append("\(offset) \(message.text)") }
    }

    private func check(_ text: String, _ validation: SchemaValidation) throws -> (XMLParseResult, [String]) {
        let handler = Messages()
        let result = XMLStreamParser(vocabulary: Self.vocabulary)
            .parse(try XMLSource(Array(text.utf8)), validating: validation, handler: handler)
        return (result, handler.texts)
    }

    @Test("One validation that remembers says of each document what a new one says, in any order")
    func sameAnswers() throws {
        let remembering = SchemaValidation(
            try Self.schema.get(), vocabulary: Self.vocabulary, rememberingValuesOf: [2])
        for text in Self.documents + Self.documents.reversed() + Self.documents {
            let fresh = SchemaValidation(try Self.schema.get(), vocabulary: Self.vocabulary)
            let expected = try check(text, fresh)
            let found = try check(text, remembering)
            #expect(found.0 == expected.0, "\(text)")
            #expect(found.1 == expected.1, "\(text)")
        }
    }

    @Test("Values of attributes that are not XML are remembered in the same way")
    func sameAnswersForEvents() throws {
        let remembering = SchemaValidation(
            try Self.schema.get(), vocabulary: Self.vocabulary, rememberingValuesOf: [2])
        for (id, outcome) in [
            ("a", SchemaOutcome.valid), ("A", .invalid), ("a", .valid), ("a&", .valid), ("A", .invalid),
        ] {
            remembering.begin()
            remembering.startElement(0)
            for _ in 0..<2 {
                remembering.addAttribute(2, value: id)
                remembering.addAttribute(3, value: "n")
                remembering.startElement(1)
                remembering.endElement()
            }
            remembering.endElement()
            #expect(remembering.finish() == outcome, "\(id)")
        }
    }
}
