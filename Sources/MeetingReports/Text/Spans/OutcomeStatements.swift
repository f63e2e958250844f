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
        "noted": "note", "notes": "note", "adopts": "decision", "approves": "decision", "calls": "request",
        "decidió": "decision", "acordó": "decision", "aprobó": "decision",
        "adoptó": "decision", "recomendó": "recommendation", "pidió": "request", "solicitó": "request",
        "invitó": "request", "instó": "request", "tomó": "note", "décidé": "decision",
        "convenu": "decision", "convenue": "decision", "recommandé": "recommendation", "prié": "request",
        "pris": "note",
    ]
    private static let adverbs: Set<String> = [
        "also", "further", "then", "unanimously", "therefore", "thus", "subsequently", "finally", "again",
        "strongly",
        "unanimous", "provisionally", "generally", "hereby", "formally", "consensus", "and", "duly",
        "también", "además", "a", "est", "également", "aussi", "ensuite",
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
        "grva", "gre", "comité", "comisión", "grupo", "consejo", "conferencia", "reunión", "asamblea",
        "órgano",
        "partes", "junta", "pleno", "commission", "groupe", "conseil", "conférence", "réunion", "assemblée",
        "organe", "ose", "osact",
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
        if isBackground(sentence) { verbs = [] }
        guard !verbs.isEmpty else {
            // Without a verb only a label with a capital is one, and no reference: `(Decision 1)`.
            return label.flatMap { $0.text.utf8.first?.isCapital ?? false ? $0 : nil }.map {
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

    /// Whether a sentence recalls what was decided before this meeting: `Recalling its decision …`, `In its resolution 5/1, the
    /// Council requested …`.
    private static func isBackground(_ sentence: Sentence) -> Bool {
        let text = sentence.text
        let first = text.words[sentence.words].prefix(4).map(\.small)
        guard let opening = first.first else { return false }
        if preambles.contains(opening) { return true }
        guard ["in", "by", "pursuant", "under", "through"].contains(opening) else { return false }
        return first.contains {
            ["resolution", "resolutions", "decision", "decisions", "recommendation"].contains($0)
        }
    }

    /// The words that begin the recitals of a decision.
    private static let preambles: Set<String> = [
        "recalling", "noting", "acknowledging", "recognizing", "recognising", "considering", "having",
        "welcoming", "bearing", "aware", "conscious", "mindful", "convinced", "concerned", "desiring",
        "reaffirming", "guided", "whereas", "alarmed", "emphasizing", "stressing", "observing", "recordando",
        "teniendo", "rappelant", "considérant",
    ]

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
        guard let kind = kinds[text.words[index].small], index + 1 < sentence.words.upperBound else {
            return false
        }
        if index == sentence.words.lowerBound { return isOperative(index, in: text) }
        guard index > sentence.words.lowerBound,
            hasClauseBefore || !isReported(index, in: sentence)
        else { return false }
        let first = firstAdverb(before: index, in: sentence)
        guard first > sentence.words.lowerBound,
            text.isJoined(first - 1) || text.words[first - 1].small == "and",
            isSubject(first - 1, hasClauseBefore: hasClauseBefore, in: sentence)
        else { return false }
        let next = text.words[index + 1].small
        switch text.words[index].small {
        case "took", "takes": return next == "note"
        case "tomó", "pris": return ["nota", "note", "conocimiento", "acte"].contains(next)
        case let word where word.utf8.contains(where: { $0 >= 0x80 }) || word.hasPrefix("convenu"):
            return true
        case "calls": return ["upon", "on"].contains(next)
        case "notes": return ["with", "that"].contains(next)
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
            return [
                "to", "that", "the", "a", "an", "by", "its", "this", "these", "conclusions", "on", "decision",
                "decisions", "resolution", "resolutions", "draft", "recommendations",
            ]
            .contains(next)
                || text.words[index + 1].isCapital
        }
    }

    /// Whether a word begins a clause of a resolution, whose subject stands over it: `2. Decides to establish …`.
    private static func isOperative(_ index: Int, in text: SpanText) -> Bool {
        let word = text.words[index]
        guard word.isCapital, word.small.hasSuffix("s"), text.isJoined(index) else { return false }
        let next = text.words[index + 1]
        if word.small == "takes" { return next.small == "note" }
        if word.small == "calls" { return ["upon", "on"].contains(next.small) }
        return next.isCapital
            || [
                "to", "that", "the", "its", "all", "also", "further", "with", "a", "an", "member", "those",
                "this",
            ].contains(next.small)
    }

    /// Whether a verb is of what somebody said: `The delegate explained that the Board had …`.
    private static func isReported(_ verb: Int, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let before = sentence.words.lowerBound..<verb
        return zip(before, before.dropFirst()).contains {
            reporting.contains(text.words[$0].small) && text.words[$1].small == "that"
        }
    }

    private static let reporting: Set<String> = [
        "stating", "stated", "said", "informed", "reported", "explained", "announced", "indicated",
        "recalled",
        "argued", "mentioned", "underlined", "out", "considered", "felt", "believed", "suggested", "added",
        "observed", "remarked", "replied", "maintained", "asserted",
    ]

    /// Whether a word is one for the meeting and its bodies, of whom an outcome may be.
    static func isSubjectWord(_ word: String, of body: ReportingBody) -> Bool {
        subjects.contains(word) && word != "it" && word != "they" && body.isOwn(head: word)
    }

    /// Whether a word ends the subject of an outcome, or is the `and` after a clause with one.
    private static func isSubject(_ index: Int, hasClauseBefore: Bool, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let word = text.words[index]
        if word.small == "and" { return hasClauseBefore }
        if ["it", "they"].contains(word.small), !sentence.isOwnSubject { return false }
        if subjects.contains(word.small) {
            guard sentence.body.isOwn(head: word.small) else { return false }
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
            guard $0.range.upperBound == word.range.upperBound, let organization = $0.organization else {
                return false
            }
            // A body of the meeting, or the organization that reports; not what another one did.
            let name = text[$0.range]
            let isKnown =
                NameTable.shared.entry(named: text.bytes[$0.range]) != nil || organization.acronym != nil
            return organization.kind == "body" && !isKnown
                || (organization.kind == "body" || organization.kind == "international")
                    && sentence.body.isOwn(name)
        }
    }
}
