extension ValidationResult {
    /// Checks every record of a stream, with the memory of a few of them and of what is found.
    ///
    /// - Parameters:
    ///   - shown: how many findings a report for people shows at most; nil for all.
    ///   - isIdentified: whether the input's digest is wanted.
    public init(
        of stream: RecordStream, _ jobs: OrderedWork, _ limits: InputLimits = InputLimits(), shown: Int?,
        isIdentified: Bool = true
    ) {
        if isIdentified { stream.beginDigest() }
        let deadline = Deadline(limits)
        var tally = StreamTally(shown: shown)
        stream.read(jobs, for: { _ in .verdict }, work: { CheckedChunk($0, $1, shown: shown) }) { chunk in
            tally.add(chunk)
            if deadline.hasPassed {
                tally.add(deadline.finding(stream.name))
                return false
            }
            return !chunk.reading.isFatal
        }
        self.init(
            file: stream.name, verdict: Verdict(checked: tally.findings), findings: tally.findings)
        format = stream.format.name
        digest = stream.digest
        recordCount = tally.records.count
        if tally.records.isEmpty, tally.findings.isEmpty {
            findings = [
                Finding(.noRecord, message: "The file holds no record.", place: Place(file: stream.name))
            ]
            verdict = .notChecked
        }
        if tally.records.count > 1 || stream.format != .ndjson && !tally.records.isEmpty {
            owners = tally.owners
            records = tally.records
        }
        excerpt = tally.excerpt
        checks = PerformedCheck.checks(judged: tally.judgedCount, made: tally.madeCount)
    }
}

/// What was found in a chunk of records.
private struct CheckedChunk: Sendable {
    /// What was read, without the reports.
    var reading: ChunkReading
    var ids: [String?]
    var madeCount = 0
    var excerpt: SourceExcerpt

    init(_ chunk: RecordChunk, _ reading: ChunkReading, shown: Int?) {
        self.reading = reading
        ids = reading.records.map(\.soundID)
        madeCount = reading.records.count(where: \.isSound)
        excerpt = chunk.excerpt(around: reading.findings, in: reading.file, limit: shown)
    }
}

/// Gathers what was found in the chunks.
private struct StreamTally {
    private let shown: Int?
    private var siblings = SiblingCounts()
    /// How many findings of each severity have their lines in the excerpt.
    private var excerpted: [Finding.Severity: Int] = [:]

    var findings: [Finding] = []
    var owners: [Int?] = []
    var records: [ValidationResult.Record] = []
    var excerpt = SourceExcerpt()
    var judgedCount = 0
    var madeCount = 0

    init(shown: Int?) {
        self.shown = shown
    }

    mutating func add(_ chunk: CheckedChunk) {
        let reading = chunk.reading.numbered(behind: records.count, siblings)
        let found = reading.findingsWithOwners
        // Lines are kept for as many findings of each severity as could be shown.
        let isShown = found.contains { finding, _ in
            shown.map { excerpted[finding.severity, default: 0] < $0 } ?? true
        }
        if isShown { excerpt.append(chunk.excerpt) }
        for (finding, owner) in found {
            excerpted[finding.severity, default: 0] += 1
            findings.append(finding)
            owners.append(owner.map { $0 + records.count })
        }
        for (number, record) in reading.records.enumerated() {
            if PerformedCheck.isJudged(record.findings) { judgedCount += 1 }
            records.append(
                .init(
                    index: record.index ?? records.count, id: chunk.ids[number],
                    verdict: Verdict(checked: record.findings)))
        }
        madeCount += chunk.madeCount
        siblings.add(reading.siblings)
    }

    mutating func add(_ finding: Finding) {
        findings.append(finding)
        owners.append(nil)
    }
}
