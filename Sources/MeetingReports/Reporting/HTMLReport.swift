/// Results as one page that needs nothing else: no script, no picture, no font.
///
/// For the screen, light or dark, and for paper.
struct HTMLReport: ReportWriter {
    private let settings: ReportSettings
    private var tally = ReportTally()
    /// What stands of each input in the page's first table and in its part below; the results themselves are let go.
    private var rows = MarkupOutput()
    private var parts = MarkupOutput()
    private var checks = CheckCounts()

    init(_ settings: ReportSettings) {
        self.settings = settings
    }

    mutating func add(_ result: ValidationResult) -> [UInt8] {
        tally.add(result)
        checks.add(result)
        writeRow(result, number: tally.inputs - 1)
        if !result.findings.isEmpty {
            HTMLInput(result, number: tally.inputs - 1, limit: settings.maxFindings).write(&parts)
        }
        return []
    }

    func finish(exitCode: Int?) -> [UInt8] {
        var output = MarkupOutput()
        output.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        output.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        output.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
        output.markup("<meta http-equiv=\"Content-Security-Policy\" ")
        output.markup("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        output.markup(
            "<title>Validation report</title>\n<style>\n\(HTMLStyle.text)</style>\n</head>\n<body>\n")
        output.markup("<header>\n<h1>Validation report</h1>\n")
        output.element("p", ["class": "lead"], tally.text)
        if exitCode == nil {
            output.element("p", ["class": "lead"], "The run did not end: inputs may be missing here.")
        }
        output.markup("\n</header>\n<main>\n")
        writeVerdicts(&output)
        writeInputs(&output)
        output.append(parts)
        writeChecks(&output)
        output.markup("</main>\n<footer>\n<h2>What checked</h2>\n")
        writeProducer(&output)
        output.markup("</footer>\n</body>\n</html>\n")
        return output.bytes
    }

    private func writeVerdicts(_ output: inout MarkupOutput) {
        output.markup("<ul class=\"verdicts\">\n")
        for verdict in Verdict.allCases {
            let count = tally.verdicts[verdict] ?? 0
            output.open("li", ["class": count == 0 ? "none" : verdict.cssClass])
            output.element("b", ReportTally.grouped(count))
            output.text(" \(verdict.rawValue)")
            output.markup("</li>\n")
        }
        output.markup("</ul>\n")
    }

    private func writeInputs(_ output: inout MarkupOutput) {
        output.markup("<h2>Inputs</h2>\n<div class=\"wide\">\n<table class=\"inputs\">\n")
        output.element("caption", "Each input with its verdict and the number of findings")
        output.markup("\n<thead><tr><th scope=\"col\">Input</th><th scope=\"col\">Format</th>")
        output.markup("<th scope=\"col\" class=\"number\">Records</th><th scope=\"col\">Verdict</th>")
        for severity in ["Errors", "Warnings", "Info"] {
            output.element("th", ["scope": "col", "class": "number"], severity)
        }
        output.markup("</tr></thead>\n<tbody>\n")
        output.append(rows)
        output.markup("</tbody>\n</table>\n</div>\n")
    }

    private mutating func writeRow(_ result: ValidationResult, number: Int) {
        let severities = result.severities
        rows.markup("<tr><th scope=\"row\">")
        if !result.findings.isEmpty { rows.open("a", ["href": "#input-\(number + 1)"]) }
        rows.element("bdi", PrintableText.line(result.file))
        if !result.findings.isEmpty { rows.close("a") }
        rows.close("th")
        rows.element("td", result.format ?? "")
        rows.element("td", ["class": "number"], ReportTally.grouped(result.recordCount))
        rows.open("td")
        rows.verdict(result.verdict)
        rows.close("td")
        for severity in Finding.Severity.allCases.reversed() {
            rows.element("td", ["class": "number"], ReportTally.grouped(severities[severity] ?? 0))
        }
        rows.markup("</tr>\n")
    }

    private func writeChecks(_ output: inout MarkupOutput) {
        output.markup("<h2>Checks performed</h2>\n<table>\n")
        output.element("caption", "How often each check ran to its end, and what it found")
        output.markup(
            "\n<thead><tr><th scope=\"col\">Check</th><th scope=\"col\" class=\"number\">Performed</th>")
        output.markup("<th scope=\"col\" class=\"number\">Findings</th></tr></thead>\n<tbody>\n")
        for name in checks.order {
            let count = checks.counts[name] ?? (0, 0)
            output.open("tr")
            output.open("th", ["scope": "row"])
            output.text(name.kind.rawValue)
            if let code = name.code {
                output.text(" ")
                output.element("code", code)
            }
            output.close("th")
            output.element("td", ["class": "number"], ReportTally.grouped(count.performed))
            output.element("td", ["class": "number"], ReportTally.grouped(count.findings))
            output.markup("</tr>\n")
        }
        output.markup("</tbody>\n</table>\n")
    }

    private func writeProducer(_ output: inout MarkupOutput) {
        let producer = settings.producer
        var terms = [("Tool", "rapporteur \(producer.version)"), ("libxml2", producer.libxml2)]
        terms += producer.schemas.map { ($0.name, "sha256 \($0.sha256)") }
        terms.append((ReportTally.counted(producer.rules.count, "rule"), "sha256 \(producer.rulesSHA256)"))
        output.terms(terms)
    }
}

/// How often each check was performed, and what it found.
private struct CheckCounts {
    struct Name: Hashable {
        var kind: PerformedCheck.Kind
        var code: String?
    }

    /// The checks in the order in which they first came.
    private(set) var order: [Name] = []
    private(set) var counts: [Name: (performed: Int, findings: Int)] = [:]

    mutating func add(_ result: ValidationResult) {
        for check in result.checks {
            let name = Name(kind: check.kind, code: check.code)
            if counts[name] == nil { order.append(name) }
            counts[name, default: (0, 0)].performed += check.performed
            counts[name, default: (0, 0)].findings += check.count(in: result.findings)
        }
    }
}

extension MarkupOutput {
    /// Writes a verdict, which says by its word and not by its colour alone what it is.
    mutating func verdict(_ verdict: Verdict) {
        element("span", ["class": "badge \(verdict.cssClass)"], verdict.rawValue)
    }

    /// Writes a severity.
    mutating func severity(_ severity: Finding.Severity) {
        element("span", ["class": "badge \(severity.rawValue)"], severity.rawValue)
    }

    /// Writes a list of terms and what each is.
    mutating func terms(_ terms: [(term: String, text: String)]) {
        markup("<dl>\n")
        for (term, text) in terms {
            element("dt", term)
            element("dd", text)
            markup("\n")
        }
        markup("</dl>\n")
    }
}

extension Verdict {
    /// The name of the verdict's class in the style sheet.
    var cssClass: String {
        switch self {
        case .valid: "valid"
        case .needsReview: "review"
        case .invalid: "invalid"
        case .notChecked: "unchecked"
        case .failed: "failed"
        }
    }
}
