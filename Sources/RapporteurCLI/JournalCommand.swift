internal import ArgumentParser
internal import MeetingReports

/// `rapporteur journal`.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Say by its journal what became of a batch: how many inputs, which failed and why.",
        discussion: """
            Examples:
              rapporteur journal records/\(Journal.defaultName)
              rapporteur journal records/\(Journal.defaultName) --failed
              rapporteur journal records/\(Journal.defaultName) --verify

            With --verify, exit codes are: 0 all files are intact, 1 one changed, 3 one is missing.
            """)

    @Flag(
        name: .long,
        help: "List the inputs of which nothing was written, by how they ended, with the reasons.")
    var failed = false

    @Flag(
        name: .long, help: "Check the digests of all inputs and outputs, and list those that are not intact.")
    var verify = false

    @Option(
        name: .long, help: ArgumentHelp("Write the summary as a page to this file.", valueName: "file.html"))
    var summary: String?

    @Argument(help: "The journal.")
    var file: String

    func validate() throws {
        if summary == "" { throw ValidationError("The name of an output is empty.") }
    }

    func run() throws {
        try run { () throws(ExitStatus) in
            let journal = try read { () throws(InputError) in try JournalFile(path: file) }
            if failed {
                try listFailures(journal)
            } else if verify {
                try checkDigests(journal)
            } else {
                let tally = try read { () throws(InputError) in try journal.tally(failures: 20) }
                try Console.write(tally.text + journal.ending)
            }
            if let summary { try Console.writeSummary(ofJournal: file, to: summary) }
        }
    }

    private func listFailures(_ journal: JournalFile) throws(ExitStatus) {
        let tally = try read { () throws(InputError) in try journal.tally(failures: .max) }
        for kind in BatchOutcome.Kind.allCases {
            let failures = tally.failures.filter { $0.kind == kind }
            if failures.isEmpty { continue }
            try Console.write("\(kind.rawValue): \(failures.count)\n")
            for failure in failures { try Console.write("  \(failure.reason)\n") }
        }
    }

    private func checkDigests(_ journal: JournalFile) throws(ExitStatus) {
        var counts: [ReceiptCheck.Status: Int] = [:]
        var status = ExitStatus.success
        var text = ""
        try read { () throws(InputError) in
            try journal.verify { path, found in
                counts[found, default: 0] += 1
                status = max(status, ExitStatus(found, isStrict: true))
                if found != .intact { text += "\(FilePath.shown(path)): \(found.rawValue)\n" }
            }
        }
        let found = ReceiptCheck.Status.allCases.compactMap { status in
            counts[status].map { "\($0) \(status.rawValue)" }
        }
        try Console.write(text + (found.isEmpty ? "no files" : found.joined(separator: ", ")) + "\n")
        if status != .success { throw status }
    }

    private func read<Result>(_ body: () throws(InputError) -> Result) throws(ExitStatus) -> Result {
        do {
            return try body()
        } catch {
            Console.report(FindingText().text([error.finding]))
            throw .inputFailed
        }
    }
}

extension Console {
    /// Writes the summary of a journal as a page.
    ///
    /// - Throws: ``ExitStatus/inputFailed`` after a message where it cannot be made or written.
    static func writeSummary(ofJournal journal: String, to path: String) throws(ExitStatus) {
        let page: [UInt8]
        do throws(InputError) {
            page = try BatchPage(of: JournalFile(path: journal)).html
        } catch {
            report(FindingText().text([error.finding]))
            throw .inputFailed
        }
        try replace(path, with: page)
    }
}
