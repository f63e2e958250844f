internal import CLibXML2

/// A document brought into UTF-8 by its byte order mark and its declaration, which must agree
/// (XML 1.0, section 4.3.3 and appendix F).
struct XMLDecoding {
    let utf8: [UInt8]
    let contentStart: Int
    let encoding: String
    let isTranscoded: Bool
    let isDeclarationDoubtful: Bool
    let declaration: XMLDeclaration?

    init(_ bytes: [UInt8]) throws(XMLRefusal) {
        guard bytes.contains(where: { !XMLCharacters.isBlank($0) }) else {
            throw XMLRefusal(.empty, at: 0, "The document is empty; an element was expected.")
        }
        if [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0x3C, 0, 0, 0], [0, 0, 0, 0x3C]].contains(where: {
            bytes.starts(with: $0)
        }) {
            throw XMLRefusal(
                .encoding, at: 0, "The document is in UTF-32, which is not read; UTF-8 was expected.")
        }
        if let order = UTF16Order(startOf: bytes) {
            try self.init(utf16: bytes, order)
        } else {
            try self.init(asciiCompatible: bytes)
        }
        // libxml2 would pass over it, as over the first.
        guard !utf8[contentStart...].starts(with: Self.mark) else {
            throw XMLRefusal(
                .encoding, at: contentStart,
                "The document begins with two byte order marks; at most one may stand before its first character."
            )
        }
    }

    /// The byte order mark in UTF-8.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private init(utf16 bytes: [UInt8], _ order: UTF16Order) throws(XMLRefusal) {
        let text = try order.decode(bytes)
        let declaration = XMLDeclaration(text, from: 0)
        let names = ["UTF-16", "ISO-10646-UCS-2", order.name]
        if let declared = declaration?.encoding {
            guard names.contains(declared.value.uppercased()) else {
                throw XMLRefusal(
                    .encoding, at: 0,
                    "The document declares the encoding '\(declared.value)', but its bytes are \(order.name)."
                )
            }
        } else if order.markLength == 0 {
            throw XMLRefusal(
                .encoding, at: 0,
                "The document is in \(order.name) with neither a byte order mark nor a declared encoding.")
        }
        guard text.contains(where: { !XMLCharacters.isBlank($0) }) else {
            throw XMLRefusal(.empty, at: 0, "The document is empty; an element was expected.")
        }
        utf8 = text
        contentStart = 0
        encoding = order.name
        isTranscoded = true
        isDeclarationDoubtful = false
        self.declaration = declaration
    }

    private init(asciiCompatible bytes: [UInt8]) throws(XMLRefusal) {
        let hasMark = bytes.starts(with: Self.mark)
        let start = hasMark ? 3 : 0
        guard bytes[start...].contains(where: { !XMLCharacters.isBlank($0) }) else {
            throw XMLRefusal(.empty, at: start, "The document is empty; an element was expected.")
        }
        let declaration = XMLDeclaration(bytes, from: start)
        self.declaration = declaration
        contentStart = start
        guard let declared = declaration?.encoding, declared.value.uppercased() != "UTF-8" else {
            try Self.requireUTF8(bytes)
            utf8 = bytes
            encoding = "UTF-8"
            isTranscoded = false
            isDeclarationDoubtful = false
            return
        }
        guard !hasMark else {
            throw XMLRefusal(
                .encoding, at: declared.offset,
                "The document declares the encoding '\(declared.value)', but has the byte order mark of UTF-8."
            )
        }
        let charset = Charset(name: declared.value)
        utf8 = try charset.decode(bytes, declaredAt: declared.offset)
        encoding = declared.value
        isTranscoded = true
        isDeclarationDoubtful = charset.isSingleByte && bytes != utf8 && Self.firstInvalid(bytes) == nil
    }

    private static func requireUTF8(_ bytes: [UInt8]) throws(XMLRefusal) {
        guard let offset = firstInvalid(bytes) else { return }
        throw XMLRefusal(
            .invalidUTF8, at: offset,
            "The byte \(hexadecimal(bytes[offset])) does not begin or continue a UTF-8 character here.")
    }

    /// The offset of the first byte that is not part of a well-formed UTF-8 sequence (RFC 3629).
    static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var start = firstNonASCII(bytes, from: 0)
            // A sequence has no ASCII byte in it, so that each stretch without one can be looked at by itself.
            while start < bytes.count {
                var end = start + 1
                while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
                do throws(UTF8.ValidationError) {
                    _ = try UTF8Span(validating: UnsafeBufferPointer(rebasing: bytes[start..<end]).span)
                } catch {
                    return start + error.byteOffsets.lowerBound
                }
                start = firstNonASCII(bytes, from: end)
            }
            return nil
        }
    }

    /// Where the first byte beyond ASCII stands, or the end; eight bytes at a time.
    private static func firstNonASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var place = start
        while place + 8 <= raw.count,
            raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        { place += 8 }
        while place < raw.count, raw[place] < 0x80 { place += 1 }
        return place
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}

