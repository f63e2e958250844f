/// Results as JUnit XML, as CI servers read it: a test case for each input, and for each record of a file of several.
///
/// A failure is an invalid record, an error one that could not be checked, skipped one that was not checked. Warnings are
/// output of a case that passes; so are errors that a baseline knows. There are no times, since the same input gives the
/// same bytes.
struct JUnitReport: ReportWriter {
    /// What became of a test case.
    private enum Outcome {
        case passed, failed, error, skipped
    }

    private struct Case {
        var name: String
        var file: String
        var outcome: Outcome
        var message: String
        var text: String
    }

    private let settings: ReportSettings
    private var cases: [Case] = []

    init(_ settings: ReportSettings) {
        self.settings = settings
    }

    mutating func add(_ result: ValidationResult) -> [UInt8] {
        let file = result.fileFindings
        let verdict = result.records.isEmpty ? result.verdict : Verdict(checked: file)
        cases.append(Self.testCase(result.file, verdict, file, result))
        for (record, own) in zip(result.records, result.findingsOfRecords) {
            let id = record.id.map { " (\($0))" } ?? ""
            let name = "\(result.file), record \(record.index)\(id)"
            cases.append(Self.testCase(name, record.verdict, own, result))
        }
        return []
    }

    func finish(exitCode: Int?) -> [UInt8] {
        var output = MarkupOutput()
        output.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        startTag("testsuites", &output)
        startTag("testsuite", &output)
        properties(&output)
        for testCase in cases { Self.write(testCase, &output) }
        output.markup("</testsuite>\n</testsuites>\n")
        return output.bytes
    }

    private static func testCase(
        _ name: String, _ verdict: Verdict, _ findings: [Finding], _ result: ValidationResult
    ) -> Case {
        let outcome: Outcome =
            switch verdict {
            case .valid, .needsReview: .passed
            case .invalid: findings.contains { $0.severity == .error && !$0.isKnown } ? .failed : .passed
            case .notChecked: .skipped
            case .failed: .error
            }
        let severities = ReportTally.text(ReportTally.severities(of: findings))
        let text = FindingText()
        return Case(
            name: name, file: result.file, outcome: outcome,
            message: severities.isEmpty ? verdict.rawValue : "\(verdict.rawValue): \(severities)",
            text: findings.map { text.text($0, result.excerpt) }.joined())
    }

    private func startTag(_ name: String, _ output: inout MarkupOutput) {
        output.open(
            name,
            [
                "name": "rapporteur", "tests": "\(cases.count)", "failures": "\(count(.failed))",
                "errors": "\(count(.error))", "skipped": "\(count(.skipped))",
            ])
        output.markup("\n")
    }

    private func count(_ outcome: Outcome) -> Int { cases.count { $0.outcome == outcome } }

    private func properties(_ output: inout MarkupOutput) {
        let producer = settings.producer
        var properties = [("version", producer.version), ("libxml2", producer.libxml2)]
        properties += producer.schemas.map { ("sha256 of \($0.name)", $0.sha256) }
        properties.append(("sha256 of the rules", producer.rulesSHA256))
        output.markup("  <properties>\n")
        for (name, value) in properties {
            output.markup("    ")
            output.empty("property", ["name": name, "value": value])
            output.markup("\n")
        }
        output.markup("  </properties>\n")
    }

    private static func write(_ testCase: Case, _ output: inout MarkupOutput) {
        let attributes: KeyValuePairs = [
            "classname": "rapporteur.validate", "name": testCase.name, "file": testCase.file,
        ]
        output.markup("  ")
        guard testCase.outcome != .passed || !testCase.text.isEmpty else {
            output.empty("testcase", attributes)
            output.markup("\n")
            return
        }
        output.open("testcase", attributes)
        output.markup("\n    ")
        switch testCase.outcome {
        case .failed:
            output.element("failure", ["message": testCase.message, "type": "invalid"], testCase.text)
        case .error: output.element("error", ["message": testCase.message, "type": "failed"], testCase.text)
        case .skipped: output.empty("skipped", ["message": testCase.message])
        case .passed: output.element("system-out", testCase.text)
        }
        output.markup("\n  </testcase>\n")
    }
}
