/// A clause that says who attended, was represented, invited or absent.
enum AttendanceStatement {
    private static let attendedBy: Phrase = "attended by"
    private static let represented: Phrase = "was|were represented"
    private static let alsoRepresented: Phrase = "was|were also represented"
    private static let present: Phrase = "was|were present"
    private static let alsoPresent: Phrase = "was|were also present"
    private static let presentWere: Phrase = "present|represented were"
    private static let attendedThe: Phrase = "attended the session|meeting|workshop|conference|seminar"
    private static let alsoAttended: Phrase = "also attended|attending"
    private static let broughtTogether: Phrase = "brought together"
    private static let absences: [Phrase] = [
        "not represented", "apologies from",
        "apologies was|were received from", "apologies had been received from",
    ]
    private static let isAbsent: Phrase = "was|were absent"
    private static let notPresent: Phrase = "was|were not present"
    private static let representedBy: Phrase = "was|were represented by"
    private static let invitationOf: Phrase = "invitation of"
    /// What makes observers of all who are named.
    private static let asObservers: [Phrase] = [
        "as observers|observer", "as an observer", "represented by observers|observer",
        "observer states|governments|countries",
        "d'observateurs|d’observateurs",
        "calidad de observadores|observador",
    ]
    private static let invitedTo: Phrase = "invited the representative|representatives|observer|observers of"
    private static let toTakePart: Phrase = "to participate|sit in|at"
    private static let included: [Phrase] = [
        "participants included", "participants in|at|of the meeting|session|workshop|conference included",
        "attendance|participation included", "attendees included",
    ]
    private static let observersFrom: Phrase = "observers from|for"
    private static let others: [Phrase] = [
        "asistieron|participaron", "asistencia de", "ont|a participé", "ont|a assisté",
        "étaient|était représentés|représenté|représentées|représentée", "étaient|était présents|présent",
        "estuvieron|estuvo representados|representado|representadas|representada", "estuvieron presentes",
    ]

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let absence = sentence.find(anyOf: absences) ?? notPresent(sentence) ?? absent(sentence)
        guard absence != nil || isAttendance(sentence) else { return nil }
        addNames(&sentence)
        guard sentence.hasOrganization(in: sentence.range) else {
            return hasCount(sentence) ? sentence.statement("attendance") : nil
        }
        OfficeStatement.setOffices(in: &sentence)
        let end = sentence.range.upperBound
        let start = sentence.range.lowerBound
        if let absence {
            // `… and Uruguay); Czechoslovakia was not represented`: of two clauses the second.
            let clause =
                sentence.text.bytes[start..<sentence.offset(absence)].lastIndex(of: .semicolon) ?? start
            if isAttendance(sentence) { sentence.setCapacity("participant", in: start..<clause) }
            sentence.setCapacity("absent", in: clause..<end)
        } else if let verb = sentence.find(representedBy), sentence.find(anyOf: asObservers) == nil {
            sentence.setCapacity("represented", in: start..<sentence.offset(verb))
            sentence.setCapacity("representing", in: sentence.offset(verb)..<end)
        } else if let invited = sentence.find(invitedTo), sentence.find(toTakePart, from: invited) != nil {
            // `The President invited the representatives of X to participate in the meeting`
            sentence.setCapacity("invited", in: sentence.offset(invited)..<end)
        } else if let invitation = sentence.find(invitationOf) {
            // `On the invitation of X, the meeting was attended by Y`, or `Y attended at the invitation of X`.
            let place = sentence.offset(invitation)
            let verb = sentence.find(attendedBy).map { sentence.offset($0) } ?? start
            if verb > place {
                sentence.setCapacity("inviting", in: place..<verb)
                sentence.setCapacity("invited", in: verb..<end)
            } else {
                sentence.setCapacity("invited", in: start..<place)
                sentence.setCapacity("inviting", in: place..<end)
            }
        } else if let observers = sentence.find(anyOf: asObservers) {
            let clause = clause(of: observers, in: sentence)
            sentence.setCapacity("participant", in: start..<clause)
            sentence.setCapacity("observer", in: clause..<end)
        } else if let observers = sentence.find(observersFrom) {
            // `by delegations from X and by observers from Y`
            sentence.setCapacity("participant", in: start..<sentence.offset(observers))
            sentence.setCapacity("observer", in: sentence.offset(observers)..<end)
        } else {
            sentence.setCapacity("participant", in: attendees(of: sentence))
        }
        let isSaid = sentence.entities.contains { $0.organization?.as != nil } || hasCount(sentence)
        return isSaid ? sentence.statement("attendance") : nil
    }

    /// Where the clause begins that says who observed, after one that says who took part: `Chile and Peru participated; Cuba
    /// and Togo as observers`.
    private static func clause(of observers: Int, in sentence: Sentence) -> Int {
        let text = sentence.text
        let start = sentence.range.lowerBound
        let verb = sentence.words.first {
            ["participated", "attended", "participaron", "asistieron", "participé", "assisté"].contains(
                text.words[$0].small)
        }
        guard let verb, verb < observers else { return start }
        let rest = sentence.offset(verb)..<sentence.offset(observers)
        let parted =
            text.bytes[rest].lastIndex(of: .semicolon)
            ?? sentence.find(anyOf: ["as well as", "así como", "ainsi que"], from: verb).map {
                sentence.offset($0)
            }
        guard let parted, parted < rest.upperBound, sentence.hasOrganization(in: start..<parted),
            sentence.hasOrganization(in: parted..<sentence.range.upperBound)
        else { return start }
        return parted
    }

    /// Where the names of those who attended stand: after `attended by` and what introduces a list, else anywhere.
    private static func attendees(of sentence: Sentence) -> Range<Int> {
        let bytes = sentence.text.bytes
        if let verb = sentence.find(attendedBy) { return sentence.offset(verb)..<sentence.range.upperBound }
        // `Experts from the following UNECE member States were present: …`
        if let colon = bytes[sentence.range].firstIndex(of: .colon),
            sentence.hasOrganization(in: colon..<sentence.range.upperBound)
        {
            return colon..<sentence.range.upperBound
        }
        return sentence.range
    }

    private static func isAttendance(_ sentence: Sentence) -> Bool {
        let verbs = [presentWere, attendedThe, alsoAttended, broughtTogether] + others + included
        if sentence.find(anyOf: verbs) != nil || isPresent(sentence) || isRepresented(sentence)
            || delegatesAttended(sentence) || isRollCall(sentence)
        {
            return true
        }
        if let invited = sentence.find(invitedTo), sentence.find(toTakePart, from: invited) != nil {
            return true
        }
        if let verb = sentence.find(attendedBy), verb > sentence.words.lowerBound {
            return ["was", "were", "also", "is", "and"].contains(sentence.text.words[verb - 1].small)
        }
        return sentence.words.contains { isParticipation($0, in: sentence) }
    }

    /// Whether a sentence is a list of those present after a label: `Present: The representatives of …`.
    private static func isRollCall(_ sentence: Sentence) -> Bool {
        let text = sentence.text
        guard let first = sentence.words.first,
            ["present", "présents", "presentes"].contains(text.words[first].small)
        else { return false }
        let rest = text.bytes[text.words[first].range.upperBound..<sentence.range.upperBound]
        return rest.drop { $0 == .space }.first == .colon
    }

    // MARK: Names in the paragraphs that follow

    /// Whether a sentence says that those attended who are named in the paragraphs after it.
    static func awaitsNames(_ sentence: Sentence) -> Bool {
        sentence.text.bytes[sentence.range].last == .colon
            && sentence.range.upperBound == sentence.text.bytes.count
            && !sentence.entities.contains { $0.organization?.kind == "state" } && isAttendance(sentence)
            && sentence.find(anyOf: asObservers) == nil && sentence.find(anyOf: absences) == nil
    }

    /// The names in a paragraph that an earlier one introduced: `The following countries: …`, or names alone.
    static func markAwaited(_ sentence: inout Sentence) -> SpanMark? {
        let text = sentence.text
        let first = sentence.words.prefix(3).map { text.words[$0].small }
        let isIntroduced = first.contains("following") && text.bytes[sentence.range].contains(.colon)
        addNames(&sentence)
        let named = sentence.entities.filter { $0.organization != nil }.map(\.range.count).reduce(0, +)
        let isNames = named * 10 > sentence.range.count * 6
        guard sentence.hasOrganization(in: sentence.range), isIntroduced || isNames else { return nil }
        let start =
            isIntroduced
            ? text.bytes[sentence.range].firstIndex(of: .colon) ?? sentence.range.lowerBound
            : sentence.range.lowerBound
        let isObservers = text.words[sentence.words].prefix(8).contains { $0.small.hasPrefix("observer") }
        sentence.setCapacity(isObservers ? "observer" : "participant", in: start..<sentence.range.upperBound)
        return sentence.statement("attendance")
    }

    /// Whether somebody was present, and not something in a text: `human rights education was present in the curricula`.
    private static func isPresent(_ sentence: Sentence) -> Bool {
        guard let verb = sentence.find(anyOf: [present, alsoPresent]) else { return false }
        let next = sentence.text.words[verb..<min(verb + 7, sentence.words.upperBound)].map(\.small)
        guard let place = next.firstIndex(of: "present"), place + 1 < next.count, next[place + 1] == "in"
        else {
            return true
        }
        return next[place...].contains(where: EventPhrase.isHead)
    }

    /// Where a clause ends in `was not present`: what is not present in a text did not stay away.
    private static func notPresent(_ sentence: Sentence) -> Int? {
        guard let verb = sentence.find(notPresent),
            verb + 3 >= sentence.words.upperBound
                || ["at", "during"].contains(sentence.text.words[verb + 3].small)
        else { return nil }
        return verb
    }

    /// Where a clause ends in `was absent`; what was absent from a text or a debate did not stay away.
    private static func absent(_ sentence: Sentence) -> Int? {
        guard let verb = sentence.find(isAbsent) else { return nil }
        let next = sentence.text.words[verb..<min(verb + 6, sentence.words.upperBound)].map(\.small)
        return next.count <= 2 || next[2] != "from" || next.contains(where: EventPhrase.isHead) ? verb : nil
    }

    /// Whether somebody was represented, and not something in a text: `The views of X were represented in the paper`.
    private static func isRepresented(_ sentence: Sentence) -> Bool {
        guard let verb = sentence.find(represented) ?? sentence.find(alsoRepresented) else { return false }
        let text = sentence.text
        let first = sentence.words.prefix(2).map { text.words[$0].small }
        return first.allSatisfy { !["interests", "views", "opinions", "positions", "regions"].contains($0) }
            && verb > sentence.words.lowerBound
    }

    /// Whether delegates attended, as in `Observers from X attended`, `Delegations of X attended for the first time`.
    private static func delegatesAttended(_ sentence: Sentence) -> Bool {
        let text = sentence.text
        guard let verb = sentence.words.first(where: { text.words[$0].small == "attended" }),
            sentence.words.prefix(4).contains(where: {
                let word = text.words[$0].small
                return OrganizationWords.isDelegate(word)
                    || ["observer", "states", "countries"].contains(word)
            })
        else { return false }
        guard verb + 1 < sentence.words.upperBound else { return true }
        return text.between(verb, verb + 1).first == .colon
            || ["as", "for", "on", "at"].contains(text.words[verb + 1].small)
    }

    /// Whether a word says that somebody took part in the meeting: `participated in the session`, `took part as observers`.
    private static func isParticipation(_ index: Int, in sentence: Sentence) -> Bool {
        let text = sentence.text
        let small = text.words[index].small
        guard small == "participated" || small == "part", index > sentence.words.lowerBound else {
            return false
        }
        if small == "part", text.words[index - 1].small != "took" { return false }
        let subject = text.words[index - (small == "part" ? min(2, index) : 1)].small
        guard !["had", "has", "have", "who", "that", "which", "not"].contains(subject),
            !text.words[max(sentence.words.lowerBound, index - 5)..<index].contains(where: {
                $0.small == "which"
            })
        else { return false }
        guard index + 1 < sentence.words.upperBound else { return true }
        let next = text.words[index + 1].small
        let gap = text.between(index, index + 1)
        if gap.first == .colon || gap.first == .period || gap.first == .comma || gap.first == .semicolon {
            return true
        }
        guard next == "in" else { return ["at", "as", "actively", "for", "by", "on"].contains(next) }
        return text.words[(index + 2)..<max(index + 2, min(index + 8, sentence.words.upperBound))].contains {
            EventPhrase.isHead($0.small) || ["proceedings", "discussions", "work"].contains($0.small)
        }
    }

    /// Whether a sentence gives a number of people: `attended by 50 people from 18 Parties`.
    private static func hasCount(_ sentence: Sentence) -> Bool {
        guard let verb = sentence.find(attendedBy) else { return false }
        let text = sentence.text
        return text.words[verb..<min(verb + 8, sentence.words.upperBound)].contains {
            text.bytes[$0.range.lowerBound].isDigit
        }
    }

    /// Marks the names of organizations that no table has: `the MEDSTAT IV Consortium`.
    private static func addNames(_ sentence: inout Sentence) {
        let text = sentence.text
        for index in sentence.words
        where text.words[index].isCapital && OrganizationWords.isHead(text.words[index].small) {
            let first = CapitalPhrase.start(in: text, endingAt: index, connecting: false)
            let last = CapitalPhrase.end(in: text, fromHead: index)
            guard first < last else { continue }
            let range = text.words[first].range.lowerBound..<text.words[last].range.upperBound
            let kind = OrganizationWords.kind(of: text, first...last, name: text.bytes[range])
            sentence.add(.organization(range, kind: kind ?? "other"))
        }
    }
}

