/// A heading's number in words: `Item 3.`, `Agenda item 4:`, `Part One`, `First item on the agenda`, `Decision 1/CP.3`.
struct NamedNumber {
    /// Its form and value.
    var number: SectionNumber
    /// Where it ends.
    var end: Int
    /// Where the text after it begins.
    var textStart: Int
    /// Whether a stop, a colon or a dash parts it from the heading, or capitals throughout say that it is one.
    var isStopped: Bool

    /// The words that a number follows.
    private static let items: [StaticString] = [
        "Item", "Session", "Theme", "Topic", "Point", "Punto", "Tema", "Thème",
    ]
    private static let parts: [StaticString] = ["Part", "Chapter", "Partie", "Chapitre", "Capítulo"]
    private static let articles: [StaticString] = [
        "Article", "Rule", "Regulation", "Artículo", "Regla", "Règle",
    ]
    private static let decisions: [StaticString] = [
        "Decision", "Resolution", "Recommendation", "Conclusion", "Décision", "Résolution", "Recommandation",
        "Decisión", "Resolución", "Recomendación",
    ]
    /// What may follow the number of an item.
    private static let agendas: [StaticString] = [
        "of the consolidated agenda", "of the provisional agenda", "of the agenda", "on the agenda",
        "de l'ordre du jour", "de l\u{2019}ordre du jour", "del programa", "del orden del día", "del temario",
        "de la agenda",
    ]

    init?(_ text: ArraySlice<UInt8>) {
        var cursor = ByteCursor(text, at: text.startIndex)
        guard let first = text.first, let number = Self.decision(&cursor) ?? Self.named(&cursor, first) else {
            return nil
        }
        self.number = number
        var before = cursor
        before.skipSpace()
        isStopped =
            before.skip(.colon) || before.skip(.period) || before.skip("\u{2013}") || before.skip("\u{2014}")
        if isStopped { cursor = before }
        end = cursor.index
        cursor.skipSpace()
        textStart = cursor.index
        isStopped = isStopped || cursor.index > end && Array(text).isInCapitals
    }

    /// `Item 3`, `Part One`, `FOURTH ITEM ON THE AGENDA`.
    private static func named(_ cursor: inout ByteCursor, _ first: UInt8) -> SectionNumber? {
        guard first.isCapital || first >= 0xC3 else { return nil }
        if let value = ordinalItem(&cursor) { return SectionNumber(.item, value: value) }
        let isAgenda = cursor.skipWord("Agenda")
        if isAgenda { cursor.skipSpace() }
        let kinds: [(words: [StaticString], style: SectionNumber.Style)] = [
            (parts, .part), (items, .item), (articles, .article),
        ]
        guard let style = kinds.first(where: { $0.words.contains { cursor.skipWord($0) } })?.style,
            cursor.skipSpace(), let value = value(&cursor)
        else { return nil }
        if style == .item { skipAgenda(&cursor) }
        return SectionNumber(style, value: value)
    }

    /// `First item on the agenda`.
    private static func ordinalItem(_ cursor: inout ByteCursor) -> Int? {
        let word = cursor.rest.prefix { $0.isWordByte || $0 == .hyphen }
        guard word.count >= 5, let value = Ordinal.value(of: word.string.lowercased()) else { return nil }
        var next = cursor
        next.index = word.endIndex
        guard next.skipSpace(), next.skipWord("item"), skipAgenda(&next) else { return nil }
        cursor = next
        return value
    }

    @discardableResult
    private static func skipAgenda(_ cursor: inout ByteCursor) -> Bool {
        var next = cursor
        guard next.skipSpace(), let words = agendas.first(where: { next.rest.hasPrefix(ignoringCase: $0) })
        else { return false }
        next.index += words.utf8CodeUnitCount
        guard !(next.next?.isWordByte ?? false) else { return false }
        cursor = next
        return true
    }

    /// `3`, `3.1`, `3 (a)`, `IV`, `Two`.
    private static func value(_ cursor: inout ByteCursor) -> Int? {
        let token = cursor.rest.prefix { $0.isWordByte }
        let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        let word = words.firstIndex(of: token.string.lowercased()).map { $0 + 1 }
        guard let value = Int(digits: token) ?? Roman.value(of: token) ?? word else { return nil }
        cursor.index = token.endIndex
        while cursor.next == .period, cursor.rest.dropFirst().first?.isDigit ?? false {
            cursor.index = cursor.rest.dropFirst().prefix(while: \.isDigit).endIndex
        }
        var next = cursor
        next.skipSpace()
        if next.skip(.open), next.next?.isSmall ?? false {
            next.index += 1
            if next.skip(.close) { cursor = next }
        }
        return value
    }

    /// `14/105`, `Decision 1/CP.3`, `Recommendation IV/1`: numbers with a slash.
    private static func decision(_ cursor: inout ByteCursor) -> SectionNumber? {
        var next = cursor
        if decisions.contains(where: { next.skipWord($0) }) {
            guard next.skipSpace() else { return nil }
            if let number = yearly(&next) {
                cursor = next
                return number
            }
        }
        var token = next.rest.prefix { !$0.isBlank && $0 != .colon }
        if token.last == .period { token = token.dropLast() }
        let parts = token.split(separator: .slash, omittingEmptySubsequences: false)
        guard parts.count == 2, (1...8).contains(parts[0].count), (1...8).contains(parts[1].count),
            Int(digits: parts[0]).map({ $0 < 1000 })
                ?? parts[0].allSatisfy({ $0.isCapital || $0.isDigit || $0 == .hyphen }),
            parts[1].contains(where: \.isDigit),
            parts[1].allSatisfy({ $0.isDigit || $0.isCapital || $0 == .period })
        else { return nil }
        // `SC-57/3` and `IV/1` are numbers of decisions, `E/1998` is a symbol.
        if next.index == cursor.index, Int(digits: parts[0]) == nil, Roman.value(of: parts[0]) == nil {
            return nil
        }
        cursor.index = token.endIndex
        return SectionNumber(.decision, value: Int(digits: parts[0]) ?? 0)
    }

    /// `VIII-14`, `3 (2019)`, `25`: the numbers of outcomes that count by meeting, by year, or on and on.
    private static func yearly(_ cursor: inout ByteCursor) -> SectionNumber? {
        var next = cursor
        let meeting = next.rest.prefix { $0.isCapital }
        if Roman.value(of: meeting) != nil { next.index = meeting.endIndex }
        if next.index > cursor.index, !next.skip(.hyphen) { return nil }
        guard let value = next.number(digits: 1...3) else { return nil }
        var year = next
        if year.skipSpace(), year.skip(.open), year.number(digits: 4...4) != nil, year.skip(.close) {
            next = year
        }
        guard next.next.map({ $0.isBlank || $0 == .colon || $0 == .period }) ?? true else { return nil }
        cursor = next
        return SectionNumber(.decision, value: value)
    }
}
