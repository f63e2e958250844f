/// The clause that says which meeting was held, when, where and by whom.
enum MeetingStatement {
    /// What stands after the name of a meeting: `was held`.
    private static let passive: [Phrase] = [
        "was|were held", "took place", "was|were convened", "se celebró|realizó|reunió", "se llevó a cabo",
        "tuvo lugar", "s'est|s’est tenu|tenue|réuni|réunie", "a eu lieu",
    ]
    /// What stands before it: `held its`.
    private static let active: [Phrase] = [
        "held its|their", "celebró su", "a tenu sa|son", "celebró la|el",
    ]

    /// - Parameters:
    ///   - session: the number of the session that the masthead says is reported.
    ///   - isLate: whether the clause has to name that session.
    static func mark(_ sentence: inout Sentence, session: Int?, isLate: Bool) -> SpanMark? {
        guard let (verb, event) = held(in: sentence),
            let name = name(before: event, isObject: event.lowerBound > sentence.offset(verb), in: sentence),
            isSame(event, as: session, orElse: !isLate, in: sentence)
        else { return isLate ? nil : Met.mark(&sentence) }
        // The organizations that name the meeting are its organizers, not what it is about.
        sentence.setCapacity("organizer", in: name..<event.lowerBound)
        if event.lowerBound <= sentence.offset(verb) { sentence.setCapacity("organizer", in: event) }
        sentence.enclose(SpanMark(range: event, span: .event(Event(content: []))))
        if let place = PlacePhrase.after(verb, in: sentence) {
            sentence.entities.removeAll { $0.range.overlaps(place) }
            sentence.add(SpanMark(range: place, span: .location(Location(content: []))))
        }
        return sentence.statement("meeting")
    }

    /// The verb that says that a meeting was held, and the meeting.
    private static func held(in sentence: Sentence) -> (verb: Int, event: Range<Int>)? {
        guard sentence.hasDate,
            !sentence.words.prefix(12).contains(where: { sentence.text.words[$0].small == "next" })
        else { return nil }
        if let verb = sentence.find(anyOf: passive), let event = EventPhrase.before(verb, in: sentence) {
            return (verb, event)
        }
        for phrase in active {
            guard let verb = sentence.find(phrase) else { continue }
            return EventPhrase.after(verb + phrase.words.count, in: sentence).map { (verb, $0) }
        }
        return nil
    }

    /// The words up to the verb, which name the body that reports.
    static func subject(of sentence: Sentence) -> String {
        guard let verb = sentence.find(anyOf: passive + active) else { return "" }
        return sentence.text[sentence.range.lowerBound..<sentence.offset(verb)]
    }

    /// Whether a meeting is the session of a number; where it has no number, what is said of it.
    private static func isSame(
        _ event: Range<Int>, as session: Int?, orElse unknown: Bool, in sentence: Sentence
    )
        -> Bool
    {
        guard let session else { return unknown }
        let words = sentence.text.words[sentence.text.words(in: event)].map(\.small)
        guard let last = words.last, last.hasPrefix("session") || last == "sesiones",
            let number = words.indices.lazy.compactMap({ Ordinal.match(in: words[$0...])?.value }).first
        else { return unknown }
        return number == session
    }
}

extension MeetingStatement {
    /// Where the words before the name of a meeting begin that are of it, `The joint UNECE/Eurostat `; nil where they are
    /// a clause of their own.
    private static func name(before event: Range<Int>, isObject: Bool, in sentence: Sentence) -> Int? {
        let text = sentence.text
        var words = sentence.words.lowerBound..<text.firstWord(from: event.lowerBound)
        // `In accordance with the decision made at its first session, ` is before the clause.
        if let first = words.first, introductions.contains(text.words[first].small),
            let comma = words.last(where: { $0 > first && text.between($0 - 1, $0).elementsEqual(", ".utf8) })
        {
            words = comma..<words.upperBound
        }
        guard !words.contains(where: { clauseWords.contains(text.words[$0].small) }),
            isObject || words.count <= 24
        else { return nil }
        return words.first.map { text.words[$0].range.lowerBound } ?? event.lowerBound
    }

    private static let introductions: Set<String> = [
        "in", "pursuant", "following", "further", "on", "at", "as",
    ]
    private static let clauseWords: Set<String> = [
        "which", "that", "welcomed", "congratulated", "noted", "offered", "informed", "had",
        "report", "reported", "recalled", "during", "before", "after", "since", "prior", "expressed",
        "thanked", "hosting", "hosted", "considered", "discussed", "took", "following", "organized",
    ]
}

