/// How far what begins at a byte of an XML or JSON text reaches: the bytes that a person would underline.
///
/// Asked only where something is found; the text need not be well-formed.
struct SourceExtent {
    /// The text in UTF-8.
    let utf8: [UInt8]

    /// How many bytes of an element are underlined whole.
    private static let longestElement = 200

    init(_ utf8: [UInt8]) {
        self.utf8 = utf8
    }

    // MARK: - XML

    /// What a message about a place is about: the start tag, the attribute or the text that begins there.
    func found(at start: Int, isAttribute: Bool) -> Range<Int> {
        if byte(start) == UInt8(ascii: "<") { return tag(at: start) }
        return isAttribute ? attribute(at: start) : text(at: start)
    }

    /// The start tag that begins at "<", up to and with its ">".
    func tag(at start: Int) -> Range<Int> {
        var quote: UInt8?
        var end = start
        while end < utf8.count {
            let byte = utf8[end]
            end += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return start..<end
            }
        }
        return start..<min(start + 1, utf8.count)
    }

    /// The element that begins at "<": all of it where it is short, stands on a line and holds no other, else its start tag.
    func element(at start: Int) -> Range<Int> {
        let tag = tag(at: start)
        guard byte(tag.upperBound - 2) != UInt8(ascii: "/"),
            let next = utf8[tag.upperBound...].firstIndex(of: UInt8(ascii: "<")),
            byte(next + 1) == UInt8(ascii: "/"),
            let last = utf8[next...].firstIndex(of: UInt8(ascii: ">")),
            last - start < Self.longestElement, !utf8[start...last].contains(where: Self.isLineEnd)
        else { return tag }
        return start..<last + 1
    }

    /// The attribute whose name begins there, with its value and the quotation marks.
    func attribute(at start: Int) -> Range<Int> {
        guard let equals = utf8[start...].firstIndex(of: UInt8(ascii: "=")),
            let open = utf8[equals...].firstIndex(where: {
                $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
            }),
            let close = utf8[(open + 1)...].firstIndex(of: utf8[open])
        else { return token(at: start) }
        return start..<close + 1
    }

    /// The attribute of that name without prefix in the tag that begins at "<"; nil where there is none.
    func attribute(_ name: String, inTagAt start: Int) -> Range<Int>? {
        let tag = tag(at: start)
        var index = utf8[tag].firstIndex(where: Self.isBlank) ?? tag.upperBound
        while index < tag.upperBound {
            guard let next = utf8[index..<tag.upperBound].firstIndex(where: { !Self.isBlank($0) }) else {
                break
            }
            let found = attribute(at: next)
            guard found.upperBound <= tag.upperBound, !found.isEmpty else { break }
            let isNamed = utf8[found].starts(with: name.utf8)
            let end = found.lowerBound + name.utf8.count
            if isNamed, byte(end).map({ Self.isBlank($0) || $0 == UInt8(ascii: "=") }) ?? false {
                return found
            }
            index = found.upperBound
        }
        return nil
    }

    /// The text that begins there, up to the next markup, without the white space at its end.
    func text(at start: Int) -> Range<Int> {
        guard start < utf8.count else { return utf8.count..<utf8.count }
        var end = utf8[start...].firstIndex(of: UInt8(ascii: "<")) ?? utf8.count
        while end > start + 1, Self.isBlank(utf8[end - 1]) { end -= 1 }
        return start..<end
    }

    /// What the parser has read when it tells of an error of syntax: the tag, where the error is about a whole tag.
    func malformed(at end: Int, isAboutTag: Bool) -> Range<Int> {
        guard isAboutTag, let start = utf8[..<min(end, utf8.count)].lastIndex(of: UInt8(ascii: "<")) else {
            return token(at: end)
        }
        return start..<min(end, utf8.count)
    }

    /// The comment or processing instruction that begins there.
    func comment(at start: Int) -> Range<Int> {
        let mark = byte(start + 1) == UInt8(ascii: "?") ? "?>" : "-->"
        var index = start
        while let end = utf8[index...].firstIndex(of: UInt8(ascii: ">")) {
            if utf8[start...end].reversed().starts(with: mark.utf8.reversed()) { return start..<end + 1 }
            index = end + 1
        }
        return token(at: start)
    }

    /// The number of an element: what its child `num` holds; nil where it is marked up, or there is none.
    func number(at start: Int) -> Range<Int>? {
        if byte(start) == UInt8(ascii: "<") {
            let tag = tag(at: start)
            let name = utf8[tag].dropFirst().prefix { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }
            let local = name.split(separator: UInt8(ascii: ":")).last ?? []
            let number = text(at: tag.upperBound)
            return local.elementsEqual("num".utf8) && !number.isEmpty ? number : nil
        }
        guard
            utf8[..<start].reversed().drop(while: { Self.isBlank($0) || $0 == UInt8(ascii: ":") })
                .starts(with: "\"num\"".utf8.reversed()),
            let first = utf8[(start + 1)...].firstIndex(where: { !Self.isBlank($0) }),
            utf8[first] == UInt8(ascii: "\"")
        else { return nil }
        return first..<endOfString(first)
    }

    // MARK: - JSON

    /// The value that begins there, or its first line.
    func value(at start: Int) -> Range<Int> {
        var depth = 0
        var index = start
        while index < utf8.count, !Self.isLineEnd(utf8[index]) {
            switch utf8[index] {
            case UInt8(ascii: "\""): index = endOfString(index)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                index += 1
            default:
                if depth == 0 { return start..<token(at: start).upperBound }
                index += 1
            }
            if depth <= 0 { return start..<index }
        }
        return firstLine(start..<index)
    }

    /// The value of the member of that name in the object that begins there; nil where none is found.
    func member(_ name: String, ofObjectAt start: Int) -> Range<Int>? {
        guard byte(start) == UInt8(ascii: "{") else { return nil }
        var depth = 0
        var index = start
        while index < utf8.count {
            switch utf8[index] {
            case UInt8(ascii: "\""):
                let end = endOfString(index)
                let after = utf8[end...].firstIndex { !Self.isBlank($0) } ?? utf8.count
                if depth == 1, byte(after) == UInt8(ascii: ":"),
                    utf8[index..<end].elementsEqual("\"\(name)\"".utf8),
                    let value = utf8[(after + 1)...].firstIndex(where: { !Self.isBlank($0) })
                {
                    return self.value(at: value)
                }
                index = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { break }
        }
        return nil
    }

    private func endOfString(_ start: Int) -> Int {
        var index = start + 1
        while index < utf8.count, utf8[index] != UInt8(ascii: "\"") {
            index += utf8[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, utf8.count)
    }

    // MARK: - Any text

    /// The word or the single character that stands there; nothing at the end of a line.
    func token(at start: Int) -> Range<Int> {
        guard let first = byte(start), !Self.isLineEnd(first) else { return start..<start }
        if first == UInt8(ascii: "\"") { return firstLine(start..<endOfString(start)) }
        func isWord(_ byte: UInt8) -> Bool {
            byte >= 0x80 || "-_.!".utf8.contains(byte) || Unicode.Scalar(byte).properties.isAlphabetic
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        // "<" is shown with the name that it begins.
        let rest = utf8[(start + 1)...].prefix(Self.longestElement)
        guard isWord(first) || first == UInt8(ascii: "<") else { return start..<start + 1 }
        return start..<(rest.firstIndex { !isWord($0) } ?? rest.endIndex)
    }

    /// A stretch up to the end of its first line.
    func firstLine(_ range: Range<Int>) -> Range<Int> {
        range.lowerBound..<(utf8[range].firstIndex(where: Self.isLineEnd) ?? range.upperBound)
    }

    private func byte(_ index: Int) -> UInt8? { utf8.indices.contains(index) ? utf8[index] : nil }

    private static func isBlank(_ byte: UInt8) -> Bool { byte.isXMLSpace }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
