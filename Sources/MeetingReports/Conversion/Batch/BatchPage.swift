/// What became of a batch as one page that needs nothing else: counts, plots, and a table of inputs that can be sorted.
///
/// Without a script everything is there but the sorting.
public struct BatchPage: Sendable {
    /// The page's bytes.
    public let html: [UInt8]

    /// How many inputs are listed with all others; of a larger batch those are, of which there is something to say.
    private static let allLimit = 2_000
    /// How many inputs are listed at most.
    private static let rowLimit = 5_000

    /// Makes the page of a journal.
    ///
    /// - Throws: an error where the journal cannot be read any more.
    public init(of journal: JournalFile) throws(InputError) {
        let tally = try journal.tally(failures: 0)
        var rows: [BatchOutcome] = []
        try journal.forEach { outcome in
            let isTold = tally.count <= Self.allLimit || !outcome.kind.isDone || !outcome.findings.isEmpty
            if isTold, rows.count < Self.rowLimit { rows.append(outcome) }
        }
        var output = MarkupOutput()
        output.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        output.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        output.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
        output.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        output.markup("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>Batch</title>\n")
        output.markup("<style>\n\(HTMLStyle.text)\(BatchPageParts.style)</style>\n</head>\n<body>\n")
        output.markup("<header>\n<h1>Batch</h1>\n")
        let inputs = ReportTally.counted(tally.count, "input")
        output.element(
            "p", ["class": "lead"],
            "\(inputs), \(ReportTally.counted(tally.outputs, "output")). \(journal.ending)")
        output.markup("\n</header>\n<main>\n")
        output.kinds(tally)
        output.plot(
            "Inputs by how they ended",
            BatchOutcome.Kind.allCases.compactMap { kind in
                tally.kinds[kind].map { (kind.rawValue, $0, kind.cssClass) }
            })
        output.findings(tally)
        output.rows(rows, of: tally.count)
        output.markup("</main>\n<footer>\n<h2>What ran</h2>\n")
        output.terms(
            [("Journal", PrintableText.line(FilePath.shown(journal.path)))]
                + (journal.header?.options ?? []).map { ($0.name, $0.value) })
        output.markup("</footer>\n<script>\n\(BatchPageParts.script)</script>\n</body>\n</html>\n")
        html = output.bytes
    }
}

extension MarkupOutput {
    /// Writes how many inputs ended in each way.
    fileprivate mutating func kinds(_ tally: BatchTally) {
        markup("<ul class=\"verdicts\">\n")
        for kind in BatchOutcome.Kind.allCases {
            let count = tally.kinds[kind] ?? 0
            open("li", ["class": count == 0 ? "none" : kind.cssClass])
            element("b", ReportTally.grouped(count))
            text(" \(kind.rawValue)")
            markup("</li>\n")
        }
        markup("</ul>\n")
    }

    /// Writes what was found: a plot by family, and a table by code.
    fileprivate mutating func findings(_ tally: BatchTally) {
        let findings = tally.sortedFindings
        guard !findings.isEmpty else { return }
        var families: [String: Int] = [:]
        for finding in findings {
            families[FindingFamily.name(of: finding.code.code), default: 0] += finding.count
        }
        markup("<h2>Findings</h2>\n")
        plot(
            "Findings by family",
            FindingFamily.all.compactMap { name in families[name].map { (name, $0, "info") } })
        markup("<div class=\"wide\">\n<table class=\"sortable\">\n<thead><tr>")
        for name in ["Code", "Severity"] { element("th", ["scope": "col"], name) }
        element("th", ["scope": "col", "class": "number"], "Count")
        markup("</tr></thead>\n<tbody>\n")
        for finding in findings {
            markup("<tr><th scope=\"row\">")
            element("code", finding.code.code)
            markup("</th><td>")
            severity(finding.code.severity)
            markup("</td>")
            element("td", ["class": "number"], ReportTally.grouped(finding.count))
            markup("</tr>\n")
        }
        markup("</tbody>\n</table>\n</div>\n")
    }

