/// Gathers a record's outline while it is led through it.
struct OutlineGatherer: ReportVisitor {
    private(set) var outline = RecordOutline()

    /// The number of elements that have begun.
    private var count = 0
    /// The open body, annexes and sections: their elements, and the divisions that they are.
    private var holders: [(element: Int, division: Int?)] = []
    /// The open annexes.
    private var scopes: [Int] = []
    private var openNotes: [Int] = []
    private var openContents: [Int] = []
    /// Whether the masthead field that is open speaks of the meeting reported.
    private var isInVenue = false
    private var meetingDepth = 0
    private var asideDepth = 0

    private var scope: Int { scopes.last ?? RecordOutline.documentScope }

    mutating func enter(_ element: Element) -> Descent {
        let number = count
        count += 1
        if Self.isAside(element.name) { asideDepth += 1 }
        if let origin = element.origin {
            if let id = origin.id { outline.ids.append(.init(id: id, element: number)) }
            check(origin.lines, of: number)
        }
        switch element {
        case .meetingReport(let report): begin(report, number)
        case .source(let source): check(source.lines, of: number)
        case .body: holders.append((number, nil))
        case .field(let field): note(field, number)
        case .section(let section): begin(section, number)
        case .annex(let annex): begin(annex, number)
        case .paragraph(let paragraph): note(paragraph, number)
        case .list(let list): if list.kind?.contains("agenda") == true { noteAgenda(list) }
        case .table(let table):
            if let heading = table.heading { outline.otherHeadings.append(heading.withoutMarks) }
        case .contents:
            openContents.append(outline.contents.count)
            outline.contents.append(.init(element: number, scope: scope, entries: []))
        case .entry(let entry): note(entry, number)
        case .agendaReference(let reference): note(reference, number)
        case .footnote(let footnote):
            outline.notes.append(.init(element: number, id: footnote.id, marker: footnote.marker))
            openNotes.append(number)
        case .unrecognized(let block):
            outline.unrecognized.append(.init(element: number, text: block.text))
        default: noteSpan(element, number)
        }
        return .into
    }

    mutating func leave(_ element: Element) {
        if Self.isAside(element.name) { asideDepth -= 1 }
        switch element {
        case .body, .section: endHolder()
        case .annex:
            endHolder()
            scopes.removeLast()
        case .contents: openContents.removeLast()
        case .footnote: openNotes.removeLast()
        case .field: isInVenue = false
        case .statement(let statement): if Self.isOfMeeting(statement) { meetingDepth -= 1 }
        default: break
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

    private mutating func begin(_ report: MeetingReport, _ number: Int) {
        outline.kind = report.kind
        if let id = report.id { outline.ids.append(.init(id: id, element: number)) }
    }

    private mutating func begin(_ section: Section, _ number: Int) {
        begin(
            .init(
                element: number, parent: holders.last?.element ?? 0, scope: scope, id: section.id,
                num: section.num?.withoutMarks, heading: section.heading?.withoutMarks, isSection: true,
                namesAgendaItems: section.agendaReference != nil, isEmpty: Self.isEmpty(section.content),
                end: number))
    }

    private mutating func begin(_ annex: Annex, _ number: Int) {
        begin(
            .init(
                element: number, parent: holders.last?.element ?? 0, scope: scope, id: annex.id,
                num: annex.num?.withoutMarks, heading: annex.heading?.withoutMarks, isSection: false,
                namesAgendaItems: false, isEmpty: Self.isEmpty(annex.content), end: number))
        scopes.append(number)
    }

    private mutating func begin(_ division: RecordOutline.Division) {
        holders.append((division.element, outline.divisions.count))
        outline.divisions.append(division)
    }

    private mutating func endHolder() {
        if let division = holders.removeLast().division { outline.divisions[division].end = count }
    }

    private static func isEmpty(_ blocks: [Block]) -> Bool {
        blocks.allSatisfy { if case .interruption = $0 { true } else { false } }
    }

    private mutating func note(_ paragraph: Paragraph, _ number: Int) {
        if let heading = paragraph.heading { outline.otherHeadings.append(heading.withoutMarks) }
        guard let num = paragraph.num?.withoutMarks else { return }
        outline.paragraphs.append(
            .init(element: number, parent: holders.last?.element ?? 0, scope: scope, num: num))
    }

    private mutating func note(_ entry: Entry, _ number: Int) {
        if let target = entry.target {
            outline.targets.append(.init(target: target, element: number, name: .entry))
        }
        if entry.kind == nil, let list = openContents.last {
            outline.contents[list].entries.append((number, entry))
        }
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
        case .venue: isInVenue = field.of == .reported
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

    private mutating func noteSpan(_ element: Element, _ number: Int) {
        switch element {
        case .organization(let organization): note(organization, number)
        case .date(let date):
            let meaning: RecordOutline.DatedSpan.Meaning =
                if isInVenue { .venue } else if meetingDepth > 0 { .meeting } else { .other }
            outline.dates.append(
                .init(element: number, from: date.from, to: date.to, meaning: meaning, scope: scope))
        case .statement(let statement): if Self.isOfMeeting(statement) { meetingDepth += 1 }
        case .reference(let reference): note(reference, number)
        case .link(let link): outline.links.append((number, link.href))
        case .noteReference(let reference):
            if let target = reference.target {
                outline.targets.append(.init(target: target, element: number, name: .noteReference))
            }
            outline.marks.append(.init(element: number, target: reference.target, note: openNotes.last))
        default: break
        }
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
