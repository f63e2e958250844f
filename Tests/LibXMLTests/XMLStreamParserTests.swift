import LibXML
import Testing

@Suite("Events of the parser")
struct XMLStreamParserTests {
    @Test("Every event comes in document order, with its place")
    func allEvents() throws {
        let text =
            "<?xml version='1.0'?>\n<!--c--><r  a='1'\n><b/>t<![CDATA[<u>]]><?p <?i?> v<d >w</d\n></r><!--e-->"
        let (result, recorder) = try parse(text)
        #expect(result.ending == .complete)
        #expect(result.schema == nil)
        #expect(result.messageCount == 0)
        func at(_ word: String) throws -> Int {
            try unmark(text.replacingFirst(word, with: "⟦" + word)).offset
        }
        #expect(
            recorder.events == [
                // The first name that is not known, of an attribute, has the number 15.
                .comment(at: 22), .start("r", number: 0, attributes: ["a=1"], at: 30),
                .start("b", number: 16, attributes: [], at: 41), .end(at: 43, endingAt: 45),
                .text("t", at: 45), .text("<u>", at: 55), .processingInstruction(at: 61), .text(" v", at: 70),
                .start("d", number: 1, attributes: [], at: 72), .text("w", at: 76),
                .end(at: 77, endingAt: 82),
                .end(at: 82, endingAt: 86), .comment(at: 86),
            ])
        #expect(try at("<b/>") == 41)
        #expect(try at("<![CDATA[") + 9 == 55)
        #expect(try at("</d") == 77)
        #expect(try at("<!--e") == 86)
    }

    @Test("Names have the numbers of the vocabulary, others the next ones")
    func numbers() throws {
        let (_, recorder) = try parse("<x><r x='1'/><y/><x/><who/></x>")
        let numbers = recorder.events.compactMap {
            if case .start(_, let number, _, _) = $0 { number } else { nil }
        }
        #expect(numbers == [15, 0, 16, 15, 5])
    }

    @Test("A thousand names have a thousand numbers")
    func manyNames() throws {
        let text =
            "<r>" + (0..<1000).map { "<e\($0)/>" }.joined() + (0..<1000).map { "<e\($0)/>" }.joined() + "</r>"
        let (_, recorder) = try parse(text)
        let numbers = recorder.events.compactMap {
            if case .start(_, let number, _, _) = $0 { number } else { nil }
        }
        #expect(numbers == [0] + Array(15..<1015) + Array(15..<1015))
    }

    @Test("An element is in the expected namespace by its name, whatever its prefix")
    func namespaces() throws {
        let (_, recorder) = try parse(
            "<r xmlns='urn:t'><a:b xmlns:a='urn:t' a:k='1' k='2'/><c xmlns=''/><d xmlns='urn:t2'/></r>")
        #expect(recorder.expected == [true, true, false, false])
        #expect(recorder.namespaces == ["urn:t", "urn:t", nil, "urn:t2"])
        #expect(recorder.events.contains(.start("b", number: 15, attributes: ["{urn:t}k=1", "k=2"], at: 17)))
    }

    @Test(
        "References are replaced in attribute values",
        arguments: [
            ("a&amp;b", "a&b"), ("&amp;", "&"), ("&#38;&#x26;", "&&"), ("&amp;amp;", "&amp;"),
            ("&amp;#38;", "&#38;"), ("&#38;#38;#38;", "&#38;#38;"), ("&lt;&gt;&quot;&apos;", "<>\"'"),
            ("&#10;&#9;&#13;", "\n\t\r"), ("\n\t", "  "), ("é&#233;&#x1F600;", "éé😀"), ("", ""),
        ])
    func attributeValues(raw: String, value: String) throws {
        let (result, recorder) = try parse("<r a='\(raw)'/>")
        #expect(result.ending == .complete)
        guard case .start(_, _, let attributes, _) = recorder.events[0] else { return }
        #expect(attributes.map { Array($0.utf8) } == [Array("a=\(value)".utf8)])
    }

    @Test(
        "References are replaced in text, which comes in one piece",
        arguments: [
            ("a&amp;b&lt;c&gt;&quot;&apos;", "a&b<c>\"'"), ("x&#13;&#10;y", "x\r\ny"),
            ("x\r\ny\rz", "x\ny\nz"),
            ("é&#233;&#x1F600;", "éé😀"), ("&amp;amp;", "&amp;"),
        ])
    func textReferences(raw: String, value: String) throws {
        let (result, recorder) = try parse("<r>\(raw)</r>")
        #expect(result.ending == .complete)
        guard recorder.events.count == 3, case .text(let text, 3) = recorder.events[1] else {
            Issue.record("not one text at offset 3: \(recorder.events)")
            return
        }
        #expect(Array(text.utf8) == Array(value.utf8))
    }

    @Test(
        "Text longer than any buffer of libxml2 comes whole",
        arguments: [("x", 300_000), ("é", 300_000), ("😀", 3_000_000), ("x&amp;", 200_000), ("\r\n", 300_000)])
    func longText(unit: String, count: Int) throws {
        let (result, recorder) = try parse("<r>" + String(repeating: unit, count: count) + "</r>")
        #expect(result.ending == .complete)
        #expect(recorder.events.count == 3)
        let bytes = ["x": 1, "é": 2, "😀": 4, "x&amp;": 2, "\r\n": 1]
        #expect(recorder.text.utf8.count == bytes[unit].map { $0 * count })
    }

    @Test(
        "A document of more than 10 MB may end in a long tag, comment or text",
        arguments: ["<b a='⟦'/>", "<!--⟦-->", "⟦", "<![CDATA[⟦]]>", "<?p ⟦?>"])
    func longEnd(marked: String) throws {
        let end = marked.replacingFirst("⟦", with: String(repeating: "é", count: 2_000))
        let text =
            "<r>" + String(repeating: "<a b='\(String(repeating: "c", count: 2_000))'/>", count: 5_500) + end
            + "</r>"
        let (result, recorder) = try parse(text)
        #expect(result.ending == .complete)
        #expect(recorder.events.last == .end(at: text.utf8.count - 4, endingAt: text.utf8.count))
        #expect(
            try XSDSchema(compiling: Array(Small.xsd.utf8)).validateTree(XMLSource(Array(text.utf8)))
                .isWellFormed)
    }

    @Test(
        "What is not well-formed says so, at its place, and is never complete",
        arguments: [
            "<r>⟦&foo;</r>", "<r a='⟦&foo;'/>", "<r><b>⟦</r>", "<r>⟦", "<r/>⟦<r/>", "<r a='1' ⟦a='2'/>",
            "<r>⟦\u{1}</r>",
            "<r>a⟦\u{FFFE}</r>", "<r>⟦]]></r>", "<r>a ⟦< b</r>", "text⟦", "<r><!-- -⟦- x --></r>",
            "<r>&#⟦0;</r>",
            "<a:r>⟦</a:r>", "<?xml version='1.0' ⟦?", "<?xml ⟦encoding='UTF-8'?><r/>",
        ])
    func malformed(marked: String) throws {
        let (bytes, offset) = try unmark(marked)
        let (result, recorder) = try parse(bytes)
        #expect(result.ending == .malformed)
        #expect(!result.isGood)
        let first = try #require(recorder.found.first)
        #expect(first.message.level >= .error)
        #expect(!first.message.text.hasSuffix("\n"))
        // libxml2 stands some bytes behind the fault when it finds it.
        #expect(abs(first.offset - offset) <= 8, "at \(first.offset), expected near \(offset)")
        #expect(result.messageCount >= recorder.found.count)
    }

    @Test("An undefined entity is an error, and nothing behind it is told as if it were not there")
    func undefinedEntity() throws {
        let (result, recorder) = try parse("<r>Mr &who; spoke</r>")
        #expect(result.ending == .malformed)
        #expect(!recorder.text.contains("spoke"))
    }

    @Test("A flood of errors is counted, and the first hundred are told")
    func flood() throws {
        let (result, recorder) = try parse("<r>" + String(repeating: "&a;", count: 5_000) + "</r>")
        #expect(recorder.found.count == 100)
        #expect(result.messageCount >= 100)
    }

    @Test("Entity bombs and external entities are refused, and nothing is asked for")
    func attacks() throws {
        let attacks = [
            "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><r>&a;</r>",
            "<!DOCTYPE r SYSTEM 'http://example.org/r.dtd'><r/>",
            "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://example.org/p'>%p;]><r/>",
            "<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;&a;'>]><r>&b;&b;</r>",
        ]
        for attack in attacks {
            let (code, asked) = ExternalDocuments.serving([:]) { refusal(Array(attack.utf8))?.code }
            #expect(code == .doctype)
            #expect(asked.isEmpty)
        }
        let harmless =
            "<?xml-stylesheet href='http://example.org/s.xsl'?><r xmlns:xi='http://www.w3.org/2001/XInclude'>"
            + "<xi:include href='file:///etc/passwd'/></r>"
        let (ending, asked) = ExternalDocuments.serving([:]) { try? parse(harmless).result.ending }
        #expect(ending == .complete)
        #expect(asked.isEmpty)
    }

    @Test("A handler that asks to stop is told nothing more")
    func stopping() throws {
        let text = Small.valid
        let all = try parse(text, schema: Small.schema.get()).recorder.events
        for count in 1..<all.count {
            let (result, recorder) = try parse(Array(text.utf8), schema: Small.schema.get(), stopAfter: count)
            // Text, message and end of one piece of markup come together, so a few more may have been on their way.
            #expect(recorder.events.count <= count + 3)
            #expect(recorder.events == Array(all[..<recorder.events.count]))
            #expect(result.ending == .stopped)
            #expect(!result.isGood)
        }
    }

    @Test("Lines beyond 65,535 are told right by the tree, and offsets hold at any size")
    func manyLines() throws {
        let text = String(repeating: "\n", count: 70_000)
        let document = "<r xmlns='urn:t' version='1.0'>" + text + "<d>x</d></r>"
        let source = try XMLSource(Array(document.utf8))
        let tree = try Small.schema.get().validateTree(source)
        #expect(tree.outcome == .invalid)
        #expect(tree.messages.first?.line == 70_001)
        let (_, recorder) = try parse(document, schema: Small.schema.get())
        #expect(recorder.found.first?.offset == 31 + 70_000 + 3)
    }

    @Test("The offset of an attribute is that of its name")
    func attributeOffsets() throws {
        let text = "<r xmlns:lang='urn:x'\r\n\tid = \"a lang='x'>\"  xml:lang='de' lang\n='é'/>"
        let (_, recorder) = try parse(text)
        #expect(recorder.attributeOffsets["id"] == 24)
        // Both are called "lang"; the last one in the tag was noted last.
        #expect(recorder.attributeOffsets["lang"] == 58)
    }
}

extension String {
    func replacingFirst(_ word: String, with other: String) -> String {
        guard let range = firstRange(of: word) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func firstRange(of word: String) -> Range<String.Index>? {
        indices.first { self[$0...].hasPrefix(word) }.map { $0..<index($0, offsetBy: word.count) }
    }

    private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
