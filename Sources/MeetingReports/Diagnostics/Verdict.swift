/// What became of an input.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The checks ran, and none found a warning or an error.
    case valid
    /// The checks ran and found nothing worse than warnings.
    case needsReview = "needs review"
    /// The checks found errors.
    case invalid
    /// There was nothing to check, or nobody asked for a check.
    case notChecked = "not checked"
    /// The input could not be read, or a limit was hit, so that nothing can be said of it.
    case failed

    /// The verdict on an input that was read and checked, by the gravest of its findings.
    public init(checked findings: some Sequence<Finding>) {
        var verdict = Verdict.valid
        for finding in findings {
            if finding.code.meansFailure {
                self = .failed
                return
            }
            if finding.severity == .error { verdict = .invalid }
            if finding.severity == .warning, verdict == .valid { verdict = .needsReview }
        }
        self = verdict
    }
}
