/// PlaceNames and dates of meetings as a line of a masthead prints them.
struct MastheadVenue {
    /// The bytes of the date.
    var date: DateScanner.Match?
    /// The bytes of the place.
    var place: Range<Int>?

    /// The venues of a line that names several meetings or parts of one: `Bangkok, 28 September to 9 October 2009, and
    /// Barcelona, 2 to 6 November 2009`; none where it is anything else.
    static func all(in text: ArraySlice<UInt8>) -> [MastheadVenue] {
        if let venue = MastheadVenue(text) { return [venue] }
        guard text.count <= 240 else { return [] }
        for index in text.indices {
            guard let sign = separators.first(where: { text[index...].hasPrefix(ignoringCase: $0) }),
                let first = MastheadVenue(text[..<index].trimmingTail(",;")), first.date != nil
            else { continue }
            let rest = all(in: text[(index + sign.utf8CodeUnitCount)...].trimmingSpace())
            if !rest.isEmpty, rest.allSatisfy({ $0.date != nil && $0.place != nil }) { return [first] + rest }
        }
        return []
    }

    private static let separators: [StaticString] = [" and ", "; ", " et ", " y "]

    /// Reads a line that is a place, a date or both: `Geneva, 30-31 October 2017`, `LONDON`, `24 February-20 March 2020`,
    /// `(JMA, Tokyo, Japan, 21-23 January 2014)`, `Dates: 21-23 January 2014`; nil for anything else.
    ///
    /// A place alone has to be a known city or a State; one with a date may be any short name.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.count <= 160, let first = text.first else { return nil }
        let body = Self.withoutWeekday(Self.body(of: text))
        let isLabelled = body.startIndex > text.startIndex && first != .open
        guard !body.isEmpty else { return nil }
        guard let date = Self.date(in: body) else {
            guard let place = Self.place(in: body, isAlone: !isLabelled) else { return nil }
            self.place = place
            return
        }
        self.date = date
        let before = Self.withoutLastWeekday(body[..<date.range.lowerBound].trimmingTail(",;:-("))
            .trimmingSpace()
        let after = body[date.range.upperBound...].trimmingSpace()
        let isRange = date.to != nil
        switch (before.isEmpty, Self.isClosing(after)) {
        case (true, true):
            // A single day alone is the document's date, unless a label says otherwise.
            guard isRange || isLabelled || !after.isEmpty && after.contains(where: \.isDigit) else {
                return nil
            }
        case (false, true):
            let comma = body[..<date.range.lowerBound].trimmingSpace().last
            let isParted = comma == .comma || comma == .open || comma == .period
            guard Self.isPlaceName(before), isParted || Self.place(in: before, isAlone: true) != nil else {
                return nil
            }
            place = before.indices
        case (true, false):
            let name = after.drop { $0 == .comma || $0 == .space }
            guard Self.isPlaceName(name), after.first == .comma || Self.place(in: name, isAlone: true) != nil,
                isRange || after.first != .comma || Self.place(in: name, isAlone: true) != nil
            else { return nil }
            place = name.trimmingTail(".)").indices
        case (false, false): return nil
        }
    }

    /// The text without brackets, or after a label such as `Venue:` or `To be held at`.
    private static func body(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if text.first == .open, text.last == .close { return text.dropFirst().dropLast() }
        for label in labels where text.hasPrefix(ignoringCase: label) {
            let rest = text.dropFirst(label.utf8CodeUnitCount).trimmingSpace()
            if rest.first == .colon { return rest.dropFirst().trimmingSpace() }
        }
        return text
    }

    private static let labels: [StaticString] = [
        "Dates", "Venue", "Place", "Location", "Ort/Raum", "Ort", "Datum", "Lieu", "Lugar", "Meeting dates",
        "Date and place", "Place and date", "Fechas", "Dates et lieu",
    ]

    /// Whether a line says in words when and where a meeting is to be held.
    static func isAnnouncement(_ text: ArraySlice<UInt8>) -> Bool {
        [
            "To be held ", "held at ", "held in ", "held on ", "held from ", "(held ", "which will be held",
            "which was held", "qui se tiendra", "qui s'est tenu", "qui s’est tenu", "tenue à ", "tenue au ",
            "tenu à ", "tenu au ", "celebrada e", "celebrado e", "que se celebr",
        ]
        .contains { text.hasPrefix(ignoringCase: $0) }
    }

    /// The first date of a text that is a day or a range.
    private static func date(in text: ArraySlice<UInt8>) -> DateScanner.Match? {
        for index in text.indices
        where (text[index].isDigit || text[index].isCapital)
            && (index == text.startIndex || !text[index - 1].isWordByte)
        {
            if let date = DateScanner.match(in: text, at: index) { return date }
        }
        return nil
    }

    /// Whether nothing follows a date but punctuation, a time of the day or a half day.
    private static func isClosing(_ text: ArraySlice<UInt8>) -> Bool {
        text.count <= 40
            && text.split(whereSeparator: { !$0.isWordByte }).allSatisfy { word in
                word.allSatisfy(\.isDigit)
                    || times.contains(String(decoding: word, as: UTF8.self).lowercased())
            }
    }

    private static let times: Set<String> = [
        "utc", "gmt", "cet", "am", "pm", "a", "p", "m", "hrs", "hours", "h", "morning", "afternoon", "from",
        "to",
        "at", "noon", "года", "г",
    ]

    /// A text without the day of the week before a date.
    private static func withoutWeekday(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var cursor = ByteCursor(text, at: text.startIndex)
        skipWeekday(&cursor)
        return text[cursor.index...]
    }

    /// A text without the day of the week at its end: `Geneva, Tuesday`.
    private static func withoutLastWeekday(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let space = text.lastIndex(of: .space),
            weekdays.contains(text[(space + 1)...].string.lowercased())
        else { return text }
        return text[..<space].trimmingTail(",;:-(")
    }

    /// The known place that a text is: a city, a city with its State, a State.
    private static func place(in text: ArraySlice<UInt8>, isAlone: Bool) -> Range<Int>? {
        let name = text.trimmingTail(".,;:").trimmingSpace()
        guard isPlaceName(name) else { return nil }
        if !isAlone { return name.indices }
        let parts = name.split(separator: .comma)
        guard let first = parts.first, let last = parts.last else { return nil }
        let isCity = PlaceNames.isKnown(first.trimmingSpace()) || PlaceNames.isKnown(name)
        // `St. Petersburg R U S S I A`
        let isSpaced = name.indices.contains {
            name[$0] == .space && PlaceNames.isKnown(name[..<$0]) && isState(name[($0 + 1)...])
        }
        if isSpaced { return name.indices }
        let isInState =
            parts.count > 1 && NameTable.shared.entry(named: last.trimmingSpace())?.kind == "state"
        // `Palais des Nations, Geneva`
        let isHouse =
            parts.count > 1 && isHouse(first)
            && parts.dropFirst().contains { PlaceNames.isKnown($0.trimmingSpace()) }
        return isCity || isInState || isHouse ? name.indices : nil
    }

    /// Whether a text names a building.
    private static func isHouse(_ text: ArraySlice<UInt8>) -> Bool {
        MastheadWords.has(
            MastheadWords.words(text), "palais", "palace", "centre", "center", "hotel", "hôtel",
            "headquarters", "building", "house", "hall", "room", "sede", "siège", "salle", "palacio")
    }

    /// Whether a text is the name of a State, its letters apart or all capitals perhaps.
    static func isState(_ text: ArraySlice<UInt8>) -> Bool {
        if NameTable.shared.entry(named: text)?.kind == "state" { return true }
        guard !text.contains(where: \.isSmall), !text.isEmpty else { return false }
        let name = MastheadWords.words(text).joined(separator: " ").utf8.map { $0.isSmall ? $0 & ~0x20 : $0 }
        return NameTable.shared.entry(named: name[...])?.kind == "state"
    }

    /// Whether a text may be the name of a place: short, capitals first, no word of a title or a body in it.
    private static func isPlaceName(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, text.count <= 70, first.isCapital || first >= 0xC3 else { return false }
        let words = MastheadWords.words(text)
        guard words.count <= 9, !text.contains(.colon), !text.contains(.slash) || words.count <= 4 else {
            return false
        }
        return !words.contains {
            [
                "report", "minutes", "of", "on", "session", "agenda", "document", "the", "by", "dated",
                "until", "after",
            ]
            .contains($0)
        } && !MastheadWords.isMeeting(words)
    }

    /// Goes past the name of a day of the week.
    static func skipWeekday(_ cursor: inout ByteCursor) {
        let start = cursor
        let word = String(decoding: cursor.letters(), as: UTF8.self).lowercased()
        guard weekdays.contains(word) else {
            cursor = start
            return
        }
        _ = cursor.skip(.comma)
        cursor.skipSpace()
    }

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi",
        "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves",
        "viernes", "sábado", "domingo",
    ]
}

extension ArraySlice<UInt8> {
    /// The slice without the given ASCII characters and spaces at its end.
    func trimmingTail(_ characters: StaticString) -> Self {
        var slice = self
        while let last = slice.last,
            last == .space || characters.withUTF8Buffer({ $0.contains(last) })
        {
            slice = slice.dropLast()
        }
        return slice
    }
}
