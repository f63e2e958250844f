import TestSupport
import Testing

@testable import LibXML

@Suite struct `Canonical XML` {
    private func canonical(_ text: String, _ version: CanonicalXML.Version = .v1_1) throws -> String {
        String(decoding: try CanonicalXML.bytes(of: XMLSource(Array(text.utf8)), version), as: UTF8.self)
    }

    /// After the examples of the recommendation, part 3, but for those with a DOCTYPE, which is refused.
    @Test(arguments: [
        (
            "<?xml version=\"1.0\"?>\n\n<?pi-a  href=\"x\"   ?>\n\n<doc>Hello<!-- a --></doc>\n\n<?pi-b     ?>\n\n<!-- b -->\n",
            "<?pi-a href=\"x\"   ?>\n<doc>Hello<!-- a --></doc>\n<?pi-b?>\n<!-- b -->"
        ),
        ("<doc>\n   <clean>   </clean>\n</doc>", "<doc>\n   <clean>   </clean>\n</doc>"),
        ("<a   />", "<a></a>"), ("<a  b = 'x'  a=\"y\"/>", "<a a=\"y\" b=\"x\"></a>"),
        (
            "<e xmlns:b='urn:b' xmlns:a='urn:a' xmlns='urn:c' b:attr='1' a:attr='2' z='3'/>",
            "<e xmlns=\"urn:c\" xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" z=\"3\" a:attr=\"2\" b:attr=\"1\"></e>"
        ),
        ("<a xmlns='urn:a'><b xmlns='urn:a'/></a>", "<a xmlns=\"urn:a\"><b></b></a>"),
        ("<a>&#x20AC;&lt;&gt;&quot;<![CDATA[x<y]]>&#13;</a>", "<a>€&lt;&gt;\"x&lt;y&#xD;</a>"),
        ("<a b='&#9;&#10;&quot;&lt;&gt;&apos;'/>", "<a b=\"&#x9;&#xA;&quot;&lt;>'\"></a>"),
        ("<a>\r\nb\rc</a>", "<a>\nb\nc</a>"),
    ])
    func `leaves one way to write a document`(text: String, expected: String) throws {
        for version in [CanonicalXML.Version.v1_0, .v1_1] {
            let result = try canonical(text, version)
            #expect(result == expected)
            #expect(try canonical(result, version) == expected)
        }
    }

    @Test func `is in UTF-8, whatever the document is in`() throws {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é</a>"
        let bytes: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        #expect(try CanonicalXML.bytes(of: XMLSource(bytes), .v1_1) == Array("<a>é</a>".utf8))
    }

    @Test(arguments: ["<a>", "<a/><b/>", "<a xmlns='relative'/>"])
    func `is refused to what is not well-formed, or names a namespace by a relative reference`(text: String) {
        #expect(throws: CanonicalXML.Refusal.self) {
            try CanonicalXML.bytes(of: XMLSource(Array(text.utf8)), .v1_1)
        }
    }

    private static let xmllint = "/usr/bin/xmllint"
    private static var hasXMLLint: Bool { (try? readFile(xmllint)) != nil }

    @Test(
        .enabled(if: hasXMLLint, "needs xmllint"),
        arguments: ["report.xml", "collection.xml", "invalid/base.xml"])
    func `of the samples is what xmllint makes of them`(name: String) throws {
        let path = "\(packageFolder)/Samples/\(name)"
        let source = try XMLSource(try readFile(path))
        for (version, option) in [(CanonicalXML.Version.v1_0, "--c14n"), (.v1_1, "--c14n11")] {
            let expected = try ToolProcess([option, path], program: Self.xmllint).output
            #expect(try CanonicalXML.bytes(of: source, version) == expected)
        }
    }
}
