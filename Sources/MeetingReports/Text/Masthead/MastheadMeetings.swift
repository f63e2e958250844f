/// Says of the fields of a masthead which meeting they speak of.
///
/// A meeting named there is the one reported. A session is the one that the document is filed for, unless the title says
/// that the report is of that session.
enum MastheadMeetings {
    /// The fields with that said.
    static func assign(_ fields: [Interrupted<MastheadField>]) -> [Interrupted<MastheadField>] {
        let title = fields.compactMap(\.element).first { $0.name == .title }
        var last: MastheadField.Of?
        return fields.map { part in
            guard case .element(var field) = part else { return part }
            switch field.name {
            case .meeting: field.of = .reported
            case .session: field.of = isReported(field, by: title) ? .reported : .submittedTo
            case .venue: field.of = last ?? .reported
            case .agendaItem: field.of = last == .submittedTo ? .submittedTo : nil
            default: break
            }
            last = field.of ?? last
            return .element(field)
        }
    }

    private static func isReported(_ session: MastheadField, by title: MastheadField?) -> Bool {
        guard let number = session.number.flatMap({ Int($0) }), let title else { return false }
        return MastheadWords.words(Array(title.content.plainText.utf8)[...]).contains {
            Ordinal.value(of: $0) == number
        }
    }
}
