/// Reads dates and ranges of dates as reports print them, exact to the day or month, in English, French and Spanish.
struct DateScanner {
    /// A date that was read.
    struct Match: Hashable {
        /// The bytes that it takes.
        var range: Range<Int>
        /// The first day or month.
        var from: PartialDate
        /// The last one of a range.
        var to: PartialDate?
    }

    private var cursor: ByteCursor

    /// Reads the date that begins at `index` of the text; nil where none begins there.
    static func match(in text: ArraySlice<UInt8>, at index: Int) -> Match? {
        guard index < text.endIndex else { return nil }
        var scanner = DateScanner(cursor: ByteCursor(text, at: index))
        let first = text[index]
        guard
            let (from, to) = first.isDigit
                ? scanner.iso() ?? scanner.dayFirst() ?? scanner.glued()
                : first.isCapital ? scanner.monthFirst() : nil
        else { return nil }
        let end = scanner.cursor.index
        guard end == text.endIndex || !text[end].isWordByte else { return nil }
        return Match(range: index..<end, from: from, to: to == from ? nil : to)
    }

    /// Reads `2017-10-31`.
    private mutating func iso() -> (PartialDate, PartialDate?)? {
        let start = cursor
        if let year = cursor.number(digits: 4...4), cursor.skip(.hyphen),
            let month = cursor.number(digits: 2...2), cursor.skip(.hyphen),
            let day = cursor.number(digits: 2...2),
            let date = PartialDate(year: year, month: month, day: day)
        {
            return (date, nil)
        }
        cursor = start
        return nil
    }

    /// Reads `31 October 2017`, `30-31 October 2017`, `30 April - 1 May 2018`, `23 de junio al 7 de julio de 1981`.
    private mutating func dayFirst() -> (PartialDate, PartialDate?)? {
        guard let firstDay = day() else { return nil }
        let afterDay = cursor
        // `15-Jul-2004`
        if cursor.skip(.hyphen), let month = month(skippingSpace: false), cursor.skip(.hyphen),
            let year = cursor.number(digits: 4...4)
        {
            return PartialDate(year: year, month: month, day: firstDay).map { ($0, nil) }
        }
        cursor = afterDay
        if dash(), let lastDay = day(), let month = month(), let year = year() {
            return range(from: (year, month, firstDay), to: (year, month, lastDay))
        }
        cursor = afterDay
        guard let firstMonth = month() else { return nil }
        let firstYear = year()
        let afterFirst = cursor
        if dash(), let lastDay = day(), let month = month(), let year = year() {
            return range(from: (firstYear ?? year, firstMonth, firstDay), to: (year, month, lastDay))
        }
        cursor = afterFirst
        guard let firstYear, let date = PartialDate(year: firstYear, month: firstMonth, day: firstDay) else {
            return nil
        }
        return (date, nil)
    }

    /// Reads `1114 December 2017`, a range that lost its dash.
    private mutating func glued() -> (PartialDate, PartialDate?)? {
        let start = cursor
        let digits = cursor.rest.prefix(while: \.isDigit)
        if digits.count == 4, let first = Int(digits: digits.prefix(2)),
            let last = Int(digits: digits.suffix(2)),
            first < last, last <= 31, first > 0
        {
            cursor.index += 4
            if cursor.next?.isBlank ?? false, let month = month(), let year = year() {
                return range(from: (year, month, first), to: (year, month, last))
            }
        }
        cursor = start
        return nil
    }

    /// Reads `October 2017`, `October 31, 2017`, `June 24-27, 2002`, `September 17 - October 5, 1979`.
    private mutating func monthFirst() -> (PartialDate, PartialDate?)? {
        guard let month = month(skippingSpace: false) else { return nil }
        let afterMonth = cursor
        if let year = year() { return PartialDate(year: year, month: month).map { ($0, nil) } }
        cursor = afterMonth
        guard cursor.skipSpace(), let firstDay = day() else { return nil }
        let afterDay = cursor
        if dash() {
            let afterDash = cursor
            if let lastDay = day(), let year = year() {
                return range(from: (year, month, firstDay), to: (year, month, lastDay))
            }
            cursor = afterDash
            if let lastMonth = self.month(skippingSpace: false), cursor.skipSpace(), let lastDay = day(),
                let year = year()
            {
                return range(from: (year, month, firstDay), to: (year, lastMonth, lastDay))
            }
        }
        cursor = afterDay
        guard let year = year() else { return nil }
        return PartialDate(year: year, month: month, day: firstDay).map { ($0, nil) }
    }

