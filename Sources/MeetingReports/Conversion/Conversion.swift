extension FindingCode {
    /// Several records were to be written to a format that holds one.
    static let tooManyRecords = FindingCode("too-many-records", .error)
    /// A file holds no record.
    static let noRecord = FindingCode("no-record", .warning)
}

/// One file converted from a format to others, in memory.
public struct Conversion: Sendable {
    /// A format, and the file in it.
    public struct Output: Sendable {
        /// The format.
        public let format: ReportFormat
        /// The bytes of the file.
        public let bytes: [UInt8]
    }

    /// The outputs, in the order in which they were asked for; none where errors stand in the way.
    public let outputs: [Output]
    /// What the checks said of the input, and what an output cannot show.
    public let result: ValidationResult
    /// What became of every line of a text, in readable form; nil for other formats.
    public let ledger: [UInt8]?
    /// The records that were written; none where errors stand in the way.
    let reports: [MeetingReport]

    /// Reads, validates and writes; there are only outputs when every record is valid and can be written in each format.
    ///
    /// - Throws: an error where the records cannot be written in one of the formats.
    public init(
        of file: InputFile, from: ReportFormat, to targets: [ReportFormat],
        _ limits: InputLimits = InputLimits()
    ) throws(InputError) {
        var allowance = Allowance(limits)
        let reading = FileReading(file, from, &allowance)
        var result = ValidationResult(of: file, from, reading)
        ledger = (reading.records.first?.ledger?.description.utf8).map(Array.init)
        guard !result.findings.contains(where: { $0.severity == .error }) else {
            outputs = []
            reports = []
            self.result = result
            return
        }
        guard let reports = reading.reports else {
            throw InputError(.noRecord(in: file.name, from))
        }
        var outputs: [Output] = []
        var notExpressed: [Finding] = []
        for target in targets {
            guard reports.count == 1 || target.holdsSeveral else {
                throw InputError(
                    Finding(
                        .tooManyRecords,
                        message:
                            "The file holds \(reports.count) records, and a \(target.name) file holds one.",
                        place: Place(file: file.name)))
            }
            do throws(InputError) {
                let bytes = try target.write(reading, from: from)
                outputs.append(Output(format: target, bytes: bytes))
                notExpressed += try target.notExpressed(reports).map { $0.at(file: file.name) }
            } catch {
                throw error.at(file: file.name)
            }
            try allowance.check(file.name)
        }
        if !notExpressed.isEmpty { result = result.with(result.findings + notExpressed) }
        self.outputs = outputs
        self.result = result
        self.reports = reports
    }

    /// Reads an output back from the file that it was written to, and says how it is different; nil where it is not.
    public func difference(from output: Output, readBackFrom path: String) -> String? {
        Self.difference(reports, from: output, readBackFrom: path)
    }

    /// Reads records back from the file that they were written to, and says how they are different; nil where they are not.
    static func difference(
        _ reports: [MeetingReport], from output: Output, readBackFrom path: String
    ) -> String? {
        let file: InputFile
        do {
            file = try InputFile(path: path)
        } catch {
            return error.finding.message
        }
        guard file.bytes == output.bytes else { return "its bytes are others." }
        let reading = FileReading(file, output.format)
        if let error = reading.findings.first(where: { $0.severity == .error }) { return error.message }
        let again = reading.reports ?? []
        guard again.count == reports.count else {
            return "it holds \(again.count) records, and \(reports.count) were written."
        }
        for (report, again) in zip(reports, again) {
            // A text has lines and a source of its own.
            let isText = output.format == .text
            if let difference = RecordDifference(report, again, includingSource: !isText) {
                return "at \(difference.path) \(difference.first) became \(difference.second)."
            }
        }
        return nil
    }
}

extension Finding {
    /// Says that a file holds no record; of a collection, that it has none.
    static func noRecord(
        in file: String, _ format: ReportFormat, message: String = "The file holds no record."
    ) -> Finding {
        let isCollection = format == .xml || format == .json
        let place = Place(
            file: file, range: .beginning, xpath: isCollection ? "/\(ElementName.collection.name)" : nil,
            jsonPointer: isCollection ? "" : nil)
        return Finding(.noRecord, message: message, place: place)
    }

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
