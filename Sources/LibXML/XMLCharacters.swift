/// Which characters XML 1.0 can carry (production 2), looked at in UTF-8.
package enum XMLCharacters {
    /// Whether a byte is white space to XML: space, tab, LF or CR (production 3).
    package static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The UTF-8 offset of the first character that XML 1.0 cannot carry, not even as a reference: a control
    /// character below U+0020 but tab, LF and CR, or U+FFFE, or U+FFFF.
    package static func firstForbidden(in text: String) -> Int? {
        firstForbidden(in: text.utf8Span.span)
    }

    /// The offset of the first character that XML 1.0 cannot carry in valid UTF-8.
    package static func firstForbidden(in utf8: Span<UInt8>) -> Int? {
        utf8.withUnsafeBufferPointer { bytes in
            var i = 0
            while i < bytes.count {
                // Eight bytes at a time, as long as none is below 0x20 or begins U+F000…U+FFFF.
                while i + 8 <= bytes.count {
                    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: i, as: UInt64.self)
                    guard !word.hasByte(below: 0x20), !word.hasByte(0xEF) else { break }
                    i += 8
                }
                let end = min(i + 8, bytes.count)
                while i < end {
                    if isForbidden(bytes, at: i) { return i }
                    i += 1
                }
            }
            return nil
        }
    }

    private static func isForbidden(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        let byte = bytes[i]
        if byte < 0x20 { return !isBlank(byte) }
        return byte == 0xEF && i + 2 < bytes.count && bytes[i + 1] == 0xBF && bytes[i + 2] >= 0xBE
    }
}

/// Tests on eight bytes at once.
extension UInt64 {
    private static var low: UInt64 { 0x0101_0101_0101_0101 }
    private static var high: UInt64 { 0x8080_8080_8080_8080 }

    /// Whether one of the bytes is less than a limit up to 128.
    @inline(__always)
    func hasByte(below limit: UInt8) -> Bool {
        (self &- Self.low &* UInt64(limit)) & ~self & Self.high != 0
    }

    /// The high bit of each byte that is `byte`.
    @inline(__always)
    func highBits(of byte: UInt8) -> UInt64 {
        let difference = self ^ Self.low &* UInt64(byte)
        return ~((difference & ~Self.high) &+ ~Self.high | difference | ~Self.high)
    }

    /// Whether one of the bytes is `byte`.
    @inline(__always)
    func hasByte(_ byte: UInt8) -> Bool {
        (self ^ Self.low &* UInt64(byte)).hasByte(below: 1)
    }
}
