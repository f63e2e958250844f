internal import ArgumentParser
internal import MeetingReports

/// `rapporteur report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Render stored results in other forms, without reading the inputs again.",
        discussion: """
            Examples:
              rapporteur validate --report jsonl:results.jsonl record.xml
              rapporteur report results.jsonl
              rapporteur report results.jsonl --as html:report.html --as junit:report.xml

            Each form is what the run itself would have written, byte for byte, where as many findings are shown.
            The exit code says whether that could be done, not what the run had found.
            """)

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Write a report: \(ReportOptions.formNames). To standard output, or to the path behind a colon; may be given again. Default: text.",
            valueName: "form[:path]"))
    var targets: [ReportTarget] = []

    @OptionGroup var display: ReportDisplayOptions

    @Argument(help: "Results in the form jsonl; - is standard input.")
    var file: String?

    func validate() throws {
        try ReportTarget.check(targets)
    }

    func run() throws {
        try run { () throws(ExitStatus) in try render() }
    }

    private func render() throws(ExitStatus) {
        let path = try InputOptions.resolve(file.map { [$0] } ?? [])[0]
        try ReportTarget.check(targets.compactMap(\.path), against: [path])
        let stored: StoredReport
        do {
            stored = try StoredReport(reading: try InputFile(path: path))
        } catch {
            Console.report(FindingText().text([error.finding]))
            throw .inputFailed
        }
        var outputs = ReportOutputs(targets, display, producer: stored.producer)
        for result in stored.results { try outputs.add(result) }
        try outputs.finish(stored.exitCode.flatMap { ExitStatus(rawValue: Int32(truncatingIfNeeded: $0)) })
        guard stored.exitCode != nil else {
            Console.message(
                "\(path == "-" ? "<stdin>" : path): there is no summary, so the run did not end and inputs may be missing."
            )
            throw .inputFailed
        }
    }
}
