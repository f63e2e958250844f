/// Pairs equal elements of two sequences in their order.
///
/// What is equal at both ends is paired first, then what occurs once on each side, then what lies between, in the same
/// way (the patience method of Bram Cohen). So a paragraph that is unique anchors its neighbourhood, and short elements
/// that repeat, such as `(a)`, are not paired across the whole text. The cost is that of sorting, but for ranges without
/// anything unique, of which those with more than a million combinations are left unpaired.
enum SequenceAlignment {
    /// A pair, by the positions of its elements.
    struct Pair: Hashable {
        var old: Int
        var new: Int
    }

    /// The pairs, both positions ascending.
    static func pairs<Key: Hashable>(_ old: [Key], _ new: [Key]) -> [Pair] {
        var pairs: [Pair] = []
        var ranges = [(old: old.indices, new: new.indices)]
        while let range = ranges.popLast() {
            let (ends, left) = equalEnds(old, range.old, new, range.new)
            pairs += ends
            guard !left.old.isEmpty, !left.new.isEmpty else { continue }
            let anchors = uniquePairs(old, left.old, new, left.new)
            if anchors.isEmpty {
                pairs += shortestEdit(old, left.old, new, left.new)
                continue
            }
            var start = (old: left.old.lowerBound, new: left.new.lowerBound)
            for anchor in anchors {
                ranges.append((start.old..<anchor.old, start.new..<anchor.new))
                start = (anchor.old + 1, anchor.new + 1)
            }
            ranges.append((start.old..<left.old.upperBound, start.new..<left.new.upperBound))
            pairs += anchors
        }
        return pairs.sorted { $0.old < $1.old }
    }

    private static func equalEnds<Key: Hashable>(
        _ old: [Key], _ oldRange: Range<Int>, _ new: [Key], _ newRange: Range<Int>
    ) -> (pairs: [Pair], left: (old: Range<Int>, new: Range<Int>)) {
        var pairs: [Pair] = []
        var (oldRange, newRange) = (oldRange, newRange)
        while let first = oldRange.first, let other = newRange.first, old[first] == new[other] {
            pairs.append(Pair(old: first, new: other))
            oldRange.removeFirst()
            newRange.removeFirst()
        }
        while let last = oldRange.last, let other = newRange.last, old[last] == new[other] {
            pairs.append(Pair(old: last, new: other))
            oldRange.removeLast()
            newRange.removeLast()
        }
        return (pairs, (oldRange, newRange))
    }

    /// The longest ascending chain of the elements that occur once on each side.
    private static func uniquePairs<Key: Hashable>(
        _ old: [Key], _ oldRange: Range<Int>, _ new: [Key], _ newRange: Range<Int>
    ) -> [Pair] {
        let oldPositions = uniquePositions(old, oldRange)
        let newPositions = uniquePositions(new, newRange)
        let candidates = oldRange.compactMap { position -> Pair? in
            guard oldPositions[old[position]] == .some(position), let other = newPositions[old[position]],
                let other
            else { return nil }
            return Pair(old: position, new: other)
        }
        return longestAscending(candidates)
    }

    /// Where each element stands; nil for one that stands in several places.
    private static func uniquePositions<Key: Hashable>(_ keys: [Key], _ range: Range<Int>) -> [Key: Int?] {
        var positions: [Key: Int?] = [:]
        for position in range {
            positions.updateValue(positions[keys[position]] == nil ? position : nil, forKey: keys[position])
        }
        return positions
    }

    /// The longest chain in which the new positions ascend as the old ones do: patience sorting.
    private static func longestAscending(_ pairs: [Pair]) -> [Pair] {
        var tops: [Int] = []
        var before = [Int?](repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, tops.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? tops[low - 1] : nil
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var chain: [Pair] = []
        var next = tops.last
        while let index = next {
            chain.append(pairs[index])
            next = before[index]
        }
        return chain.reversed()
    }

    /// The pairs that the standard library's shortest edit script leaves, where that is not too much work.
    private static func shortestEdit<Key: Hashable>(
        _ old: [Key], _ oldRange: Range<Int>, _ new: [Key], _ newRange: Range<Int>
    ) -> [Pair] {
        guard oldRange.count <= 1_000_000 / newRange.count else { return [] }
        var isRemoved = [Bool](repeating: false, count: oldRange.count)
        var isInserted = [Bool](repeating: false, count: newRange.count)
        for change in Array(new[newRange]).difference(from: Array(old[oldRange])) {
            switch change {
            case .remove(let offset, _, _): isRemoved[offset] = true
            case .insert(let offset, _, _): isInserted[offset] = true
            }
        }
        let kept = zip(oldRange, isRemoved).filter { !$0.1 }.map(\.0)
        let met = zip(newRange, isInserted).filter { !$0.1 }.map(\.0)
        return zip(kept, met).map { Pair(old: $0, new: $1) }
    }
}
