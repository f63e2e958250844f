/// Ordinal numbers in words, digits or roman numerals, in English, French, Spanish and Russian.
enum Ordinal {
    /// The number that an ordinal says: `twenty-sixth`, `103rd`, `xvith`, `neuvième`, `vigésimo`; nil for anything else.
    static func value(of word: String) -> Int? {
        if let value = values[word] { return value }
        let bytes = Array(word.utf8)
        for ending in endings where bytes.count > ending.count && bytes.suffix(ending.count) == ending[...] {
            let number = bytes.dropLast(ending.count)
            if let value = Int(digits: number) { return value }
            // `XXe`, but not words such as `le` and `via`.
            let isNumeral = ending.count > 1 || ending == [0x65] && number.count > 1 && word != "vie"
            if isNumeral, number.allSatisfy({ "ivxlc".utf8.contains($0) }), let value = roman(number) {
                return value
            }
        }
        return nil
    }

    /// The number that the words at an index say, and how many they are: `xviii th`, `vigésimo sexto`.
    ///
    /// A roman numeral of two letters or more, or before the word for a meeting, is an ordinal too: `XX session`.
    static func match(in words: ArraySlice<String>) -> (value: Int, count: Int)? {
        guard let first = words.first else { return nil }
        let second = words.dropFirst().first
        if let hundreds = hundreds(in: words) { return hundreds }
        // `soixante et onzième`
        if words.count >= 3, let value = values[words.prefix(3).joined(separator: " ")] { return (value, 3) }
        let tens = russianTens[first]
        if let value = tens ?? value(of: first) {
            let most = value >= 100 ? 100 : 10
            if value >= 20, value.isMultiple(of: 10), tens != nil || isCompound(first),
                let (rest, count) = match(in: words.dropFirst()), rest < most
            {
                return (value + rest, count + 1)
            }
            if tens == nil { return (value, 1) }
        }
        guard let value = roman(Array(first.utf8)[...]) ?? Int(digits: first.utf8) else { return nil }
        if let second, endings.contains(Array(second.utf8)) { return (value, 2) }
        return Int(digits: first.utf8) == nil ? (value, 1) : nil
    }

    /// The number that words with a hundred in them say: `hundred and twenty-fourth`, `one hundredth`,
    /// `one-hundred-and-twenty-sixth`.
    private static func hundreds(in words: ArraySlice<String>) -> (value: Int, count: Int)? {
        if let first = words.first, first.contains("-"), first.contains("hundred") {
            // The last two parts are one word: `twenty-sixth`.
            let parts = first.split(separator: "-").map(String.init)
            let last = parts.suffix(2).joined(separator: "-")
            let joined = values[last] == nil || parts.count < 3 ? parts : parts.dropLast(2) + [last]
            return hundreds(in: joined[...]).map { ($0.value, 1) }
        }
        var rest = words
        let count = rest.first.flatMap { cardinals[$0] }
        if count != nil { rest = rest.dropFirst() }
        let hundreds = (count ?? 1) * 100
        if count != nil, rest.first == "hundredth" { return (hundreds, 2) }
        guard rest.first == "hundred" else { return nil }
        rest = rest.dropFirst()
        if rest.first == "and" { rest = rest.dropFirst() }
        guard let last = rest.first, let value = values[last], value < 100 else { return nil }
        return (hundreds + value, rest.startIndex - words.startIndex + 1)
    }

