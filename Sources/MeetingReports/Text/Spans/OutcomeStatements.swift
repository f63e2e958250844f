/// A clause that says who was elected to which office.
enum ElectionStatement {
    private static let verbs: Set<String> = [
        "elected", "re-elected", "reelected", "appointed", "nominated", "designated", "elegido", "elegida",
    ]

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let text = sentence.text
        let verb = sentence.words.first {
            verbs.contains(text.words[$0].small) && ($0 == 0 || text.words[$0 - 1].small != "newly")
        }
        guard let verb else { return nil }
        var roles: [(range: Range<Int>, code: String)] = []
        var index = verb + 1
        while index < sentence.words.upperBound {
            if let role = RoleWords.role(in: text, at: index) {
                let last = text.words[index + role.count - 1]
                roles.append((text.words[index].range.lowerBound..<last.range.upperBound, role.code))
                index += role.count
            } else {
                index += 1
            }
        }
        guard !roles.isEmpty else { return nil }
        for role in roles {
            sentence.add(SpanMark(range: role.range, span: .role(Role(code: role.code, content: []))))
        }
        let persons = sentence.entities.indices.filter { sentence.entities[$0].person != nil }
        for (position, index) in persons.enumerated() {
            let start = sentence.entities[index].range.upperBound
            let end =
                position + 1 < persons.count
                ? sentence.entities[persons[position + 1]].range.lowerBound : sentence.range.upperBound
            let code =
                roles.first { $0.range.lowerBound >= start && $0.range.lowerBound < end }?.code
                ?? roles.last { $0.range.upperBound <= start }?.code ?? roles.first?.code
            sentence.entities[index].person?.as = code.map { Codes($0) }
        }
        return sentence.statement("election")
    }
}

/// A clause that says that the report was adopted.
enum AdoptionStatement {
    private static let wasAdopted: Phrase = "was|were|be adopted|approved"

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let text = sentence.text
        guard
            let verb = sentence.words.first(where: { ["adopted", "approved"].contains(text.words[$0].small) }
            ),
            let report = sentence.words.first(where: { text.words[$0].small == "report" }),
            report < verb
                ? sentence.find(wasAdopted, from: report) != nil : report - verb <= 5
        else { return nil }
        return sentence.statement("adoption")
    }
}

/// Clauses that recommend, request and decide; one sentence may hold several.
enum OutcomeStatements {
    private static let toOrThat: Phrase = "to|that"
    private static let kinds: [String: Codes] = [
        "recommended": "recommendation", "recommends": "recommendation", "requested": "request",
        "requests": "request", "asked": "request", "invited": "request", "urged": "request",
        "decided": "decision",
        "decides": "decision",
    ]

    static func marks(_ sentence: inout Sentence) -> [SpanMark] {
        let text = sentence.text
        let verbs = sentence.words.filter { isVerb(at: $0, in: sentence) }
        var marks: [SpanMark] = []
        for (position, verb) in verbs.enumerated() {
            guard let kind = kinds[text.words[verb].small] else { continue }
            let start = position == 0 ? sentence.range.lowerBound : sentence.offset(verb)
            // The clause ends before the `and` that leads to the next.
            let end =
                position + 1 < verbs.count
                ? text.words[verbs[position + 1] - 2].range.upperBound : sentence.range.upperBound
            marks.append(sentence.statement(kind, start..<end))
        }
        return marks
    }

    /// Whether the word is the verb of a clause of its own: active, with `to`, `that` or a name after it; after the
    /// first of a sentence only behind `and`.
    private static func isVerb(at index: Int, in sentence: Sentence) -> Bool {
        let text = sentence.text
        guard let kind = kinds[text.words[index].small], index > sentence.words.lowerBound,
            index + 1 < sentence.words.upperBound
        else { return false }
        let before = text.words[index - 1].small
        guard !["was", "were", "been", "be", "is", "are", "as", "so", "being", "the"].contains(before)
        else { return false }
        let isFirst = !(sentence.words.lowerBound..<index).contains {
            kinds[text.words[$0].small] != nil
        }
        guard isFirst || before == "and" && index - 2 >= sentence.words.lowerBound else { return false }
        switch kind {
        case "request":
            let isQuestion = ["about", "whether", "how", "what", "why", "for", "if"].contains(
                text.words[index + 1].small)
            // What one State asks of another in a dialogue is no request of the meeting.
            let isOfState = sentence.entities.contains {
                $0.range.upperBound == text.words[index - 1].range.upperBound
                    && $0.organization?.kind == "state"
            }
            return !isQuestion && !isOfState && sentence.find(toOrThat, from: index) != nil
        default:
            return ["to", "that", "the", "a", "an", "by"].contains(text.words[index + 1].small)
                || text.words[index + 1].isCapital
        }
    }
}
