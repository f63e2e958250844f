/// A URI or a relative reference to one, in its five parts (RFC 3986, appendix B).
struct URIReference: Hashable, Sendable {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    /// Takes a reference apart; every text is one, so that nothing can fail.
    init(_ text: String) {
        var rest = text.utf8[...]
        fragment = Self.cut(&rest, behind: UInt8(ascii: "#"))
        query = Self.cut(&rest, behind: UInt8(ascii: "?"))
        let schemeEnd = rest.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
        if let schemeEnd, rest[schemeEnd] == UInt8(ascii: ":"), Self.isScheme(rest[..<schemeEnd]) {
            scheme = String(Substring(rest[..<schemeEnd])).lowercased()
            rest = rest[rest.index(after: schemeEnd)...]
        }
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = String(Substring(rest[..<end]))
            rest = rest[end...]
        }
        path = String(Substring(rest))
    }

    /// The URI of a file, given its absolute path.
    init(filePath: String) {
        self.init("")
        scheme = "file"
        authority = ""
        path = Self.escaped(filePath, keeping: { Self.isUnreserved($0) || $0 == UInt8(ascii: "/") })
    }

    /// The reference as text (RFC 3986, section 5.3).
    var text: String {
        (scheme.map { "\($0):" } ?? "") + (authority.map { "//\($0)" } ?? "") + path
            + (query.map { "?\($0)" } ?? "") + (fragment.map { "#\($0)" } ?? "")
    }

    /// The URI that this refers to where it stands in a document of that URI (RFC 3986, section 5.2).
    func resolved(against base: URIReference) -> URIReference {
        var result = self
        if scheme == nil {
            result.scheme = base.scheme
            if authority == nil {
                result.authority = base.authority
                if path.isEmpty {
                    result.path = base.path
                    result.query = query ?? base.query
                } else if path.utf8.first != UInt8(ascii: "/") {
                    let folderEnd = base.path.utf8.lastIndex(of: UInt8(ascii: "/"))
                    result.path = (folderEnd.map { String(base.path[...$0]) } ?? "/") + path
                }
            }
        }
        result.path = Self.withoutDots(result.path)
        return result
    }

    /// The absolute path of the file that this is the URI of, or nil where it is none on this machine.
    var filePath: String? {
        guard scheme == "file", query == nil, authority ?? "" == "" || authority == "localhost",
            path.utf8.first == UInt8(ascii: "/")
        else { return nil }
        var bytes: [UInt8] = []
        var rest = path.utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(Substring(rest.prefix(2)))
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.utf8.first != UInt8(ascii: "+"),
                let value = UInt8(digits, radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        // A decoded "%2F.." must not reach where the path did not.
        return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self).map(Self.withoutDots)
    }

    /// The text with all that no URI may hold escaped (OASIS XML Catalogs 1.1, section 6.3).
    static func normalized(_ text: String) -> String {
        let forbidden = Array(" \"<>\\^`{|}".utf8)
        return escaped(text, keeping: { (0x21...0x7E).contains($0) && !forbidden.contains($0) })
    }

    /// Cuts off and returns what stands behind the first `mark`, without the mark.
    private static func cut(_ rest: inout Substring.UTF8View, behind mark: UInt8) -> String? {
        guard let index = rest.firstIndex(of: mark) else { return nil }
        defer { rest = rest[..<index] }
        return String(Substring(rest[rest.index(after: index)...]))
    }

    private static func isScheme(_ text: Substring.UTF8View) -> Bool {
        let marks = Array("+-.".utf8)
        return text.first?.isASCIILetter == true
            && text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || marks.contains($0) }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte)
    }

    private static func escaped(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte) {
                result.append(byte)
            } else {
                result += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The path without its segments "." and ".." (RFC 3986, section 5.2.4); none leads above the root.
    private static func withoutDots(_ path: String) -> String {
        guard path.utf8.first == UInt8(ascii: "/") else { return path }
        var kept: [Substring.UTF8View] = []
        let segments = path.utf8.dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (number, segment) in segments.enumerated() {
            let isUp = segment.elementsEqual("..".utf8)
            if isUp { _ = kept.popLast() }
            guard isUp || segment.elementsEqual(".".utf8) else {
                kept.append(segment)
                continue
            }
            if number == segments.count - 1 { kept.append("".utf8[...]) }
        }
        return "/" + kept.map { String(Substring($0)) }.joined(separator: "/")
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
