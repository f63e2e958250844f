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

    private static let after: Set<String> = [
        "city", "canal", "river", "valley", "basin", "delta", "island", "street", "road", "institute",
        "university",
        "ridge", "peninsula", "conventions", "school", "college",
    ]
    private static let before: Set<String> = [
        "new", "lake", "american", "port", "statistics", "environment", "mount", "little", "saint", "san",
        "british",
    ]
    private static let waters: Set<String> = [
        "gulf", "sea", "bay", "strait", "straits", "university", "isle",
    ]
}
