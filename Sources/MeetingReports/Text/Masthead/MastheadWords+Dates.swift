/// Dates and agenda items.
extension MastheadWords {
    /// The date, where the text is one; a label such as `Date:`, a day of the week or brackets may stand around it.
    static func wholeDate(_ text: ArraySlice<UInt8>) -> PartialDate? {
        var text = text
        if text.first == .open, text.last == .close { text = text.dropFirst().dropLast() }
        var cursor = ByteCursor(text, at: text.startIndex)
        if cursor.skipWord("Date") || cursor.skipWord("Fecha") || cursor.skipWord("Дата") {
            cursor.skipSpace()
            guard cursor.skip(.colon) else { return nil }
            cursor.skipSpace()
        }
        MastheadVenue.skipWeekday(&cursor)
        guard let date = DateScanner.match(in: text, at: cursor.index), date.to == nil,
            text[date.range.upperBound...].allSatisfy({ $0 == .period })
        else { return nil }
        return date.from
    }

    /// Whether the text is a date in digits: `22/11/12`, `24.05.2003`; and the date, where its order is beyond doubt.
    static func numericDate(_ text: ArraySlice<UInt8>) -> (isDate: Bool, date: PartialDate?) {
        guard (6...10).contains(text.count) else { return (false, nil) }
        let parts = text.split { $0 == .slash || $0 == .period || $0 == .hyphen }
        let signs = Set(text.filter { !$0.isDigit })
        guard parts.count == 3, signs.count == 1, let day = Int(digits: parts[0]),
            let month = Int(digits: parts[1]), let year = Int(digits: parts[2]),
            parts[2].count == 4 || parts[2].count == 2 && signs.contains(.slash), day > 0, month > 0,
            min(day, month) <= 12, max(day, month) <= 31
        else { return (false, nil) }
        guard parts[2].count == 4, day > 12 || month > 12 || day == month else { return (true, nil) }
        return (true, PartialDate(year: year, month: min(day, month), day: max(day, month)))
    }

    /// The numbers of agenda items, as printed: `Item 11 of the provisional agenda`, `Agenda item 6`,
    /// `Items 3 and 4 of the agenda`, `Point 2 de l'ordre du jour`; empty where a label has no number.
    static func agendaItem(_ text: ArraySlice<UInt8>) -> String? {
        guard text.count <= 120 else { return nil }
        var cursor = ByteCursor(text, at: text.startIndex)
        let isBracketed = cursor.skip(.open)
        let isAgendaFirst =
            cursor.skipWord("Agenda") || cursor.skipWord("Provisional agenda")
            || cursor.skipWord("ATCM agenda")
        cursor.skipSpace()
        guard
            cursor.skipWord("Items") || cursor.skipWord("Item") || cursor.skipWord("Temas")
                || cursor.skipWord("Tema") || cursor.skipWord("Points") || cursor.skipWord("Point")
                || cursor.skipWord("Пункты") || cursor.skipWord("Пункт")
        else { return nil }
        cursor.skipSpace()
        let isLabel = cursor.skip(.colon)
        cursor.skipSpace()
        if isAgendaFirst, cursor.rest.isEmpty { return "" }
        let isATCM = isLabel && (cursor.skipWord("ATCM") || cursor.skipWord("CEP"))
        cursor.skipSpace()
        let start = cursor.index
        guard skipItem(&cursor) else { return nil }
        var end = cursor.index
        while true {
            let isListed = cursor.skip(.comma)
            cursor.skipSpace()
            let isJoined = cursor.skipWord("and") || cursor.skipWord("et") || cursor.skipWord("y")
            cursor.skipSpace()
            guard isListed || isJoined, skipItem(&cursor) else { break }
            end = cursor.index
        }
        let number = text[start..<end].string
        let rest = words(text[end...]).filter { !$0.isEmpty }
        let isAgenda =
            rest.contains { ["agenda", "programa", "jour", "дня"].contains($0) } && rest.count <= 8
        guard isAgenda || isAgendaFirst && rest.count <= 3 || isATCM, !isBracketed || isAgenda else {
            return nil
        }
        return number
    }

    /// Reads `11`, `11 (b)`, `6a`.
    private static func skipItem(_ cursor: inout ByteCursor) -> Bool {
        guard cursor.number(digits: 1...3) != nil else { return false }
        let afterNumber = cursor
        if cursor.letters().count == 1 { return true }
        cursor = afterNumber
        cursor.skipSpace()
        if cursor.skip(.open), (1...3).contains(cursor.letters().count), cursor.skip(.close) { return true }
        cursor = afterNumber
        return true
    }
}
