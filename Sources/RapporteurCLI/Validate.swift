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
              rapporteur validate . --glob 'record.*' --jobs 2
              rapporteur validate record.xml --quiet --statistics

            Verdicts and exit codes, that of the gravest input being the run's:
              valid, needs review (warnings)  0   1 where --fail-on asks for it
              invalid (errors)                1   0 where a baseline knows all of them
              not checked                     4   there was nothing to check
              failed                          3   unreadable, or beyond a limit
            A wrong command line, configuration or schema is 2.

            Columns count Unicode characters from 1. A text is read first, and the record made of it is checked.

            With --schema, files are XML of any vocabulary. The schema is compiled in a process of its own, within \
            limits. What it includes and imports is read from its folder, from --schema-root, and by way of \
            --catalog; never from the network. A document's own xsi:schemaLocation changes nothing.

            Akoma Ntoso is known by its root element. It is checked by the schema of OASIS, \(AKNSchema.fileName), given \
            with --schema or kept in the folder that RAPPORTEUR_SCHEMAS names (else ~/.local/share/rapporteur/schemas), and \
            by rules that the schema does not say. Without the schema it is not checked.
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

    @OptionGroup var batch: BatchOptions
    @OptionGroup var files: InputListOptions

    func validate() throws {
        if schema.schema != nil, syntax || ![nil, .xml, .akn].contains(input.from) {
            throw ValidationError("--schema is for XML, and not with --syntax.")
        }
    }

    func run() throws {
        try run { () throws(ExitStatus) in try validateAll() }
    }

    private func validateAll() throws(ExitStatus) {
        if batch.list { return try BatchOptions.print(files.resolve()) }
        let outputs = report.paths + (writeBaseline.map { [$0] } ?? [])
        try ReportTarget.check(outputs, against: files.inputs + furtherInputs)
        let policy = try policy.resolve().policy
        let schema = try schema.resolve()
        let akomaNtoso = AKNSchema(worker: SchemaWorkerCommand.command)
        var reports = try report.begin(schema)
        let inputs: [InputList.Entry]
        do {
            // Of a folder that a schema of another vocabulary is for, only XML is meant unless somebody says otherwise.
            inputs = try files.resolve(format: schema == nil ? nil : .xml)
        } catch {
            // A report of an earlier run must not be taken for one of this.
            try reports.finish(error)
            throw error
        }
        try ReportTarget.check(outputs, against: inputs.map(\.path))
        var status = ExitStatus.success
        var baseline = writeBaseline.map { Baseline(name: $0) }
        var failure: ExitStatus?
        // A single input is not waited for: standard input may never end.
        if inputs.count > 1 { StopSignal.listen() }
        var progress = Progress(total: inputs.count, isQuiet: false)
        var failed = 0
        let shown = report.display.limit
        let isIdentified = report.identifiesInputs
        // A baseline knows findings one by one.
        let listing = policy.baseline == nil && writeBaseline == nil ? report.listing : nil
        // A schema of somebody else is checked by one process of its own, which takes one document at a time.
        let work = schema == nil ? batch.work : OrderedWork(jobs: 1)
        let done = work.run(
            count: inputs.count, shouldStop: { StopSignal.current != nil }, weight: { $0.findings.count },
            work: {
                policy.apply(
                    to: check(
                        inputs[$0].path, schema, akomaNtoso, listing: listing, isAlone: inputs.count == 1)
                )
                .excerpted(shown, isIdentified: isIdentified)
            }
        ) { index, result in
            guard failure == nil else { return false }
            progress.clear()
            do throws(ExitStatus) {
                try reports.add(result)
            } catch {
                failure = error
            }
            baseline?.add(result)
            status = max(status, Self.status(of: result, policy))
            if result.verdict == .failed || result.verdict == .invalid { failed += 1 }
            progress.update(done: index + 1, failed: failed)
            return failure == nil
        }
        progress.clear()
        if let failure { throw failure }
        if done < inputs.count, let signal = StopSignal.current { status = .interrupted(by: signal) }
        try reports.finish(status)
        if let writeBaseline, let baseline { try Console.replace(writeBaseline, with: baseline.json) }
        if status != .success { throw status }
    }

    /// What is read beside the inputs, and no output may replace; a baseline may be written anew.
    private var furtherInputs: [String] {
        [files.files0From, schema.schema, policy.config].compactMap { $0 } + schema.catalog
    }

    private static func status(of result: ValidationResult, _ policy: ValidationPolicy) -> ExitStatus {
        switch result.verdict {
        case .failed: .inputFailed
        case .notChecked: .nothingToDo
        case .valid, .needsReview, .invalid: policy.isFailed(by: result) ? .findings : .success
        }
    }

    private func check(
        _ path: String, _ schema: ForeignSchema?, _ akomaNtoso: AKNSchema, listing: Int?, isAlone: Bool
    ) -> ValidationResult {
        do {
            let limits = batch.limits
            if syntax || schema != nil {
                let (file, format) = try input.open(path, limit: limits.bytes)
                guard let schema, !syntax else {
                    return ValidationResult(syntaxOf: file, format).within(limits)
                }
                return format == .akn
                    ? ValidationResult(akomaNtoso: file, schema: schema, limits)
                    : schema.validate(file).within(limits)
            }
            switch try RecordStream.open(path, as: input.from, limits) {
            case .file(let file, let format):
                return format == .akn
                    ? akomaNtoso.validate(file, limits)
                    : ValidationResult(of: file, format, limits, listing: listing)
            case .stream(let stream):
                // The threads that inputs leave idle work on the records of one.
                let work = isAlone ? batch.work : OrderedWork(jobs: 1)
                var progress = Progress(
                    bytes: stream.size, isQuiet: report.display.quiet || !isAlone,
                    writesToStandardOutput: false)
                stream.progress = { progress.update(done: $0) }
                defer { progress.clear() }
                return ValidationResult(
                    of: stream, work, limits, shown: report.display.limit, listing: listing,
                    isIdentified: report.identifiesInputs)
            }
        } catch {
            return ValidationResult(unreadable: error.finding.place.file ?? path, error)
        }
    }
}
