import Testing

@testable import MeetingReports

@Suite("Stored results")
struct StoredReportTests {
    private func error(_ text: String) -> String? {
        do throws(InputError) {
            _ = try StoredReport(reading: InputFile(name: "s", bytes: Array(text.utf8)))
            return nil
        } catch {
            let line = error.finding.place.range.map { "\($0.start.line): " } ?? ""
            return line + error.finding.message
        }
    }

    private let lines = ReportSamples.text("jsonl", [ReportSamples.good]).split(separator: "\n").map(
        String.init)

    @Test("What is no report is refused with its line")
    func refused() {
        #expect(error("") == "The file holds no results; the lines of a jsonl report were expected.")
        #expect(error("{}\n") == "1: A header, results and a summary were expected, one a line.")
        #expect(error(lines[1]) == "1: A header, results and a summary were expected, one a line.")
        #expect(
            error(lines.joined(separator: "\n") + "\n" + lines[1])
                == "4: Nothing was expected after the summary.")
        #expect(error(lines[0] + "\n{\"kind\":\"result\"") != nil)
    }

    @Test(
        "A member that is missing or of another kind is named",
        arguments: [
            (#""verdict":"valid","#, "", "The member \"verdict\" is missing."),
            (
                #""valid""#, #""fine""#,
                "One of \"valid\", \"needs review\", \"invalid\", \"not checked\", \"failed\" was expected."
            ),
            (#""records":1"#, #""records":"1""#, "A whole number was expected."),
            (#""records":1"#, #""records":99999999999999999"#, "A whole number was expected."),
            (#""findings":[]"#, #""findings":{}"#, "An array was expected."),
        ])
    func members(text: String, replacement: String, message: String) {
        let result = lines[1].replacing(text, with: replacement)
        #expect(result != lines[1])
        #expect(error(lines[0] + "\n" + result + "\n" + lines[2])?.hasSuffix(message) == true)
    }

    @Test("Results of a later version are refused")
    func laterVersion() {
        let header = lines[0].replacing(#""reportVersion":"1.0""#, with: #""reportVersion":"2.0""#)
        #expect(error(header) == "1: The results are of version 2.0; this tool reads version 1.")
    }

    @Test("Members of a later minor version are left aside")
    func laterMembers() {
        let result = lines[1].replacing(#""kind":"result""#, with: #""kind":"result","later":[{}]"#)
        #expect(error([lines[0], result, lines[2]].joined(separator: "\n")) == nil)
    }

    @Test("Results without a summary are read, as those of a run that did not end")
    func cut() throws {
        let text = lines[0] + "\n" + lines[1] + "\n"
        let stored = try StoredReport(reading: InputFile(name: "s", bytes: Array(text.utf8)))
        #expect(stored.results.count == 1)
        #expect(stored.exitCode == nil)
    }

    @Test("Positions that no text has do no harm")
    func hostilePositions() throws {
        let hostile = ReportSamples.text("jsonl", [ReportSamples.strange])
            .replacing(#""column":5"#, with: #""column":281474976710655"#)
            .replacing(#""line":2"#, with: #""line":281474976710655"#)
        let stored = try StoredReport(reading: InputFile(name: "s", bytes: Array(hostile.utf8)))
        for form in ReportForm.all { #expect(!ReportSamples.report(form.name, stored.results).isEmpty) }
        let zero = ReportSamples.text("jsonl", [ReportSamples.strange])
            .replacing(#""line":2"#, with: #""line":0"#)
        #expect(error(zero)?.hasSuffix("Lines and columns are counted from 1.") == true)
    }
}
