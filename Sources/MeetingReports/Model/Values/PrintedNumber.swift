/// What a printed number or mark says without its punctuation.
enum PrintedNumber {
    private static let superscripts: [Unicode.Scalar: Unicode.Scalar] = [
        "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    ]

    /// The letters and digits of a mark, outer punctuation and white space aside: `- a)` is `a`, `¹` is `1`.
    static func core(of printed: String) -> String {
        let scalars = printed.unicodeScalars.map { $0.isASCII ? $0 : superscripts[$0] ?? $0 }
        guard let first = scalars.firstIndex(where: isAlphanumeric),
            let last = scalars.lastIndex(where: isAlphanumeric)
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        // The properties of a character are looked up in tables; most marks are ASCII and need none.
        if scalar.isASCII {
            switch scalar {
            case "0"..."9", "A"..."Z", "a"..."z": return true
            default: return false
            }
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
