/// A clause that says that the report or the agenda was adopted.
enum AdoptionStatement {
    private static let verbs: Set<String> = [
        "adopted", "adopts", "approved", "adopté", "adoptée", "approuvé", "adoptó", "aprobó", "adoptado",
        "adoptada",
        "aprobado", "aprobada",
    ]
    private static let auxiliaries: Set<String> = ["was", "were", "be", "been", "été", "fue", "sido"]

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let text = sentence.text
        guard let verb = sentence.words.first(where: { verbs.contains(text.words[$0].small) }) else {
            return nil
        }
        if isObject(["report", "rapport", "informe"], of: verb, in: sentence) {
            return sentence.statement("adoption")
        }
        let agendas: Set<String> = ["agenda", "temario", "l'ordre", "l’ordre", "ordre"]
        return isObject(agendas, of: verb, in: sentence) ? sentence.statement("agenda") : nil
    }

    /// Whether a thing is what was adopted: `the report was considered and adopted`, `adopted its draft report`.
    private static func isObject(_ things: Set<String>, of verb: Int, in sentence: Sentence) -> Bool {
        let text = sentence.text
        guard let word = sentence.words.first(where: { things.contains(text.words[$0].small) }) else {
            return false
        }
        if word < verb {
            return verb - word <= 16
                && text.words[max(word, verb - 4)..<verb].contains { auxiliaries.contains($0.small) }
        }
        // What was adopted under an item of the agenda is no agenda.
        let next = word + 1 < sentence.words.upperBound ? text.words[word + 1].small : ""
        return word - verb <= 5 && !["item", "items", "sub-item", "sub-items"].contains(next)
            && !(verb + 1..<word).contains { ["in", "by", "on", "under"].contains(text.words[$0].small) }
    }
}
