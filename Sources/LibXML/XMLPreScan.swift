internal import CLibXML2

/// One linear look at a document before the parser's: what must be refused whatever a parser would make of it.
///
/// Knows tags, quotes, comments, CDATA sections and processing instructions, and nothing else of XML. In a
/// well-formed document it sees the markup that a parser sees; where a document is malformed the parser stops.
struct XMLPreScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: XMLLimits
    private var position: Int
    private var depth = 0

    /// Refuses U+0000, a DOCTYPE, and tags or nesting beyond the limits.
    static func check(_ utf8: [UInt8], from start: Int, limits: XMLLimits) throws(XMLRefusal) {
        try utf8.withUnsafeBufferPointer { (bytes) throws(XMLRefusal) in
            var scan = XMLPreScan(bytes: bytes, limits: limits, position: start)
            let nul = scan.find(0, from: start)
            guard nul == bytes.count else {
                throw XMLRefusal(.nul, at: nul, "The document holds U+0000, which XML does not allow.")
            }
            try scan.run()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits, position: Int) {
        self.bytes = bytes
        self.limits = limits
        self.position = position
    }

    private mutating func run() throws(XMLRefusal) {
        while true {
            position = nextMarkup(from: position)
            guard position + 1 < bytes.count else { return }
            switch bytes[position + 1] {
            case UInt8(ascii: "!"): try skipDeclaration()
            case UInt8(ascii: "?"): skip(past: "?>", from: position + 2)
            default: try skipTag()
            }
        }
    }

    private mutating func skipDeclaration() throws(XMLRefusal) {
        if isAt("<!--") {
            skip(past: "-->", from: position + 4)
        } else if isAt("<![CDATA[") {
            skip(past: "]]>", from: position + 9)
        } else if isAt("<!DOCTYPE") {
            throw XMLRefusal(
                .doctype, at: position,
                "The document has a DOCTYPE, which is not read, since it may define entities and name files.")
        } else {
            position += 2
        }
    }

    private mutating func skipTag() throws(XMLRefusal) {
        let start = position
        if bytes[start + 1] == UInt8(ascii: "/"), skipShortEndTag() { return }
        let end = min(bytes.count, start + limits.maximumTagBytes)
        var i = start + 1
        var attributes = 0
        while true {
            i = firstDelimiter(from: i, to: end)
            guard i < end, bytes[i] != UInt8(ascii: ">") else { break }
            attributes += 1
            i = find(bytes[i], from: i + 1) + 1
        }
        guard i < end || bytes.count - start <= limits.maximumTagBytes else {
            throw XMLRefusal(
                .tagTooLong, at: start, "A tag has more than \(limits.maximumTagBytes) bytes.")
        }
        guard attributes <= limits.maximumAttributes else {
            throw XMLRefusal(
                .tooManyAttributes, at: start,
                "A tag has \(attributes) attributes; at most \(limits.maximumAttributes) are allowed.")
        }
        position = min(i + 1, bytes.count)
        if bytes[start + 1] == UInt8(ascii: "/") {
            depth -= 1
            return
        }
        guard depth < limits.maximumDepth else {
            throw XMLRefusal(
                .tooDeep, at: start, "Elements are nested more than \(limits.maximumDepth) deep.")
        }
        if bytes[position - 2] != UInt8(ascii: "/") { depth += 1 }
    }

    /// Skips an end tag of the usual length and without quotes; false where it is another.
    private mutating func skipShortEndTag() -> Bool {
        let end = firstDelimiter(from: position + 2, to: position + 64)
        guard end < min(bytes.count, position + 64), bytes[end] == UInt8(ascii: ">"),
            end - position < limits.maximumTagBytes
        else { return false }
        position = end + 1
        depth -= 1
        return true
    }

    /// The offset of the first ">" or quote, or `end` or more where there is none before it; eight bytes at a time.
    private func firstDelimiter(from start: Int, to end: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var i = start
        while i + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
            let found =
                word.signs(of: UInt8(ascii: ">")) | word.signs(of: UInt8(ascii: "\""))
                | word.signs(of: UInt8(ascii: "'"))
            if found != 0 { return i + found.trailingZeroBitCount / 8 }
            i += 8
            if i >= end { return i }
        }
        while i < raw.count {
            switch raw[i] {
            case UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): return i
            default: i += 1
            }
        }
        return i
    }

    private func isAt(_ word: StaticString) -> Bool {
        position + word.utf8CodeUnitCount <= bytes.count
            && (0..<word.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == word.utf8Start[$0] }
    }

    /// Moves behind the first occurrence of `word`, which ends in ">", or to the end.
    private mutating func skip(past word: StaticString, from start: Int) {
        let count = word.utf8CodeUnitCount
        var i = start
        while true {
            i = find(UInt8(ascii: ">"), from: i)
            guard i < bytes.count else {
                position = bytes.count
                return
            }
            let wordStart = i + 1 - count
            i += 1
            if wordStart >= start, (0..<count).allSatisfy({ bytes[wordStart + $0] == word.utf8Start[$0] }) {
                position = i
                return
            }
        }
    }

    /// The offset of the first "<" from `start` on, or the end; eight bytes at a time, since texts are mostly short.
    private func nextMarkup(from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var i = start
        while i + 8 <= raw.count {
            let found = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
                .signs(of: UInt8(ascii: "<"))
            if found != 0 { return i + found.trailingZeroBitCount / 8 }
            i += 8
        }
        while i < raw.count, raw[i] != UInt8(ascii: "<") { i += 1 }
        return min(i, raw.count)
    }

    /// The offset of the first `byte` from `start` on, or the end.
    private func find(_ byte: UInt8, from start: Int) -> Int {
        guard let base = bytes.baseAddress, start < bytes.count else { return bytes.count }
        return start + shim_find(base + start, byte, bytes.count - start)
    }
}
