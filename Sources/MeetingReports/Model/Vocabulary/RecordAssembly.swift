/// Makes the model of a record, or of an element of it, from its elements and texts.
///
/// What has no place in the model was named before (see ``RecordBuilder/mismatch``) and is left out.
struct RecordAssembly {
    private let view: RecordView

    init(_ view: RecordView) {
        self.view = view
    }

    /// The record; nil where the root is none.
    var report: MeetingReport? {
        guard let root = view.nodes.first, root.name == .meetingReport,
            let version = view.string(.version, of: 0)
        else { return nil }
        let parts = parts(of: 0)
        return MeetingReport(
            version: version, id: view.string(.id, of: 0), lang: view.string(.lang, of: 0),
            kind: view.string(.kind, of: 0), source: parts.source.flatMap(source),
            masthead: parts.masthead.map(masthead) ?? [], body: parts.body.map(body) ?? [])
    }

    /// The head children of an element, and how many others it has.
    private struct Parts {
        var source: Int?
        var num: Int?
        var marker: Int?
        var masthead: Int?
        var heading: Int?
        var agendaReference: Int?
        var paragraphs: Int?
        var page: Int?
        var body: Int?
        var runLength = 0
    }

    private func parts(of index: Int) -> Parts {
        var parts = Parts()
        for child in view.children(of: index) {
            switch view.nodes[child].name {
            case .source: parts.source = child
            case .num: parts.num = child
            case .marker: parts.marker = child
            case .masthead: parts.masthead = child
            case .heading: parts.heading = child
            case .agendaReference: parts.agendaReference = child
            case .paragraphs: parts.paragraphs = child
            case .page: parts.page = child
            case .body: parts.body = child
            default: parts.runLength += 1
            }
        }
        return parts
    }

    /// What becomes of the children of an element that have a place in its run.
    private func run<Part>(_ index: Int, _ count: Int? = nil, _ part: (Int, ElementName?) -> Part?) -> [Part]
    {
        let children = view.children(of: index)
        let count = count ?? children.reduce(0) { count, _ in count + 1 }
        guard count > 0 else { return [] }
        var run: [Part] = []
        run.reserveCapacity(count)
        for child in children {
            if let part = part(child, view.nodes[child].name) { run.append(part) }
        }
        return run
    }

    // MARK: - Heads

    private func source(_ index: Int) -> Source? {
        guard let name = view.string(.name, of: index) else { return nil }
        return Source(
            name: name, sha256: view.string(.sha256, of: index), size: view.count(.size, of: index),
            encoding: view.string(.encoding, of: index), lines: view.lines(of: index))
    }

    private func masthead(_ index: Int) -> [Interrupted<MastheadField>] {
        run(index) { child, name in
            guard let name else { return nil }
            if let field = MastheadField.Name(name) { return .element(self.field(child, field)) }
            return interruption(child, name).map { .interruption($0) }
        }
    }

    private func field(_ index: Int, _ name: MastheadField.Name) -> MastheadField {
        MastheadField(
            name, lines: view.lines(of: index), lang: view.string(.lang, of: index),
            value: view.string(.value, of: index), of: view.choice(.of, of: index),
            number: view.string(.number, of: index), to: view.count(.to, of: index),
            part: view.count(.part, of: index), status: view.choice(.status, of: index),
            content: inlines(index))
    }

    private func agendaReference(_ index: Int) -> AgendaReference {
        AgendaReference(items: view.string(.items, of: index), content: inlines(index))
    }

    // MARK: - Blocks

    private func body(_ index: Int) -> [Block] { blocks(index) }

    private func blocks(_ index: Int, _ count: Int? = nil) -> [Block] {
        run(index, count) { child, name in
            switch name {
            case .section: .section(section(child))
            case .paragraph: .paragraph(paragraph(child))
            case .list: .list(list(child))
            case .table: .table(table(child))
            case .quote: .quote(quote(child))
            case .contents: .contents(contents(child))
            case .annex: .annex(annex(child))
            default: name.flatMap { interruption(child, $0) }.map { .interruption($0) }
            }
        }
    }