/// UTF-16 in one of its byte orders.
private struct UTF16Order {
    let isBigEndian: Bool
    /// The bytes of the byte order mark, or 0 if the order shows in the first characters "<?".
    let markLength: Int

    var name: String { isBigEndian ? "UTF-16BE" : "UTF-16LE" }

    init?(startOf bytes: [UInt8]) {
        let signs: [([UInt8], Bool, Int)] = [
            ([0xFF, 0xFE], false, 2), ([0xFE, 0xFF], true, 2),
            ([0x3C, 0, 0x3F, 0], false, 0), ([0, 0x3C, 0, 0x3F], true, 0),
        ]
        guard let sign = signs.first(where: { bytes.starts(with: $0.0) }) else { return nil }
        (isBigEndian, markLength) = (sign.1, sign.2)
    }

    func decode(_ bytes: [UInt8]) throws(XMLRefusal) -> [UInt8] {
        guard bytes.count.isMultiple(of: 2) else {
            throw XMLRefusal(.encoding, at: bytes.count - 1, "The document ends within a \(name) character.")
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var i = markLength
        while i < bytes.count {
            let start = i
            var scalar = UInt32(unit(bytes, i))
            i += 2
            if scalar & 0xF800 == 0xD800 {
                let low = i < bytes.count ? UInt32(unit(bytes, i)) : 0
                guard scalar < 0xDC00, low & 0xFC00 == 0xDC00 else {
                    throw XMLRefusal(
                        .encoding, at: start, "A \(name) surrogate stands without its other half.")
                }
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                i += 2
            }
            appendUTF8(scalar, to: &text)
        }
        return text
    }

    private func unit(_ bytes: [UInt8], _ i: Int) -> UInt16 {
        let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
    }
}

/// An encoding in which the bytes of ASCII mean ASCII, by its declared name.
private struct Charset {
    let name: String

    private enum Table { case ascii, latin1, windows1252, other }
    private let table: Table

    init(name: String) {
        self.name = name
        table =
            switch name.uppercased() {
            case "US-ASCII", "ASCII": .ascii
            case "ISO-8859-1", "ISO_8859-1", "LATIN1": .latin1
            case "WINDOWS-1252", "CP1252": .windows1252
            default: .other
            }
    }

    var isSingleByte: Bool {
        switch table {
        case .ascii: false
        case .latin1, .windows1252: true
        case .other: name.uppercased().hasPrefix("ISO-8859-") || name.uppercased().hasPrefix("WINDOWS-125")
        }
    }

    func decode(_ bytes: [UInt8], declaredAt offset: Int) throws(XMLRefusal) -> [UInt8] {
        if table == .other { return try decodeByLibrary(bytes, declaredAt: offset) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for (i, byte) in bytes.enumerated() {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            guard let scalar = scalar(byte) else {
                throw XMLRefusal(
                    .encoding, at: i,
                    "The byte \(XMLDecoding.hexadecimal(byte)) means nothing in \(name), as declared.")
            }
            appendUTF8(scalar, to: &text)
        }
        return text
    }

    /// The character of a byte from 0x80 on.
    private func scalar(_ byte: UInt8) -> UInt32? {
        switch table {
        case .ascii, .other: return nil
        case .latin1: return UInt32(byte)
        case .windows1252:
            guard byte < 0xA0 else { return UInt32(byte) }
            let scalar = Self.windows1252[Int(byte) - 0x80]
            return scalar == 0 ? nil : scalar
        }
    }

    /// The characters of the bytes 0x80 to 0x9F in windows-1252 (WHATWG Encoding); 0 where there is none.
    private static let windows1252: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
        0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
        0x017E,
        0x0178,
    ]

