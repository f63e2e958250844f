import Testing

@testable import MeetingReports

@Suite("Errors say what and where")
struct JSONPlaceTests {
    @Test(
        "An error has its code, its byte and its pointer",
        arguments: [
            ("[1⟦,]", "json-trailing-comma", ""),
            ("[1 ⟦, \n]", "json-trailing-comma", ""),
            ("{\"a\":1⟦,}", "json-trailing-comma", ""),
            ("{\"a\":[{\"b\":[1,2⟦,]}]}", "json-trailing-comma", "/a/0/b"),
            ("[⟦,]", "json-unexpected", "/0"),
            ("[1,⟦,2]", "json-unexpected", "/1"),
            ("[1 ⟦2]", "json-unexpected", ""),
            ("[[],[1 ⟦2]]", "json-unexpected", "/1"),
            ("[1⟦}", "json-unexpected", ""),
            ("{⟦]", "json-unexpected", ""),
            ("{⟦a:1}", "json-unexpected", ""),
            ("{\"a\":1,⟦b:2}", "json-unexpected", ""),
            ("{\"a\" ⟦1}", "json-unexpected", "/a"),
            ("{\"a\":⟦}", "json-unexpected", "/a"),
            ("{\"a\":⟦tru}", "json-unexpected", "/a"),
            ("{\"x\":{\"a\":[0,⟦nul]}}", "json-unexpected", "/x/a/1"),
            ("{\"a\":1 ⟦\"b\":2}", "json-unexpected", ""),
            ("⟦'a'", "json-unexpected", ""),
            ("[⟦01]", "json-number", "/0"),
            ("{\"n\":⟦-00}", "json-number", "/n"),
            ("[-⟦]", "json-number", "/0"),
            ("[1.⟦e5]", "json-number", "/0"),
            ("[1e+⟦,2]", "json-number", "/0"),
            ("[1.5⟦.2]", "json-unexpected", ""),
            ("[0⟦x1]", "json-unexpected", ""),
            ("{\"a\":\"x⟦\\q\"}", "json-escape", "/a"),
            ("[0,\"⟦\\u12\"]", "json-escape", "/1"),
            ("[\"\\ud800⟦\\u12\"]", "json-escape", "/0"),
            ("{\"a\":1,\"b⟦\\q\":1}", "json-escape", ""),
            ("{\"a\":[\"⟦\u{1}\"]}", "json-control-character", "/a/0"),
            ("{\"a⟦\n\":1}", "json-control-character", ""),
            ("⟦", "json-end", ""),
            ("[⟦", "json-end", "/0"),
            ("[1⟦", "json-end", ""),
            ("[1,⟦", "json-end", "/1"),
            ("{⟦", "json-end", ""),
            ("{\"a⟦", "json-end", ""),
            ("{\"a\"⟦", "json-end", "/a"),
            ("{\"a\":⟦", "json-end", "/a"),
            ("{\"a\":1⟦", "json-end", ""),
            ("{\"a\":1,⟦", "json-end", ""),
            ("{\"a\":\"b⟦", "json-end", "/a"),
            ("{\"a\":\"b\\⟦", "json-end", "/a"),
            ("{\"a\":\"b\\u00⟦", "json-end", "/a"),
            ("{\"a\":\"\\ud800⟦", "json-end", "/a"),
            ("{\"a\":\"\\ud800\\⟦", "json-end", "/a"),
            ("{\"a\":\"\\ud800\\u⟦", "json-end", "/a"),
            ("-⟦", "json-end", ""),
            ("[1.⟦", "json-end", "/0"),
            ("[tru⟦", "json-end", "/0"),
            ("{\"a/b\":{\"c~d\":{\"\":[⟦x]}}}", "json-unexpected", "/a~1b/c~0d//0"),
            ("{\"\\u007e\\/\":⟦x}", "json-unexpected", "/~0~1"),
            ("{\"a\":{\"b\":1},\"c\":{\"d\":[[],[1,{\"e\":⟦x}]]}}", "json-unexpected", "/c/d/1/1/e"),
            ("\u{FEFF}{\"é\":⟦x}", "json-unexpected", "/é"),
        ])
    func places(text: String, code: String, pointer: String) throws {
        let marked = MarkedJSON(text)
        let error = try #require(jsonError(marked.bytes))
        #expect(error.code.rawValue == code, "\(error.message)")
        #expect(error.offset == marked.offset)
        #expect(Array(error.pointer.utf8) == Array(pointer.utf8))
    }

    @Test(
        "An error is a sentence of what was found and what was expected",
        arguments: [
            ("[1,]", "a comma before ']'; expected another element or no comma"),
            ("{\"a\":1,}", "a comma before '}'; expected another member or no comma"),
            ("{\"a\":1,\"a\":2}", "the key \"a\" occurs twice in this object; expected once"),
            ("{\"\\n\":1,\"\\n\":2}", "the key \"\\n\" occurs twice in this object; expected once"),
            ("{\"a\" 1}", "'1'; expected a colon after the key"),
            ("{a:1}", "'a'; expected a key in double quotes"),
            ("[1 2]", "'2'; expected a comma or ']'"),
            ("{\"a\":1 \"b\":2}", "'\"'; expected a comma or '}'"),
            ("[NaN]", "'NaN'; expected a value"),
            ("[\u{A0}1]", "the character U+00A0; expected a value"),
            ("[\u{1F600}]", "the character U+1F600; expected a value"),
            ("[\0]", "the character U+0000; expected a value"),
            ("", "an input without a value; expected one"),
            ("[1", "the end of the input; expected a comma or ']'"),
            ("\"abc", "the end of the input; expected the closing quote of the string at byte 0"),
            ("01", "a number that begins with 0; expected no further digit before the decimal point"),
            ("1.x", "'x' in a number; expected a digit after the decimal point"),
            ("\"\u{1}\"", "the control character U+0001 in a string; expected its escape \\u0001"),
            ("\"\\x\"", "a backslash before 'x'; expected one of \" \\ / b f n r t u"),
            ("\"\\u12\"", "\\u without four hexadecimal digits after it"),
            (
                "\"\\ud83d!\"",
                "the escape \\ud83d is the first half of a surrogate pair; expected \\udc00 to \\udfff after it"
            ),
            ("\"\\ude00\"", "the escape \\ude00 is the second half of a surrogate pair without the first"),
            ("[] x", "'x' after the value; expected nothing but white space"),
        ])
    func sentences(text: String, message: String) {
        #expect(jsonError(text)?.message == message)
    }

    @Test("The sentence about a depth names the limit")
    func depthSentence() {
        let error = jsonError(Array("[[[[]]]]".utf8), maximumDepth: 3)
        #expect(error?.message == "an array or object at depth 4; expected no more than 3 levels")
        #expect(error?.offset == 3)
    }

    @Test("A long key is cut in the sentence")
    func longKey() throws {
        let key = String(repeating: "a", count: 10_000)
        let message = try #require(jsonError("{\"\(key)\":1,\"\(key)\":2}")?.message)
        #expect(message.utf8.count < 200)
    }

    @Test("Codes are distinct words with one prefix")
    func codes() {
        let codes = JSONSyntaxError.Code.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.hasPrefix("json-"))
            #expect(
                code.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) || $0 == 0x38 })
        }
    }

    @Test("Offsets are those of the bytes, also for a part of them")
    func offsetsOfAPart() {
        let bytes = Array("{\"a\":1}\n{\"b\":x}\n".utf8)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(bytes, range: 8..<15) }
        #expect(error?.offset == 13)
        #expect(error?.pointer == "/b")
    }
}
