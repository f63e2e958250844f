/// A file read whole: its records, and what was found about the file itself.
public struct FileReading: Sendable {
    /// The records in the order of the file.
    public let records: [RecordReading]
    /// What was found, in the order of the input.
    public let findings: [Finding]
    /// The record that each finding is about, by its place in ``records``; nil for the file as a whole.
    let owners: [Int?]
    /// Errors that are only counted.
    var unlisted: [FindingCode: Int] {
        records.reduce(into: [:]) { $0.merge($1.unlisted, uniquingKeysWith: +) }
    }

    /// Reads the records of a file, checking each against the schema and the rules.
    public init(_ file: InputFile, _ format: ReportFormat) {
        self.init(file, format, InputLimits())
    }

    /// Reads the records of a file within limits; those that come behind them are left out, and a finding says so.
    init(
        _ file: InputFile, _ format: ReportFormat, _ limits: InputLimits, for use: RecordUse = .report
    ) {
        var allowance = Allowance(limits)
        self.init(file, format, &allowance, for: use)
    }

    /// Reads the records of a file within what is left of its limits.
    init(
        _ file: InputFile, _ format: ReportFormat, _ allowance: inout Allowance, for use: RecordUse = .report
    ) {
        var records: [RecordReading] = []
        var left = allowance
        let each = { (record: RecordReading) in
            guard !left.isUsedUp else { return }
            left.take(findings: record.findingCount)
            records.append(record)
        }
        var about = withoutActuallyEscaping(each) { each in format.read(file, use, each) }
        left.take(findings: about.count)
        if let breach = left.breach(file.name) { about.append(breach) }
        allowance = left
        self.records = records
        isCollection = records.count > 1 || format != .ndjson && records.contains { $0.index != nil }
        let found = about + records.flatMap(\.findings)
        let owners =
            about.map { _ in nil }
            + records.indices.flatMap { index in
                records[index].findings.map { _ in index as Int? }
            }
        let order = found.orderOfInput
        findings = order.map { found[$0] }
        self.owners = order.map { owners[$0] }
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
    var inOrderOfInput: [Finding] { orderOfInput.map { self[$0] } }

    /// The numbers of the findings in that order.
    var orderOfInput: [Int] {
        let keys = enumerated().map { ($1.place.range?.start.offset ?? Int.max, $0) }
        return keys.sorted(by: <).map(\.1)
    }
}
