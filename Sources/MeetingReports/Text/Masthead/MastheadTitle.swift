/// What the words of a title say of a document.
enum MastheadTitle {
    /// Whether the text is a document's title: it names a kind of document at its beginning or end, and is no sentence.
    static func isTitle(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 500, text.last != .colon else { return false }
        let words = MastheadWords.words(text).filter { !$0.isEmpty }
        guard let first = words.first, !isSentence(words, text) else { return false }
        if words.count == 1 {
            return ["report", "rapport", "informe", "отчет", "отчёт", "доклад"].contains(first)
                || first.utf8.count > 10 && (first.hasSuffix("report") || first.hasPrefix("reportof"))
        }
        if kind(of: words) != nil { return true }
        // `ET-WDC Meeting Report`, `Paperless Trade White Paper`
        guard words.count <= 12, let last = words.last else { return false }
        return ["report", "minutes", "summary", "paper"].contains(last) && text.last != .period
            && (words.count > 2 || last != "summary" && first != "working" && first != "information")
    }

    /// The kind of document that the words of a title say, by the vocabulary's codes of a record.
    static func kind(of words: [String]) -> String? {
        for (index, word) in words.prefix(9).enumerated() {
            var plain = Accents.without(word)
            // Of letters printed apart: `finalreport`.
            if plain.utf8.count > 8, plain.hasSuffix("report") || plain.hasPrefix("reportof") {
                plain = "report"
            }
            if let kind = nouns[plain] {
                // `Agenda item …` is no agenda.
                if plain == "agenda", words.dropFirst(index + 1).first?.hasPrefix("item") ?? false {
                    return nil
                }
                if plain == "record" || plain == "records" {
                    return words.dropFirst(index + 1).first == "of"
                        || index > 0 && words[index - 1] == "summary"
                        ? kind : nil
                }
                if plain == "summary", words.dropFirst(index + 1).first?.hasPrefix("record") ?? false {
                    return "minutes"
                }
                if plain == "list" || plain == "liste" || plain == "lista" {
                    let people = ["participants", "participantes", "delegates", "delegations", "attendees"]
                    guard words.dropFirst(index).prefix(6).contains(where: people.contains) else {
                        return nil
                    }
                }
                if plain == "summary", words.dropFirst(index + 1).first == "report" { return "report" }
                if plain == "terms" || plain == "programme" || plain == "work" {
                    guard words.dropFirst(index + 1).first == "of" || plain == "work" else { return nil }
                }
                return kind
            }
            guard
                modifiers.contains(plain) || Ordinal.value(of: word) != nil || Int(word) != nil
                    || index == 0
                        && (word.hasSuffix("'s") || word.hasSuffix("’s") || word.hasSuffix("´s")
                            || word.hasSuffix("s'") || word.hasSuffix("s’"))
            else { return nil }
        }
        return nil
    }

    private static let nouns: [String: String] = [
        "report": "report", "reports": "report", "informe": "report", "rapport": "report", "доклад": "report",
        "отчет": "report", "отчёт": "report", "proceedings": "report", "compte": "report",
        "minutes": "minutes", "acta": "minutes", "actas": "minutes", "proces-verbal": "minutes",
        "agenda": "agenda", "programa": "agenda", "ordre": "agenda",
        "decision": "decision", "decisions": "decision", "resolution": "decision", "resolutions": "decision",
        "recommendation": "decision", "recommendations": "decision", "declaration": "decision",
        "summary": "summary", "summaries": "summary", "resumen": "summary", "highlights": "summary",
        "list": "list", "liste": "list", "lista": "list", "annotations": "agenda", "anotaciones": "agenda",
        "annotation": "agenda", "temario": "agenda", "letter": "paper", "corrigendum": "corrigendum",
        "addendum": "addendum",
        "compilation": "paper", "mandate": "paper", "terms": "paper", "programme": "paper", "note": "paper",
        "paper": "paper",
        "record": "minutes", "records": "minutes", "guidelines": "paper", "proposal": "paper",
        "overview": "paper", "conclusions": "report",
    ]

    private static let modifiers: Set<String> = [
        "the", "draft", "final", "provisional", "annotated", "revised", "advance", "proof", "interim",
        "annual",
        "informal", "joint", "preliminary", "summary", "executive", "progress", "technical", "biennial", "a",
        "chair", "chairs", "chairman", "chairmen", "chairperson", "co-chairs", "co-chair", "president",
        "rapporteur", "meeting", "session", "workshop", "mission", "country", "special", "consolidated",
        "verbatim", "short", "brief", "full", "official", "procedural", "substantive", "plenary", "to", "and",
        "final", "proyecto", "projet", "de", "del", "du", "le", "la", "el", "provisional", "resumido", "oral",
        "updated", "abridged", "administrative", "secretariat", "committee", "unedited", "drafting", "white",
        "policy", "discussion", "background", "position", "issues", "list", "main", "agreed", "outcome",
    ]

    /// Whether words are those of a sentence: a finite verb, or several sentences.
    static func isSentence(_ words: [String], _ text: ArraySlice<UInt8>) -> Bool {
        words.prefix(24).contains { verbs.contains($0) } || text.last == .period && text.count > 160
    }

    private static let verbs: Set<String> = [
        "was", "were", "is", "are", "has", "have", "will", "met", "should", "could", "would", "considered",
        "agreed", "noted", "welcomed", "thanked", "fue", "fueron", "était", "ont", "sera",
    ]

    /// What a title says of the state of the text.
    static func status(of title: ArraySlice<UInt8>) -> MastheadField.Status? {
        let words = MastheadWords.words(title)
        // A report on a draft is no draft: the word has to stand before the report.
        let head = words.prefix { !["report", "minutes", "agenda", "informe", "rapport"].contains($0) }
        guard head.count < words.count else { return nil }
        if head.contains("draft") || head.contains("proyecto") || head.contains("projet") { return .draft }
        if head.contains("revised") { return .revised }
        if head.contains("advance") { return .advance }
        if head.contains("proof") { return .proof }
        return head.contains("final") || words.dropFirst(head.count + 1).first == "final" ? .final : nil
    }
}
