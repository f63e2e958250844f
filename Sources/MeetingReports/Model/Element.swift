/// Any element of a record, as a visitor meets it.
public enum Element: Hashable, Sendable {
    indirect case meetingReport(MeetingReport)
    case source(Source)
    case masthead([Interrupted<MastheadField>])
    case field(MastheadField)
    case body([Block])
    case section(Section)
    case paragraph(Paragraph)
    case list(List)
    case item(Item)
    case quote(Quote)
    case table(Table)
    case row(Row)
    case cell(Cell)
    case contents(Contents)
    case entry(Entry)
    case annex(Annex)
    case p(P)
    case num([Inline])
    case heading([Inline])
    case agendaReference(AgendaReference)
    case paragraphs([Inline])
    case page([Inline])
    case marker(String)
    case furniture(Furniture)
    case footnote(Footnote)
    case unrecognized(Unrecognized)
    case organization(Organization)
    case person(Person)
    case role(Role)
    case location(Location)
    case date(DateSpan)
    case event(Event)
    case statement(Statement)
    case reference(Reference)
    case link(Link)
    case noteReference(NoteReference)
    case emphasis(Emphasis)
    case lineBreak

    /// The element's name in XML and JSON.
    public var name: ElementName {
        switch self {
        case .meetingReport: .meetingReport
        case .source: .source
        case .masthead: .masthead
        case .field(let field): field.name.element
        case .body: .body
        case .section: .section
        case .paragraph: .paragraph
        case .list: .list
        case .item: .item
        case .quote: .quote
        case .table: .table
        case .row: .row
        case .cell: .cell
        case .contents: .contents
        case .entry: .entry
        case .annex: .annex
        case .p: .p
        case .num: .num
        case .heading: .heading
        case .agendaReference: .agendaReference
        case .paragraphs: .paragraphs
        case .page: .page
        case .marker: .marker
        case .furniture: .furniture
        case .footnote: .footnote
        case .unrecognized: .unrecognized
        case .organization: .organization
        case .person: .person
        case .role: .role
        case .location: .location
        case .date: .date
        case .event: .event
        case .statement: .statement
        case .reference: .reference
        case .link: .link
        case .noteReference: .noteReference
        case .emphasis: .emphasis
        case .lineBreak: .lineBreak
        }
    }
}

extension MastheadField.Name {
    /// The element that the field is written as.
    var element: ElementName {
        switch self {
        case .organ: .organ
        case .symbol: .symbol
        case .distribution: .distribution
        case .issued: .issued
        case .language: .language
        case .originalLanguage: .originalLanguage
        case .session: .session
        case .meeting: .meeting
        case .venue: .venue
        case .agendaItem: .agendaItem
        case .agendaItemTitle: .agendaItemTitle
        case .documentType: .documentType
        case .stage: .stage
        case .title: .title
        case .author: .author
        case .jobNumber: .jobNumber
        case .note: .note
        }
    }

    /// The field that an element of a masthead is, or nil.
    init?(_ element: ElementName) {
        guard let found = Self.byElement[element] else { return nil }
        self = found
    }

    private static let byElement = Dictionary(uniqueKeysWithValues: allCases.map { ($0.element, $0) })
}
