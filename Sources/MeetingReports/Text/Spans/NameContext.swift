/// The words around the name of a State that make it the name of something else: `Gulf of Mexico`, `Atlanta, Georgia`.
enum NameContext {
    /// Whether a name is part of another name.
    static func isOther(_ range: Range<Int>, from first: Int, in text: SpanText) -> Bool {
        let end = text.firstWord(from: range.upperBound)
        if end > 0, end < text.words.count, text.isJoined(end - 1), after.contains(text.words[end].small),
            text.words[end].isCapital
        {
            return true
        }
        if isPersonal(range, from: first, in: text) { return true }
        guard first > 0 else { return false }
        let previous = text.words[first - 1]
        if text.isJoined(first - 1) {
            // `American Samoa`, `New Mexico`, `Lake Chad`
            if before.contains(previous.small), previous.isCapital { return true }
            if previous.small == "of", first > 1, text.isJoined(first - 2),
                waters.contains(text.words[first - 2].small)
            {
                return true
            }
        }
        // `Atlanta, Georgia`: the State of the United States.
        return text[range] == "Georgia" && text.between(first - 1, first).elementsEqual(", ".utf8)
            && ["atlanta", "savannah", "athens", "augusta"].contains(previous.small)
    }

    /// Whether a name of a State that people bear too is part of a person's name: `Michael Jordan`, `Chad Roe`.
    private static func isPersonal(_ range: Range<Int>, from first: Int, in text: SpanText) -> Bool {
        guard personal.contains(text[range]) else { return false }
        if first > 0, text.isJoined(first - 1), text.words[first - 1].isCapital,
            !small.contains(text.words[first - 1].small)
        {
            return true
        }
        let next = text.firstWord(from: range.upperBound)
        return next > 0 && next < text.words.count && text.isJoined(next - 1) && text.words[next].isCapital
            && text.words[next].range.count > 1 && !PersonName.titles.contains(text.words[next].small)
    }

    private static let personal: Set<String> = [
        "Jordan", "Chad", "Georgia", "Israel", "Kenya", "Cuba", "Ireland",
    ]
    /// Words with a capital only because they begin a sentence or a heading.
    private static let small: Set<String> = [
        "in", "the", "and", "for", "from", "to", "of", "by", "with", "at", "on", "as", "both", "when",
        "while",
        "although", "republic", "government", "kingdom", "state", "delegation", "mission", "also",
    ]

    private static let after: Set<String> = [
        "city", "canal", "river", "valley", "basin", "delta", "island", "street", "road", "institute",
        "university",
        "ridge", "peninsula", "conventions", "school", "college", "antilles", "region", "plateau", "desert",
        "trench",
    ]
    private static let before: Set<String> = [
        "new", "lake", "american", "port", "statistics", "environment", "mount", "little", "saint", "san",
        "british", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "french",
    ]
    private static let waters: Set<String> = [
        "gulf", "sea", "bay", "strait", "straits", "university", "isle",
    ]
}
