internal import ArgumentParser
internal import MeetingReports

/// `rapporteur facts`.
struct FactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: "Print what a report states: attendance, officers, topics, outcomes, the next meeting.",
        discussion: """
            Examples:
              rapporteur facts report.txt
              rapporteur facts record.xml --csv attendance
              rapporteur facts report.txt --csv lists > topics.csv
            """)

    @OptionGroup var input: InputOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Print one kind as CSV: \(Facts.kinds.joined(separator: ", ")).", valueName: "kind"))
    var csv: String?

    @Argument(help: "The file to read; - is standard input.")
    var file: String?

    func validate() throws {
        if let csv, !Facts.kinds.contains(csv) {
            throw ValidationError(
                "There is no kind '\(csv)'; the kinds are \(Facts.kinds.joined(separator: ", ")).")
        }
    }

    func run() throws {
        try run { () throws(ExitStatus) in
            let report = try RecordInput(input).single(file)
            let facts = Facts(of: report)
            try Console.write(csv.flatMap(facts.csv(kind:)) ?? facts.json)
        }
    }
}

/// Reads the one record that a command works on.
struct RecordInput {
    let options: InputOptions

    init(_ options: InputOptions) {
        self.options = options
    }

    /// The record of a file, or of standard input; its findings go to standard error.
    func single(_ path: String?) throws(ExitStatus) -> MeetingReport {
        let path = try InputOptions.resolve(path.map { [$0] } ?? [])[0]
        let reading: FileReading
        let file: InputFile
        do {
            let opened = try options.open(path)
            file = opened.file
            reading = FileReading(file, opened.format)
        } catch {
            Console.report(FindingText().text([error.finding]))
            throw .inputFailed
        }
        let errors = reading.findings.filter { $0.severity == .error }
        Console.report(FindingText(source: file).text(errors))
        guard errors.isEmpty else { throw .inputFailed }
        guard reading.records.count == 1, let report = reading.records[0].report else {
            Console.message("\(file.name): one record was expected, and \(reading.records.count) were found.")
            throw .inputFailed
        }
        return report
    }
}
