public struct Ledger: Sendable { var text: [UInt8] = [] }
struct SourceComparison {
    init(of: MeetingReport, with: [UInt8]) {}; var holds: Bool { false }; var summary: String { "" }
}
extension ReportFormat {
    public static let text = ReportFormat(
        name: "text", summary: "", fileExtensions: ["txt"], holdsSeveral: false, read: { _, _ in [] },
        writer: { (_, _) throws(InputError) in [] }, checkSyntax: { _ in [] })
}