/// A clause that says who supported the meeting.
enum SupportStatement {
    private static let verbs: [Phrase] = [
        "financial support from|of|by", "financial support provided by", "support provided by",
        "financed by",
        "funded by", "sponsored by", "financial assistance from|of|by",
        "financial contribution from|of|by",
    ]

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        for verb in verbs {
            guard let found = sentence.find(verb), !isProposal(found, in: sentence),
                !isCondition(found, in: sentence)
            else { continue }
            let first = found + verb.words.count
            guard let sponsor = name(at: first, in: sentence) else { continue }
            let wider = sentence.entities.first { $0.range.lowerBound == sponsor.lowerBound }
            if wider.map({ $0.range.count < sponsor.count }) ?? true {
                sentence.entities.removeAll { $0.range.overlaps(sponsor) }
                sentence.add(.organization(sponsor, kind: "other"))
            }
            sentence.setCapacity("sponsor", in: sponsor.lowerBound..<sentence.range.upperBound)
            return sentence.statement("support")
        }
        return nil
    }

    /// Whether the support is only hoped for: `subject to the financial assistance of …`.
    private static func isCondition(_ verb: Int, in sentence: Sentence) -> Bool {
        sentence.text.words[sentence.words.lowerBound..<verb].contains {
            ["subject", "would", "should", "needed", "seek", "requested", "called", "if"].contains(
                $0.small)
        }
    }

    /// Whether what is sponsored is a text, and not the meeting: `draft resolution A/65/L.4, sponsored by Chile`.
    private static func isProposal(_ verb: Int, in sentence: Sentence) -> Bool {
        sentence.text.words[sentence.words.lowerBound..<verb].contains {
            ["resolution", "resolutions", "draft", "proposal", "amendment", "paper", "text"].contains(
                $0.small)
        }
    }

    /// The name after `from the`, with the word that says what it is of: `World Bank ECASTAT project`.
    private static func name(at index: Int, in sentence: Sentence) -> Range<Int>? {
        let text = sentence.text
        var first = index
        if first < sentence.words.upperBound, text.words[first].small == "the" { first += 1 }
        guard first < sentence.words.upperBound, text.words[first].isCapital else { return nil }
        var last = first
        while last + 1 < sentence.words.upperBound, text.isJoined(last), text.words[last + 1].isCapital {
            last += 1
        }
        last = max(last, CapitalPhrase.end(in: text, fromHead: last))
        if last + 1 < sentence.words.upperBound, text.isJoined(last),
            ["project", "programme", "fund", "initiative", "secretariat"].contains(text.words[last + 1].small)
        {
            last += 1
        }
        return text.words[first].range.lowerBound..<text.words[last].range.upperBound
    }
}
