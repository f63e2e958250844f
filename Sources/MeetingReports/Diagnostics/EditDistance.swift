/// How many letters have to be added, removed or changed to make one word of another (Levenshtein's distance).
package enum EditDistance {
    /// The distance of two words, of which the first hundred bytes count.
    static func between(_ first: String, _ second: String) -> Int {
        let second = Array(second.utf8.prefix(100))
        var row = Array(0...second.count)
        for (line, letter) in first.utf8.prefix(100).enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in second.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[second.count]
    }

    /// The word that somebody may have meant by a text: one that differs in a third of its letters at most.
    package static func nearest(to text: String, among words: some Sequence<String>) -> String? {
        let near = words.compactMap { word -> (distance: Int, word: String)? in
            let distance = between(text.lowercased(), word.lowercased())
            return distance <= word.utf8.count / 3 ? (distance, word) : nil
        }
        return near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
    }
}
