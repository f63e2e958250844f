/// A record of a collection as a file of its own, in each of several formats.
struct SeparateRecord: Sendable {
    let report: MeetingReport
    /// The record in each format, in the order in which they were asked for.
    let outputs: [Conversion.Output]

    /// Writes a record.
    ///
    /// - Throws: an error where one of the formats cannot carry it.
    init(_ report: MeetingReport, _ targets: [ReportFormat]) throws(InputError) {
        self.report = report
        outputs = try targets.map { target throws(InputError) in
            Conversion.Output(format: target, bytes: try target.write([report]))
        }
    }
}
