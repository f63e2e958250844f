/// The labels that lines of a masthead begin with: `Chair: …`, `Subject: …`, and the attributes of an AsciiDoc head.
enum MastheadLabels {
    /// The field that a labelled line is, or nil.
    static func field(_ text: ArraySlice<UInt8>) -> MastheadField? {
        if text.first == .colon { return attribute(text) }
        guard let colon = text.prefix(48).firstIndex(of: .colon), colon > text.startIndex else { return nil }
        let label = MastheadWords.words(text[..<colon]).joined(separator: " ")
        let value = text[(colon + 1)...].trimmingSpace()
        guard !label.isEmpty, value.count <= 400 else { return nil }
        switch label {
        case "subject", "objet", "asunto", "betreff", "title":
            return value.isEmpty ? nil : MastheadField(.title, content: [])
        case "minutes by", "minutes taken by", "prepared by", "author", "authors", "submitted by":
            return MastheadField(.author, content: [])
        case "status":
            return MastheadField(.stage, value: MastheadWords.stage(value), content: [])
        default:
            return people.contains(label) && !value.isEmpty ? MastheadField(.note, content: []) : nil
        }
    }

    /// The labels before people.
    private static let people: Set<String> = [
        "chair", "chairs", "chairman", "chairperson", "co-chair", "co-chairs", "president", "rapporteur",
        "rapporteurs", "vice-president and rapporteur", "chair-rapporteur", "chairperson-rapporteur",
        "chairman-rapporteur", "rapporteur and vice-chair", "vice-chair and rapporteur", "secretary",
        "editorial support", "excused", "apologies", "facilitator", "facilitators", "co-facilitators",
        "moderator",
        "attendant", "attendants", "special rapporteur", "président", "rapporteuse", "relator", "presidente",
        "relatora", "executive secretary", "general rapporteur", "vice-chair", "vice-chairs", "convener",
        "temporary chairman", "temporary chair", "temporary chairperson", "temporary president",
        "acting chairman", "acting chair",
        "acting chairperson", "acting president", "présidente", "presidenta", "présidence", "presidencia",
        "vice-président", "vice-présidente", "vicepresidente", "vicepresidenta",
    ]

    /// An attribute of an AsciiDoc head: `:session-date: Geneva, 4-5 May 2020`.
    private static func attribute(_ text: ArraySlice<UInt8>) -> MastheadField? {
        guard let colon = text.dropFirst().firstIndex(of: .colon), colon > text.startIndex + 1,
            text[(text.startIndex + 1)..<colon].allSatisfy({ $0.isSmall || $0 == .hyphen || $0.isDigit })
        else { return nil }
        let name = text[(text.startIndex + 1)..<colon].string
        let value = text[(colon + 1)...].trimmingSpace()
        switch name {
        case "agenda-id": return MastheadField(.symbol, value: value.string, content: [])
        case "docnumber":
            return MastheadWords.isJobNumber(value)
                ? MastheadField(.jobNumber, content: [])
                : MastheadField(.symbol, value: value.string, content: [])
        case "committee": return MastheadField(.organ, content: [])
        case "session":
            let number = Int(digits: value).map(String.init)
            return MastheadField(.session, number: number, content: [])
        case "session-date": return MastheadField(.venue, content: [])
        case "item-number", "agenda-item":
            let number = MastheadWords.agendaItem(value) ?? value.prefix(while: \.isDigit).string
            return MastheadField(.agendaItem, number: number.isEmpty ? nil : number, content: [])
        case "item-name": return MastheadField(.agendaItemTitle, content: [])
        case "revdate":
            return MastheadField(.issued, value: MastheadWords.wholeDate(value)?.description, content: [])
        case "language": return MastheadField(.language, value: value.string, content: [])
        case "distribution":
            return MastheadField(.distribution, value: value.string.lowercased(), content: [])
        case "doctype": return MastheadField(.documentType, content: [])
        case "status": return MastheadField(.stage, content: [])
        case "title", "subtitle": return MastheadField(.title, content: [])
        default: return MastheadField(.note, content: [])
        }
    }
}