/// The clause that says who met where: `Representatives of the Parties (Argentina, …) met in Oslo from 9 to 20 June 1975`.
enum Met {
    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let text = sentence.text
        guard sentence.hasDate,
            let verb = sentence.words.first(where: { index in
                guard text.words[index].small == "met", index + 1 < sentence.words.upperBound else {
                    return false
                }
                return ["in", "at", "from", "on", "for"].contains(text.words[index + 1].small)
            })
        else { return nil }
        let subject = sentence.words.lowerBound..<verb
        let isOfBody = subject.contains { index in
            [
                "representatives", "parties", "group", "party", "committee", "council", "commission",
                "experts", "board",
                "bureau", "meeting", "delegates", "members", "team", "assembly", "body",
            ].contains(text.words[index].small)
        }
        guard isOfBody else { return nil }
        if let place = PlacePhrase.after(verb, in: sentence) {
            sentence.entities.removeAll { $0.range.overlaps(place) }
            sentence.add(SpanMark(range: place, span: .location(Location(content: []))))
        }
        let start = sentence.range.lowerBound..<sentence.offset(verb)
        let hasStates = sentence.entities.contains {
            $0.organization?.kind == "state" && start.contains($0.range.lowerBound)
        }
        guard hasStates else { return sentence.statement("meeting") }
        sentence.setCapacity("participant", in: start, ofStatesOnly: true)
        return sentence.statement("meeting attendance")
    }
}

/// The clause that says when the next meeting will be.
enum NextMeetingStatement {
    private static let next: Phrase = "next|prochain|prochaine|próximo|próxima"
    private static let future: [Phrase] = [
        "scheduled", "take place", "be|is|are held", "convene|convened", "se tiendra|tiendront", "aura lieu",
        "se celebrará|realizará|llevará", "tendrá lugar",
    ]
    /// What says of a numbered session that it is still to come.
    private static let toCome: [Phrase] = [
        "will|would|shall be held", "will|would|shall take place", "will|would be convened",
        "is|was|were|are scheduled", "is|was|were|are tentatively|provisionally scheduled",
    ]
    private static let toHold: [Phrase] = [
        "decided|agreed|agrees|decides to hold|convene", "décidé|convenu de tenir", "decidió|acordó celebrar",
    ]

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let decision = sentence.find(anyOf: toHold)
        guard let (event, verb) = announced(in: sentence, decision) else { return nil }
        sentence.add(SpanMark(range: event, span: .event(Event(content: []))))
        if let place = PlacePhrase.after(verb, in: sentence) {
            sentence.entities.removeAll { $0.range.overlaps(place) }
            sentence.add(SpanMark(range: place, span: .location(Location(content: []))))
        }
        return sentence.statement(decision == nil ? "nextMeeting" : "decision nextMeeting")
    }

    /// The meeting to come that a sentence names, and the verb: `the next session is scheduled`, `its sixtieth session
    /// will be held on 2 March`, `decided to hold its next session`.
    private static func announced(in sentence: Sentence, _ decision: Int?) -> (event: Range<Int>, verb: Int)?
    {
        if let next = sentence.find(next) {
            let verb = decision ?? sentence.find(anyOf: future, from: next)
            guard let verb, let event = EventPhrase.after(next + 1, in: sentence),
                !isOfOther(event, in: sentence)
            else { return nil }
            return (event, verb)
        }
        guard sentence.hasDate,
            let verb = decision ?? sentence.find(anyOf: toCome),
            let event = decision == nil
                ? EventPhrase.numbered(sentence.words.lowerBound..<verb, in: sentence)
                : EventPhrase.numbered(verb..<min(verb + 9, sentence.words.upperBound), in: sentence),
            decision == nil
                ? isOwn(event, before: verb, in: sentence) : isObject(event, of: verb, in: sentence)
        else { return nil }
        return (event, verb)
    }

    /// Whether a meeting is of a body with a name that is not the reporting one's: `the next session of the World Food Board`.
    private static func isOfOther(_ event: Range<Int>, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let first = text.firstWord(from: event.upperBound)
        guard first > 0, first + 2 < sentence.words.upperBound, text.isJoined(first - 1),
            text.words[first].small == "of", text.words[first + 1].small == "the",
            text.words[first + 2].isCapital
        else { return false }
        let last = CapitalPhrase.end(in: text, fromHead: CapitalPhrase.chainEnd(in: text, from: first + 2))
        let name = text[text.words[first + 2].range.lowerBound..<text.words[last].range.upperBound]
        // `the Working Party` is the reporting one in short.
        let isOther = last > first + 3 || NameTable.shared.entry(named: Array(name.utf8)[...]) != nil
        return isOther && !sentence.body.isOwn(name)
    }

    /// Whether a session is what was decided to be held: `to hold its sixtieth session`.
    private static func isObject(_ event: Range<Int>, of verb: Int, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let between = text.words[(verb + 3)..<max(verb + 3, text.firstWord(from: event.lowerBound))].map(
            \.small)
        return between.allSatisfy { ["its", "the", "a", "sa", "la", "su", "el"].contains($0) }
    }

    /// Whether a session is of the body that reports: `its sixtieth session`, `the sixtieth session of the Group of Experts`,
    /// but not one of a body with a name of its own.
    private static func isOwn(_ event: Range<Int>, before verb: Int, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let first = text.firstWord(from: event.lowerBound)
        if first > sentence.words.lowerBound, text.words[first - 1].small == "its" { return true }
        let rest = text.words[text.firstWord(from: event.upperBound)..<verb].map(\.small)
        return rest.isEmpty
            || rest.count <= 5 && rest.prefix(2) == ["of", "the"]
                && rest.dropFirst(2).allSatisfy {
                    OrganizationWords.isBodyHead($0)
                        || ["commission", "council", "conference", "working", "of", "experts", "executive"]
                            .contains($0)
                }
    }
}
