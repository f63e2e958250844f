/// A clause that says who attended, was represented, invited or absent.
enum AttendanceStatement {
    private static let phrases: [Phrase] = [
        "attended by", "was|were represented", "was|were also represented", "was|were present",
        "took part",
        "participated", "also participated", "present were",
    ]
    private static let notRepresented: Phrase = "not represented"
    private static let absent: Phrase = "absent"
    private static let representedBy: Phrase = "was|were represented by"
    private static let invitationOf: Phrase = "invitation of"
    private static let asObserver: Phrase = "as observers|observer"
    private static let observersFrom: Phrase = "observers from|for"

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let absence = sentence.find(notRepresented) ?? sentence.find(absent)
        guard absence != nil || isAttendance(sentence) else { return nil }
        addNames(&sentence)
        guard sentence.hasOrganization(in: sentence.range) else { return nil }
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
            sentence.setCapacity("invited", in: start..<sentence.offset(invitation))
            sentence.setCapacity("inviting", in: sentence.offset(invitation)..<end)
        } else if sentence.find(asObserver) ?? sentence.find(observersFrom) != nil {
            sentence.setCapacity("observer", in: sentence.range)
        } else {
            sentence.setCapacity("participant", in: sentence.range)
        }
        return sentence.statement("attendance")
    }

    private static func isAttendance(_ sentence: Sentence) -> Bool {
        phrases.contains { sentence.find($0) != nil }
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
