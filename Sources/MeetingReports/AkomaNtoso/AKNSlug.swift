/// Words as parts of IRIs and eIds.
enum AKNSlug {
    /// How long the parts of a document's IRI made of words become, in bytes.
    static let limit = 60

    /// The letters that U+00C0 to U+00FF stand for without their accents; a hyphen where there is none.
    private static let latin = Array("aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty".utf8)

    /// Small ASCII letters and digits, those of other scripts as they are, all else a hyphen; nil where nothing remains.
    ///
    /// - Parameters:
    ///   - parted: What stands between words, a hyphen if nothing else is asked for.
    ///   - limit: With so many bytes no other character is begun.
    static func words(_ text: String, parted: UInt8 = UInt8(ascii: "-"), limit: Int = .max) -> String? {
        var bytes: [UInt8] = []
        var isParted = false
        for scalar in text.unicodeScalars {
            guard let letter = letter(scalar) else {
                // An accent of its own parts no word.
                if !(0x300...0x36F).contains(scalar.value) { isParted = true }
                continue
            }
            if isParted, !bytes.isEmpty { bytes.append(parted) }
            isParted = false
            if let letter { bytes.append(letter) } else { bytes += Array(String(scalar).utf8) }
            if bytes.count >= limit { break }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The small ASCII letter or digit that a scalar is written as; an inner nil for a letter of another script, an outer
    /// one for what is no letter.
    private static func letter(_ scalar: Unicode.Scalar) -> UInt8?? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return .some(UInt8(scalar.value))
        case 0x41...0x5A: return .some(UInt8(scalar.value | 0x20))
        case 0xC0...0xFF:
            let found = latin[Int(scalar.value - 0xC0)]
            return found == UInt8(ascii: "-") ? nil : .some(found)
        case 0x100...: return isLetter(scalar) ? .some(nil) : nil
        default: return nil
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// A symbol as part of an IRI, or nil where no letter and no digit is in it.
    ///
    /// `/` becomes `-` and a space `_` (guidelines of AKN4UN); letters, digits and `.()_-` stay, all else becomes `-` and
    /// is left out at the ends, as the mark of a note is.
    static func symbol(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "(", ")", "_": bytes.append(UInt8(scalar.value))
            case " ": bytes.append(UInt8(ascii: "_"))
            case _ where scalar.value >= 0x80 && isLetter(scalar): bytes += Array(String(scalar).utf8)
            default: bytes.append(UInt8(ascii: "-"))
            }
        }
        let isOuter = { (byte: UInt8) in byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }
        let inner = bytes.drop(while: isOuter).reversed().drop(while: isOuter).reversed()
        let hasLetter = inner.contains { $0.isASCIILetterOrDigit || $0 >= 0x80 }
        return hasLetter ? String(decoding: Array(inner), as: UTF8.self) : nil
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
