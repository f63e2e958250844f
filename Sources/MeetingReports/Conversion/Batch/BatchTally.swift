/// What became of the inputs of a batch, counted.
public struct BatchTally: Sendable {
    /// An input of which nothing was written, and why.
    public struct Failure: Hashable, Sendable {
        /// The input's path.
        public var input: String
        /// How it ended.
        public var kind: BatchOutcome.Kind
        /// The first error, with its place.
        public var reason: String
    }

    /// A kind of finding.
    struct Code: Hashable, Sendable {
        var code: String
        var severity: Finding.Severity
    }

    /// How many inputs ended in each way.
    public private(set) var kinds: [BatchOutcome.Kind: Int] = [:]
    /// How many outputs there are.
    public private(set) var outputs = 0
    /// The first inputs of which nothing was written.
    public private(set) var failures: [Failure] = []
    /// How often each kind of finding was made.
    private(set) var findings: [Code: Int] = [:]
    /// How many failures are kept.
    private let limit: Int

    /// A count of nothing yet.
    ///
    /// - Parameter failures: how many failures are kept by name.
    public init(failures limit: Int = 20) {
        self.limit = limit
    }

    /// Counts an outcome.
    public mutating func add(_ outcome: BatchOutcome) {
        kinds[outcome.kind, default: 0] += 1
        outputs += outcome.outputs.count
        for count in outcome.findings {
            findings[Code(code: count.code, severity: count.severity), default: 0] += count.count
        }
        guard !outcome.kind.isDone, failures.count < limit else { return }
        failures.append(
            Failure(input: outcome.input, kind: outcome.kind, reason: outcome.reason ?? outcome.kind.rawValue)
        )
    }

    /// How many inputs were counted.
    public var count: Int { kinds.values.reduce(0, +) }

    /// Of how many inputs nothing was written.
    public var failureCount: Int { kinds.filter { !$0.key.isDone }.values.reduce(0, +) }

    /// The findings by code, the gravest first and then by code.
    var sortedFindings: [(code: Code, count: Int)] {
        findings.map { ($0.key, $0.value) }.sorted {
            ($1.0.severity, $0.0.code) < ($0.0.severity, $1.0.code)
        }
    }

    /// The counts as a grid for people: inputs by how they ended, findings by code, failures by name.
    public var text: String {
        var text = ReportTally.counted(count, "input") + ", " + ReportTally.counted(outputs, "output") + "\n"
        text += Self.grid(
            BatchOutcome.Kind.allCases.compactMap { kind in
                kinds[kind].map { [kind.rawValue, ReportTally.grouped($0)] }
            })
        if !findings.isEmpty {
            text += "findings\n"
            text += Self.grid(
                sortedFindings.map {
                    [$0.code.code, $0.code.severity.rawValue, ReportTally.grouped($0.count)]
                })
        }
        if !failures.isEmpty {
            text += "not converted\n"
            for failure in failures {
                text += "  \(PrintableText.line(FilePath.shown(failure.input))): \(failure.kind.rawValue)\n"
            }
            let more = failureCount - failures.count
            if more > 0 { text += "  and \(ReportTally.grouped(more)) more\n" }
        }
        return text
    }

    /// Rows whose cells stand below each other, the last one, a number, to the right.
    private static func grid(_ rows: [[String]]) -> String {
        guard let columns = rows.first?.count else { return "" }
        let widths = (0..<columns).map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].utf8.count)
                return column == columns - 1 ? space + row[column] : row[column] + space
            }
            return "  " + cells.joined(separator: "  ") + "\n"
        }.joined()
    }
}