    private func inner(_ index: Int, _ count: Int? = nil) -> [Inner] {
        run(index, count) { child, name in
            switch name {
            case .p: .p(p(child))
            case .list: .list(list(child))
            case .table: .table(table(child))
            case .quote: .quote(quote(child))
            default: name.flatMap { interruption(child, $0) }.map { .interruption($0) }
            }
        }
    }

    private func section(_ index: Int) -> Section {
        let parts = parts(of: index)
        return Section(
            id: view.string(.id, of: index), lines: view.lines(of: index),
            lang: view.string(.lang, of: index), kind: view.codes(.kind, of: index),
            num: parts.num.map(inlines), heading: parts.heading.map(inlines),
            agendaReference: parts.agendaReference.map(agendaReference),
            content: blocks(index, parts.runLength))
    }

    private func paragraph(_ index: Int) -> Paragraph {
        let parts = parts(of: index)
        return Paragraph(
            id: view.string(.id, of: index), lines: view.lines(of: index),
            lang: view.string(.lang, of: index), kind: view.codes(.kind, of: index),
            num: parts.num.map(inlines), heading: parts.heading.map(inlines),
            agendaReference: parts.agendaReference.map(agendaReference),
            content: inner(index, parts.runLength))
    }

    /// A list with its items.
    func list(_ index: Int) -> List {
        List(
            id: view.string(.id, of: index), lines: view.lines(of: index),
            lang: view.string(.lang, of: index), kind: view.codes(.kind, of: index),
            content: run(index) { child, name in
                if name == .item { return .element(item(child)) }
                return name.flatMap { interruption(child, $0) }.map { .interruption($0) }
            })
    }

    private func item(_ index: Int) -> Item {
        let parts = parts(of: index)
        return Item(
            id: view.string(.id, of: index), lines: view.lines(of: index),
            lang: view.string(.lang, of: index), kind: view.codes(.kind, of: index),
            num: parts.num.map(inlines), content: inner(index, parts.runLength))
    }

    private func quote(_ index: Int) -> Quote {
        Quote(
            id: view.string(.id, of: index), lines: view.lines(of: index),
            lang: view.string(.lang, of: index),
            content: run(index) { child, name in
                switch name {
                case .p: .p(p(child))
                case .list: .list(list(child))
                case .table: .table(table(child))
                default: name.flatMap { interruption(child, $0) }.map { .interruption($0) }
                }
            })
    }

    private func table(_ index: Int) -> Table {
        let parts = parts(of: index)
        return Table(
            id: view.string(.id, of: index), lines: view.lines(of: index),
            lang: view.string(.lang, of: index), kind: view.codes(.kind, of: index),
            num: parts.num.map(inlines), heading: parts.heading.map(inlines),
            content: run(index, parts.runLength) { child, name in
                if name == .row { return .element(row(child)) }
                return name.flatMap { interruption(child, $0) }.map { .interruption($0) }
            })
    }

    private func row(_ index: Int) -> Row {
        Row(
            lines: view.lines(of: index),
            content: run(index) { child, name in name == .cell ? cell(child) : nil })
    }

    private func cell(_ index: Int) -> Cell {
        Cell(
            kind: view.choice(.kind, of: index), columns: view.count(.columns, of: index),
            rows: view.count(.rows, of: index), lang: view.string(.lang, of: index), content: inner(index))
    }

    private func contents(_ index: Int) -> Contents {
        let parts = parts(of: index)
        return Contents(
            id: view.string(.id, of: index), lines: view.lines(of: index),
            lang: view.string(.lang, of: index), heading: parts.heading.map(inlines),
            content: run(index, parts.runLength) { child, name in
                if name == .entry { return .element(entry(child)) }
                return name.flatMap { interruption(child, $0) }.map { .interruption($0) }
            })
    }

