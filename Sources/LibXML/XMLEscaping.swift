/// Writing text and attribute values so that a parser reads the same characters back.
///
/// Characters that XML cannot carry are not looked for here: see ``XMLCharacters``.
package enum XMLEscaping {
    /// Appends element content: `&`, `<` and `>` as entities, CR as a reference, since a parser makes it LF.
    package static func appendText(_ text: String, to output: inout [UInt8]) {
        appendText(text.utf8Span.span, to: &output)
    }

    /// Appends element content given in UTF-8.
    package static func appendText(_ utf8: Span<UInt8>, to output: inout [UInt8]) {
        escapeText(utf8) { output.append(contentsOf: $0) }
    }

    /// Appends element content given in UTF-8.
    package static func appendText(_ utf8: Span<UInt8>, to output: GrowingBuffer<UInt8>) {
        escapeText(utf8) { output.append($0) }
    }

    /// Appends an attribute value that will stand in double quotes: as in text, and `"`, tab and LF too, since
    /// a parser makes these spaces.
    package static func appendAttributeValue(_ text: String, to output: inout [UInt8]) {
        appendAttributeValue(text.utf8Span.span, to: &output)
    }

    /// Appends an attribute value given in UTF-8.
    package static func appendAttributeValue(_ utf8: Span<UInt8>, to output: inout [UInt8]) {
        escapeAttributeValue(utf8) { output.append(contentsOf: $0) }
    }

    /// Appends an attribute value given in UTF-8.
    package static func appendAttributeValue(_ utf8: Span<UInt8>, to output: GrowingBuffer<UInt8>) {
        escapeAttributeValue(utf8) { output.append($0) }
    }

    @inline(__always)
    private static func escapeText(_ utf8: Span<UInt8>, _ put: (UnsafeBufferPointer<UInt8>) -> Void) {
        escape(
            utf8,
            mayEscape: { $0.hasByte(0x26) || $0.hasByte(0x3C) || $0.hasByte(0x3E) || $0.hasByte(0x0D) },
            escape: { textEscape($0) }, put)
    }

    @inline(__always)
    private static func escapeAttributeValue(_ utf8: Span<UInt8>, _ put: (UnsafeBufferPointer<UInt8>) -> Void)
    {
        escape(
            utf8,
            mayEscape: {
                $0.hasByte(below: 0x20) || $0.hasByte(0x26) || $0.hasByte(0x3C) || $0.hasByte(0x3E)
                    || $0.hasByte(0x22)
            }, escape: { attributeEscape($0) }, put)
    }

    /// Hands on runs that need nothing in one go, looking at eight bytes at a time.
    @inline(__always)
    private static func escape(
        _ utf8: Span<UInt8>, mayEscape: (UInt64) -> Bool, escape: (UInt8) -> StaticString?,
        _ put: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        utf8.withUnsafeBufferPointer { bytes in
            var copied = 0
            var i = 0
            while i < bytes.count {
                while i + 8 <= bytes.count,
                    !mayEscape(
                        UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: i, as: UInt64.self))
                { i += 8 }
                let end = min(i + 8, bytes.count)
                while i < end {
                    if let reference = escape(bytes[i]) {
                        put(UnsafeBufferPointer(rebasing: bytes[copied..<i]))
                        reference.withUTF8Buffer { put($0) }
                        copied = i + 1
                    }
                    i += 1
                }
            }
            put(UnsafeBufferPointer(rebasing: bytes[copied...]))
        }
    }

    private static func textEscape(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case 0x0D: "&#13;"
        default: nil
        }
    }

    private static func attributeEscape(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "\""): "&quot;"
        case 0x09: "&#9;"
        case 0x0A: "&#10;"
        default: textEscape(byte)
        }
    }
}
