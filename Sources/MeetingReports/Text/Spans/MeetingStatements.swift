/// The clause that says which meeting was held, when, where and by whom.
enum MeetingStatement {
    private static let wasHeld: Phrase = "was|were held"
    private static let tookPlace: Phrase = "took place"
    private static let heldIts: Phrase = "held its"
    private static let wasConvened: Phrase = "was|were convened"

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        guard
            let verb = sentence.find(wasHeld) ?? sentence.find(tookPlace) ?? sentence.find(heldIts)
                ?? sentence.find(wasConvened),
            sentence.hasDate,
            !sentence.words.prefix(12).contains(where: { sentence.text.words[$0].small == "next" })
        else { return Met.mark(&sentence) }
        let isObject = sentence.text.words[verb].small == "held"
        guard
            let event = isObject
                ? EventPhrase.after(verb + 2, in: sentence) : EventPhrase.before(verb, in: sentence)
        else { return Met.mark(&sentence) }
        guard
            isName(
                sentence.words.lowerBound..<sentence.text.firstWord(from: event.lowerBound), isObject,
                in: sentence)
        else { return Met.mark(&sentence) }
        // The organizations that name the meeting are its organizers, not what it is about.
        sentence.setCapacity("organizer", in: sentence.range.lowerBound..<event.lowerBound)
        sentence.add(SpanMark(range: event, span: .event(Event(content: []))))
        if let place = PlacePhrase.after(verb, in: sentence) {
            sentence.entities.removeAll { $0.range.overlaps(place) }
            sentence.add(SpanMark(range: place, span: .location(Location(content: []))))
        }
        return sentence.statement("meeting")
    }
}

extension MeetingStatement {
    /// Whether the words before the name of a meeting are of it: `The joint UNECE/Eurostat `, and no clause of their own.
    private static func isName(_ words: Range<Int>, _ isObject: Bool, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let verb = words.first {
            [
                "which", "that", "welcomed", "congratulated", "noted", "offered", "informed", "had",
                "report", "reported", "recalled", "during", "before", "after", "since", "prior",
            ].contains(text.words[$0].small)
        }
        return verb == nil && (isObject || words.count <= 24)
    }
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
    private static let toHold: [Phrase] = ["decided|agreed|agrees|decides to hold|convene"]

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
            guard let verb, let event = EventPhrase.after(next + 1, in: sentence) else { return nil }
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

