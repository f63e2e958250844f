import Testing

@testable import MeetingReports

@Suite("References to URIs")
struct URIReferenceTests {
    /// The examples of RFC 3986, sections 5.4.1 and 5.4.2.
    private static let examples = [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
        ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"),
        ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
        ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
        ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
        ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
    ]

    @Test("A reference is resolved as the RFC's examples say", arguments: examples)
    func resolved(reference: String, expected: String) {
        let base = URIReference("http://a/b/c/d;p?q")
        #expect(URIReference(reference).resolved(against: base).text == expected)
    }

    @Test(
        "The URI of a file leads back to it",
        arguments: ["/a/b.xsd", "/a b/c#d?e%20f.xsd", "/é/日本.xsd", "/a:b/c;d=e"])
    func files(path: String) {
        let uri = URIReference(filePath: path)
        #expect(uri.text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
        #expect(URIReference(uri.text).filePath == path)
    }

    @Test(
        "What is no file on this machine has no path",
        arguments: [
            "http://a/b", "file://elsewhere/b", "a.xsd", "file:a.xsd", "urn:a:b", "file:///a%00b",
            "file:///a?b",
            "file:///%FF",
        ])
    func noFile(text: String) {
        #expect(URIReference(text).filePath == nil)
    }

    @Test("Escaped dots and slashes in a path lead nowhere that plain ones do not")
    func escapedDots() {
        #expect(URIReference("file:///a/b%2F..%2F..%2Fc").filePath == "/c")
        #expect(URIReference("file:///a/%2E%2E/c").filePath == "/c")
        #expect(URIReference("file:///a/%zz/%4").filePath == "/a/%zz/%4")
    }

    @Test("Normalizing escapes what no URI holds, and nothing else")
    func normalized() {
        #expect(URIReference.normalized("http://a/b c/é%20<") == "http://a/b%20c/%C3%A9%20%3C")
    }
}
