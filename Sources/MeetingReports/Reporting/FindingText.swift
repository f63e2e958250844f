/// Findings as text for people: place, sentence, code, and the line with what it is about underlined.
///
///     record.xml:14:7: error: The element 'foo' is not allowed here. [schema-element]
///       14 |       <foo/>
///          |       ^~~~~~
///       at /meetingReport/body/section[1]/foo[1]
public struct FindingText: Sendable {
    private let source: InputFile?
    private let usesColor: Bool

    /// Creates a report; lines are shown where the source is given.
    public init(source: InputFile? = nil) {
        self.init(source: source, usesColor: false)
    }

    /// Creates a report for a terminal, or not for one.
    init(source: InputFile? = nil, usesColor: Bool) {
        self.source = source
        self.usesColor = usesColor
    }

    /// The findings, one after another; empty where there is none.
    public func text(_ findings: [Finding]) -> String {
        let excerpt = source.map { SourceExcerpt(around: findings, in: $0) } ?? SourceExcerpt()
        return findings.map { text($0, excerpt) }.joined()
    }

    /// A finding with its line, which stands in an excerpt.
    func text(_ finding: Finding, _ excerpt: SourceExcerpt) -> String {
        let severity = styled("\(finding.severity):", finding.severity.style)
        let known = finding.isKnown ? " (known)" : ""
        var text = "\(position(finding.place)): \(severity) \(PrintableText.line(finding.message))"
        text += " [\(PrintableText.line(finding.code.description))]\(known)\n"
        if let range = finding.place.range, let fragment = excerpt.fragment(at: range.start) {
            text += snippet(range, fragment, finding.severity.style)
        }
        text += path(finding.place)
        for related in finding.related {
            text += "  \(position(related.place)): \(PrintableText.line(related.message))\n"
            text += path(related.place)
        }
        return text
    }

    /// Text in a style, where colour is used.
    func styled(_ text: String, _ style: TextStyle) -> String {
        style.applied(to: text, usesColor)
    }

    private func position(_ place: Place) -> String {
        var parts = [place.file.map(PrintableText.line) ?? "<input>"]
        if let start = place.range?.start { parts += ["\(start.line)", "\(start.column)"] }
        return styled(parts.joined(separator: ":"), .bold)
    }

    private func path(_ place: Place) -> String {
        place.path.map { "  at \(PrintableText.line($0))\n" } ?? ""
    }

    /// The line that a finding stands on, the 120 characters around the column of a long one, underlined below.
    private func snippet(_ range: TextRange, _ fragment: SourceExcerpt.Fragment, _ style: TextStyle) -> String
    {
        let scalars = Array(fragment.text.unicodeScalars)
        guard !scalars.isEmpty else { return "" }
        let start = range.start.column - fragment.column
        let first = max(0, min(start - 40, scalars.count - 120))
        let last = min(scalars.count, first + 120)
        let before = fragment.column + first > 1 ? "…" : ""
        let after = last < scalars.count || fragment.isCut ? "…" : ""
        let shown = String(String.UnicodeScalarView(scalars[first..<last].map(PrintableText.shown)))
        // A tab stays a tab above the caret, so that both lines are as wide.
        let indent = scalars[first..<start].map {
            $0 == "\t" ? "\t" : String(repeating: " ", count: PrintableText.width($0))
        }
        let isOneLine = range.end.line == range.start.line
        let end = isOneLine ? min(last, range.end.column - fragment.column) : last
        let width = start < end ? scalars[start..<end].reduce(0) { $0 + PrintableText.width($1) } : 1
        let mark = "^" + String(repeating: "~", count: max(0, width - 1))
        let label = String(fragment.line)
        let margin = String(repeating: " ", count: label.utf8.count)
        return "  \(label) | \(before)\(shown)\(after)\n"
            + "  \(margin) | \(before.isEmpty ? "" : " ")\(indent.joined())\(styled(mark, style))\n"
    }
}

/// How text looks in a terminal: the parameters of "select graphic rendition" (ECMA-48, 8.3.117).
enum TextStyle: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case cyan = "1;36"

    /// The text in this style, where colour is used.
    func applied(to text: String, _ usesColor: Bool) -> String {
        usesColor ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension Finding.Severity {
    /// The style of findings as grave.
    fileprivate var style: TextStyle {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .info: .cyan
        }
    }
}

extension Place {
    /// The paths and lines in a form for people, or nil where none is known.
    ///
    /// `/meetingReport/body/section[4]/paragraph[1] (JSON /body/3/content/0, text line 62)`
    var path: String? {
        var main: String?
        var further: [String] = []
        if let xpath {
            main = xpath
            if let jsonPointer, !jsonPointer.isEmpty { further.append("JSON \(jsonPointer)") }
        } else if let jsonPointer {
            main = jsonPointer.isEmpty ? "the document" : jsonPointer
        } else if let id {
            main = "the id \(id)"
        }
        if let sourceLines { further.append("text line \(sourceLines)") }
        let parts = [main, further.isEmpty ? nil : "(\(further.joined(separator: ", ")))"].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
