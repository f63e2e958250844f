/// Places in the source of a document, found by looking at the raw markup again.
///
/// Neither SAX events nor schema messages say where in a tag an attribute stands, or where text begins. These
/// functions do, and are called only when there is something to say about it.
package enum XMLPlace {
    /// The offset of an attribute's name in the start tag that begins at `tag`, or nil if it is not there.
    ///
    /// - Parameters:
    ///   - localName: The name without prefix.
    ///   - isPrefixed: Whether the attribute is in a namespace, and so has a prefix.
    ///   - tag: The offset of "<".
    ///   - utf8: The document; the tag must be well-formed.
    package static func attribute(
        _ localName: String, isPrefixed: Bool, inTagAt tag: Int, of utf8: Span<UInt8>
    ) -> Int? {
        let name = Array(localName.utf8)
        var i = tag + 1
        skipName(utf8, &i)
        while i < utf8.count {
            skipBlanks(utf8, &i)
            let start = i
            skipName(utf8, &i)
            guard i > start, i < utf8.count else { return nil }
            if matches(utf8, start..<i, name, isPrefixed) { return start }
            while i < utf8.count, utf8[i] != UInt8(ascii: "\""), utf8[i] != UInt8(ascii: "'") { i += 1 }
            guard i < utf8.count else { return nil }
            let quote = utf8[i]
            i += 1
            while i < utf8.count, utf8[i] != quote { i += 1 }
            i += 1
        }
        return nil
    }

    /// The offset of the first character that is not white space in the text that begins at `start`, or of its
    /// end if there is none; white space given as character references counts as such.
    package static func firstNonBlank(from start: Int, of utf8: Span<UInt8>) -> Int {
        var i = start
        while i < utf8.count {
            if XMLCharacters.isBlank(utf8[i]) {
                i += 1
            } else if let end = endOfBlankReference(utf8, at: i) {
                i = end
            } else {
                break
            }
        }
        return i
    }

    private static func skipBlanks(_ utf8: Span<UInt8>, _ i: inout Int) {
        while i < utf8.count, XMLCharacters.isBlank(utf8[i]) { i += 1 }
    }

    private static func skipName(_ utf8: Span<UInt8>, _ i: inout Int) {
        while i < utf8.count, !XMLCharacters.isBlank(utf8[i]), utf8[i] != UInt8(ascii: "="),
            utf8[i] != UInt8(ascii: ">"), utf8[i] != UInt8(ascii: "/")
        { i += 1 }
    }

    private static func matches(
        _ utf8: Span<UInt8>, _ range: Range<Int>, _ name: [UInt8], _ isPrefixed: Bool
    ) -> Bool {
        let start = range.upperBound - name.count
        guard start >= range.lowerBound else { return false }
        for k in name.indices where utf8[start + k] != name[k] { return false }
        guard isPrefixed else { return start == range.lowerBound }
        guard start > range.lowerBound, utf8[start - 1] == UInt8(ascii: ":") else { return false }
        // "xmlns:a" declares a prefix and is no attribute.
        let declaration = Array("xmlns:".utf8)
        guard start - range.lowerBound == declaration.count else { return true }
        for k in declaration.indices where utf8[range.lowerBound + k] != declaration[k] { return true }
        return false
    }

    /// The offset behind a reference to white space such as "&#10;" or "&#x20;".
    private static func endOfBlankReference(_ utf8: Span<UInt8>, at start: Int) -> Int? {
        var i = start + 2
        guard i < utf8.count, utf8[start] == UInt8(ascii: "&"), utf8[start + 1] == UInt8(ascii: "#") else {
            return nil
        }
        var radix = 10
        if utf8[i] == UInt8(ascii: "x") {
            radix = 16
            i += 1
        }
        var value = 0
        while i < utf8.count, value < 0x100, let digit = Character(UnicodeScalar(utf8[i])).hexDigitValue,
            digit < radix
        {
            value = value * radix + digit
            i += 1
        }
        guard i < utf8.count, utf8[i] == UInt8(ascii: ";"), value < 0x100, XMLCharacters.isBlank(UInt8(value))
        else {
            return nil
        }
        return i + 1
    }
}
