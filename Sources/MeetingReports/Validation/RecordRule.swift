/// What a record has to keep beyond the schema; one type a rule, the same for every format.
protocol RecordRule: Sendable {
    /// The code of the rule's findings.
    static var code: FindingCode { get }

    /// Looks for what breaks the rule; places say where the record's elements stand in its input.
    func check(_ report: MeetingReport, _ places: RecordPlaces) -> [Finding]
}

/// The rules, in the order in which they are run.
enum RecordRules {
    static let all: [any RecordRule] = [
        DuplicateParagraphNumber()
    ]

    /// The codes of all rules.
    static var codes: [FindingCode] { all.map { type(of: $0).code } }

    /// What all rules find in a record.
    static func check(_ report: MeetingReport, _ places: RecordPlaces) -> [Finding] {
        all.flatMap { $0.check(report, places) }
    }
}
