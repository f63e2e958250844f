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
        let meeting: MastheadField.Of = isOfOwnMeeting(titles, fields: elements) ? .submittedTo : .reported
        let languages = languages(of: elements)
        let isRecord = titles.contains(where: isRecord)
        var last: MastheadField.Of?
        var isAfterReport = false
        return fields.map { part in
            guard case .element(var field) = part else { return part }
            switch field.name {
            case .title: isAfterReport = isAfterReport || isReport(field)
            case .meeting: field.of = meeting
            case .session:
                let isReported = isAfterReport || isRecord || !isOfOther || isReported(field, by: titles)
                field.of = isReported ? .reported : .submittedTo
            case .venue where isAfterReport: field.of = .reported
            case .venue: field.of = last ?? meeting
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

    /// Whether a title is that of a report; what is printed under it says of which session it is.
    private static func isReport(_ title: MastheadField) -> Bool {
        let words = MastheadWords.words(Array(title.content.plainText.utf8)[...]).filter { !$0.isEmpty }
        return MastheadTitle.kind(of: words).map { ["report", "minutes"].contains($0) } ?? false
    }

    /// Whether a title is that of the record of one meeting of the session: `Summary record of the 12th meeting`.
    private static func isRecord(_ title: MastheadField) -> Bool {
        let words = MastheadWords.words(Array(title.content.plainText.utf8)[...]).filter { !$0.isEmpty }
        guard MastheadTitle.kind(of: words) == "minutes", words.count > 3,
            let meeting = words.firstIndex(where: {
                ["meeting", "séance", "seance", "sesión", "sesion"].contains($0)
            })
        else { return false }
        return words[..<meeting].indices.contains { Ordinal.match(in: words[$0..<meeting]) != nil }
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
        // A document with an item of an agenda and no title of a report is filed for that agenda's session.
        guard let title = titles.first else { return fields.contains { $0.name == .agendaItem } }
        let words = MastheadWords.words(Array(title.content.plainText.utf8)[...]).filter { !$0.isEmpty }
        if words.count <= 3 || words.contains("session") && !words.contains("work") { return false }
        guard let session = fields.firstIndex(where: { $0.name == .session }),
            let organ = fields[..<session].last(where: { $0.name == .organ })
        else { return true }
        let body = MastheadWords.words(Array(organ.content.plainText.utf8)[...])
        let isNamed = words.indices.contains { words[$0...].starts(with: body) }
        return !isNamed || words.contains("group") && !body.contains("group")
    }

    /// Whether the title is that of a meeting of its own, and not of the numbered one that the masthead names:
    /// `Report of the Preparatory Meeting` under `Tenth Consultative Meeting`.
    private static func isOfOwnMeeting(_ titles: [MastheadField], fields: [MastheadField]) -> Bool {
        func words(_ field: MastheadField) -> [String] {
            MastheadWords.words(Array(field.content.plainText.utf8)[...]).filter { !$0.isEmpty }
        }
        func numbers(_ words: [String]) -> Set<Int> {
            Set(words.indices.compactMap { Ordinal.match(in: words[$0...])?.value })
        }
        guard let title = titles.first.map(words),
            let head = title.firstIndex(where: MastheadWords.isMeetingHead),
            head > 0, head <= 10,
            !["the", "its", "this", "a"].contains(title[head - 1])
        else { return false }
        let held = fields.filter { $0.name == .meeting }.map { numbers(words($0)) }.reduce(into: Set()) {
            $0.formUnion($1)
        }
        return !held.isEmpty && held.isDisjoint(with: numbers(title))
    }

    /// The languages that the names of bodies and meetings are printed in.
    private static func languages(of fields: [MastheadField]) -> Set<String> {
        Set(
            fields.filter { $0.name == .organ || $0.name == .meeting }.compactMap {
                MastheadWords.language(ofPrinted: Array($0.content.plainText.utf8)[...])
            })
    }
}
