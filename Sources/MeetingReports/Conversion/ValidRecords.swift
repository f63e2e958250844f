/// The valid records of a file that is read whole, and what is to be said of the file.
struct ValidRecords {
    /// The reports by the numbers of their records, counted from 1.
    var reports: [(number: Int, report: MeetingReport)] = []
    var summary = RecordStream.Summary()
    /// Messages for people; empty, or lines.
    var text: String

    init(of file: InputFile, _ format: ReportFormat, _ options: RecordStream.ConversionOptions) {
        let reading = FileReading(file, format, options.limits)
        let result = ValidationResult(of: file, format, reading)
        text = FindingText.text(result, atLeast: options.shownSeverity, limit: options.maxFindings)
        summary.recordCount = reading.records.count
        summary.findings = BatchOutcome.Count.counts(of: result.findings)
        for finding in result.findings { summary.note(finding) }
        let index = TextIndex(file.bytes)
        for (number, record) in reading.records.enumerated() {
            if let report = record.report, record.findings.allSatisfy({ $0.severity != .error }) {
                reports.append((number + 1, report))
            } else {
                leaveOut(record, number, in: file.name, index, options)
            }
        }
        // A finding about no record is about the file, of which something may be missing then.
        summary.isWhole =
            !reading.records.isEmpty
            && !zip(reading.findings, reading.owners).contains { $0.severity == .error && $1 == nil }
        if reading.records.count > 1 { text += summary.leftOut(of: file.name) }
    }

    /// Notes that a valid record could not be written.
    mutating func refuse(_ error: InputError) {
        summary.note(error.finding)
        summary.leftOutCount += 1
        text += FindingText().text([error.finding])
    }

    private mutating func leaveOut(
        _ record: RecordReading, _ number: Int, in file: String, _ index: TextIndex,
        _ options: RecordStream.ConversionOptions
    ) {
        // Where the file is one record, its findings say it all.
        if record.index != nil, options.maxFindings.map({ summary.leftOutCount < $0 }) ?? true {
            text += record.notWritten(in: file, number, record.start.map { index.position(at: $0) })
        }
        summary.leftOutCount += 1
    }
}
