/// One linear look at a document before the parser's: what must be refused whatever a parser would make of it.
///
/// Knows tags, quotes, comments, CDATA sections and processing instructions, and nothing else of XML. In a
/// well-formed document it sees the markup that a parser sees; where a document is malformed the parser stops.
struct XMLPreScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: XMLLimits
    private var delimiters: Delimiters
    private var depth = 0

    /// Refuses U+0000, a DOCTYPE, and tags or nesting beyond the limits.
    static func check(_ utf8: [UInt8], from start: Int, limits: XMLLimits) throws(XMLRefusal) {
        try utf8.withUnsafeBufferPointer { (bytes) throws(XMLRefusal) in
            var scan = XMLPreScan(bytes: bytes, limits: limits, start: start)
            let nul = scan.find(0, from: start)
            guard nul == bytes.count else {
                throw XMLRefusal(.nul, at: nul, "The document holds U+0000, which XML does not allow.")
            }
            var look = scan
            if look.isPlain(from: start) { return }
            try scan.run()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits, start: Int) {
        self.bytes = bytes
        self.limits = limits
        delimiters = Delimiters(in: UnsafeRawBufferPointer(bytes), from: start)
    }

    /// Whether a look at each "<" and the ">" behind it shows that nothing is to be refused, as it does in most documents.
    ///
    /// No tag of a well-formed document has a "<" in it, so that the next one says how long it is at most. A ">" may stand in
    /// a value: then the nesting is taken for deeper than it is, never for less deep.
    private mutating func isPlain(from start: Int) -> Bool {
        let shortAttribute = "a=''".utf8.count
        let longestTag = min(limits.maximumTagBytes, limits.maximumAttributes * shortAttribute)
        var place = find(UInt8(ascii: "<"), from: start)
        while place + 1 < bytes.count {
            let next = find(UInt8(ascii: "<"), from: place + 1)
            guard next - place < longestTag else { return false }
            switch bytes[place + 1] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"):
                guard isAt("<?xml ", place), place == start else { return false }
            case UInt8(ascii: "/"): depth -= 1
            default:
                let end = find(UInt8(ascii: ">"), from: place)
                guard end < next else { return false }
                depth += 1
                guard depth <= limits.maximumDepth else { return false }
                if bytes[end - 1] == UInt8(ascii: "/"), endOfTag(at: place).offset == end { depth -= 1 }
            }
            place = next
        }
        return true
    }

    private mutating func run() throws(XMLRefusal) {
        while true {
            let start = next(UInt8(ascii: "<"))
            guard start + 1 < bytes.count else { return }
            switch bytes[start + 1] {
            case UInt8(ascii: "!"): try skipDeclaration(at: start)
            case UInt8(ascii: "?"): skip(past: "?>", from: start + 2)
            default: try skipTag(at: start)
            }
        }
    }

    /// Moves behind the next such delimiter, and returns where it stands, or the end.
    private mutating func next(_ delimiter: UInt8) -> Int {
        while true {
            let place = delimiters.next()
            if place == bytes.count || bytes[place] == delimiter { return place }
        }
    }

    private mutating func skipDeclaration(at start: Int) throws(XMLRefusal) {
        if isAt("<!--", start) {
            skip(past: "-->", from: start + 4)
        } else if isAt("<![CDATA[", start) {
            skip(past: "]]>", from: start + 9)
        } else if isAt("<!DOCTYPE", start) {
            throw XMLRefusal(
                .doctype, at: start,
                "The document has a DOCTYPE, which is not read, since it may define entities and name files.")
        }
    }

    /// Where the ">" of a tag stands, or the end, and how many attributes come before it.
    private mutating func endOfTag(at start: Int) -> (offset: Int, attributes: Int) {
        delimiters.move(to: start + 1)
        return restOfTag()
    }

    /// The same for the tag whose "<" was passed last.
    private mutating func restOfTag() -> (offset: Int, attributes: Int) {
        var attributes = 0
        while true {
            let place = delimiters.next()
            guard place < bytes.count else { return (place, attributes) }
            switch bytes[place] {
            case UInt8(ascii: ">"): return (place, attributes)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                attributes += 1
                _ = next(bytes[place])
            default: break
            }
        }
    }

    private mutating func skipTag(at start: Int) throws(XMLRefusal) {
        let (end, attributes) = restOfTag()
        guard end - start < limits.maximumTagBytes || bytes.count - start <= limits.maximumTagBytes else {
            throw XMLRefusal(
                .tagTooLong, at: start, "A tag has more than \(limits.maximumTagBytes) bytes.")
        }
        guard attributes <= limits.maximumAttributes else {
            throw XMLRefusal(
                .tooManyAttributes, at: start,
                "A tag has \(attributes) attributes; at most \(limits.maximumAttributes) are allowed.")
        }
        guard bytes[start + 1] != UInt8(ascii: "/") else {
            depth -= 1
            return
        }
        guard depth < limits.maximumDepth else {
            throw XMLRefusal(
                .tooDeep, at: start, "Elements are nested more than \(limits.maximumDepth) deep.")
        }
        if bytes[min(end, bytes.count - 1) - 1] != UInt8(ascii: "/") { depth += 1 }
    }

    private func isAt(_ word: StaticString, _ start: Int) -> Bool {
        start + word.utf8CodeUnitCount <= bytes.count
            && (0..<word.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
    }

    /// Moves behind the first occurrence of `word`, which ends in ">", or to the end.
    private mutating func skip(past word: StaticString, from start: Int) {
        let count = word.utf8CodeUnitCount
        var i = start
        while true {
            i = find(UInt8(ascii: ">"), from: i)
            guard i < bytes.count else { return delimiters.move(to: i) }
            let wordStart = i + 1 - count
            i += 1
            if wordStart >= start, (0..<count).allSatisfy({ bytes[wordStart + $0] == word.utf8Start[$0] }) {
                return delimiters.move(to: i)
            }
        }
    }

    private func find(_ byte: UInt8, from start: Int) -> Int { bytes.first(byte, from: start) }
}

