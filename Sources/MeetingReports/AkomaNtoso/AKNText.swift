/// Texts and values as attributes of Akoma Ntoso take them.
enum AKNText {
    /// The printed characters of a run on one line.
    static func line(_ run: [Inline]) -> String {
        let text: String
        if run.count == 1, case .text(let only) = run[0] { text = only } else { text = run.plainText }
        let words = text.utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
        guard words.count > 1 || text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
        return words.map { String(Substring($0)) }.joined(separator: " ")
    }

    /// A date as `xsd:date` has it, the parts that are not known as 01; nil for a day that the calendar has not.
    static func fullDate(_ date: PartialDate) -> String? {
        guard date.year > 0, date.isInCalendar else { return nil }
        return PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1)?.description
    }

    /// The first day that a run of text names as a date.
    static func firstDate(in run: [Inline]) -> PartialDate? {
        for inline in run {
            if case .date(let span) = inline, let from = span.from { return from }
            if case .interruption = inline { continue }
            if let found = inline.element.flatMap({ firstDate(in: $0.run) }) { return found }
        }
        return nil
    }

    /// Whether a text is a code as records have them: a letter, then letters, digits and hyphens of ASCII.
    static func isCode(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isASCIILetterOrDigit, first > UInt8(ascii: "9") else {
            return false
        }
        return text.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
    }

    /// A code in words: `nextMeeting` as "Next meeting".
    static func title(ofCode code: String) -> String {
        var bytes: [UInt8] = []
        for byte in code.utf8 {
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            if bytes.isEmpty {
                bytes.append((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & 0xDF : byte)
            } else if isCapital, let last = bytes.last, last > UInt8(ascii: "Z") {
                bytes += [UInt8(ascii: " "), byte | 0x20]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What a name begins with that is an address, with the space behind it; empty where the name would be only that.
    static func honorifics(of name: String) -> Substring {
        var rest = name[...]
        while let space = rest.firstIndex(of: " "), addresses.contains(String(rest[..<space])) {
            rest = rest[rest.index(after: space)...]
        }
        return rest.isEmpty ? "" : name[..<rest.startIndex]
    }

    private static let addresses: Set<String> = [
        "H.E.", "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Dr.", "Dr", "Prof.", "Sir", "M.", "Mme",
        "Mlle",
        "Sr.", "Sra.",
    ]

    /// Whether a text can be an `xsd:anyURI` to every validator: characters of RFC 3986, one `#` at most, whole escapes,
    /// and digits only where a port is.
    static func isURI(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count(where: { $0 == UInt8(ascii: "#") }) <= 1 else { return false }
        for (index, byte) in bytes.enumerated() where !byte.isASCIILetterOrDigit {
            if byte == UInt8(ascii: "%") {
                guard index + 2 < bytes.count, bytes[index + 1].isHexDigit, bytes[index + 2].isHexDigit else {
                    return false
                }
            } else if !"-._~:/?#@!$&'()*+,;=".utf8.contains(byte) {
                return false
            }
        }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return true }
        let scheme = bytes[..<colon]
        guard let first = scheme.first, first.isASCIILetterOrDigit, first > UInt8(ascii: "9") else {
            return false
        }
        guard scheme.allSatisfy({ $0.isASCIILetterOrDigit || "+-.".utf8.contains($0) }) else { return false }
        let rest = bytes[(colon + 1)...]
        guard rest.starts(with: "//".utf8) else { return true }
        let authority = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
        let host =
            authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? authority
        let parts = host.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count <= 2
            && (parts.count < 2 || parts[1].count <= 5 && Int(digits: parts[1]) != nil)
            && authority.count(where: { $0 == UInt8(ascii: "@") }) <= 1
    }
}

extension UInt8 {
    /// Whether the byte is a hexadecimal digit of ASCII.
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
