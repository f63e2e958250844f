/// Pairs the units of two records: first those with the same text, then what changed with what it became.
struct UnitPairing {
    /// The pairs, both positions ascending.
    private(set) var pairs: [SequenceAlignment.Pair]

    private let old: [ComparedUnit]
    private let new: [ComparedUnit]
    private let oldWords: [[Int]]
    private let newWords: [[Int]]

    /// How alike two units must be to be one that changed: twice the words they share over all their words.
    private static let likeness = 0.5
    /// The same for units with the same printed number.
    private static let likenessOfNumbered = 0.25
    /// How many combinations of unpaired units are looked at between two pairs.
    private static let combinationLimit = 40_000

    init(_ old: [ComparedUnit], _ new: [ComparedUnit]) {
        self.old = old
        self.new = new
        var vocabulary: [[UInt8]: Int] = [:]
        oldWords = old.map { Self.numbers(of: WordDifference.words($0.text), &vocabulary) }
        newWords = new.map { Self.numbers(of: WordDifference.words($0.text), &vocabulary) }
        pairs = SequenceAlignment.pairs(old.map(\.content), new.map(\.content))
        pairChanged()
    }

    /// Pairs what lies between two pairs: of all pairings that keep the order, the one that is most alike in all.
    private mutating func pairChanged() {
        var found: [SequenceAlignment.Pair] = []
        var start = (old: 0, new: 0)
        for pair in pairs + [SequenceAlignment.Pair(old: old.count, new: new.count)] {
            found += mostAlike(start.old..<pair.old, start.new..<pair.new)
            start = (pair.old + 1, pair.new + 1)
        }
        pairs = (pairs + found).sorted { $0.old < $1.old }
    }

    private func mostAlike(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [SequenceAlignment.Pair] {
        guard !oldRange.isEmpty, !newRange.isEmpty, oldRange.count <= Self.combinationLimit / newRange.count
        else { return [] }
        // best[i][j]: the greatest likeness of pairings of the units from i and from j on.
        let width = newRange.count + 1
        var best = [Double](repeating: 0, count: (oldRange.count + 1) * width)
        for i in oldRange.indices.reversed().map({ $0 - oldRange.lowerBound }) {
            for j in newRange.indices.reversed().map({ $0 - newRange.lowerBound }) {
                let paired = likeness(oldRange.lowerBound + i, newRange.lowerBound + j)
                best[i * width + j] = max(
                    best[(i + 1) * width + j], best[i * width + j + 1],
                    paired > 0 ? paired + best[(i + 1) * width + j + 1] : 0)
            }
        }
        var pairs: [SequenceAlignment.Pair] = []
        var (i, j) = (0, 0)
        while i < oldRange.count, j < newRange.count {
            if best[i * width + j] == best[(i + 1) * width + j] {
                i += 1
            } else if best[i * width + j] == best[i * width + j + 1] {
                j += 1
            } else {
                pairs.append(
                    SequenceAlignment.Pair(old: oldRange.lowerBound + i, new: newRange.lowerBound + j))
                i += 1
                j += 1
            }
        }
        return pairs
    }

    /// How alike two units are, from 0 to 1; 0 where they are not to be one that changed.
    private func likeness(_ oldIndex: Int, _ newIndex: Int) -> Double {
        let (first, second) = (old[oldIndex], new[newIndex])
        guard first.element == second.element else { return 0 }
        let (left, right) = (oldWords[oldIndex], newWords[newIndex])
        guard !left.isEmpty || !right.isEmpty else { return 1 }
        let value = 2 * Double(Self.sharedCount(left, right)) / Double(left.count + right.count)
        let hasSameNumber = first.number != nil && first.number == second.number
        // A masthead field of the same kind is the same field, whatever it says.
        let isField = MastheadField.Name(first.element) != nil
        if isField { return max(value, 0.1) }
        return value >= (hasSameNumber ? Self.likenessOfNumbered : Self.likeness) ? value : 0
    }

    /// Words as ascending numbers.
    private static func numbers(of words: [[UInt8]], _ vocabulary: inout [[UInt8]: Int]) -> [Int] {
        words.map { word in
            if let known = vocabulary[word] { return known }
            vocabulary[word] = vocabulary.count
            return vocabulary.count - 1
        }.sorted()
    }

    private static func sharedCount(_ left: [Int], _ right: [Int]) -> Int {
        var (i, j, count) = (0, 0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                count += 1
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return count
    }
}
