/// An element that has begun and not ended: its attributes and what it holds so far.
///
/// Used again for one element after another, so that what it has allocated is not allocated anew.
struct RecordFrame {
    private(set) var name = ElementName.collection
    var attributes = RecordAttributes()
    var inlines: [Inline] = []

    private var source: Source?
    private var num: [Inline]?
    private var heading: [Inline]?
    private var agendaReference: AgendaReference?
    private var paragraphs: [Inline]?
    private var page: [Inline]?
    private var marker: String?
    private var masthead: [Interrupted<MastheadField>] = []
    private var body: [Block] = []
    private var blocks: [Block] = []
    private var inner: [Inner] = []
    private var items: [Interrupted<Item>] = []
    private var rows: [Interrupted<Row>] = []
    private var cells: [Cell] = []
    private var entries: [Interrupted<Entry>] = []
    private var quoted: [Quote.Content] = []

    /// Begins an element.
    mutating func begin(_ name: ElementName) {
        self.name = name
        attributes.removeAll()
    }

    /// Ends the element and gives it away with what it holds; nil where it lacks an attribute that it cannot be without.
    mutating func end() -> Element? {
        let element = element()
        if !inlines.isEmpty { inlines = [] }
        source = nil
        num = nil
        heading = nil
        agendaReference = nil
        paragraphs = nil
        page = nil
        marker = nil
        if !masthead.isEmpty { masthead = [] }
        if !body.isEmpty { body = [] }
        if !blocks.isEmpty { blocks = [] }
        if !inner.isEmpty { inner = [] }
        if !items.isEmpty { items = [] }
        if !rows.isEmpty { rows = [] }
        if !cells.isEmpty { cells = [] }
        if !entries.isEmpty { entries = [] }
        if !quoted.isEmpty { quoted = [] }
        return element
    }

    /// Takes an element that has ended inside this one; false where it has no place here.
    mutating func attach(_ element: Element) -> Bool {
        switch element {
        case .source(let source): self.source = source
        case .num(let run): num = run
        case .heading(let run): heading = run
        case .agendaReference(let reference): agendaReference = reference
        case .paragraphs(let run): paragraphs = run
        case .page(let run): page = run
        case .marker(let marker): self.marker = marker.isEmpty ? nil : marker
        case .masthead(let fields): masthead = fields
        case .body(let blocks): body = blocks
        default: return attachToRun(element)
        }
        return element.name.isHead
    }

    private mutating func attachToRun(_ element: Element) -> Bool {
        switch name.contentModel {
        case .text, .printed: Self.append(Inline(element), to: &inlines)
        case .blocks: Self.append(Block(element), to: &blocks)
        case .inner: Self.append(Inner(element), to: &inner)
        case .quoted: Self.append(Quote.Content(element), to: &quoted)
        case .fields:
            Self.append(
                Interrupted(element) { if case .field(let field) = $0 { field } else { nil } }, to: &masthead)
        case .items:
            Self.append(
                Interrupted(element) { if case .item(let item) = $0 { item } else { nil } }, to: &items)
        case .rows:
            Self.append(Interrupted(element) { if case .row(let row) = $0 { row } else { nil } }, to: &rows)
        case .entries:
            Self.append(
                Interrupted(element) { if case .entry(let entry) = $0 { entry } else { nil } }, to: &entries)
        case .cells: Self.append({ if case .cell(let cell) = element { cell } else { nil } }(), to: &cells)
        case .empty, .plain, .reports: false
        }
    }

    private static func append<Part>(_ part: Part?, to run: inout [Part]) -> Bool {
        guard let part else { return false }
        run.append(part)
        return true
    }

    private mutating func element() -> Element? {
        switch name {
        case .meetingReport: meetingReport()
        case .source: sourceElement()
        case .masthead: .masthead(masthead)
        case .body: .body(blocks)
        case .section, .paragraph, .list, .item, .quote, .table, .contents, .annex, .footnote, .unrecognized:
            block()
        case .row: .row(Row(lines: attributes.lines(), content: cells))
        case .cell: cell()
        case .entry: entry()
        case .p: .p(P(lines: attributes.lines(), lang: attributes.string(.lang), content: inlines))
        case .num: .num(inlines)
        case .heading: .heading(inlines)
        case .agendaReference:
            .agendaReference(AgendaReference(items: attributes.string(.items), content: inlines))
        case .paragraphs: .paragraphs(inlines)
        case .page: .page(inlines)
        case .marker: .marker(inlines.plainText)
        case .furniture: furniture()
        case .lineBreak: .lineBreak
        case .collection: nil
        default: name.isField ? field() : span()
        }
    }

    private mutating func meetingReport() -> Element? {
        guard let version = attributes.string(.version) else { return nil }
        return .meetingReport(
            MeetingReport(
                version: version, id: attributes.string(.id), lang: attributes.string(.lang),
                kind: attributes.string(.kind), source: source, masthead: masthead, body: body))
    }

