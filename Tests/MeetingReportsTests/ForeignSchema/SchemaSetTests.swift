import TestSupport
import Testing

@testable import MeetingReports

@Suite("What a schema names")
struct SchemaSetTests {
    private let types =
        #"<xs:simpleType name="code"><xs:restriction base="xs:string"><xs:length value="3"/></xs:restriction></xs:simpleType>"#

    /// A schema whose element `r` is of the type `code`, which another document has to declare.
    private func main(_ reference: String, namespace: String? = "urn:m") -> String {
        xsd("\n \(reference)\n <xs:element name=\"r\" type=\"code\"/>", namespace: namespace)
    }

    private func verdicts(_ schema: ForeignSchema) -> [Verdict] {
        ["ABC", "ABCD"].map { schema.validate("<r xmlns='urn:m'>\($0)</r>").verdict }
    }

    @Test(
        "An include is found in the schema's folder and below it, however it is spelled",
        arguments: [
            "t.xsd", "./t.xsd", "sub/../t.xsd", "sub/u.xsd", "sub//u.xsd", " t.xsd ", "t%2Exsd",
            "sub/with%20blank.xsd",
            "sub/with blank.xsd",
        ])
    func include(location: String) throws {
        let part = xsd(types, namespace: "urn:m")
        let files = [
            "main.xsd": main(#"<xs:include schemaLocation="\#(location)"/>"#), "t.xsd": part,
            "sub/u.xsd": part,
            "sub/with blank.xsd": part,
        ]
        #expect(verdicts(try SchemaCase(files).schema()) == [.valid, .invalid])
    }

    @Test("The document of a schema without namespace takes that of the one that includes it")
    func chameleon() throws {
        let schema = try SchemaCase([
            "main.xsd": main(#"<xs:include schemaLocation="t.xsd"/>"#), "t.xsd": xsd(types),
        ]).schema()
        #expect(verdicts(schema) == [.valid, .invalid])
    }

    @Test("A redefined type is the new one")
    func redefine() throws {
        let redefine = #"""
            <xs:redefine schemaLocation="t.xsd"><xs:simpleType name="code"><xs:restriction base="code"><xs:pattern value="[A-C]*"/></xs:restriction></xs:simpleType></xs:redefine>
            """#
        let schema = try SchemaCase([
            "main.xsd": main(redefine), "t.xsd": xsd(types, namespace: "urn:m"),
        ]).schema()
        #expect(verdicts(schema) == [.valid, .invalid])
        #expect(schema.validate("<r xmlns='urn:m'>XYZ</r>").verdict == .invalid)
    }

    @Test("Documents that include each other are read once")
    func cycle() throws {
        let schema = try SchemaCase([
            "main.xsd": main(#"<xs:include schemaLocation="a.xsd"/>"#),
            "a.xsd": xsd(#"<xs:include schemaLocation="b.xsd"/>"#, namespace: "urn:m"),
            "b.xsd": xsd(
                #"<xs:include schemaLocation="./a.xsd"/><xs:include schemaLocation="main.xsd"/>"# + types,
                namespace: "urn:m"),
        ]).schema()
        #expect(verdicts(schema) == [.valid, .invalid])
        #expect(schema.documents.count == 3)
    }

    @Test("Schemas that import each other are one schema")
    func mutualImport() throws {
        let schema = try SchemaCase([
            "main.xsd": xsd(
                #"<xs:import namespace="urn:n" schemaLocation="n.xsd"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="n:x" xmlns:n="urn:n"/></xs:sequence></xs:complexType></xs:element><xs:element name="y" type="xs:int"/>"#,
                namespace: "urn:m"),
            "n.xsd": xsd(
                #"<xs:import namespace="urn:m" schemaLocation="main.xsd"/><xs:element name="x"><xs:complexType><xs:sequence><xs:element ref="m:y" xmlns:m="urn:m"/></xs:sequence></xs:complexType></xs:element>"#,
                namespace: "urn:n"),
        ]).schema()
        func document(_ y: String) -> String {
            "<r xmlns='urn:m'><x xmlns='urn:n'><m:y xmlns:m='urn:m'>\(y)</m:y></x></r>"
        }
        #expect(schema.validate(document("1")).verdict == .valid)
        let result = schema.validate(document("one"))
        #expect(result.places == ["schema-value 1:56 /r/x[1]/m:y[1]"])
    }

    @Test("A document that includes itself is an error, at its line")
    func selfInclude() throws {
        let files = ["main.xsd": main(#"<xs:include schemaLocation="main.xsd"/>"#)]
        #expect(try SchemaCase(files).problems().first == "schema-not-compiled main.xsd:2")
    }

    @Test("xml:base moves what locations are relative to")
    func base() throws {
        let schema = try SchemaCase([
            "main.xsd": main(#"<xs:include xml:base="sub/x/" schemaLocation="../t.xsd"/>"#),
            "sub/t.xsd": xsd(types, namespace: "urn:m"), "sub/x/t.xsd": "<wrong/>",
        ]).schema()
        #expect(verdicts(schema) == [.valid, .invalid])
    }

    @Test(
        "What leads nowhere, or where it may not, is an error with its place",
        arguments: [
            "gone.xsd", "../../../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd",
            "sub/%2E%2E/%2E%2E/up.xsd",
            "../up.xsd", "http://127.0.0.1:9/t.xsd", "//127.0.0.1/t.xsd", "ftp://127.0.0.1/t.xsd", "sub",
            "link.xsd",
            "linked/up.xsd", "urn:x",
        ])
    func refused(location: String) throws {
        let test = try SchemaCase([
            "up.xsd": xsd(types), "in/sub/t.xsd": xsd(types), "other/up.xsd": xsd(types),
            "in/main.xsd": main("\n<xs:include schemaLocation='\(location)'/>"),
            "in/import.xsd": main("\n<xs:import namespace='urn:x' schemaLocation='\(location)'/>"),
        ])
        _ = try ToolProcess(["-s", "../up.xsd", "link.xsd"], in: test.path("in"), program: "/bin/ln")
        _ = try ToolProcess(["-s", "../other", "linked"], in: test.path("in"), program: "/bin/ln")
        #expect(test.problems("in/main.xsd") == ["schema-import main.xsd:3"])
        #expect(test.problems("in/import.xsd") == ["schema-import import.xsd:3"])
    }

    @Test("A folder that the caller names may be read from, with all below it", arguments: ["", "other"])
    func roots(root: String) throws {
        let test = try SchemaCase([
            "other/deep/t.xsd": xsd(types, namespace: "urn:m"),
            "in/main.xsd": main("<xs:include schemaLocation='../other/deep/t.xsd'/>"),
        ])
        #expect(test.problems("in/main.xsd") == ["schema-import main.xsd:2"])
        #expect(test.problems("in/main.xsd", roots: ["oth"]) == ["schema-import oth:"])
        #expect(verdicts(try test.schema("in/main.xsd", roots: [root])) == [.valid, .invalid])
    }

    @Test("A folder whose name only begins like an allowed one is not allowed")
    func similarFolder() throws {
        let test = try SchemaCase([
            "in/main.xsd": main("<xs:include schemaLocation='../inside/t.xsd'/>"), "inside/t.xsd": xsd(types),
        ])
        #expect(test.problems("in/main.xsd") == ["schema-import main.xsd:2"])
    }

    @Test("A link inside the folder is followed, and leads to one document")
    func links() throws {
        let test = try SchemaCase([
            "main.xsd": main("<xs:include schemaLocation='t.xsd'/><xs:include schemaLocation='again.xsd'/>"),
            "t.xsd": xsd(types, namespace: "urn:m"),
        ])
        _ = try ToolProcess(["-s", "t.xsd", "again.xsd"], in: test.folder.path, program: "/bin/ln")
        #expect(verdicts(try test.schema()) == [.valid, .invalid])
    }

    @Test("The second import of a namespace from another document is an error at its place")
    func twoImports() throws {
        let test = try SchemaCase([
            "main.xsd": xsd(
                "\n<xs:import namespace='urn:n' schemaLocation='a.xsd'/>\n<xs:import\nnamespace='urn:n' schemaLocation='b.xsd'/><xs:element name='r'/>"
            ),
            "a.xsd": xsd("<xs:element name='a'/>", namespace: "urn:n"),
            "b.xsd": xsd("<xs:element name='b'/>", namespace: "urn:n"),
            "far.xsd": xsd(
                "<xs:import namespace='urn:n' schemaLocation='a.xsd'/><xs:import namespace='urn:o' schemaLocation='o.xsd'/><xs:element name='r'/>"
            ),
            "o.xsd": xsd("\n\n<xs:import namespace='urn:n' schemaLocation='b.xsd'/>", namespace: "urn:o"),
            "same.xsd": xsd(
                "<xs:import namespace='urn:n' schemaLocation='a.xsd'/><xs:import namespace='urn:n' schemaLocation='./a.xsd'/><xs:element name='r'/>"
            ),
        ])
        #expect(test.problems() == ["schema-import main.xsd:3"])
        #expect(test.problems("far.xsd") == ["schema-import o.xsd:3"])
        #expect(test.problems("same.xsd") == [])
    }

    @Test("An import without a location brings nothing, and what needs it is an error")
    func noLocation() throws {
        let test = try SchemaCase([
            "main.xsd": xsd("<xs:import namespace='urn:n'/><xs:element name='r'/>"),
            "needs.xsd": xsd(
                "<xs:import namespace='urn:n'/>\n<xs:element name='r'><xs:complexType><xs:sequence>\n<xs:element ref='n:x' xmlns:n='urn:n'/></xs:sequence></xs:complexType></xs:element>"
            ),
        ])
        #expect(test.problems() == [])
        #expect(test.problems("needs.xsd") == ["schema-not-compiled needs.xsd:3"])
    }

    @Test("What is wrong in an included document is told at its place there")
    func includedErrors() throws {
        let test = try SchemaCase([
            "main.xsd": main("<xs:include schemaLocation='sub/t.xsd'/>"),
            "sub/t.xsd": xsd("\n<xs:element\n  name='q'\n  type='nothing'/>" + types, namespace: "urn:m"),
            "malformed.xsd": main("<xs:include schemaLocation='sub/m.xsd'/>"),
            "sub/m.xsd": xsd("\n<xs:element>"),
            "doctype.xsd": main("<xs:include schemaLocation='sub/d.xsd'/>"),
            "sub/d.xsd": "\n<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + xsd("&e;"),
            "none.xsd": "<r/>", "empty.xsd": "",
        ])
        #expect(test.problems() == ["schema-not-compiled t.xsd:2"])
        #expect(test.problems("malformed.xsd").first == "xml-not-well-formed m.xsd:2")
        #expect(test.problems("doctype.xsd") == ["xml-doctype d.xsd:2"])
        #expect(test.problems("none.xsd").first == "schema-not-compiled none.xsd:1")
        #expect(test.problems("empty.xsd") == ["xml-empty empty.xsd:1"])
        #expect(test.problems("gone.xsd") == ["file-unreadable gone.xsd:"])
        #expect(test.problems("sub") == ["file-is-directory sub:"])
    }

    @Test("Documents in UTF-16 and with a byte order mark are put together like others")
    func encodings() throws {
        let test = try SchemaCase(["main.xsd": "\u{FEFF}" + main("<xs:include schemaLocation='./t.xsd'/>")])
        let text =
            "<?xml version='1.0' encoding='UTF-16'?>"
            + main("<xs:include schemaLocation='./u.xsd'/>")
            .replacing("<xs:element name=\"r\" type=\"code\"/>", with: "<xs:element name='é'/>")
        try test.folder.write(
            "t.xsd", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        try test.folder.write("u.xsd", xsd(types, namespace: "urn:m"))
        let schema = try test.schema()
        #expect(verdicts(schema) == [.valid, .invalid])
        #expect(schema.validate("<é xmlns='urn:m'/>").verdict == .valid)
    }
}
