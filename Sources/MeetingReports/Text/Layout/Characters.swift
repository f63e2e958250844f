// Tests of single characters, shared by the scanners. Text is scanned as UTF-8: what is ASCII is a byte.

extension UInt8 {
    /// Whether the byte is an ASCII digit.
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// Whether the byte is an ASCII capital.
    var isCapital: Bool { self >= 0x41 && self <= 0x5A }
    /// Whether the byte is an ASCII small letter.
    var isSmall: Bool { self >= 0x61 && self <= 0x7A }
    /// Whether the byte is an ASCII letter or begins or continues a character beyond ASCII.
    var isWordByte: Bool { isCapital || isSmall || isDigit || self >= 0x80 }
    /// Whether the byte is a space or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let formFeed: UInt8 = 0x0C
    static let hyphen = UInt8(ascii: "-")
    static let period = UInt8(ascii: ".")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let open = UInt8(ascii: "(")
    static let close = UInt8(ascii: ")")
    static let slash = UInt8(ascii: "/")
    static let bar = UInt8(ascii: "|")
}

extension Unicode.Scalar {
    /// Whether the scalar prints nothing but space: Unicode white space and the four ASCII separators.
    var isSpace: Bool {
        if value < 0x80 {
            return value == 0x20 || (0x09...0x0D).contains(value) || (0x1C...0x1F).contains(value)
        }
        return properties.isWhitespace
    }

    /// Whether the scalar is a capital letter of any script.
    var isCapital: Bool { value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase }
}

/// The scalar that begins at an offset of valid UTF-8, and the number of its bytes.
///
/// For the middle of a character the answer is a replacement character of one byte.
func scalar(in bytes: some RandomAccessCollection<UInt8>, at offset: Int) -> (
    scalar: Unicode.Scalar, length: Int
) {
    let base = bytes.index(bytes.startIndex, offsetBy: offset)
    let first = bytes[base]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, offset + length <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for step in 1..<length {
        value = value << 6 | UInt32(bytes[bytes.index(base, offsetBy: step)] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

extension ArraySlice<UInt8> {
    /// The slice without Unicode white space at its ends.
    func trimmingSpace() -> Self {
        var slice = self
        while let first = slice.first {
            if first < 0x80 {
                guard Unicode.Scalar(first).isSpace else { break }
                slice = slice.dropFirst()
            } else {
                let (scalar, length) = scalar(in: slice, at: 0)
                guard scalar.isSpace else { break }
                slice = slice.dropFirst(length)
            }
        }
        while let last = slice.last {
            if last < 0x80 {
                guard Unicode.Scalar(last).isSpace else { break }
                slice = slice.dropLast()
            } else {
                var start = slice.count - 1
                while start > 0, slice[slice.startIndex + start] & 0xC0 == 0x80 { start -= 1 }
                guard scalar(in: slice, at: start).scalar.isSpace else { break }
                slice = slice.dropLast(slice.count - start)
            }
        }
        return slice
    }

    /// The characters as a string.
    var string: String { String(decoding: self, as: UTF8.self) }

    /// Whether the slice begins with the ASCII letters of `text`, in small or capital letters.
    func hasPrefix(ignoringCase text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { letters in
            zip(self, letters).allSatisfy {
                ($0.isCapital ? $0 | 0x20 : $0) == ($1.isCapital ? $1 | 0x20 : $1)
            }
        }
    }
}
