/// Walks a record and gathers its facts.
struct FactsProjection: ReportVisitor {
    var facts = Facts(masthead: [])

    /// The entities of a statement that is open, in printed order.
    private struct OpenStatement {
        var statement: Statement
        var entities: [Element] = []
    }

    private var statements: [OpenStatement] = []
    private var lists: [List] = []
    /// The ids and lines of the open blocks.
    private var origins: [Facts.Origin] = []
    /// The note whose text is being visited, and its web addresses.
    private var links: [String] = []

    private var origin: Facts.Origin { origins.last ?? Facts.Origin() }

    mutating func enter(_ element: Element) -> Descent {
        if let origin = origin(of: element) { origins.append(origin) }
        switch element {
        case .statement(let statement): statements.append(OpenStatement(statement: statement))
        // A note of the masthead names officers: `Chair: Jane Roe`.
        case .field: statements.append(OpenStatement(statement: Statement(content: [])))
        case .list(let list): lists.append(list)
        case .footnote: links = []
        case .link(let link): links.append(link.href)
        case .organization, .person, .role, .location, .date, .event:
            for index in statements.indices { statements[index].entities.append(element) }
        default: break
        }
        return .into
    }

    mutating func leave(_ element: Element) {
        switch element {
        case .field(let field):
            take(field)
            if let open = statements.popLast() { _ = takeOfficers(open.entities, by: "office") }
        case .item(let item): take(item)
        case .list: lists.removeLast()
        case .footnote(let footnote): take(footnote)
        case .statement:
            if let open = statements.popLast() { take(open) }
        default: break
        }
        if element.origin != nil { origins.removeLast() }
    }

    /// The element's own id and lines with what it lacks from the block around it; nil where it is no block.
    private func origin(of element: Element) -> Facts.Origin? {
        guard let own = element.origin else { return nil }
        return Facts.Origin(id: own.id ?? origins.last?.id, lines: own.lines ?? origins.last?.lines)
    }

    private mutating func take(_ field: MastheadField) {
        facts.masthead.append(
            Facts.Field(
                name: field.name.element.name, value: field.value ?? field.number,
                text: field.content.plainText, origin: origin))
    }

    private mutating func take(_ item: Item) {
        guard let kind = lists.last?.kind else { return }
        let text = item.content.compactMap { if case .p(let p) = $0 { p.content.plainText } else { nil } }
        facts.lists.append(
            Facts.ListItem(
                list: kind.description, num: item.num.map { PrintedNumber.core(of: $0.plainText) },
                text: text.joined(separator: " "), origin: origin))
    }

    private mutating func take(_ footnote: Footnote) {
        let text = footnote.content.compactMap { if case .p(let p) = $0 { p.content.plainText } else { nil } }
        facts.notes.append(
            Facts.Note(
                mark: footnote.marker, text: text.joined(separator: " "), links: links, origin: origin))
    }

    private mutating func take(_ open: OpenStatement) {
        let kinds = open.statement.kind?.values.map(String.init) ?? []
        let choice = kinds.first { $0 == "election" || $0 == "appointment" }
        let officers = takeOfficers(open.entities, by: choice ?? "office")
        for kind in kinds {
            switch kind {
            case "meeting": facts.meetings.append(meeting(open.entities))
            case "nextMeeting": facts.nextMeetings.append(meeting(open.entities))
            case "attendance": takeAttendance(open.entities)
            case "election", "appointment": break
            case "office" where officers: break
            default:
                facts.clauses.append(
                    Facts.Clause(
                        kind: kind, label: open.statement.label,
                        text: open.statement.content.plainText,
                        parties: parties(open.entities), origin: origin))
            }
        }
    }

    private func meeting(_ entities: [Element]) -> Facts.Meeting {
        var meeting = Facts.Meeting(
            organizers: parties(entities, as: "organizer"), places: [], origin: origin)
        var isNamed = false
        var isDated = false
        for entity in entities {
            switch entity {
            case .event(let event):
                meeting.name = meeting.name ?? event.content.plainText
                isNamed = true
            case .location(let location): meeting.places.append(location.content.plainText)
            case .date(let date) where meeting.from == nil || isNamed && !isDated:
                // The date after the name of the meeting is its own: `…, made on 18 June 2007, held its tenth session from …`.
                isDated = isNamed
                meeting.from = date.from
                meeting.to = date.to ?? date.from
            default: break
            }
        }
        return meeting
    }

    /// Parties that represent or invite another one belong to those of the same statement.
    private mutating func takeAttendance(_ entities: [Element]) {
        let agents = ["represented": "representing", "invited": "inviting"]
        for case .organization(let organization) in entities {
            for capacity in organization.as?.values.map(String.init) ?? []
            where !agents.values.contains(capacity) {
                facts.attendance.append(
                    Facts.Attendance(
                        party: Facts.Party(organization), capacity: capacity,
                        by: agents[capacity].map { parties(entities, as: $0) } ?? [], origin: origin))
            }
        }
    }

    /// Those who help a discussion along hold no office of the meeting.
    private static let helpers: Set<String> = ["facilitator", "moderator", "participant", "absent", "editor"]

    /// Takes the persons with an office, each with the parties named after it; whether there are any.
    private mutating func takeOfficers(_ entities: [Element], by kind: String) -> Bool {
        var isOfficer = false
        var found = false
        for entity in entities {
            switch entity {
            case .person(let person):
                isOfficer = false
                let roles = person.as?.values.map(String.init) ?? []
                guard !roles.isEmpty, !roles.allSatisfy(Self.helpers.contains) else { continue }
                found = true
                // Of an office that somebody holds one mention is enough.
                let name = person.content.plainText
                if kind == "office", facts.officers.contains(where: { $0.name == name && $0.roles == roles })
                {
                    continue
                }
                isOfficer = true
                facts.officers.append(
                    Facts.Officer(name: name, roles: roles, by: kind, parties: [], origin: origin))
            case .organization(let organization) where isOfficer:
                facts.officers[facts.officers.count - 1].parties.append(Facts.Party(organization))
            default: break
            }
        }
        return found
    }

    private func parties(_ entities: [Element], as capacity: String? = nil) -> [Facts.Party] {
        entities.compactMap { entity in
            guard case .organization(let organization) = entity,
                capacity.map({ organization.as?.contains($0) ?? false }) ?? true
            else { return nil }
            return Facts.Party(organization)
        }
    }
}

extension Facts.Party {
    /// The party that a span names.
    init(_ organization: Organization) {
        self.init(
            name: organization.content.plainText, kind: organization.kind?.description,
            code: organization.code, acronym: organization.acronym)
    }
}
