internal import ArgumentParser
internal import MeetingReports

/// `rapporteur canonicalize`.
struct Canonicalize: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canonicalize",
        abstract: "Print the canonical form of any JSON or XML, which tells a change from a reformatting.",
        discussion: """
            Examples:
              rapporteur canonicalize record.json | sha256sum
              rapporteur canonicalize record.xml

            JSON by RFC 8785, line by line where it is newline-delimited; XML by Canonical XML, inclusive, with comments. \
            What is not markup is read as JSON.
            """)

    @OptionGroup var input: InputOptions

    @Option(name: .customLong("c14n"), help: "The version of Canonical XML: 1.0 or 1.1.")
    var version: Version = .v1_1

    @Argument(help: "The file to read; - is standard input.")
    var file: String?

    /// The versions of Canonical XML by their names.
    enum Version: String, ExpressibleByArgument, CaseIterable {
        case v1_0 = "1.0"
        case v1_1 = "1.1"
    }

    func run() throws {
        try run { () throws(ExitStatus) in try canonicalize() }
    }

    private func canonicalize() throws(ExitStatus) {
        let path = try InputOptions.resolve(file.map { [$0] } ?? [])[0]
        let form: CanonicalForm
        var source: InputFile?
        do {
            let (file, format) = try input.open(path)
            source = file
            // A text has no canonical form, but an array or a number by itself looks like one.
            let isJSON = input.from == nil && format == .text
            form = try CanonicalForm(
                of: file, isJSON ? .json : format, xml: version == .v1_0 ? .xml10 : .xml11)
        } catch {
            Console.report(FindingText(source: source).text([error.finding]))
            throw .inputFailed
        }
        try Console.write(form.bytes)
    }
}
