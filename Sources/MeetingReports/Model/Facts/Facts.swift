/// What a report states, as a projection of its marks: statements, lists with a kind, and the entities inside them.
///
/// Nothing here is stored in the record, and no English is read to find it: a record read from XML or JSON gives the
/// same facts as the text it was made from.
public struct Facts: Hashable, Sendable {
    /// Where a fact stands in the record.
    public struct Origin: Hashable, Sendable {
        /// The id of the nearest block that has one.
        public var id: String?
        /// The lines of the source of that block.
        public var lines: SourceLines?
    }

    /// A State or organization as a fact names it.
    public struct Party: Hashable, Sendable {
        /// The printed name.
        public var name: String
        /// `state`, `international`, `body` and others.
        public var kind: String?
        /// The code of a State.
        public var code: String?
        /// The printed acronym.
        public var acronym: String?
    }

    /// A meeting: the one reported, or a next one.
    public struct Meeting: Hashable, Sendable {
        /// The printed name, where one is given.
        public var name: String?
        /// Who holds it.
        public var organizers: [Party]
        /// The first day, month or year.
        public var from: PartialDate?
        /// The last one.
        public var to: PartialDate?
        /// Where it is held.
        public var places: [String]
        /// Where it is stated.
        public var origin: Origin
    }

    /// A party that took part, or expressly did not.
    public struct Attendance: Hashable, Sendable {
        /// Who.
        public var party: Party
        /// In what capacity: `participant`, `observer`, `represented`, `invited`, `absent` and others.
        public var capacity: String
        /// Who represented or invited it.
        public var by: [Party]
        /// Where it is stated.
        public var origin: Origin
    }

    /// A person elected or appointed to an office, or named in one.
    public struct Officer: Hashable, Sendable {
        /// The printed name.
        public var name: String
        /// The offices: `chair`, `viceChair` and others.
        public var roles: [String]
        /// `election`, `appointment`, or `office` where only the office is said.
        public var by: String
        /// The States and organizations named with the person.
        public var parties: [Party]
        /// Where it is stated.
        public var origin: Origin
    }

    /// An item of a list with a kind: a topic, an agenda item, a document.
    public struct ListItem: Hashable, Sendable {
        /// The kind of the list: `topics`, `suggestedTopics`, `agenda` and others.
        public var list: String
        /// The printed mark without its punctuation, such as `a`.
        public var num: String?
        /// The printed text.
        public var text: String
        /// Where it stands.
        public var origin: Origin
    }

    /// A decision, recommendation, request or another clause with a kind of its own.
    public struct Clause: Hashable, Sendable {
        /// The kind of the statement: `decision`, `recommendation`, `request`, `support`, `adoption` and others.
        public var kind: String
        /// Its printed label, such as `Decision 1`.
        public var label: String?
        /// The printed words.
        public var text: String
        /// The parties that it names.
        public var parties: [Party]
        /// Where it stands.
        public var origin: Origin
    }

    /// A masthead field that says something of the document.
    public struct Field: Hashable, Sendable {
        /// The field: `symbol`, `title`, `agendaItem` and others.
        public var name: String
        /// Its value, else its number, else nil.
        public var value: String?
        /// The printed text.
        public var text: String
        /// The lines of the source.
        public var origin: Origin
    }

    /// A footnote.
    public struct Note: Hashable, Sendable {
        /// The printed mark.
        public var mark: String?
        /// The printed text.
        public var text: String
        /// The web addresses in it.
        public var links: [String]
        /// Where it stands.
        public var origin: Origin
    }

    /// The masthead, field by field.
    public internal(set) var masthead: [Field]
    /// The meetings reported.
    public internal(set) var meetings: [Meeting] = []
    /// Who took part.
    public internal(set) var attendance: [Attendance] = []
    /// Who was elected or appointed, and who held an office; of one held the first mention.
    public internal(set) var officers: [Officer] = []
    /// The items of every list with a kind.
    public internal(set) var lists: [ListItem] = []
    /// Every other statement: decisions, recommendations, requests, actions, votes, support, adoption.
    public internal(set) var clauses: [Clause] = []
    /// The next meetings.
    public internal(set) var nextMeetings: [Meeting] = []
    /// The footnotes.
    public internal(set) var notes: [Note] = []

    init(masthead: [Field]) {
        self.masthead = masthead
    }

    /// Projects the facts of a report; linear in its size.
    public init(of report: MeetingReport) {
        var projection = FactsProjection()
        report.accept(&projection)
        self = projection.facts
    }
}
