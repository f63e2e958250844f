/// Finds persons by their titles: `Mr. Gunter Brückner`, `H.E. Ambassador Jane Doe`.
enum PersonsPass {
    static func marks(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        var index = 0
        while index < text.words.count {
            guard text.words[index].isCapital, PersonName.titles.contains(text.words[index].small),
                let last = PersonName.end(in: text, from: index, atLeast: 1)
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
}
