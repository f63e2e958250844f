internal import ArgumentParser
internal import MeetingReports

/// `rapporteur convert`.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Convert records between text, XML and JSON.",
        discussion: """
            Examples:
              rapporteur convert report.txt --to xml
              rapporteur convert report.txt -o report.xml --ledger report.ledger
              cat record.xml | rapporteur convert --to json
              rapporteur convert *.txt --to xml --output-directory records

            Each record is validated before it is written; a record with errors is not written.
            """)

    @OptionGroup var input: InputOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The output's format. Guessed from --output; else xml, or json for inputs in XML.",
            valueName: "format"))
    var to: ReportFormat?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
    var output: String?

    @Option(
        name: .long, help: ArgumentHelp("Write each input's output into this folder.", valueName: "folder"))
    var outputDirectory: String?

    @Option(name: .long, help: "What to do about an output that exists: error, skip, replace.")
    var ifExists: OutputFile.Existing = .error

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

    @Flag(name: .long, help: "Print findings of errors only.")
    var quiet = false

    @Argument(help: "The files to convert; - is standard input.")
    var inputs: [String] = []

    func validate() throws {
        // An unset variable of a shell would otherwise name the root of the file system.
        if [output, outputDirectory, ledger].contains("") {
            throw ValidationError("The name of an output is empty.")
        }
        if output != nil, outputDirectory != nil {
            throw ValidationError("--output and --output-directory exclude each other.")
        }
        if inputs.count > 1, outputDirectory == nil {
            throw ValidationError("Several inputs need --output-directory.")
        }
        if outputDirectory != nil, inputs.isEmpty || inputs.contains("-") {
            throw ValidationError("Standard input has no name for a file in --output-directory.")
        }
        if ledger != nil, inputs.count > 1 {
            throw ValidationError("--ledger takes one input.")
        }
        if let ledger, ledger == output ?? (outputDirectory == nil ? "-" : nil) {
            throw ValidationError("The record and the ledger would both go to \(ledger).")
        }
    }

    func run() throws {
        try run { () throws(ExitStatus) in try convertAll() }
    }

    private func convertAll() throws(ExitStatus) {
        let inputs = try InputOptions.resolve(inputs)
        try refuseSharedOutputs(inputs)
        var status = ExitStatus.success
        for path in inputs {
            do {
                try convert(path)
            } catch {
                status = max(status, error)
            }
        }
        if status != .success { throw status }
    }

    /// Refuses inputs that would be written to one output, before anything is written.
    private func refuseSharedOutputs(_ inputs: [String]) throws(ExitStatus) {
        guard outputDirectory != nil else { return }
        // Names are compared as bytes, as file systems do; without --to, a format is asked for only where it decides.
        let stems = Dictionary(grouping: inputs) { Array(OutputName.name(for: $0, as: .xml).utf8) }
        var owners: [[UInt8]: String] = [:]
        for path in inputs {
            let isAlone = stems[Array(OutputName.name(for: path, as: .xml).utf8)]?.count == 1
            guard !isAlone, let format = to ?? (try? input.open(path)).map({ targetFormat(for: $0.format) })
            else { continue }
            let target = outputPath(for: path, as: format)
            if let owner = owners.updateValue(path, forKey: Array(target.utf8)) {
                Console.message("\(owner) and \(path): both would be written to \(target).")
                throw .usage
            }
        }
    }

    /// Converts one input.
    private func convert(_ path: String) throws(ExitStatus) {
        let conversion: Conversion
        let target: ReportFormat
        do {
            let (file, format) = try input.open(path)
            target = targetFormat(for: format)
            conversion = try Conversion(of: file, from: format, to: target)
        } catch {
            Console.report(FindingText().text([error.finding]))
            throw .inputFailed
        }
        let shown = conversion.findings.filter { !quiet || $0.severity == .error }
        Console.report(FindingText(source: conversion.source).text(shown))
        guard let bytes = conversion.bytes else { throw .inputFailed }
        guard ledger == nil || conversion.ledger != nil else {
            Console.message("\(conversion.source.name): --ledger is for texts; this is not one.")
            throw .usage
        }
        try write(bytes, of: path, as: target)
        if let ledger, let text = conversion.ledger { try write(text, to: ledger) }
        if conversion.findings.contains(where: { $0.severity >= failOn }) { throw .findings }
    }

    private func targetFormat(for source: ReportFormat) -> ReportFormat {
        if let to { return to }
        if let output, let format = ReportFormat.forFile(named: output) { return format }
        return source == .xml ? .json : .xml
    }

    private func outputPath(for path: String, as format: ReportFormat) -> String {
        (outputDirectory ?? ".") + "/" + OutputName.name(for: path, as: format)
    }

    private func write(_ bytes: [UInt8], of path: String, as format: ReportFormat) throws(ExitStatus) {
        if outputDirectory != nil {
            try write(bytes, to: outputPath(for: path, as: format))
        } else {
            try write(bytes, to: output ?? "-")
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(ExitStatus) {
        if path == "-" { return try Console.write(bytes) }
        do {
            let isWritten = try OutputFile.write(bytes, to: path, ifExists: ifExists)
            if !isWritten { Console.message("\(path): exists already, left as it is.") }
        } catch {
            Console.message("\(error.name): \(error.message)")
            throw .inputFailed
        }
    }
}
