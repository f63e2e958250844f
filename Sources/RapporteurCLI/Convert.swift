internal import ArgumentParser
internal import MeetingReports

/// `rapporteur convert`.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Convert records between text, XML, JSON and Akoma Ntoso.",
        discussion: """
            Examples:
              rapporteur convert report.txt --to xml
              rapporteur convert report.txt -o report.xml --ledger report.ledger
              cat record.xml | rapporteur convert --to json
              rapporteur convert *.txt --to xml --output-directory records
              rapporteur convert report.txt --to akn --akn-actor unece -o report.akn.xml
              rapporteur convert . --glob '*.xml' --to json --output-directory records
              rapporteur convert all.ndjson --split --output-directory records
              rapporteur convert . --glob '*.xml' --gather -o gathered.ndjson

            Each record is validated before it is written; a record with errors is not written.

            A collection in XML and newline-delimited JSON are converted record by record, whatever their size. On \
            standard output the valid records stand, the others are told by number, line and byte, and the exit code \
            is 3. A file gets its name only where every record is valid, unless --skip-invalid is given. Behind XML that \
            is not well-formed nothing more is read. --split makes a file of each record, --gather one collection, or one \
            file of lines, of the records of all inputs.

            With --output-directory, a folder keeps its tree, and a list its folders. A journal in that folder \
            (\(Journal.defaultName)) says what became of each input; --resume goes on from it after a run that was stopped.
            """)

    @OptionGroup var input: InputOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The output's format; may be given again with --output-directory. Guessed from --output; else xml, or json for inputs in XML.",
            valueName: "format"))
    var to: [ReportFormat] = []

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
    var output: String?

    @Option(
        name: .long, help: ArgumentHelp("Write each input's output into this folder.", valueName: "folder"))
    var outputDirectory: String?

    @Option(name: .long, help: "What to do about an output that exists: error, skip, replace.")
    var ifExists: OutputFile.Existing = .error

    @Flag(name: .long, help: "Read each output back and compare the records before it gets its name.")
    var verify = false

    @OptionGroup(title: "Receipts") var receipts: ReceiptOptions

    @Option(
        name: .long,
        help: ArgumentHelp("Write what became of every line of a text to this file.", valueName: "file"))
    var ledger: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Exit with 1 on findings of this severity or graver: error, warning, info.", valueName: "severity"
        ))
    var failOn: Finding.Severity = .error

    @Flag(name: .shortAndLong, help: "Print findings of errors only, and neither progress nor summary.")
    var quiet = false

    @Option(
        name: .long,
        help: ArgumentHelp("Print at most so many findings of an input; 0 prints all.", valueName: "count"))
    var maxFindings = 100

    @Flag(
        name: .long,
        help: "Write the valid records of a collection or of lines to the output, though others are not.")
    var skipInvalid = false

    @Flag(
        name: .long,
        help:
            "With --output-directory: write each valid record to a file, numbered, in a folder named as its input."
    )
    var split = false

    @Flag(name: .long, help: "Write the records of all inputs to one output, in xml or ndjson.")
    var gather = false

    @OptionGroup var batch: BatchOptions
    @OptionGroup(title: "Akoma Ntoso") var akomaNtoso: AKNArguments
    @OptionGroup(title: "Batches") var recording: RecordingOptions
    @OptionGroup var files: InputListOptions

    func validate() throws {
        let inputs = files.inputs
        // An unset variable of a shell would otherwise name the root of the file system.
        if [output, outputDirectory, ledger, recording.journal, recording.summary].contains("") {
            throw ValidationError("The name of an output is empty.")
        }
        if output != nil, outputDirectory != nil {
            throw ValidationError("--output and --output-directory exclude each other.")
        }
        if inputs.count > 1, outputDirectory == nil, !gather, !batch.list {
            throw ValidationError("Several inputs need --output-directory, or --gather.")
        }
        if split, outputDirectory == nil { throw ValidationError("--split goes with --output-directory.") }
        if split, receipts.receipt { throw ValidationError("--receipt does not go with --split.") }
        if gather {
            if outputDirectory != nil {
                throw ValidationError("--gather gives one output, not an --output-directory.")
            }
            if ledger != nil || verify || receipts.receipt {
                throw ValidationError("--gather goes neither with --ledger nor with --verify or --receipt.")
            }
            if let format = to.first ?? output.flatMap(ReportFormat.forFile), !format.isWrittenAsStream {
                throw ValidationError("--gather writes xml or ndjson, not \(format.name).")
            }
        }
        if outputDirectory != nil, inputs.isEmpty && files.files0From == nil || inputs.contains("-") {
            throw ValidationError("Standard input has no name for a file in --output-directory.")
        }
        if ledger != nil, inputs.count > 1 {
            throw ValidationError("--ledger takes one input.")
        }
        if ledger != nil, outputDirectory != nil {
            throw ValidationError("--ledger goes with one output, not with --output-directory.")
        }
        if let ledger, ledger == output ?? "-" {
            throw ValidationError("The record and the ledger would both go to \(ledger).")
        }
        if Set(to).count < to.count { throw ValidationError("A format is given twice with --to.") }
        if outputDirectory == nil {
            if to.count > 1 { throw ValidationError("Several formats need --output-directory.") }
            if recording.isUsed {
                throw ValidationError(
                    "--journal, --resume, --summary and --dry-run go with --output-directory.")
            }
            if receipts.receipt, output == nil {
                throw ValidationError("--receipt goes with --output or --output-directory.")
            }
            if verify, output == nil {
                throw ValidationError("--verify goes with --output or --output-directory.")
            }
        }
        guard maxFindings >= 0 else { throw ValidationError("--max-findings is 0 or more.") }
    }

    func run() throws {
        try run { () throws(ExitStatus) in try convertAll() }
    }

    private func convertAll() throws(ExitStatus) {
        let inputs = try files.resolve()
        let akomaNtoso = try akomaNtoso.resolve(to)
        if batch.list { return try BatchOptions.print(inputs) }
        if let outputDirectory {
            return try BatchRun(self, inputs, akomaNtoso, folder: outputDirectory).run()
        }
        if gather { return try gather(inputs) }
        guard inputs.count == 1, let input = inputs.first else {
            Console.message("\(inputs.count) inputs need --output-directory, or --gather.")
            throw .usage
        }
        try convert(input.path, akomaNtoso)
    }

    /// Converts one input to one output.
    private func convert(_ path: String, _ akomaNtoso: ReportFormat) throws(ExitStatus) {
        let opened: RecordStream.Opened
        do {
            opened = try RecordStream.open(path, as: input.from, batch.limits)
        } catch {
            Console.report(FindingText().text([error.finding]))
            throw .inputFailed
        }
        if case .stream(let stream) = opened, isConvertedAsStream(to: target(for: stream.format)) {
            return try convert(stream)
        }
        let conversion: Conversion
        do throws(InputError) {
            let file: InputFile
            let format: ReportFormat
            switch opened {
            case .file(let whole, let found): (file, format) = (whole, found)
            case .stream(let stream): (file, format) = (try stream.whole(batch.limits), stream.format)
            }
            let target = target(for: format)
            conversion = try Conversion(
                of: file, from: format, to: [target == .akn ? akomaNtoso : target], batch.limits)
        } catch {
            Console.report(FindingText().text([error.finding]))
            throw .inputFailed
        }
        Console.report(
            FindingText.text(
                conversion.result, atLeast: quiet ? .error : .info,
                limit: maxFindings == 0 ? nil : maxFindings))
        guard let written = conversion.outputs.first else { throw .inputFailed }
        guard ledger == nil || conversion.ledger != nil else {
            Console.message("\(conversion.result.file): --ledger is for texts; this is not one.")
            throw .usage
        }
        try write(written.bytes, to: output ?? "-") { temporary in
            verify ? conversion.difference(from: written, readBackFrom: temporary) : nil
        }
        if let ledger, let text = conversion.ledger { try write(text, to: ledger) }
        if receipts.receipt, let output {
            let receipt = conversion.receipts(
                names: [OutputName.baseName(output)], input: OutputName.baseName(path), options: shaping,
                timestamp: try receipts.time())
            for receipt in receipt { try write(receipt.json, to: output + Receipt.suffix) }
        }
        if conversion.result.findings.contains(where: { $0.severity >= failOn }) { throw .findings }
    }

    /// The options that shape outputs.
    var shaping: [JournalHeader.Option] {
        var options: [JournalHeader.Option] = [.init("command", "convert")]
        if let from = input.from { options.append(.init("from", from.name)) }
        if !to.isEmpty { options.append(.init("to", to.map(\.name).joined(separator: " "))) }
        if split { options.append(.init("split", "true")) }
        if skipInvalid { options.append(.init("skip-invalid", "true")) }
        if let actor = akomaNtoso.aknActor { options.append(.init("akn-actor", actor)) }
        if let number = akomaNtoso.aknNumber { options.append(.init("akn-number", number)) }
        return options
    }

    /// Whether an input of many records is converted record by record; not where the whole output is needed at once.
    private func isConvertedAsStream(to target: ReportFormat) -> Bool {
        target.isWrittenAsStream && !verify && !receipts.receipt && ledger == nil
    }

    /// Converts a stream of records to one output.
    private func convert(_ stream: RecordStream) throws(ExitStatus) {
        let target = target(for: stream.format)
        var progress = Progress(
            bytes: stream.size, isQuiet: quiet, writesToStandardOutput: [nil, "-"].contains(output))
        stream.progress = { progress.update(done: $0) }
        try writeRecords { write throws(OutputError) in
            defer { progress.clear() }
            return try stream.convert(
                to: target, batch.work, streamOptions,
                report: { text in
                    progress.clear()
                    Console.report(text)
                }, write: write)
        }
    }

    /// Writes the records of all inputs to one output.
    private func gather(_ inputs: [InputList.Entry]) throws(ExitStatus) {
        let outputs = [output].compactMap { $0 }.filter { $0 != "-" }
        try ReportTarget.check(outputs, against: inputs.map(\.path))
        let gathering = RecordGathering(
            inputs.map(\.path), from: input.from, to: target(for: .json), streamOptions)
        if inputs.count > 1 { StopSignal.listen() }
        var progress = Progress(total: inputs.count, isQuiet: quiet)
        try writeRecords { write throws(OutputError) in
            let summary = try gathering.write(
                batch.work, shouldStop: { StopSignal.current != nil },
                report: { text in
                    progress.clear()
                    Console.report(text)
                }, progress: { progress.update(done: $0, failed: $1) }, write: write)
            progress.clear()
            return summary
        }
    }

    /// Writes records to the output, which only gets its name where every record is valid or the others are not wanted.
    private func writeRecords(
        _ convert: @escaping (OutputFile.Sink) throws(OutputError) -> RecordStream.Summary
    ) throws(ExitStatus) {
        var summary = RecordStream.Summary()
        do throws(OutputError) {
            if let output, output != "-" {
                let isWritten = try OutputFile.write(to: output, ifExists: ifExists) {
                    write throws(OutputError) in
                    summary = try convert(write)
                    guard summary.isGood || skipInvalid && summary.isWhole else {
                        throw OutputError(
                            name: output,
                            message: "Not written, since not every record is valid"
                                + (summary.isWhole ? "; --skip-invalid writes the others." : "."))
                    }
                }
                if !isWritten { Console.message("\(output): exists already, left as it is.") }
            } else {
                summary = try convert(OutputFile.writeToStandardOutput)
            }
        } catch {
            if let signal = StopSignal.current { throw .interrupted(by: signal) }
            Console.message("\(error.name): \(error.message)")
            throw .inputFailed
        }
        if let signal = StopSignal.current, !summary.isWhole { throw .interrupted(by: signal) }
        guard summary.isGood else { throw .inputFailed }
        if let gravest = summary.gravest, gravest >= failOn { throw .findings }
    }

    /// How records are converted one after another.
    private var streamOptions: RecordStream.ConversionOptions {
        .init(
            shownSeverity: quiet ? .error : .info, maxFindings: maxFindings == 0 ? nil : maxFindings,
            limits: batch.limits)
    }

    private func target(for source: ReportFormat) -> ReportFormat {
        if let to = to.first { return to }
        if let output, let format = ReportFormat.forFile(named: output) { return format }
        return source == .xml ? .json : .xml
    }

    private func write(
        _ bytes: [UInt8], to path: String, difference: (String) -> String? = { _ in nil }
    ) throws(ExitStatus) {
        if path == "-" { return try Console.write(bytes) }
        do {
            let isWritten = try OutputFile.write(bytes, to: path, ifExists: ifExists) {
                temporary throws(OutputError) in
                if let difference = difference(temporary) { throw .notAsWritten(path, difference) }
            }
            if !isWritten { Console.message("\(path): exists already, left as it is.") }
        } catch {
            Console.message("\(error.name): \(error.message)")
            throw .inputFailed
        }
    }
}
