public import ArgumentParser
public import MeetingReports

// The library's types as values of arguments.

extension ReportFormat: ExpressibleByArgument {
    /// The format of that name.
    public init?(argument: String) {
        guard let format = ReportFormat.named(argument) else { return nil }
        self = format
    }

    /// The names to offer.
    public static var allValueStrings: [String] { all.map(\.name) }
}

extension PublishedSchema: ExpressibleByArgument {
    /// The schema of that name.
    public init?(argument: String) {
        guard let schema = PublishedSchema.all.first(where: { $0.name == argument }) else { return nil }
        self = schema
    }

    /// The names to offer.
    public static var allValueStrings: [String] { all.map(\.name) }
}

extension Finding.Severity: ExpressibleByArgument {}

extension OutputFile.Existing: ExpressibleByArgument {}
