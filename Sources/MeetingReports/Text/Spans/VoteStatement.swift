/// A clause that says that there was a vote, and how it went: `adopted by a recorded vote of 32 to 3`, `by 31 votes to 13, with
/// 3 abstentions`, `adopted without a vote`.
enum VoteStatement {
    private static let ways: [Phrase] = [
        "recorded|roll-call|rollcall|secret vote|ballot", "votes to", "put to the|a vote",
        "adopted|approved without a vote", "votos contra", "voix contre", "votación registrada|nominal",
        "vote enregistré", "sin someterlo|someterla a votación", "sin votación", "sans vote",
        "vote by roll-call",
    ]
    /// What makes it one that is only asked for or explained.
    private static let exceptions: Set<String> = [
        "requested", "request", "explanation", "explanations", "if", "may", "solicitó", "demandé",
    ]

    /// The statements of a sentence with the vote among them.
    static func mark(_ sentence: Sentence, _ outcomes: [SpanMark]) -> [SpanMark] {
        guard sentence.find(anyOf: ways) != nil,
            !sentence.words.contains(where: { exceptions.contains(sentence.text.words[$0].small) })
        else { return outcomes }
        guard let first = outcomes.first, case .statement(var statement) = first.span else {
            return [sentence.statement("vote")]
        }
        statement.kind = statement.kind.map { Codes("\($0) vote") }
        return [SpanMark(range: first.range, span: .statement(statement))] + outcomes.dropFirst()
    }
}
