/// A clause that says that the report or the agenda was adopted.
enum AdoptionStatement {
    private static let verbs: Set<String> = [
        "adopted", "approved", "adopté", "adoptée", "approuvé", "adoptó", "aprobó", "adoptado", "adoptada",
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
        return isObject(["agenda", "temario"], of: verb, in: sentence) ? sentence.statement("agenda") : nil
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
        return word - verb <= 5
            && !(verb + 1..<word).contains { ["in", "by", "on"].contains(text.words[$0].small) }
    }
}

/// Clauses that recommend, request, decide and note; one sentence may hold several.
enum OutcomeStatements {
    private static let kinds: [String: Codes] = [
        "recommended": "recommendation", "recommends": "recommendation", "requested": "request",
        "requests": "request", "asked": "request", "invited": "request", "invites": "request",
        "urged": "request",
        "urges": "request", "encouraged": "request", "encourages": "request", "decided": "decision",
        "decides": "decision", "agreed": "decision", "agrees": "decision", "endorsed": "decision",
        "endorses": "decision", "approved": "decision", "adopted": "decision", "took": "note",
        "takes": "note",
        "noted": "note",
    ]
    private static let adverbs: Set<String> = [
        "also", "further", "then", "unanimously", "therefore", "thus", "subsequently", "finally", "again",
        "strongly",
        "unanimous", "provisionally", "generally", "hereby", "formally", "consensus", "and", "duly",
    ]
    /// The words that end the subject of a meeting's outcome.
    private static let subjects: Set<String> = [
        "meeting", "session", "committee", "group", "council", "conference", "commission", "plenary", "board",
        "bureau", "parties", "workshop", "assembly", "team", "party", "participants", "members", "body",
        "bodies",
        "forum", "panel", "it", "they", "sbi", "sbsta", "cop", "cmp", "cma", "atcm", "cep", "representatives",
        "delegations", "delegates", "experts", "countries", "union", "meetings", "groups", "committees",
        "tewg",
        "secretariat", "teleconference", "seminar", "who", "all", "we", "platform", "subcommittee",
        "congress", "sub-committee", "subgroup", "sub-group", "force", "grsp", "grrf", "grpe", "grsg", "grb",
        "grva", "gre",
    ]

    private static let people: Set<String> = [
        "delegations", "delegates", "representatives", "experts", "members", "participants", "countries",
        "parties",
    ]
    private static let quantifiers: Set<String> = [
        "several", "some", "many", "few", "other", "most", "two", "three", "four", "number", "various",
        "certain",
    ]

    static func marks(_ sentence: inout Sentence) -> [SpanMark] {
        let text = sentence.text
        var verbs: [Int] = []
        for word in sentence.words where kinds[text.words[word].small] != nil {
            if isVerb(at: word, hasClauseBefore: !verbs.isEmpty, in: sentence) { verbs.append(word) }
        }
        let label = label(in: sentence)
        guard !verbs.isEmpty else {
            return label.map {
                [statement("decision", sentence.range.lowerBound..<$0.start, label: $0.text, in: sentence)]
            }
                ?? []
        }
        let clauses = verbs.enumerated().filter { $0.offset == 0 || isJoined($0.element, in: sentence) }.map(
            \.element)
        var marks: [SpanMark] = []
        for (position, verb) in clauses.enumerated() {
            guard let kind = kinds[text.words[verb].small] else { continue }
            let start =
                position == 0
                ? sentence.range.lowerBound : sentence.offset(firstAdverb(before: verb, in: sentence))
            // The clause ends before the `and` that leads to the next.
            let isLast = position + 1 == clauses.count
            let end =
                isLast
                ? label?.start ?? sentence.range.upperBound
                : text.words[andBefore(clauses[position + 1], in: sentence) - 1].range.upperBound
            marks.append(statement(kind, start..<end, label: isLast ? label?.text : nil, in: sentence))
        }
        return marks
    }

    private static func statement(_ kind: Codes, _ range: Range<Int>, label: String?, in sentence: Sentence)
        -> SpanMark
    {
        SpanMark(range: range, span: .statement(Statement(kind: kind, label: label, content: [])))
    }

