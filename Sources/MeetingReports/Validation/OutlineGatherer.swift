/// Gathers a record's outline in one walk over its elements, in document order.
struct OutlineGatherer {
    private let view: RecordView
    private let assembly: RecordAssembly
    private var outline: RecordOutline

    /// What is open, by its number and the node behind its end: bodies, sections and annexes; annexes; footnotes and
    /// contents lists by their place among those.
    private var holders: [(number: Int, end: Int)] = []
    private var scopes: [(number: Int, end: Int)] = []
    private var notes: [(number: Int, end: Int)] = []
    private var contents: [(number: Int, end: Int)] = []
    /// Where the first of these ends.
    private var nextEnd = Int.max
    /// Where the elements end that are beside the running text.
    private var asideEnd = 0
    /// What the outermost element that says it makes of the dates in it, and where it ends.
    private var meaning = (of: RecordOutline.DatedSpan.Meaning.other, end: 0)

    /// Gathers the outline of a record.
    static func outline(of tape: RecordTape) -> RecordOutline {
        let view = tape.view
        var gatherer = OutlineGatherer(view)
        for index in view.nodes.indices {
            if let name = view.nodes[index].name { gatherer.take(index, name) }
        }
        gatherer.outline.finish()
        return withExtendedLifetime(tape) { gatherer.outline }
    }

    private init(_ view: RecordView) {
        self.view = view
        assembly = RecordAssembly(view)
        outline = RecordOutline(of: view)
        outline.ids.reserveCapacity(view.elementCount)
    }

    private var scope: Int { scopes.last?.number ?? RecordOutline.documentScope }

    private mutating func take(_ index: Int, _ name: ElementName) {
        if nextEnd <= index { close(before: index) }
        let number = view.number(of: index)
        let end = Int(view.nodes[index].end)
        if Self.isBlock(name), let id = view.utf8(.id, of: index) {
            outline.ids.append(.init(id: id, element: number))
        }
        if let lines = view.utf8(.lines, of: index) { check(lines, of: number) }
        switch name {
        case .meetingReport: outline.kind = view.string(.kind, of: index)
        case .body: holders.append((number, end))
        case .section:
            note(division: index, number)
            holders.append((number, end))
        case .annex:
            note(division: index, number)
            holders.append((number, end))
            scopes.append((number, end))
        case .paragraph: note(paragraph: index, number)
        case .table:
            if let heading = child(.heading, of: index) { outline.otherHeadingNodes.append(heading) }
        case .list: if view.hasCode("agenda", in: .kind, of: index) { note(agenda: assembly.list(index)) }
        case .contents:
            contents.append((outline.contents.count, end))
            outline.contents.append(.init(element: number, scope: scope, entries: []))
        case .entry: note(entry: index, number)
        case .footnote:
            notes.append((outline.notes.count, end))
            outline.notes.append(
                .init(
                    element: number, id: view.utf8(.id, of: index),
                    marker: child(.marker, of: index).map { view.plainText(of: $0) }))
        case .unrecognized:
            outline.unrecognized.append(.init(element: number, text: assembly.printedLines(index)))
        case .organization: note(organization: index, number)
        case .date: note(date: index, number)
        case .statement: if view.hasCode("meeting", in: .kind, of: index) { mean(.meeting, until: end) }
        case .reference: note(reference: index, number)
        case .link: if let href = view.string(.href, of: index) { outline.links.append((number, href)) }
        case .noteReference:
            let target = view.utf8(.target, of: index)
            if let target {
                outline.targets.append(.init(target: target, element: number, name: .noteReference))
            }
            outline.marks.append(.init(element: number, target: target, note: notes.last?.number))
        case .agendaReference:
            if let items = view.string(.items, of: index) {
                outline.agendaItems.append(
                    .init(
                        element: number, attribute: .items,
                        items: items.split(separator: " ").map(String.init)))
            }
        case .issued, .symbol, .session, .venue, .agendaItem: note(field: name, index, number)
        default: break
        }
        if Self.isHolder(name) { nextEnd = min(nextEnd, end) }
        if Self.isAside(name) { asideEnd = max(asideEnd, end) }
    }

    /// Takes those from the lists of what is open that end before a node.
    private mutating func close(before index: Int) {
        func close(_ list: inout [(number: Int, end: Int)]) -> Int {
            while let last = list.last, last.end <= index { list.removeLast() }
            return list.last?.end ?? .max
        }
        nextEnd = min(close(&holders), close(&scopes), close(&notes), close(&contents))
    }

    /// Whether the element is noted as open until its end.
    private static func isHolder(_ name: ElementName) -> Bool {
        switch name {
        case .body, .section, .annex, .contents, .footnote: true
        default: false
        }
    }

    /// Whether what an element holds is beside the running text.
    private static func isAside(_ name: ElementName) -> Bool {
        switch name {
        case .masthead, .heading, .agendaReference, .contents, .footnote: true
        default: false
        }
    }

    /// Whether the element may carry an id.
    private static func isBlock(_ name: ElementName) -> Bool {
        switch name {
        case .meetingReport, .section, .annex, .paragraph, .list, .item, .quote, .table, .contents, .footnote,
            .unrecognized:
            true
        default: false
        }
    }

