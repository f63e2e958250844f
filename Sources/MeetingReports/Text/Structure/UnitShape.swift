/// What the text of a unit looks like, before anything is known of its place.
struct UnitShape: Sendable {
    /// The number of its bytes, mark and interruptions aside.
    let count: Int
    /// Whether it ends as a sentence does.
    let isSentence: Bool
    /// Whether it may be a heading, by its characters alone.
    let isHeading: Bool
    /// Whether all its letters are capitals.
    let isCapitals: Bool
    /// Whether it ends in a colon.
    let introduces: Bool

    /// The most bytes of a heading without a number.
    private static let longestHeading = 160

    init(_ unit: TextUnit) {
        guard unit.isText else {
            (count, isSentence, isHeading, isCapitals, introduces) = (0, false, false, false, false)
            return
        }
        let text = unit.run.utf8
        count = text.count
        isSentence = LineJoiner.endsInSentence(text)
        introduces = text.last == .colon
        let hasSmall = text.contains(where: \.isSmall)
        let hasLetter = text.contains { $0.isWordByte && !$0.isDigit }
        isCapitals = hasLetter && !hasSmall && text.contains(where: \.isCapital)
        isHeading = hasLetter && Self.mayBeHeading(text)
    }

    private static func mayBeHeading(_ text: [UInt8]) -> Bool {
        guard let first = text.first, let last = text.last(where: { $0 < 0x80 }),
            text.count <= longestHeading, text.count >= 3
        else { return false }
        guard
            first.isCapital || first.isDigit || first >= 0x80 || first == .open || first == UInt8(ascii: "\"")
        else {
            return false
        }
        switch last {
        case .comma, .semicolon, .colon, .hyphen, .slash: return false
        case .period: return false
        default: break
        }
        // Two sentences are no heading.
        return !zip(text, zip(text.dropFirst(), text.dropFirst(2))).contains {
            $0 == .period && $1.0 == .space && $1.1.isCapital && text.count > 90
        }
    }
}
