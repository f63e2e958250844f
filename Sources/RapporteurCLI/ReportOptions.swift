internal import ArgumentParser
internal import MeetingReports

/// Which reports a command writes, and where.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write a report: \(formNames). To standard output, or to the path behind a colon; may be given again. Default: text.",
            valueName: "form[:path]"))
    var report: [ReportTarget] = []

    @OptionGroup var display: ReportDisplayOptions

    func validate() throws {
        try ReportTarget.check(report)
    }

    /// The reports, begun, on what is checked by a schema; nil for that of records.
    ///
    /// - Throws: ``ExitStatus/inputFailed`` after a message where a report cannot be written.
    func begin(_ schema: ForeignSchema?) throws(ExitStatus) -> ReportOutputs {
        try ReportOutputs(
            report, display, producer: schema.map { ReportProducer.current.checking(by: $0) } ?? .current)
    }

    /// The files that reports go to.
    var paths: [String] { report.compactMap(\.path) }

    /// Whether a report names the digests of the inputs.
    var identifiesInputs: Bool { report.contains { $0.form.identifiesInputs } }

    /// How many errors of an input need be listed one by one; nil for all.
    ///
    /// Many more than are shown, so that what is shown does not depend on how many there are.
    var listing: Int? {
        report.contains { $0.form.isWhole } ? nil : display.limit.map { max($0, 10_000) }
    }

    /// The names of the forms, for help texts.
    static var formNames: String { ReportForm.all.map(\.name).joined(separator: ", ") }
}

/// How reports for people look.
struct ReportDisplayOptions: ParsableArguments {
    /// When text is coloured.
    enum Color: String, ExpressibleByArgument, CaseIterable {
        /// On a terminal, unless the variable NO_COLOR is set.
        case auto
        /// Always.
        case always
        /// Never.
        case never
    }

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Show at most so many findings of an input in text, github and html; 0 shows all.",
            valueName: "count"))
    var maxFindings = 100

    @Option(name: .long, help: "Colour the text: auto, always, never.")
    var color: Color = .auto

    @Flag(name: .shortAndLong, help: "In text, leave out the inputs of which there is nothing to say.")
    var quiet = false

    @Flag(name: .long, help: "End the text with how often each code was found.")
    var statistics = false

    /// How many findings are shown; nil for all.
    var limit: Int? { maxFindings == 0 ? nil : maxFindings }

    func validate() throws {
        guard maxFindings >= 0 else { throw ValidationError("--max-findings is 0 or more.") }
    }

    /// The settings for a report; only standard output can be a terminal.
    func settings(
        _ producer: @escaping @Sendable () -> ReportProducer, toStandardOutput: Bool
    ) -> ReportSettings {
        let usesColor =
            switch color {
            case .auto: toStandardOutput && Console.isColorTerminal
            case .always: true
            case .never: false
            }
        return ReportSettings(
            producer: producer(), maxFindings: limit, usesColor: usesColor, isQuiet: quiet,
            showsStatistics: statistics)
    }
}

/// A form, and the path of the file that it goes to; nil for standard output.
struct ReportTarget: ExpressibleByArgument {
    let form: ReportForm
    let path: String?

    init(form: ReportForm, path: String?) {
        self.form = form
        self.path = path
    }

