extension FindingCode {
    /// The address of a link has a character that no URI has.
    static let invalidURI = FindingCode("invalid-uri", .error)
}

/// Finds addresses with characters that no URI has, or with a percent sign that begins no octet (RFC 3986, section 2).
///
/// Where reserved characters may stand is not judged: addresses in print are often careless, and still lead somewhere.
struct InvalidURI: RecordRule {
    static let explanation = Explanation(
        .invalidURI,
        meaning:
            "The address of a link has a character that no URI has, or a percent sign without two digits.",
        reason: "A browser guesses what is meant, and a catalogue refuses the record.",
        remedy: """
            Write the character in percent form (RFC 3986, section 2.1) in the attribute "href". The printed address stays as it is.
            """,
        bad: .record(
            """
            <paragraph><p>See <link href="http://example.org/{draft}">example.org/{draft}</link>.</p></paragraph>
            """, at: "/meetingReport/body/paragraph[1]/p[1]/link[1]/@href"),
        good: .record(
            """
            <paragraph><p>See <link href="http://example.org/%7Bdraft%7D">example.org/{draft}</link>.</p></paragraph>
            """))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.links.compactMap { element, href in
            guard let problem = Self.problem(in: Array(href.utf8)) else { return nil }
            return Breach(
                at: element, part: .attribute(.href), "The address \"\(href)\" is no URI: \(problem).")
        }
    }

    private static let marks = Set("-._~:/?#[]@!$&'()*+,;=".utf8)

    private static func problem(in address: [UInt8]) -> String? {
        for (index, byte) in address.enumerated() where !byte.isASCIIAlphanumeric && !marks.contains(byte) {
            guard byte == UInt8(ascii: "%") else {
                return "it has no place for the character \"\(UnicodeScalar(byte))\""
            }
            let digits = address[(index + 1)...].prefix(2)
            guard digits.count == 2, digits.allSatisfy(\.isASCIIHexDigit) else {
                return "a percent sign must be followed by two hexadecimal digits"
            }
        }
        return nil
    }
}

extension UInt8 {
    /// Whether the byte is a letter or digit of ASCII.
    fileprivate var isASCIIAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// Whether the byte is a hexadecimal digit of ASCII.
    fileprivate var isASCIIHexDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
