internal import ArgumentParser
internal import MeetingReports

/// Which inputs a command reads, and as what.
struct InputOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The inputs' format: \(formatNames). Guessed where not given.", valueName: "format"))
    var from: ReportFormat?

    /// Reads one input.
    ///
    /// - Throws: what stands in the way, as a finding that names the input.
    func open(_ path: String) throws(InputError) -> (file: InputFile, format: ReportFormat) {
        let file = try InputFile(path: path)
        return (file, from ?? ReportFormat.detect(file))
    }

    /// The inputs to read: those given, else standard input unless that is a terminal.
    static func resolve(_ inputs: [String]) throws(ExitStatus) -> [String] {
        guard inputs.isEmpty else { return inputs }
        guard !Console.isInputTerminal else {
            Console.message("No input: name a file, or \"-\" for standard input.")
            throw .nothingToDo
        }
        return ["-"]
    }

    /// The names of the formats, for help texts.
    static var formatNames: String { ReportFormat.all.map(\.name).joined(separator: ", ") }
}

/// How grave findings have to be to make a command fail.
struct FailureOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Fail on findings of this severity or graver: error, warning, info.", valueName: "severity"))
    var failOn: Finding.Severity = .error

    /// Whether one of the findings is as grave as asked for, or graver.
    func isMet(by findings: some Sequence<Finding>) -> Bool {
        findings.contains { $0.severity >= failOn }
    }
}
