/// What the words of a masthead's line say.
enum MastheadWords {
    /// The words of a text in small letters, without punctuation at their ends.
    static func words(_ text: ArraySlice<UInt8>) -> [String] {
        text.split { $0.isBlank }.map { word in
            var word = word
            while let last = word.last, !last.isWordByte { word = word.dropLast() }
            while let first = word.first, !first.isWordByte { word = word.dropFirst() }
            return String(decoding: word.map { $0.isCapital ? $0 | 0x20 : $0 }, as: UTF8.self)
        }
    }

    /// Whether the text is a document symbol: capitals and digits parted by slashes, whatever their order.
    static func isSymbol(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 60, text.first?.isCapital ?? false, text.contains(.slash),
            text.contains(where: \.isDigit) || text.contains(where: \.isCapital) && !text.contains(.space),
            text.split(separator: .space).count <= 4
        else { return false }
        let small = text.count(where: \.isSmall)
        let allowed = text.allSatisfy {
            $0.isCapital || $0.isSmall || $0.isDigit || $0.isBlank || "/.()-_,".utf8.contains($0)
        }
        return allowed && small * 3 < text.count
    }

    /// The word of a distribution line: `general` for `Distr.: General`.
    static func distribution(_ text: ArraySlice<UInt8>) -> String? {
        let words = words(text)
        return words.count == 2 && !words[1].isEmpty ? words[1] : nil
    }

    /// The language named after the sign, as a BCP 47 tag.
    static func language(after sign: UInt8, in text: ArraySlice<UInt8>) -> String? {
        guard let index = text.firstIndex(of: sign) else { return nil }
        return words(text[(index + 1)...]).first.flatMap { languages[$0] }
    }

    /// The language, where the text is its name, with `only` or alone.
    static func language(_ text: ArraySlice<UInt8>) -> String? {
        let words = words(text)
        guard let first = words.first, words.count == 1 || words.dropFirst() == ["only"] else { return nil }
        return languages[first]
    }

    private static let languages = [
        "english": "en", "french": "fr", "spanish": "es", "russian": "ru", "arabic": "ar", "chinese": "zh",
        "anglais": "en", "français": "fr", "espagnol": "es", "russe": "ru", "inglés": "en", "francés": "fr",
        "español": "es", "ruso": "ru",
    ]

    /// The date, where the text is one; `Date:` may stand before it.
    static func wholeDate(_ text: ArraySlice<UInt8>) -> PartialDate? {
        var cursor = ByteCursor(text, at: text.startIndex)
        if cursor.skipWord("Date") || cursor.skipWord("Fecha") {
            cursor.skipSpace()
            guard cursor.skip(.colon) else { return nil }
            cursor.skipSpace()
        }
        guard let date = DateScanner.match(in: text, at: cursor.index), date.to == nil,
            text[date.range.upperBound...].allSatisfy({ $0 == .period })
        else { return nil }
        return date.from
    }

    /// The number of a session: `Twenty-sixth session`, `103rd session`.
    static func session(_ text: ArraySlice<UInt8>) -> Int? {
        let words = words(text)
        guard words.count <= 4, words.last == "session", let first = words.first else { return nil }
        return Ordinal.value(of: first)
    }

    /// The number of an agenda item: `Item 11 of the provisional agenda`, `Agenda item 6`.
    static func agendaItem(_ text: ArraySlice<UInt8>) -> String? {
        var cursor = ByteCursor(text, at: text.startIndex)
        let isAgendaFirst = cursor.skipWord("Agenda")
        cursor.skipSpace()
        guard
            cursor.skipWord("Item") || cursor.skipWord("Items") || cursor.skipWord("Tema")
                || cursor.skipWord("Point")
        else { return nil }
        cursor.skipSpace()
        _ = cursor.skip(.colon)
        cursor.skipSpace()
        let start = cursor.index
        guard cursor.number(digits: 1...3) != nil else { return nil }
        let afterNumber = cursor
        cursor.skipSpace()
        if cursor.skip(.open), cursor.letters().count == 1, cursor.skip(.close) {
            // `11 (b)`
        } else {
            cursor = afterNumber
        }
        let number = text[start..<cursor.index].string
        let rest = words(cursor.rest)
        let isAgenda = rest.isEmpty || !Set(rest).isDisjoint(with: ["agenda", "programa", "ordre"])
        return isAgenda || isAgendaFirst && rest.count <= 3 ? number : nil
    }

