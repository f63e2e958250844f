/// Results for people: findings with their lines, the verdict on each input, and counts over all.
struct TextReport: ReportWriter {
    private let settings: ReportSettings
    private var tally = ReportTally()

    init(_ settings: ReportSettings) {
        self.settings = settings
    }

    mutating func add(_ result: ValidationResult) -> [UInt8] {
        tally.add(result)
        if settings.isQuiet, result.verdict == .valid, result.findings.isEmpty { return [] }
        let text = FindingText(usesColor: settings.usesColor)
        let file = PrintableText.line(result.file)
        let shown = result.shown(settings.maxFindings)
        var lines = shown.map { text.text(result.findings[$0], result.excerpt) }.joined()
        lines += result.more(than: shown.count).map { "\(file): \($0)\n" } ?? ""
        lines += "\(file): \(text.styled(result.verdict.rawValue, result.verdict.style))\n"
        return Array(lines.utf8)
    }

    func finish(exitCode: Int?) -> [UInt8] {
        let summary = tally.inputs > 1 ? tally.text + "\n" : ""
        return Array((summary + (settings.showsStatistics ? tally.statistics : "")).utf8)
    }
}

extension ValidationResult {
    /// Says how many findings there are beyond those that are shown; nil where there are none.
    func more(than shown: Int) -> String? {
        let more = findingCount - shown
        return more > 0 ? "and \(ReportTally.counted(more, "more finding"))" : nil
    }
}

extension Verdict {
    fileprivate var style: TextStyle {
        switch self {
        case .valid: .green
        case .needsReview, .notChecked: .yellow
        case .invalid, .failed: .red
        }
    }
}