    /// An entry of a contents list.
    func entry(_ index: Int) -> Entry {
        let parts = parts(of: index)
        return Entry(
            lines: view.lines(of: index), lang: view.string(.lang, of: index),
            kind: view.choice(.kind, of: index), level: view.count(.level, of: index),
            target: view.string(.target, of: index), num: parts.num.map(inlines),
            heading: parts.heading.map(inlines),
            agendaReference: parts.agendaReference.map(agendaReference),
            paragraphs: parts.paragraphs.map(inlines), page: parts.page.map(inlines))
    }

    private func annex(_ index: Int) -> Annex {
        let parts = parts(of: index)
        return Annex(
            id: view.string(.id, of: index), lines: view.lines(of: index),
            lang: view.string(.lang, of: index), kind: view.codes(.kind, of: index),
            num: parts.num.map(inlines), masthead: parts.masthead.map(masthead) ?? [],
            heading: parts.heading.map(inlines), content: blocks(index, parts.runLength))
    }

    private func p(_ index: Int) -> P {
        P(lines: view.lines(of: index), lang: view.string(.lang, of: index), content: inlines(index))
    }

    // MARK: - Interruptions

    private func interruption(_ index: Int, _ name: ElementName) -> Interruption? {
        switch name {
        case .furniture:
            .furniture(
                Furniture(
                    lines: view.lines(of: index), kind: view.choice(.kind, of: index),
                    n: view.string(.n, of: index), text: printedLines(index)))
        case .footnote: .footnote(footnote(index))
        case .unrecognized:
            .unrecognized(
                Unrecognized(
                    id: view.string(.id, of: index), lines: view.lines(of: index),
                    lang: view.string(.lang, of: index), text: printedLines(index)))
        default: nil
        }
    }

    private func footnote(_ index: Int) -> Footnote {
        let parts = parts(of: index)
        return Footnote(
            id: view.string(.id, of: index), lines: view.lines(of: index),
            lang: view.string(.lang, of: index), marker: parts.marker.map { view.plainText(of: $0) },
            content: inner(index, parts.runLength))
    }

    /// The characters of furniture or unrecognized text, one string a printed line.
    func printedLines(_ index: Int) -> [String] {
        var lines: [String] = []
        for child in view.children(of: index) {
            if lines.isEmpty { lines.append("") }
            if view.nodes[child].name == nil {
                lines[lines.count - 1] += view.text(child)
            } else {
                lines.append("")
            }
        }
        return lines
    }

    // MARK: - Texts

    private func inlines(_ index: Int) -> [Inline] {
        run(index) { child, name in
            guard let name else { return .text(view.text(child)) }
            return inline(child, name)
        }
    }

    private func inline(_ index: Int, _ name: ElementName) -> Inline? {
        switch name {
        case .organization:
            .organization(
                Organization(
                    kind: view.codes(.kind, of: index), code: view.string(.code, of: index),
                    acronym: view.string(.acronym, of: index), as: view.codes(.as, of: index),
                    content: inlines(index)))
        case .person: .person(Person(as: view.codes(.as, of: index), content: inlines(index)))
        case .role: .role(Role(code: view.string(.code, of: index), content: inlines(index)))
        case .location: .location(Location(code: view.string(.code, of: index), content: inlines(index)))
        case .date:
            .date(
                DateSpan(
                    from: view.date(.from, of: index), to: view.date(.to, of: index), content: inlines(index))
            )
        case .event: .event(Event(content: inlines(index)))
        case .statement:
            .statement(
                Statement(
                    kind: view.codes(.kind, of: index), label: view.string(.label, of: index),
                    content: inlines(index)))
        case .reference:
            .reference(
                Reference(
                    kind: view.codes(.kind, of: index), target: view.string(.target, of: index),
                    content: inlines(index)))
        case .link:
            view.string(.href, of: index).map { .link(Link(href: $0, content: inlines(index))) }
        case .noteReference:
            .noteReference(
                NoteReference(target: view.string(.target, of: index), content: inlines(index)))
        case .emphasis: .emphasis(Emphasis(kind: view.codes(.kind, of: index), content: inlines(index)))
        case .lineBreak: .lineBreak
        default: interruption(index, name).map { .interruption($0) }
        }
    }
}
