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
        attributes(inTagAt: tag, of: utf8).offset(localName, isPrefixed: isPrefixed)
    }

    /// Where the attributes of a tag stand, by name.
    struct Attributes {
        fileprivate var unprefixed: [[UInt8]: Int] = [:]
        /// By local name.
        fileprivate var prefixed: [[UInt8]: Int] = [:]

        func offset(_ localName: String, isPrefixed: Bool) -> Int? {
            (isPrefixed ? prefixed : unprefixed)[Array(localName.utf8)]
        }
    }

    /// Reads the start tag that begins at `tag` again.
    static func attributes(inTagAt tag: Int, of utf8: Span<UInt8>) -> Attributes {
        var attributes = Attributes()
        var i = tag + 1
        skipName(utf8, &i)
        while i < utf8.count {
            skipBlanks(utf8, &i)
            let start = i
            skipName(utf8, &i)
            guard i > start, i < utf8.count else { break }
            note(start..<i, of: utf8, in: &attributes)
            while i < utf8.count, utf8[i] != UInt8(ascii: "\""), utf8[i] != UInt8(ascii: "'") { i += 1 }
            guard i < utf8.count else { break }
            let quote = utf8[i]
            i += 1
            while i < utf8.count, utf8[i] != quote { i += 1 }
            i += 1
        }
        return attributes
    }

    private static func note(_ range: Range<Int>, of utf8: Span<UInt8>, in attributes: inout Attributes) {
        let name = range.map { utf8[$0] }
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else {
            attributes.unprefixed[name] = range.lowerBound
            return
        }
        // "xmlns:a" declares a prefix and is no attribute.
        guard !name[..<colon].elementsEqual("xmlns".utf8) else { return }
        let local = Array(name[(colon + 1)...])
        if attributes.prefixed[local] == nil { attributes.prefixed[local] = range.lowerBound }
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
