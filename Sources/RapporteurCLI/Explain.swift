internal import ArgumentParser
internal import MeetingReports

/// `rapporteur explain`.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract:
            "Say what the code of a finding means, why it matters and what to do; without a code, list them all.",
        discussion: """
            Examples:
              rapporteur explain duplicate-paragraph-number
              rapporteur explain
            """)

    @Argument(help: "The code, as it stands in brackets after a finding.")
    var code: String?

    func run() throws {
        try run { () throws(ExitStatus) in
            guard let code else { return try Console.write(Explanation.list) }
            guard let explanation = Explanation.of(code) else {
                let near = Explanation.codes(near: code)
                let hint =
                    near.isEmpty
                    ? "\"rapporteur explain\" lists them all." : "Near it: \(near.joined(separator: ", "))."
                Console.message("There is no code '\(code)'. \(hint)")
                throw .usage
            }
            try Console.write(explanation.description)
        }
    }
}
