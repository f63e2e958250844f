extension Element {
    /// Hands each attribute that the element has to `body`, as written in a record, in the order of the schema.
    func forEachAttribute(_ body: (AttributeName, String) -> Void) {
        func put(_ name: AttributeName, _ value: String?) {
            if let value { body(name, value) }
        }
        func place(_ lines: SourceLines?, _ lang: String?) {
            put(.lines, lines?.description)
            put(.lang, lang)
        }
        func block(_ id: String?, _ lines: SourceLines?, _ lang: String?, _ kind: Codes? = nil) {
            put(.id, id)
            place(lines, lang)
            put(.kind, kind?.description)
        }
        switch self {
        case .meetingReport(let report):
            put(.version, report.version)
            put(.id, report.id)
            put(.lang, report.lang)
            put(.kind, report.kind)
        case .source(let source):
            put(.name, source.name)
            put(.sha256, source.sha256)
            put(.size, source.size?.description)
            put(.encoding, source.encoding)
            put(.lines, source.lines?.description)
        case .field(let field):
            place(field.lines, field.lang)
            put(.value, field.value)
            put(.of, field.of?.rawValue)
            put(.number, field.number)
            put(.to, field.to?.description)
            put(.part, field.part?.description)
            put(.status, field.status?.rawValue)
        case .section(let section): block(section.id, section.lines, section.lang, section.kind)
        case .paragraph(let paragraph): block(paragraph.id, paragraph.lines, paragraph.lang, paragraph.kind)
        case .list(let list): block(list.id, list.lines, list.lang, list.kind)
        case .item(let item): block(item.id, item.lines, item.lang, item.kind)
        case .quote(let quote): block(quote.id, quote.lines, quote.lang)
        case .table(let table): block(table.id, table.lines, table.lang, table.kind)
        case .row(let row): put(.lines, row.lines?.description)
        case .cell(let cell):
            put(.lang, cell.lang)
            put(.kind, cell.kind?.rawValue)
            put(.columns, cell.columns?.description)
            put(.rows, cell.rows?.description)
        case .contents(let contents): block(contents.id, contents.lines, contents.lang)
        case .entry(let entry):
            place(entry.lines, entry.lang)
            put(.kind, entry.kind?.rawValue)
            put(.level, entry.level?.description)
            put(.target, entry.target)
        case .annex(let annex): block(annex.id, annex.lines, annex.lang, annex.kind)
        case .p(let p): place(p.lines, p.lang)
        case .agendaReference(let reference): put(.items, reference.items)
        case .furniture(let furniture):
            put(.lines, furniture.lines?.description)
            put(.kind, furniture.kind?.rawValue)
            put(.n, furniture.n)
        case .footnote(let footnote): block(footnote.id, footnote.lines, footnote.lang)
        case .unrecognized(let text): block(text.id, text.lines, text.lang)
        case .organization(let organization):
            put(.kind, organization.kind?.description)
            put(.code, organization.code)
            put(.acronym, organization.acronym)
            put(.as, organization.as?.description)
        case .person(let person): put(.as, person.as?.description)
        case .role(let role): put(.code, role.code)
        case .location(let location): put(.code, location.code)
        case .date(let date):
            put(.from, date.from?.description)
            put(.to, date.to?.description)
        case .statement(let statement):
            put(.kind, statement.kind?.description)
            put(.label, statement.label)
        case .reference(let reference):
            put(.kind, reference.kind?.description)
            put(.target, reference.target)
        case .link(let link): put(.href, link.href)
        case .noteReference(let reference): put(.target, reference.target)
        case .emphasis(let emphasis): put(.kind, emphasis.kind?.description)
        case .masthead, .body, .num, .heading, .paragraphs, .page, .marker, .event, .lineBreak: break
        }
    }
}
