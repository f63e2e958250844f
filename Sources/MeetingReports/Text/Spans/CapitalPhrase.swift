/// Names as chains of capitalised words with small words such as `of` between them.
enum CapitalPhrase {
    private static let connectors: Set<String> = [
        "of", "on", "for", "the", "and", "in", "to", "de", "la", "des", "du", "et", "del", "y", "against",
        "with",
    ]

    /// Whether a word may stand inside a name without a capital.
    static func isConnector(_ word: String) -> Bool { connectors.contains(word) }

    /// The first word of the name that ends with the word at `last`: back over capitals and connectors.
    static func start(in text: SpanText, endingAt last: Int, connecting: Bool = true) -> Int {
        var first = last
        var index = last
        while index > 0, text.isJoined(index - 1) {
            index -= 1
            if isName(text, index) {
                first = index
            } else if !connecting || !connectors.contains(text.words[index].small) {
                break
            }
        }
        // An article with a capital only begins the sentence.
        while first < last, ["the", "a", "an", "this", "that"].contains(text.words[first].small) {
            first += 1
        }
        return first
    }

    /// The last of the words with capitals that stand together from a word on.
    static func chainEnd(in text: SpanText, from first: Int) -> Int {
        var last = first
        while text.isJoined(last), text.words[last + 1].isCapital { last += 1 }
        return last
    }

    /// The last word of the name whose head is the word at `head`: on over `on`, `of`, `for` and what they govern.
    static func end(in text: SpanText, fromHead head: Int) -> Int {
        var last = head
        var index = head
        var isGoverned = false
        while text.isJoined(index) {
            index += 1
            let word = text.words[index]
            if isName(text, index), isGoverned {
                // `the Working Group on Tourism and H.E. Mr. Roe`
                if PersonName.isTitle(index, in: text) || PersonName.excellency(in: text, at: index) > 0 {
                    break
                }
                last = index
            } else if ["of", "on", "for"].contains(word.small)
                || isGoverned && connectors.contains(word.small)
            {
                isGoverned = true
            } else {
                break
            }
        }
        return last
    }

    /// Whether a word may be part of a name: a capital or a number after one.
    static func isName(_ text: SpanText, _ index: Int) -> Bool {
        text.words[index].isCapital
            || text.bytes[text.words[index].range.lowerBound].isDigit && index > 0
                && text.words[index - 1].isCapital
    }
}
