/// A clause that says who attended, was represented, invited or absent.
enum AttendanceStatement {
    private static let attendedBy: Phrase = "attended by"
    private static let represented: Phrase = "was|were represented"
    private static let alsoRepresented: Phrase = "was|were also represented"
    private static let present: Phrase = "was|were present"
    private static let alsoPresent: Phrase = "was|were also present"
    private static let presentWere: Phrase = "present were"
    private static let attendedThe: Phrase = "attended the session|meeting|workshop|conference|seminar"
    private static let alsoAttended: Phrase = "also attended"
    private static let notRepresented: Phrase = "not represented"
    private static let absent: Phrase = "was|were absent"
    private static let representedBy: Phrase = "was|were represented by"
    private static let invitationOf: Phrase = "invitation of"
    private static let asObserver: Phrase = "as observers|observer"
    private static let observersFrom: Phrase = "observers from|for"
    private static let asistieron: Phrase = "asistieron|participaron"
    private static let asistencia: Phrase = "asistencia de"

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let absence = sentence.find(notRepresented) ?? sentence.find(absent)
        guard absence != nil || isAttendance(sentence) else { return nil }
        addNames(&sentence)
        guard sentence.hasOrganization(in: sentence.range) else {
            return hasCount(sentence) ? sentence.statement("attendance") : nil
        }
        let end = sentence.range.upperBound
        let start = sentence.range.lowerBound
        if let absence {
            // `… and Uruguay); Czechoslovakia was not represented`: of two clauses the second.
            let clause =
                sentence.text.bytes[start..<sentence.offset(absence)].lastIndex(of: .semicolon) ?? start
            if isAttendance(sentence) { sentence.setCapacity("participant", in: start..<clause) }
            sentence.setCapacity("absent", in: clause..<end)
        } else if let verb = sentence.find(representedBy) {
            sentence.setCapacity("represented", in: start..<sentence.offset(verb))
            sentence.setCapacity("representing", in: sentence.offset(verb)..<end)
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
        } else if sentence.find(asObserver) ?? sentence.find(observersFrom) != nil {
            sentence.setCapacity("observer", in: sentence.range)
        } else {
            sentence.setCapacity("participant", in: attendees(of: sentence))
        }
        return sentence.statement("attendance")
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
        if [
            represented, alsoRepresented, present, alsoPresent, presentWere, attendedThe, alsoAttended,
            asistieron, asistencia,
        ]
        .contains(where: { sentence.find($0) != nil }) {
            return true
        }
        if let verb = sentence.find(attendedBy), verb > sentence.words.lowerBound {
            return ["was", "were", "also", "is", "and"].contains(sentence.text.words[verb - 1].small)
        }
        return sentence.words.contains { isParticipation($0, in: sentence) }
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
        guard !["had", "has", "have", "who", "that", "which", "not"].contains(subject) else { return false }
        guard index + 1 < sentence.words.upperBound else { return true }
        let next = text.words[index + 1].small
        let gap = text.between(index, index + 1)
        if gap.first == .colon || gap.first == .period || gap.first == .comma || gap.first == .semicolon {
            return true
        }
        guard next == "in" else { return ["at", "as", "actively", "for", "by", "on"].contains(next) }
        return text.words[(index + 2)..<max(index + 2, min(index + 6, sentence.words.upperBound))].contains {
            EventPhrase.isHead($0.small) || $0.small == "proceedings" || $0.small == "discussions"
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
            guard let found = sentence.find(verb) else { continue }
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
