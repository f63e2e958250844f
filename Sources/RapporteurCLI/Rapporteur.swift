package import ArgumentParser
internal import MeetingReports

/// The command `rapporteur`.
package struct Rapporteur: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rapporteur",
        abstract: "Turns meeting reports into records that document repositories accept.",
        discussion: """
            Examples:
              rapporteur convert report.txt --to xml        # a record of a text
              rapporteur convert record.xml -o record.json  # the same record as JSON
              rapporteur validate record.xml                # every error with its place
              rapporteur facts report.txt                   # who came, who was elected
              rapporteur prove report.txt                   # nothing lost, step by step

            Results go to standard output, messages to standard error; "-" is standard input.
            Exit codes: 0 done and valid, 1 findings, 2 wrong usage, 3 an input or output failed, 4 nothing to do.
            """,
        // Each names itself: a name that is derived from a type is derived anew for every argument.
        subcommands: [
            Convert.self, Validate.self, ReportCommand.self, FactsCommand.self, Prove.self, Diff.self,
            Explain.self, JournalCommand.self, VerifyCommand.self, Canonicalize.self, SchemaCommand.self,
            ConfigCommand.self,
            Doctor.self, SchemaWorkerCommand.self,
        ])

    @Flag(name: .long, help: "Print the version and exit.")
    var version = false

    @Flag(name: .long, help: "With --version: as JSON, with the version of libxml2 and the schemas' digests.")
    var json = false

    package init() {}

    package func validate() throws {
        if json, !version { throw ValidationError("--json goes with --version.") }
    }

    package mutating func run() throws {
        guard version else {
            Console.report(Self.helpMessage() + "\n")
            throw ExitStatus.usage.exitCode
        }
        try run { () throws(ExitStatus) in
            try Console.write(json ? ToolVersion.current.json : Array(ToolVersion.current.text.utf8))
        }
    }

    /// Runs the tool with arguments, without the tool's own name, and returns its exit code.
    package static func run(_ arguments: [String]) -> Int32 {
        Console.reportFailedWrites()
        if let first = arguments.first, let problem = unknownCommand(first) {
            Console.report(
                "Error: \(problem)\nUsage: \(usageString())\n  See 'rapporteur --help' for more information.\n"
            )
            return ExitStatus.usage.rawValue
        }
        do {
            var command = try parsed(joiningNames(arguments))
            try command.run()
            return ExitStatus.success.rawValue
        } catch let code as ExitCode {
            return code.rawValue
        } catch {
            return finish(error)
        }
    }

    /// The command that arguments ask for.
    ///
    /// A subcommand that understands all of its arguments needs nothing of the tree of all commands, which is slow to make. Where
    /// it does not, the tree says what is wrong, or gives the help that was asked for.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        if let first = arguments.first,
            let command = configuration.subcommands.first(where: { $0._commandName == first }),
            let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())), type(of: parsed) == command
        {
            return parsed
        }
        return try parseAsRoot(arguments)
    }

    /// The arguments, with the names of files joined where a command takes any number of them.
    private static func joiningNames(_ arguments: [String]) -> [String] {
        let takesInputList: [any ParsableCommand.Type] = [Convert.self, Validate.self, VerifyCommand.self]
        guard let first = arguments.first, takesInputList.contains(where: { $0._commandName == first }) else {
            return arguments
        }
        return [first] + Operands.joining(arguments.dropFirst())
    }

    /// What is wrong with a first argument that is no option and no command, and which was meant perhaps; nil for others.
    private static func unknownCommand(_ argument: String) -> String? {
        let names = configuration.subcommands.map { $0._commandName } + ["help"]
        guard !argument.hasPrefix("-"), !names.contains(argument) else { return nil }
        let shown = FilePath.shown(argument)
        let known = configuration.subcommands.filter { $0.configuration.shouldDisplay }.map {
            $0._commandName
        }
        if let near = EditDistance.nearest(to: argument, among: known) {
            return "There is no command '\(shown)'. Did you mean '\(near)'?"
        }
        return argument.contains(".") || argument.contains("/")
            ? "There is no command '\(shown)'. A file stands behind a command: rapporteur validate \(shown)"
            : "There is no command '\(shown)'."
    }

    /// Prints help on standard output and usage errors on standard error.
    private static func finish(_ error: any Error) -> Int32 {
        let text = fullMessage(for: error)
        guard exitCode(for: error).isSuccess else {
            Console.report(text + "\n")
            return ExitStatus.usage.rawValue
        }
        do {
            try Console.write(text + "\n")
            return ExitStatus.success.rawValue
        } catch {
            return error.rawValue
        }
    }
}

extension ParsableCommand {
    /// Runs a command's work and turns its exit status into what argument-parser understands.
    func run(_ work: () throws(ExitStatus) -> Void) throws {
        do {
            try work()
        } catch {
            throw error.exitCode
        }
    }
}
