/// What the checks said of one input.
public struct ValidationResult: Sendable {
    /// What the checks said of one record of a file that can hold several.
    public struct Record: Hashable, Sendable {
        /// Its place among the records of the file, counted from 0.
        public var index: Int
        /// The record's own identifier.
        public var id: String?
        /// The verdict on it.
        public var verdict: Verdict
        /// Which of the result's findings are its own.
        public var findings: Range<Int>
    }

    /// The input's name as the caller gave it.
    public let file: String
    /// The name of the format that it was read as; nil where it could not be read.
    public var format: String?
    /// What identifies the input's bytes; nil where it could not be read.
    public var digest: InputDigest?
    /// The verdict.
    public var verdict: Verdict
    /// What was found: about the file, then about each record in the order of the input.
    public var findings: [Finding]
    /// How many records the input holds; 0 where only syntax was asked for.
    public var recordCount = 0
    /// The records one by one, where the file is of a form that can hold several.
    public var records: [Record] = []
    /// The checks that ran.
    public var checks: [PerformedCheck] = []
    /// The lines around the findings, for reports that show them; see ``excerpted(_:)``.
    public var excerpt = SourceExcerpt()
    /// The input; nil where it could not be read, or is no longer needed.
    public private(set) var source: InputFile?

    /// Checks every record of a file against the schema and the rules.
    public init(of file: InputFile, _ format: ReportFormat) {
        let reading = FileReading(file, format)
        self.init(file, format, findings: reading.findings)
        recordCount = reading.records.count
        if reading.records.isEmpty, reading.findings.isEmpty {
            findings = [
                Finding(.noRecord, message: "The file holds no record.", place: Place(file: file.name))
            ]
            verdict = .notChecked
        }
        if reading.isCollection { records = Self.records(of: reading) }
        checks = PerformedCheck.checks(of: reading.records)
    }

    /// Checks that a file follows the grammar of its format, of any vocabulary.
    public init(syntaxOf file: InputFile, _ format: ReportFormat) {
        self.init(file, format, findings: format.checkSyntax(file))
        checks = [PerformedCheck(.syntax, performed: 1)]
    }

    /// Says that an input could not be read.
    public init(unreadable file: String, _ error: InputError) {
        self.init(file: file, verdict: .failed, findings: [error.finding])
    }

    /// Says what is known from elsewhere.
    init(file: String, verdict: Verdict, findings: [Finding]) {
        self.file = file
        self.verdict = verdict
        self.findings = findings
    }

    private init(_ file: InputFile, _ format: ReportFormat, findings: [Finding]) {
        self.init(file: file.name, verdict: Verdict(checked: findings), findings: findings)
        self.format = format.name
        digest = InputDigest(of: file)
        source = file
    }

    /// The records of a reading, whose findings follow those about the file.
    private static func records(of reading: FileReading) -> [Record] {
        var start = reading.findings.count - reading.records.reduce(0) { $0 + $1.findings.count }
        return reading.records.enumerated().map { place, record in
            let end = start + record.findings.count
            defer { start = end }
            return Record(
                index: record.index ?? place, id: record.report?.id,
                verdict: Verdict(checked: record.findings),
                findings: start..<end)
        }
    }

    /// The result with other findings, and the verdicts that follow from them: the same ones in the same order, changed
    /// in their severity perhaps, and behind them further ones about the file.
    func with(_ findings: [Finding]) -> ValidationResult {
        var result = self
        result.findings = findings
        if verdict != .notChecked, verdict != .failed { result.verdict = Verdict(checked: findings) }
        for index in records.indices {
            result.records[index].verdict = Verdict(checked: findings[records[index].findings])
        }
        return result
    }

    /// The findings about the file as a whole.
    var fileFindings: [Finding] {
        guard let first = records.first, let last = records.last else { return findings }
        return Array(findings[..<first.findings.lowerBound] + findings[last.findings.upperBound...])
    }

    /// Which findings a report for people shows, if `limit` are the most: the gravest, in the order of the input.
    ///
    /// - Parameter limit: nil for all.
    func shown(_ limit: Int?) -> [Int] {
        guard let limit, findings.count > limit else { return Array(findings.indices) }
        let gravestFirst = findings.indices.sorted {
            (findings[$1].severity, $0) < (findings[$0].severity, $1)
        }
        return gravestFirst.prefix(limit).sorted()
    }

    /// The result with the lines around the findings that a report for people shows, and without the input itself.
    ///
    /// - Parameter limit: how many findings are shown at most; nil for all.
    public func excerpted(_ limit: Int?) -> ValidationResult {
        guard let source else { return self }
        var result = self
        result.excerpt = SourceExcerpt(around: shown(limit).map { findings[$0] }, in: source)
        result.source = nil
        return result
    }
}

/// What identifies the bytes of an input.
public struct InputDigest: Hashable, Sendable {
    /// The SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    public var sha256: String
    /// How many bytes there are.
    public var size: Int

    init(of file: InputFile) {
        self.init(sha256: Digest.sha256(file.bytes), size: file.bytes.count)
    }

    init(sha256: String, size: Int) {
        self.sha256 = sha256
        self.size = size
    }
}
