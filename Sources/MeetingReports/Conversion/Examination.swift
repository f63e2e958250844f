internal import LibXML

/// Whether this installation works: libxml2, the embedded schemas, a record written and read back.
public struct Examination: Sendable {
    private struct Check: Sendable {
        var name: String
        var isSound: Bool
        var detail: String
    }

    private let checks: [Check]

    /// Whether every check passed.
    public var isSound: Bool { checks.allSatisfy(\.isSound) }

    /// The checks as text for people.
    public var text: String {
        checks.map { "\($0.isSound ? "ok  " : "FAIL")  \($0.name): \($0.detail)\n" }.joined()
    }

    /// Runs the checks; takes a few milliseconds.
    public init() {
        let tool = ToolVersion.current
        var checks = [
            Check(
                name: "libxml2", isSound: !tool.libxml2.isEmpty,
                detail: "\(tool.libxml2), compiled with \(tool.libxml2Headers)")
        ]
        for schema in PublishedSchema.all {
            checks.append(
                Check(
                    name: schema.fileName, isSound: !schema.bytes.isEmpty, detail: "sha256 \(schema.sha256)"))
        }
        switch RecordSchema.compiled {
        case .success: checks.append(Check(name: "schema", isSound: true, detail: "compiles"))
        case .failure(let error):
            checks.append(Check(name: "schema", isSound: false, detail: error.finding.detail ?? ""))
        }
        checks.append(Self.refusal())
        for format in [ReportFormat.xml, .json, .akn] { checks.append(Self.roundTrip(format)) }
        self.checks = checks
    }

    /// A DOCTYPE must be refused before anything in it is read.
    private static func refusal() -> Check {
        let file = InputFile(
            name: "doctype.xml", bytes: Array("<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///'>]><r>&e;</r>".utf8))
        let isRefused = ReportFormat.xml.checkSyntax(file).contains { $0.severity == .error }
        return Check(
            name: "document types", isSound: isRefused, detail: isRefused ? "refused" : "not refused")
    }

    private static func roundTrip(_ format: ReportFormat) -> Check {
        let report = MeetingReport(
            lang: "en", kind: "report",
            body: [.paragraph(Paragraph(num: [.text("1.")], content: [.p(P(content: [.text("Text.")]))]))])
        let bytes = (try? format.write([report])) ?? []
        let reading = FileReading(InputFile(name: "record", bytes: bytes), format)
        let isSound = reading.reports == [report] && reading.findings.isEmpty
        return Check(
            name: "a record as \(format.name)", isSound: isSound,
            detail: isSound ? "written, validated and read back" : "not what was written")
    }
}
