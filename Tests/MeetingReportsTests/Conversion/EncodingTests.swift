import TestSupport
import Testing

@testable import MeetingReports

/// Twelve real reports that were marked up by hand before the product existed.
@Suite(.enabled(if: SharedFolder.isThere, "the folder of real reports is not beside the project"))
struct `Reports marked up by hand` {
    private static let folder = "vocabulary/examples"
    static let names = SharedFolder.files(in: folder, ending: ".xml").map { String($0.dropLast(4)) }

    private func file(_ name: String) throws -> InputFile {
        try InputFile(path: "\(SharedFolder.path)/\(Self.folder)/\(name)")
    }

    private func report(_ name: String, _ format: ReportFormat) throws -> MeetingReport {
        let file = try file("\(name).\(format.fileExtensions[0])")
        let reading = FileReading(file, format)
        #expect(reading.findings.filter { $0.severity == .error } == [])
        return try #require(reading.records.first?.report)
    }

    @Test func `are twelve`() {
        #expect(Self.names.count == 12)
    }

    @Test(arguments: names)
    func `are valid and come back equal from XML and JSON`(name: String) throws {
        let report = try report(name, .xml)
        for format in [ReportFormat.xml, .json] {
            let reading = FileReading(InputFile(name: name, bytes: try format.write([report])), format)
            let again = try #require(reading.records.first?.report)
            #expect(RecordDifference(report, again) == nil)
            #expect(again == report)
        }
    }

    @Test(arguments: ["hrc-14-15", "hrc-corr1", "seed"])
    func `are the same record in XML and in JSON`(name: String) throws {
        #expect(try report(name, .xml) == report(name, .json))
    }

    @Test(arguments: names)
    func `hold every printed character of their source`(name: String) throws {
        // Each `.ranges` file is a JSON array: the source's path, and the first and last lines that were marked up.
        let ranges = try JSONDocument(file("\(name).ranges").bytes).root
        let parts = Array(ranges.elements)
        let source = try InputFile(
            path: "\(SharedFolder.path)/\(Self.folder)/\(try #require(parts[0].string))")
        let lines = parts[1].elements.compactMap { range in
            SourceLines(
                range.elements.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: "-"))
        }
        let covered = try #require(SourceLines(ranges: lines.flatMap(\.ranges)))
        let comparison = SourceComparison(of: try report(name, .xml), with: source.bytes, lines: covered)
        #expect(comparison.difference == nil)
    }
}
