internal import LibXML

/// Finds the clauses that state facts, and says of the names in them in which capacity they are named.
///
/// The rules read the verbs of the genre: `was held on`, `was attended by`, `was elected as`, `recommended that`,
/// `asked … to`, `the next … is scheduled`, `the report was adopted`.
struct StatementsPass {
    /// Whether the clause that says which meeting is reported has been found: there is one in a record.
    private var hasMeeting: Bool
    /// The number of the session or meeting that the masthead says is reported.
    private let session: Int?
    /// How many texts have been read; which meeting is reported is said early.
    private var count = 0
    /// Whether `it` and `they` may stand for the body that reports: the last subject was no other.
    private var isOwnSubject = true
    /// Whether the text before waits for the names of those who attended: it ended with a colon.
    private var awaitsAttendees = false
    /// The body that reports.
    var body: ReportingBody

    /// - Parameter report: the record; an agenda or a paper reports no meeting.
    init(_ report: MeetingReport) {
        hasMeeting = ["agenda", "paper", "decision", "corrigendum", "list"].contains(report.kind)
        body = ReportingBody(masthead: report.masthead)
        let reported = report.masthead.compactMap(\.element).first {
            $0.name == .session && $0.of == .reported
        }
        session = reported?.to == nil ? reported?.number.flatMap { Int($0) } : nil
    }

    /// The most texts from the beginning in which the clause is looked for that says which meeting is reported.
    private static let beginning = 60

    /// Adds statements, and the events, places and offices in them, to the marks of a text.
    mutating func mark(_ text: SpanText, entities: [SpanMark]) -> [SpanMark] {
        var marks: [SpanMark] = []
        var rest = entities[...]
        count += 1
        for range in Sentences.ranges(in: text) {
            let inside = rest.prefix { $0.range.lowerBound < range.upperBound }
            rest = rest.dropFirst(inside.count)
            var sentence = Sentence(
                text: text, range: range, entities: Array(inside), body: body, isOwnSubject: isOwnSubject)
            let statements = statements(in: &sentence)
            isOwnSubject = SubjectOfSentence.isOwn(sentence, statements) ?? isOwnSubject
            marks += statements
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
        "takes", "noted", "vote", "votes", "votación", "voix", "votos", "ballot", "decision",
        "recommendation", "chair", "chairman", "chairperson", "president",
        "rapporteur",
        "vice-chair", "secretary", "secretary-general", "co-chairs", "co-chair", "celebró", "llevó",
        "presidida", "presidido",
        "convener", "prochaine", "prochain", "próxima", "próximo", "scheduled", "apologies", "participé",
        "assisté",
        "représentés", "présents", "representados", "adopté", "adoptée", "approuvé", "aprobó", "adoptó",
        "aprobado", "aprobada", "adoptado", "estuvieron", "attending", "together", "over", "elects",
        "appoints",
        "eligió", "elige", "élit", "designó", "nombró", "nommée", "désigné", "inauguró", "inaugurada",
        "clausuró", "ouverte", "levée", "abierta", "abrió", "clausurada", "order", "rose", "declared",
        "included", "adjourned",
        "realizó", "reunió", "notes", "adopts", "approves", "calls", "declara", "declaró", "déclare",
        "déclaré", "s'est", "s’est", "lieu", "lugar", "tenu", "tenue", "réuni", "réunie",
        "présidée", "présidence", "presidencia", "decidió", "acordó", "recomendó", "pidió", "solicitó",
        "invitó", "instó", "tomó", "décidé", "recommandé", "prié", "pris", "convenu", "levanta", "presentes",
    ]

    private mutating func statements(in sentence: inout Sentence) -> [SpanMark] {
        guard sentence.range.count <= Self.longest else { return [] }
        if awaitsAttendees {
            if let statement = AttendanceStatement.markAwaited(&sentence) { return [statement] }
            awaitsAttendees = false
        }
        guard sentence.words.contains(where: { Self.triggers.contains(sentence.text.words[$0].small) })
        else { return [] }
        if AttendanceStatement.awaitsNames(sentence) {
            awaitsAttendees = true
            return []
        }
        // After the beginning only the session of the masthead is the one that is reported.
        if !hasMeeting, count <= Self.beginning || session != nil,
            let statement = MeetingStatement.mark(&sentence, session: session, isLate: count > Self.beginning)
        {
            hasMeeting = true
            OfficeStatement.setOffices(in: &sentence)
            body.learn(MeetingStatement.subject(of: sentence))
            return [statement]
        }
        let rules: [(inout Sentence) -> SpanMark?] = [
            NextMeetingStatement.mark, ElectionStatement.mark, AdoptionStatement.mark,
            AttendanceStatement.mark, SupportStatement.mark, OfficeStatement.mark,
        ]
        for rule in rules {
            if let statement = rule(&sentence) { return [statement] }
        }
        return VoteStatement.mark(sentence, OutcomeStatements.marks(&sentence))
    }
}

/// Words in a row as rules look for them: small letters, alternatives parted by bars, `was|were held`.
struct Phrase: ExpressibleByStringLiteral, Sendable {
    /// A word and its hash, so that most others are told apart without a look at them.
    struct Word {
        let text: String
        let hash: UInt64

