internal import Glibc

extension FindingCode {
    /// An input took longer than the limit.
    static let timeLimit = FindingCode("time-limit", .error, meansFailure: true)
}

/// What one input may ask for; one that asks for more fails alone.
public struct InputLimits: Sendable {
    /// The most bytes that are read.
    public var bytes = InputFile.sizeLimit
    /// The most seconds that reading, checking and writing may take; nil for any time.
    ///
    /// It is looked at between the steps and between the records of a collection, so that a single step can take longer.
    public var seconds: Int?

    /// No limit of time, and the largest size that can be read.
    public init() {}
}

/// A moment from which on an input has taken too long.
struct Deadline: Sendable {
    private let seconds: Int?
    private let end: Int

    /// The moment that limits set, counted from now.
    init(_ limits: InputLimits) {
        seconds = limits.seconds
        end = Self.now() + (limits.seconds ?? 0) * 1_000_000_000
    }

    /// Whether it has passed.
    var hasPassed: Bool { seconds != nil && Self.now() >= end }

    /// What is said of an input that took too long.
    func finding(_ file: String) -> Finding {
        Finding(
            .timeLimit,
            message: "The input took more than \(seconds ?? 0) seconds, the most that is allowed.",
            place: Place(file: file))
    }

    /// Looks whether it has passed.
    ///
    /// - Throws: an error that says so.
    func check(_ file: String) throws(InputError) {
        if hasPassed { throw InputError(finding(file)) }
    }

    private static func now() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec
    }
}
