/// The grammar of document symbols: a body, parts and numbers between slashes, a series, and what was added or revised.
enum MastheadSymbol {
    /// Whether a printed line is a document symbol, as it stands or with a label such as `Reference:`.
    ///
    /// Misprints are symbols too: the words of a symbol are capitals and digits, whatever their order.
    static func isSymbol(_ text: ArraySlice<UInt8>) -> Bool {
        let text = value(text)
        if isPaper(text) || isDashed(text) { return true }
        // `92FUND/EXC.36/12`
        let digits = text.prefix(while: \.isDigit)
        guard text.count <= 70, text.dropFirst(digits.count).first?.isCapital ?? false,
            digits.isEmpty || digits.count <= 3 && text.contains(.slash), text.allSatisfy({ isAllowed($0) })
        else { return false }
        let words = text.split { $0.isBlank }
        guard words.count <= 6, words.allSatisfy({ isPart($0) }) else { return false }
        let hasDigit = text.contains(where: \.isDigit)
        // Not the end of a line such as `TO HUMAN RIGHTS COUNCIL RESOLUTION 5/1`.
        let leading = words.prefix { !$0.contains(.slash) && !$0.contains(where: \.isDigit) }
        guard leading.count <= 1 else { return false }
        let capitals = text.prefix { $0 != .slash && !$0.isBlank }
        if text.contains(.slash) {
            return hasDigit || text.count(where: { $0 == .slash }) > 1 && !text.contains(.space)
        }
        // `CM(2000)111`, `GB.331`, `CL 124`, `WP-26`: no slash, but capitals and a number.
        return hasDigit && words.count <= 4 && capitals.count(where: \.isCapital) >= 2
            && capitals.count <= 12 && Ordinal.roman(capitals.prefix(while: \.isCapital)) == nil
            && (words.count == 1
                ? text.contains(.open) || text.contains(.period) || text.contains(.hyphen) : true)
            && !hasMonth(words)
    }

    /// Whether the text is a symbol whose parts dashes join: `IOTC–2014–S18–R[E]`.
    private static func isDashed(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 40, !text.contains(.space), text.prefix(while: \.isCapital).count >= 2,
            text.contains(where: \.isDigit), text.count(where: \.isSmall) <= 2
        else { return false }
        let parts = text.string.split { $0 == "-" || $0 == "\u{2013}" }
        return parts.count >= 3
            && parts.allSatisfy {
                $0.utf8.allSatisfy { $0.isWordByte && $0 < 0x80 || "[]/.".utf8.contains($0) }
            }
    }

    /// Whether the text is a paper's number with its words: `Working Paper WP-26`, `Informal document No. 3`.
    private static func isPaper(_ text: ArraySlice<UInt8>) -> Bool {
        let words = MastheadWords.words(text)
        if words.count > 2, words[0] == "document" || words[0] == "documento",
            ["informel", "oficioso"].contains(words[1])
        {
            return words.count <= 4 && words.last.map { $0.utf8.contains(where: \.isDigit) } ?? false
        }
        return (3...4).contains(words.count) && ["paper", "document"].contains(words[1])
            && ["working", "information", "conference", "discussion", "background", "informal", "room"]
                .contains(words[0])
            && words.last.map { $0.utf8.contains(where: \.isDigit) } ?? false
    }

    /// The symbol without the label before it.
    static func value(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if text.first == .open, text.last == .close, text.contains(.slash), !text.contains(.space) {
            return text.dropFirst().dropLast()
        }
        for label in labels where text.hasPrefix(ignoringCase: label) {
            let rest = text.dropFirst(label.utf8CodeUnitCount).trimmingSpace()
            if rest.first == .colon { return rest.dropFirst().trimmingSpace() }
            // `Document C10/97-E`
            if rest.first?.isCapital ?? false, rest.contains(.slash), !rest.contains(.space) { return rest }
        }
        return text
    }

    private static let labels: [StaticString] = [
        "Reference", "Ref.", "Symbol", "Document symbol", "Document", "Doc.", "Référence",
    ]

    /// Whether the text only goes on with the symbol before it: `(Rev. 1)`, `Add.2`.
    static func isContinuation(_ text: ArraySlice<UInt8>) -> Bool {
        let words = text.split { !$0.isWordByte || $0 >= 0x80 }
        guard let first = words.first, words.count <= 2, text.count <= 14 else { return false }
        return isChange(first)
            && (words.count == 2 ? words[1].allSatisfy { $0.isDigit || $0.isCapital } : true)
            && text.contains { $0.isDigit || $0 == .open }
    }

    /// The end of the symbol at the end of a line that holds something else before it: `United Nations A/HRC/28/15`.
    static func startAtEnd(of text: ArraySlice<UInt8>) -> Int? {
        guard let space = text.lastIndex(of: .space) else { return nil }
        let last = text[(space + 1)...]
        guard last.count(where: { $0 == .slash }) >= 2, isSymbol(last), last.contains(where: \.isDigit) else {
            return nil
        }
        return space + 1
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte.isCapital || byte.isSmall || byte.isDigit || byte.isBlank || "/.()-_,*:".utf8.contains(byte)
            || byte == 0xE2 || byte == 0x80 || byte == 0x93
    }

    /// Whether a word may be part of a symbol: capitals and digits, or `Add.`, `revision`, `Sub.2`, `part`.
    private static func isPart(_ word: ArraySlice<UInt8>) -> Bool {
        word.split { !$0.isWordByte || $0 >= 0x80 }.allSatisfy { piece in
            let letters = piece.filter { $0.isSmall }
            return letters.isEmpty || isChange(piece.prefix { !$0.isDigit })
                || letters.count <= 2 && piece.contains { $0.isCapital || $0.isDigit }
                || word.contains(.slash) && piece.first?.isCapital ?? false && piece.count <= 6
        }
    }

    private static func isChange(_ word: ArraySlice<UInt8>) -> Bool {
        [
            "rev", "revision", "add", "corr", "amend", "part", "vol", "sub", "annex", "no", "inf", "misc",
            "advance", "prov",
        ]
        .contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private static func hasMonth(_ words: [ArraySlice<UInt8>]) -> Bool {
        words.contains { DateScanner.isMonth($0.prefix { $0.isWordByte && !$0.isDigit }) }
    }
}