        init(_ text: Substring) {
            var text = String(text)
            hash = text.withUTF8 { $0.hash(from: 0) }
            self.text = text
        }

        func isSame(as word: SpanText.Word) -> Bool { hash == word.hash && text == word.small }
    }

    /// For each word its alternatives.
    let words: [[Word]]
    /// For each word the marks of its alternatives, of which a sentence with the phrase has one.
    fileprivate let marks: [UInt64]

    init(stringLiteral value: String) {
        words = value.split(separator: " ").map { $0.split(separator: "|").map(Word.init) }
        marks = words.map { $0.reduce(0) { $0 | SpanText.mark($1.hash) } }
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
    /// The body that reports.
    let body: ReportingBody
    /// Whether `it` and `they` may stand for that body.
    let isOwnSubject: Bool
    /// The marks of all its words, so that most phrases are known not to be in it.
    private let marks: UInt64

    init(
        text: SpanText, range: Range<Int>, entities: [SpanMark], body: ReportingBody = ReportingBody(),
        isOwnSubject: Bool = true
    ) {
        self.text = text
        self.range = range
        self.entities = entities
        self.body = body
        self.isOwnSubject = isOwnSubject
        words = text.words(in: range)
        marks = text.words[words].reduce(0) { $0 | SpanText.mark($1.hash) }
    }

    /// A statement over the whole sentence.
    func statement(_ kind: Codes) -> SpanMark { statement(kind, range) }

    /// A statement over a part of it.
    func statement(_ kind: Codes, _ range: Range<Int>) -> SpanMark {
        SpanMark(range: range, span: .statement(Statement(kind: kind, content: [])))
    }

    /// The index of the first word of a phrase in the sentence.
    func find(_ phrase: Phrase, from start: Int? = nil) -> Int? {
        guard phrase.marks.allSatisfy({ $0 & marks != 0 }) else { return nil }
        let last = words.upperBound - phrase.words.count
        var index = start ?? words.lowerBound
        while index <= last {
            let isHere = phrase.words.indices.allSatisfy { place in
                phrase.words[place].contains { $0.isSame(as: text.words[index + place]) }
            }
            if isHere { return index }
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

    /// Adds a name that may hold others, unless it would cut one.
    mutating func enclose(_ mark: SpanMark) {
        let cuts = entities.contains {
            $0.range.overlaps(mark.range)
                && !(mark.range.lowerBound <= $0.range.lowerBound
                    && $0.range.upperBound <= mark.range.upperBound)
        }
        guard !cuts else { return }
        entities.append(mark)
        entities.sort {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
    }

    /// Says the capacity of each organization in a part of the sentence.
    mutating func setCapacity(_ capacity: Codes, in range: Range<Int>, ofStatesOnly: Bool = false) {
        for index in entities.indices where range.contains(entities[index].range.lowerBound) {
            guard var organization = entities[index].organization, !isAttribute(entities[index]),
                !isOfPerson(index), !ofStatesOnly || organization.kind == "state"
            else { continue }
            organization.as = capacity
            entities[index].organization = organization
        }
    }

    /// Whether a name only says of what the word beside it is: `UNECE member States`, `States members of the Council`.
    private func isAttribute(_ mark: SpanMark) -> Bool {
        let next = text.firstWord(from: mark.range.upperBound)
        if next > 0, next < text.words.count, text.isJoined(next - 1),
            Self.owned.contains(text.words[next].small)
        {
            return true
        }
        let first = text.firstWord(from: mark.range.lowerBound)
        let before = text.words[max(words.lowerBound, first - 3)..<first].map(\.small)
        return mark.organization?.kind != "state" && before.count == 3 && before[1] == "of"
            && before[2] == "the"
            && ["members", "states"].contains(before[0])
    }

    private static let owned: Set<String> = [
        "member", "members", "region", "resolution", "decision", "website", "entities", "bodies", "system",
        "agencies", "headquarters", "building",
    ]

    /// Whether a name stands in the bracket after a person, and only says where that person is from.
    private func isOfPerson(_ index: Int) -> Bool {
        let start = entities[index].range.lowerBound
        return entities[..<index].last.map { $0.person != nil && $0.range.upperBound + 2 == start } ?? false
            && text.bytes[start - 1] == .open
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
