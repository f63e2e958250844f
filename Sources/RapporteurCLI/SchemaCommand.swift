internal import ArgumentParser
internal import MeetingReports

/// `rapporteur schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the published schema of records.",
        discussion: """
            Examples:
              rapporteur schema xsd > meeting-report.xsd
              rapporteur schema json > meeting-report.schema.json
            """)

    @Argument(help: "Which schema: \(PublishedSchema.all.map(\.name).joined(separator: ", ")).")
    var schema: PublishedSchema

    func run() throws {
        try run { () throws(ExitStatus) in try Console.write(schema.bytes) }
    }
}
