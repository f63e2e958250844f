internal import Glibc

extension FindingCode {
    /// An input took longer than the limit.
    static let timeLimit = FindingCode("time-limit", .error, meansFailure: true)
    /// More was found in an input than the limit.
    static let findingLimit = FindingCode("finding-limit", .error, meansFailure: true)
}

/// What one input may ask for; one that asks for more fails alone.
public struct InputLimits: Sendable {
    /// The most bytes that are read.
    public var bytes = InputFile.sizeLimit
    /// The most seconds that reading, checking and writing may take; nil for any time.
    ///
    /// It is looked at between the steps and between the records of a collection, so that a single step can take longer.
    public var seconds: Int?
    /// The most findings that an input may have; nil for any number.
    ///
    /// It is looked at between the records of a collection: those of the record that is one too many are still told.
    public var findings: Int?

    /// No limit of time or findings, and the largest size that can be read.
    public init() {}
}

/// What is left of the time and the findings that an input may take.
struct Allowance: Sendable {
    private let limits: InputLimits
    private let end: Int
    private var findingCount = 0

    /// The whole of what limits allow, from now on.
    init(_ limits: InputLimits) {
        self.limits = limits
        end = Self.now() + (limits.seconds ?? 0) * 1_000_000_000
    }

    /// Counts findings.
    mutating func take(findings count: Int) { findingCount += count }

    /// Whether nothing is left.
    var isUsedUp: Bool { isOutOfTime || isOutOfFindings }

    /// What is said of an input that took too much; nil where it did not.
    func breach(_ file: String) -> Finding? {
        if isOutOfTime {
            return Finding(
                .timeLimit,
                message: "The input took more than \(limits.seconds ?? 0) seconds, the most that is allowed.",
                place: Place(file: file))
        }
        guard isOutOfFindings else { return nil }
        return Finding(
            .findingLimit,
            message:
                "The input has more than \(limits.findings ?? 0) findings, the most that is allowed; it is given up.",
            place: Place(file: file))
    }

    /// Looks whether anything is left.
    ///
    /// - Throws: an error that says what was used up.
    func check(_ file: String) throws(InputError) {
        if let breach = breach(file) { throw InputError(breach) }
    }

    private var isOutOfTime: Bool { limits.seconds != nil && Self.now() >= end }

    private var isOutOfFindings: Bool { limits.findings.map { findingCount > $0 } ?? false }

    private static func now() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec
    }
}