    /// Whether the text is a place and a date: `Geneva, 30-31 October 2017`.
    static func isVenue(_ text: ArraySlice<UInt8>) -> Bool {
        guard let date = dateAtEnd(of: text), date.range.lowerBound > text.startIndex else { return false }
        let place = text[..<date.range.lowerBound].trimmingSpace()
        return place.count <= 60 && place.last == .comma && (place.first ?? 0) != .open
            && (place.first.map { $0.isCapital || $0 >= 0x80 } ?? false) && !place.contains(.period)
    }

    /// The date that a text ends with.
    static func dateAtEnd(of text: ArraySlice<UInt8>) -> DateScanner.Match? {
        for index in text.indices
        where (text[index].isDigit || text[index].isCapital)
            && (index == text.startIndex || !text[index - 1].isWordByte)
        {
            if let date = DateScanner.match(in: text, at: index), date.range.upperBound == text.endIndex {
                return date
            }
        }
        return nil
    }

    /// Whether the text says who wrote or submitted the document.
    static func isAuthor(_ text: ArraySlice<UInt8>) -> Bool {
        let words = words(text)
        guard words.count >= 3, words.count <= 16 else { return false }
        let verbs = ["note", "submitted", "prepared", "drafted", "transmitted", "presented", "communication"]
        if verbs.contains(words[0]) && words[1] == "by" { return true }
        return words[0] == "working" && words[1] == "paper" && words.contains("by")
    }

    /// What a document says it is, on a line of its own.
    static func documentType(_ text: ArraySlice<UInt8>) -> String? {
        let words = words(text)
        guard words.count == 1 || words.count == 2 && Int(words[1]) != nil else { return nil }
        return ["addendum", "corrigendum", "revision", "minutes"].first { $0 == words[0] }
    }

    /// The state of the text, on a line of its own.
    static func stage(_ text: ArraySlice<UInt8>) -> String? {
        switch words(text) {
        case ["proof", "copy"], ["proof"]: "proof"
        case ["advance", "copy"], ["advance", "version"], ["advance", "unedited", "version"],
            ["advance", "edited", "version"]:
            "advance"
        default: nil
        }
    }

    /// Whether the text is a document's title.
    static func isTitle(_ text: ArraySlice<UInt8>) -> Bool {
        let words = words(text)
        guard words.count >= 2 || words == ["report"], text.last != .colon else { return false }
        return !Set(words).isDisjoint(with: [
            "report", "minutes", "summary", "proceedings", "informe", "rapport", "agenda", "decision",
            "resolution",
        ])
    }

    /// What a title says of the state of the text.
    static func status(of title: ArraySlice<UInt8>) -> MastheadField.Status? {
        let words = words(title)
        guard let first = words.first else { return nil }
        // A report on a draft is no draft: the word has to stand before the report.
        let head = words.prefix { $0 != "report" && $0 != "minutes" }
        guard head.count < words.count else { return nil }
        if head.contains("draft") { return .draft }
        if head.contains("revised") { return .revised }
        switch first {
        case "advance": return .advance
        case "proof": return .proof
        case "final": return .final
        default: return nil
        }
    }

    /// Whether the text names a meeting.
    static func isMeeting(_ text: ArraySlice<UInt8>) -> Bool {
        let words = words(text)
        return !Set(words).isDisjoint(with: [
            "session", "meeting", "workshop", "seminar", "symposium", "forum", "consultation", "réunion",
            "reunión",
        ])
    }

    /// Whether the text names a body.
    static func isBody(_ text: ArraySlice<UInt8>) -> Bool {
        let words = words(text)
        return !Set(words).isDisjoint(with: [
            "nations", "commission", "committee", "council", "conference", "group", "groups", "assembly",
            "board",
            "body", "bureau", "centre", "center", "party", "organization", "organisation", "union", "team",
            "programme", "agency", "office", "congress", "convention", "panel", "platform", "secretariat",
            "subcommittee", "statisticians", "treaty",
        ])
    }
}
