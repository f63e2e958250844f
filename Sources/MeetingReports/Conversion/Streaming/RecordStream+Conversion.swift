extension RecordStream {
    /// How many records a conversion wrote and left out.
    public struct Summary: Sendable {
        /// How many records the input holds, as far as it was read.
        public var recordCount = 0
        /// How many of them are not in the output, since they are not valid.
        public var leftOutCount = 0
        /// What was found, by code in the order of the codes.
        public var findings: [BatchOutcome.Count] = []
        /// The first error, with its place.
        var firstError: Finding?
        /// Whether something stood in the way of judging a record.
        var hasFailed = false
        /// Whether the input was read to its end, and holds a record.
        public var isWhole = true

        /// The gravest finding; nil where there is none.
        public var gravest: Finding.Severity? { findings.map(\.severity).max() }

        /// Whether everything was read and is valid.
        public var isGood: Bool { isWhole && leftOutCount == 0 && gravest != .error }

        /// Nothing yet.
        public init() {}

        /// Keeps what decides how the input ends.
        mutating func note(_ finding: Finding) {
            if finding.severity == .error, firstError == nil { firstError = finding }
            if finding.code.meansFailure { hasFailed = true }
        }
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
        try convert(to: [target], jobs, options, report: report) { _, bytes throws(OutputError) in
            try write(bytes)
        }
    }

    /// Converts the records to several formats at once; a record is written in all of them or in none.
    ///
    /// - Parameter write: takes the number of a format and a piece of the output in it.
    func convert(
        to targets: [ReportFormat], _ jobs: OrderedWork, _ options: ConversionOptions,
        report: (String) -> Void, write: (Int, [UInt8]) throws(OutputError) -> Void
    ) throws(OutputError) -> Summary {
        let forms = targets.compactMap(\.stream)
        precondition(forms.count == targets.count, "a format is not written as a stream")
        var hasBegun = false
        let summary = try convert(
            jobs, options, report: report, use: { $0.mayBeAlone ? .report : .output(forms) },
            work: { ConvertedChunk($0, $1, targets, forms, options) }
        ) { chunk throws(OutputError) in
            if let alone = chunk.alone {
                for (number, bytes) in alone.enumerated() { try write(number, bytes) }
            } else if chunk.outputs.contains(where: { !$0.isEmpty }) {
                if !hasBegun {
                    for (number, form) in forms.enumerated() { try write(number, form.head) }
                }
                hasBegun = true
                for (number, bytes) in chunk.outputs.enumerated() { try write(number, bytes) }
            }
        }
        if hasBegun {
            for (number, form) in forms.enumerated() { try write(number, form.tail) }
        }
        return summary
    }

    /// Adds the valid records to a collection that others are written to, before and behind them.
    ///
    /// - Parameter write: takes records in the stream's form of the format.
    func gather(
        to target: ReportFormat, _ form: StreamForm, _ jobs: OrderedWork, _ options: ConversionOptions,
        report: (String) -> Void, write: ([UInt8]) throws(OutputError) -> Void
    ) throws(OutputError) -> Summary {
        try convert(
            jobs, options, report: report, use: { _ in .output([form]) },
            work: { ConvertedChunk($0, $1, [target], [form], options) }
        ) { chunk throws(OutputError) in
            if !chunk.outputs[0].isEmpty { try write(chunk.outputs[0]) }
        }
    }

    /// Writes each valid record by itself, in several formats.
    ///
    /// - Parameter write: takes the record's number, counted from 1, and its bytes in each of the formats.
    func split(
        to targets: [ReportFormat], _ jobs: OrderedWork, _ options: ConversionOptions,
        report: (String) -> Void, write: (Int, SeparateRecord) throws(OutputError) -> Void
    ) throws(OutputError) -> Summary {
        var count = 0
        return try convert(
            jobs, options, report: report, use: { _ in .report },
            work: { SplitChunk($0, $1, targets, options) }
        ) { chunk throws(OutputError) in
            for (place, record) in chunk.records { try write(count + place + 1, record) }
            count += chunk.converted.reading.records.count
        }
    }

    private func convert<Chunk: ConvertedRecords>(
        _ jobs: OrderedWork, _ options: ConversionOptions, report: (String) -> Void,
        use: @escaping @Sendable (RecordChunk) -> RecordUse,
        work: @escaping @Sendable (RecordChunk, ChunkReading) -> Chunk,
        each: (Chunk) throws(OutputError) -> Void
    ) throws(OutputError) -> Summary {
        var sink = ConversionSink(options, name, format)
        var failure: OutputError?
        read(jobs, for: use, work: work) { chunk in
            sink.take(chunk.converted)
            if !sink.text.isEmpty { report(sink.text) }
            do throws(OutputError) {
                try each(chunk)
            } catch {
                failure = error
            }
            return failure == nil && sink.summary.isWhole
        }
        if let failure { throw failure }
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

extension RecordChunk {
    /// Whether the chunk may be an input of one record that is written as a file of its own: a collection never is.
    fileprivate var mayBeAlone: Bool { isFirst && isLast && rootEnd.isEmpty }
}

/// What became of a chunk of records, and what was found in it.
private protocol ConvertedRecords: Sendable {
    var converted: ConvertedChunk { get }
}

/// A chunk of records written in other formats.
private struct ConvertedChunk: ConvertedRecords {
    /// The valid records, one after another, in each format.
    var outputs: [[UInt8]]
    /// The only record of an input that need not hold several, as a file of its own in each format.
    var alone: [[UInt8]]?
    /// What was read, without the reports.
    var reading: ChunkReading
    /// Where each record that is not written begins.
    var starts: [TextPosition?] = []
    /// Which records are not written.
    var leftOut: [Int] = []
    var excerpt = SourceExcerpt()

    var converted: ConvertedChunk { self }

    init(
        _ chunk: RecordChunk, _ reading: ChunkReading, _ targets: [ReportFormat], _ forms: [StreamForm],
        _ options: RecordStream.ConversionOptions
    ) {
        var alone: [[UInt8]]?
        var outputs = [[UInt8]](repeating: [], count: forms.count)
        self.init(chunk, reading, options) { _, record throws(InputError) in
            guard let report = record.report else {
                for (number, bytes) in record.outputs.enumerated() { outputs[number] += bytes }
                return
            }
            if reading.records.count == 1 {
                alone = try targets.map { target throws(InputError) in try target.write([report]) }
                return
            }
            let sizes = outputs.map(\.count)
            do throws(InputError) {
                for (number, form) in forms.enumerated() { try form.write(report, &outputs[number]) }
            } catch {
                for number in forms.indices {
                    outputs[number].removeLast(outputs[number].count - sizes[number])
                }
                throw error
            }
        }
        self.alone = alone
        self.outputs = outputs
    }

    /// Takes the valid records, and notes those that are not, or that `write` refuses.
    init(
        _ chunk: RecordChunk, _ reading: ChunkReading, _ options: RecordStream.ConversionOptions,
        write: (Int, RecordReading) throws(InputError) -> Void
    ) {
        outputs = []
        self.reading = reading
        let index = chunk.index
        // Asked for only where it is told: the first place of a chunk takes a look at all its bytes.
        func start(of record: RecordReading) -> TextPosition? { record.start.map { index.position(at: $0) } }
        for (number, record) in reading.records.enumerated() {
            self.reading.records[number].report = nil
            self.reading.records[number].outputs = []
            do throws(InputError) {
                if record.isSound, record.findings.allSatisfy({ $0.severity != .error }) {
                    try write(number, record)
                    continue
                }
            } catch {
                var finding = error.finding.at(file: reading.file)
                let start = start(of: record)
                finding.place.range = finding.place.range ?? start.map { TextRange(start: $0, end: $0) }
                self.reading.records[number].findings.append(finding)
            }
            leftOut.append(number)
            starts.append(start(of: record))
        }
        excerpt = chunk.excerpt(
            around: self.reading.findings, in: self.reading.file, limit: options.maxFindings)
    }
}

/// A chunk of records, each written by itself.
private struct SplitChunk: ConvertedRecords {
    var converted: ConvertedChunk
    var records: [(place: Int, record: SeparateRecord)]

    init(
        _ chunk: RecordChunk, _ reading: ChunkReading, _ targets: [ReportFormat],
        _ options: RecordStream.ConversionOptions
    ) {
        var records: [(place: Int, record: SeparateRecord)] = []
        converted = ConvertedChunk(chunk, reading, options) { place, record throws(InputError) in
            guard let report = record.report else { return }
            records.append((place, try SeparateRecord(report, targets)))
        }
        self.records = records
    }
}

/// Counts what was converted, and words what is to be said of it.
private struct ConversionSink {
    private let options: RecordStream.ConversionOptions
    private let name: String
    private let format: ReportFormat
    private var allowance: Allowance
    private var siblings = SiblingCounts()
    private var shownCount = 0
    private var hiddenCount = 0

    var summary = RecordStream.Summary()
    private var found = FindingCounts()
    /// What is to be said of the chunk that was taken last.
    var text = ""

    init(_ options: RecordStream.ConversionOptions, _ name: String, _ format: ReportFormat) {
        self.options = options
        self.name = name
        self.format = format
        allowance = Allowance(options.limits)
    }

    mutating func take(_ chunk: ConvertedChunk) {
        text = ""
        var reading = chunk.reading.numbered(behind: summary.recordCount, siblings)
        var findings = reading.findings
        allowance.take(findings: findings.count)
        if let breach = allowance.breach(name) {
            findings.append(breach)
            reading.isFatal = true
        }
        for finding in findings {
            found.add(finding)
            summary.note(finding)
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
            text += reading.records[number].notWritten(in: name, number, start)
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
        if summary.recordCount == 0, summary.firstError == nil {
            let finding = Finding.noRecord(in: name, format)
            found.add(finding)
            summary.isWhole = false
            summary.hasFailed = true
            summary.firstError = finding
            text += FindingText().text([finding])
        }
        summary.findings = found.counts
        text += summary.leftOut(of: name)
    }
}

extension RecordReading {
    /// A line that says that the record is not written.
    func notWritten(in file: String, _ number: Int, _ start: TextPosition?) -> String {
        let id = id.map { " (\"\($0)\")" } ?? ""
        let place = start.map { ", which begins at line \($0.line), byte \($0.offset)," } ?? ""
        return PrintableText.line("\(file): record \((index ?? number) + 1)\(id)\(place) is not written.")
            + "\n"
    }
}

extension RecordStream.Summary {
    /// A line that says how many records are not written; empty where all are.
    func leftOut(of file: String) -> String {
        guard leftOutCount > 0 else { return "" }
        return
            "\(PrintableText.line(file)): \(leftOutCount) of \(recordCount) records are not valid and not written.\n"
    }
}
