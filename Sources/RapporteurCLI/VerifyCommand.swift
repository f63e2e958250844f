internal import ArgumentParser
internal import MeetingReports

/// `rapporteur verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Check by their receipts that outputs are what they were: intact, reformatted, changed or missing.",
        discussion: """
            Examples:
              rapporteur verify record.json.receipt.json
              rapporteur verify . --inputs .

            A folder stands for the receipts in it.             Exit codes: 0 all intact or only reformatted, 1 something changed, \
            3 something is missing or is no receipt.
            """)

    @Option(
        name: .long,
        help: ArgumentHelp("Check the inputs too, which are in this folder.", valueName: "folder"))
    var inputs: String?

    @Flag(name: .long, help: "Exit with 1 on what was only reformatted, too.")
    var strict = false

    @Flag(name: .shortAndLong, help: "Print what is not intact only.")
    var quiet = false

    @OptionGroup var files: InputListOptions

    func run() throws {
        try run { () throws(ExitStatus) in try verify() }
    }

    private func verify() throws(ExitStatus) {
        var files = files
        if files.glob.isEmpty { files.glob = ["*" + Receipt.suffix] }
        var status = ExitStatus.success
        for receipt in try files.resolve() {
            let checks: [ReceiptCheck]
            do {
                checks = try ReceiptCheck.check(receipt: receipt.path, inputs: inputs)
            } catch {
                Console.report(FindingText().text([error.finding]))
                status = max(status, .inputFailed)
                continue
            }
            for check in checks { status = max(status, try report(check)) }
        }
        if status != .success { throw status }
    }

    /// Prints how it stands with a file.
    private func report(_ check: ReceiptCheck) throws(ExitStatus) -> ExitStatus {
        if !quiet || check.status != .intact { try Console.write(check.text) }
        return ExitStatus(check.status, isStrict: strict)
    }
}

extension ExitStatus {
    /// The status of a run that found a file so.
    init(_ status: ReceiptCheck.Status, isStrict: Bool) {
        self =
            switch status {
            case .intact: .success
            case .reformatted: isStrict ? .findings : .success
            case .changed: .findings
            case .missing: .inputFailed
            }
    }
}
