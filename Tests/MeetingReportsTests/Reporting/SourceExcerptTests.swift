import Testing

@testable import MeetingReports

@Suite("The lines around findings")
struct SourceExcerptTests {
    private func excerpt(_ text: String, _ ranges: Range<Int>...) -> SourceExcerpt {
        excerpt(Array(text.utf8), ranges)
    }

    private func excerpt(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> SourceExcerpt {
        let source = InputFile(name: "a", bytes: bytes)
        let index = TextIndex(bytes)
        return SourceExcerpt(
            around: ranges.map {
                Finding(.schemaElement, message: "", place: Place(file: "a", range: index.range($0)))
            }, in: source)
    }

    @Test("They are two before and two after, without the end of the text")
    func context() {
        let text = "1\n2\n3\n4\n5\n6\n7\n"
        #expect(excerpt(text, 6..<7).fragments.map(\.line) == [2, 3, 4, 5, 6])
        #expect(excerpt(text, 0..<0).fragments.map(\.line) == [1, 2, 3])
        #expect(excerpt(text, 12..<13).fragments.map(\.text) == ["5", "6", "7"])
        #expect(excerpt(text, 14..<14).fragments.isEmpty)
        #expect(excerpt("", 0..<0).fragments.map(\.text) == [""])
    }

    @Test("Findings near one another share them")
    func shared() {
        let text = (10...40).map { "\($0)\n" }.joined()
        #expect(
            excerpt(text, 12..<14, 15..<17, 60..<61).fragments.map(\.line)
                == [3, 4, 5, 6, 7, 8, 19, 20, 21, 22, 23])
    }

    @Test("A finding that spans many lines is followed for eight")
    func span() {
        let text = (10...40).map { "\($0)\n" }.joined()
        #expect(excerpt(text, 30..<80).fragments.map(\.line) == Array(9...20))
    }

    @Test("Of a long line parts are kept, by columns that count characters")
    func longLine() {
        let text = String(repeating: "\u{E4}", count: 1000)
        let parts = excerpt(text, 600..<602, 1600..<1604).fragments
        #expect(parts.map(\.column) == [241, 741])
        #expect(parts.map { $0.text.unicodeScalars.count } == [121, 122])
        #expect(parts.map(\.isCut) == [true, true])
        let last = excerpt(text, 1998..<2000).fragments
        #expect(last.map(\.column) == [940])
        #expect(last.map(\.isCut) == [false])
    }

    @Test("A text in UTF-16 is kept as what it says")
    func encoding() {
        let text = "<a>\n<b/>\n</a>"
        let bytes: [UInt8] = [0xFE, 0xFF] + text.utf8.flatMap { [0, $0] }
        let result = ValidationResult(of: InputFile(name: "a", bytes: bytes), .xml).excerpted(nil)
        #expect(result.excerpt.fragments.first?.text.hasSuffix("<a>") == true)
    }

    @Test("Bytes that are no UTF-8 are kept as replacement characters")
    func notUTF8() {
        #expect(excerpt([0x61, 0xFF, 0x62], [0..<1]).fragments.map(\.text) == ["a\u{FFFD}b"])
    }
}
