import TestSupport
import Testing

@testable import MeetingReports

@Suite("Hostile schemas")
struct HostileSchemaTests {
    /// A content model of `width` to the power of `levels` elements.
    private func exponential(levels: Int, width: Int) -> String {
        var text =
            "<xs:element name='r'><xs:complexType><xs:group ref='g\(levels)'/></xs:complexType></xs:element>"
        text += "<xs:group name='g0'><xs:sequence><xs:element name='a'/></xs:sequence></xs:group>"
        for level in 1...levels {
            let references = String(repeating: "<xs:group ref='g\(level - 1)'/>", count: width)
            text += "<xs:group name='g\(level)'><xs:sequence>\(references)</xs:sequence></xs:group>"
        }
        return xsd(text)
    }

    @Test("A schema that needs too much memory is stopped, and this process lives")
    func memory() throws {
        let test = try SchemaCase(["main.xsd": exponential(levels: 7, width: 10)])
        #expect(test.problems() == ["schema-limit main.xsd:"])
    }

    @Test("A schema that needs too much time is stopped")
    func time() throws {
        let test = try SchemaCase(["main.xsd": exponential(levels: 7, width: 10)])
        let limits = SchemaLimits(memory: 8_192, seconds: 1)
        #expect(test.problems(limits: limits) == ["schema-limit main.xsd:"])
    }

    @Test("Counts without measure are refused or stopped, or the schema works")
    func counts() throws {
        let nested = String(repeating: "<xs:sequence minOccurs='1000' maxOccurs='1000'>", count: 6)
        let test = try SchemaCase([
            "occurs.xsd": xsd(
                "<xs:element name='r'><xs:complexType><xs:sequence maxOccurs='100000000'><xs:element name='a' minOccurs='100000000' maxOccurs='100000000'/></xs:sequence></xs:complexType></xs:element>"
            ),
            "huge.xsd": xsd(
                "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' minOccurs='99999999999999999999' maxOccurs='99999999999999999999'/></xs:sequence></xs:complexType></xs:element>"
            ),
            "nested.xsd": xsd(
                "<xs:element name='r'><xs:complexType>\(nested)<xs:element name='a'/>\(String(repeating: "</xs:sequence>", count: 6))</xs:complexType></xs:element>"
            ),
            "digits.xsd": xsd(
                "<xs:element name='r'><xs:simpleType><xs:restriction base='xs:string'><xs:pattern value='(((a{9999}){9999}){9999}){9999}'/></xs:restriction></xs:simpleType></xs:element>"
            ),
        ])
        for name in ["occurs.xsd", "huge.xsd", "nested.xsd", "digits.xsd"] {
            do {
                let schema = try test.schema(name)
                #expect(schema.validate("<r><a/></r>").verdict != .valid, "\(name)")
            } catch {
                #expect(error.findings.allSatisfy { $0.severity == .error }, "\(name)")
            }
        }
    }

    @Test(
        "Groups and types that go in circles are refused",
        arguments: [
            "<xs:group name='g'><xs:sequence><xs:group ref='g'/></xs:sequence></xs:group><xs:element name='r'><xs:complexType><xs:group ref='g'/></xs:complexType></xs:element>",
            "<xs:complexType name='t'><xs:complexContent><xs:extension base='t'/></xs:complexContent></xs:complexType><xs:element name='r' type='t'/>",
            "<xs:simpleType name='t'><xs:union memberTypes='t'/></xs:simpleType><xs:element name='r' type='t'/>",
            "<xs:attributeGroup name='g'><xs:attributeGroup ref='g'/></xs:attributeGroup><xs:element name='r'/>",
            "<xs:element name='r' substitutionGroup='s'/><xs:element name='s' substitutionGroup='r'/>",
        ])
    func circles(body: String) throws {
        #expect(try !SchemaCase(["main.xsd": xsd(body)]).problems().isEmpty)
    }

    @Test("A document that costs too much has failed, and the next one is validated")
    func document() throws {
        // A tree of many small elements takes far more memory than its text.
        let test = try SchemaCase([
            "main.xsd": xsd(
                "<xs:element name='r'><xs:complexType><xs:sequence><xs:any processContents='skip' minOccurs='0' maxOccurs='unbounded'/></xs:sequence></xs:complexType></xs:element>"
            )
        ])
        let schema = try test.schema(limits: SchemaLimits(memory: 256, seconds: 10))
        #expect(schema.validate("<r/>").verdict == .valid)
        let big = schema.validate("<r>" + String(repeating: "<b>x</b>", count: 2_000_000) + "</r>")
        #expect(big.verdict == .failed)
        #expect(big.findings.allSatisfy { $0.code == .schemaLimit || $0.code == .schemaUndecided })
        #expect(schema.validate("<r/>").verdict == .valid)
        #expect(schema.validate("<q/>").verdict == .invalid)
    }