    /// Writes the table of inputs.
    fileprivate mutating func rows(_ rows: [BatchOutcome], of count: Int) {
        markup("<h2>Inputs</h2>\n")
        if rows.count < count {
            element(
                "p", ["class": "lead"],
                "\(ReportTally.grouped(rows.count)) of \(ReportTally.grouped(count)) are listed: those that were not converted, "
                    + "and those with findings. The journal has them all.")
        }
        markup("<div class=\"wide\">\n<table class=\"sortable findings\">\n<thead><tr>")
        for name in ["Input", "Outcome", "Format"] { element("th", ["scope": "col"], name) }
        for name in ["Findings", "ms"] { element("th", ["scope": "col", "class": "number"], name) }
        element("th", ["scope": "col"], "Reason")
        markup("</tr></thead>\n<tbody>\n")
        for row in rows {
            markup("<tr><th scope=\"row\">")
            element("bdi", PrintableText.line(FilePath.shown(row.input)))
            markup("</th><td>")
            element("span", ["class": "badge \(row.kind.cssClass)"], row.kind.rawValue)
            markup("</td>")
            element("td", row.format ?? "")
            element("td", ["class": "number"], ReportTally.grouped(row.findings.reduce(0) { $0 + $1.count }))
            element("td", ["class": "number"], ReportTally.grouped(row.milliseconds))
            element("td", row.reason ?? "")
            markup("</tr>\n")
        }
        markup("</tbody>\n</table>\n</div>\n")
    }

    /// Writes bars beside their names, each as long as its number.
    fileprivate mutating func plot(_ title: String, _ bars: [(name: String, count: Int, cssClass: String)]) {
        let most = max(1, bars.map(\.count).max() ?? 1)
        let height = bars.count * 26
        markup(
            "<svg class=\"plot\" role=\"img\" viewBox=\"0 0 640 \(height)\" width=\"640\" height=\"\(height)\">"
        )
        element("title", title)
        for (row, bar) in bars.enumerated() {
            let width = max(2, bar.count * 400 / most)
            element("text", ["x": "0", "y": "\(row * 26 + 18)"], bar.name)
            empty(
                "rect",
                [
                    "class": bar.cssClass, "x": "130", "y": "\(row * 26 + 4)", "width": "\(width)",
                    "height": "18",
                ])
            element("text", ["x": "\(138 + width)", "y": "\(row * 26 + 18)"], ReportTally.grouped(bar.count))
        }
        markup("</svg>\n")
    }
}

extension BatchOutcome.Kind {
    /// The name of its class in the style sheet.
    fileprivate var cssClass: String {
        switch self {
        case .converted, .unchanged: "valid"
        case .skipped, .incomplete: "unchecked"
        case .invalid, .failed, .notWritten: "invalid"
        }
    }
}

/// Codes gathered by what they are about.
private enum FindingFamily {
    static let all = [
        "XML syntax", "JSON syntax", "text", "Akoma Ntoso", "schema", "rules", "files, limits",
    ]
    private static let rules = Set(RecordRules.codes.map(\.description))

    static func name(of code: String) -> String {
        if rules.contains(code) { return "rules" }
        if code == "json-shape" || code.hasPrefix("schema-") || code.hasPrefix("record-") { return "schema" }
        if code.hasPrefix("xml-") { return "XML syntax" }
        if code.hasPrefix("json-") { return "JSON syntax" }
        if code.hasPrefix("akn-") { return "Akoma Ntoso" }
        return code.hasPrefix("text-") ? "text" : "files, limits"
    }
}

/// What the page of a batch has beyond the style of reports.
private enum BatchPageParts {
    static let style = """
        .plot { display: block; max-width: 100%; height: auto; margin: 1rem 0; }
        .plot text { fill: var(--text); font-size: 14px; }
        .plot rect { fill: var(--info); }
        .plot rect.valid { fill: var(--good); }
        .plot rect.unchecked { fill: var(--warning); }
        .plot rect.invalid { fill: var(--error); }
        th button { padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
        th[aria-sort=ascending] button::after { content: " \\2191"; }
        th[aria-sort=descending] button::after { content: " \\2193"; }

        """

    static let script = """
        "use strict";
        for (const table of document.querySelectorAll("table.sortable")) {
          const heads = [...table.tHead.rows[0].cells];
          heads.forEach((head, column) => {
            const button = document.createElement("button");
            button.type = "button";
            button.append(...head.childNodes);
            head.append(button);
            button.addEventListener("click", () => {
              const turn = head.ariaSort === "ascending" ? -1 : 1;
              for (const other of heads) other.removeAttribute("aria-sort");
              head.setAttribute("aria-sort", turn === 1 ? "ascending" : "descending");
              const isNumber = head.classList.contains("number");
              const value = row => row.cells[column].textContent;
              const number = row => Number(value(row).replaceAll(",", ""));
              const rows = [...table.tBodies[0].rows];
              rows.sort((a, b) => turn * (isNumber ? number(a) - number(b) : value(a).localeCompare(value(b))));
              table.tBodies[0].append(...rows);
            });
          });
        }

        """
}
