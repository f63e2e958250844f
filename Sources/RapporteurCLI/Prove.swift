internal import ArgumentParser
internal import MeetingReports

/// `rapporteur prove`.
struct Prove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Show on a file of yours that nothing is lost and nothing changes on the way round.",
        discussion: """
            Examples:
              rapporteur prove report.txt
              rapporteur prove record.xml

            Each step is printed with the digest of what it gave; a step that fails prints the first difference.
            """)

    @OptionGroup var input: InputOptions

    @Argument(help: "The file to read; - is standard input.")
    var file: String?

    func run() throws {
        try run { () throws(ExitStatus) in try prove() }
    }

    private func prove() throws(ExitStatus) {
        let path = try InputOptions.resolve(file.map { [$0] } ?? [])[0]
        let proof: Proof
        var source: InputFile?
        do {
            let (file, format) = try input.open(path)
            source = file
            proof = try Proof(of: file, format)
        } catch {
            Console.report(FindingText(source: source).text([error.finding]))
            throw .inputFailed
        }
        try Console.write(proof.text)
        if !proof.holds { throw .findings }
    }
}