    @Test("Thousands of includes are read once each, or are too many")
    func manyIncludes() throws {
        let same = String(repeating: "<xs:include schemaLocation='a.xsd'/>", count: 5_000)
        var files = [
            "main.xsd": xsd(same + "<xs:element name='r'/>"), "a.xsd": xsd("<xs:element name='a'/>"),
        ]
        files["gone.xsd"] = xsd(same.replacing("a.xsd", with: "b.xsd"))
        let test = try SchemaCase(files)
        #expect(test.problems() == [])
        #expect(test.problems("gone.xsd").count == 100)
        let many = String(repeating: "<xs:include schemaLocation='a.xsd'/>", count: 50_001)
        try test.folder.write("many.xsd", xsd(many))
        #expect(test.problems("many.xsd") == ["schema-limit many.xsd:"])
    }

    @Test("A schema that cannot be used is wrong usage: exit 2, nothing on standard output, never a pass")
    func exitCode() throws {
        let test = try SchemaCase([
            "up.xsd": xsd(
                "<xs:include schemaLocation='../../../../../etc/passwd'/><xs:element name='r'/>"),
            "net.xsd": xsd(
                "<xs:import namespace='urn:x' schemaLocation='http://127.0.0.1:9/x.xsd'/><xs:element name='r'/>"
            ),
            "hostile.xsd": exponential(levels: 7, width: 10), "good.xsd": xsd("<xs:element name='r'/>"),
            "doc.xml": "<r/>", "bad.xml": "<q/>",
        ])
        func run(_ arguments: String...) throws -> ToolProcess {
            try ToolProcess(["validate"] + arguments, in: test.folder.path)
        }
        for name in ["up.xsd", "net.xsd", "hostile.xsd", "gone.xsd"] {
            let refused = try run("--schema", name, "doc.xml")
            #expect(refused.exitCode == 2)
            #expect(refused.output.isEmpty)
            #expect(refused.errorText.hasPrefix("\(name):"))
        }
        #expect(try run("--schema", "good.xsd", "doc.xml").exitCode == 0)
        #expect(try run("--schema", "good.xsd", "doc.xml", "bad.xml").exitCode == 1)
        #expect(try run("--schema", "good.xsd", "doc.xml", "gone.xml").exitCode == 3)
        #expect(try run("--catalog", "c.xml", "doc.xml").exitCode == 2)
        #expect(try run("--schema", "good.xsd", "--syntax", "doc.xml").exitCode == 2)
        #expect(try run("--schema", "good.xsd", "--schema-time", "0", "doc.xml").exitCode == 2)
        #expect(try run("--schema", "good.xsd", "--catalog", "c.xml", "doc.xml").exitCode == 2)
    }

    static let strace = "/usr/bin/strace"

    @Test(
        "No file is opened but those of the schema and the documents, and no connection is made",
        .enabled(if: SchemaFile.isRegular(strace), "strace is not installed"))
    func systemCalls() throws {
        let test = try SchemaCase([
            "in/good.xsd": xsd("<xs:include schemaLocation='part.xsd'/><xs:element name='r'/>"),
            "in/part.xsd": xsd("<xs:element name='p'/>"),
            "in/up.xsd": xsd("<xs:include schemaLocation='../secret.xsd'/><xs:element name='r'/>"),
            "in/net.xsd": xsd(
                "<xs:import namespace='urn:x' schemaLocation='http://127.0.0.1:9/x.xsd'/><xs:element name='r'/>"
            ),
            "secret.xsd": xsd(""),
            "in/doc.xml": """
            <r xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
            xsi:schemaLocation='urn:x ../secret.xsd' xsi:noNamespaceSchemaLocation='http://127.0.0.1:9/secret.xsd'/>
            """,
        ])
        for (name, exit) in [("good.xsd", 0), ("up.xsd", 2), ("net.xsd", 2)] as [(String, Int32)] {
            let arguments = [
                "-f", "-o", "../trace", ToolProcess.path, "validate", "--schema", name, "doc.xml",
            ]
            let run = try ToolProcess(arguments, in: test.path("in"), program: Self.strace)
            let trace = String(decoding: try test.folder.read("trace"), as: UTF8.self)
            // A process that is traced already cannot be traced again.
            guard trace.contains("execve") else { return }
            #expect(run.exitCode == exit)
            let lines = trace.split(separator: "\n")
            #expect(lines.contains { $0.contains("openat(") && $0.contains("\(name)\"") })
            #expect(!lines.contains { $0.contains("openat(") && $0.contains("secret") })
            #expect(!lines.contains { $0.contains(" connect(") || $0.contains(" socket(") })
        }
    }
}
