internal import LibXML

/// Text of unknown origin in a form that is safe to show.
enum PrintableText {
    /// A text for one line of a terminal or log: what would end the line, move the cursor or turn the direction of
    /// writing is shown as an escape, such as `\n` or `\u{1B}`.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
        return escaping(text, isUnprintable)
    }

    /// A text for XML: what XML 1.0 cannot carry is shown as an escape, such as `\u{1}`.
    static func xml(_ text: String) -> String {
        guard XMLCharacters.firstForbidden(in: text) != nil else { return text }
        return escaping(text) { scalar in
            scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar) || scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// One character of a source line as it is shown in a terminal: tabs stay, what is not printable gets a substitute.
    static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "\t" || !isUnprintable(scalar) { return scalar }
        // The control pictures of Unicode follow the order of the control characters.
        return scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" : "\u{FFFD}"
    }

    /// How many cells of a terminal a character takes: 2 where it is wide (Unicode Standard Annex 11), 0 where it
    /// combines with the one before it or is invisible.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// The blocks of wide characters, whole where nearly all of a block is wide.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FF, 0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func escaping(_ text: String, _ mustEscape: (Unicode.Scalar) -> Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            guard mustEscape(scalar) else {
                result.unicodeScalars.append(scalar)
                continue
            }
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            }
        }
        return result
    }
}
