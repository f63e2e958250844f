import MeetingReports
import TestSupport
import Testing

@Suite struct `The samples` {
    private static let folder = "\(packageFolder)/Samples"

    @Test(arguments: [
        ("report.txt", ReportFormat.xml, "report.xml"), ("report.xml", .json, "report.json"),
        ("report.json", .xml, "report.xml"), ("records.ndjson", .xml, "collection.xml"),
        ("collection.xml", .ndjson, "records.ndjson"), ("report.txt", .akn, "report.akn.xml"),
        ("report.akn.xml", .xml, "report.xml"),
    ])
    func `are what the tool makes of each other`(input: String, target: ReportFormat, output: String) throws {
        let bytes = try InputFile(path: "\(Self.folder)/\(input)").bytes
        let file = InputFile(name: input, bytes: bytes)
        let conversion = try Conversion(of: file, from: ReportFormat.detect(file), to: [target])
        let expected = try InputFile(path: "\(Self.folder)/\(output)").bytes
        #expect(Golden.firstDifference(try #require(conversion.outputs.first).bytes, expected) == nil)
    }

    @Test(arguments: ["report.txt", "report.xml", "report.json", "records.ndjson", "collection.xml"])
    func `have no error`(name: String) throws {
        let file = try InputFile(path: "\(Self.folder)/\(name)")
        let result = ValidationResult(of: file, ReportFormat.detect(file))
        #expect(result.verdict == .needsReview)
        #expect(result.findings.map(\.code.description) == ["duplicate-paragraph-number"])
    }
}
