/// The lines of the source text that an element came from: ascending ranges, `39-43 52-53`, 1-based.
public struct SourceLines: Hashable, Sendable {
    /// One run of lines.
    public struct Lines: Hashable, Sendable {
        /// The first line, counted from 1.
        public var first: Int
        /// The last line; equal to the first for a single line.
        public var last: Int

        /// Creates a run of lines.
        public init(first: Int, last: Int) {
            self.first = first
            self.last = last
        }
    }

    /// The ranges as given; ascending in a sound record.
    public private(set) var ranges: [Lines]

    /// Creates lines from ranges; nil where there is none, or a number is not positive.
    public init?(ranges: [Lines]) {
        guard !ranges.isEmpty, ranges.allSatisfy({ $0.first > 0 && $0.last > 0 }) else { return nil }
        self.ranges = ranges
    }

    /// Creates a single line.
    public init(_ line: Int) {
        ranges = [Lines(first: line, last: line)]
    }

    /// Creates one range of lines.
    public init(_ range: ClosedRange<Int>) {
        ranges = [Lines(first: range.lowerBound, last: range.upperBound)]
    }

    /// Gathers line numbers into ascending ranges; nil where there is none.
    public init?(lines: some Sequence<Int>) {
        var ranges: [Lines] = []
        for line in Set(lines).sorted() {
            if let last = ranges.last?.last, last + 1 == line {
                ranges[ranges.count - 1].last = line
            } else {
                ranges.append(Lines(first: line, last: line))
            }
        }
        self.init(ranges: ranges)
    }

    /// The first line.
    public var first: Int { ranges[0].first }

    /// The last line.
    public var last: Int { ranges[ranges.count - 1].last }

    /// Whether each range begins after the one before it ends.
    public var isAscending: Bool {
        ranges.allSatisfy { $0.first <= $0.last }
            && zip(ranges, ranges.dropFirst()).allSatisfy { $0.last < $1.first }
    }

    /// Every line number, in the order of the ranges.
    public var numbers: [Int] { ranges.flatMap { $0.first <= $0.last ? Array($0.first...$0.last) : [] } }
}

extension SourceLines: LosslessStringConvertible {
    /// Reads `3`, `3-5` or several of these parted by one space; nil for anything else.
    public init?(_ description: String) {
        var ranges: [Lines] = []
        for part in description.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
            let ends = part.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            guard (1...2).contains(ends.count), let first = Self.number(ends[0]),
                let last = Self.number(ends[ends.count - 1])
            else { return nil }
            ranges.append(Lines(first: first, last: last))
        }
        self.init(ranges: ranges)
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? {
        digits.first == UInt8(ascii: "0") ? nil : Int(digits: digits)
    }

    /// The form of the records: `39-43 52-53`.
    public var description: String {
        ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }.joined(separator: " ")
    }
}
