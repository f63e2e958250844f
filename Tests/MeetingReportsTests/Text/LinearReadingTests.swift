import MeetingReports
import Testing

/// Texts that hold one thing very often; each would be read for hours by a pass that goes back for every line.
@Suite struct `The work of reading grows with the text alone` {
    @Test func `Blank lines`() throws {
        let report = try reading(
            "Report\n\nText of it.\n" + String(repeating: "\n", count: 300_000) + "More text.\n"
        )
        .report
        #expect(report.paragraphs.count == 2)
    }

    @Test(arguments: ["Word\n", "1. Text of it.\n", "7\n", "1 Note\n\n", "text1\n"])
    func `Short lines`(line: String) throws {
        #expect(try !reading("Report\n\n" + String(repeating: line, count: 4_000)).report.body.isEmpty)
    }

    @Test func `Pages of one line`() throws {
        let report = try reading(String(repeating: "Text here\n\u{C}", count: 4_000)).report
        #expect(report.furniture.count >= 4_000)
    }

    @Test(arguments: [400, 401, 1_000])
    func `A long table stays one table`(rows: Int) throws {
        for line in ["alpha      beta      gamma\n", "alpha\tbeta\tgamma\n"] {
            let report = try reading("1. Text of it.\n\n" + String(repeating: line, count: rows)).report
            let tables = elements(report) { if case .table(let table) = $0 { table } else { nil } }
            #expect(tables.map { $0.content.count } == [rows])
        }
    }

    @Test(arguments: ["(", "Group of ", "France, ", "3 May 2011, ", "A/B/C/1/", "Capital "])
    func `One line`(word: String) throws {
        #expect(try !reading("1. " + String(repeating: word, count: 10_000)).report.body.isEmpty)
    }
}
