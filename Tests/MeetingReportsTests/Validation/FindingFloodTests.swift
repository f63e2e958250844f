import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `Of a flood of errors` {
    /// Inputs with 30 errors of two kinds: in one record, and in the records of collections.
    private static let inputs: [(name: String, text: String)] = {
        let namespace = "xmlns=\"\(XMLNamespace.record)\" version=\"1.0\""
        let xml = String(repeating: "<paragraph lines=\"x\" y=\"\"/>\n", count: 15)
        let json = Array(
            repeating: #"{"type":"paragraph","lines":"x","y":"","content":[]}"#,
            count: 15
        ).joined(separator: ",\n")
        let record = #"{"type":"meetingReport","version":"1.0","body":["#
        let few = #"{"type":"paragraph","lines":"x","y":"","content":[]}"#
        return [
            ("a.xml", "<meetingReport \(namespace)><body>\(xml)</body></meetingReport>"),
            ("a.json", "\(record)\(json)]}"),
            ("a.ndjson", String(repeating: "\(record)\(few)]}\n", count: 15)),
            (
                "b.xml",
                "<collection \(namespace)>"
                    + String(
                        repeating:
                            "<meetingReport version=\"1.0\"><body><paragraph lines=\"x\" y=\"\"/></body></meetingReport>\n",
                        count: 15) + "</collection>"
            ),
        ]
    }()

    private func check(_ text: String, _ name: String, listing: Int?) throws -> ValidationResult {
        let bytes = Array(text.utf8)
        if let stream = try Streamed.open(bytes, name, chunk: 200) {
            return ValidationResult(of: stream, OrderedWork(jobs: 2), shown: 3, listing: listing)
        }
        let file = InputFile(name: name, bytes: bytes)
        return ValidationResult(of: file, ReportFormat.detect(file), listing: listing)
    }

    @Test(arguments: inputs)
    func `the first are listed, and all are counted`(name: String, text: String) throws {
        let all = try check(text, name, listing: nil)
        let some = try check(text, name, listing: 7)
        #expect(all.findings.count == 30)
        #expect(all.unlisted.isEmpty)
        #expect(some.findings.count == 7)
        #expect(some.findings == Array(all.findings.prefix(7)))
        #expect(some.findingCount == 30)
        #expect(some.verdict == .invalid)
        #expect(some.records.allSatisfy { $0.verdict == .invalid })
        #expect(some.records == all.records)
        var (whole, part) = (ReportTally(), ReportTally())
        whole.add(all)
        part.add(some)
        #expect(whole.text == part.text)
        #expect(whole.statistics == part.statistics)
        #expect(some.severities == [.error: 30])
        #expect(some.more(than: 5) == "and 25 more findings")
    }

    @Test func `one that stands before others is listed, though it is found last`() throws {
        // That the section lacks a heading is only known at its end.
        let body = "<section><num>1.</num>" + String(repeating: "<paragraph lines=\"x\"/>", count: 9)
        let text =
            "<meetingReport xmlns=\"\(XMLNamespace.record)\" version=\"1.0\"><body/>\(body)</section></meetingReport>"
        let all = try check(text, "a.xml", listing: nil).findings
        let some = try check(text, "a.xml", listing: 4).findings
        #expect(some == Array(all.prefix(some.count)))
    }
}
