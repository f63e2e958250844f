/// Formats that are handed in as text and are none, told by their first bytes.
enum FileSignature {
    private static let signatures: [(bytes: [UInt8], what: String, advice: String)] = [
        (Array("%PDF-".utf8), "a PDF file", "Extract its text first, for instance with pdftotext -layout."),
        (Array("{\\rtf".utf8), "an RTF file", "Save it as plain text (UTF-8) first."),
        (
            Array("PK\u{3}\u{4}".utf8), "a ZIP archive, such as a .docx or .odt document",
            "Save the document as plain text (UTF-8) first, or unpack the archive."
        ),
        (Array("PK\u{5}\u{6}".utf8), "an empty ZIP archive", "Unpack it and give the files in it."),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "a Microsoft Office file of the older kind, such as .doc", "Save it as plain text (UTF-8) first."
        ),
        ([0xFF] + Array("WPC".utf8), "a WordPerfect file", "Save it as plain text (UTF-8) first."),
        ([0x89] + Array("PNG".utf8), "a PNG image", "Recognize its text first."),
        ([0xFF, 0xD8, 0xFF], "a JPEG image", "Recognize its text first."),
        (Array("GIF8".utf8), "a GIF image", "Recognize its text first."),
        ([0x49, 0x49, 0x2A, 0x00], "a TIFF image", "Recognize its text first."),
        ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image", "Recognize its text first."),
        ([0x1F, 0x8B], "a gzip archive", "Unpack it first."),
        (Array("BZh".utf8), "a bzip2 archive", "Unpack it first."),
        ([0xFD] + Array("7zXZ".utf8), "an xz archive", "Unpack it first."),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive", "Unpack it first."),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", "Unpack it first."),
        (Array("%!PS".utf8), "a PostScript file", "Extract its text first."),
    ]

    /// What the bytes are when they are no text, and what to do with such a file; nil for all others.
    static func match(_ bytes: [UInt8]) -> (what: String, advice: String)? {
        signatures.first { bytes.starts(with: $0.bytes) }.map { ($0.what, $0.advice) }
    }
}
