/// A check that ran, and on how much.
public struct PerformedCheck: Hashable, Sendable {
    /// What a check asks.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Whether the file follows the grammar of its format; asked once for a file.
        case syntax
        /// Whether a record is valid against the schema.
        case schema
        /// Whether a record keeps one of the rules beyond the schema.
        case rule
    }

    /// What it asks.
    public var kind: Kind
    /// The rule's code; nil for other checks.
    public var code: String?
    /// On how many files or records it ran to its end.
    public var performed: Int

    init(_ kind: Kind, code: String? = nil, performed: Int) {
        self.kind = kind
        self.code = code
        self.performed = performed
    }

    /// The checks that reading the records of a file performs.
    static func checks(of records: [RecordReading]) -> [PerformedCheck] {
        checks(
            judged: records.count { isJudged($0.findings) }, made: records.count(where: \.isSound))
    }

    /// The checks performed on records of which so many were judged by the schema, and so many gave a report.
    static func checks(judged: Int, made: Int) -> [PerformedCheck] {
        [PerformedCheck(.syntax, performed: 1), PerformedCheck(.schema, performed: judged)]
            + ruleCodes.map { PerformedCheck(.rule, code: $0, performed: made) }
    }

    private static let ruleCodes = RecordRules.codes.map(\.description)

    /// Whether findings about a record leave a check by the schema possible: no failure, and no error of syntax.
    static func isJudged(_ findings: [Finding]) -> Bool {
        !findings.contains { $0.code.meansFailure || Kind(of: $0) == .syntax && $0.severity == .error }
    }

    /// How many of some findings the check made.
    func count(in findings: [Finding]) -> Int {
        findings.count { finding in
            kind == .rule ? finding.code.description == code : Kind(of: finding) == kind
        }
    }
}

extension PerformedCheck.Kind {
    private static let ruleCodes = Set(RecordRules.codes.map(\.description))
    private static let schemaCodes: Set<String> = ["json-shape", "record-namespace", "record-version"]

    /// The kind of check that a finding comes from; nil for what a baseline says of itself.
    init?(of finding: Finding) {
        let code = finding.code.description
        if code == FindingCode.baselineNotMet.description { return nil }
        if Self.ruleCodes.contains(code) {
            self = .rule
        } else if code.utf8.starts(with: "schema-".utf8) || Self.schemaCodes.contains(code) {
            self = .schema
        } else {
            self = .syntax
        }
    }
}
