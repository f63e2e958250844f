internal import ArgumentParser
internal import MeetingReports

/// `rapporteur validate`.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check records against the schema and the rules, or any file's syntax.",
        discussion: """
            Examples:
              rapporteur validate record.xml record.json report.txt
              rapporteur validate --report json record.xml > findings.json
              rapporteur validate --report text --report html:report.html record.xml
              rapporteur validate --syntax anything.json

            Columns count Unicode characters from 1. A text is read first, and the record made of it is checked.

            With --schema, files are XML of any vocabulary. The schema is compiled in a process of its own, within \
            limits. What it includes and imports is read from its folder, from --schema-root, and by way of \
            --catalog; never from the network. A document's own xsi:schemaLocation changes nothing.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup(title: "Other vocabularies") var schema: SchemaOptions

    @Flag(name: .long, help: "Ask only for well-formed XML, strict JSON or valid text, of any vocabulary.")
    var syntax = false

    @OptionGroup var report: ReportOptions

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
        let outputs = report.paths + (writeBaseline.map { [$0] } ?? [])
        let read =
            [files.files0From, self.schema.schema, self.policy.config].compactMap { $0 } + self.schema.catalog
        try ReportTarget.check(outputs, against: files.inputs + read)
        let policy = try policy.resolve().policy
        let schema = try schema.resolve()
        var reports = report.begin(schema)
        var status = ExitStatus.success
        var found: [ValidationResult] = []
        let paths: [String]
        do {
            paths = try files.resolve()
        } catch {
            // A report of an earlier run must not be taken for one of this.
            try reports.finish(error)
            throw error
        }
        try ReportTarget.check(outputs, against: paths)
        for path in paths {
            let result = policy.apply(to: check(path, schema))
            try reports.add(result)
            if writeBaseline != nil { found.append(result) }
            if result.verdict == .failed {
                status = max(status, .inputFailed)
            } else if result.verdict == .notChecked {
                status = max(status, .nothingToDo)
            } else if policy.isFailed(by: result) {
                status = max(status, .findings)
            }
        }
        try reports.finish(status)
        if let writeBaseline {
            try Console.replace(writeBaseline, with: Baseline(of: found, name: writeBaseline).json)
        }
        if status != .success { throw status }
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
