import Testing

@testable import MeetingReports

@Suite("The grammar of RFC 8259")
struct JSONGrammarTests {
    @Test(
        "Section 2: white space may stand around every token",
        arguments: [
            " 1", "1 ", "\t1", "1\t", "\n1", "1\n", "\r1", "1\r", "\r\n1\r\n", " \t\n\r1 \t\n\r",
            " [ 1 , 2 ] ", "[\n]", "{\t}", "\n{\r\"a\"\t:\n1 , \"b\" : 2 }\n",
        ])
    func whiteSpace(text: String) {
        #expect(jsonError(text) == nil)
    }

    @Test(
        "Section 2: no other character is white space",
        arguments: [
            "\u{0B}1", "\u{0C}1", "1\u{0C}", "\u{A0}1", "1\u{A0}", "[\u{85}1]", "[1,\u{2028}2]",
            "[\u{200B}1]",
            "[1\u{3000}]", "\u{1F}1", "{\"a\"\u{FEFF}:1}", "[/**/1]", "[1] // end", "# 1\n1",
        ])
    func notWhiteSpace(text: String) {
        #expect(jsonError(text) != nil)
    }

    @Test(
        "Section 3: any value may stand alone",
        arguments: [
            "true", "false", "null", "0", "-1", "\"\"", "\"a\"", "[]", "{}", "[[]]", "[{}]",
            "[true,false,null]",
        ])
    func values(text: String) {
        #expect(jsonError(text) == nil)
    }

    @Test(
        "Section 3: no other name is a value",
        arguments: [
            "True", "TRUE", "False", "Null", "nil", "none", "undefined", "NaN", "Infinity", "-Infinity",
            "inf", "t",
            "tru", "truee", "true1", "fals", "nul", "nulll", "[tru]", "[nullnull]", "truefalse", "'a'", "a",
            "`a`",
            "(1)", "<a/>", "\\\"a\\\"", "\u{FF11}", "é", "\u{2018}a\u{2019}", "\u{1F600}",
        ])
    func notValues(text: String) {
        #expect(jsonError(text) != nil)
    }

    @Test(
        "Section 4: objects",
        arguments: [
            "{\"\":0}", "{\"a\":1}", "{\"a\":1,\"b\":2}", "{\"a\":{\"a\":{\"a\":{}}}}", "{\"a\":[],\"b\":{}}",
            "[{\"a\":1},{\"a\":1}]", "{\"a\":{\"b\":1},\"b\":{\"a\":1}}", "{\"\\u0000\":1}", "{\"é\":1}",
        ])
    func objects(text: String) {
        #expect(jsonError(text) == nil)
    }

    @Test(
        "Section 4: what is no object",
        arguments: [
            "{", "}", "{]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}",
            "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\"::1}", "{\"a\" 1}", "{\"a\"=1}", "{\"a\",1}",
            "{a:1}",
            "{'a':1}", "{1:1}", "{null:1}", "{[]:1}", "{:1}", "{\"a\":1]", "{\"a\":1:2}", "{\"a\":1}}",
            "{{}}",
            "{\"a\":1,\"b\"}", "{\"a\":1,2}",
        ])
    func notObjects(text: String) {
        #expect(jsonError(text) != nil)
    }

    @Test(
        "Section 5: arrays",
        arguments: ["[1]", "[1,2,3]", "[[],[[]],{}]", "[1,\"a\",true,null,{},[]]", "[\"\",\"\"]"])
    func arrays(text: String) {
        #expect(jsonError(text) == nil)
    }

    @Test(
        "Section 5: what is no array",
        arguments: [
            "[", "]", "[}", "[1", "[1,", "[,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1;2]", "[1:2]",
            "[\"a\":1]",
            "[1]]", "[1}", "[,]", "[\"a\" \"b\"]", "[1][2]", "[[1]", "[...]",
        ])
    func notArrays(text: String) {
        #expect(jsonError(text) != nil)
    }

