internal import CLibXML2

/// Finds the children of the root in a document that comes in piece by piece, without parsing it.
///
/// Knows tags, quotes, comments, CDATA sections and processing instructions, and whether end tags fit their start tags: in
/// a well-formed document it sees the elements that a parser sees, wherever the pieces are cut. Where a document is
/// malformed, or asks for more than is allowed, it stops; a parser that is given what came so far says why.
///
/// A copy goes on with the same elements.
package struct XMLRecordScanner {
    /// What was met.
    package enum Found: Hashable, Sendable {
        /// The end of the piece, perhaps within something.
        case more
        /// The end of the root's start tag.
        case root
        /// The end of a child of the root.
        case child
        /// The end of the root.
        case end
        /// The end of something at which a parser stops.
        case fault
    }

    /// Where to go on: behind what was found, or where something unfinished begins.
    package private(set) var position: Int
    /// Where the root's start tag begins.
    package private(set) var rootStart = 0

    private let limits: XMLLimits
    /// The names of the open elements, one after the other, and where each begins.
    private let names = GrowingBuffer<UInt8>()
    private let nameStarts = GrowingBuffer<Int>()
    /// How far an unfinished comment, CDATA section or instruction was looked through.
    private var lookedUpTo = 0

    /// Makes a scanner that begins at an offset, behind a byte order mark for example.
    package init(from position: Int = 0, limits: XMLLimits = XMLLimits()) {
        self.position = position
        self.limits = limits
    }

    /// The name of the root as it is written, with its prefix.
    package var rootName: [UInt8] {
        Array(names.values[..<(nameStarts.count > 1 ? nameStarts[1] : names.count)])
    }

    /// Tells that so many bytes were taken from the front of the piece.
    package mutating func drop(_ count: Int) {
        position -= count
        lookedUpTo = max(0, lookedUpTo - count)
    }

    /// Looks for the next thing to stop at, in a piece that begins with what the last one ended with.
    package mutating func next(_ bytes: UnsafeBufferPointer<UInt8>) -> Found {
        guard let base = bytes.baseAddress else { return .more }
        while true {
            position = bytes.first(UInt8(ascii: "<"), from: position)
            guard position + 1 < bytes.count else { return .more }
            let found: Found?
            switch base[position + 1] {
            case UInt8(ascii: "/"): found = endTag(bytes)
            case UInt8(ascii: "!"): found = declaration(bytes)
            case UInt8(ascii: "?"): found = skip(past: "?>", introduction: 2, bytes)
            default: found = startTag(bytes)
            }
            if let found { return found }
        }
    }

    private mutating func startTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Found? {
        let end = tagEnd(bytes)
        guard end < bytes.count else { return unfinishedTag(bytes) }
        let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
        let depth = nameStarts.count
        if depth == 0 { rootStart = position }
        if !isEmpty {
            nameStarts.append(names.count)
            names.append(UnsafeBufferPointer(rebasing: bytes[(position + 1)..<nameEnd(bytes)]))
        }
        position = end + 1
        if nameStarts.count > limits.maximumDepth { return .fault }
        switch depth {
        case 0: return isEmpty ? .end : .root
        case 1: return isEmpty ? .child : nil
        default: return nil
        }
    }

    /// Where the ">" of a start tag stands, or the end.
    private func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = bytes.first(UInt8(ascii: ">"), from: position + 1)
        // Mostly it is the first one; it is not where that stands in a value.
        if Self.hasWholeValues(bytes, position + 1..<end) { return end }
        end = position + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: ">") {
            let byte = bytes[end]
            end += 1
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                end = bytes.first(byte, from: end) + 1
            }
        }
        return end
    }

    /// Whether the quotes in a stretch are all double ones and in pairs, looked at eight bytes at a time.
    private static func hasWholeValues(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var place = range.lowerBound
        var count = 0
        while place + 8 <= range.upperBound {
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            guard word.highBits(of: UInt8(ascii: "'")) == 0 else { return false }
            count += word.highBits(of: UInt8(ascii: "\"")).nonzeroBitCount
            place += 8
        }
        while place < range.upperBound {
            guard raw[place] != UInt8(ascii: "'") else { return false }
            if raw[place] == UInt8(ascii: "\"") { count += 1 }
            place += 1
        }
        return count % 2 == 0
    }

    /// Where the name ends that begins behind the "<".
    private func nameEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = position + 1
        while !XMLCharacters.isBlank(bytes[end]), bytes[end] != UInt8(ascii: ">"),
            bytes[end] != UInt8(ascii: "/")
        {
            end += 1
        }
        return end
    }

    private mutating func endTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Found? {
        let start = position + 2
        let end = bytes.first(UInt8(ascii: ">"), from: start)
        guard end < bytes.count else { return unfinishedTag(bytes) }
        position = end + 1
        guard let nameStart = nameStarts.popLast() else { return .fault }
        let name = UnsafeBufferPointer(rebasing: names.values[nameStart...])
        let fits =
            end - start >= name.count
            && name.isEqual(to: UnsafeBufferPointer(rebasing: bytes[start..<start + name.count]))
            && bytes[(start + name.count)..<end].allSatisfy(XMLCharacters.isBlank)
        names.truncate(to: nameStart)
        guard fits else { return .fault }
        switch nameStarts.count {
        case 0: return .end
        case 1: return .child
        default: return nil
        }
    }

    private func unfinishedTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Found {
        bytes.count - position > limits.maximumTagBytes ? .fault : .more
    }

    private mutating func declaration(_ bytes: UnsafeBufferPointer<UInt8>) -> Found? {
        if isAt("<!--", bytes) { return skip(past: "-->", introduction: 4, bytes) }
        if isAt("<![CDATA[", bytes) { return skip(past: "]]>", introduction: 9, bytes) }
        guard bytes.count - position >= 9 else { return .more }
        // A DOCTYPE, or nothing that XML knows.
        position += 9
        return .fault
    }

    private func isAt(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = word.utf8CodeUnitCount
        guard let base = bytes.baseAddress, bytes.count - position >= count else { return false }
        return memcmp(base + position, word.utf8Start, count) == 0
    }

    /// Goes behind `word`, which ends in ">".
    private mutating func skip(
        past word: StaticString, introduction: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Found? {
        guard let base = bytes.baseAddress else { return .more }
        let count = word.utf8CodeUnitCount
        let start = position + introduction
        var index = max(start, lookedUpTo)
        while index < bytes.count {
            index = bytes.first(UInt8(ascii: ">"), from: index)
            guard index < bytes.count else { break }
            index += 1
            if index - count >= start, memcmp(base + index - count, word.utf8Start, count) == 0 {
                lookedUpTo = 0
                position = index
                return nil
            }
        }
        lookedUpTo = bytes.count
        return .more
    }
}
