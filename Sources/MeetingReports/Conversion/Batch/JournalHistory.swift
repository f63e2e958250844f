/// What earlier runs, by their journal, have made of the inputs of a plan.
public struct JournalHistory: Sendable {
    /// What an earlier run made of an input.
    struct Entry {
        let outcome: BatchOutcome
        /// Whether this run would do the same: the same tool, schemas, rules and options.
        let isComparable: Bool
    }

    private let path: String
    /// For each input of the plan the byte at which its line begins; -1 where there is none, and the complement of a byte
    /// where the line is of a run that was not comparable.
    private var offsets: [Int]
    private static let none = -1

    /// How many inputs have a line of a run with another tool or other options.
    public private(set) var otherCount = 0

    /// Reads a journal.
    ///
    /// Lines that are damaged are passed over: their inputs are done again.
    ///
    /// - Throws: an error where it cannot be read.
    public init(of path: String, for plan: BatchPlan, identity: String) throws(InputError) {
        self.path = path
        offsets = Array(repeating: Self.none, count: plan.count)
        var places: [[UInt8]: Int32] = [:]
        places.reserveCapacity(plan.count)
        for index in 0..<plan.count {
            places[Array(plan.input(index).utf8)] = Int32(truncatingIfNeeded: index)
        }
        var reader = try LineReader(path: path)
        var isComparable = false
        while let line = try reader.next() {
            guard line.isEnded else { break }
            switch JournalLine(line.bytes) {
            case .header(let header):
                isComparable = header.identity == identity
                if !header.isResumed { forget() }
            case .input(let outcome):
                guard let place = places[Array(outcome.input.utf8)] else { continue }
                offsets[Int(place)] = isComparable ? line.offset : ~line.offset
            case .end, nil: break
            }
        }
        otherCount = offsets.count { $0 < Self.none }
    }

    private mutating func forget() {
        for index in offsets.indices { offsets[index] = Self.none }
    }

    /// What is known of an input of the plan, or nil.
    func entry(_ index: Int) -> Entry? {
        let offset = offsets[index]
        // A header stands first, so no line of an input begins at byte 0.
        guard offset != Self.none else { return nil }
        guard var reader = try? LineReader(path: path, from: offset < 0 ? ~offset : offset),
            let line = try? reader.next(), case .input(let outcome) = JournalLine(line.bytes)
        else { return nil }
        return Entry(outcome: outcome, isComparable: offset >= 0)
    }
}
