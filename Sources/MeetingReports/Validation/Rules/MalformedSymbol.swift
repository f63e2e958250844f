extension FindingCode {
    /// A document symbol does not have the form of one.
    static let malformedSymbol = FindingCode("malformed-symbol", .info)
}

/// Finds symbols in mastheads that no known pattern of symbols allows.
///
/// A symbol is made of parts between slashes. A part is a word, or a number with at most one letter after it, or a word
/// with a point and a number (`WG.6`, `Add.1-3`), or a few capitals with a short number (`WP40`), or several of these
/// parted by spaces (`XVIII ATCM`, `REV 1`). Two may be joined by a hyphen or colon, but not two numbers, and something in
/// brackets may follow (`83 (Rev.3)`, `EX(41)`). So `SBI2014`, `7L.14`, `2014.INF.21`, `2016-14` and `Rev1` are misprints.
/// The record keeps them.
struct MalformedSymbol: RecordRule {
    static let explanation = Explanation(
        .malformedSymbol,
        meaning: "The symbol in the masthead does not have the form of a document symbol.",
        reason:
            "Catalogues find and order documents by symbol; a slash or point that is missing makes another document of it.",
        remedy: """
            Compare with the printed report. A symbol that was misprinted stays as it is in the text; the attribute "value" may \
            give the right one.
            """,
        bad: .record(
            masthead: "<symbol>FCCC/SBI2014/4</symbol>", "", at: "/meetingReport/masthead/symbol[1]"),
        good: .record(masthead: "<symbol value=\"FCCC/SBI/2014/4\">FCCC/SBI2014/4</symbol>", ""))

    func breaches(in outline: RecordOutline) -> [Breach] {
        outline.symbols.filter { !Self.isWellFormed($0.symbol) }.map { element, symbol in
            Breach(at: element, "\"\(symbol)\" does not have the form of a document symbol.")
        }
    }

    static func isWellFormed(_ symbol: String) -> Bool {
        guard let plain = withoutBrackets(symbol) else { return false }
        return plain.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy(isPart)
    }

    /// The symbol with a space for each pair of brackets and what they hold, and a hyphen for an en dash; nil where the
    /// brackets do not pair.
    private static func withoutBrackets(_ symbol: String) -> [UInt8]? {
        var result: [UInt8] = []
        var isInside = false
        let isASCII = symbol.utf8.allSatisfy { $0 < 0x80 }
        for byte in (isASCII ? symbol : symbol.replacing("\u{2013}", with: "-")).utf8 {
            switch byte {
            case UInt8(ascii: "("):
                guard !isInside else { return nil }
                isInside = true
                result.append(UInt8(ascii: " "))
            case UInt8(ascii: ")"):
                guard isInside else { return nil }
                isInside = false
            default: if !isInside { result.append(byte) }
            }
        }
        return isInside ? nil : result
    }

    private static func isPart(_ part: ArraySlice<UInt8>) -> Bool {
        let words = part.split(separator: UInt8(ascii: " "))
        return !words.isEmpty && words.allSatisfy(isWord)
    }

    /// Whether a word is one piece, or several with hyphens or colons of which no two neighbours are bare numbers.
    private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
        let pieces = word.split(omittingEmptySubsequences: false) { "-:".utf8.contains($0) }
        guard pieces.allSatisfy(isPiece) else { return false }
        return !zip(pieces, pieces.dropFirst()).contains {
            $0.allSatisfy(\.isDigit) && $1.allSatisfy(\.isDigit)
        }
    }

    /// Whether a piece is letters, letters and a point and a number or letters, digits and at most one letter, or a few
    /// capitals and a short number.
    private static func isPiece(_ piece: ArraySlice<UInt8>) -> Bool {
        let letters = piece.prefix(while: \.isLetter)
        let rest = piece[letters.endIndex...]
        if letters.isEmpty {
            let tail = rest.drop(while: \.isDigit)
            return tail.count < rest.count && tail.count <= 1 && tail.allSatisfy(\.isLetter)
        }
        guard let point = rest.first else { return true }
        if rest.allSatisfy(\.isDigit) {
            return letters.count <= 4 && rest.count <= 3 && letters.allSatisfy { $0 & 0x20 == 0 }
        }
        let number = rest.dropFirst()
        return point == UInt8(ascii: ".")
            && (number.allSatisfy(\.isDigit) || number.allSatisfy(\.isLetter))
    }
}

extension UInt8 {
    /// Whether the byte is a letter of ASCII.
    fileprivate var isLetter: Bool {
        ((self | 0x20) >= UInt8(ascii: "a")) && ((self | 0x20) <= UInt8(ascii: "z"))
    }
}