    private mutating func sourceElement() -> Element? {
        guard let name = attributes.string(.name) else { return nil }
        return .source(
            Source(
                name: name, sha256: attributes.string(.sha256), size: attributes.count(.size),
                encoding: attributes.string(.encoding), lines: attributes.lines()))
    }

    private mutating func field() -> Element? {
        guard let name = MastheadField.Name(name) else { return nil }
        return .field(
            MastheadField(
                name, lines: attributes.lines(), lang: attributes.string(.lang),
                value: attributes.string(.value),
                of: attributes.choice(.of), number: attributes.string(.number), to: attributes.count(.to),
                part: attributes.count(.part), status: attributes.choice(.status), content: inlines))
    }

    private mutating func block() -> Element? {
        let id = attributes.string(.id)
        let lines = attributes.lines()
        let lang = attributes.string(.lang)
        func kind() -> Codes? { attributes.codes(.kind) }
        return switch name {
        case .section:
            .section(
                Section(
                    id: id, lines: lines, lang: lang, kind: kind(), num: num, heading: heading,
                    agendaReference: agendaReference, content: blocks))
        case .paragraph:
            .paragraph(
                Paragraph(
                    id: id, lines: lines, lang: lang, kind: kind(), num: num, heading: heading,
                    agendaReference: agendaReference, content: inner))
        case .list: .list(List(id: id, lines: lines, lang: lang, kind: kind(), content: items))
        case .item: .item(Item(id: id, lines: lines, lang: lang, kind: kind(), num: num, content: inner))
        case .quote: .quote(Quote(id: id, lines: lines, lang: lang, content: quoted))
        case .table:
            .table(
                Table(
                    id: id, lines: lines, lang: lang, kind: kind(), num: num, heading: heading, content: rows)
            )
        case .contents:
            .contents(Contents(id: id, lines: lines, lang: lang, heading: heading, content: entries))
        case .annex:
            .annex(
                Annex(
                    id: id, lines: lines, lang: lang, kind: kind(), num: num, masthead: masthead,
                    heading: heading, content: blocks))
        case .footnote:
            .footnote(Footnote(id: id, lines: lines, lang: lang, marker: marker, content: inner))
        case .unrecognized:
            .unrecognized(Unrecognized(id: id, lines: lines, lang: lang, text: printedLines))
        default: nil
        }
    }

    private mutating func cell() -> Element {
        .cell(
            Cell(
                kind: attributes.choice(.kind), columns: attributes.count(.columns),
                rows: attributes.count(.rows),
                lang: attributes.string(.lang), content: inner))
    }

    private mutating func entry() -> Element {
        .entry(
            Entry(
                lines: attributes.lines(), lang: attributes.string(.lang), kind: attributes.choice(.kind),
                level: attributes.count(.level), target: attributes.string(.target), num: num,
                heading: heading,
                agendaReference: agendaReference, paragraphs: paragraphs, page: page))
    }

    private mutating func furniture() -> Element {
        .furniture(
            Furniture(
                lines: attributes.lines(), kind: attributes.choice(.kind), n: attributes.string(.n),
                text: printedLines))
    }

    private mutating func span() -> Element? {
        switch name {
        case .organization:
            .organization(
                Organization(
                    kind: attributes.codes(.kind), code: attributes.string(.code),
                    acronym: attributes.string(.acronym), as: attributes.codes(.as), content: inlines))
        case .person: .person(Person(as: attributes.codes(.as), content: inlines))
        case .role: .role(Role(code: attributes.string(.code), content: inlines))
        case .location: .location(Location(code: attributes.string(.code), content: inlines))
        case .date: .date(DateSpan(from: attributes.date(.from), to: attributes.date(.to), content: inlines))
        case .event: .event(Event(content: inlines))
        case .statement:
            .statement(
                Statement(kind: attributes.codes(.kind), label: attributes.string(.label), content: inlines))
        case .reference:
            .reference(
                Reference(kind: attributes.codes(.kind), target: attributes.string(.target), content: inlines)
            )
        case .link: attributes.string(.href).map { .link(Link(href: $0, content: inlines)) }
        case .noteReference:
            .noteReference(NoteReference(target: attributes.string(.target), content: inlines))
        case .emphasis: .emphasis(Emphasis(kind: attributes.codes(.kind), content: inlines))
        default: nil
        }
    }

    /// The characters of furniture or unrecognized text, one string a printed line.
    private var printedLines: [String] {
        guard !inlines.isEmpty else { return [] }
        var lines = [""]
        for inline in inlines {
            if case .text(let text) = inline {
                lines[lines.count - 1] += text
            } else {
                lines.append("")
            }
        }
        return lines
    }
}
