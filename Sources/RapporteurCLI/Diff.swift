internal import ArgumentParser
internal import MeetingReports

/// `rapporteur diff`.
struct Diff: ParsableCommand {
    /// How the differences are printed.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what changed between two reports: paragraphs, headings, the masthead, who attended.",
        discussion: """
            Examples:
              rapporteur diff draft.txt final.txt
              rapporteur diff report.xml report-rev1.json
              rapporteur diff draft.txt final.txt --format json

            The two may be of any format. Identifiers, source lines and page heads are not compared.
            In the text form ~ is a change, + what came, - what went, > what moved, # what was only renumbered.

            Exit codes: 0 no difference, 1 differences, 3 one of them could not be read.
            """)

    @OptionGroup var input: InputOptions

    @Option(name: .long, help: "How the differences are printed.")
    var format: Form = .text

    @Argument(help: "The old report; - is standard input.")
    var old: String

    @Argument(help: "The new report; - is standard input.")
    var new: String

    func validate() throws {
        if old == "-", new == "-" {
            throw ValidationError("Only one of the two reports can be standard input.")
        }
    }

    func run() throws {
        try run { () throws(ExitStatus) in
            let records = RecordInput(input)
            let comparison = RecordComparison(from: try records.single(old), to: try records.single(new))
            switch format {
            case .text:
                try Console.write(ComparisonText(usesColor: Console.isColorTerminal).text(comparison))
            case .json: try Console.write(comparison.json)
            }
            if !comparison.isEmpty { throw .findings }
        }
    }
}
