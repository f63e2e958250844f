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
    /// - Parameter limit: how many bytes are read at most.
    /// - Throws: what stands in the way, as a finding that names the input.
    func open(
        _ path: String, limit: Int = InputFile.sizeLimit
    ) throws(InputError) -> (file: InputFile, format: ReportFormat) {
        let file = try InputFile(path: path, limit: limit)
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

/// Which files a command works on.
struct InputListOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Which files of a folder to take, as a shell pattern; may be given again. Default: those with a format's ending.",
            valueName: "pattern"))
    var glob: [String] = []

    @Option(
        name: .customLong("files0-from"),
        help: ArgumentHelp(
            "Read further inputs from this file, each ended by NUL; - is standard input.", valueName: "file"))
    var files0From: String?

    @Argument(help: "Files and folders; - is standard input.")
    private var inputs: [Operands] = []

    /// The files and folders that are named.
    var paths: [String] { inputs.flatMap(\.names) }

    /// The files; standard input where none is named, unless that is a terminal.
    ///
    /// - Parameter format: whose endings the files of folders have where no pattern says so; any format's for nil.
    /// - Throws: ``ExitStatus/nothingToDo`` where there are none, after a message.
    func resolve(format: ReportFormat? = nil) throws(ExitStatus) -> [InputList.Entry] {
        let paths = paths
        if paths.isEmpty, files0From == nil {
            return try InputOptions.resolve([]).map { InputList.Entry(file: $0) }
        }
        let endings = format.map { $0.fileExtensions.map { "*.\($0)" } } ?? []
        let globs = glob.isEmpty ? endings : glob
        let entries: [InputList.Entry]
        do throws(InputError) {
            let listed =
                try files0From.map { list throws(InputError) in try InputList.paths(listedIn: list) } ?? []
            entries = try InputList(paths, listed: listed, globs: globs).entries
        } catch {
            Console.report(FindingText().text([error.finding]))
            throw .inputFailed
        }
        guard !entries.isEmpty else {
            Console.message("Nothing to do: no file matches.")
            throw .nothingToDo
        }
        return entries
    }
}
