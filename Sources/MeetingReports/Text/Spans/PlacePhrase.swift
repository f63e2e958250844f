/// Names of places in a sentence.
enum PlacePhrase {
    /// The place after `in` after the verb: `in Geneva`, `in Lima, Peru`.
    static func after(_ verb: Int, in sentence: Sentence) -> Range<Int>? {
        let text = sentence.text
        if let known = known(in: text, from: verb, to: sentence.words.upperBound) { return known }
        for index in verb..<sentence.words.upperBound
        where ["in", "at", "en", "à"].contains(text.words[index].small) && text.isJoined(index)
            && index + 1 < sentence.words.upperBound
        {
            // `in the city of Buenos Aires`
            var first = index + 1
            if text.words[first].small == "the", first + 3 < sentence.words.upperBound,
                text.words[first + 1].small == "city", text.words[first + 2].small == "of"
            {
                first += 3
            }
            guard text.words[first].isCapital, !isDate(at: first, in: sentence) else { continue }
            var last = first
            while last + 1 < sentence.words.upperBound, text.words[last + 1].isCapital,
                text.isJoined(last) || text.between(last, last + 1).elementsEqual(", ".utf8),
                !isDate(at: last + 1, in: sentence)
            {
                last += 1
            }
            return text.words[first].range.lowerBound..<text.words[last].range.upperBound
        }
        return nil
    }

    private static func isDate(at word: Int, in sentence: Sentence) -> Bool {
        let offset = sentence.offset(word)
        return sentence.entities.contains {
            if case .date = $0.span { $0.range.contains(offset) } else { false }
        }
    }
}

extension PlacePhrase {
    /// A known city in a title: after `in`, or with the State after it.
    static func known(in text: SpanText, from first: Int = 0, to end: Int? = nil) -> Range<Int>? {
        let end = end ?? text.words.count
        for index in text.words.indices.dropFirst(first + 1).prefix(while: { $0 < end })
        where text.words[index].isCapital {
            let isParted = text.between(index - 1, index).elementsEqual(", ".utf8)
            guard
                isParted || ["in", "at", "en", "of", "à"].contains(text.words[index - 1].small)
                    || text.words[index - 1].small == "the"
            else { continue }
            for length in [3, 2, 1] where index + length <= end {
                let range =
                    text.words[index].range.lowerBound..<text.words[index + length - 1].range.upperBound
                guard PlaceNames.isKnown(text.bytes[range]) else { continue }
                return range.lowerBound..<stateEnd(after: index + length - 1, in: text)
            }
            // `held in the United Arab Emirates`
            let start = text.words[index].range.lowerBound
            if ["in", "the"].contains(text.words[index - 1].small), index >= 2,
                text.words[index - 1].small == "in" || text.words[index - 2].small == "in",
                let state = NameTable.shared.match(in: text.bytes, at: start), state.kind == "state"
            {
                return start..<(start + state.name.count)
            }
        }
        return nil
    }

    /// The end of a city's name with its State after a comma.
    private static func stateEnd(after word: Int, in text: SpanText) -> Int {
        let end = text.words[word].range.upperBound
        guard word + 1 < text.words.count, text.between(word, word + 1).elementsEqual(", ".utf8),
            let state = NameTable.shared.match(in: text.bytes, at: text.words[word + 1].range.lowerBound),
            state.kind == "state"
        else { return end }
        return text.words[word + 1].range.lowerBound + state.name.count
    }
}
