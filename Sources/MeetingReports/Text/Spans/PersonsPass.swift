/// Finds persons by their titles: `Mr. Gunter Brückner`, `H.E. Ambassador Jane Doe`.
enum PersonsPass {
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "ambassador", "messrs",
        "monsieur",
        "madame", "mme", "sr", "sra",
    ]
    private static let particles: Set<String> = [
        "de", "da", "di", "do", "dos", "du", "del", "della", "van", "von", "der", "den", "ter", "la", "le",
        "el",
        "al", "bin", "ibn", "af", "y",
    ]

    static func marks(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        var index = 0
        while index < text.words.count {
            guard text.words[index].isCapital, titles.contains(text.words[index].small),
                let last = lastWord(of: text, after: index)
            else {
                index += 1
                continue
            }
            let range = text.words[index].range.lowerBound..<text.words[last].range.upperBound
            marks.append(SpanMark(range: range, span: .person(Person(content: []))))
            index = last + 1
        }
        return marks
    }

    /// The last word of the name after a title; nil where no name follows.
    private static func lastWord(of text: SpanText, after title: Int) -> Int? {
        var last: Int?
        var index = title + 1
        while index < text.words.count, index <= title + 7 {
            let word = text.words[index]
            let gap = text.between(index - 1, index)
            let isAfterInitial =
                gap.elementsEqual(". ".utf8) || gap.elementsEqual(".".utf8)
            // A period is inside a name only after a title or an initial.
            let isInitial =
                text.words[index - 1].range.count == 1 || titles.contains(text.words[index - 1].small)
            guard gap.elementsEqual([UInt8.space]) || isAfterInitial && isInitial else { break }
            if word.isCapital {
                guard RoleWords.role(in: text, at: index) == nil else { break }
                if !titles.contains(word.small) { last = index }
            } else if !particles.contains(word.small) {
                break
            }
            index += 1
        }
        return last
    }
}
