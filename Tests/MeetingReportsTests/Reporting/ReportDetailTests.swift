import Testing

@testable import MeetingReports

@Suite("What reports say")
struct ReportDetailTests {
    @Test(
        "Paths become URI references of RFC 3986",
        arguments: [
            ("a/b-1_2~.xml", "a/b-1_2~.xml"), ("/x/y.xml", "file:///x/y.xml"), ("a b%.xml", "a%20b%25.xml"),
            ("a:b.xml", "a%3Ab.xml"), ("\u{E4}?#.xml", "%C3%A4%3F%23.xml"), ("<stdin>", "%3Cstdin%3E"),
            ("a\n.xml", "a%0A.xml"),
        ])
    func uri(path: String, uri: String) {
        #expect(SARIFReport.uri(path) == uri)
    }

    @Test("A fingerprint stays when lines are added above, and tells repeated findings apart")
    func fingerprint() {
        func prints(_ line: Int, _ path: String, id: String?) -> [String] {
            var fingerprint = Fingerprint()
            let position = TextPosition(line: line, column: 1, offset: line)
            let finding = Finding(
                .schemaElement, message: "At \(line).",
                place: Place(range: TextRange(start: position, end: position), xpath: path, id: id))
            return [fingerprint.next(finding), fingerprint.next(finding)]
        }
        let first = prints(3, "/a/b[1]/c[2]", id: "x")
        #expect(first[0].hasSuffix(":1") && first[1].hasSuffix(":2"))
        #expect(first == prints(9, "/a/b[4]/c[2]", id: "x"))
        #expect(first != prints(3, "/a/b[1]/d[2]", id: "x"))
        #expect(first != prints(3, "/a/b[1]/c[2]", id: "y"))
        #expect(prints(3, "/a/b[1]", id: nil) != prints(3, "/a/b[2]", id: nil))
    }

    @Test("Commands cannot be smuggled into GitHub's log")
    func github() {
        let finding = Finding(
            .schemaElement, message: "a\n::set-output name=x::y\r\n::error::z %0A",
            place: Place(file: "a,b:c\n::x.xml"))
        let report = ReportSamples.text(
            "github", [ValidationResult(file: "a,b:c\n::x.xml", verdict: .invalid, findings: [finding])])
        #expect(
            report == """
                ::error file=a%2Cb%3Ac%0A%3A%3Ax.xml,title=schema-element::a%0A::set-output name=x::y\\r%0A::error::z %250A
                1 input: 1 invalid. 1 finding: 1 error.

                """)
    }

    @Test("JUnit passes what a baseline knows, and fails what it does not")
    func known() {
        var finding = Finding(.schemaElement, message: "M.", place: Place(file: "a"))
        finding.isKnown = true
        let known = ValidationResult(file: "a", verdict: .invalid, findings: [finding])
        #expect(ReportSamples.text("junit", [known]).contains("failures=\"0\""))
        finding.isKnown = false
        let new = ValidationResult(file: "a", verdict: .invalid, findings: [finding])
        #expect(ReportSamples.text("junit", [new]).contains("failures=\"1\""))
    }

    @Test(
        "Numbers have commas between thousands",
        arguments: [
            (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"),
        ])
    func grouped(number: Int, text: String) {
        #expect(ReportTally.grouped(number) == text)
    }

    @Test("The digest of the rules is that of their lines")
    func rules() {
        // printf 'duplicate-paragraph-number warning\n' | sha256sum
        #expect(
            ReportSamples.producer.rulesSHA256
                == "0e7968491d61def2bed6ee3ab61904b04615e719c1a894554c6377da251f14b4")
    }

    @Test("The checks of a real collection are counted by records")
    func checks() {
        let record = #"{"type":"meetingReport","version":"1.0","body":[]}"#
        let file = InputFile(name: "a.ndjson", bytes: Array("\(record)\n{\n\(record)\n".utf8))
        let result = ValidationResult(of: file, .ndjson)
        #expect(result.recordCount == 3)
        #expect(result.records.map(\.verdict) == [.valid, .invalid, .valid])
        #expect(result.owners == [1])
        #expect(
            result.checks.map {
                "\($0.kind.rawValue) \($0.code ?? "-") \($0.performed) \($0.count(in: result.findings))"
            }
                == ["syntax - 1 1", "schema - 2 0"]
                + RecordRules.codes.map { "rule \($0) 2 0" })
    }
}
