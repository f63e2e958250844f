extension FindingCode {
    /// Several records were to be written to a format that holds one.
    static let tooManyRecords = FindingCode("too-many-records", .error)
    /// A file holds no record.
    static let noRecord = FindingCode("no-record", .warning)
}

/// One file converted from a format to another, in memory.
public struct Conversion: Sendable {
    /// The output; nil where errors stand in the way.
    public let bytes: [UInt8]?
    /// What was found on the way.
    public let findings: [Finding]
    /// What became of every line of a text, in readable form; nil for other formats.
    public let ledger: [UInt8]?
    /// The input, for reports that show its lines.
    public let source: InputFile

    /// Reads, validates and writes; the output is only there when every record is valid.
    ///
    /// - Throws: an error where the records cannot be written in the target's format.
    public init(
        of file: InputFile, from: ReportFormat, to target: ReportFormat
    ) throws(InputError) {
        source = file
        let reading = FileReading(file, from)
        ledger = (reading.records.first?.ledger?.description.utf8).map(Array.init)
        guard !reading.findings.contains(where: { $0.severity == .error }) else {
            bytes = nil
            findings = reading.findings
            return
        }
        guard let reports = reading.reports else {
            throw InputError(
                Finding(.noRecord, message: "The file holds no record.", place: Place(file: file.name)))
        }
        guard reports.count == 1 || target.holdsSeveral else {
            throw InputError(
                Finding(
                    .tooManyRecords,
                    message: "The file holds \(reports.count) records, and a \(target.name) file holds one.",
                    place: Place(file: file.name)))
        }
        do throws(InputError) {
            bytes = try target.write(reports, isCollection: reading.isCollection)
            findings = reading.findings + (try target.notExpressed(reports).map { $0.at(file: file.name) })
        } catch {
            throw error.at(file: file.name)
        }
    }
}

extension Finding {
    /// The finding with the name of the input it came from, where it has none.
    func at(file: String) -> Finding {
        var finding = self
        finding.place.file = place.file ?? file
        return finding
    }
}

extension InputError {
    /// The error with the name of the input it came from.
    func at(file: String) -> InputError {
        InputError(finding.at(file: file))
    }
}
