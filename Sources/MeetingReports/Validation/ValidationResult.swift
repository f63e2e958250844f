/// What the checks said of one input.
public struct ValidationResult: Sendable {
    /// The input's name as the caller gave it.
    public let file: String
    /// The verdict.
    public let verdict: Verdict
    /// What was found, in the order of the input.
    public let findings: [Finding]
    /// How many records the input holds; 0 where only syntax was asked for.
    public let records: Int
    /// The input, for reports that show its lines; nil where it could not be read.
    public let source: InputFile?

    /// Checks every record of a file against the schema and the rules.
    public init(of file: InputFile, _ format: ReportFormat) {
        let reading = FileReading(file, format)
        self.file = file.name
        source = file
        records = reading.records.count
        if reading.records.isEmpty, reading.findings.isEmpty {
            findings = [
                Finding(.noRecord, message: "The file holds no record.", place: Place(file: file.name))
            ]
            verdict = .notChecked
        } else {
            findings = reading.findings
            verdict = Verdict(checked: findings)
        }
    }

    /// Checks that a file follows the grammar of its format, of any vocabulary.
    public init(syntaxOf file: InputFile, _ format: ReportFormat) {
        self.file = file.name
        source = file
        records = 0
        let found = format.checkSyntax(file)
        guard !found.isEmpty || file.bytes.contains(where: { !$0.isXMLSpace }) else {
            findings = [Finding(.noRecord, message: "The file holds nothing.", place: Place(file: file.name))]
            verdict = .notChecked
            return
        }
        findings = found
        verdict = Verdict(checked: findings)
    }

    /// The result with other findings, and the verdict that follows from them.
    func with(_ findings: [Finding]) -> ValidationResult {
        ValidationResult(self, findings: findings)
    }

    private init(_ other: ValidationResult, findings: [Finding]) {
        file = other.file
        source = other.source
        records = other.records
        self.findings = findings
        let isUnjudged = other.verdict == .notChecked || other.verdict == .failed
        verdict = isUnjudged ? other.verdict : Verdict(checked: findings)
    }

    /// Says that an input could not be read.
    public init(unreadable file: String, _ error: InputError) {
        self.file = file
        source = nil
        records = 0
        findings = [error.finding]
        verdict = .failed
    }
}