    @Test(
        "Section 6: numbers keep their text",
        arguments: [
            "0", "-0", "1", "9", "10", "-10", "1234567890", "0.0", "0.5", "-0.5", "1.0", "1.10", "10.01",
            "0e0", "0E0",
            "1e1", "1E1", "1e+1", "1e-1", "1e01", "1E-00", "1.5e10", "-1.5E+10", "0.1e1", "1e400", "-1E-999",
            "123456789012345678901234567890", "0.00000000000000000000000000001", "1.000000000000000005",
        ])
    func numbers(text: String) throws {
        for (before, after) in [("", ""), ("[", "]"), (" ", " "), ("{\"a\":", "}")] {
            let document = try JSONDocument(Array((before + text + after).utf8))
            let node = try #require(document.numberNode)
            #expect(String(decoding: node.text, as: UTF8.self) == text)
        }
    }

    @Test(
        "Section 6: what is no number",
        arguments: [
            "-", "+1", "+0", "--1", "-+1", "- 1", "00", "01", "-01", "-00", "012", "0123.4", ".5", "-.5",
            "1.", "-1.",
            "0.", "1.e1", "1..2", "1.2.3", "1e", "1E", "1e+", "1e-", "1e+-1", "1ee1", "1e1.5", "1e1e1",
            "0x10", "0b1",
            "0o7", "1_000", "1,000", "1 000", "1f", "1L", "-a", "1.a", "1ea", "١", "1\u{0660}", "½", "−1",
            "$1", "1%",
            "-NaN", "0e", "0.e1",
        ])
    func notNumbers(text: String) {
        #expect(jsonError(text) != nil)
        #expect(jsonError("[\(text)]") != nil)
        #expect(jsonError("{\"a\":\(text)}") != nil)
    }

    @Test(
        "Section 7: strings",
        arguments: [
            ("\"\"", ""), ("\" \"", " "), ("\"a\"", "a"), ("\"'\"", "'"), ("\"/\"", "/"),
            ("\"\u{7F}\"", "\u{7F}"),
            ("\"\\\"\"", "\""), ("\"\\\\\"", "\\"), ("\"\\/\"", "/"), ("\"\\b\"", "\u{08}"),
            ("\"\\f\"", "\u{0C}"),
            ("\"\\n\"", "\n"), ("\"\\r\"", "\r"), ("\"\\t\"", "\t"), ("\"\\u0041\"", "A"),
            ("\"\\u00e9\"", "\u{E9}"),
            ("\"\\u00E9\"", "\u{E9}"), ("\"\\u0000\"", "\0"), ("\"\\u001F\"", "\u{1F}"),
            ("\"\\uFFFF\"", "\u{FFFF}"),
            ("\"\\uFFFE\"", "\u{FFFE}"), ("\"\\uFEFF\"", "\u{FEFF}"), ("\"\\u2028\"", "\u{2028}"),
            ("\"\\uD7FF\"", "\u{D7FF}"), ("\"\\uE000\"", "\u{E000}"), ("\"\\u0022\\u005C\"", "\"\\"),
            ("\"\\uD800\\uDC00\"", "\u{10000}"), ("\"\\uDBFF\\uDFFF\"", "\u{10FFFF}"),
            ("\"\\ud83d\\ude00\"", "\u{1F600}"), ("\"\\uD83D\\uDE00\\uD83D\\uDE00\"", "\u{1F600}\u{1F600}"),
            ("\"a\\\\u0041\"", "a\\u0041"), ("\"\\\\\\\"\"", "\\\""), ("\"e\\u0301\"", "e\u{301}"),
            ("\"\u{E9}\u{20AC}\u{10348}\"", "\u{E9}\u{20AC}\u{10348}"), ("\"\u{FEFF}a\"", "\u{FEFF}a"),
            ("\"abcdefg\\nh\"", "abcdefg\nh"), ("\"abcdefgh\\n\"", "abcdefgh\n"),
            ("\"\u{2028}\u{2029}\"", "\u{2028}\u{2029}"),
        ])
    func strings(text: String, value: String) throws {
        let root = try JSONDocument(Array(text.utf8)).root
        #expect(root.string.map { Array($0.utf8) } == Array(value.utf8))
    }

