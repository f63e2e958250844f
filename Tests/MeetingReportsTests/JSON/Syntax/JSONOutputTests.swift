import Testing

@testable import MeetingReports

@Suite("The writer of JSON")
struct JSONOutputTests {
    private func text(_ layout: JSONOutput.Layout = .compact, _ write: (inout JSONOutput) -> Void) -> String {
        var output = JSONOutput(layout)
        write(&output)
        return String(decoding: output.bytes, as: UTF8.self)
    }

    private func writeSample(_ output: inout JSONOutput) {
        output.beginObject()
        output.key("a")
        output.beginArray()
        output.number(1)
        output.number("1.50")
        output.bool(true)
        output.bool(false)
        output.null()
        output.beginArray()
        output.endArray()
        output.beginObject()
        output.endObject()
        output.endArray()
        output.key("b")
        output.beginObject()
        output.key("c")
        output.string("d")
        output.endObject()
        output.endObject()
    }

    @Test("Compact output has no white space")
    func compact() {
        #expect(text(.compact, writeSample) == #"{"a":[1,1.50,true,false,null,[],{}],"b":{"c":"d"}}"#)
    }

    @Test("Indented output has a line for each member and element, two spaces a level")
    func indented() {
        let expected = """
            {
              "a": [
                1,
                1.50,
                true,
                false,
                null,
                [],
                {}
              ],
              "b": {
                "c": "d"
              }
            }
            """
        #expect(text(.indented, writeSample) == expected)
    }

    @Test("Values at the top follow one another without a comma")
    func lines() {
        let lines = text { output in
            for number in 1...2 {
                output.beginArray()
                output.number(number)
                output.endArray()
                output.lineFeed()
            }
            output.string("x")
        }
        #expect(lines == "[1]\n[2]\n\"x\"")
    }

    @Test(
        "Bytes can be taken away in the middle of a value", arguments: [JSONOutput.Layout.compact, .indented])
    func takeAway(layout: JSONOutput.Layout) {
        var output = JSONOutput(layout)
        var taken: [UInt8] = []
        func take() {
            taken += output.bytes
            output.removeBytes()
        }
        output.beginArray()
        take()
        output.string("a")
        take()
        output.beginObject()
        take()
        output.key("k")
        take()
        output.null()
        take()
        output.endObject()
        take()
        output.endArray()
        take()
        let whole = text(layout) { output in
            output.beginArray()
            output.string("a")
            output.beginObject()
            output.key("k")
            output.null()
            output.endObject()
            output.endArray()
        }
        #expect(String(decoding: taken, as: UTF8.self) == whole)
    }

    @Test(
        "Each ASCII character is escaped only where RFC 8259 demands it, in its shortest form",
        arguments: 0...0x7F)
    func escapes(value: UInt8) {
        let short: [UInt8: String] = [
            0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: "\\\"", 0x5C: "\\\\",
        ]
        let long: [UInt8: String] = [
            0x00: "\\u0000", 0x01: "\\u0001", 0x02: "\\u0002", 0x03: "\\u0003", 0x04: "\\u0004",
            0x05: "\\u0005",
            0x06: "\\u0006", 0x07: "\\u0007", 0x0B: "\\u000b", 0x0E: "\\u000e", 0x0F: "\\u000f",
            0x10: "\\u0010",
            0x11: "\\u0011", 0x12: "\\u0012", 0x13: "\\u0013", 0x14: "\\u0014", 0x15: "\\u0015",
            0x16: "\\u0016",
            0x17: "\\u0017", 0x18: "\\u0018", 0x19: "\\u0019", 0x1A: "\\u001a", 0x1B: "\\u001b",
            0x1C: "\\u001c",
            0x1D: "\\u001d", 0x1E: "\\u001e", 0x1F: "\\u001f",
        ]
        let character = String(Unicode.Scalar(value))
        let escaped = short[value] ?? long[value] ?? character
        for padding in ["", "a", "abcdefg", "abcdefgh", "\u{E9}\u{20AC}", "abcdefghijklmno"] {
            let written = text { $0.string(padding + character + padding) }
            #expect(written.utf8.elementsEqual("\"\(padding)\(escaped)\(padding)\"".utf8))
        }
    }

    @Test(
        "Characters beyond ASCII are written as they are",
        arguments: ["\u{80}", "é", "\u{2028}", "\u{FEFF}", "\u{FFFF}", "😀", "e\u{301}"])
    func beyondASCII(value: String) {
        #expect(text { $0.string(value) }.utf8.elementsEqual("\"\(value)\"".utf8))
    }

    @Test("A string can be given as UTF-8, and keys are escaped like strings")
    func utf8() {
        let written = text { output in
            output.beginObject()
            output.key("a\"\n")
            Array("b\\/é".utf8).withUnsafeBufferPointer { output.string(utf8: $0) }
            output.endObject()
        }
        #expect(written == "{\"a\\\"\\n\":\"b\\\\/é\"}")
    }
}
