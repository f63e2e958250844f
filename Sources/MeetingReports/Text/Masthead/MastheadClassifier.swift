/// Says which field of a masthead each printed text is: by its words alone, or else by the fields before it.
struct MastheadClassifier {
    private var previous: MastheadField.Name?
    /// Whether a title has been met.
    private(set) var hasTitle = false
    /// Whether a field has been met that only documents of an organization have: a symbol, a distribution, a session.
    private var isFormal = false
    private var hasAgendaItem = false

    /// How sure it is which field a text is.
    enum Certainty {
        /// By its own words.
        case certain
        /// By its place among the fields.
        case likely
        /// Only because it stands there.
        case none
    }

    /// The field that a text is.
    mutating func classify(_ text: String) -> (field: MastheadField, certainty: Certainty) {
        var (field, certainty) = decide(Self.unmarked(Array(text.utf8)[...]))
        field.content = [.text(text)]
        hasTitle = hasTitle || field.name == .title
        switch field.name {
        case .symbol, .distribution, .session, .originalLanguage: isFormal = true
        case .agendaItem: hasAgendaItem = true
        default: break
        }
        previous = field.name
        return (field, certainty)
    }

    /// A text without the signs that AsciiDoc makes a line bold with, and breaks it: `*Expert Team* +`.
    private static func unmarked(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        if text.suffix(2).elementsEqual(" +".utf8) { text = text.dropLast(2) }
        let star = UInt8(ascii: "*")
        guard text.count > 2, text.first == star, text.last == star,
            text.dropFirst().first?.isWordByte ?? false
        else { return text }
        return text.dropFirst().dropLast()
    }

    private func decide(_ bytes: ArraySlice<UInt8>) -> (MastheadField, Certainty) {
        if let certain = Self.certainField(bytes) { return (certain, .certain) }
        let words = MastheadWords.words(bytes)
        let isTitle = !hasTitle && MastheadTitle.isTitle(bytes)
        if !hasTitle || previous == .agendaItem, bytes.count <= 60, MastheadVenue.isState(bytes) {
            return (MastheadField(.author, content: []), hasTitle ? .none : .likely)
        }
        let kind = isTitle ? MastheadTitle.kind(of: words) : nil
        let isReport =
            ["report", "minutes"].contains(kind)
            || kind == "decision" && ["resolution", "decision"].contains(words.first)
        if previous == .agendaItem, !hasTitle, !isReport {
            return (MastheadField(.agendaItemTitle, content: []), .certain)
        }
        if isTitle {
            return (MastheadField(.title, status: MastheadTitle.status(of: bytes), content: []), .certain)
        }
        if hasTitle { return afterTitle(bytes, words) }
        let isSentence = MastheadTitle.isSentence(words, bytes)
        let isMeeting = MastheadWords.isMeeting(words)
        if previous == .agendaItemTitle || hasAgendaItem, isFormal, !isSentence, !isMeeting || words.count > 5
        {
            return (MastheadField(.title, status: MastheadTitle.status(of: bytes), content: []), .certain)
        }
        if isMeeting, !isSentence { return (MastheadField(.meeting, content: []), .likely) }
        if MastheadWords.isBody(words) || MastheadWords.isKnownBody(bytes), !isSentence {
            return (MastheadField(.organ, content: []), .likely)
        }
        return (MastheadField(.note, content: []), .none)
    }

    /// After the title: a second one such as the State it is about, or something else that is printed on the cover.
    private func afterTitle(_ bytes: ArraySlice<UInt8>, _ words: [String]) -> (MastheadField, Certainty) {
        let isSentence = MastheadTitle.isSentence(words, bytes) || bytes.last == .period
        if words.count <= 12, MastheadWords.isMeeting(words), !MastheadTitle.isTitle(bytes), !isSentence {
            let hasDate = bytes.indices.contains { DateScanner.match(in: bytes, at: $0) != nil }
            return (MastheadField(.meeting, content: []), hasDate ? .certain : .none)
        }
        if MastheadWords.isKnownBody(bytes) { return (MastheadField(.organ, content: []), .likely) }
        if words.count == 1, bytes.contains(UInt8(ascii: "_")) || bytes.contains(.period) {
            return (MastheadField(.note, content: []), .none)
        }
        if MastheadTitle.isTitle(bytes) || words.count <= 24 && bytes.count <= 200 {
            return (MastheadField(.title, status: MastheadTitle.status(of: bytes), content: []), .none)
        }
        return (MastheadField(.note, content: []), .none)
    }

    /// The field that a text is by its own words, or nil.
    static func certainField(_ text: ArraySlice<UInt8>) -> MastheadField? {
        if MastheadWords.isJobNumber(text) { return MastheadField(.jobNumber, content: []) }
        if let date = MastheadWords.wholeDate(text) {
            return MastheadField(.issued, value: date.description, content: [])
        }
        let numeric = MastheadWords.numericDate(text)
        if numeric.isDate { return MastheadField(.issued, value: numeric.date?.description, content: []) }
        if let item = MastheadWords.agendaItem(text) {
            return MastheadField(.agendaItem, number: item.isEmpty ? nil : item, content: [])
        }
        if let session = MastheadSession(text) {
            return MastheadField(
                .session, number: String(session.number), to: session.to, part: session.part, content: [])
        }
        if let type = MastheadWords.documentType(text) {
            return MastheadField(.documentType, value: type, content: [])
        }
        if let stage = MastheadWords.stage(text) { return MastheadField(.stage, value: stage, content: []) }
        if MastheadSymbol.isSymbol(text) {
            return MastheadField(.symbol, value: MastheadSymbol.value(text).string, content: [])
        }
        if MastheadWords.beginsDistribution(text) {
            return MastheadField(.distribution, value: MastheadWords.distribution(text), content: [])
        }
        if let languages = MastheadWords.originalLanguages(text) {
            return MastheadField(
                .originalLanguage, value: languages.count == 1 ? languages[0] : nil, content: [])
        }
        if let languages = MastheadWords.documentLanguages(text) {
            return MastheadField(.language, value: languages.count == 1 ? languages[0] : nil, content: [])
        }
        if MastheadWords.isPublication(text) { return MastheadField(.note, content: []) }
        if !MastheadVenue.all(in: text).isEmpty || MastheadVenue.isAnnouncement(text) {
            return MastheadField(.venue, content: [])
        }
        if MastheadWords.isAuthor(text) { return MastheadField(.author, content: []) }
        if let labelled = MastheadLabels.field(text) { return labelled }
        if text.hasPrefix(ignoringCase: "= "), text.count > 2 {
            let words = MastheadWords.words(text.dropFirst(2))
            if MastheadWords.isBody(words), !MastheadWords.isMeeting(words),
                !MastheadTitle.isTitle(text.dropFirst(2))
            {
                return MastheadField(.organ, content: [])
            }
            return MastheadField(
                .title, status: MastheadTitle.status(of: text.dropFirst(2)), content: [])
        }
        return nil
    }
}