    /// The label of a decision at the end of a sentence, `(Decision 1)`, and where the clause before it ends.
    private static func label(in sentence: Sentence) -> (start: Int, text: String)? {
        let text = sentence.text
        guard
            let word = sentence.words.last(where: {
                ["decision", "recommendation"].contains(text.words[$0].small)
            }),
            sentence.words.upperBound - word <= 3, sentence.offset(word) > sentence.range.lowerBound + 2,
            text.bytes[sentence.offset(word) - 1] == .open,
            let close = text.bytes[sentence.offset(word)..<sentence.range.upperBound].firstIndex(of: .close),
            text.bytes[sentence.offset(word)..<close].contains(where: \.isDigit)
        else { return nil }
        var start = sentence.offset(word) - 1
        while start > sentence.range.lowerBound, text.bytes[start - 1] == .space { start -= 1 }
        return (start, text[sentence.offset(word)..<close])
    }

    /// Whether a verb is of a clause that `and` joins to one before.
    private static func isJoined(_ verb: Int, in sentence: Sentence) -> Bool {
        let and = andBefore(verb, in: sentence)
        return and > sentence.words.lowerBound && sentence.text.words[and].small == "and"
    }

    /// The `and` before a verb and its adverbs, or the word before them.
    private static func andBefore(_ verb: Int, in sentence: Sentence) -> Int {
        max(firstAdverb(before: verb, in: sentence) - 1, sentence.words.lowerBound)
    }

    private static func firstAdverb(before verb: Int, in sentence: Sentence) -> Int {
        var first = verb
        while first > sentence.words.lowerBound {
            let before = sentence.text.words[first - 1].small
            guard before != "and", adverbs.contains(before) else { break }
            first -= 1
        }
        return first
    }

    /// Whether the word is the verb of an outcome: active, of a meeting or body, with an object.
    private static func isVerb(at index: Int, hasClauseBefore: Bool, in sentence: Sentence) -> Bool {
        let text = sentence.text
        guard let kind = kinds[text.words[index].small], index > sentence.words.lowerBound,
            index + 1 < sentence.words.upperBound
        else { return false }
        let first = firstAdverb(before: index, in: sentence)
        guard first > sentence.words.lowerBound,
            text.isJoined(first - 1) || text.words[first - 1].small == "and",
            isSubject(first - 1, hasClauseBefore: hasClauseBefore, in: sentence)
        else { return false }
        let next = text.words[index + 1].small
        switch text.words[index].small {
        case "took", "takes": return next == "note"
        case "noted": return ["with", "that", "the", "and"].contains(next)
        case "agreed", "agrees": return ["to", "that", "on", "upon", "with", "the", "by"].contains(next)
        default: break
        }
        switch kind {
        case "request":
            let isQuestion = ["about", "whether", "how", "what", "why", "for", "if"].contains(next)
            return !isQuestion
                && (index + 1..<sentence.words.upperBound).contains {
                    ["to", "that"].contains(text.words[$0].small)
                }
        default:
            return ["to", "that", "the", "a", "an", "by", "its", "this", "these", "conclusions", "on"]
                .contains(next)
                || text.words[index + 1].isCapital
        }
    }

    /// Whether a word ends the subject of an outcome, or is the `and` after a clause with one.
    private static func isSubject(_ index: Int, hasClauseBefore: Bool, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let word = text.words[index]
        if word.small == "and" { return hasClauseBefore }
        if subjects.contains(word.small) {
            // What some of those present ask for is no outcome of the meeting.
            let before = sentence.text.words[max(sentence.words.lowerBound, index - 3)..<index]
            return !(people.contains(word.small) && before.contains { quantifiers.contains($0.small) })
        }
        // `WP.29`, `AC.3`
        if text.bytes[word.range.lowerBound].isDigit, index > sentence.words.lowerBound,
            ["wp", "ac"].contains(text.words[index - 1].small)
        {
            return true
        }
        // What one State asks of another in a dialogue is no outcome of the meeting.
        return sentence.entities.contains {
            $0.range.upperBound == word.range.upperBound
                && $0.organization.map { $0.kind == "body" || $0.kind == "international" } ?? false
        }
    }
}
