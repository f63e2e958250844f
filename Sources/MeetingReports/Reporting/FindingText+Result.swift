extension Finding {
    /// The finding in one line: place, sentence, code.
    var line: String {
        var parts = [place.file ?? "<input>"]
        if let start = place.range?.start { parts += ["\(start.line)", "\(start.column)"] }
        return PrintableText.line("\(parts.joined(separator: ":")): \(message) [\(code)]")
    }
}

extension FindingText {
    /// The findings of a result that are as grave as asked for, with their lines.
    ///
    /// - Parameter limit: how many are shown at most, the gravest first; nil for all.
    public static func text(_ result: ValidationResult, atLeast severity: Finding.Severity, limit: Int?)
        -> String
    {
        var shown = result
        shown.findings = result.findings.filter { $0.severity >= severity }
        let listed = shown.shown(limit).map { shown.findings[$0] }
        let more = shown.more(than: listed.count).map { "\(PrintableText.line(result.file)): \($0)\n" }
        return FindingText(source: result.source).text(listed) + (more ?? "")
    }
}
