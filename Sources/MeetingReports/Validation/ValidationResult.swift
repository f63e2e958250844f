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
    }

    /// The input's name as the caller gave it.
    public let file: String
    /// The name of the format that it was read as; nil where it could not be read.
    public var format: String?
    /// What identifies the input's bytes; nil where it could not be read, or nobody wanted it.
    ///
    /// Made when it is asked for while there is the ``source``: it costs more than all else of a small input.
    public var digest: InputDigest? {
        get { knownDigest ?? source.map(InputDigest.init(of:)) }
        set { knownDigest = newValue }
    }
    private var knownDigest: InputDigest?
    /// The verdict.
    public var verdict: Verdict
    /// What was found, in the order of the input.
    public var findings: [Finding]
    /// How many further errors of each code there are, where not all are listed.
    var unlisted: [FindingCode: Int] = [:]
    /// The record that each finding is about, by its place in ``records``; nil, or nothing, for the file as a whole.
    public var owners: [Int?] = []
    /// How many records the input holds; 0 where only syntax was asked for.
    public var recordCount = 0
    /// The records one by one, where the file is of a form that can hold several.
    public var records: [Record] = []
    /// The checks that ran.
    public var checks: [PerformedCheck] = []
    /// The lines around the findings, for reports that show them; see ``excerpted(_:isIdentified:)``.
    public var excerpt = SourceExcerpt()
    /// The input; nil where it could not be read, or is no longer needed.
    public private(set) var source: InputFile?

    /// Checks every record of a file against the schema and the rules.
    ///
    /// - Parameter listing: how many errors of a record against the schema are listed at most, and the others counted; nil
    ///   for all.
    public init(
        of file: InputFile, _ format: ReportFormat, _ limits: InputLimits = InputLimits(),
        listing: Int? = nil
    ) {
        self.init(
            of: file, format, FileReading(file, format, limits, for: .verdict(listing: listing)))
    }

    /// Says what the checks found while a file was read.
    init(of file: InputFile, _ format: ReportFormat, _ reading: FileReading) {
        self.init(file, format, findings: reading.findings)
        unlisted = reading.unlisted
        recordCount = reading.records.count
        if reading.records.isEmpty, reading.findings.isEmpty {
            findings = [.noRecord(in: file.name, format)]
            verdict = .notChecked
        }
        if reading.isCollection {
            owners = reading.owners
            records = reading.records.enumerated().map { place, record in
                Record(
                    index: record.index ?? place, id: record.soundID,
                    verdict: Verdict(checked: record.findings))
            }
        }
        checks = PerformedCheck.checks(of: reading.records)
        // The schema of Akoma Ntoso is not this library's; see ``init(akomaNtoso:schema:_:)``.
        if format == .akn { becomeUnchecked() }
    }

    /// Takes back that the file's own schema was asked: without it nothing is valid.
    private mutating func becomeUnchecked() {
        checks = checks.map { $0.kind == .schema ? PerformedCheck(.schema, performed: 0) : $0 }
        if verdict == .valid || verdict == .needsReview { verdict = .notChecked }
    }

    /// Checks that a file follows the grammar of its format, of any vocabulary.
    public init(syntaxOf file: InputFile, _ format: ReportFormat) {
        self.init(file, format, findings: format.checkSyntax(file))
        guard !findings.isEmpty || file.bytes.contains(where: { !$0.isXMLSpace }) else {
            findings = [
                Finding(
                    .noRecord, message: "The file holds nothing.",
                    place: Place(file: file.name, range: .beginning))
            ]
            verdict = .notChecked
            return
        }
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

    /// Says what was found in an input that was read.
    init(_ file: InputFile, _ format: ReportFormat, findings: [Finding]) {
        self.init(file: file.name, verdict: Verdict(checked: findings), findings: findings)
        self.format = format.name
        source = file
    }

    /// The result with other findings, and the verdicts that follow from them: the same ones in the same order, changed
    /// in their severity perhaps, and behind them further ones about the file.
    func with(_ findings: [Finding]) -> ValidationResult {
        var result = self
        result.findings = findings
        if verdict != .notChecked, verdict != .failed { result.verdict = Verdict(checked: findings) }
        for (index, own) in result.findingsOfRecords.enumerated() {
            result.records[index].verdict = Verdict(checked: own)
        }
        return result
    }

    /// The result, failed where it has more findings than the limits of an input allow.
    public func within(_ limits: InputLimits) -> ValidationResult {
        var allowance = Allowance(limits)
        allowance.take(findings: findings.count)
        guard let breach = allowance.breach(file), verdict != .failed else { return self }
        var result = with(findings + [breach])
        result.verdict = Verdict(checked: result.findings)
        return result
    }

    /// The record that a finding is about, by its place in ``records``.
    func owner(of finding: Int) -> Int? {
        finding < owners.count ? owners[finding] : nil
    }

    /// How many findings there are, listed or not.
    var findingCount: Int { unlisted.values.reduce(findings.count, +) }

    /// How many findings there are of each severity, listed or not.
    var severities: [Finding.Severity: Int] {
        unlisted.reduce(into: ReportTally.severities(of: findings)) {
            $0[$1.key.severity, default: 0] += $1.value
        }
    }

    /// The findings about the file as a whole.
    var fileFindings: [Finding] {
        findings.indices.filter { owner(of: $0) == nil }.map { findings[$0] }
    }

    /// The findings about each of the records.
    var findingsOfRecords: [[Finding]] {
        var own = [[Finding]](repeating: [], count: records.count)
        for (index, finding) in findings.enumerated() {
            if let owner = owner(of: index) { own[owner].append(finding) }
        }
        return own
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
    /// - Parameters:
    ///   - limit: how many findings are shown at most; nil for all.
    ///   - isIdentified: whether the input's digest is wanted later.
    public func excerpted(_ limit: Int?, isIdentified: Bool = true) -> ValidationResult {
        guard let source else { return self }
        var result = self
        if isIdentified { result.digest = digest }
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
