import TestSupport
import Testing

@testable import MeetingReports

@Suite("Catalogs")
struct CatalogTests {
    /// The catalogs of a folder, asked for a URI; the answer relative to the folder.
    private func resolve(_ uri: String, _ files: [String: String], _ given: [String] = ["c.xml"]) throws
        -> String?
    {
        let test = try SchemaCase(files)
        let root = URIReference(filePath: try #require(SchemaFile.realPath(of: test.folder.path))).text + "/"
        let target = try CatalogSet(given.map(test.path)).resolve(uri)?.text
        return target.map { $0.replacing(root, with: "") }
    }

    @Test(
        "An entry of each kind gives its file",
        arguments: [
            (#"<uri name="http://x/a.xsd" uri="a.xsd"/>"#, "http://x/a.xsd", "a.xsd"),
            (#"<system systemId="http://x/a.xsd" uri="a.xsd"/>"#, "http://x/a.xsd", "a.xsd"),
            (
                #"<rewriteURI uriStartString="http://x/" rewritePrefix="s/"/>"#, "http://x/b/a.xsd",
                "s/b/a.xsd"
            ),
            (
                #"<rewriteSystem systemIdStartString="http://x/" rewritePrefix="s/"/>"#, "http://x/a.xsd",
                "s/a.xsd"
            ),
            (#"<uriSuffix uriSuffix="/a.xsd" uri="s/a.xsd"/>"#, "http://x/b/a.xsd", "s/a.xsd"),
            (#"<systemSuffix systemIdSuffix="a.xsd" uri="s/a.xsd"/>"#, "http://x/b/a.xsd", "s/a.xsd"),
            (
                #"<group xml:base="g/"><uri name="urn:a" uri="a.xsd" xml:base="h/"/></group>"#, "urn:a",
                "g/h/a.xsd"
            ),
            (
                #"<group><group xml:base="g/"><uri name="urn:a" uri="../a.xsd"/></group></group>"#, "urn:a",
                "a.xsd"
            ),
            (#"<uri name="http://x/a b" uri="a.xsd"/>"#, "http://x/a%20b", "a.xsd"),
            (
                #"<e:x xmlns:e="urn:e"><uri name="urn:a" uri="b"/></e:x><uri name="urn:a" uri="a.xsd"/>"#,
                "urn:a", "a.xsd"
            ),
        ])
    func kinds(entries: String, uri: String, expected: String) throws {
        #expect(try resolve(uri, ["c.xml": catalog(entries)]) == expected)
        #expect(try resolve(uri + "?", ["c.xml": catalog(entries)]) != "a.xsd")
        #expect(try resolve("urn:other", ["c.xml": catalog(entries)]) == nil)
    }

    @Test("Whole names come before prefixes, prefixes before suffixes, the longest of each first")
    func order() throws {
        let entries = catalog(
            """
            <uriSuffix uriSuffix="d/a.xsd" uri="suffix"/><uriSuffix uriSuffix="/d/a.xsd" uri="longSuffix"/>
            <rewriteURI uriStartString="http://x/" rewritePrefix="short/"/><rewriteURI uriStartString="http://x/c/" rewritePrefix="long/"/>
            <uri name="http://x/c/whole" uri="whole"/><uri name="http://x/c/whole" uri="second"/>
            <system systemId="http://x/c/whole" uri="system"/>
            """)
        for (uri, expected) in [
            ("http://x/c/whole", "whole"), ("http://x/c/d/a.xsd", "long/d/a.xsd"), ("http://x/e", "short/e"),
            ("http://y/d/a.xsd", "longSuffix"), ("http://y/d/d/a.xsd", "longSuffix"),
            ("urn:d/a.xsd", "suffix"),
        ] {
            #expect(try resolve(uri, ["c.xml": entries]) == expected)
        }
    }

    @Test("Further catalogs are asked in order, and those that name each other but once")
    func next() throws {
        let files = [
            "c.xml": catalog(
                #"<nextCatalog catalog="sub/d.xml"/><uri name="urn:c" uri="c"/><uri name="urn:e" uri="c"/>"#),
            "sub/d.xml": catalog(
                #"<nextCatalog catalog="../c.xml"/><nextCatalog catalog="d.xml"/><uri name="urn:d" uri="d"/>"#
            ),
            "e.xml": catalog(#"<uri name="urn:e" uri="e"/><uri name="urn:f" uri="f"/>"#),
        ]
        for (uri, expected) in [("urn:c", "c"), ("urn:d", "sub/d"), ("urn:e", "c"), ("urn:f", "f")] {
            #expect(try resolve(uri, files, ["c.xml", "e.xml"]) == expected)
        }
        #expect(try resolve("urn:g", files, ["c.xml", "e.xml"]) == nil)
    }

    @Test("A delegate alone is asked, the one with the longest prefix first")
    func delegates() throws {
        let files = [
            "c.xml": catalog(
                #"<delegateURI uriStartString="http://x/" catalog="x.xml"/><delegateURI uriStartString="http://x/y/" catalog="y.xml"/><nextCatalog catalog="n.xml"/>"#
            ),
            "x.xml": catalog(#"<rewriteURI uriStartString="http://x/" rewritePrefix="x/"/>"#),
            "y.xml": catalog(#"<uri name="http://x/y/a" uri="y/a"/>"#),
            "n.xml": catalog(#"<uri name="http://z/a" uri="n/a"/><uri name="http://x/y/b" uri="n/b"/>"#),
        ]
        for (uri, expected) in [("http://x/y/a", "y/a"), ("http://x/y/b", "x/y/b"), ("http://z/a", "n/a")] {
            #expect(try resolve(uri, files) == expected)
        }
    }

    @Test(
        "What is wrong with a catalog is an error at its place",
        arguments: [
            ("<r/>", "catalog-invalid c.xml:1"), ("<catalog/>", "catalog-invalid c.xml:1"),
            (catalog("\n<uri name='urn:a'/>"), "catalog-invalid c.xml:2"),
            (catalog("\n<nextCatalog catalog='gone.xml'/>"), "catalog-invalid c.xml:2"),
            (catalog("\n<nextCatalog catalog='http://127.0.0.1:9/c.xml'/>"), "catalog-invalid c.xml:2"),
            (catalog("\n<delegateURI uriStartString='urn:' catalog='gone.xml'/>"), "catalog-invalid c.xml:2"),
            (catalog("\n<uri>"), "xml-not-well-formed c.xml:2"),
            ("\n<!DOCTYPE catalog SYSTEM 'catalog.dtd'>" + catalog(""), "xml-doctype c.xml:2"),
        ])
    func broken(text: String, expected: String) throws {
        let test = try SchemaCase(["c.xml": text, "main.xsd": xsd("<xs:element name='r'/>")])
        #expect(test.problems(catalogs: ["c.xml"]).first == expected)
        #expect(test.problems(catalogs: ["none.xml"]) == ["file-unreadable none.xml:"])
    }

    private let importing = xsd(
        """
        <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
        <xs:element name="r"><xs:complexType><xs:attribute ref="xml:lang"/></xs:complexType></xs:element>
        """)
    private let xml = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">\
        <xs:include schemaLocation="types.xsd"/><xs:attribute name="lang" type="xs:language"/></xs:schema>
        """

    @Test(
        "A schema's import is found through a catalog, by its location or its namespace, in another folder",
        arguments: [
            #"<uri name="http://www.w3.org/2001/xml.xsd" uri="../w3c/xml.xsd"/>"#,
            #"<system systemId="http://www.w3.org/2001/xml.xsd" uri="../w3c/xml.xsd"/>"#,
            #"<uri name="http://www.w3.org/XML/1998/namespace" uri="../w3c/xml.xsd"/>"#,
            #"<rewriteURI uriStartString="http://www.w3.org/2001/" rewritePrefix="../w3c/"/>"#,
            #"<uriSuffix uriSuffix="2001/xml.xsd" uri="../w3c/xml.xsd"/>"#,
        ])
    func imports(entry: String) throws {
        let test = try SchemaCase([
            "in/main.xsd": importing, "cat/c.xml": catalog(entry), "w3c/xml.xsd": xml,
            "w3c/types.xsd": xsd(""),
            "in/none.xsd": importing.replacing(#"schemaLocation="http://www.w3.org/2001/xml.xsd""#, with: ""),
        ])
        #expect(test.problems("in/main.xsd") == ["schema-import main.xsd:1"])
        let schema = try test.schema("in/main.xsd", catalogs: ["cat/c.xml"])
        #expect(schema.validate("<r xml:lang='en'/>").verdict == .valid)
        #expect(schema.validate("<r xml:lang='-'/>").places == ["schema-value 1:4 /r/@xml:lang"])
        let byNamespace = entry.contains("namespace")
        #expect(test.problems("in/none.xsd", catalogs: ["cat/c.xml"]).isEmpty == byNamespace)
    }

    @Test("A catalog lets a schema read what it names, and nothing beside it")
    func limits() throws {
        let test = try SchemaCase([
            "in/main.xsd": importing, "w3c/xml.xsd": xml.replacing("types.xsd", with: "../secret/types.xsd"),
            "secret/types.xsd": xsd(""),
            "c.xml": catalog(#"<rewriteURI uriStartString="http://www.w3.org/2001/" rewritePrefix="w3c/"/>"#),
            "in/up.xsd": xsd(
                #"<xs:include schemaLocation="http://www.w3.org/2001/../2001/../../../secret/types.xsd"/><xs:element name="r"/>"#
            ),
            "in/over.xsd": xsd(
                #"<xs:include schemaLocation="http://www.w3.org/2001/%2E%2E/secret/types.xsd"/><xs:element name="r"/>"#
            ),
        ])
        #expect(test.problems("in/main.xsd", catalogs: ["c.xml"]) == ["schema-import xml.xsd:1"])
        #expect(test.problems("in/up.xsd", catalogs: ["c.xml"]) == ["schema-import up.xsd:1"])
        #expect(test.problems("in/over.xsd", catalogs: ["c.xml"]) == ["schema-import over.xsd:1"])
    }

    @Test("A catalog that gives an address of the network gives nothing")
    func network() throws {
        let test = try SchemaCase([
            "main.xsd": importing,
            "c.xml": catalog(
                #"<uri name="http://www.w3.org/2001/xml.xsd" uri="http://127.0.0.1:9/xml.xsd"/>"#),
        ])
        #expect(test.problems(catalogs: ["c.xml"]) == ["schema-import main.xsd:1"])
    }
}
