/// The meetings that a masthead names: what is printed of name, place and dates of one is one event.
struct AKNMeetings {
    /// A meeting as an entry of the references.
    struct Meeting {
        /// The name, and the first day where one is known: meetings of one series have one name.
        let key: String
        /// What is shown for it.
        let showAs: String

        init(_ name: String, on date: PartialDate? = nil, at venue: String? = nil) {
            key = date.map { "\(name) \($0)" } ?? name
            showAs = (venue ?? date.map { "\($0)" }).map { "\(name), \($0)" } ?? name
        }
    }

    private var meetings: [(of: MastheadField.Of?, name: String, meeting: Meeting)] = []

    init(_ masthead: [Interrupted<MastheadField>]) {
        let fields = masthead.compactMap(\.element)
        for field in fields where field.name == .meeting {
            let venue = fields.first { $0.name == .venue && $0.of == field.of }
            let name = AKNText.line(field.content)
            let meeting = Meeting(
                name, on: venue.flatMap { AKNText.firstDate(in: $0.content) },
                at: venue.map { AKNText.line($0.content) })
            meetings.append((field.of, name, meeting))
        }
    }

    /// The meeting that the document reports, or is submitted to.
    subscript(of: MastheadField.Of?) -> Meeting? {
        meetings.first { $0.of == of }?.meeting
    }

    /// The meeting of that printed name.
    func named(_ name: String) -> Meeting? {
        meetings.first { $0.name == name }?.meeting
    }
}
