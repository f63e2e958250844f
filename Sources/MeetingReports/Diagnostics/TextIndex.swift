internal import LibXML

/// Turns byte offsets of a UTF-8 text into lines and columns.
///
/// The lines are looked for when the first place is asked for, in one pass over the bytes, since most inputs have
/// nothing to be told of; a look-up costs a few hundred bytes at most, however long the line is.
struct TextIndex: Sendable {
    /// The bytes that offsets count.
    let utf8: [UInt8]
    /// Where in the bytes the text begins.
    private let start: Int
    /// The position at which the text begins, where it is part of a larger one.
    private let base: TextPosition
    private let layout = TextLayout()

    private var lineStarts: [Int] { layout.found(in: utf8, from: start).lineStarts }

    /// Indexes the lines of `bytes`; LF, CRLF and CR each end a line.
    ///
    /// - Parameters:
    ///   - start: where in the bytes the text begins.
    ///   - base: where it begins in the larger text of which it is a part.
    init(
        _ bytes: [UInt8], from start: Int = 0,
        at base: TextPosition = TextPosition(line: 1, column: 1, offset: 0)
    ) {
        utf8 = bytes
        self.start = start
        self.base = base
    }

    /// The position of the byte at `offset`; the end of the text for offsets beyond it.
    func position(at offset: Int) -> TextPosition {
        let offset = min(max(offset, start), utf8.count)
        let found = layout.found(in: utf8, from: start)
        let lineStarts = found.lineStarts
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let scalars =
            found.scalars(before: offset, in: utf8) - found.scalars(before: lineStarts[low], in: utf8)
        return TextPosition(
            line: base.line + low, column: scalars + (low == 0 ? base.column : 1),
            offset: base.offset + offset - start)
    }

    /// The stretch from one offset up to, not including, another.
    func range(_ offsets: Range<Int>) -> TextRange {
        TextRange(start: position(at: offsets.lowerBound), end: position(at: offsets.upperBound))
    }

    /// The stretch from the start of the first of some lines to the end of the last.
    func range(ofLines lines: SourceLines) -> TextRange {
        let lineStarts = lineStarts
        let first = min(lines.first, lineStarts.count)
        let last = line(min(lines.last, lineStarts.count))
        return range(lineStarts[first - 1]..<max(lineStarts[first - 1], last.endIndex))
    }

    /// The bytes of a line without its end, counted from 1; empty beyond the text.
    func line(_ number: Int) -> ArraySlice<UInt8> {
        let lineStarts = lineStarts
        guard (1...lineStarts.count).contains(number) else { return [] }
        let end = number < lineStarts.count ? lineStarts[number] : utf8.count
        var line = utf8[lineStarts[number - 1]..<end]
        while let last = line.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
            line.removeLast()
        }
        return line
    }
}

/// Where the lines of a text begin, and how many scalars it holds up to each block; found once and shared by the copies.
private final class TextLayout: Sendable {
    struct Found {
        var lineStarts: [Int]
        /// The number of scalars before each block of bytes.
        var blockScalars: [Int]

        static let blockSize = 512

        /// The number of scalars that begin before a byte.
        func scalars(before offset: Int, in bytes: [UInt8]) -> Int {
            let block = offset / Self.blockSize
            return blockScalars[block] + Self.scalars(in: bytes[block * Self.blockSize..<offset])
        }

        /// A continuation byte is not the start of a scalar.
        static func scalars(in bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
    }

    private let cache = Monitor<Found?>(nil)

    func found(in bytes: [UInt8], from start: Int) -> Found {
        cache.update { cache in
            if let cache { return cache }
            let found = Found(
                lineStarts: Self.lineStarts(in: bytes, from: start),
                blockScalars: Self.blockScalars(in: bytes))
            cache = found
            return found
        }
    }

    private static func blockScalars(in bytes: [UInt8]) -> [Int] {
        var counts = [0]
        for start in stride(from: 0, to: bytes.count, by: Found.blockSize) {
            let block = bytes[start..<min(start + Found.blockSize, bytes.count)]
            counts.append(counts[counts.count - 1] + Found.scalars(in: block))
        }
        return counts
    }

    private static func lineStarts(in bytes: [UInt8], from start: Int) -> [Int] {
        var starts = [start]
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
                index += 1
            }
            starts.append(index)
        }
        return starts
    }
}
