/// The part of the page about one input: its findings as a table, and its lines with the findings at their places.
struct HTMLInput {
    private let result: ValidationResult
    private let number: Int
    private let shown: [Int]

    /// Prepares the part about the input of a number, with at most `limit` findings.
    init(_ result: ValidationResult, number: Int, limit: Int?) {
        self.result = result
        self.number = number
        shown = result.shown(limit)
    }

    /// Writes the part.
    func write(_ output: inout MarkupOutput) {
        output.open("section", ["aria-labelledby": "input-\(number + 1)"])
        output.markup("\n")
        output.open("h2", ["id": "input-\(number + 1)"])
        output.element("bdi", PrintableText.line(result.file))
        output.text(" ")
        output.verdict(result.verdict)
        output.markup("</h2>\n")
        var terms = [("Findings", ReportTally.text(result.severities))]
        if let format = result.format { terms.append(("Format", format)) }
        if result.recordCount > 0 { terms.append(("Records", ReportTally.grouped(result.recordCount))) }
        if let digest = result.digest {
            terms += [("Size", ReportTally.counted(digest.size, "byte")), ("SHA-256", digest.sha256)]
        }
        output.terms(terms)
        writeFindings(&output)
        HTMLListing(result, number: number, shown: shown).write(&output)
        output.markup("</section>\n")
    }

    private func writeFindings(_ output: inout MarkupOutput) {
        output.markup("<div class=\"wide\">\n<table class=\"findings\">\n")
        output.open("caption")
        output.text("Findings in ")
        output.element("bdi", PrintableText.line(result.file))
        output.close("caption")
        output.markup("\n<thead><tr>")
        for head in ["No.", "Severity", "Place", "Finding"] { output.element("th", ["scope": "col"], head) }
        output.markup("</tr></thead>\n<tbody>\n")
        for index in shown { writeFinding(index, &output) }
        output.markup("</tbody>\n</table>\n</div>\n")
        if let more = result.more(than: shown.count) { output.element("p", ["class": "more"], "… \(more).") }
    }

    private func writeFinding(_ index: Int, _ output: inout MarkupOutput) {
        let finding = result.findings[index]
        output.open("tr", ["id": "finding-\(number + 1)-\(index + 1)"])
        output.element("td", ["class": "number"], "\(index + 1)")
        output.open("td")
        output.severity(finding.severity)
        if finding.isKnown { output.element("span", ["class": "badge known"], "known") }
        output.close("td")
        output.element("td", ["class": "number"], Self.position(finding.place))
        output.open("td")
        output.text(finding.message + " ")
        output.element("code", ["class": "code"], finding.code.description)
        if let path = finding.place.path {
            output.element("div", ["class": "path"], PrintableText.line(path))
        }
        for related in finding.related {
            output.open("div")
            output.text("\(Self.position(related.place)) \(related.message)")
            output.close("div")
        }
        output.markup("</td></tr>\n")
    }

    private static func position(_ place: Place) -> String {
        place.range.map { "\($0.start.line):\($0.start.column)" } ?? ""
    }
}

/// The lines of an input around its findings.
struct HTMLListing {
    /// A stretch of a line that is marked.
    private struct Mark {
        var columns: Range<Int>
        /// How grave it is; nil for a further place of a finding.
        var severity: Finding.Severity?
    }

    /// What is said below a line.
    private struct Note {
        var finding: Int
        var severity: Finding.Severity?
        var message: String
    }

    private let result: ValidationResult
    private let number: Int
    private var starts: [SourceExcerpt.Fragment: [(place: Place, note: Note)]] = [:]

    /// Sorts the findings that are shown, and their further places, by where they begin.
    init(_ result: ValidationResult, number: Int, shown: [Int]) {
        self.result = result
        self.number = number
        for index in shown {
            let finding = result.findings[index]
            add(finding.place, Note(finding: index, severity: finding.severity, message: finding.message))
            for related in finding.related {
                add(related.place, Note(finding: index, severity: nil, message: related.message))
            }
        }
    }

