/// Gathers a record's outline from its elements as they begin and end: while the record is read, or led through later.
///
/// Only an element's name is known when it begins; what it holds is looked at when it ends, so that inner elements come
/// before those around them, and are put in the order of the record at last.
struct OutlineGatherer: ReportVisitor {
    private(set) var outline = RecordOutline()

    /// The number of elements that have begun.
    private var count = 0
    /// The numbers of the open elements.
    private var open: [Int] = []
    /// The open body, annexes and sections.
    private var holders: [Int] = []
    /// The open annexes.
    private var scopes: [Int] = []
    private var openNotes: [Int] = []
    private var openContents: [Int] = []
    private var asideDepth = 0

    private var scope: Int { scopes.last ?? RecordOutline.documentScope }

    mutating func enter(_ element: Element) -> Descent {
        begin(element.name)
        return .into
    }

    mutating func leave(_ element: Element) {
        end(element)
    }

    /// Forgets everything, for the record that comes next.
    mutating func removeAll() {
        self = OutlineGatherer()
    }

    /// Begins an element.
    mutating func begin(_ name: ElementName) {
        let number = count
        count += 1
        open.append(number)
        switch name {
        case .body, .section: holders.append(number)
        case .annex:
            holders.append(number)
            scopes.append(number)
        case .footnote:
            openNotes.append(number)
            asideDepth += 1
        case .contents:
            openContents.append(outline.contents.count)
            outline.contents.append(.init(element: number, scope: scope, entries: []))
            asideDepth += 1
        default: if Self.isAside(name) { asideDepth += 1 }
        }
    }

    /// Ends the element that is open, without looking at it: the record does not keep it.
    mutating func drop(_ name: ElementName) {
        guard open.popLast() != nil else { return }
        if Self.isAside(name) { asideDepth -= 1 }
        count -= 1
    }

    /// Ends the element that is open.
    mutating func end(_ element: Element) {
        guard let number = open.popLast() else { return }
        if Self.isAside(element.name) { asideDepth -= 1 }
        switch element {
        case .p(let p): check(p.lines, of: number)
        case .organization(let organization): note(organization, number)
        case .date(let date):
            outline.dates.append(
                .init(element: number, from: date.from, to: date.to, meaning: .other, scope: scope))
        case .statement(let statement): if Self.isOfMeeting(statement) { markDates(.meeting, in: number) }
        case .reference(let reference): note(reference, number)
        case .link(let link): outline.links.append((number, link.href))
        case .noteReference(let reference): note(reference, number)
        case .meetingReport(let report): end(report, number)
        case .source(let source): check(source.lines, of: number)
        case .body: holders.removeLast()
        case .field(let field):
            check(field.lines, of: number)
            note(field, number)
        case .section(let section): end(section, number)
        case .annex(let annex): end(annex, number)
        case .paragraph(let paragraph): note(paragraph, number)
        case .list(let list):
            note(list.id, list.lines, number)
            if list.kind?.contains("agenda") == true { noteAgenda(list) }
        case .item(let item): note(item.id, item.lines, number)
        case .quote(let quote): note(quote.id, quote.lines, number)
        case .table(let table):
            note(table.id, table.lines, number)
            if let heading = table.heading { outline.otherHeadings.append(heading.withoutMarks) }
        case .row(let row): check(row.lines, of: number)
        case .contents(let contents):
            note(contents.id, contents.lines, number)
            openContents.removeLast()
        case .entry(let entry): note(entry, number)
        case .agendaReference(let reference): note(reference, number)
        case .furniture(let furniture): check(furniture.lines, of: number)
        case .footnote(let footnote):
            note(footnote.id, footnote.lines, number)
            openNotes.removeLast()
            outline.notes.append(.init(element: number, id: footnote.id, marker: footnote.marker))
        case .unrecognized(let block):
            note(block.id, block.lines, number)
            outline.unrecognized.append(.init(element: number, text: block.text))
        case .masthead, .cell, .num, .heading, .paragraphs, .page, .marker, .person, .role, .location, .event,
            .emphasis, .lineBreak:
            break
        }
    }

    /// Whether what an element holds is beside the running text.
    private static func isAside(_ name: ElementName) -> Bool {
        switch name {
        case .masthead, .heading, .agendaReference, .contents, .footnote: true
        default: false
        }
    }

    private static func isOfMeeting(_ statement: Statement) -> Bool {
        statement.kind?.contains("meeting") == true
    }

    // MARK: - Divisions

    private mutating func end(_ report: MeetingReport, _ number: Int) {
        outline.kind = report.kind
        if let id = report.id { outline.ids.append(.init(id: id, element: number)) }
        outline.putInOrder()
    }

