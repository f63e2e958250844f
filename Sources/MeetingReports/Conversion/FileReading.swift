/// A file read whole: its records, and what was found about the file itself.
public struct FileReading: Sendable {
    /// The records in the order of the file.
    public let records: [RecordReading]
    /// What was found: about the file, then about each record.
    public let findings: [Finding]

    /// Reads the records of a file, checking each against the schema and the rules.
    public init(_ file: InputFile, _ format: ReportFormat) {
        var records: [RecordReading] = []
        let about = withoutActuallyEscaping({ records.append($0) }) { each in format.read(file, each) }
        self.records = records
        findings = about + records.flatMap(\.findings)
    }

    /// The reports, or nil where one of the records has none.
    var reports: [MeetingReport]? {
        let reports = records.compactMap(\.report)
        return reports.count == records.count && !reports.isEmpty ? reports : nil
    }

    /// Whether the records stand in a file that is made to hold several.
    var isCollection: Bool { records.contains { $0.index != nil } }
}
