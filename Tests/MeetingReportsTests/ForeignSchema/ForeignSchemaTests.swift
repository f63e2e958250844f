import TestSupport
import Testing

@testable import MeetingReports

@Suite("Validating other vocabularies")
struct ForeignSchemaTests {
    private let main = xsd(
        """
        <xs:element name="r"><xs:complexType><xs:sequence>
          <xs:element name="d" type="xs:date" maxOccurs="unbounded"/>
          <xs:element name="i" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:ID"/><xs:attribute name="n" type="xs:int" use="required"/></xs:complexType></xs:element>
        </xs:sequence></xs:complexType>
        <xs:unique name="u"><xs:selector xpath="d"/><xs:field xpath="."/></xs:unique></xs:element>
        """)

    private func validate(_ text: String) throws -> ValidationResult {
        try SchemaCase(["main.xsd": main]).schema().validate(text)
    }

    @Test(
        "Every finding has its line, column and path, with names as they are written",
        arguments: [
            ("<r><d>2020-01-01</d></r>", []),
            ("<r><d>2020-01-01</d>\r\n\t<x:y xmlns:x='urn:x'/></r>", ["schema-element 2:2 /r/x:y[1]"]),
            (
                "<r>\n<d>2020-01-01</d>\n<d>\n 2020-13-01</d></r>",
                ["schema-other 3:1 /r/d[2]", "schema-value 3:4 /r/d[2]"]
            ),
            ("<r>é😀</r>", ["schema-element 1:1 /r", "schema-text 1:4 /r"]),
            ("<r><d>2020-01-01</d><i\n  id='a'\n  n='1' m=''/></r>", ["schema-attribute 3:9 /r/i[1]/@m"]),
            (
                "<r><d>2020-01-01</d><i n='1' x:m='' xmlns:x='urn:x'/></r>",
                ["schema-attribute 1:30 /r/i[1]/@x:m"]
            ),
            ("<r><d>2020-01-01</d><i n='1'/><i/></r>", ["schema-attribute-missing 1:31 /r/i[2]"]),
            ("<q:r xmlns:q='urn:q'/>", ["schema-root 1:1 /q:r"]),
            ("<r><d>2020-01-01</d>", ["xml-not-well-formed 1:21 /r"]),
            ("<!DOCTYPE r><r/>", ["xml-doctype 1:1 -"]),
        ] as [(String, [String])])
    func places(text: String, expected: [String]) throws {
        let result = try validate(text)
        #expect(result.places == expected)
        #expect(result.verdict == (expected.isEmpty ? .valid : .invalid))
    }

    @Test("What only the validator of trees sees is found, with its place")
    func treeOnly() throws {
        let result = try validate("<r><d>2020-01-01</d><i id='a' n='1'/>\n<i n='1'\nid='a'/></r>")
        #expect(result.verdict == .invalid)
        #expect(result.places == ["schema-value 3:1 /r/i[2]/@id"])
    }

    @Test("An identity constraint is told once, though both validators see it")
    func both() throws {
        let result = try validate("<r><d>2020-01-01</d><d>2020-01-01</d></r>")
        #expect(result.findings.count == 1)
        #expect(result.findings[0].place.xpath == "/r/d[2]")
    }

    @Test("A document's own schemaLocation changes nothing")
    func schemaLocation() throws {
        let test = try SchemaCase(["main.xsd": main, "lax.xsd": xsd("<xs:element name='r'/>")])
        let schema = try test.schema()
        let hint =
            "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='\(test.path("lax.xsd"))'"
        #expect(schema.validate("<r \(hint)/>").verdict == .invalid)
        #expect(schema.validate("<r \(hint)><d>2020-01-01</d></r>").verdict == .valid)
    }

    @Test("A flood of errors is counted, its first thousand told", arguments: [999, 1_000, 1_001, 50_000])
    func flood(count: Int) throws {
        let result = try validate(
            "<r><d>2020-01-01</d>\n" + String(repeating: "<i/>\n", count: count) + "</r>")
        #expect(result.verdict == .invalid)
        let missing = result.findings.filter { $0.code == .schemaAttributeMissing }
        #expect(missing.count == min(count, 1_000))
        #expect(missing.last?.place.range?.start.line == min(count, 1_000) + 1)
        let more = result.findings.filter { $0.code == .schemaMore }
        #expect(more.count == (count > 1_000 ? 1 : 0))
        #expect(more.allSatisfy { $0.message.contains(" \(count) ") })
    }

    @Test("One process serves many documents, and bad ones do not disturb good ones")
    func batch() throws {
        let schema = try SchemaCase(["main.xsd": main]).schema()
        for round in 0..<50 {
            #expect(schema.validate("<r><d>2020-01-01</d></r>").verdict == .valid)
            #expect(schema.validate("<r><d>\(round)</d></r>").verdict == .invalid)
            #expect(schema.validate("<r><d>").verdict == .invalid)
            #expect(schema.validate("").verdict == .invalid)
        }
    }

    @Test("A schema may be used by many tasks")
    func concurrent() async throws {
        let schema = try SchemaCase(["main.xsd": main]).schema()
        let verdicts = await withTaskGroup(of: (Int, Verdict).self) { group in
            for number in 0..<40 {
                let text = number.isMultiple(of: 3) ? "<r/>" : "<r><d>2020-01-01</d></r>"
                group.addTask { (number, schema.validate(text).verdict) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(verdicts.count == 40)
        #expect(verdicts.allSatisfy { $0.value == ($0.key.isMultiple(of: 3) ? .invalid : .valid) })
    }

    @Test("Without a process that validates there is no verdict, and no crash")
    func noWorker() throws {
        let test = try SchemaCase(["main.xsd": main])
        for worker in [["/nowhere/rapporteur"], ["/bin/false"], ["/bin/true"], ["/bin/echo", "valid"], []] {
            let error = #expect(throws: SchemaError.self) {
                try ForeignSchema(test.path("main.xsd"), worker: worker)
            }
            #expect(error?.findings.map(\.code) == [.schemaProcess])
        }
    }

    @Test("What is pointless in a schema is a warning, and the schema is used")
    func warnings() throws {
        let schema = try SchemaCase([
            "main.xsd": xsd(
                """
                <xs:complexType name="t"><xs:attribute name="a" type="xs:int"/></xs:complexType>
                <xs:element name="r"><xs:complexType><xs:complexContent><xs:extension base="t">
                <xs:attribute name="b" use="prohibited"/></xs:extension></xs:complexContent></xs:complexType></xs:element>
                """)
        ]).schema()
        #expect(schema.warnings.map(\.severity) == [.warning])
        #expect(schema.warnings.first?.place.range?.start.line == 3)
        #expect(schema.validate("<r/>").verdict == .valid)
    }
}
