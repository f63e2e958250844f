/// The elements of the vocabulary: the names are the same in code, XML and JSON.
public enum ElementName: UInt8, Hashable, Sendable, BitwiseCopyable, CaseIterable {
    case collection, meetingReport, source, masthead, body
    case organ, symbol, distribution, issued, language, originalLanguage, session, meeting, venue, agendaItem
    case agendaItemTitle, documentType, stage, title, author, jobNumber, note
    case section, paragraph, list, item, quote, table, row, cell, contents, entry, annex, p
    case num, heading, agendaReference, paragraphs, page, marker
    case furniture, footnote, unrecognized
    case organization, person, role, location, date, event, statement, reference, link, noteReference,
        emphasis
    case lineBreak

    /// The names in the order of the cases.
    static let names = allCases.map { "\($0)" }

    private static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))

    /// The element of that name, or nil.
    public init?(name: String) {
        guard let found = Self.byName[name] else { return nil }
        self = found
    }

    /// The name as it stands in XML and JSON.
    public var name: String { Self.names[Int(rawValue)] }
}

/// The attributes of the vocabulary: the names are the same in code, XML and JSON.
///
/// In this order those that an element has are written.
public enum AttributeName: UInt8, Hashable, Sendable, BitwiseCopyable, CaseIterable {
    case version, id, name, sha256, size, encoding, lines, lang
    case kind, value, of, number, from, to, part, status, items, level, target, columns, rows, n
    case code, acronym, `as`, label, href

    /// The names in the order of the cases.
    static let names = allCases.map { "\($0)" }

    private static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))

    /// The attribute of that name, or nil.
    public init?(named name: String) {
        guard let found = Self.byName[name] else { return nil }
        self = found
    }

    /// The name as it stands in XML and JSON.
    var text: String { Self.names[Int(rawValue)] }
}
