internal import Glibc

/// The records of many inputs written to one output, in the order of the inputs, with the memory of a few of them.
public struct RecordGathering: Sendable {
    private let inputs: [String]
    private let from: ReportFormat?
    private let target: ReportFormat
    private let options: RecordStream.ConversionOptions

    /// Takes inputs by their paths.
    ///
    /// - Parameters:
    ///   - from: the format of all inputs, or nil where it is to be detected.
    ///   - target: the format to write, one that ``ReportFormat/isWrittenAsStream``.
    public init(
        _ inputs: [String], from: ReportFormat?, to target: ReportFormat,
        _ options: RecordStream.ConversionOptions
    ) {
        self.inputs = inputs
        self.from = from
        self.target = target
        self.options = options
    }

    /// What became of an input.
    private enum Gathered: Sendable {
        /// It was read whole: its records, and what is to be said of it.
        case file([UInt8], RecordStream.Summary, String)
        /// It is larger than what is held while others are waited for, and is read record by record when it is due.
        case due
    }

    /// How many bytes of an input are held while earlier ones are worked on.
    private static let heldSize = 1 << 20
    /// How many bytes weigh as much as a finding.
    private static let bytesPerFinding = 1 << 10

    /// Writes the valid records; the others are told and left out.
    ///
    /// - Parameters:
    ///   - shouldStop: asked before each input; once it says yes, no further one is read, and the summary is not whole.
    ///   - report: takes messages for people.
    ///   - progress: takes how many inputs are done, and how many of them are not good.
    ///   - write: takes the output piece by piece; what it throws ends the work.
    public func write(
        _ work: OrderedWork, shouldStop: @escaping @Sendable () -> Bool, report: (String) -> Void,
        progress: (_ done: Int, _ failed: Int) -> Void, write: ([UInt8]) throws(OutputError) -> Void
    ) throws(OutputError) -> RecordStream.Summary {
        guard let form = target.stream else {
            preconditionFailure("\(target.name) is not written as a stream")
        }
        var total = RecordStream.Summary()
        var failed = 0
        var failure: OutputError?
        try write(form.head)
        let done = work.run(
            count: inputs.count, shouldStop: shouldStop,
            weight: { if case .file(let bytes, _, _) = $0 { bytes.count / Self.bytesPerFinding } else { 0 } },
            work: { gathered(inputs[$0], form) }
        ) { index, gathered in
            do throws(OutputError) {
                let summary: RecordStream.Summary
                switch gathered {
                case .file(let bytes, let found, let text):
                    summary = found
                    if !text.isEmpty { report(text) }
                    try write(bytes)
                case .due: summary = try stream(inputs[index], form, work, report, write)
                }
                if !summary.isGood { failed += 1 }
                total.add(summary)
            } catch {
                failure = error
            }
            progress(index + 1, failed)
            return failure == nil
        }
        if let failure { throw failure }
        if done < inputs.count { total.isWhole = false }
        try write(form.tail)
        return total
    }

    private func gathered(_ path: String, _ form: StreamForm) -> Gathered {
        guard let status = FilePath.status(path), status.st_mode & S_IFMT == S_IFREG,
            status.st_size <= Self.heldSize
        else { return .due }
        do {
            let file = try InputFile(path: path, limit: options.limits.bytes)
            let (records, bytes) = written(file, from ?? ReportFormat.detect(file), form)
            return .file(bytes, records.summary, records.text)
        } catch {
            return .file([], .init(failed: error), FindingText().text([error.finding]))
        }
    }

    /// Reads an input that is due, record by record where it is of a form that can be read so.
    private func stream(
        _ path: String, _ form: StreamForm, _ work: OrderedWork, _ report: (String) -> Void,
        _ write: ([UInt8]) throws(OutputError) -> Void
    ) throws(OutputError) -> RecordStream.Summary {
        let opened: RecordStream.Opened
        do throws(InputError) {
            opened = try RecordStream.open(path, as: from, options.limits)
        } catch {
            report(FindingText().text([error.finding]))
            return .init(failed: error)
        }
        switch opened {
        case .stream(let stream):
            return try stream.gather(to: target, form, work, options, report: report, write: write)
        case .file(let file, let format):
            let (records, bytes) = written(file, format, form)
            if !records.text.isEmpty { report(records.text) }
            try write(bytes)
            return records.summary
        }
    }

    private func written(
        _ file: InputFile, _ format: ReportFormat, _ form: StreamForm
    ) -> (records: ValidRecords, bytes: [UInt8]) {
        var records = ValidRecords(of: file, format, options)
        var bytes: [UInt8] = []
        for (_, report) in records.reports {
            let size = bytes.count
            do throws(InputError) {
                try form.write(report, &bytes)
            } catch {
                bytes.removeLast(bytes.count - size)
                records.refuse(error.at(file: file.name))
            }
        }
        return (records, bytes)
    }
}

extension RecordStream.Summary {
    /// What is to be said of an input that could not be read.
    fileprivate init(failed error: InputError) {
        note(error.finding)
        findings = BatchOutcome.Count.counts(of: [error.finding])
        isWhole = false
    }

    /// Adds what became of another input; one that is not whole leaves out what could not be read of it.
    fileprivate mutating func add(_ other: Self) {
        recordCount += other.recordCount
        leftOutCount += other.leftOutCount + (other.isWhole ? 0 : 1)
        findings = (findings + other.findings).summed
    }
}

extension [BatchOutcome.Count] {
    /// The counts with one of each code and severity.
    fileprivate var summed: Self {
        var sums = FindingCounts()
        for count in self { sums.add(count) }
        return sums.counts
    }
}
