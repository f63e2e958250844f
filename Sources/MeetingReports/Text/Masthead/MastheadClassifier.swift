/// Says which field of a masthead a printed text is, by its words and the fields before it.
struct MastheadClassifier {
    private var previous: MastheadField.Name?
    /// Whether a title has been met.
    private(set) var hasTitle = false

    /// Whether the last field is a title that the next line may go on.
    var isTitleOpen: Bool { previous == .title }

    /// Whether the text is a field of its own, wherever it stands.
    func isField(_ text: String) -> Bool { Self.certainField(Array(text.utf8)[...]) != nil }

    /// The field that a text is, and whether that is beyond doubt.
    mutating func classify(_ text: String, line: Int) -> (MastheadField, isCertain: Bool) {
        let bytes = Array(text.utf8)[...]
        let lines = SourceLines(line)
        let content: [Inline] = [.text(text)]
        var field: MastheadField
        var isCertain = true
        if let certain = Self.certainField(bytes) {
            field = certain
        } else if previous == .agendaItem {
            field = MastheadField(.agendaItemTitle, content: [])
        } else if !hasTitle, MastheadWords.isTitle(bytes) {
            field = MastheadField(.title, status: MastheadWords.status(of: bytes), content: [])
        } else {
            isCertain = false
            let name: MastheadField.Name =
                MastheadWords.isMeeting(bytes) ? .meeting : MastheadWords.isBody(bytes) ? .organ : .note
            field = MastheadField(name, content: [])
        }
        field.lines = lines
        field.content = content
        previous = field.name
        hasTitle = hasTitle || field.name == .title
        return (field, isCertain)
    }

    /// The fields that their own words tell.
    private static func certainField(_ text: ArraySlice<UInt8>) -> MastheadField? {
        if MastheadWords.isSymbol(text) { return MastheadField(.symbol, value: text.string, content: []) }
        if text.hasPrefix(ignoringCase: "Distr") {
            return MastheadField(.distribution, value: MastheadWords.distribution(text), content: [])
        }
        if text.hasPrefix(ignoringCase: "Original"),
            let language = MastheadWords.language(after: .colon, in: text)
        {
            return MastheadField(.originalLanguage, value: language, content: [])
        }
        if let language = MastheadWords.language(text) {
            return MastheadField(.language, value: language, content: [])
        }
        if let date = MastheadWords.wholeDate(text) {
            return MastheadField(.issued, value: date.description, content: [])
        }
        if let number = MastheadWords.session(text) {
            return MastheadField(.session, number: String(number), content: [])
        }
        if let number = MastheadWords.agendaItem(text) {
            return MastheadField(.agendaItem, number: number, content: [])
        }
        if MastheadWords.isVenue(text) { return MastheadField(.venue, content: []) }
        if MastheadWords.isAuthor(text) { return MastheadField(.author, content: []) }
        if text.hasPrefix(ignoringCase: "GE."), text.dropFirst(3).first?.isDigit ?? false {
            return MastheadField(.jobNumber, content: [])
        }
        if let type = MastheadWords.documentType(text) {
            return MastheadField(.documentType, value: type, content: [])
        }
        if let stage = MastheadWords.stage(text) { return MastheadField(.stage, value: stage, content: []) }
        return nil
    }
}