    /// Whether a session is what was decided to be held: `to hold its sixtieth session`.
    private static func isObject(_ event: Range<Int>, of verb: Int, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let between = text.words[(verb + 3)..<max(verb + 3, text.firstWord(from: event.lowerBound))].map(
            \.small)
        return between.allSatisfy { ["its", "the", "a"].contains($0) }
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

/// Names of meetings in a sentence.
enum EventPhrase {
    private static let heads: Set<String> = [
        "session", "meeting", "workshop", "seminar", "symposium", "forum", "conference", "consultation",
        "teleconference",
        "webinar", "retreat", "reunión", "réunion", "consultations", "sesión", "taller", "atelier",
        "seminario",
        "conferencia", "conférence",
    ]

    /// Whether a word is the one that names of meetings end with.
    static func isHead(_ word: String) -> Bool { heads.contains(word) }

    /// The event that stands before the word at `verb`: its head and what it is on, up to the verb.
    static func before(_ verb: Int, in sentence: Sentence) -> Range<Int>? {
        let text = sentence.text
        if let numbered = numbered(sentence.words.lowerBound..<verb, in: sentence) { return numbered }
        for head in (sentence.words.lowerBound..<verb).reversed() where heads.contains(text.words[head].small)
        {
            return range(from: head, in: text)
        }
        return nil
    }

    /// The first meeting among some words that a number tells from others: `forty-first session`, `third expert meeting`.
    static func numbered(_ words: Range<Int>, in sentence: Sentence) -> Range<Int>? {
        let text = sentence.text
        for head in words where heads.contains(text.words[head].small) && !text.words[head].isCapital {
            var first = head
            while first > words.lowerBound, first > head - 4, text.isJoined(first - 1) {
                first -= 1
                let number = Ordinal.match(in: text.words[first..<head].map(\.small)[...])
                guard let number, first + number.count <= head else { continue }
                return text.words[first].range.lowerBound..<text.words[head].range.upperBound
            }
        }
        return nil
    }

    /// The event that begins at the word at `index`, its head within six words.
    static func after(_ index: Int, in sentence: Sentence) -> Range<Int>? {
        let text = sentence.text
        for head in index..<max(index, min(index + 6, sentence.words.upperBound))
        where heads.contains(text.words[head].small) {
            if text.words[head].isCapital { return range(from: head, in: text) }
            return text.words[index].range.lowerBound..<text.words[head].range.upperBound
        }
        return nil
    }

    private static func range(from head: Int, in text: SpanText) -> Range<Int> {
        let isName = text.words[head].isCapital
        let first = isName ? nameStart(head, in: text) : head
        let last = isName ? CapitalPhrase.end(in: text, fromHead: head) : head
        return text.words[first].range.lowerBound..<text.words[last].range.upperBound
    }

    /// The first word of the name: back over capitals, but not over what a slash or an acronym begins.
    private static func nameStart(_ head: Int, in text: SpanText) -> Int {
        var first = head
        while first > 0, text.isJoined(first - 1), text.words[first - 1].isCapital,
            !["the", "a", "this"].contains(text.words[first - 1].small)
        {
            let before = text.words[first - 1]
            let start = before.range.lowerBound
            // An organization before the event's name is its organizer.
            let isOrganization =
                start > 0 && text.bytes[start - 1] == .slash
                || NameTable.shared.acronyms[text.printed(before)] != nil
            if isOrganization { break }
            first -= 1
        }
        return first
    }
}

/// Names of places in a sentence.
enum PlacePhrase {
    /// The place after `in` after the verb: `in Geneva`, `in Lima, Peru`.
    static func after(_ verb: Int, in sentence: Sentence) -> Range<Int>? {
        let text = sentence.text
        if let known = known(in: text, from: verb, to: sentence.words.upperBound) { return known }
        for index in verb..<sentence.words.upperBound
        where ["in", "at", "en", "à"].contains(text.words[index].small) && text.isJoined(index)
            && index + 1 < sentence.words.upperBound
        {
            // `in the city of Buenos Aires`
            var first = index + 1
            if text.words[first].small == "the", first + 3 < sentence.words.upperBound,
                text.words[first + 1].small == "city", text.words[first + 2].small == "of"
            {
                first += 3
            }
            guard text.words[first].isCapital, !isDate(at: first, in: sentence) else { continue }
            var last = first
            while last + 1 < sentence.words.upperBound, text.words[last + 1].isCapital,
                text.isJoined(last) || text.between(last, last + 1).elementsEqual(", ".utf8),
                !isDate(at: last + 1, in: sentence)
            {
                last += 1
            }
            return text.words[first].range.lowerBound..<text.words[last].range.upperBound
        }
        return nil
    }

    private static func isDate(at word: Int, in sentence: Sentence) -> Bool {
        let offset = sentence.offset(word)
        return sentence.entities.contains {
            if case .date = $0.span { $0.range.contains(offset) } else { false }
        }
    }
}

extension EventPhrase {
    /// The session that a title says its report is of: `its forty-first session`, `the second part of its first session`.
    static func ofTitle(in text: SpanText) -> Range<Int>? {
        guard let head = text.words.firstIndex(where: { $0.small == "session" || $0.small == "sessions" })
        else {
            return nil
        }
        var first = head
        while first > 0, text.isJoined(first - 1),
            !["its", "the", "on", "of"].contains(text.words[first - 1].small)
        {
            first -= 1
        }
        // A number tells the session of a body from a work session.
        let words = text.words[first..<head].map(\.small)
        guard words.indices.contains(where: { Ordinal.match(in: words[$0...]) != nil }) else { return nil }
        return text.words[first].range.lowerBound..<text.words[head].range.upperBound
    }
}

extension PlacePhrase {
    /// A known city in a title: after `in`, or with the State after it.
    static func known(in text: SpanText, from first: Int = 0, to end: Int? = nil) -> Range<Int>? {
        let end = end ?? text.words.count
        for index in text.words.indices.dropFirst(first + 1).prefix(while: { $0 < end })
        where text.words[index].isCapital {
            let isParted = text.between(index - 1, index).elementsEqual(", ".utf8)
            guard
                isParted || ["in", "at", "en", "of", "à"].contains(text.words[index - 1].small)
                    || text.words[index - 1].small == "the"
            else { continue }
            for length in [3, 2, 1] where index + length <= end {
                let range =
                    text.words[index].range.lowerBound..<text.words[index + length - 1].range.upperBound
                guard PlaceNames.isKnown(text.bytes[range]) else { continue }
                return range.lowerBound..<stateEnd(after: index + length - 1, in: text)
            }
            // `held in the United Arab Emirates`
            let start = text.words[index].range.lowerBound
            if ["in", "the"].contains(text.words[index - 1].small), index >= 2,
                text.words[index - 1].small == "in" || text.words[index - 2].small == "in",
                let state = NameTable.shared.match(in: text.bytes, at: start), state.kind == "state"
            {
                return start..<(start + state.name.count)
            }
        }
        return nil
    }

    /// The end of a city's name with its State after a comma.
    private static func stateEnd(after word: Int, in text: SpanText) -> Int {
        let end = text.words[word].range.upperBound
        guard word + 1 < text.words.count, text.between(word, word + 1).elementsEqual(", ".utf8),
            let state = NameTable.shared.match(in: text.bytes, at: text.words[word + 1].range.lowerBound),
            state.kind == "state"
        else { return end }
        return text.words[word + 1].range.lowerBound + state.name.count
    }
}
