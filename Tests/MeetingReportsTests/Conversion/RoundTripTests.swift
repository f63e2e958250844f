import MeetingReports
import TestSupport
import Testing

@Suite struct `Random records` {
    private static let seeds = Array(UInt64(1)...400)

    /// Whether a finding is an error of form; ids and targets of a random record may well break a rule.
    private static func breaksFormat(_ finding: Finding) -> Bool {
        finding.severity == .error && !ValidationPolicy.mayChange(finding.code.description)
    }

    @Test(arguments: [ReportFormat.xml, .json, .ndjson, .akn])
    func `come back equal from each format, and are valid in it`(format: ReportFormat) throws {
        for seed in Self.seeds {
            let failure = RecordGenerator.smallestFailure(seed: seed, size: 4) { report in
                guard let bytes = try? format.write([report]) else { return true }
                let reading = FileReading(InputFile(name: "r", bytes: bytes), format)
                guard let again = reading.records.first?.report else { return true }
                return RecordDifference(report, again) != nil
                    || reading.findings.contains(where: Self.breaksFormat)
            }
            guard let failure else { continue }
            let bytes = try format.write([failure])
            let reading = FileReading(InputFile(name: "r", bytes: bytes), format)
            Issue.record(
                """
                seed \(seed): \(String(decoding: bytes, as: UTF8.self))
                \(FindingText().text(reading.findings))
                \(reading.records.first?.report.flatMap { RecordDifference(failure, $0) }.debugDescription)
                """)
            return
        }
    }

    @Test func `give the same bytes from XML by way of JSON`() throws {
        for seed in Self.seeds.prefix(100) {
            var generator = RecordGenerator(seed: seed)
            let xml = try ReportFormat.xml.write([generator.report()])
            let first = FileReading(InputFile(name: "r.xml", bytes: xml), .xml)
            let json = try ReportFormat.json.write(first.records.compactMap(\.report))
            let second = FileReading(InputFile(name: "r.json", bytes: json), .json)
            #expect(try ReportFormat.xml.write(second.records.compactMap(\.report)) == xml, "seed \(seed)")
        }
    }

    @Test func `come back from a collection in their order`() throws {
        let reports = Self.seeds.prefix(20).map { seed in
            var generator = RecordGenerator(seed: seed, size: 2)
            return generator.report()
        }
        for format in [ReportFormat.xml, .json, .ndjson, .akn] {
            let bytes = try format.write(reports, isCollection: true)
            let reading = FileReading(InputFile(name: "r", bytes: bytes), format)
            #expect(reading.records.compactMap(\.report) == reports)
            #expect(reading.records.map(\.index) == Array(0..<20))
        }
    }
}
