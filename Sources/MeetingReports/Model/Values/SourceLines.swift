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
        var description = description
        guard let lines = description.withUTF8({ SourceLines(utf8: $0) }) else { return nil }
        self = lines
    }

    /// Reads the same from UTF-8.
    init?(utf8: UnsafeBufferPointer<UInt8>) {
        var ranges: [Lines] = []
        guard Self.forEachRange(in: utf8, { ranges.append($0) }) else { return nil }
        self.init(ranges: ranges)
    }

    /// Hands the ranges of lines as they are written to `body`; false where something else is written.
    static func forEachRange(in utf8: UnsafeBufferPointer<UInt8>, _ body: (Lines) -> Void) -> Bool {
        var rest = utf8[...]
        while true {
            guard let first = number(&rest) else { return false }
            var lines = Lines(first: first, last: first)
            if rest.first == UInt8(ascii: "-") {
                rest.removeFirst()
                guard let last = number(&rest) else { return false }
                lines.last = last
            }
            body(lines)
            guard let separator = rest.popFirst() else { return true }
            guard separator == UInt8(ascii: " ") else { return false }
        }
    }

    /// Whether no single line stands there as a range, `5-5`, which ``description`` gives as `5`.
    static func isWrittenShort(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var longer = 0
        _ = forEachRange(in: utf8) { if $0.first != $0.last { longer += 1 } }
        return utf8.count { $0 == UInt8(ascii: "-") } == longer
    }

    /// Takes the digits at the start, at most 15 and the first of them not 0; nil where there are none such.
    private static func number(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        var count = 0
        while let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), count < 16 {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            guard value > 0 else { return nil }
            count += 1
            rest.removeFirst()
        }
        return (1...15).contains(count) ? value : nil
    }

    /// The form of the records: `39-43 52-53`.
    public var description: String {
        var text = ""
        for lines in ranges {
            if !text.isEmpty { text += " " }
            text += String(lines.first)
            if lines.last != lines.first { text += "-" + String(lines.last) }
        }
        return text
    }
}
