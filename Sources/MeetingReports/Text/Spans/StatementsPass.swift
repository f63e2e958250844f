/// Finds the clauses that state facts, and says of the names in them in which capacity they are named.
///
/// The rules read the verbs of the genre: `was held on`, `was attended by`, `was elected as`, `recommended that`,
/// `asked … to`, `the next … is scheduled`, `the report was adopted`.
struct StatementsPass {
    /// Whether the clause that says which meeting is reported has been found: there is one in a record.
    private var hasMeeting = false

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

    private mutating func statements(in sentence: inout Sentence) -> [SpanMark] {
        if !hasMeeting, let statement = MeetingStatement.mark(&sentence) {
            hasMeeting = true
            return [statement]
        }
        let rules: [(inout Sentence) -> SpanMark?] = [
            NextMeetingStatement.mark, ElectionStatement.mark, AdoptionStatement.mark,
            AttendanceStatement.mark,
            SupportStatement.mark,
        ]
        for rule in rules {
            if let statement = rule(&sentence) { return [statement] }
        }
        return OutcomeStatements.marks(&sentence)
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

    /// The index of the first of several words in a row; an alternative is parted by a bar: `was|were held`.
    func find(_ phrase: StaticString, from start: Int? = nil) -> Int? {
        let wanted = "\(phrase)".split(separator: " ").map { $0.split(separator: "|") }
        for index in (start ?? words.lowerBound)..<words.upperBound {
            guard index + wanted.count <= words.upperBound else { return nil }
            let isHere = zip(index..., wanted).allSatisfy { position, alternatives in
                alternatives.contains { $0 == text.words[position].small }
            }
            if isHere { return index }
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
    mutating func setCapacity(_ capacity: Codes, in range: Range<Int>) {
        for index in entities.indices where range.contains(entities[index].range.lowerBound) {
            guard var organization = entities[index].organization else { continue }
            organization.as = capacity
            entities[index].organization = organization
        }
    }

    /// Whether a part of the sentence names an organization.
    func hasOrganization(in range: Range<Int>) -> Bool {
        entities.contains { $0.organization != nil && range.contains($0.range.lowerBound) }
    }
}
