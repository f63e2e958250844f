import Testing

@testable import MeetingReports

@Suite("Findings as text")
struct FindingTextTests {
    /// The lines that show the source: the line itself, and what underlines it.
    private func snippet(_ text: String, _ bytes: Range<Int>) -> [String] {
        let source = InputFile(name: "a", bytes: Array(text.utf8))
        let finding = Finding(
            .schemaElement, message: "M.",
            place: Place(file: "a", range: TextIndex(source.bytes).range(bytes)))
        return FindingText(source: source).text([finding]).split(separator: "\n").dropFirst().map(String.init)
    }

    @Test("A stretch is underlined, a point has a caret")
    func underline() {
        #expect(snippet("one two three\n", 4..<7) == ["  1 | one two three", "    |     ^~~"])
        #expect(snippet("one two three\n", 4..<4) == ["  1 | one two three", "    |     ^"])
        #expect(snippet("one two three\n", 13..<13) == ["  1 | one two three", "    |              ^"])
    }

    @Test("A tab stays a tab above the mark")
    func tab() {
        #expect(snippet("\ta\tbc", 3..<5) == ["  1 | \ta\tbc", "    | \t \t^~"])
    }

    @Test("A wide character is as wide as two, a combining one takes no room")
    func width() {
        #expect(snippet("\u{65E5}\u{672C} x", 7..<8) == ["  1 | \u{65E5}\u{672C} x", "    |      ^"])
        #expect(snippet("\u{65E5}\u{672C} x", 0..<6) == ["  1 | \u{65E5}\u{672C} x", "    | ^~~~"])
        #expect(snippet("e\u{301}\u{301} x", 6..<7) == ["  1 | e\u{301}\u{301} x", "    |   ^"])
    }

    @Test("A stretch over several lines is underlined to the end of its first")
    func severalLines() {
        #expect(snippet("ab\r\ncd", 1..<6) == ["  1 | ab", "    |  ^"])
        #expect(snippet("abcd\nef", 1..<6) == ["  1 | abcd", "    |  ^~~"])
    }

    @Test("Of a long line the part around the finding is shown")
    func longLine() {
        let line = String(repeating: "0123456789", count: 10_000)
        #expect(
            snippet(line, 50_000..<50_003) == [
                "  1 | …3456789" + String(repeating: "0123456789", count: 11) + "012…",
                "    | " + String(repeating: " ", count: 58) + "^~~",
            ])
        #expect(
            snippet(line, 0..<2) == [
                "  1 | " + String(repeating: "0123456789", count: 6) + "01…", "    | ^~",
            ])
        // The finding's part begins 60 characters before it, and the line ends with it.
        #expect(
            snippet(line, 99_999..<100_000) == [
                "  1 | …" + String(repeating: "9012345678", count: 6) + "9",
                "    | " + String(repeating: " ", count: 61) + "^",
            ])
    }

    @Test("What would move the cursor or turn the direction is shown, not sent")
    func unprintable() {
        #expect(snippet("a\u{1B}[31m\u{202E}b\u{85}", 1..<2)[0] == "  1 | a\u{241B}[31m\u{FFFD}b\u{FFFD}")
        let finding = Finding(
            .schemaElement, message: "One\ntwo\u{1B}[31m\u{7}", place: Place(file: "a\nb\u{202E}.xml"))
        #expect(
            FindingText().text([finding])
                == #"a\nb\u{202E}.xml: error: One\ntwo\u{1B}[31m\u{7} [schema-element]"# + "\n")
    }

    @Test("Every path that is known is told")
    func paths() {
        func path(_ place: Place) -> String? { place.path }
        let lines = SourceLines(62)
        #expect(
            path(Place(xpath: "/a/b[2]", jsonPointer: "/b/1", sourceLines: lines))
                == "/a/b[2] (JSON /b/1, text line 62)")
        #expect(path(Place(xpath: "/a", jsonPointer: "")) == "/a")
        #expect(path(Place(xpath: "", jsonPointer: "/b")) == "/b")
        #expect(path(Place(jsonPointer: "")) == "the document")
        #expect(path(Place(id: "sec_I")) == "the id sec_I")
        #expect(path(Place(xpath: "/a", sourceLines: lines)) == "/a (text line 62)")
        #expect(path(Place()) == nil)
    }

    @Test("Colour is used where it is asked for")
    func color() {
        let finding = Finding(.schemaElement, message: "M.", place: Place(file: "a"))
        #expect(
            FindingText(usesColor: true).text([finding])
                == "\u{1B}[1ma\u{1B}[0m: \u{1B}[1;31merror:\u{1B}[0m M. [schema-element]\n")
    }
}
