/// Finds the clauses that state facts, and says of the names in them in which capacity they are named.
///
/// The rules read the verbs of the genre: `was held on`, `was attended by`, `was elected as`, `recommended that`,
/// `asked … to`, `the next … is scheduled`, `the report was adopted`.
struct StatementsPass {
    /// Whether the clause that says which meeting is reported has been found: there is one in a record.
    private var hasMeeting: Bool

    /// - Parameter kind: what the document is; an agenda or a paper reports no meeting.
    init(documentKind kind: String? = nil) {
        hasMeeting = ["agenda", "paper", "decision", "corrigendum", "list"].contains(kind)
    }

    /// Adds statements, and the events, places and offices in them, to the marks of a text.
    mutating func mark(_ text: SpanText, entities: [SpanMark]) -> [SpanMark] {
        var marks: [SpanMark] = []
        var rest = entities[...]
        for range in Sentences.ranges(in: text) {
            let inside = rest.prefix { $0.range.lowerBound < range.upperBound }
            rest = rest.dropFirst(inside.count)
            var sentence = Sentence(text: text, range: range, entities: Array(inside))
            marks += statements(in: &sentence)
            marks += sentence.entities
        }
        return marks
    }

    /// The most bytes of a sentence in which statements are looked for; longer ones are no sentences.
    private static let longest = 16000

    /// The words of which every statement has one; most sentences have none, and are done with.
    private static let triggers: Set<String> = [
        "held", "place", "met", "next", "elected", "re-elected", "reelected", "appointed", "nominated",
        "designated",
        "elegido", "elegida", "elegidos", "élu", "élue", "élus", "selected", "chosen", "nombrado", "nombrada",
        "nommé",
        "adopted", "approved", "attended", "represented", "present", "participated", "part", "absent",
        "observers",
        "participaron", "asistieron", "asistencia", "support", "financed", "funded", "sponsored",
        "assistance",
        "contribution", "chaired", "co-chaired", "facilitated", "co-facilitated", "convened", "co-convened",
        "moderated", "presided", "chairmanship", "acted", "served", "acting", "serving", "opened",
        "inaugurated",
        "closed", "recommended", "recommends", "requested", "requests", "asked", "invited", "invites",
        "urged",
        "urges", "encouraged", "encourages", "decided", "decides", "agreed", "agrees", "endorsed", "endorses",
        "took",
        "takes", "noted", "decision", "recommendation", "chair", "chairman", "chairperson", "president",
        "rapporteur",
        "vice-chair", "secretary", "secretary-general", "co-chairs", "co-chair", "celebró", "llevó",
        "presidida", "presidido",
        "convener", "prochaine", "prochain", "próxima", "próximo", "scheduled", "apologies", "participé",
        "assisté",
        "représentés", "présents", "representados", "adopté", "adoptée", "approuvé", "aprobó", "adoptó",
        "aprobado", "aprobada", "adoptado", "estuvieron", "attending", "together", "over",
    ]

    private mutating func statements(in sentence: inout Sentence) -> [SpanMark] {
        guard sentence.range.count <= Self.longest,
            sentence.words.contains(where: { Self.triggers.contains(sentence.text.words[$0].small) })
        else { return [] }
        if !hasMeeting, let statement = MeetingStatement.mark(&sentence) {
            hasMeeting = true
            return [statement]
        }
        let rules: [(inout Sentence) -> SpanMark?] = [
            NextMeetingStatement.mark, ElectionStatement.mark, AdoptionStatement.mark,
            AttendanceStatement.mark, SupportStatement.mark, OfficeStatement.mark,
        ]
        for rule in rules {
            if let statement = rule(&sentence) { return [statement] }
        }
        return OutcomeStatements.marks(&sentence)
    }
}

/// Words in a row as rules look for them: small letters, alternatives parted by bars, `was|were held`.
struct Phrase: ExpressibleByStringLiteral, Sendable {
    /// For each word its alternatives.
    let words: [[String]]

    init(stringLiteral value: String) {
        words = value.split(separator: " ").map { $0.split(separator: "|").map(String.init) }
    }
}

/// A sentence with the names in it.
struct Sentence {
    let text: SpanText
    /// The bytes of the sentence.
    let range: Range<Int>
    /// The indices of its words.
    let words: Range<Int>
    /// The names, dates and links in it, in their order.
    var entities: [SpanMark]

    init(text: SpanText, range: Range<Int>, entities: [SpanMark]) {
        self.text = text
        self.range = range
        self.entities = entities
        words = text.words(in: range)
    }

    /// A statement over the whole sentence.
    func statement(_ kind: Codes) -> SpanMark { statement(kind, range) }

    /// A statement over a part of it.
    func statement(_ kind: Codes, _ range: Range<Int>) -> SpanMark {
        SpanMark(range: range, span: .statement(Statement(kind: kind, content: [])))
    }

    /// The index of the first word of a phrase in the sentence.
    func find(_ phrase: Phrase, from start: Int? = nil) -> Int? {
        let last = words.upperBound - phrase.words.count
        var index = start ?? words.lowerBound
        while index <= last {
            if phrase.words.indices.allSatisfy({ phrase.words[$0].contains(text.words[index + $0].small) }) {
                return index
            }
            index += 1
        }
        return nil
    }

    /// The index of the first word of the first of some phrases that is in the sentence.
    func find(anyOf phrases: [Phrase], from start: Int? = nil) -> Int? {
        for phrase in phrases {
            if let found = find(phrase, from: start) { return found }
        }
        return nil
    }

    /// The offset of a word.
    func offset(_ word: Int) -> Int { text.words[word].range.lowerBound }

    /// Adds a name, unless it would overlap another.
    mutating func add(_ mark: SpanMark) {
        guard !entities.contains(where: { $0.range.overlaps(mark.range) }) else { return }
        entities.append(mark)
        entities.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Says the capacity of each organization in a part of the sentence.
    mutating func setCapacity(_ capacity: Codes, in range: Range<Int>, ofStatesOnly: Bool = false) {
        for index in entities.indices where range.contains(entities[index].range.lowerBound) {
            guard var organization = entities[index].organization, !isAttribute(entities[index]),
                !ofStatesOnly || organization.kind == "state"
            else { continue }
            organization.as = capacity
            entities[index].organization = organization
        }
    }

    /// Whether a name only says of what the word after it is: `UNECE member States`.
    private func isAttribute(_ mark: SpanMark) -> Bool {
        let next = text.firstWord(from: mark.range.upperBound)
        guard next > 0, next < text.words.count, text.isJoined(next - 1) else { return false }
        return ["member", "members", "region", "resolution", "decision", "website"].contains(
            text.words[next].small)
    }

    /// The places among the entities of the persons named in some of the words.
    func persons(in words: Range<Int>) -> [Int] {
        guard let first = words.first, let last = words.last else { return [] }
        let range = text.words[first].range.lowerBound..<text.words[last].range.upperBound
        return entities.indices.filter {
            entities[$0].person != nil && range.contains(entities[$0].range.lowerBound)
        }
    }

    /// Whether the sentence names a date.
    var hasDate: Bool { entities.contains { if case .date = $0.span { true } else { false } } }

    /// Whether the sentence names a person.
    var hasPerson: Bool { entities.contains { $0.person != nil } }

    /// Whether a part of the sentence names an organization.
    func hasOrganization(in range: Range<Int>) -> Bool {
        entities.contains { $0.organization != nil && range.contains($0.range.lowerBound) }
    }
}
