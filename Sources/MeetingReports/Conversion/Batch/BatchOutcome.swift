/// What became of one input of a batch.
public struct BatchOutcome: Hashable, Sendable {
    /// How it ended.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Its outputs were written.
        case converted
        /// Its outputs were written by an earlier run, and are as they were then.
        case unchanged
        /// Its outputs were there already, and were kept as they are.
        case skipped
        /// Some of its records have errors, and only the others were written.
        case incomplete
        /// The record has errors, and nothing was written.
        case invalid
        /// It could not be read or judged, or broke a limit.
        case failed
        /// An output could not be written, or must not replace what is there.
        case notWritten = "not written"

        /// Whether there is an output that can be relied on.
        public var isDone: Bool {
            switch self {
            case .converted, .unchanged, .skipped: true
            case .incomplete, .invalid, .failed, .notWritten: false
            }
        }
    }

    /// A file that was written.
    public struct Output: Hashable, Sendable {
        /// Its path.
        public var path: String
        /// The name of its format, or `receipt`.
        public var format: String
        /// What identifies its bytes.
        public var digest: InputDigest
    }

    /// How often something was found.
    public struct Count: Hashable, Sendable {
        /// The code of the findings.
        public var code: String
        /// How grave they are.
        public var severity: Finding.Severity
        /// How many there are.
        public var count: Int
    }

    /// The input's path.
    public var input: String
    /// What identifies the input's bytes; nil where they were not read.
    public var digest: InputDigest?
    /// The name of the format that it was read as.
    public var format: String?
    /// How it ended.
    public var kind: Kind
    /// What was written.
    public var outputs: [Output] = []
    /// What was found, by code in the order of the codes.
    public var findings: [Count] = []
    /// Why nothing was written: the first error with its place; nil where all went well.
    public var reason: String?
    /// How long it took.
    public var milliseconds = 0

    /// Whether something as grave was found.
    public func hasFinding(atLeast severity: Finding.Severity) -> Bool {
        findings.contains { $0.severity >= severity }
    }
}

/// Counts findings by code and severity.
struct FindingCounts {
    private struct Kind: Hashable {
        let code: String
        let severity: Finding.Severity
    }

    private var byKind: [Kind: Int] = [:]

    /// Counts a finding.
    mutating func add(_ finding: Finding) {
        byKind[Kind(code: finding.code.description, severity: finding.severity), default: 0] += 1
    }

    /// Adds what was counted before.
    mutating func add(_ count: BatchOutcome.Count) {
        byKind[Kind(code: count.code, severity: count.severity), default: 0] += count.count
    }

    /// The counts by code in the order of the codes.
    var counts: [BatchOutcome.Count] {
        byKind.map { BatchOutcome.Count(code: $0.key.code, severity: $0.key.severity, count: $0.value) }
            .sorted { ($0.code, $1.severity) < ($1.code, $0.severity) }
    }
}

extension BatchOutcome.Count {
    /// Findings counted by code and severity.
    static func counts(of findings: [Finding]) -> [BatchOutcome.Count] {
        var counts = FindingCounts()
        for finding in findings { counts.add(finding) }
        return counts.counts
    }
}

extension JSONOutput {
    /// Writes the members of an outcome into the object that is open.
    mutating func outcome(_ outcome: BatchOutcome) {
        member("input", outcome.input)
        if let digest = outcome.digest { self.digest(digest) }
        member("format", ifPresent: outcome.format)
        member("outcome", outcome.kind.rawValue)
        array("outputs", outcome.outputs) { json, output in
            json.member("path", output.path)
            json.member("format", output.format)
            json.digest(output.digest)
        }
        array("findings", outcome.findings) { json, count in
            json.member("code", count.code)
            json.member("severity", count.severity.rawValue)
            json.member("count", count.count)
        }
        member("reason", ifPresent: outcome.reason)
        member("milliseconds", outcome.milliseconds)
    }

    /// Writes the members that identify bytes into the object that is open.
    mutating func digest(_ digest: InputDigest) {
        member("sha256", digest.sha256)
        member("size", digest.size)
    }
}

extension BatchOutcome {
    /// Reads an outcome from the object of a line; nil where a member is missing or is something else.
    init?(_ node: JSONNode) {
        guard let input = node["input"]?.string, let kind = (node["outcome"]?.string).flatMap(Kind.init),
            let outputs = node["outputs"], let findings = node["findings"],
            let milliseconds = node["milliseconds"]?.integer
        else { return nil }
        self.init(
            input: input, digest: InputDigest(node), format: node["format"]?.string, kind: kind,
            reason: node["reason"]?.string, milliseconds: milliseconds)
        for output in outputs.elements {
            guard let path = output["path"]?.string, let format = output["format"]?.string,
                let digest = InputDigest(output)
            else { return nil }
            self.outputs.append(Output(path: path, format: format, digest: digest))
        }
        for finding in findings.elements {
            guard let code = finding["code"]?.string, let count = finding["count"]?.integer,
                let severity = (finding["severity"]?.string).flatMap(Finding.Severity.init)
            else { return nil }
            self.findings.append(Count(code: code, severity: severity, count: count))
        }
    }
}

extension InputDigest {
    /// Reads the members that identify bytes.
    init?(_ node: JSONNode) {
        guard let sha256 = node["sha256"]?.string, let size = node["size"]?.integer else { return nil }
        self.init(sha256: sha256, size: size)
    }
}
