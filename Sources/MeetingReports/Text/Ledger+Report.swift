extension Ledger {
    /// Reads off a record what became of each source line.
    ///
    /// - Parameters:
    ///   - report: the record, with ids.
    ///   - isBlank: for each source line whether it holds only white space.
    ///   - drops: what was dropped, in any order.
    init(_ report: MeetingReport, isBlank: [Bool], drops: [Drop]) {
        var collector = HolderCollector(isBlank: isBlank)
        report.accept(&collector)
        lines = zip(collector.holders, isBlank).map { holders, isBlank in
            if !holders.isEmpty { .kept(holders) } else if isBlank { .blank } else { .lost }
        }
        self.drops = drops.sorted { ($0.line, $0.kind.description) < ($1.line, $1.kind.description) }
        regions = []
    }
}

/// Notes for each line the innermost elements that carry it and hold text themselves.
private struct HolderCollector: ReportVisitor {
    private(set) var holders: [[Ledger.Holder]]
    /// The elements around the current place that may hold text: their name, id and lines.
    private var open: [Frame] = []

    private struct Frame {
        var holder: Ledger.Holder
        var lines: SourceLines?
        /// The first line of a block inside: the number and heading stand before it.
        var firstInside = Int.max
    }

    private let isBlank: [Bool]

    init(isBlank: [Bool]) {
        self.isBlank = isBlank
        holders = Array(repeating: [], count: isBlank.count)
    }

    mutating func enter(_ element: Element) -> Descent {
        let id = open.last?.holder.id
        switch element {
        case .section(let section): push(element, section.id, section.lines)
        case .annex(let annex): push(element, annex.id, annex.lines)
        case .paragraph(let paragraph): push(element, paragraph.id, paragraph.lines)
        case .list(let list): push(element, list.id, list.lines)
        case .item(let item): push(element, item.id, item.lines)
        case .quote(let quote): push(element, quote.id, quote.lines)
        case .table(let table): push(element, table.id, table.lines)
        case .contents(let contents): push(element, contents.id, contents.lines)
        case .footnote(let note): push(element, note.id, note.lines)
        case .unrecognized(let text): push(element, text.id, text.lines)
        case .furniture(let furniture): push(element, id, furniture.lines)
        case .field(let field): push(element, nil, field.lines)
        case .row(let row): push(element, id, row.lines)
        case .entry(let entry): push(element, id, entry.lines)
        case .p(let p):
            let holder = open.last?.holder ?? Ledger.Holder(element: "p", id: nil)
            open.append(Frame(holder: holder, lines: p.lines ?? open.last?.lines))
            note()
        default: break
        }
        switch element {
        case .field, .furniture, .unrecognized, .row, .entry: note()
        default: break
        }
        return .into
    }

    mutating func leave(_ element: Element) {
        switch element {
        case .section, .annex, .paragraph, .list, .item, .quote, .table, .contents, .footnote, .unrecognized,
            .furniture, .field, .row, .entry, .p:
            noteHead()
            open.removeLast()
        default: break
        }
    }

    private mutating func push(_ element: Element, _ id: String?, _ lines: SourceLines?) {
        // A field of an annex's masthead stands between its number and its heading.
        let isField = if case .field = element { true } else { false }
        if !isField, Interruption(element) == nil, let first = lines?.first, let parent = open.indices.last {
            open[parent].firstInside = min(open[parent].firstInside, first)
        }
        open.append(Frame(holder: Ledger.Holder(element: element.name.name, id: id), lines: lines))
    }

    /// Notes the innermost element for its lines.
    private mutating func note() {
        guard let frame = open.last, let lines = frame.lines else { return }
        for number in lines.numbers { note(frame.holder, number) }
    }

    /// Notes an element that is being left for the lines of its number and heading: those before what it holds.
    private mutating func noteHead() {
        guard let frame = open.last, let lines = frame.lines else { return }
        for number in lines.numbers where number < frame.firstInside && number <= holders.count {
            if holders[number - 1].isEmpty { note(frame.holder, number) }
        }
    }

    private mutating func note(_ holder: Ledger.Holder, _ number: Int) {
        guard number <= holders.count, !isBlank[number - 1], !holders[number - 1].contains(holder) else {
            return
        }
        holders[number - 1].append(holder)
    }
}
