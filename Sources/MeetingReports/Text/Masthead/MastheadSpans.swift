/// Marks places, dates, sessions, persons and offices in the fields of a masthead.
enum MastheadSpans {
    /// The field with its spans.
    static func mark(_ part: Interrupted<MastheadField>) -> Interrupted<MastheadField> {
        guard case .element(var field) = part else { return part }
        let text = field.content.plainText
        switch field.name {
        case .venue: field.content = venue(text)
        case .title: field.content = title(text)
        case .note: field.content = note(text)
        default: break
        }
        return .element(field)
    }

    /// A venue with its place and its dates.
    private static func venue(_ text: String) -> [Inline] {
        let bytes = Array(text.utf8)
        var marks: [SpanMark] = []
        let venues = MastheadVenue.all(in: bytes[...])
        for venue in venues {
            if let place = venue.place { marks += places(in: bytes, place) }
            if let date = venue.date {
                marks.append(.date(date))
            }
        }
        if venues.isEmpty { marks = DatesPass.marks(in: SpanText(text)) }
        return woven(text, marks)
    }

    /// The place with an organization before it apart: `JMA, Tokyo, Japan`.
    private static func places(in bytes: [UInt8], _ range: Range<Int>) -> [SpanMark] {
        let place = bytes[range]
        if let comma = place.firstIndex(of: .comma), !PlaceNames.isKnown(place[..<comma]) {
            let head = place[..<comma]
            let rest = place[(comma + 1)...].trimmingSpace()
            if head.allSatisfy(\.isCapital), head.count >= 2, !rest.isEmpty {
                return [
                    .organization(head.indices, kind: "other"),
                    SpanMark(range: rest.indices, span: .location(Location(content: []))),
                ]
            }
        }
        return [SpanMark(range: range, span: .location(Location(content: [])))]
    }

    /// A title with the session, the place and the dates that it names.
    private static func title(_ text: String) -> [Inline] {
        let spanText = SpanText(text)
        var marks = DatesPass.marks(in: spanText)
        if let event = EventPhrase.ofTitle(in: spanText) {
            marks.append(SpanMark(range: event, span: .event(Event(content: []))))
        }
        if !marks.isEmpty, let place = PlacePhrase.known(in: spanText) {
            marks.append(SpanMark(range: place, span: .location(Location(content: []))))
        }
        return woven(text, marks.withoutOverlaps())
    }

    /// A labelled line with the persons that it names: `Chair: Jane Roe`.
    private static func note(_ text: String) -> [Inline] {
        let spanText = SpanText(text)
        return woven(text, LabelledPersons.marks(in: spanText))
    }

    private static func woven(_ text: String, _ marks: [SpanMark]) -> [Inline] {
        var weaver = SpanWeaver([.text(text)], marks: marks)
        return weaver.woven()
    }
}
