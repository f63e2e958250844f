import TestSupport
import Testing

@Suite struct `Golden files` {
    @Test(arguments: [
        ("a\nb\n", "a\nb\n", nil),
        ("a\nc\n", "a\nb\n", "line 2: expected \"b\", found \"c\""),
        ("a\n", "a\nb\n", "line 2: expected \"b\", found \"\""),
        ("a", "a\n", "line 2: expected \"\", found the end"),
        ("a\r\n", "a\n", "line 1: expected \"a\", found \"a\r\""),
        ("e\u{301}", "\u{E9}", "line 1: expected \"\u{E9}\", found \"e\u{301}\""),
    ])
    func `show the first line that differs`(found: String, expected: String, difference: String?) {
        #expect(Golden.firstDifference(found.bytes, expected.bytes) == difference)
    }

    @Test func `are written when recording, which is never green`() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("Golden")
        let test = folder.path + "/Tests.swift"
        func difference(_ text: String, _ isRecording: Bool) -> String? {
            Golden.difference(text.bytes, from: "case.txt", isRecording: isRecording, testFile: test)
        }
        #expect(difference("a", false)?.hasPrefix("case.txt: cannot be read: ") == true)
        #expect(difference("a", true) == "case.txt: recorded; read it, then run again without RECORD.")
        #expect(difference("a", false) == nil)
        #expect(difference("b", false) == "case.txt: line 1: expected \"a\", found \"b\"")
    }
}
