/// Words as parts of IRIs and eIds.
enum AKNSlug {
    private static let limit = 60

    /// The letters that the second byte of U+00C0 to U+00FF stands for without its accent; a hyphen where there is none.
    private static let latin = Array("aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty".utf8)

    /// Small ASCII letters and digits, all else a hyphen, at most 60 bytes; nil where nothing remains.
    static func words(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var isParted = false
        var previous: UInt8 = 0
        for original in text.utf8 {
            defer { previous = original }
            if original == 0xC3 { continue }
            let byte = previous == 0xC3 ? latin[Int(original & 0x3F)] : original
            let isLetter = byte.isASCIILetterOrDigit
            if isLetter {
                if isParted, !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
                bytes.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
                if bytes.count >= limit { break }
            }
            isParted = !isLetter
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// A symbol as part of an IRI, or nil where nothing of it remains.
    ///
    /// `/` becomes `-` and a space `_` (guidelines of AKN4UN); letters, digits and `.()_-` stay, all else becomes `-`.
    static func symbol(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case _ where byte.isASCIILetterOrDigit, UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "_"):
                bytes.append(byte)
            case UInt8(ascii: " "): bytes.append(UInt8(ascii: "_"))
            default: bytes.append(UInt8(ascii: "-"))
            }
        }
        return bytes.contains(where: \.isASCIILetterOrDigit) ? String(decoding: bytes, as: UTF8.self) : nil
    }
}

extension UInt8 {
    /// Whether the byte is a letter or digit of ASCII.
    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
