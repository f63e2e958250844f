/// A form in which results are reported: an entry in the table of forms.
public struct ReportForm: Sendable {
    /// The name by which it is asked for, such as `sarif`.
    public let name: String
    /// What it is, for help texts.
    public let summary: String
    /// The media type of what is written.
    public let mediaType: String

    /// Whether it names the digests of the inputs.
    public var identifiesInputs = false
    /// Whether it holds all findings, however many there are.
    public var isWhole = false

    let writer: @Sendable (ReportSettings) -> any ReportWriter

    /// The forms, in the order in which help texts list them.
    public static let all: [ReportForm] = [
        ReportForm(name: "text", summary: "for people", mediaType: "text/plain; charset=utf-8") {
            TextReport($0)
        },
        ReportForm(
            name: "json", summary: "one JSON document", mediaType: "application/json", identifiesInputs: true,
            isWhole: true
        ) {
            JSONReport($0)
        },
        ReportForm(
            name: "jsonl", summary: "JSON, a line for each input", mediaType: "application/jsonl",
            identifiesInputs: true, isWhole: true
        ) {
            JSONLinesReport($0)
        },
        ReportForm(
            name: "sarif", summary: "SARIF 2.1.0", mediaType: "application/sarif+json",
            identifiesInputs: true,
            isWhole: true
        ) {
            SARIFReport($0)
        },
        ReportForm(name: "junit", summary: "JUnit XML", mediaType: "application/xml", isWhole: true) {
            JUnitReport($0)
        },
        ReportForm(
            name: "github", summary: "workflow commands of GitHub", mediaType: "text/plain; charset=utf-8"
        ) {
            GitHubReport($0)
        },
        ReportForm(
            name: "html", summary: "a page", mediaType: "text/html; charset=utf-8", identifiesInputs: true
        ) {
            HTMLReport($0)
        },
    ]

    /// The form of that name, or nil.
    public static func named(_ name: String) -> ReportForm? {
        all.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
}

/// What the writers of reports have to know.
public struct ReportSettings: Sendable {
    /// What made the results; it is made when a report asks for it, since text never does.
    public var producer: ReportProducer { makeProducer() }
    private let makeProducer: @Sendable () -> ReportProducer
    /// How many findings of an input the forms for people show; nil for all.
    ///
    /// Forms for machines always hold all.
    public var maxFindings: Int?
    /// Whether text is coloured, for a terminal.
    public var usesColor: Bool
    /// Whether text leaves out the inputs of which there is nothing to say.
    public var isQuiet: Bool
    /// Whether text ends with how often each code was found.
    public var showsStatistics: Bool

    /// Creates settings.
    public init(
        producer: @autoclosure @escaping @Sendable () -> ReportProducer = .current, maxFindings: Int? = 100,
        usesColor: Bool = false, isQuiet: Bool = false, showsStatistics: Bool = false
    ) {
        self.isQuiet = isQuiet
        self.showsStatistics = showsStatistics
        makeProducer = producer
        self.maxFindings = maxFindings
        self.usesColor = usesColor
    }
}

/// A report that is being written: results go in, bytes come out as soon as the form allows.
public struct Report {
    private var writer: any ReportWriter
    private var hasBegun = false

    /// Begins a report of a form.
    public init(_ form: ReportForm, _ settings: ReportSettings) {
        writer = form.writer(settings)
    }

    /// Takes the next result, which should hold an excerpt already, and returns the bytes that can be written now.
    public mutating func add(_ result: ValidationResult) -> [UInt8] {
        // Not put together where there is nothing to put together: the bytes of many findings are many.
        hasBegun ? writer.add(result) : begun() + writer.add(result)
    }

    /// Ends the report and returns the rest of its bytes.
    ///
    /// - Parameter exitCode: how the run ended; nil where it did not.
    public mutating func finish(exitCode: Int?) -> [UInt8] {
        begun() + writer.finish(exitCode: exitCode)
    }

    private mutating func begun() -> [UInt8] {
        defer { hasBegun = true }
        return hasBegun ? [] : writer.begin()
    }
}

/// Writes results in one form; each call returns the bytes that can be written by then.
protocol ReportWriter {
    /// What stands before the first result.
    mutating func begin() -> [UInt8]
    /// Takes a result.
    mutating func add(_ result: ValidationResult) -> [UInt8]
    /// What stands after the last result.
    mutating func finish(exitCode: Int?) -> [UInt8]
}

extension ReportWriter {
    /// Nothing; most forms begin with a result, or are gathered.
    func begin() -> [UInt8] { [] }
}
