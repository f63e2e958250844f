import MeetingReports

/// The tree of a report, one line an element, as a person would note it down.
///
/// `§ II. | Heading | (agenda item 2)` is a section, `¶ 3. First three words` a paragraph or, without a number, `¶ -`; `•` is an item.
/// `(+2)` says that a paragraph or item holds two runs more. `words` is how many words of a text it gives.
func outline(of report: MeetingReport, words: Int = 3) -> String {
    var printer = OutlinePrinter(words: words)
    return printer.printed(report.body)
}

private struct OutlinePrinter {
    private let words: Int
    private var lines: [String] = []

    init(words: Int) {
        self.words = words
    }

    mutating func printed(_ blocks: [Block]) -> String {
        add(blocks, depth: 0)
        return lines.map { $0 + "\n" }.joined()
    }

    private mutating func add(_ text: String, _ depth: Int) {
        lines.append(String(repeating: "  ", count: depth) + text)
    }

    private mutating func add(_ blocks: [Block], depth: Int) {
        for block in blocks {
            switch block {
            case .section(let section):
                let parts = [section.num, section.heading, section.agendaReference?.content]
                add("§ " + parts.compactMap { $0?.plainText }.joined(separator: " | "), depth)
                add(section.content, depth: depth + 1)
            case .annex(let annex):
                let parts = [annex.num, annex.heading].compactMap { $0?.plainText }
                let fields = annex.masthead.isEmpty ? "" : " {\(annex.masthead.count)}"
                add("annex " + parts.joined(separator: " | ") + fields, depth)
                add(annex.content, depth: depth + 1)
            case .paragraph(let paragraph):
                add("¶ ", paragraph.num, paragraph.heading, paragraph.content, depth)
            case .list(let list): add(list, depth)
            case .table(let table): add(table, depth)
            case .quote(let quote): add("quote \(quote.content.count)", depth)
            case .contents(let contents):
                add("contents", depth)
                for entry in contents.content.compactMap(\.element) { add(entry, depth + 1) }
            case .interruption: break
            }
        }
    }

    private mutating func add(
        _ mark: String, _ num: [Inline]?, _ heading: [Inline]?, _ content: [Inner], _ depth: Int
    ) {
        let runs = content.runs
        let text = words > 100 ? runs.joined(separator: " ") : runs.first ?? ""
        let words = text.split(separator: " ").prefix(words).joined(separator: " ")
        let title = heading.map { " [\($0.plainText)]" } ?? ""
        let more = runs.count > 1 ? " (+\(runs.count - 1))" : ""
        add(mark + (num?.plainText ?? "-") + title + (words.isEmpty ? "" : " " + words) + more, depth)
        for inner in content {
            switch inner {
            case .list(let list): add(list, depth + 1)
            case .table(let table): add(table, depth + 1)
            case .quote(let quote): add("quote \(quote.content.count)", depth + 1)
            case .p, .interruption: break
            }
        }
    }

    private mutating func add(_ entry: Entry, _ depth: Int) {
        guard entry.kind == nil else { return add("- label", depth) }
        let parts = [entry.num, entry.heading, entry.paragraphs, entry.page].map { $0?.plainText ?? "" }
        add("\(entry.level ?? 0) " + parts.joined(separator: " | "), depth)
    }

    private mutating func add(_ list: List, _ depth: Int) {
        for item in list.content.compactMap(\.element) { add("• ", item.num, nil, item.content, depth) }
    }

    private mutating func add(_ table: Table, _ depth: Int) {
        let rows = table.content.compactMap(\.element)
        let title = [table.num, table.heading].compactMap { $0?.plainText }.joined(separator: " | ")
        let size = "\(rows.count)×\(rows.map(\.content.count).max() ?? 0)"
        add("table " + (title.isEmpty ? "" : title + " ") + size, depth)
    }
}
