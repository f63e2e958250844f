/// The facts of one kind as a table: what JSON and CSV are both written from.
struct FactsTable {
    /// A value of a cell.
    enum Value {
        /// One string, or none.
        case text(String?)
        /// Several.
        case texts([String])
        /// Parties, with their codes and acronyms.
        case parties([Facts.Party])
    }

    /// The kind of fact, as `--kind` names it.
    var kind: String
    /// The names of the columns.
    var columns: [String]
    /// The facts, a value for each column.
    var rows: [[Value]]

    /// Makes a table of facts from the columns that each gives.
    init<Fact>(_ kind: String, _ facts: [Fact], _ columns: [(String, (Fact) -> Value)]) {
        self.kind = kind
        self.columns = columns.map(\.0)
        rows = facts.map { fact in columns.map { $0.1(fact) } }
    }
}

extension Facts {
    /// Every kind of fact as a table, in a fixed order.
    var tables: [FactsTable] {
        [
            FactsTable(
                "masthead", masthead,
                [("field", { .text($0.name) }), ("value", { .text($0.value) }), ("text", { .text($0.text) })]
                    + Self.originColumns(\.origin)),
            FactsTable("meetings", meetings, Self.meetingColumns),
            FactsTable(
                "attendance", attendance,
                Self.partyColumns(\.party) + [
                    ("capacity", { .text($0.capacity) }), ("by", { .parties($0.by) }),
                ] + Self.originColumns(\.origin)),
            FactsTable(
                "officers", officers,
                [
                    ("name", { .text($0.name) }), ("roles", { .texts($0.roles) }), ("by", { .text($0.by) }),
                    ("parties", { .parties($0.parties) }),
                ] + Self.originColumns(\.origin)),
            FactsTable(
                "lists", lists,
                [
                    ("list", { .text($0.list) }), ("num", { .text($0.num) }), ("text", { .text($0.text) }),
                ] + Self.originColumns(\.origin)),
            FactsTable(
                "clauses", clauses,
                [
                    ("kind", { .text($0.kind) }), ("label", { .text($0.label) }),
                    ("text", { .text($0.text) }),
                    ("parties", { .parties($0.parties) }),
                ] + Self.originColumns(\.origin)),
            FactsTable("nextMeetings", nextMeetings, Self.meetingColumns),
            FactsTable(
                "notes", notes,
                [("mark", { .text($0.mark) }), ("text", { .text($0.text) }), ("links", { .texts($0.links) })]
                    + Self.originColumns(\.origin)),
        ]
    }

    private typealias Column<Fact> = (String, (Fact) -> FactsTable.Value)

    private static var meetingColumns: [Column<Meeting>] {
        [
            ("name", { .text($0.name) }), ("organizers", { .parties($0.organizers) }),
            ("from", { .text($0.from?.description) }), ("to", { .text($0.to?.description) }),
            ("places", { .texts($0.places) }),
        ] + originColumns(\.origin)
    }

    private static func originColumns<Fact>(_ origin: @escaping (Fact) -> Origin) -> [Column<Fact>] {
        [("id", { .text(origin($0).id) }), ("lines", { .text(origin($0).lines?.description) })]
    }

    private static func partyColumns<Fact>(_ party: @escaping (Fact) -> Party) -> [Column<Fact>] {
        [
            ("name", { .text(party($0).name) }), ("kind", { .text(party($0).kind) }),
            ("code", { .text(party($0).code) }), ("acronym", { .text(party($0).acronym) }),
        ]
    }
}
