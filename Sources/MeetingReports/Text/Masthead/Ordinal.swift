/// English ordinal numbers, in words, digits or roman numerals.
enum Ordinal {
    private static let ones = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
        "nineteenth",
    ]
    private static let tens = [
        ("twenty", "twentieth"), ("thirty", "thirtieth"), ("forty", "fortieth"), ("fifty", "fiftieth"),
        ("sixty", "sixtieth"), ("seventy", "seventieth"), ("eighty", "eightieth"), ("ninety", "ninetieth"),
    ]
    private static let values: [String: Int] = {
        var values: [String: Int] = [:]
        for (index, word) in ones.enumerated() { values[word] = index + 1 }
        for (index, (ten, tenth)) in tens.enumerated() {
            values[tenth] = (index + 2) * 10
            for (one, word) in ones.prefix(9).enumerated() {
                values["\(ten)-\(word)"] = (index + 2) * 10 + one + 1
            }
        }
        return values
    }()

    /// The number of an ordinal in small letters: `twenty-sixth`, `103rd`, `xvith`; nil for anything else.
    static func value(of word: String) -> Int? {
        if let value = values[word] { return value }
        let bytes = Array(word.utf8)
        guard bytes.count > 2,
            ["st", "nd", "rd", "th"].contains(String(decoding: bytes.suffix(2), as: UTF8.self))
        else { return nil }
        let number = bytes.dropLast(2)
        if let value = Int(digits: number) { return value }
        return Roman.value(of: number.map { $0.isSmall ? $0 & ~0x20 : $0 }[...])
    }
}