extension XMLPreScan {
    /// Finds "<", ">" and quotes, eight bytes at a time, since texts and values are mostly short.
    private struct Delimiters {
        private let bytes: UnsafeRawBufferPointer
        /// Where the eight bytes begin that are looked at.
        private var start: Int
        /// The high bits of those among them that may be delimiters and were not passed yet.
        private var marks: UInt64

        init(in bytes: UnsafeRawBufferPointer, from start: Int) {
            self.bytes = bytes
            self.start = start
            marks = Self.marks(in: bytes, at: start)
        }

        mutating func move(to start: Int) {
            self = Delimiters(in: bytes, from: start)
        }

        /// Moves behind the next byte that may be a delimiter, and returns where it stands, or the end.
        ///
        /// "#" and "&" are met too: like the quotes they are 0x27 but for two bits, so that one comparison finds all four.
        mutating func next() -> Int {
            while marks == 0 {
                guard start + 8 < bytes.count else { return bytes.count }
                start += 8
                marks = Self.marks(in: bytes, at: start)
            }
            defer { marks &= marks - 1 }
            return start + marks.trailingZeroBitCount / 8
        }

        private static func marks(in bytes: UnsafeRawBufferPointer, at start: Int) -> UInt64 {
            guard start + 8 <= bytes.count else {
                var word: UInt64 = 0
                for place in (start..<max(start, bytes.count)).reversed() {
                    word = word << 8 | UInt64(bytes[place])
                }
                return marks(in: word)
            }
            return marks(
                in: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
        }

        private static func marks(in word: UInt64) -> UInt64 {
            (word | 0x0202_0202_0202_0202).highBits(of: UInt8(ascii: ">"))
                | (word | 0x0505_0505_0505_0505).highBits(of: UInt8(ascii: "'"))
        }
    }
}
