/// What the XML declaration at the start of a document says (XML 1.0, production 23).
///
/// Read leniently: a declaration that breaks the grammar is the parser's to report.
struct XMLDeclaration: Sendable {
    /// A value with the offset of its first byte.
    struct Value: Sendable {
        var value: String
        var offset: Int
    }

    var version: Value?
    var encoding: Value?
    /// The offset behind "?>".
    var end: Int

    /// Reads the declaration of an ASCII-compatible document, or nil if it has none.
    init?(_ bytes: [UInt8], from start: Int) {
        let introduction = Array("<?xml".utf8)
        guard bytes[start...].starts(with: introduction) else { return nil }
        var i = start + introduction.count
        guard i < bytes.count, XMLCharacters.isBlank(bytes[i]) else { return nil }
        end = bytes.count
        while i < bytes.count {
            while i < bytes.count, XMLCharacters.isBlank(bytes[i]) { i += 1 }
            if i < bytes.count, bytes[i] == UInt8(ascii: "?") || bytes[i] == UInt8(ascii: ">") {
                end = min(i + 2, bytes.count)
                return
            }
            let nameStart = i
            while i < bytes.count, bytes[i] != UInt8(ascii: "="), bytes[i] != UInt8(ascii: ">"),
                !XMLCharacters.isBlank(bytes[i])
            { i += 1 }
            let name = String(decoding: bytes[nameStart..<i], as: UTF8.self)
            while i < bytes.count, XMLCharacters.isBlank(bytes[i]) { i += 1 }
            guard i < bytes.count, bytes[i] == UInt8(ascii: "=") else { return }
            i += 1
            while i < bytes.count, XMLCharacters.isBlank(bytes[i]) { i += 1 }
            guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") else {
                return
            }
            let quote = bytes[i]
            let valueStart = i + 1
            guard let valueEnd = bytes[valueStart...].firstIndex(of: quote) else { return }
            let value = Value(
                value: String(decoding: bytes[valueStart..<valueEnd], as: UTF8.self), offset: valueStart)
            switch name {
            case "version" where version == nil: version = value
            case "encoding" where encoding == nil: encoding = value
            default: break
            }
            i = valueEnd + 1
        }
    }
}
