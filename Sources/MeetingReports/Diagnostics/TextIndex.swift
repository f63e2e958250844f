internal import Synchronization

/// Turns byte offsets of a UTF-8 text into lines and columns.
///
/// The lines are looked for when the first place is asked for, in one pass over the bytes, since most inputs have
/// nothing to be told of; each look-up costs the length of one line.
struct TextIndex: Sendable {
    private let bytes: [UInt8]
    private let lines = LineStarts()

    private var lineStarts: [Int] { lines.starts(in: bytes) }

    /// Indexes the lines of `bytes`; LF, CRLF and CR each end a line.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The position of the byte at `offset`; the end of the text for offsets beyond it.
    func position(at offset: Int) -> TextPosition {
        let offset = min(max(offset, 0), bytes.count)
        let lineStarts = lineStarts
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        // A continuation byte is not the start of a scalar.
        let scalars = bytes[lineStarts[low]..<offset].count { $0 & 0xC0 != 0x80 }
        return TextPosition(line: low + 1, column: scalars + 1, offset: offset)
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
        let end = number < lineStarts.count ? lineStarts[number] : bytes.count
        var line = bytes[lineStarts[number - 1]..<end]
        while let last = line.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
            line.removeLast()
        }
        return line
    }
}

/// Where the lines of a text begin, found once and shared by the copies of an index.
private final class LineStarts: Sendable {
    private let found = Mutex<[Int]?>(nil)

    func starts(in bytes: [UInt8]) -> [Int] {
        found.withLock { found in
            if let found { return found }
            let starts = Self.find(in: bytes)
            found = starts
            return starts
        }
    }

    private static func find(in bytes: [UInt8]) -> [Int] {
        var starts = [0]
        var index = 0
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
