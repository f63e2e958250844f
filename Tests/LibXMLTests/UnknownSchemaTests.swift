import LibXML
import Testing

/// What schemas of unknown origin need beyond what the schema of records does.
@Suite("Schemas of unknown origin")
struct UnknownSchemaTests {
    private func schema(_ body: String) -> [UInt8] {
        Array("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\(body)</xs:schema>".utf8)
    }

    @Test("A message about a tree tells the number of the element, whatever stands around it")
    func elementNumbers() throws {
        let schema = try XSDSchema(
            compiling: schema(
                "<xs:element name='r'><xs:complexType><xs:sequence maxOccurs='unbounded'><xs:element name='a' type='xs:int'/>"
                    + "<xs:element name='b'><xs:complexType><xs:sequence minOccurs='0'><xs:element name='c' type='xs:int'/></xs:sequence><xs:attribute name='n' type='xs:int'/></xs:complexType></xs:element>"
                    + "</xs:sequence></xs:complexType></xs:element>"))
        // The numbers: r 0, a 1, b 2, c 3, a 4, b 5, a 6, b 7.
        let text =
            "<!--x--><r><?p i?><a>1</a><b><!--y--><c>x</c></b>\n<a>x</a><b n='x'/><a>2</a><b>text</b></r><!--z-->"
        let tree = try schema.validateTree(XMLSource(Array(text.utf8)))
        #expect(tree.outcome == .invalid)
        #expect(tree.messages.map(\.element) == [3, 4, 5, 7])
    }

    @Test("A message that is not about a tree tells no number")
    func noNumber() throws {
        let (_, recorder) = try parse("<r xmlns='urn:t'/>", schema: Small.schema.get())
        #expect(!recorder.found.isEmpty)
        #expect(recorder.found.allSatisfy { $0.message.element == nil })
    }

    @Test("A warning can be accepted, but not one about a document that is left out")
    func warnings() throws {
        let pointless = schema(
            "<xs:attributeGroup name='g'><xs:attribute name='b' use='prohibited'/></xs:attributeGroup><xs:element name='r'/>"
        )
        #expect(throws: XSDSchemaError.self) { try XSDSchema(compiling: pointless) }
        #expect(
            try XSDSchema(compiling: pointless, acceptsWarnings: true).warnings.map(\.level) == [.warning])
        let twice = schema(
            "<xs:import namespace='urn:x' schemaLocation='a.xsd'/><xs:import namespace='urn:x' schemaLocation='b.xsd'/>"
        )
        let other = Array(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:x'/>".utf8)
        let error = #expect(throws: XSDSchemaError.self) {
            try XSDSchema(
                compiling: twice, documents: ["a.xsd": other, "b.xsd": other], acceptsWarnings: true)
        }
        #expect(error?.messages.contains(where: \.isAboutSkippedSchema) == true)
        let missing = schema("<xs:import namespace='urn:x' schemaLocation='c.xsd'/>")
        #expect(throws: XSDSchemaError.self) { try XSDSchema(compiling: missing, acceptsWarnings: true) }
    }
}
