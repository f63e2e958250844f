import LibXML
import Testing

@Suite("Schemas")
struct XSDSchemaTests {
    private func schema(_ body: String, attributes: String = "") -> [UInt8] {
        Array("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' \(attributes)>\(body)</xs:schema>".utf8)
    }

    private func failure(_ bytes: [UInt8], documents: [String: [UInt8]] = [:]) -> XSDSchemaError? {
        do throws(XSDSchemaError) {
            _ = try XSDSchema(compiling: bytes, documents: documents)
            return nil
        } catch {
            return error
        }
    }

    private let xml = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
          <xs:attribute name="lang" type="xs:language"/>
        </xs:schema>
        """

    private func importing(_ location: String) -> [UInt8] {
        schema(
            "<xs:import namespace='http://www.w3.org/XML/1998/namespace' schemaLocation='\(location)'/>"
                + "<xs:element name='r'><xs:complexType><xs:attribute ref='xml:lang'/></xs:complexType></xs:element>"
        )
    }

    @Test(
        "An import is served from what was handed in, by its URI or relative to the schema's",
        arguments: [
            ("xml.xsd", "xml.xsd"), ("http://www.w3.org/2001/xml.xsd", "http://www.w3.org/2001/xml.xsd"),
        ])
    func importServed(location: String, uri: String) throws {
        let schema = try XSDSchema(compiling: importing(location), documents: [uri: Array(xml.utf8)])
        #expect(try schema.validateTree(XMLSource(Array("<r xml:lang='en'/>".utf8))).outcome == .valid)
        #expect(try schema.validateTree(XMLSource(Array("<r xml:lang='-'/>".utf8))).outcome == .invalid)
    }

    @Test("A schema's own URI is the base of what it names")
    func base() throws {
        let schema = try XSDSchema(
            compiling: importing("../common/xml.xsd"), at: "schema:/reports/r.xsd",
            documents: ["schema:/common/xml.xsd": Array(xml.utf8)])
        #expect(try schema.validateTree(XMLSource(Array("<r/>".utf8))).outcome == .valid)
    }

    @Test("A document in another encoding is read")
    func transcoded() throws {
        let text = "<?xml version='1.0' encoding='UTF-16'?>\n" + xml
        let bytes: [UInt8] =
            [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
        let schema = try XSDSchema(compiling: importing("xml.xsd"), documents: ["xml.xsd": bytes])
        #expect(try schema.validateTree(XMLSource(Array("<r xml:lang='-'/>".utf8))).outcome == .invalid)
    }

    @Test(
        "An import or include that was not handed in is an error that names it",
        arguments: ["file:///etc/passwd", "http://example.org/x.xsd", "x.xsd", "../../etc/passwd"])
    func importMissing(location: String) throws {
        let error = try #require(failure(importing(location)))
        #expect(
            error.missingDocuments.contains {
                $0.hasSuffix(location.split(separator: "/").last.map(String.init) ?? "")
            })
        #expect(error.description.contains("not handed in"))
        #expect(failure(schema("<xs:include schemaLocation='\(location)'/><xs:element name='r'/>")) != nil)
    }

    @Test("A failed import is an error even if nothing needs it")
    func uselessImport() throws {
        let error = try #require(
            failure(schema("<xs:import namespace='urn:x' schemaLocation='x.xsd'/><xs:element name='r'/>")))
        #expect(error.missingDocuments == ["x.xsd"])
        #expect(!error.messages.isEmpty)
    }

    @Test("What libxml2 only warns of is an error")
    func warning() throws {
        func other(_ name: String) -> [UInt8] {
            schema("<xs:element name='\(name)'/>", attributes: "targetNamespace='urn:x'")
        }
        let twice = schema(
            "<xs:import namespace='urn:x' schemaLocation='a.xsd'/><xs:import namespace='urn:x' schemaLocation='b.xsd'/>"
        )
        let error = try #require(failure(twice, documents: ["a.xsd": other("a"), "b.xsd": other("b")]))
        #expect(error.messages.map(\.level) == [.warning])
        #expect(error.missingDocuments.isEmpty)
    }

    @Test(
        "A schema that does not hold is an error with messages",
        arguments: [
            "<xs:element name='r' type='nope'/>", "<xs:element/>", "<xs:nonsense/>",
            "<xs:element name='r'><xs:simpleType><xs:restriction base='xs:string'><xs:pattern value='['/></xs:restriction></xs:simpleType></xs:element>",
            "<xs:element name='r'/><xs:element name='r'/>", "<xs:element name='r'>",
        ])
    func broken(body: String) throws {
        let error = try #require(failure(schema(body)))
        #expect(!error.messages.isEmpty)
        #expect(!error.description.isEmpty)
    }

    @Test("What is no schema at all is an error")
    func noSchema() {
        #expect(failure(Array("<r/>".utf8))?.messages.isEmpty == false)
        #expect(failure(Array("nonsense".utf8))?.messages.isEmpty == false)
        #expect(failure([])?.refusal?.code == .empty)
    }

    @Test("A schema document with a DOCTYPE is refused by name, and no entity of it is asked for")
    func doctype() throws {
        let evil = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
        let (own, asked) = ExternalDocuments.serving([:]) {
            failure(Array(evil.utf8) + schema("<xs:element name='r'/>"))
        }
        #expect(own?.refusal?.code == .doctype)
        #expect(own?.document == "schema.xsd")
        #expect(asked.isEmpty)
        let other = failure(importing("xml.xsd"), documents: ["xml.xsd": Array((evil + xml).utf8)])
        #expect(other?.document == "xml.xsd")
    }

    @Test("Values of type xs:ID that are there twice are found in a tree, and only there")
    func duplicateID() throws {
        let body =
            "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' maxOccurs='9'>"
            + "<xs:complexType><xs:attribute name='i' type='xs:ID'/></xs:complexType>"
            + "</xs:element></xs:sequence></xs:complexType></xs:element>"
        let schema = try XSDSchema(compiling: schema(body))
        let document = "<r><a i='x'/><a i='x'/></r>"
        #expect(try schema.validateTree(XMLSource(Array(document.utf8))).outcome == .invalid)
        #expect(try parse(document, schema: schema).result.schema == .valid)
    }

    @Test("A document's own schemaLocation is not followed")
    func schemaLocation() throws {
        let document =
            "<r xmlns='urn:t' version='1.0' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
            + " xsi:schemaLocation='urn:t file:///etc/passwd urn:u http://example.org/u.xsd'"
            + " xsi:noNamespaceSchemaLocation='http://example.org/v.xsd'><d>2017-10-31</d><s><h/></s></r>"
        let schema = try Small.schema.get()
        let (outcomes, asked) = ExternalDocuments.serving([:]) {
            [
                try? parse(document, schema: schema).result.schema,
                try? schema.validateTree(XMLSource(Array(document.utf8))).outcome,
            ]
        }
        #expect(outcomes == [.valid, .valid])
        #expect(asked.isEmpty)
    }

    @Test("A tree that is not well-formed, or that libxml2 gives up on, has no verdict")
    func undecidedTree() throws {
        let malformed = try Small.schema.get().validateTree(XMLSource(Array("<r><b></r>".utf8)))
        #expect(!malformed.isWellFormed)
        #expect(malformed.outcome == .undecided)
        #expect(!malformed.messages.isEmpty)
    }

    @Test("The versions of the library are spelled with dots")
    func versions() {
        for version in [LibXML.runtimeVersion, LibXML.headerVersion] {
            let parts = version.split(separator: ".").compactMap { Int($0) }
            #expect(parts.count == 3)
            #expect(parts[0] == 2 && parts[1] >= 9)
        }
    }
}
