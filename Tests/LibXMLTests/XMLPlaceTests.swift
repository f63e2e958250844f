import LibXML
import Testing

/// The place of each kind of message, marked in the text.
@Suite("Places of schema messages")
struct XMLPlaceTests {
    private static let start = "<r xmlns='urn:t' version='1.0'><d>2017-10-31</d>"
    private static let section = "<s id='a'><h>H</h><p>x</p></s>"

    private static let cases: [(what: String, code: Int, marked: String)] = [
        ("unexpected element", 1871, "\(start)\n  <s><h>H</h>\n   ⟦<bad\n  a='1'\n b='2'/><p/></s></r>"),
        (
            "elements in the wrong order", 1871,
            "<r xmlns='urn:t' version='1.0'>\n⟦<s><h>Hé</h></s><d>2017-10-31</d></r>"
        ),
        ("missing child", 1871, "\(start)\n  ⟦<s\n  id='x'>\n </s></r>"),
        ("missing child, empty-element tag", 1871, "\(start)\n  ⟦<s\n  id='x' /></r>"),
        (
            "missing attribute", 1868,
            "<!-- c -->\n⟦<r xmlns='urn:t'\n lang='en'\n><d>2017-10-31</d>\(section)</r>"
        ),
        (
            "unknown attribute", 1866,
            "\(start)<s>\n<h>é</h><p>é</p></s><s\n\t ⟦foo = \"a>b\"\n id='y'><h>H</h></s></r>"
        ),
        (
            "unknown attribute in a namespace", 1866,
            "\(start)<s xmlns:x='urn:x' id='x' ⟦x:id='1'><h>H</h></s></r>"
        ),
        ("attribute not in the enumeration", 1840, "\(start)<s id=\"x\"\n   ⟦kind='zzz'><h>H</h></s></r>"),
        (
            "attribute against its pattern, with references", 1839,
            "\(start)<s kind='a' ⟦id='a&amp;b&#10;c'><h>H</h></s></r>"
        ),
        (
            "attribute named in another's value", 1839,
            "\(start)<s kind='b &amp; c' ⟦id='1 kind=\"z\"'><h>H</h></s></r>"
        ),
        (
            "attribute after CRLF", 1874,
            "<r xmlns='urn:t' lang='en'\r\n  ⟦version='2.0'><d>2017-10-31</d>\(section)</r>"
        ),
        (
            "value of an element", 1824,
            "<r xmlns='urn:t' version='1.0'><d\n>⟦31 October\n 2017</d>\(section)</r>"
        ),
        ("value of an element that is empty", 1824, "<r xmlns='urn:t' version='1.0'><d>⟦</d>\(section)</r>"),
        ("value of an empty-element tag", 1824, "<r xmlns='urn:t' version='1.0'>⟦<d/>\(section)</r>"),
        (
            "value deep in mixed content", 1839,
            "\(start)<s><h>Réunion 日本</h><p>été 😀<ref to='1'>z</ref> <who>⟦Alb&#65;</who> y</p></s></r>"
        ),
        ("value after a comment", 1832, "\(start)\(section)<n k='1'>⟦<!-- c -->long<?p?> one</n></r>"),
        (
            "text between elements", 1843,
            "\(start)<s><h>H</h>\n  <!-- a -->  ⟦loose &amp; \(String(repeating: "é", count: 700)) end<p/></s></r>"
        ),
        ("text that begins with references", 1843, "\(start)<s><h>H</h>\n &#10;&#x20;⟦&#65;<p/></s></r>"),
        ("CDATA between elements", 1843, "\(start)<s><h>H</h> <![CDATA[ \n⟦x]]><p/></s></r>"),
        ("text in an empty element", 1841, "\(start)\(section)<pb n='1'>⟦x</pb></r>"),
        ("element in an empty element", 1841, "\(start)\(section)<pb n='1'>⟦<q/></pb></r>"),
        (
            "element in a value", 1828,
            "<r xmlns='urn:t' version='1.0'><d>2017-10-31⟦<b>x</b></d>\(section)</r>"
        ),
        ("unknown root", 1845, "⟦<q xmlns='urn:t'><a/></q>"),
        ("wrong namespace", 1871, "\(start)<s><h>H</h>\n⟦<p xmlns='urn:other'>x</p></s></r>"),
        ("no namespace at all", 1845, "<?xml version='1.0'?>\n⟦<r version='1.0'/>"),
        (
            "unknown xsi:type", 1851,
            "\(start)<s><h>H</h><p xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'\n ⟦xsi:type='nope'>x</p></s></r>"
        ),
    ]

    @Test("A message is told at the place of what it is about", arguments: cases.indices)
    func place(index: Int) throws {
        let (what, code, marked) = Self.cases[index]
        let before = [
            "", "\u{FEFF}", String(repeating: "\n", count: 70_000),
            "<!--" + String(repeating: "é😀 ", count: 200_000) + "-->",
        ]
        for prefix in before where !(prefix.utf8.count > 10 && marked.hasPrefix("<?xml")) {
            let (bytes, offset) = try unmark(prefix + marked)
            let (result, recorder) = try parse(bytes, schema: Small.schema.get())
            #expect(result.ending == .complete, "\(what)")
            #expect(result.schema == .invalid, "\(what)")
            let first = try #require(recorder.found.first, "\(what)")
            #expect(first.offset == offset, "\(what): \(first.message.text)")
            #expect(first.message.code == code, "\(what): \(first.message.text)")
            #expect(first.message.domain == .schemaValidity)
        }
    }

    @Test("A message is told before the end of the element it is about, and after its start")
    func order() throws {
        let (_, recorder) = try parse(
            "<r xmlns='urn:t'><d>x</d><s><h>H</h>loose<p/></s></r>", schema: Small.schema.get())
        let kinds = recorder.events.map { event in
            switch event {
            case .start(let name, _, _, _): "<\(name)"
            case .text(let text, _): text
            case .end: ">"
            case .message(let code, _): "\(code)"
            case .validated: "!"
            default: "?"
            }
        }
        #expect(
            kinds == [
                "<r", "1868", "<d", "x", "1824", ">", "<s", "<h", "H", ">", "loose", "1843", "<p", ">", ">",
                ">", "!",
            ])
    }

    @Test("A message names the attribute it is about")
    func attributeNames() {
        func attribute(_ text: String) -> String? {
            XMLMessage(level: .error, domain: .schemaValidity, code: 1, text: text).attribute
        }
        #expect(
            attribute("Element '{urn:t}s', attribute 'kind': [facet 'enumeration'] The value 'z' …") == "kind"
        )
        #expect(
            attribute("Element 's', attribute '{urn:x}id': The attribute '{urn:x}id' is not allowed.") == "id"
        )
        #expect(attribute("Element 'r': The attribute 'version' is required but missing.") == "version")
        #expect(attribute("Element 'r': This element is not expected.") == nil)
        #expect(attribute("") == nil)
    }
}
