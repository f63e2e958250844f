/// What is different between two records, in the terms of the genre: which paragraphs changed, came, went and moved, and
/// who attends, holds office and meets next.
///
/// Identifiers, source lines and page furniture are left out: they change without the report saying anything else.
public struct RecordComparison: Sendable {
    /// What became of a part of the record.
    public enum Change: Hashable, Sendable {
        /// The text changed, and perhaps the number.
        case changed(ComparedUnit, ComparedUnit)
        /// Only the printed number changed.
        case renumbered(ComparedUnit, ComparedUnit)
        /// The same text stands in another place.
        case moved(ComparedUnit, ComparedUnit)
        /// It stands in the old record only.
        case removed(ComparedUnit)
        /// It stands in the new record only.
        case added(ComparedUnit)
    }

    /// The changes in the order of the new record; what was removed stands where it was.
    public let changes: [Change]
    /// The facts that only one of the records states.
    public let facts: [FactChange]
    /// Where the records differ though their printed parts and facts are the same: in a mark or a value.
    public let markDifference: RecordDifference?

    /// Whether no difference was found.
    public var isEmpty: Bool { changes.isEmpty && facts.isEmpty && markDifference == nil }

    /// Compares two records.
    ///
    /// Equal parts are paired first, then what is most alike between them; what has the same text elsewhere was moved.
    /// The cost is about linear in the records, and quadratic in a stretch without anything equal, up to 40,000
    /// combinations; a longer stretch counts as removed and added.
    public init(from old: MeetingReport, to new: MeetingReport) {
        let (oldUnits, newUnits) = (old.comparedUnits, new.comparedUnits)
        let pairs = UnitPairing(oldUnits, newUnits).pairs
        changes = Self.changes(oldUnits, newUnits, pairs)
        facts = FactChange.changes(from: Facts(of: old), to: Facts(of: new))
        markDifference =
            changes.isEmpty && facts.isEmpty
            ? RecordDifference(
                old.withIDs(), new.withIDs(), includingSource: false, includingFurniture: false) : nil
    }

    private static func changes(
        _ old: [ComparedUnit], _ new: [ComparedUnit], _ pairs: [SequenceAlignment.Pair]
    ) -> [Change] {
        var moves = Moves(old, new, pairs)
        var changes: [Change] = []
        var start = (old: 0, new: 0)
        for pair in pairs + [SequenceAlignment.Pair(old: old.count, new: new.count)] {
            changes += (start.old..<pair.old).filter { !moves.isMoved($0) }.map { .removed(old[$0]) }
            for index in start.new..<pair.new {
                changes.append(moves.take(new[index]).map { .moved($0, new[index]) } ?? .added(new[index]))
            }
            start = (pair.old + 1, pair.new + 1)
            guard pair.old < old.count else { break }
            let (first, second) = (old[pair.old], new[pair.new])
            if !first.text.utf8.elementsEqual(second.text.utf8) {
                changes.append(.changed(first, second))
            } else if first.number != second.number {
                changes.append(.renumbered(first, second))
            }
        }
        return changes
    }
}

/// The units without a partner whose text stands without a partner on the other side too.
private struct Moves {
    private let old: [ComparedUnit]
    private var places: [ComparedUnit.Content: [Int]] = [:]
    private var moved: Set<Int> = []

    init(_ old: [ComparedUnit], _ new: [ComparedUnit], _ pairs: [SequenceAlignment.Pair]) {
        self.old = old
        let pairedOld = Set(pairs.map(\.old))
        let pairedNew = Set(pairs.map(\.new))
        var wanted: [ComparedUnit.Content: Int] = [:]
        for index in new.indices where !pairedNew.contains(index) && !new[index].text.isEmpty {
            wanted[new[index].content, default: 0] += 1
        }
        for index in old.indices where !pairedOld.contains(index) {
            let key = old[index].content
            guard places[key]?.count ?? 0 < wanted[key] ?? 0 else { continue }
            places[key, default: []].append(index)
            moved.insert(index)
        }
    }

    /// Whether an old unit stands elsewhere in the new record.
    func isMoved(_ index: Int) -> Bool { moved.contains(index) }

    /// The old unit that a new one was, or nil.
    mutating func take(_ unit: ComparedUnit) -> ComparedUnit? {
        guard let places = places[unit.content], let first = places.first else { return nil }
        self.places[unit.content] = Array(places.dropFirst())
        return old[first]
    }
}
