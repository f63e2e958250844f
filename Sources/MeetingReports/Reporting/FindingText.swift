/// Findings as text for people: place, sentence, code, and the line with a caret.
///
///     record.xml:14:7: error: The element 'foo' is not allowed here. [schema-element]
///        14 |       <foo/>
///           |       ^
///       at /meetingReport/body/section[1]/foo[1]
public struct FindingText: Sendable {
    private let index: TextIndex?

    /// Creates a report; lines are shown where the source is given.
    public init(source: InputFile? = nil) {
        index = source.map { TextIndex($0.bytes) }
    }

    /// The findings, one after another; empty where there is none.
    public func text(_ findings: [Finding]) -> String {
        findings.map(text).joined()
    }

    /// The findings of an input and its verdict.
    public func text(_ result: ValidationResult) -> String {
        text(result.findings) + "\(result.file): \(result.verdict.rawValue)\n"
    }

    private func text(_ finding: Finding) -> String {
        var text = "\(position(finding.place)): \(finding.severity): \(finding.message) [\(finding.code)]\n"
        text += snippet(finding.place)
        if let path = finding.place.path { text += "  at \(path)\n" }
        for related in finding.related {
            text += "  \(position(related.place)): \(related.message)\n"
            if let path = related.place.path { text += "  at \(path)\n" }
        }
        return text
    }

    private func position(_ place: Place) -> String {
        var parts = [place.file ?? "<input>"]
        if let start = place.range?.start { parts += ["\(start.line)", "\(start.column)"] }
        return parts.joined(separator: ":")
    }

    /// The line that a finding stands on, its first 120 characters around the column, with a caret below.
    private func snippet(_ place: Place) -> String {
        guard let index, let start = place.range?.start else { return "" }
        let line = Array(String(decoding: index.line(start.line), as: UTF8.self).unicodeScalars)
        guard !line.isEmpty, start.column <= line.count + 1 else { return "" }
        let first = max(0, min(start.column - 40, line.count - 120))
        let shown = line[first..<min(line.count, first + 120)]
        let label = String(start.line)
        let margin = String(repeating: " ", count: label.utf8.count)
        // A tab stays a tab above the caret, so that both lines are as wide.
        let indent = line[first..<(start.column - 1)].map { $0 == "\t" ? "\t" : " " }.joined()
        let text = shown.map { $0 == "\t" || $0.properties.generalCategory != .control ? String($0) : " " }
        return "  \(label) | \(text.joined())\n  \(margin) | \(indent)^\n"
    }
}

extension Place {
    /// The paths and lines in a form for people, or nil where none is known.
    fileprivate var path: String? {
        var parts: [String] = []
        if let xpath { parts.append(xpath) }
        if let jsonPointer, xpath == nil { parts.append(jsonPointer.isEmpty ? "the document" : jsonPointer) }
        if let sourceLines { parts.append("(text line \(sourceLines))") }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