    /// Decodes by one of libxml2's encoding handlers.
    private func decodeByLibrary(_ bytes: [UInt8], declaredAt offset: Int) throws(XMLRefusal) -> [UInt8] {
        LibXML.bootstrap
        let forbidden = ["UTF-16", "UTF-32", "UCS-", "10646", "UTF16", "UTF32", "EBCDIC", "HTML"]
        guard !forbidden.contains(where: name.uppercased().contains) else {
            throw XMLRefusal(
                .encoding, at: offset,
                "The document declares the encoding '\(name)', but its bytes are not in it.")
        }
        let result = XMLMessageCollector.collecting { context in
            let before = shim_catchThreadErrors(collectMessage, context)
            defer { shim_restoreThreadErrors(before) }
            return LibraryDecoder.decode(bytes, name)
        }.result
        switch result {
        case .text(let text):
            guard XMLDecoding.firstInvalid(text) == nil else {
                throw XMLRefusal(
                    .encoding, at: offset, "The bytes are not in the declared encoding '\(name)'.")
            }
            return text
        case .unknown:
            throw XMLRefusal(
                .encoding, at: offset, "The declared encoding '\(name)' is not known; UTF-8 was expected.")
        case .invalid(let bad):
            throw XMLRefusal(.encoding, at: bad, "The bytes here are not in the declared encoding '\(name)'.")
        }
    }
}

/// Decoding by the encoding handlers that libxml2 was built with.
private enum LibraryDecoder {
    enum Result {
        case text([UInt8])
        case unknown
        /// The offset from which on nothing could be decoded.
        case invalid(at: Int)
    }

    static func decode(_ bytes: [UInt8], _ name: String) -> Result {
        guard let handler = xmlFindCharEncodingHandler(name) else { return .unknown }
        defer { xmlCharEncCloseFunc(handler) }
        guard let input = xmlBufferCreate() else { return .unknown }
        defer { xmlBufferFree(input) }
        guard let output = xmlBufferCreate() else { return .unknown }
        defer { xmlBufferFree(output) }
        var text: [UInt8] = []
        var offset = 0
        while offset < bytes.count {
            let end = min(offset + 1 << 16, bytes.count)
            bytes[offset..<end].withUnsafeBufferPointer {
                _ = xmlBufferAdd(input, $0.baseAddress, CInt($0.count))
            }
            offset = end
            // A character cut off by the end of the piece stays in the input until the next one.
            var before = xmlBufferLength(input)
            while before > 0 {
                let result = xmlCharEncInFunc(handler, output, input)
                text.append(
                    contentsOf: UnsafeBufferPointer(
                        start: xmlBufferContent(output), count: Int(xmlBufferLength(output))))
                xmlBufferEmpty(output)
                if result == -2 { return .invalid(at: offset - Int(xmlBufferLength(input))) }
                if xmlBufferLength(input) == before { break }
                before = xmlBufferLength(input)
            }
        }
        let rest = Int(xmlBufferLength(input))
        return rest == 0 ? .text(text) : .invalid(at: offset - rest)
    }
}

/// Appends a Unicode scalar value, which must not be a surrogate, in UTF-8.
private func appendUTF8(_ scalar: UInt32, to text: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0x80..<0x800: text.append(contentsOf: [UInt8(0xC0 | scalar >> 6), tail(0)])
    case 0x800..<0x10000: text.append(contentsOf: [UInt8(0xE0 | scalar >> 12), tail(6), tail(0)])
    default: text.append(contentsOf: [UInt8(0xF0 | scalar >> 18), tail(12), tail(6), tail(0)])
    }
}
