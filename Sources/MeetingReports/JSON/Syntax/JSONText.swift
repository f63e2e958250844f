/// Eight bytes at a time over the text of JSON strings, and their escapes.
enum JSONText {
    /// The first place from `start` on of a quote, a backslash, a control character or (if `nonASCII`) a byte of 0x80
    /// or more; `end` if there is none.
    @inline(__always)
    static func firstSpecial(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, nonASCII: Bool
    ) -> Int {
        var place = start
        while place &+ 8 <= end {
            let found = specials(in: word(in: bytes, at: place), nonASCII: nonASCII)
            if found != 0 { return place &+ found.trailingZeroBitCount &>> 3 }
            place &+= 8
        }
        while place < end, !isSpecial(bytes[place], nonASCII: nonASCII) { place &+= 1 }
        return place
    }

    /// The eight bytes from `place` on, the first one lowest.
    @inline(__always)
    static func word(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// Marks the high bit of the special bytes of a word.
    ///
    /// The lowest mark is right; a borrow may set false ones above it.
    @inline(__always)
    private static func specials(in word: UInt64, nonASCII: Bool) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (word ^ (ones &* 0x22)) &- ones
        let backslashes = (word ^ (ones &* 0x5C)) &- ones
        let controls = word &- ones &* 0x20
        let marks = quotes | backslashes | controls
        return (nonASCII ? marks | word : marks & ~word) & (ones &* 0x80)
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8, nonASCII: Bool) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || (nonASCII && byte >= 0x80)
    }

    /// Resolves the escapes of `source`, the valid text between two quotes, into `target`, which is at least as long.
    /// - Returns: the number of bytes written.
    static func unescape(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var place = 0
        var written = 0
        while place < source.count {
            let byte = source[place]
            if byte != UInt8(ascii: "\\") {
                target[written] = byte
                written += 1
                place += 1
                continue
            }
            if let short = shortEscape(source[place + 1]) {
                target[written] = short
                written += 1
                place += 2
                continue
            }
            var value = hexadecimal(in: source, at: place + 2) ?? 0
            place += 6
            if value & 0xFC00 == 0xD800 {
                let low = hexadecimal(in: source, at: place + 2) ?? 0
                value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
                place += 6
            }
            for unit in UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
                target[written] = unit
                written += 1
            }
        }
        return written
    }

    /// The string whose valid text between the quotes is `source`.
    static func string(_ source: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) -> String {
        guard hasEscapes else { return String(decoding: source, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: source.count) { unescape(source, into: $0) }
    }

    /// The character that a backslash and `letter` stand for; nil for `u`, and where there is no such escape.
    static func shortEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        default: nil
        }
    }

    /// The value of the four hexadecimal digits at `place`; nil if they are not there.
    static func hexadecimal(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x41 + 10)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
