/// Something found in an input: what it is, how grave, where, and what was allowed instead.
public struct Finding: Hashable, Sendable {
    /// How grave a finding is.
    public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
        /// Worth knowing; nothing is wrong.
        case info
        /// Somebody should look at it; the record is sound.
        case warning
        /// The record is not valid, or could not be read.
        case error

        /// Orders by gravity, information first.
        public static func < (left: Self, right: Self) -> Bool {
            left.gravity < right.gravity
        }

        private var gravity: Int {
            switch self {
            case .info: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// What was found, in a form that does not change between versions.
    public var code: FindingCode
    /// How grave it is.
    public var severity: Severity
    /// A plain sentence: what was found and what was expected.
    public var message: String
    /// The words of the library that found it, where it was not this one.
    public var detail: String?
    /// Where it was found.
    public var place: Place
    /// Further places that belong to it, such as the first of two equal numbers.
    public var related: [Related]
    /// Whether a baseline knows it, so that it fails no run.
    public var isKnown = false

    /// A further place that belongs to a finding.
    public struct Related: Hashable, Sendable {
        /// What is there.
        public var message: String
        /// Where.
        public var place: Place

        /// Creates a further place.
        public init(message: String, place: Place) {
            self.message = message
            self.place = place
        }
    }

    /// Creates a finding; its severity is that of its code where none is given.
    public init(
        _ code: FindingCode, severity: Severity? = nil, message: String, detail: String? = nil,
        place: Place = Place(), related: [Related] = []
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.message = message
        self.detail = detail
        self.place = place
        self.related = related
    }
}

/// A stable name for a kind of finding, with the severity it has unless somebody says otherwise.
///
/// Each code is declared beside the code that finds it.
public struct FindingCode: Hashable, Sendable, CustomStringConvertible {
    /// The code as printed, such as `schema-element`.
    public let description: String
    /// How grave findings of this code are.
    public let severity: Finding.Severity
    /// Whether a finding of this code says that the input was not judged: unreadable, over a limit, undecided.
    let meansFailure: Bool

    init(_ description: String, _ severity: Finding.Severity, meansFailure: Bool = false) {
        self.description = description
        self.severity = severity
        self.meansFailure = meansFailure
    }
}

/// Thrown where no record can be made of an input; the finding says why and where.
public struct InputError: Error, Hashable, Sendable {
    /// What stands in the way.
    public var finding: Finding

    /// Creates an error from what was found.
    public init(_ finding: Finding) {
        self.finding = finding
    }
}
