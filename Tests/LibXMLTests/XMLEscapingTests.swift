import LibXML
import TestSupport
import Testing

@Suite("Escaping and characters")
struct XMLEscapingTests {
    private func text(_ string: String) -> String {
        var bytes: [UInt8] = []
        XMLEscaping.appendText(string, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func value(_ string: String) -> String {
        var bytes: [UInt8] = []
        XMLEscaping.appendAttributeValue(string, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "What means something to a parser is escaped, nothing else",
        arguments: [0, 1, 5, 6, 7, 8, 9, 15, 16, 17])
    func escaped(padding: Int) {
        let x = String(repeating: "é", count: padding / 2) + String(repeating: "x", count: padding % 2)
        #expect(text("\(x)a&b<c>d\"e'f\tg\nh\ri\(x)") == "\(x)a&amp;b&lt;c&gt;d\"e'f\tg\nh&#13;i\(x)")
        #expect(
            value("\(x)a&b<c>d\"e'f\tg\nh\ri\(x)") == "\(x)a&amp;b&lt;c&gt;d&quot;e'f&#9;g&#10;h&#13;i\(x)")
        #expect(text(x) == x)
        #expect(value(x) == x)
        #expect(text("&\(x)&") == "&amp;\(x)&amp;")
    }

    @Test("What is appended follows what was there")
    func appended() {
        var bytes = Array("<p>".utf8)
        XMLEscaping.appendText("1 < 2", to: &bytes)
        XMLEscaping.appendText("", to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "<p>1 &lt; 2")
    }

    @Test(
        "Any text comes back from the parser as it was, in content and in attributes",
        arguments: [1, 2, 3] as [UInt64])
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let alphabet: [Unicode.Scalar] = [
            "&", "<", ">", "\"", "'", "\t", "\n", "\r", "]", " ", "a", "é",
            "e\u{301}".unicodeScalars.last ?? "e", "日", "😀", "\u{7F}", "\u{85}", "\u{2028}", "\u{FFFD}",
            "\u{FEFF}",
        ]
        for _ in 0..<500 {
            var string = ""
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                if let scalar = alphabet.randomElement(using: &random) {
                    string.unicodeScalars.append(scalar)
                }
            }
            let (result, recorder) = try parse("<r a=\"\(value(string))\">\(text(string))</r>")
            #expect(result.ending == .complete)
            guard case .start(_, _, let attributes, _) = recorder.events[0] else { return }
            #expect(Array(attributes.joined().utf8) == Array("a=\(string)".utf8))
            #expect(Array(recorder.text.utf8) == Array(string.utf8))
        }
    }

    @Test("The characters that XML cannot carry are those of the Recommendation, one by one")
    func forbidden() {
        for value in UInt32(0)...0x1_0FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            // XML 1.0, production 2.
            let allowed =
                value == 9 || value == 10 || value == 13 || (0x20...0xD7FF).contains(value)
                || (0xE000...0xFFFD).contains(value) || value >= 0x10000
            #expect(
                (XMLCharacters.firstForbidden(in: String(scalar)) == nil) == allowed,
                "U+\(String(value, radix: 16))")
        }
    }

    @Test("The first forbidden character is found wherever it stands", arguments: 0..<40)
    func forbiddenOffset(padding: Int) {
        for before in ["x", "\n", "\u{F000}"] {
            let start = String(repeating: before, count: padding)
            #expect(XMLCharacters.firstForbidden(in: start + "\u{1}\u{2} end") == start.utf8.count)
            #expect(XMLCharacters.firstForbidden(in: start + "\u{FFFF} end") == start.utf8.count)
            #expect(XMLCharacters.firstForbidden(in: start + "\u{FFFD} end") == nil)
            #expect(XMLCharacters.firstForbidden(in: start) == nil)
        }
    }
}
