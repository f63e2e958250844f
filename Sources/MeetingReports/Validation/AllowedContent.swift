// What the schema allows in each element, for the sentences that say it; a test asks the schema the same.

extension ElementName {
    /// What interrupts a text.
    static let interruptions: [ElementName] = [.furniture, .footnote, .unrecognized]

    /// The head children that the element may have, at most one of each, in their order.
    var heads: [ElementName] {
        switch self {
        case .meetingReport: [.source, .masthead, .body]
        case .section, .paragraph: [.num, .heading, .agendaReference]
        case .item: [.num]
        case .table: [.num, .heading]
        case .contents: [.heading]
        case .entry: [.num, .heading, .agendaReference, .paragraphs, .page]
        case .annex: [.num, .masthead, .heading]
        case .footnote: [.marker]
        default: []
        }
    }

    /// The attributes that the element may have.
    var attributes: [AttributeName] {
        let block: [AttributeName] = [.id, .lines, .lang]
        let place: [AttributeName] = [.lines, .lang]
        switch self {
        case .collection: return [.version]
        case .meetingReport: return [.version, .id, .lang, .kind]
        case .source: return [.name, .sha256, .size, .encoding, .lines]
        case .symbol, .distribution, .documentType, .stage, .issued, .language, .originalLanguage:
            return place + [.value]
        case .meeting, .venue: return place + [.of]
        case .session: return place + [.of, .number, .to, .part]
        case .agendaItem: return place + [.of, .number]
        case .title: return place + [.status]
        case .organ, .agendaItemTitle, .author, .jobNumber, .note, .p: return place
        case .section, .paragraph, .list, .item, .table, .annex: return block + [.kind]
        case .quote, .contents, .footnote, .unrecognized: return block
        case .row: return [.lines]
        case .cell: return [.kind, .columns, .rows, .lang]
        case .entry: return place + [.level, .kind, .target]
        case .agendaReference: return [.items]
        case .furniture: return [.lines, .kind, .n]
        case .organization: return [.kind, .code, .acronym, .as]
        case .person: return [.as]
        case .role, .location: return [.code]
        case .date: return [.from, .to]
        case .statement: return [.kind, .label]
        case .reference: return [.kind, .target]
        case .link: return [.href]
        case .noteReference: return [.target]
        case .emphasis: return [.kind]
        case .masthead, .body, .num, .heading, .paragraphs, .page, .marker, .event, .lineBreak: return []
        }
    }
}

extension ContentModel {
    /// The elements of which the run consists.
    var members: [ElementName] {
        switch self {
        case .empty, .plain: []
        case .reports: [.meetingReport]
        case .text:
            [
                .organization, .person, .role, .location, .date, .event, .statement, .reference, .link,
                .noteReference, .emphasis, .lineBreak,
            ] + ElementName.interruptions
        case .printed: [.lineBreak]
        case .fields: ElementName.allCases.filter(\.isField) + ElementName.interruptions
        case .blocks:
            [.section, .paragraph, .list, .table, .quote, .contents, .annex] + ElementName.interruptions
        case .inner: [.p, .list, .table, .quote] + ElementName.interruptions
        case .items: [.item] + ElementName.interruptions
        case .rows: [.row] + ElementName.interruptions
        case .cells: [.cell]
        case .entries: [.entry] + ElementName.interruptions
        case .quoted: [.p, .list, .table] + ElementName.interruptions
        }
    }
}
