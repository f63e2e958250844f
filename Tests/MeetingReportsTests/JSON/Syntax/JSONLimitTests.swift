import Testing

@testable import MeetingReports

@Suite("Depth and repeated keys")
struct JSONLimitTests {
    @Test("The allowed depth is read, one level more is refused", arguments: [1, 2, 7, 1_000])
    func depth(limit: Int) {
        for (open, inside, close) in [("[", "", "]"), ("{\"a\":", "1", "}"), ("[{\"a\":", "1", "}]")] {
            let levels = open.utf8.filter { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }.count
            let count = limit / levels
            guard count * levels == limit else { continue }
            let text = String(repeating: open, count: count) + inside + String(repeating: close, count: count)
            #expect(jsonError(Array(text.utf8), maximumDepth: limit) == nil)
            let error = jsonError(Array(text.utf8), maximumDepth: limit - 1)
            #expect(error?.code == .depth)
        }
    }

    @Test("The default depth is 1,000")
    func defaultDepth() {
        #expect(jsonError(String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000)) == nil)
        let error = jsonError(String(repeating: "[", count: 1_001) + String(repeating: "]", count: 1_001))
        #expect(error?.code == .depth)
        #expect(error?.offset == 1_000)
        #expect(error?.pointer == String(repeating: "/0", count: 1_000))
    }

    @Test("Depth 0 allows no array and no object, but a scalar")
    func noDepth() {
        #expect(jsonError(Array("1".utf8), maximumDepth: 0) == nil)
        #expect(jsonError(Array("[]".utf8), maximumDepth: 0)?.code == .depth)
        #expect(jsonError(Array("{}".utf8), maximumDepth: 0)?.code == .depth)
    }

    @Test("Siblings do not count as depth")
    func siblings() {
        let text = "[" + Array(repeating: "[[]]", count: 5_000).joined(separator: ",") + "]"
        #expect(jsonError(Array(text.utf8), maximumDepth: 3) == nil)
    }

    @Test("100,000 brackets are no reason to crash", arguments: ["[", "{\"a\":", "[{\"a\":"])
    func bombs(open: String) {
        let bomb = Array(String(repeating: open, count: 100_000).utf8)
        #expect(jsonError(bomb)?.code == .depth)
        #expect(jsonError(bomb, maximumDepth: 1_000_000)?.code == .end)
    }

    @Test(
        "A key that an object has already is refused at its second place",
        arguments: [
            ("{⟨\"a\":1,⟦\"a\":2}", "/a"), ("{⟨\"\":1,⟦\"\":2}", "/"), ("[{⟨\"a\":1, ⟦\"a\" :1}]", "/0/a"),
            ("{⟨\"a\":1,⟦\"\\u0061\":2}", "/a"), ("{⟨\"\\u0061\":1,⟦\"a\":2}", "/a"),
            ("{⟨\"\\u0061b\":1,⟦\"a\\u0062\":2}", "/ab"), ("{⟨\"\\/\":1,⟦\"/\":2}", "/~1"),
            ("{⟨\"\\ud83d\\ude00\":1,⟦\"\u{1F600}\":2}", "/\u{1F600}"),
            ("{⟨\"\\n\":1,⟦\"\\u000A\":2}", "/\n"),
            ("{\"x\":{\"a\":1},⟨\"a\":{\"a\":1},⟦\"a\":1}", "/a"),
            ("{\"b\":[{⟨\"c\":[],\"d\":{},⟦\"c\":1}]}", "/b/0/c"),
            ("{⟨\"abcdefgh\":1,\"abcdefgi\":1,⟦\"abcdefgh\":1}", "/abcdefgh"),
            ("{⟨\"\\u0000\":1,\"\":1,⟦\"\\u0000\":1}", "/\0"),
        ])
    func duplicates(text: String, pointer: String) throws {
        let second = MarkedJSON(text.replacing("⟨", with: ""))
        let first = MarkedJSON(text.replacing("⟦", with: "").replacing("⟨", with: "⟦"))
        let error = try #require(jsonError(second.bytes))
        #expect(error.code == .duplicateKey)
        #expect(error.offset == second.offset)
        #expect(Array(error.pointer.utf8) == Array(pointer.utf8))
        #expect(error.message.hasSuffix("occurs twice in this object; expected once"))
        #expect(error.firstKey == first.offset)
    }

    @Test(
        "Keys that differ by a byte are different keys",
        arguments: [
            ("\u{E9}", "e\u{301}"), ("\u{212B}", "\u{C5}"), ("a", "A"), ("a", "a "), ("", "\\u0000"),
            ("a", "a\\u0000"),
            ("abcdefgh", "abcdefg"), ("abcdefghi", "abcdefghj"), ("\u{AC00}", "\u{1100}\u{1161}"),
            ("\\\\u0061", "a"),
        ])
    func notDuplicates(first: String, second: String) {
        #expect(jsonError("{\"\(first)\":1,\"\(second)\":2}") == nil)
    }

    @Test(
        "A repeated key is found wherever it stands among many",
        arguments: [2, 15, 16, 17, 18, 31, 32, 33, 64, 200])
    func manyKeys(count: Int) {
        for style in ["k", "a common beginning ", "\\u006b"] {
            let keys = (0..<count).map { "\"\(style)\($0)\":{\"a\":1}" }
            #expect(jsonError("{" + keys.joined(separator: ",") + "}") == nil)
            for place in 0..<count {
                let plain = style.replacing("\\u006b", with: "k")
                let error = jsonError("{" + keys.joined(separator: ",") + ",\"\(plain)\(place)\":1}")
                #expect(error?.code == .duplicateKey)
                #expect(error?.pointer == "/\(plain)\(place)")
            }
        }
    }

    @Test("Large objects inside one another keep their keys apart")
    func largeInLarge() {
        let keys = (0..<40).map { "\"k\($0)\":1" }.joined(separator: ",")
        #expect(jsonError("{\(keys),\"in\":{\(keys),\"in\":{\(keys)}},\"out\":{\(keys)}}") == nil)
        let error = jsonError("{\(keys),\"in\":{\(keys),\"in\":{\(keys)}},\"k39\":1}")
        #expect(error?.code == .duplicateKey)
        #expect(error?.pointer == "/k39")
    }

    @Test("300,000 keys in one object are read, and the last repeated one is found")
    func hundredsOfThousands() {
        let keys = (0..<300_000).map { "\"key number \($0)\":0" }.joined(separator: ",")
        #expect(jsonError("{\(keys)}") == nil)
        #expect(jsonError("{\(keys),\"key number 299999\":0}")?.code == .duplicateKey)
    }

    @Test("A key of 200,000 combining marks costs no more than its bytes")
    func combiningMarks() {
        let marks = String(repeating: "\u{301}\u{323}", count: 100_000)
        #expect(jsonError("{\"a\(marks)\":1,\"b\(marks)\":1}") == nil)
        #expect(jsonError("{\"a\(marks)\":1,\"a\(marks)\":1}")?.code == .duplicateKey)
    }
}
