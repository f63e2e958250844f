/// The depth of entries by the forms of their numbers.
struct EntryLevels {
    private var open: [String] = []

    /// The level of an entry after those before it.
    mutating func level(of entry: Entry) -> Int {
        let words = (entry.heading ?? []).plainText.lowercased()
        guard let num = entry.num?.plainText else {
            if words.hasPrefix("part ") || words.hasPrefix("annex") || words.hasPrefix("appendi") {
                open = words.hasPrefix("part ") ? ["part"] : []
                return 1
            }
            return open.first == "part" ? 2 : 1
        }
        if AnnexTitle.kind(of: num) != nil {
            open = []
            return 1
        }
        if num.hasPrefix("Part ") {
            open = ["part"]
            return 1
        }
        // `14/6. Title` lists a decision under the heading of the decisions.
        if num.utf8.contains(.slash) { return open.count + 1 }
        let core = PrintedNumber.core(of: num)
        let parts = core.utf8.split(separator: .period).count
        if core.utf8.first?.isDigit ?? false, parts >= 2 {
            open = Array(open.prefix(1))
            return parts
        }
        let (style, value) = self.style(core)
        if let index = open.firstIndex(of: style) {
            open.removeSubrange((index + 1)...)
        } else {
            open.append(style)
        }
        last[style] = value
        return open.count
    }

    private var last: [String: Int] = [:]

    /// The form of a number and its value: `I` after `H` is a letter.
    private func style(_ core: String) -> (String, Int) {
        let bytes = Array(core.utf8)[...]
        if let digits = Int(digits: bytes) { return ("number", digits) }
        let roman = Roman.value(of: bytes)
        guard bytes.count == 1, let byte = bytes.first else {
            return roman.map { ("roman", $0) } ?? ("other", 0)
        }
        let letter = Int(byte & ~0x20) - 0x40
        if open.last == "letter", letter == last["letter", default: 0] + 1 { return ("letter", letter) }
        if let roman, roman == 1 || open.contains("roman") && roman == last["roman", default: 0] + 1 {
            return ("roman", roman)
        }
        return ("letter", letter)
    }
}