    private mutating func add(_ place: Place, _ note: Note) {
        guard let start = place.range?.start, let fragment = result.excerpt.fragment(at: start) else {
            return
        }
        starts[fragment, default: []].append((place, note))
    }

    /// Writes the lines, if there are any.
    func write(_ output: inout MarkupOutput) {
        guard !result.excerpt.fragments.isEmpty else { return }
        output.markup("<table class=\"listing\">\n")
        output.open("caption")
        output.text("Lines of ")
        output.element("bdi", PrintableText.line(result.file))
        output.text(" with the findings at their places")
        output.markup("</caption>\n<tbody>\n")
        var last = 0
        for fragment in result.excerpt.fragments {
            if fragment.line > last + 1 {
                output.markup("<tr class=\"gap\"><td></td><td>⋯</td></tr>\n")
            }
            last = fragment.line
            write(fragment, &output)
        }
        output.markup("</tbody>\n</table>\n")
    }

    private func write(_ fragment: SourceExcerpt.Fragment, _ output: inout MarkupOutput) {
        let notes = starts[fragment] ?? []
        output.open("tr", notes.isEmpty ? [:] : ["class": "hit"])
        output.element("th", ["scope": "row"], "\(fragment.line)")
        output.markup("<td><code>")
        if fragment.column > 1 { output.markup("<i>…</i>") }
        writeText(fragment, notes.compactMap { mark($0.place, $0.note.severity, fragment) }, &output)
        if fragment.isCut { output.markup("<i>…</i>") }
        output.markup("</code></td></tr>\n")
        for (place, note) in notes {
            output.open("tr", ["class": "note \(note.severity?.rawValue ?? "related")"])
            output.markup("<td></td><td>")
            output.element(
                "a", ["href": "#finding-\(number + 1)-\(note.finding + 1)"],
                "\(place.range?.start.column ?? 1)")
            output.text(" \(note.message)")
            output.markup("</td></tr>\n")
        }
    }

    private func mark(
        _ place: Place, _ severity: Finding.Severity?, _ fragment: SourceExcerpt.Fragment
    ) -> Mark? {
        guard let range = place.range else { return nil }
        let start = range.start.column
        var end = range.end.line == range.start.line ? range.end.column : Int.max
        if end <= start {
            // A point alone is hard to see: the mark goes on to the end of the name that begins there.
            let rest = fragment.text.unicodeScalars.dropFirst(start - fragment.column + 1)
            end = start + 1 + rest.prefix { $0.properties.isIDContinue || $0 == "-" }.count
        }
        return Mark(columns: start..<end, severity: severity)
    }

    /// Writes the text of a line, marked where findings are; the gravest wins where several are.
    private func writeText(
        _ fragment: SourceExcerpt.Fragment, _ marks: [Mark], _ output: inout MarkupOutput
    ) {
        var run = ""
        var open: String?
        func style(at column: Int) -> String? {
            let here = marks.filter { $0.columns.contains(column) }
            guard !here.isEmpty else { return nil }
            return here.compactMap(\.severity).max()?.rawValue ?? "related"
        }
        func flush(_ output: inout MarkupOutput) {
            if run.isEmpty { return }
            if let open { output.element("mark", ["class": open], run) } else { output.text(run) }
            run = ""
        }
        var column = fragment.column
        for scalar in fragment.text.unicodeScalars {
            let next = marks.isEmpty ? nil : style(at: column)
            if next != open {
                flush(&output)
                open = next
            }
            run.unicodeScalars.append(PrintableText.shown(scalar))
            column += 1
        }
        flush(&output)
        // A finding at the end of a line has no character there.
        if let end = style(at: column), marks.contains(where: { $0.columns.lowerBound == column }) {
            output.element("mark", ["class": end], " ")
        }
    }
}
