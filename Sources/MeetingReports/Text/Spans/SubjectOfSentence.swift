/// Whether what a sentence tells of is the meeting and its bodies, or one of those who spoke there.
enum SubjectOfSentence {
    /// Whether `it` or `they` in the next sentence may stand for the body that reports; nil where the sentence does not tell.
    static func isOwn(_ sentence: Sentence, _ statements: [SpanMark]) -> Bool? {
        if !statements.isEmpty { return true }
        let text = sentence.text
        let first = sentence.words.prefix(8)
        guard let word = first.first, !pronouns.contains(text.words[word].small) else { return nil }
        // `France, on behalf of the Union, welcomed …`, `Ms. Roe said …`
        let early = text.words[first].last.map(\.range.upperBound) ?? sentence.range.upperBound
        for entity in sentence.entities.prefix(while: { $0.range.lowerBound < early }) {
            if entity.person != nil { return false }
            guard let organization = entity.organization else { continue }
            if organization.kind == "state" { return false }
            return organization.kind == "body" || sentence.body.isOwn(text[entity.range])
        }
        if first.contains(where: { speakers.contains(text.words[$0].small) }) { return false }
        // `Friends of the Lake expressed concern`
        if let verb = sentence.words.prefix(20).first(where: { speaking.contains(text.words[$0].small) }),
            verb > word,
            !(word..<verb).contains(where: {
                OutcomeStatements.isSubjectWord(text.words[$0].small, of: sentence.body)
            })
        {
            return false
        }
        // A name that no table has: `The Lima Institute for Peace called for …`
        let start = ["the", "a"].contains(text.words[word].small) ? word + 1 : word
        guard start < sentence.words.upperBound, text.words[start].isCapital else { return nil }
        let end = CapitalPhrase.chainEnd(in: text, from: start)
        let name = text[text.words[start].range.lowerBound..<text.words[end].range.upperBound]
        let isName = end > start || name.utf8.count > 2 && name.utf8.allSatisfy(\.isCapital)
        return isName && !sentence.body.isOwn(name) ? false : nil
    }

    private static let pronouns: Set<String> = ["it", "they", "he", "she", "this", "these", "that", "there"]
    private static let speaking: Set<String> = [
        "commended", "congratulated", "thanked", "called", "expressed", "praised", "stressed", "stated",
        "said", "referred", "raised", "regretted", "hoped", "appreciated", "concerned", "highlighted",
        "underlined", "emphasized", "deplored", "condemned", "denounced", "applauded",
    ]
    private static let speakers: Set<String> = [
        "delegation", "delegations", "representative", "speaker", "speakers", "observer", "observers",
        "delegate", "ngo", "ngos", "organization", "organizations", "minister", "country",
    ]
}
