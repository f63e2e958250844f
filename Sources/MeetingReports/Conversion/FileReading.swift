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
        isCollection = records.count > 1 || format != .ndjson && records.contains { $0.index != nil }
        findings = (about + records.flatMap(\.findings)).inOrderOfInput
    }

    /// The reports, or nil where one of the records has none.
    var reports: [MeetingReport]? {
        let reports = records.compactMap(\.report)
        return reports.count == records.count && !reports.isEmpty ? reports : nil
    }

    /// Whether the records stand in a collection, or are several.
    let isCollection: Bool
}

extension [Finding] {
    /// The findings in the order of their places; those without one come last, and equal ones keep their order.
    var inOrderOfInput: [Finding] {
        let keys = enumerated().map { ($1.place.range?.start.offset ?? Int.max, $0) }
        return keys.sorted(by: <).map { self[$0.1] }
    }
}