    private mutating func end(_ section: Section, _ number: Int) {
        note(section.id, section.lines, number)
        holders.removeLast()
        outline.divisions.append(
            .init(
                element: number, parent: holders.last ?? 0, scope: scope, id: section.id,
                num: section.num?.withoutMarks, heading: section.heading?.withoutMarks, isSection: true,
                namesAgendaItems: section.agendaReference != nil, isEmpty: Self.isEmpty(section.content),
                end: count))
    }

    private mutating func end(_ annex: Annex, _ number: Int) {
        note(annex.id, annex.lines, number)
        holders.removeLast()
        scopes.removeLast()
        outline.divisions.append(
            .init(
                element: number, parent: holders.last ?? 0, scope: scope, id: annex.id,
                num: annex.num?.withoutMarks, heading: annex.heading?.withoutMarks, isSection: false,
                namesAgendaItems: false, isEmpty: Self.isEmpty(annex.content), end: count))
    }

    private static func isEmpty(_ blocks: [Block]) -> Bool {
        blocks.allSatisfy { if case .interruption = $0 { true } else { false } }
    }

    private mutating func note(_ paragraph: Paragraph, _ number: Int) {
        note(paragraph.id, paragraph.lines, number)
        if let heading = paragraph.heading { outline.otherHeadings.append(heading.withoutMarks) }
        guard let num = paragraph.num?.withoutMarks else { return }
        outline.paragraphs.append(
            .init(element: number, parent: holders.last ?? 0, scope: scope, num: num))
    }

    private mutating func note(_ entry: Entry, _ number: Int) {
        check(entry.lines, of: number)
        if let target = entry.target {
            outline.targets.append(.init(target: target, element: number, name: .entry))
        }
        if entry.kind == nil, let list = openContents.last {
            outline.contents[list].entries.append((number, entry))
        }
    }

    private mutating func note(_ id: String?, _ lines: SourceLines?, _ number: Int) {
        if let id { outline.ids.append(.init(id: id, element: number)) }
        check(lines, of: number)
    }

    private mutating func check(_ lines: SourceLines?, of number: Int) {
        if let lines, !lines.isAscending { outline.unorderedLines.append((number, lines)) }
    }

    // MARK: - Mastheads and agendas

    private mutating func note(_ field: MastheadField, _ number: Int) {
        switch field.name {
        case .issued:
            if let date = field.value.flatMap(PartialDate.init(_:)) {
                outline.issues.append(.init(element: number, date: date, scope: scope))
            }
        case .symbol:
            outline.symbols.append((number, field.value ?? field.content.plainText))
        case .session:
            if let first = field.number.flatMap({ Int(digits: $0.utf8) }), let last = field.to {
                outline.sessionRanges.append((number, first, last))
            }
        case .venue: if field.of == .reported { markDates(.venue, in: number) }
        case .agendaItem:
            if field.of == .reported, let item = field.number {
                outline.agendaItems.append(.init(element: number, attribute: .number, items: [item]))
            }
        default: break
        }
    }

    private mutating func note(_ reference: AgendaReference, _ number: Int) {
        guard let items = reference.items else { return }
        outline.agendaItems.append(
            .init(
                element: number, attribute: .items, items: items.split(separator: " ").map(String.init)))
    }

    private mutating func noteAgenda(_ list: List) {
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

    /// Says what the dates in an element that has just ended are the dates of; what the outermost says holds.
    private mutating func markDates(_ meaning: RecordOutline.DatedSpan.Meaning, in number: Int) {
        for index in outline.dates.indices.reversed() {
            guard outline.dates[index].element > number else { return }
            outline.dates[index].meaning = meaning
        }
    }

    private mutating func note(_ reference: NoteReference, _ number: Int) {
        if let target = reference.target {
            outline.targets.append(.init(target: target, element: number, name: .noteReference))
        }
        outline.marks.append(.init(element: number, target: reference.target, note: openNotes.last))
    }

    private mutating func note(_ organization: Organization, _ number: Int) {
        let isState = organization.kind?.contains("state") == true
        outline.organizations.append(
            .init(
                element: number, name: organization.content.plainText, acronym: organization.acronym,
                scope: scope, isState: isState, hasCapacity: organization.as != nil, isInText: asideDepth == 0
            ))
    }

    private mutating func note(_ reference: Reference, _ number: Int) {
        if reference.kind?.contains("paragraph") == true {
            outline.paragraphReferences.append(
                .init(element: number, target: reference.target, text: reference.content.plainText))
        }
        if reference.kind?.contains("agendaItem") == true, let target = reference.target {
            outline.agendaItems.append(.init(element: number, attribute: .target, items: [target]))
        }
    }
}

extension [Inline] {
    /// The printed number or heading without the marks of notes on it.
    var withoutMarks: String {
        filter { if case .noteReference = $0 { false } else { true } }.plainText
    }
}
