/// Marks places and dates in the fields of a masthead.
enum MastheadSpans {
    /// The text of a venue with its place and date, or of a title with its dates.
    static func mark(_ text: String, in name: MastheadField.Name) -> [Inline] {
        let bytes = Array(text.utf8)[...]
        guard name == .venue, let date = MastheadWords.dateAtEnd(of: bytes) else { return [.text(text)] }
        let place = bytes[..<date.range.lowerBound].trimmingSpace()
        let name = place.dropLast().trimmingSpace()
        return [
            .location(Location(content: [.text(name.string)])),
            .text(bytes[name.endIndex..<date.range.lowerBound].string),
            .date(DateSpan(from: date.from, to: date.to, content: [.text(bytes[date.range].string)])),
        ]
    }
}
