/// The laws of conversion, run on one file: each step with the digest of what it gave, or the first difference.
public struct Proof: Sendable {
    /// One step.
    struct Step: Sendable {
        /// What was done.
        var name: String
        /// Whether it gave back what it was given.
        var holds: Bool
        /// The digest, or what is different.
        var detail: String
    }

    /// The file's name.
    public let file: String
    /// The steps in the order in which they were run.
    let steps: [Step]

    /// Whether every step gave back what it was given.
    public var holds: Bool { steps.allSatisfy(\.holds) }

    /// Runs the laws on a file that holds one record or several.
    ///
    /// - Throws: an error where no sound record can be read from it.
    public init(of file: InputFile, _ format: ReportFormat) throws(InputError) {
        self.file = file.name
        let reading = FileReading(file, format)
        if let error = reading.findings.first(where: { $0.severity == .error }) { throw InputError(error) }
        guard let reports = reading.reports else {
            throw InputError(.noRecord(in: file.name, format))
        }
        var steps = [
            Step(name: "read \(format.name)", holds: true, detail: "sha256 \(Digest.sha256(file.bytes))")
        ]
        for (number, report) in reports.enumerated() {
            let prefix = reports.count > 1 ? "record \(number): " : ""
            if format == .text { steps.append(Self.printedText(report, file)) }
            steps.append(Self.roundTrip(report, .xml, prefix))
            steps.append(Self.roundTrip(report, .json, prefix))
            steps.append(Self.roundTrip(report, .akn, prefix))
            if format == .text { steps.append(Self.roundTrip(report, .text, prefix)) }
        }
        self.steps = steps
    }

    /// The steps as text for people.
    public var text: String {
        let width = steps.map(\.name.count).max() ?? 0
        let lines = steps.map { step in
            let padding = String(repeating: " ", count: width - step.name.count)
            return "  \(step.holds ? "ok  " : "FAIL")  \(step.name)\(padding)  \(step.detail)\n"
        }
        return file + "\n" + lines.joined()
    }

    /// Strips the tags and compares what remains with the text that was read.
    private static func printedText(_ report: MeetingReport, _ file: InputFile) -> Step {
        let comparison = SourceComparison(of: report, with: file.bytes)
        let dropped = comparison.droppedCount
        let kept = "every character" + (dropped > 0 ? " but \(dropped) such as may be dropped" : "")
        return Step(
            name: "printed text kept", holds: comparison.holds, detail: comparison.difference ?? kept)
    }

    /// Writes the record, reads it back, and compares; a text has lines of its own, so that those are left out.
    private static func roundTrip(_ report: MeetingReport, _ format: ReportFormat, _ prefix: String) -> Step {
        let name = "\(prefix)model to \(format.name) to model"
        let bytes: [UInt8]
        do {
            bytes = try format.write([report])
        } catch {
            return Step(name: name, holds: false, detail: error.finding.message)
        }
        let reading = FileReading(InputFile(name: "record.\(format.fileExtensions[0])", bytes: bytes), format)
        guard let again = reading.reports?.first else {
            return Step(
                name: name, holds: false, detail: reading.findings.first?.message ?? "Nothing was read.")
        }
        if let difference = RecordDifference(report, again, includingSource: format != .text) {
            return Step(
                name: name, holds: false,
                detail: "at \(difference.path): \(difference.first) became \(difference.second)")
        }
        return Step(name: name, holds: true, detail: "sha256 \(Digest.sha256(bytes))")
    }
}
