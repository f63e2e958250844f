/// What became of the words of a text: runs that were kept, removed and added, in printed order.
public struct WordDifference: Hashable, Sendable {
    /// Words that follow one another and had the same fate.
    public struct Run: Hashable, Sendable {
        /// What became of the words.
        public enum Fate: String, Hashable, Sendable {
            /// They stand in both texts.
            case kept
            /// They stand in the old text only.
            case removed
            /// They stand in the new text only.
            case added
        }

        /// What became of them.
        public var fate: Fate
        /// The words, parted by single spaces.
        public var text: String
    }

    /// The runs; of those that stand at one place, what was removed comes first.
    public let runs: [Run]

    /// Compares two texts word by word; words are what spaces part, compared to the byte.
    public init(from old: String, to new: String) {
        let old = Self.words(old)
        let new = Self.words(new)
        var runs: [Run] = []
        var position = (old: 0, new: 0)
        let end = SequenceAlignment.Pair(old: old.count, new: new.count)
        for pair in SequenceAlignment.pairs(old, new) + [end] {
            Self.append(old[position.old..<pair.old], .removed, to: &runs)
            Self.append(new[position.new..<pair.new], .added, to: &runs)
            if pair != end { Self.append(old[pair.old...pair.old], .kept, to: &runs) }
            position = (pair.old + 1, pair.new + 1)
        }
        self.runs = runs
    }

    /// The words of a text.
    static func words(_ text: String) -> [[UInt8]] {
        text.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) }
    }

    private static func append(_ words: ArraySlice<[UInt8]>, _ fate: Run.Fate, to runs: inout [Run]) {
        guard !words.isEmpty else { return }
        let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        if runs.last?.fate == fate {
            runs[runs.count - 1].text += " " + text
        } else {
            runs.append(Run(fate: fate, text: text))
        }
    }
}