    @Test(
        "Section 7: what is no string",
        arguments: [
            "\"", "\"a", "\"\\\"", "\"a\\", "\"\\x41\"", "\"\\a\"", "\"\\v\"", "\"\\0\"", "\"\\'\"",
            "\"\\N\"",
            "\"\\ \"", "\"\\\n\"", "\"\\U0041\"", "\"\\u\"", "\"\\u1\"", "\"\\u12\"", "\"\\u123\"",
            "\"\\u123g\"",
            "\"\\u 123\"", "\"\\u+123\"", "\"\\u-123\"", "\"\\u{41}\"", "\"\\u00A\"", "\"\\uＡ000\"",
            "\"\\é\"",
            "\"a\"b\"", "\"a\nb\"", "\"a\r\nb\"", "\"a\tb\"", "\"\0\"",
        ])
    func notStrings(text: String) {
        #expect(jsonError(text) != nil)
    }

    @Test("Section 7: each character below U+0020 must be escaped", arguments: 0..<0x20)
    func controlCharacters(value: UInt8) {
        for position in [0, 6, 7, 8, 9, 15, 16] {
            let text = [UInt8(ascii: "x")] + Array(repeating: UInt8(ascii: "a"), count: position)
            let error = jsonError([0x22] + text + [value, 0x22])
            #expect(error?.code == .controlCharacter)
            #expect(error?.offset == 2 + position)
        }
    }

    @Test(
        "Half of a surrogate pair is refused",
        arguments: [
            "⟦\\uD800", "⟦\\uDBFF", "⟦\\uDC00", "⟦\\uDFFF", "a⟦\\uD800a", "⟦\\uD800\\n", "⟦\\uD800\\u0041",
            "⟦\\uD800\\uD800", "⟦\\uD800\\uD800\\uDC00", "⟦\\uDC00\\uD800", "\\uD800\\uDC00⟦\\uDC00",
            "\\uD800\\uDC00⟦\\uD800", "⟦\\ud800\\\\udc00", "⟦\\uD800uDC00", "⟦\\uD800\\uE000",
            "⟦\\uD800\\uDBFF",
        ])
    func loneSurrogates(text: String) {
        let marked = MarkedJSON("[\"\(text)\"]")
        let error = jsonError(marked.bytes)
        #expect(error?.code == .loneSurrogate)
        #expect(error?.offset == marked.offset)
        #expect(error?.pointer == "/0")
    }

    @Test("An input without a value is refused", arguments: ["", " ", "\n\r\t ", "\u{FEFF}", "\u{FEFF} "])
    func noValue(text: String) {
        let error = jsonError(text)
        #expect(error?.code == .end)
        #expect(error?.offset == text.utf8.count)
    }

    @Test(
        "Nothing but white space follows the value",
        arguments: [
            "1 ⟦2", "true ⟦x", "null⟦\0", "{}⟦,", "[]⟦[]", "{} \n⟦{}", "\"a\"⟦\"b\"", "[1]⟦]", "{}⟦}",
            "1\n⟦// end",
            "[]⟦\u{FEFF}", "true⟦e",
        ])
    func trailingData(text: String) {
        let marked = MarkedJSON(text)
        let error = jsonError(marked.bytes)
        #expect(error?.code == .trailingData)
        #expect(error?.offset == marked.offset)
        #expect(error?.pointer == "")
    }
}

extension JSONDocument {
    fileprivate var numberNode: JSONNode? {
        ([root] + root.elements + root.members.map(\.value)).first { $0.kind == .number }
    }
}
