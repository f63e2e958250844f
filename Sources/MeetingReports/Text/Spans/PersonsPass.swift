/// Finds persons: by their titles, `Mr. Gunter Brückner`, and without one where the words around a name tell:
/// `elected Zita Kassa as its Rapporteur`, `the Chair, Jane Roe`, `co-chaired by Xolisa Ngwadla (Botswana)`.
enum PersonsPass {
    static func marks(in text: SpanText) -> [SpanMark] {
        var marks: [SpanMark] = []
        var index = 0
        let hasOffice = text.words.contains { offices.contains($0.small) }
        while index < text.words.count {
            let word = text.words[index]
            let excellency = PersonName.excellency(in: text, at: index)
            let isTitled = PersonName.isTitle(index + excellency, in: text)
            guard isTitled || excellency > 0 || hasOffice && word.isCapital && begins(at: index, in: text),
                let last = PersonName.end(
                    in: text, from: index + excellency, atLeast: isTitled ? 1 : 2)
            else {
                index += 1
                continue
            }
            if isTitled || excellency > 0 || isNamed(index, last, in: text) {
                let range = text.words[index].range.lowerBound..<text.words[last].range.upperBound
                marks.append(SpanMark(range: range, span: .person(Person(content: []))))
                index = last + 1
            } else {
                index += 1
            }
        }
        return marks
    }

    /// Whether a name without a title may begin at a word: no part of it stands before.
    private static func begins(at index: Int, in text: SpanText) -> Bool {
        guard index > 0, text.isJoined(index - 1) else { return true }
        let before = text.words[index - 1]
        return !before.isCapital && !["the", "a", "an"].contains(before.small) || verbs.contains(before.small)
    }

    /// Whether the words around a chain of capitals tell that it is a person's name.
    private static func isNamed(_ first: Int, _ last: Int, in text: SpanText) -> Bool {
        let range = text.words[first].range.lowerBound..<text.words[last].range.upperBound
        guard !PlaceNames.isKnown(text.bytes[range]),
            NameTable.shared.match(in: text.bytes, at: range.lowerBound) == nil
        else { return false }
        // `Natural Science` of `Natural Science Foundation`
        if text.isJoined(last), text.words[last + 1].isCapital, RoleWords.role(in: text, at: last + 1) == nil
        {
            return false
        }
        if isBeforeState(range.upperBound, in: text) { return true }
        if isBeforeElection(last, in: text) || isBeforeBracketedOffice(range.upperBound, in: text) {
            return true
        }
        guard first > 0 else { return false }
        let gap = text.between(first - 1, first)
        let before = text.words[first - 1].small
        if SpanText.isSpace(gap) {
            if verbs.contains(before) { return isBeforeOffice(last, in: text) }
            return ["by", "por"].contains(before) && first > 1
                && leaders.contains(text.words[first - 2].small)
                || before == "of" && first > 1 && text.words[first - 2].small == "chairmanship"
        }
        return gap.elementsEqual(", ".utf8) && isAfterOffice(first - 1, in: text) && isWhole(last, in: text)
    }

    /// Whether nothing that goes on with a list of words follows a name.
    private static func isWhole(_ last: Int, in text: SpanText) -> Bool {
        guard last + 1 < text.words.count, text.isJoined(last) else { return true }
        return !["and", "of", "or"].contains(text.words[last + 1].small)
    }

    /// Whether ` (State)` or ` (State, …)` follows.
    private static func isBeforeState(_ end: Int, in text: SpanText) -> Bool {
        guard end + 2 < text.bytes.count, text.bytes[end] == .space, text.bytes[end + 1] == .open,
            let state = NameTable.anyLanguage(in: text.bytes, at: end + 2), state.kind == "state"
        else { return false }
        let close = end + 2 + state.name.count
        return close < text.bytes.count && (text.bytes[close] == .close || text.bytes[close] == .comma)
    }

    /// Whether a bracket with an office follows: `Jane Roe (jr, chair)`.
    private static func isBeforeBracketedOffice(_ end: Int, in text: SpanText) -> Bool {
        guard let bracket = OfficeStatement.bracket(after: end, in: text) else { return false }
        return text.words(in: bracket).contains { RoleWords.role(in: text, at: $0) != nil }
    }

    /// Whether `was elected` or `was nominated` follows.
    private static func isBeforeElection(_ last: Int, in text: SpanText) -> Bool {
        guard last + 2 < text.words.count, text.isJoined(last),
            ["was", "were"].contains(text.words[last + 1].small)
        else { return false }
        return text.words[(last + 2)..<min(last + 4, text.words.count)].contains { verbs.contains($0.small) }
    }

    /// Whether `as` or an office follows within a few words: `elected Jane Roe as its Rapporteur`.
    private static func isBeforeOffice(_ last: Int, in text: SpanText) -> Bool {
        (last + 1..<min(last + 5, text.words.count)).contains {
            text.words[$0].small == "as" || RoleWords.role(in: text, at: $0) != nil
        }
    }

    /// Whether the words up to a comma name an office: `the Chair of the SBI, `.
    private static func isAfterOffice(_ last: Int, in text: SpanText) -> Bool {
        var index = last
        while index >= 0, index > last - 8 {
            if RoleWords.role(in: text, at: index) != nil || text.words[index].small == "minister" {
                // `Jane Roe, Secretary, Disability Directorate` names one person.
                return index == 0 || text.between(index - 1, index).first != .comma
            }
            guard index > 0, text.isJoined(index - 1) else { return false }
            index -= 1
        }
        return false
    }

    private static let verbs: Set<String> = [
        "elected", "re-elected", "reelected", "appointed", "nominated", "designated", "welcomed",
    ]
    private static let leaders: Set<String> = [
        "chaired", "co-chaired", "facilitated", "co-facilitated", "convened", "co-convened", "moderated",
        "led",
        "headed", "presided", "presidida", "presidido",
    ]
    private static let offices: Set<String> = verbs.union(leaders).union([
        "chair", "co-chair", "chairs", "co-chairs", "vice-chair", "vice-chairs", "chairman", "chairmanship",
        "chairperson", "president", "vice-president", "rapporteur", "minister", "convener", "co-convener",
        "conveners", "co-conveners", "secretary", "facilitator", "facilitators", "co-facilitators",
        "moderator",
        "presidente", "président", "relator", "officers", "présidence", "presidencia", "présidée", "relatora",
        "presidenta", "présidente",
    ])
}
