internal import LibXML

/// The lines of an input around its findings, each as far as it is of use: of a line of megabytes only parts.
public struct SourceExcerpt: Hashable, Sendable {
    /// A part of a line, or all of it.
    struct Fragment: Hashable, Sendable {
        /// The line, counted from 1.
        var line: Int
        /// The column of the first character, counted in Unicode scalars from 1.
        var column: Int
        /// The characters.
        var text: String
        /// Whether the line goes on behind them.
        var isCut: Bool

        /// The column behind the last character.
        var end: Int { column + text.unicodeScalars.count }
    }

    /// The parts, in the order of the input.
    var fragments: [Fragment] = []

    /// How many lines are kept before and after a finding.
    private static let context = 2
    /// How many lines of a finding that spans more are kept.
    private static let longestSpan = 8
    /// How many characters are kept before and after a finding in a line that is long.
    private static let reach = 60
    /// How many characters of a finding are kept in a line that is long.
    private static let widestSpan = 120
    /// How many characters a part of a long line has about at most, so that each is looked through quickly.
    private static let longestPart = 1000
    /// How many bytes a line has at most that is kept whole.
    private static let longestLine = 400

    /// No lines.
    init() {}

    /// The lines around some findings, and around the further places that belong to them.
    init(around findings: [Finding], in source: InputFile) {
        let places = findings.flatMap { [$0.place] + $0.related.map(\.place) }
        let ranges = places.compactMap { $0.file == nil || $0.file == source.name ? $0.range : nil }
        guard !ranges.isEmpty else { return }
        let bytes = Self.utf8(of: source)
        let index = TextIndex(bytes)
        let end = index.position(at: bytes.count)
        let lineCount = end.column == 1 && end.line > 1 ? end.line - 1 : end.line
        for (line, windows) in Self.windows(around: ranges, lineCount).sorted(by: { $0.key < $1.key }) {
            fragments += Self.fragments(of: index.line(line), line, windows)
        }
    }

    /// Adds the lines around further findings, which come behind.
    mutating func append(_ other: SourceExcerpt) {
        fragments += other.fragments
    }

    /// The lines as those of an input in which their text begins at a position.
    func moved(by base: TextPosition) -> SourceExcerpt {
        var moved = self
        for index in fragments.indices {
            if fragments[index].line == 1 { moved.fragments[index].column += base.column - 1 }
            moved.fragments[index].line += base.line - 1
        }
        return moved
    }

    /// The fragment in which a position stands.
    func fragment(at position: TextPosition) -> Fragment? {
        var (low, high) = (0, fragments.count)
        while low < high {
            let middle = (low + high) / 2
            let fragment = fragments[middle]
            if (fragment.line, fragment.column) <= (position.line, position.column) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0 else { return nil }
        let fragment = fragments[low - 1]
        return fragment.line == position.line && position.column <= fragment.end ? fragment : nil
    }

    /// The text that places count in, where that is not how the input is encoded.
    private static func utf8(of source: InputFile) -> [UInt8] {
        let isForeign = [[0xFE, 0xFF], [0xFF, 0xFE], [0x3C, 0x00], [0x00, 0x3C], [0x3C, 0x3F]].contains {
            source.bytes.starts(with: $0)
        }
        guard isForeign, let xml = try? XMLSource(source.bytes), xml.isTranscoded else { return source.bytes }
        return xml.utf8
    }

    /// The columns that are of use, line by line.
    private static func windows(around ranges: [TextRange], _ lineCount: Int) -> [Int: [Range<Int>]] {
        var windows: [Int: [Range<Int>]] = [:]
        for range in ranges where range.start.line <= lineCount {
            let (start, last) = (range.start, min(range.end.line, range.start.line + longestSpan - 1))
            for line in max(1, start.line - context)...max(start.line, min(last + context, lineCount)) {
                let first = line == start.line ? start.column : 1
                let end = line == start.line && line == range.end.line ? range.end.column : first
                let span = min(max(end, first + 1), first + widestSpan)
                windows[line, default: []].append(max(1, first - reach)..<(span + reach))
            }
        }
        return windows
    }

    /// The parts of a line that lie in windows; windows that touch are one, up to a length.
    private static func fragments(
        of line: ArraySlice<UInt8>, _ number: Int, _ windows: [Range<Int>]
    ) -> [Fragment] {
        if line.count <= longestLine {
            return [
                Fragment(line: number, column: 1, text: String(decoding: line, as: UTF8.self), isCut: false)
            ]
        }
        var joined: [Range<Int>] = []
        for window in windows.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard let last = joined.last, window.lowerBound <= last.upperBound else {
                joined.append(window)
                continue
            }
            let end = max(last.upperBound, window.upperBound)
            if end - last.lowerBound <= longestPart {
                joined[joined.count - 1] = last.lowerBound..<end
            } else if end > last.upperBound {
                joined.append(last.upperBound..<end)
            }
        }
        var column = 1
        var offset = line.startIndex
        /// Goes to a column; a continuation byte is not the start of a scalar.
        func advance(to target: Int) {
            while offset < line.endIndex {
                if line[offset] & 0xC0 != 0x80 {
                    if column == target { return }
                    column += 1
                }
                offset += 1
            }
        }
        return joined.compactMap { window in
            advance(to: window.lowerBound)
            let start = offset
            guard start < line.endIndex else { return nil }
            advance(to: window.upperBound)
            return Fragment(
                line: number, column: window.lowerBound,
                text: String(decoding: line[start..<offset], as: UTF8.self), isCut: offset < line.endIndex)
        }
    }
}
