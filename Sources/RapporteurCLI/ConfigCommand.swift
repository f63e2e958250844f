internal import ArgumentParser
internal import MeetingReports

/// `rapporteur config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print each setting that holds here, and where it came from.",
        discussion: """
            Examples:
              rapporteur config
              rapporteur config --fail-on warning

            Flags win over the file \(Configuration.fileName), which is looked for from the working folder upwards; the file \
            wins over the defaults.
            """)

    @OptionGroup var policy: PolicyOptions

    func run() throws {
        try run { () throws(ExitStatus) in
            let settings = try policy.resolve().settings
            try Console.write(settings.map { "\($0.name): \($0.value) (\($0.origin))\n" }.joined())
        }
    }
}
