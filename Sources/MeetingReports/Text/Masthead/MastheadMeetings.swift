/// Says of the fields of a masthead which meeting they speak of, and in which language fields of several are.
///
/// A meeting named there is the one reported. A session is the one that the document is filed for, unless the title says
/// that the report is of that session or of the body whose session it is.
enum MastheadMeetings {
    /// The fields with that said.
    static func assign(_ fields: [Interrupted<MastheadField>]) -> [Interrupted<MastheadField>] {
        let fields = withItemTitle(fields)
        let elements = fields.compactMap(\.element)
        let titles = elements.filter { $0.name == .title }
        let isOfOther = isOfOtherMeeting(titles, fields: elements)
        let languages = languages(of: elements)
        var last: MastheadField.Of?
        return fields.map { part in
            guard case .element(var field) = part else { return part }
            switch field.name {
            case .meeting: field.of = .reported
            case .session: field.of = isReported(field, by: titles) || !isOfOther ? .reported : .submittedTo
            case .venue: field.of = last ?? .reported
            case .agendaItem: field.of = last == .submittedTo ? .submittedTo : nil
            default: break
            }
            if field.name == .organ || field.name == .meeting || field.name == .session, languages.count > 1 {
                field.lang = MastheadWords.language(ofPrinted: Array(field.content.plainText.utf8)[...])
            }
            last = field.of ?? last
            return .element(field)
        }
    }

    /// The first of two titles right after an agenda item is the title of that item.
    private static func withItemTitle(_ fields: [Interrupted<MastheadField>]) -> [Interrupted<MastheadField>]
    {
        let names = fields.map { $0.element?.name }
        guard let item = names.firstIndex(of: .agendaItem), item + 2 < names.count, names[item + 1] == .title,
            names[item + 2] == .title, case .element(var title) = fields[item + 1],
            case .element(let next) = fields[item + 2],
            MastheadTitle.isTitle(Array(next.content.plainText.utf8)[...])
        else { return fields }
        var fields = fields
        title.name = .agendaItemTitle
        title.status = nil
        fields[item + 1] = .element(title)
        return fields
    }

    private static func isReported(_ session: MastheadField, by titles: [MastheadField]) -> Bool {
        guard let number = session.number.flatMap({ Int($0) }) else { return false }
        return titles.contains { title in
            let words = MastheadWords.words(Array(title.content.plainText.utf8)[...])
            return words.contains { word in Ordinal.value(of: word) == number }
                && words.contains { $0.hasPrefix("session") || $0 == "sesiones" || $0 == "сессии" }
        }
    }

    /// Whether the title is that of a document of another meeting, or of none: it does not name the body whose session
    /// it is, and says more than `Report`.
    private static func isOfOtherMeeting(_ titles: [MastheadField], fields: [MastheadField]) -> Bool {
        guard let title = titles.first else { return false }
        let words = MastheadWords.words(Array(title.content.plainText.utf8)[...]).filter { !$0.isEmpty }
        if words.count <= 3 || words.contains("session") && !words.contains("work") { return false }
        guard let session = fields.firstIndex(where: { $0.name == .session }),
            let organ = fields[..<session].last(where: { $0.name == .organ })
        else { return true }
        let body = MastheadWords.words(Array(organ.content.plainText.utf8)[...])
        let isNamed = words.indices.contains { words[$0...].starts(with: body) }
        return !isNamed || words.contains("group") && !body.contains("group")
    }

    /// The languages that the names of bodies and meetings are printed in.
    private static func languages(of fields: [MastheadField]) -> Set<String> {
        Set(
            fields.filter { $0.name == .organ || $0.name == .meeting }.compactMap {
                MastheadWords.language(ofPrinted: Array($0.content.plainText.utf8)[...])
            })
    }
}