    init?(argument: String) {
        let parts = argument.utf8.split(
            separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, let form = ReportForm.named(String(Substring(name))) else { return nil }
        self.form = form
        guard parts.count == 2 else {
            path = nil
            return
        }
        guard !parts[1].isEmpty else { return nil }
        let path = String(Substring(parts[1]))
        self.path = path == "-" ? nil : path
    }

    static var allValueStrings: [String] { ReportForm.all.map(\.name) }

    /// Checks that no two reports go to one place.
    ///
    /// - Throws: an error of usage.
    static func check(_ targets: [ReportTarget]) throws {
        guard targets.count(where: { $0.path == nil }) <= 1 else {
            throw ValidationError(
                "Only one report goes to standard output; give the others a path: form:path.")
        }
        let paths = targets.compactMap(\.path)
        var files: Set<FileIdentity> = []
        var names: Set<[UInt8]> = []
        for path in paths {
            // Whatever is no plain file, such as /dev/null, may take several.
            let isNew = FileIdentity(path).map { files.insert($0).inserted } ?? true
            guard isNew, names.insert(Array(path.utf8)).inserted || path.hasPrefix("/dev/") else {
                throw ValidationError(
                    "Two reports go to \(FilePath.shown(path)); give each a path of its own.")
            }
        }
    }

    /// Checks that no output is an input, be it by a link or by another way of writing its path.
    ///
    /// - Throws: ``ExitStatus/usage`` after a message; nothing has been written then.
    static func check(_ outputs: [String], against inputs: [String]) throws(ExitStatus) {
        let files = Dictionary(
            outputs.compactMap { path in FileIdentity(path).map { ($0, path) } },
            uniquingKeysWith: { first, _ in first })
        guard !files.isEmpty else { return }
        for input in inputs {
            guard let output = FileIdentity(input).flatMap({ files[$0] }) else { continue }
            Console.message(
                """
                \(FilePath.shown(output)): This would take the place of the input \(FilePath.shown(input)). Nothing was written; \
                give the report another path.
                """)
            throw .usage
        }
    }
}

/// The reports that are being written.
struct ReportOutputs {
    private struct Output {
        var report: Report
        /// The file that it goes to; nil for standard output.
        var file: PendingOutput?
    }

    private var outputs: [Output]
    private let display: ReportDisplayOptions

    /// Begins reports; as text on standard output where none is asked for.
    ///
    /// - Throws: ``ExitStatus/inputFailed`` after a message where one cannot be written.
    init(
        _ targets: [ReportTarget], _ display: ReportDisplayOptions,
        producer: @autoclosure @escaping @Sendable () -> ReportProducer
    ) throws(ExitStatus) {
        self.display = display
        let text = ReportForm.all.prefix(1).map { ReportTarget(form: $0, path: nil) }
        outputs = []
        for target in targets.isEmpty ? text : targets {
            let settings = display.settings(producer, toStandardOutput: target.path == nil)
            do throws(OutputError) {
                let file = try target.path.map { path throws(OutputError) in try PendingOutput(path) }
                outputs.append(Output(report: Report(target.form, settings), file: file))
            } catch {
                throw Console.failure(error)
            }
        }
    }

    /// Adds a result to each report.
    mutating func add(_ result: ValidationResult) throws(ExitStatus) {
        let result = result.excerpted(display.limit)
        for index in outputs.indices {
            try write(outputs[index].report.add(result), index)
        }
    }

    /// Ends the reports; files appear now, whole, in place of those that stood there.
    ///
    /// - Throws: ``ExitStatus/inputFailed`` after a message for each that cannot be written.
    mutating func finish(_ status: ExitStatus?) throws(ExitStatus) {
        var failure: ExitStatus?
        for index in outputs.indices {
            do throws(ExitStatus) {
                try write(outputs[index].report.finish(exitCode: status.map { Int($0.rawValue) }), index)
                do throws(OutputError) {
                    try outputs[index].file?.finish()
                } catch {
                    throw Console.failure(error)
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private mutating func write(_ bytes: [UInt8], _ index: Int) throws(ExitStatus) {
        guard let file = outputs[index].file else { return try Console.write(bytes) }
        do throws(OutputError) {
            try file.write(bytes)
        } catch {
            throw Console.failure(error)
        }
    }
}

extension Console {
    /// Writes a file in one step, in place of one that stands there.
    ///
    /// - Throws: ``ExitStatus/inputFailed`` after a message where it cannot be written.
    static func replace(_ path: String, with bytes: [UInt8]) throws(ExitStatus) {
        do {
            try OutputFile.write(bytes, to: path, ifExists: .replace)
        } catch {
            throw failure(error)
        }
    }

    /// Says why an output cannot be written.
    static func failure(_ error: OutputError) -> ExitStatus {
        message("\(error.name): \(error.message)")
        return .inputFailed
    }
}
