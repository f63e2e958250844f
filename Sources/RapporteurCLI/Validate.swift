internal import ArgumentParser
internal import MeetingReports

/// `rapporteur validate`.
struct Validate: ParsableCommand {
    /// The forms of a report on what was found.
    enum ReportForm: String, ExpressibleByArgument, CaseIterable {
        /// For people.
        case text
        /// One JSON document over all inputs.
        case json
        /// One line of JSON for each input.
        case jsonl
    }

    static let configuration = CommandConfiguration(
        abstract: "Check records against the schema and the rules, or any file's syntax.",
        discussion: """
            Examples:
              rapporteur validate record.xml record.json report.txt
              rapporteur validate --report json record.xml > findings.json
              rapporteur validate --syntax anything.json

            Columns count Unicode characters from 1. A text is read first, and the record made of it is checked.

            With --schema, files are XML of any vocabulary. The schema is compiled in a process of its own, within
            limits. What it includes and imports is read from its folder, from --schema-root, and by way of
            --catalog; never from the network. A document's own xsi:schemaLocation changes nothing.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup(title: "Other vocabularies") var schema: SchemaOptions

    @Flag(name: .long, help: "Ask only for well-formed XML, strict JSON or valid text, of any vocabulary.")
    var syntax = false

    @Option(name: .long, help: "The form of the report: text, json, jsonl.")
    var report: ReportForm = .text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write what is found to this file, to be given as --baseline from now on.", valueName: "file"))
    var writeBaseline: String?

    @OptionGroup var files: InputListOptions

    func validate() throws {
        if schema.schema != nil, syntax || input.from ?? .xml != .xml {
            throw ValidationError("--schema is for XML, and not with --syntax.")
        }
    }

    func run() throws {
        try run { () throws(ExitStatus) in try validateAll() }
    }

    private func validateAll() throws(ExitStatus) {
        let policy = try policy.resolve().policy
        let schema = try schema.resolve()
        var reporter = ValidationReporter(form: report)
        var status = ExitStatus.success
        var found: [ValidationResult] = []
        for path in try files.resolve() {
            let result = policy.apply(to: check(path, schema))
            try reporter.add(result)
            if writeBaseline != nil { found.append(result) }
            if result.verdict == .failed {
                status = .inputFailed
            } else if result.verdict == .notChecked {
                status = max(status, .nothingToDo)
            } else if policy.isFailed(by: result) {
                status = max(status, .findings)
            }
        }
        try reporter.finish()
        if let writeBaseline { try write(Baseline(of: found, name: writeBaseline).json, to: writeBaseline) }
        if status != .success { throw status }
    }

    private func write(_ baseline: [UInt8], to path: String) throws(ExitStatus) {
        do {
            try OutputFile.write(baseline, to: path, ifExists: .replace)
        } catch {
            Console.message("\(error.name): \(error.message)")
            throw .inputFailed
        }
    }

    private func check(_ path: String, _ schema: ForeignSchema?) -> ValidationResult {
        do {
            if let schema { return schema.validate(try InputFile(path: path)) }
            let (file, format) = try input.open(path)
            return syntax ? ValidationResult(syntaxOf: file, format) : ValidationResult(of: file, format)
        } catch {
            return ValidationResult(unreadable: error.finding.place.file ?? path, error)
        }
    }
}

/// Prints validation results in the form asked for.
private struct ValidationReporter {
    let form: Validate.ReportForm
    var results: [ValidationResult] = []

    mutating func add(_ result: ValidationResult) throws(ExitStatus) {
        switch form {
        case .text: try Console.write(FindingText(source: result.source).text(result))
        case .json: results.append(result)
        case .jsonl: try Console.write(FindingJSON.line(result))
        }
    }

    func finish() throws(ExitStatus) {
        if form == .json { try Console.write(FindingJSON.document(results, ToolVersion.current)) }
    }
}