    private static let cardinals = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    ]

    /// The value of a roman numeral in small or capital letters.
    static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
        guard letters.count <= 8 else { return nil }
        return Roman.value(of: letters.map { $0.isSmall ? $0 & ~0x20 : $0 }[...])
    }

    private static func isCompound(_ word: String) -> Bool {
        ["gésimo", "gésima", "gesimo", "gesima", "tésimo", "tésima", "tesimo", "tesima"].contains {
            word.hasSuffix($0)
        }
    }

    private static let endings: [[UInt8]] = [
        "st", "nd", "rd", "th", "ième", "ieme", "éme", "ème", "eme", "e", "º", "ª", "°", "-я", "-й", "-е",
        "-ая",
        "-ое", "-ый",
    ].map { Array($0.utf8) }

    private static let ones = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
        "eighteenth", "nineteenth",
    ]
    private static let tens = [
        ("twenty", "twentieth"), ("thirty", "thirtieth"), ("forty", "fortieth"), ("fifty", "fiftieth"),
        ("sixty", "sixtieth"), ("seventy", "seventieth"), ("eighty", "eightieth"), ("ninety", "ninetieth"),
    ]
    private static let french = [
        "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
        "onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième",
    ].flatMap { $0.split(separator: " ").map(String.init) }
    private static let frenchTens = [
        (20, "vingt", "vingtième"), (30, "trente", "trentième"), (40, "quarante", "quarantième"),
        (50, "cinquante", "cinquantième"), (60, "soixante", "soixantième"),
    ]
    private static let spanish = [
        "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
        "undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo",
        "decimonoveno vigésimo",
    ].flatMap { $0.split(separator: " ").map(String.init) }
    private static let spanishTens = [
        (30, "trigésimo"), (40, "cuadragésimo"), (50, "quincuagésimo"), (60, "sexagésimo"),
        (70, "septuagésimo"), (80, "octogésimo"), (90, "nonagésimo"), (100, "centésimo"),
    ]
    private static let russian = [
        "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая",
        "одиннадцатая двенадцатая тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая",
        "восемнадцатая девятнадцатая двадцатая",
    ].flatMap { $0.split(separator: " ").map(String.init) }
    /// The tens before an ordinal: `семьдесят первая`.
    private static let russianTens = [
        "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70,
        "восемьдесят": 80, "девяносто": 90, "сто": 100,
    ]
    private static let russianTenths = [
        (30, "тридцатая"), (40, "сороковая"), (50, "пятидесятая"), (60, "шестидесятая"),
        (70, "семидесятая"), (80, "восьмидесятая"), (90, "девяностая"), (100, "сотая"),
    ]

    private static let values: [String: Int] = {
        var values: [String: Int] = ["première": 1, "premiere": 1, "primer": 1, "tercer": 3, "seconde": 2]
        for (index, word) in ones.enumerated() { values[word] = index + 1 }
        for (index, (ten, tenth)) in tens.enumerated() {
            values[tenth] = (index + 2) * 10
            for (one, word) in ones.prefix(9).enumerated() {
                values["\(ten)-\(word)"] = (index + 2) * 10 + one + 1
            }
        }
        for (index, word) in french.enumerated() { values[word] = index + 1 }
        for (ten, first, tenth) in frenchTens {
            values[tenth] = ten
            values["\(first) et unième"] = ten + 1
            values["\(first)-et-unième"] = ten + 1
            for (one, word) in french.prefix(9).enumerated().dropFirst() {
                values["\(first)-\(word)"] = ten + one + 1
            }
        }
        // `soixante-seizième`, `quatre-vingt-unième`: the tens of twenty.
        for (index, word) in french.enumerated() {
            if index >= 9 { values["soixante-\(word)"] = index + 61 }
            values["quatre-vingt-\(index == 0 ? "unième" : word)"] = index + 81
        }
        values["soixante et onzième"] = 71
        values["soixante-et-onzième"] = 71
        values["quatre-vingtième"] = 80
        values["centième"] = 100
        for (index, word) in spanish.enumerated() { values[word] = index + 1 }
        for (ten, word) in spanishTens { values[word] = ten }
        for (index, word) in russian.enumerated() { values[word] = index + 1 }
        for (ten, word) in russianTenths { values[word] = ten }
        // The other genders, and the forms without accents that capitals are printed in.
        for (word, value) in values {
            if word.utf8.last == UInt8(ascii: "o") { values[word.dropLast() + "a"] = value }
            if word.hasSuffix("ая") {
                values[word.dropLast(2) + "ое"] = value
                values[word.dropLast(2) + "ой"] = value
            }
        }
        for (word, value) in values where !word.utf8.allSatisfy({ $0 < 0x80 }) {
            values[Accents.without(word)] = value
        }
        return values
    }()
}

/// Letters without their accents, as capitals are often printed.
enum Accents {
    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "á": "a", "à": "a", "â": "a", "ä": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "î": "i",
        "ï": "i", "ó": "o", "ô": "o", "ö": "o", "ú": "u", "ù": "u", "û": "u", "ü": "u", "ñ": "n", "ç": "c",
    ]

    /// The word in small letters without accents.
    static func without(_ word: String) -> String {
        String(String.UnicodeScalarView(word.unicodeScalars.map { plain[$0] ?? $0 }))
    }
}
