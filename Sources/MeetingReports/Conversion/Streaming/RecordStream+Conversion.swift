extension RecordStream {
    /// How many records a conversion wrote and left out.
    public struct Summary: Sendable {
        /// How many records the input holds, as far as it was read.
        public var recordCount = 0
        /// How many of them are not in the output, since they are not valid.
        public var leftOutCount = 0
        /// The gravest finding; nil where there is none.
        public var gravest: Finding.Severity?
        /// Whether the input was read to its end, and holds a record.
        public var isWhole = true

        /// Whether everything was read and is valid.
        public var isGood: Bool { isWhole && leftOutCount == 0 && gravest != .error }

        /// Nothing yet.
        public init() {}
    }

    /// Converts the records: those that are valid are written as they come, the others are told and left out.
    ///
    /// - Parameters:
    ///   - target: the format to write, one that ``ReportFormat/isWrittenAsStream``.
    ///   - report: takes what was found about a chunk of records, as text for people.
    ///   - write: takes the output piece by piece; what it throws ends the conversion.
    public func convert(
        to target: ReportFormat, _ jobs: OrderedWork, _ options: ConversionOptions = ConversionOptions(),
        report: (String) -> Void, write: ([UInt8]) throws(OutputError) -> Void
    ) throws(OutputError) -> Summary {
        guard let form = target.stream else {
            preconditionFailure("\(target.name) is not written as a stream")
        }
        var sink = ConversionSink(options, name)
        var failure: OutputError?
        read(jobs, for: .report, work: { ConvertedChunk($0, $1, target, form, options) }) { chunk in
            sink.take(chunk)
            if !sink.text.isEmpty { report(sink.text) }
            do throws(OutputError) {
                if let alone = chunk.alone {
                    try write(alone)
                } else if !chunk.output.isEmpty {
                    if !sink.hasBegun { try write(form.head) }
                    sink.hasBegun = true
                    try write(chunk.output)
                }
            } catch {
                failure = error
            }
            return failure == nil && sink.summary.isWhole
        }
        if let failure { throw failure }
        if sink.hasBegun { try write(form.tail) }
        sink.end()
        if !sink.text.isEmpty { report(sink.text) }
        return sink.summary
    }

    /// What a conversion shows and allows.
    public struct ConversionOptions: Sendable {
        /// The least grave findings that are shown.
        public var shownSeverity = Finding.Severity.info
        /// How many findings are shown; nil for all.
        public var maxFindings: Int?
        /// What the input may ask for.
        public var limits: InputLimits

        /// Shows everything.
        public init(
            shownSeverity: Finding.Severity = .info, maxFindings: Int? = nil,
            limits: InputLimits = InputLimits()
        ) {
            self.shownSeverity = shownSeverity
            self.maxFindings = maxFindings
            self.limits = limits
        }
    }
}

/// A chunk of records written in another format.
private struct ConvertedChunk: Sendable {
    /// The valid records, one after another.
    var output: [UInt8] = []
    /// The only record of an input that need not hold several, as a file of its own.
    var alone: [UInt8]?
    /// What was read, without the reports.
    var reading: ChunkReading
    /// Where each record begins.
    var starts: [TextPosition?] = []
    /// Which records are not written.
    var leftOut: [Int] = []
    var excerpt: SourceExcerpt

    init(
        _ chunk: RecordChunk, _ reading: ChunkReading, _ target: ReportFormat, _ form: StreamForm,
        _ options: RecordStream.ConversionOptions
    ) {
        self.reading = reading
        let isAlone = chunk.isFirst && chunk.isLast && chunk.rootEnd.isEmpty && reading.records.count == 1
        let index = chunk.index
        for (number, record) in reading.records.enumerated() {
            self.reading.records[number].report = nil
            let start = record.start.map { index.position(at: $0) }
            do throws(InputError) {
                guard let report = record.report, record.findings.allSatisfy({ $0.severity != .error }) else {
                    leftOut.append(number)
                    starts.append(start)
                    continue
                }
                if isAlone { alone = try target.write([report]) } else { try form.write(report, &output) }
            } catch {
                self.reading.records[number].findings.append(error.finding)
                leftOut.append(number)
                starts.append(start)
            }
        }
        excerpt = chunk.excerpt(
            around: self.reading.findings, in: self.reading.file, limit: options.maxFindings)
    }
}

/// Counts what was converted, and words what is to be said of it.
private struct ConversionSink {
    private let options: RecordStream.ConversionOptions
    private let name: String
    private let deadline: Deadline
    private var siblings = SiblingCounts()
    private var shownCount = 0
    private var hiddenCount = 0

    var summary = RecordStream.Summary()
    var hasBegun = false
    /// What is to be said of the chunk that was taken last.
    var text = ""

    init(_ options: RecordStream.ConversionOptions, _ name: String) {
        self.options = options
        self.name = name
        deadline = Deadline(options.limits)
    }

    mutating func take(_ chunk: ConvertedChunk) {
        text = ""
        var reading = chunk.reading.numbered(behind: summary.recordCount, siblings)
        if deadline.hasPassed {
            reading.about.append(deadline.finding(name))
            reading.isFatal = true
        }
        for finding in reading.findings {
            summary.gravest = max(summary.gravest ?? finding.severity, finding.severity)
            guard finding.severity >= options.shownSeverity else { continue }
            if let limit = options.maxFindings, shownCount >= limit {
                hiddenCount += 1
            } else {
                shownCount += 1
                text += FindingText().text(finding, chunk.excerpt)
            }
        }
        for (number, start) in zip(chunk.leftOut, chunk.starts) {
            guard options.maxFindings.map({ summary.leftOutCount < $0 }) ?? true else { break }
            let record = reading.records[number]
            let id = record.id.map { " (\"\($0)\")" } ?? ""
            let place = start.map { ", which begins at line \($0.line), byte \($0.offset)," } ?? ""
            text +=
                PrintableText.line(
                    "\(name): record \((record.index ?? number) + 1)\(id)\(place) is not written.") + "\n"
        }
        summary.recordCount += reading.records.count
        summary.leftOutCount += chunk.leftOut.count
        siblings.add(reading.siblings)
        if reading.isFatal { summary.isWhole = false }
    }

    mutating func end() {
        text = ""
        if hiddenCount > 0 {
            text += "\(PrintableText.line(name)): and \(hiddenCount) more findings that are not shown.\n"
        }
        if summary.recordCount == 0, summary.gravest != .error {
            let finding = Finding(
                .noRecord, message: "The file holds no record.", place: Place(file: name))
            summary.isWhole = false
            text += FindingText().text([finding])
        }
        if summary.leftOutCount > 0 {
            text +=
                "\(PrintableText.line(name)): \(summary.leftOutCount) of \(summary.recordCount) records are not valid and not written.\n"
        }
    }
}
