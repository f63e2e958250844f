/// An XML document as UTF-8 that was checked before a parser sees it.
///
/// The encoding is decided once, here, and so are the limits; ``XMLStreamParser`` is told to believe neither
/// the byte order mark nor the declaration any more. All byte offsets that this module gives out count the bytes
/// of ``utf8``.
package struct XMLSource: Sendable {
    /// The whole document in UTF-8; the bytes given, unless ``isTranscoded``.
    package let utf8: [UInt8]
    /// Where the document begins in ``utf8``: 3 behind a byte order mark, else 0.
    package let contentStart: Int
    /// The encoding that the bytes given are in, such as "UTF-8", "UTF-16LE", or a name as it was declared.
    package let encoding: String
    /// Whether ``utf8`` was made from another encoding.
    package let isTranscoded: Bool
    /// Whether a single-byte encoding is declared although the bytes are UTF-8 with characters beyond ASCII, so
    /// that the declaration is probably wrong.
    package let isDeclarationDoubtful: Bool

    /// The XML declaration, if there is one.
    private let declaration: XMLDeclaration?

    /// Checks a document, and brings it into UTF-8 if it is in another encoding.
    ///
    /// - Parameters:
    ///   - bytes: The file, byte for byte.
    ///   - limits: What the document may ask for.
    /// - Throws: ``XMLRefusal`` if it is compressed, is in no encoding that can be told and read without doubt,
    ///   has a DOCTYPE or another version than 1.0, or exceeds a limit. A document that passes may still be
    ///   malformed.
    package init(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLRefusal) {
        guard bytes.count <= limits.maximumBytes else {
            throw XMLRefusal(
                .tooLarge, at: limits.maximumBytes,
                "The document has \(bytes.count) bytes; at most \(limits.maximumBytes) are allowed.")
        }
        try Self.refuseCompressed(bytes)
        let decoded = try XMLDecoding(bytes)
        guard decoded.utf8.count <= limits.maximumBytes else {
            throw XMLRefusal(
                .tooLarge, at: limits.maximumBytes,
                "The document has \(decoded.utf8.count) bytes in UTF-8; at most \(limits.maximumBytes) are allowed."
            )
        }
        utf8 = decoded.utf8
        contentStart = decoded.contentStart
        encoding = decoded.encoding
        isTranscoded = decoded.isTranscoded
        isDeclarationDoubtful = decoded.isDeclarationDoubtful
        declaration = decoded.declaration
        if let version = declaration?.version, version.value != "1.0" {
            throw XMLRefusal(
                .version, at: version.offset,
                "The document declares XML version '\(version.value)'; only 1.0 is read.")
        }
        try XMLPreScan.check(utf8, from: contentStart, limits: limits)
    }

    /// The text without a byte order mark and, if it was transcoded, with blanks in place of a declaration that
    /// would now be wrong, for the parts of libxml2 that cannot be told to ignore it.
    package var utf8WithoutForeignDeclaration: [UInt8] {
        var bytes = Array(utf8[contentStart...])
        if isTranscoded, let declaration {
            let end = declaration.end - contentStart
            for i in 0..<end where bytes[i] != UInt8(ascii: "\n") { bytes[i] = UInt8(ascii: " ") }
        }
        return bytes
    }

    /// Whether a document that begins so is in UTF-8, as far as its first bytes and its declaration tell.
    package static func isUTF8(startingWith bytes: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [[0xFE, 0xFF], [0xFF, 0xFE], [0x3C, 0], [0]]
        guard !marks.contains(where: { bytes.starts(with: $0) }) else { return false }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let declared = XMLDeclaration(bytes, from: start)?.encoding?.value else { return true }
        return declared.uppercased() == "UTF-8"
    }

    private static func refuseCompressed(_ bytes: [UInt8]) throws(XMLRefusal) {
        let magics: [(String, [UInt8])] = [
            ("gzip", [0x1F, 0x8B]), ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
            ("bzip2", [0x42, 0x5A, 0x68]),
            ("zstd", [0x28, 0xB5, 0x2F, 0xFD]), ("ZIP", [0x50, 0x4B, 0x03, 0x04]),
        ]
        guard let (name, _) = magics.first(where: { bytes.starts(with: $0.1) }) else { return }
        throw XMLRefusal(.compressed, at: 0, "The document is compressed (\(name)); XML text was expected.")
    }
}