    private func range(
        from: (year: Int, month: Int, day: Int), to: (year: Int, month: Int, day: Int)
    ) -> (PartialDate, PartialDate?)? {
        guard let first = PartialDate(year: from.year, month: from.month, day: from.day),
            let last = PartialDate(year: to.year, month: to.month, day: to.day), first <= last
        else { return nil }
        return (first, last)
    }

    /// Reads `31`, `3rd`.
    private mutating func day() -> Int? {
        guard let day = cursor.number(digits: 1...2), (1...31).contains(day) else { return nil }
        for ending in ["st", "nd", "rd", "th", "er", "º", "°"] as [StaticString] where cursor.skipWord(ending)
        {
            break
        }
        skipHalfDay()
        return day
    }

    /// Goes past `(morning)` after a day.
    private mutating func skipHalfDay() {
        let start = cursor
        cursor.skipSpace()
        if cursor.skip(.open), cursor.skipWord("morning") || cursor.skipWord("afternoon"), cursor.skip(.close)
        {
            return
        }
        cursor = start
    }

    /// What parts the ends of a range, and the day of the week before the last: ` - `, ` to Friday, `.
    private mutating func dash() -> Bool {
        guard sign() else { return false }
        MastheadVenue.skipWeekday(&cursor)
        return true
    }

    /// A hyphen or dash, with or without spaces, or a word such as `to`.
    private mutating func sign() -> Bool {
        let start = cursor
        cursor.skipSpace()
        for sign in ["-", "\u{2013}", "\u{2014}", "\u{2011}", "\u{2010}", "\u{2212}"] as [StaticString]
        where cursor.skip(sign) {
            cursor.skipSpace()
            return true
        }
        for word in ["to", "au", "al", "a", "à", "and", "y", "et", "по", "и"] as [StaticString]
        where cursor.skipWord(word) {
            return cursor.skipSpace()
        }
        cursor = start
        return false
    }

    /// The name of a month, with the `de` of Spanish before it.
    private mutating func month(skippingSpace: Bool = true) -> Int? {
        let start = cursor
        if skippingSpace {
            cursor.skipSpace()
            if cursor.skipWord("de") || cursor.skipWord("of") { cursor.skipSpace() }
        }
        let name = cursor.letters().map { $0.isCapital ? $0 | 0x20 : $0 }
        if let month = Self.months[name] {
            // `Sept.`, but not the period after a whole name, which ends a sentence.
            if name.count <= 4, month != 5 { _ = cursor.skip(.period) }
            return month
        }
        cursor = start
        return nil
    }

    /// Reads the year after a month: `2017`, `, 2017`, `de 2017`.
    private mutating func year() -> Int? {
        let start = cursor
        _ = cursor.skip(.comma)
        cursor.skipSpace()
        if cursor.skipWord("de") || cursor.skipWord("del") { cursor.skipSpace() }
        // `8September1995` lost its spaces.
        let isParted = cursor.index > start.index || !(cursor.bytes[start.index - 1].isDigit)
        if isParted, let year = cursor.number(digits: 4...4), (1000...2999).contains(year) { return year }
        cursor = start
        return nil
    }

    /// Whether a word is the name of a month.
    static func isMonth(_ word: some Sequence<UInt8>) -> Bool {
        months[word.map { $0.isCapital ? $0 | 0x20 : $0 }] != nil
    }

    private static let months: [[UInt8]: Int] = {
        let russian = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
        let names: [[String]] = [
            ["january", "jan", "janvier", "enero"], ["february", "feb", "février", "febrero"],
            ["march", "mar", "mars", "marzo"], ["april", "apr", "avril", "abril"], ["may", "mai", "mayo"],
            ["june", "jun", "juin", "junio"], ["july", "jul", "juillet", "julio"],
            ["august", "aug", "août", "agosto"],
            ["september", "sept", "sep", "septembre", "septiembre", "setiembre"],
            ["october", "oct", "octobre", "octubre"], ["november", "nov", "novembre", "noviembre"],
            ["december", "dec", "décembre", "diciembre"],
        ]
        var months: [[UInt8]: Int] = [:]
        for (index, forms) in names.enumerated() {
            for form in forms { months[Array(form.utf8)] = index + 1 }
        }
        for (index, name) in russian.split(separator: " ").enumerated() {
            months[Array(name.utf8)] = index + 1
        }
        return months
    }()
}
