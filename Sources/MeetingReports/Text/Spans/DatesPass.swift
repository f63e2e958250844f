/// Finds dates and ranges of dates.
enum DatesPass {
    static func marks(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        for word in text.words where word.isCapital || text.bytes[word.range.lowerBound].isDigit {
            let start = word.range.lowerBound
            guard start >= marks.last?.range.upperBound ?? 0,
                let date = DateScanner.match(in: text.bytes[...], at: start)
            else { continue }
            marks.append(.date(date))
        }
        return marks
    }
}
