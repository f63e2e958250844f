/// Findings as workflow commands of GitHub Actions, which show them beside the lines of a change.
///
///     ::error file=record.xml,line=14,col=7,endLine=14,endColumn=13,title=schema-element::The element …
///
/// Findings that a baseline knows are left out.
struct GitHubReport: ReportWriter {
    private let settings: ReportSettings
    private var tally = ReportTally()

    init(_ settings: ReportSettings) {
        self.settings = settings
    }

    mutating func add(_ result: ValidationResult) -> [UInt8] {
        tally.add(result)
        let shown = result.shown(settings.maxFindings)
        var lines = shown.map { result.findings[$0] }.filter { !$0.isKnown }.map { command($0, result.file) }
        if let more = result.more(than: shown.count) {
            lines.append("::notice file=\(Self.property(result.file))::\(more)")
        }
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    func finish(exitCode: Int?) -> [UInt8] {
        Array((tally.text + "\n").utf8)
    }

    private func command(_ finding: Finding, _ file: String) -> String {
        var properties = ["file=\(Self.property(finding.place.file ?? file))"]
        if let range = finding.place.range {
            properties += ["line=\(range.start.line)", "col=\(range.start.column)"]
            if range.end != range.start {
                properties.append("endLine=\(range.end.line)")
                // The end column counts from the start's line.
                if range.end.line == range.start.line { properties.append("endColumn=\(range.end.column)") }
            }
        }
        properties.append("title=\(Self.property(finding.code.description))")
        var message = finding.message
        if let path = finding.place.path { message += "\nat \(path)" }
        for related in finding.related {
            let start = related.place.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""
            message += "\n\(related.place.file ?? file)\(start): \(related.message)"
        }
        return "::\(finding.severity.command) \(properties.joined(separator: ","))::\(Self.data(message))"
    }

    /// A message: `%`, CR and LF as the runner decodes them, other control characters as they are shown elsewhere.
    private static func data(_ text: String) -> String {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            PrintableText.line(String(line)).replacing("%", with: "%25")
        }.joined(separator: "%0A")
    }

    /// The value of a property: as a message, and `:` and `,` too.
    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}

extension Finding.Severity {
    /// The workflow command for findings as grave.
    fileprivate var command: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
    }
}
