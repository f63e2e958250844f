/// What somebody makes of findings: which are grave, which fail a run, which are known.
public struct ValidationPolicy: Sendable {
    /// The severity from which on a finding fails a run.
    public var failOn: Finding.Severity = .error
    /// Other severities than those of the codes.
    public var severities: [String: Finding.Severity] = [:]
    /// Findings that are known and fail no run.
    public var baseline: Baseline?

    /// Creates the policy of the defaults.
    public init() {}

    /// The result as the policy has it: severities changed, known findings marked, entries of the baseline that are
    /// no longer met added.
    public func apply(to result: ValidationResult) -> ValidationResult {
        var findings = result.findings.map { finding in
            var finding = finding
            if let severity = severities[finding.code.description] { finding.severity = severity }
            return finding
        }
        if let baseline { findings = baseline.applied(to: findings, of: result.file) }
        return result.with(findings)
    }

    /// Whether a result fails the run: a finding that is grave enough and not known.
    public func isFailed(by result: ValidationResult) -> Bool {
        result.findings.contains { $0.severity >= failOn && !$0.isKnown }
    }

    /// Whether the severity of a code may be changed: what breaks syntax or schema is an error and stays one.
    public static func mayChange(_ code: String) -> Bool {
        RecordRules.codes.contains { $0.description == code }
    }
}
