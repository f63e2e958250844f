/// A fact that only one of two records states.
public struct FactChange: Hashable, Sendable {
    /// Which of the records states it.
    public enum Side: String, Hashable, Sendable {
        /// The old one.
        case removed
        /// The new one.
        case added
    }

    /// Which of the records states it.
    public let side: Side
    /// The kind of fact: `meetings`, `attendance`, `officers` or `nextMeetings`.
    public let kind: String
    /// What the fact says; what it does not say is left out.
    public let columns: [Column]

    /// One thing that a fact says.
    public struct Column: Hashable, Sendable {
        /// The name, as CSV and JSON have it.
        public let name: String
        /// The value; several are parted by `; `.
        public let value: String
    }

    /// The kinds that are compared; the others are texts of the record, which are compared as such.
    private static let kinds: Set<String> = ["meetings", "attendance", "officers", "nextMeetings"]
    /// What tells a fact's place, not what it says.
    private static let placeColumns: Set<String> = ["id", "lines"]

    /// The facts that one of two records states and the other does not, by kind; what was removed comes first.
    static func changes(from old: Facts, to new: Facts) -> [FactChange] {
        zip(old.tables, new.tables).filter { kinds.contains($0.0.kind) }.flatMap { old, new in
            rows(of: old, missingIn: new, .removed) + rows(of: new, missingIn: old, .added)
        }
    }

    private static func rows(of table: FactsTable, missingIn other: FactsTable, _ side: Side) -> [FactChange]
    {
        var known: [FactChange: Int] = [:]
        for row in other.rows { known[FactChange(side, other, row), default: 0] += 1 }
        return table.rows.compactMap { row in
            let change = FactChange(side, table, row)
            guard let count = known[change], count > 0 else { return change }
            known[change] = count - 1
            return nil
        }
    }

    private init(_ side: Side, _ table: FactsTable, _ row: [FactsTable.Value]) {
        self.side = side
        kind = table.kind
        columns = zip(table.columns, row.map(\.field))
            .filter { !Self.placeColumns.contains($0.0) && !$0.1.isEmpty }
            .map { Column(name: $0.0, value: $0.1) }
    }
}