    /// The head child of that name, or nil.
    private func child(_ name: ElementName, of index: Int) -> Int? {
        view.children(of: index).first { view.nodes[$0].name == name }
    }

    private mutating func check(_ lines: UnsafeBufferPointer<UInt8>, of number: Int) {
        var last = 0
        var isAscending = true
        _ = SourceLines.forEachRange(in: lines) {
            if $0.first <= last || $0.last < $0.first { isAscending = false }
            last = $0.last
        }
        if !isAscending, let lines = SourceLines(utf8: lines) {
            outline.unorderedLines.append((number, lines))
        }
    }

    // MARK: - Divisions

    private mutating func note(division index: Int, _ number: Int) {
        var division = RecordOutline.Division(
            element: number, parent: holders.last?.number ?? 0, scope: scope,
            node: index, isSection: view.nodes[index].name == .section,
            namesAgendaItems: false, isEmpty: true, end: view.numberBehind(index))
        for child in view.children(of: index) {
            switch view.nodes[child].name {
            case .num: division.num = view.withoutMarks(child)
            case .heading: division.headingNode = child
            case .agendaReference: division.namesAgendaItems = division.isSection
            case .masthead, .furniture, .footnote, .unrecognized: break
            default: division.isEmpty = false
            }
        }
        outline.divisions.append(division)
    }

    private mutating func note(paragraph index: Int, _ number: Int) {
        for child in view.children(of: index) {
            switch view.nodes[child].name {
            case .heading: outline.otherHeadingNodes.append(child)
            case .num:
                outline.paragraphs.append(
                    .init(
                        element: number, parent: holders.last?.number ?? 0, scope: scope,
                        num: view.withoutMarks(child)))
            default: return
            }
        }
    }

    private mutating func note(entry index: Int, _ number: Int) {
        let entry = assembly.entry(index)
        if let target = view.utf8(.target, of: index) {
            outline.targets.append(.init(target: target, element: number, name: .entry))
        }
        if entry.kind == nil, let list = contents.last {
            outline.contents[list.number].entries.append((number, entry))
        }
    }

    // MARK: - Mastheads and agendas

    private mutating func note(field name: ElementName, _ index: Int, _ number: Int) {
        let of: MastheadField.Of? = view.choice(.of, of: index)
        switch name {
        case .issued:
            if let date = view.date(.value, of: index) {
                outline.issues.append(.init(element: number, date: date, scope: scope))
            }
        case .symbol:
            outline.symbols.append(
                (number, view.string(.value, of: index) ?? view.plainText(of: index)))
        case .session:
            if let first = view.count(.number, of: index), let last = view.count(.to, of: index) {
                outline.sessionRanges.append((number, first, last))
            }
        case .venue where of == .reported: mean(.venue, until: Int(view.nodes[index].end))
        case .agendaItem where of == .reported:
            if let item = view.string(.number, of: index) {
                outline.agendaItems.append(.init(element: number, attribute: .number, items: [item]))
            }
        default: break
        }
    }

    private mutating func note(agenda list: List) {
        for item in list.content.compactMap(\.element) {
            guard let num = item.num.map({ PrintedNumber.core(of: $0.withoutMarks) }), !num.isEmpty else {
                continue
            }
            outline.agenda.insert(num)
            for case .list(let inner) in item.content {
                for part in inner.content.compactMap(\.element) {
                    let letter = part.num.map { PrintedNumber.core(of: $0.withoutMarks) } ?? ""
                    if !letter.isEmpty { outline.agenda.insert("\(num)(\(letter))") }
                }
            }
        }
    }

    // MARK: - Spans

    /// Says what the dates up to a node are the dates of; what the outermost element says holds.
    private mutating func mean(_ found: RecordOutline.DatedSpan.Meaning, until end: Int) {
        if end > meaning.end { meaning = (found, end) }
    }

    private mutating func note(date index: Int, _ number: Int) {
        outline.dates.append(
            .init(
                element: number, from: view.date(.from, of: index), to: view.date(.to, of: index),
                meaning: index < meaning.end ? meaning.of : .other, scope: scope))
    }

    private mutating func note(organization index: Int, _ number: Int) {
        outline.organizations.append(
            .init(
                element: number, name: view.plainText(of: index), acronym: view.string(.acronym, of: index),
                scope: scope, isState: view.hasCode("state", in: .kind, of: index),
                hasCapacity: view.utf8(.as, of: index) != nil, isInText: index >= asideEnd))
    }

    private mutating func note(reference index: Int, _ number: Int) {
        let target = view.utf8(.target, of: index)
        if view.hasCode("paragraph", in: .kind, of: index) {
            outline.paragraphReferences.append(
                .init(element: number, target: target, text: view.plainText(of: index)))
        }
        if let target, view.hasCode("agendaItem", in: .kind, of: index) {
            outline.agendaItems.append(
                .init(element: number, attribute: .target, items: [String(checked: target)]))
        }
    }
}

extension [Inline] {
    /// The printed number or heading without the marks of notes on it.
    var withoutMarks: String {
        filter { if case .noteReference = $0 { false } else { true } }.plainText
    }
}
