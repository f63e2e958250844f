/// A place in a text that scanners move forward.
struct ByteCursor {
    /// The text.
    let bytes: ArraySlice<UInt8>
    /// The index of the next byte.
    var index: Int

    init(_ bytes: ArraySlice<UInt8>, at index: Int) {
        self.bytes = bytes
        self.index = index
    }

    /// The next byte, or nil at the end.
    var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    /// What is left.
    var rest: ArraySlice<UInt8> { bytes[index...] }

    /// Goes past white space; says whether there was any.
    @discardableResult
    mutating func skipSpace() -> Bool {
        let start = index
        while let byte = next {
            if byte.isBlank || byte == .lineFeed {
                index += 1
            } else if byte == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xA0 {
                index += 2
            } else {
                break
            }
        }
        return index > start
    }

    /// Goes past the byte if it is next.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    /// Goes past the text if it is next.
    mutating func skip(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard rest.count >= count, text.withUTF8Buffer({ rest.prefix(count).elementsEqual($0) }) else {
            return false
        }
        index += count
        return true
    }

    /// Goes past the word if it is next and ends there; small and capital letters are the same.
    mutating func skipWord(_ word: StaticString) -> Bool {
        guard rest.hasPrefix(ignoringCase: word) else { return false }
        let end = index + word.utf8CodeUnitCount
        guard end == bytes.endIndex || !bytes[end].isWordByte else { return false }
        index = end
        return true
    }

    /// Reads ASCII digits as a number, if their count is allowed and no further digit follows.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let text = rest.prefix(while: \.isDigit)
        guard digits.contains(text.count), let number = Int(digits: text) else { return nil }
        index += text.count
        return number
    }

    /// Reads letters, ASCII or not.
    mutating func letters() -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.endIndex {
            let (scalar, length) = scalar(in: bytes, at: index - bytes.startIndex)
            // The properties of a character are looked up in tables; most are ASCII and need none.
            let isLetter =
                scalar.isASCII
                ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                : scalar.properties.isAlphabetic
            guard isLetter else { break }
            index += length
        }
        return bytes[start..<index]
    }
}
