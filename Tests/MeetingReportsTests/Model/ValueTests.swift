import Testing

@testable import MeetingReports

@Suite struct `Partial dates` {
    @Test(arguments: ["0000", "2017", "9999", "2017-10", "2017-01", "2017-10-31", "2017-02-30"])
    func `are read and written as they stand`(text: String) {
        #expect(PartialDate(text)?.description == text)
    }

    @Test(arguments: [
        "", "17", "20170", "2017-", "2017-1", "2017-13", "2017-00", "2017-10-32", "2017-10-00", "2017-10-1",
        "2017-10-31-", "+017", "２０１７", " 2017", "2017-10-31Z",
    ])
    func `of another form are refused`(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test(arguments: [
        ("2017-02-28", true), ("2017-02-29", false), ("2016-02-29", true), ("1900-02-29", false),
        ("2000-02-29", true), ("2017-04-31", false), ("2017-12-31", true), ("2017-02", true), ("2017", true),
    ])
    func `know whether the calendar has them`(text: String, isInCalendar: Bool) {
        #expect(PartialDate(text)?.isInCalendar == isInCalendar)
    }

    @Test func `are ordered by time`() {
        let texts = ["2016-12-31", "2017", "2017-10", "2017-10-30", "2017-10-31", "2017-11"]
        #expect(texts.reversed().compactMap(PartialDate.init(_:)).sorted().map(\.description) == texts)
    }
}

@Suite struct `Source lines` {
    @Test(arguments: ["3", "3-5", "39-43 52-53", "5 3", "9-3", "999999999"])
    func `are read and written as they stand`(text: String) {
        #expect(SourceLines(text)?.description == text)
    }

    @Test(arguments: ["", "0", "03", "3-", "-3", "3--5", "3  5", " 3", "3 ", "a", "3-5-7", "³"])
    func `of another form are refused`(text: String) {
        #expect(SourceLines(text) == nil)
    }

    @Test func `gather single lines into ranges`() {
        #expect(SourceLines(lines: [53, 39, 40, 41, 52, 40])?.description == "39-41 52-53")
        #expect(SourceLines(lines: []) == nil)
    }

    @Test(arguments: [("1-3 5", true), ("5", true), ("3 3", false), ("5 3", false), ("9-3", false)])
    func `know whether they ascend`(text: String, isAscending: Bool) {
        #expect(SourceLines(text)?.isAscending == isAscending)
    }
}

@Suite struct `Printed numbers` {
    @Test(arguments: [
        ("7.", "7"), ("- a)", "a"), ("(iv)", "iv"), ("¹", "1"), ("II.", "II"), ("10. bis.", "10. bis"),
        ("( )", ""), ("•", ""), ("115.1", "115.1"), ("", ""),
    ])
    func `lose their outer punctuation`(printed: String, core: String) {
        #expect(PrintedNumber.core(of: printed) == core)
    }
}

@Suite struct `Text positions` {
    @Test func `count lines by LF, CRLF and CR, and columns by Unicode scalars`() {
        let text = "ab\r\né𝔘x\rlast\n"
        let index = TextIndex(Array(text.utf8))
        func place(_ offset: Int) -> [Int] {
            let position = index.position(at: offset)
            return [position.line, position.column]
        }
        #expect(place(0) == [1, 1])
        #expect(place(2) == [1, 3])
        #expect(place(4) == [2, 1])
        #expect(place(6) == [2, 2])
        #expect(place(10) == [2, 3])
        #expect(place(12) == [3, 1])
        #expect(place(99) == [4, 1])
        #expect(String(decoding: index.line(2), as: UTF8.self) == "é𝔘x")
        #expect(index.line(9).isEmpty)
    }

    @Test func `are right far into a long line`() {
        let text = "first\n" + String(repeating: "é𝔘x", count: 3000) + "|"
        let position = TextIndex(Array(text.utf8)).position(at: text.utf8.count - 1)
        #expect([position.line, position.column] == [2, 9001])
    }
}
