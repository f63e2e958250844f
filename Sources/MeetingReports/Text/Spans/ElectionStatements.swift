/// A clause that says who was elected or appointed to which office.
///
/// `Mr. X (State) was elected Chair`: the persons before the verb. `The body elected X as Chair and Y as Rapporteur`: the
/// persons after it, each with the office that follows it, or with one that all of them share.
enum ElectionStatement {
    private static let elections: Set<String> = [
        "elected", "re-elected", "reelected", "nominated", "elegido", "elegida", "elegidos", "élu", "élue",
        "élus",
        "selected", "chosen",
    ]
    private static let appointments: Set<String> = [
        "appointed", "designated", "nombrado", "nombrada", "nommé",
    ]
    private static let auxiliaries: Set<String> = ["was", "were", "been", "fue", "fueron", "été"]
    /// What makes the clause one of a fact that is not yet, or not of this meeting.
    private static let exceptions: Set<String> = [
        "not", "newly", "until", "to", "be", "are", "is", "the", "having",
    ]

    private struct Role {
        var range: Range<Int>
        var word: Int
        var code: String
    }

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let text = sentence.text
        let verbs = sentence.words.filter { isVerb($0, in: sentence) }
        guard let first = verbs.first else { return nil }
        var hasOfficer = false
        for (position, verb) in verbs.enumerated() {
            let end = position + 1 < verbs.count ? verbs[position + 1] : sentence.words.upperBound
            let start = position > 0 ? verbs[position - 1] + 1 : sentence.words.lowerBound
            let roles = roles(in: text, verb + 1..<end)
            guard !roles.isEmpty else { continue }
            let isPassive = (max(start, verb - 3)..<verb).contains {
                auxiliaries.contains(text.words[$0].small)
            }
            // `Mr. X elected Chairman, and Mr. Y, of the Ministry, appointed Secretary`
            var persons = isPassive ? [] : sentence.persons(in: verb..<end)
            if persons.isEmpty { persons = group(before: verb, from: start, in: sentence) }
            guard !persons.isEmpty else { continue }
            assign(roles, to: persons, isPassive: isPassive, in: &sentence)
            for role in roles {
                sentence.add(SpanMark(range: role.range, span: .role(.init(code: role.code, content: []))))
            }
            hasOfficer = true
        }
        guard hasOfficer else { return nil }
        return sentence.statement(appointments.contains(text.words[first].small) ? "appointment" : "election")
    }

    private static func isVerb(_ index: Int, in sentence: Sentence) -> Bool {
        let word = sentence.text.words[index].small
        guard elections.contains(word) || appointments.contains(word) else { return false }
        let before = index > sentence.words.lowerBound ? sentence.text.words[index - 1].small : ""
        let after = index + 1 < sentence.words.upperBound ? sentence.text.words[index + 1].small : ""
        return !exceptions.contains(before) && !(word == "nominated" && after == "for")
    }

    private static func roles(in text: SpanText, _ words: Range<Int>) -> [Role] {
        var roles: [Role] = []
        var index = words.lowerBound
        while index < words.upperBound {
            if let role = RoleWords.role(in: text, at: index) {
                let last = text.words[index + role.count - 1]
                roles.append(
                    Role(
                        range: text.words[index].range.lowerBound..<last.range.upperBound, word: index,
                        code: role.code))
                index += role.count
            } else {
                index += 1
            }
        }
        return roles
    }

    /// The persons of whom a passive verb speaks: the last before it, and those that `and` or a comma joins to it.
    private static func group(before verb: Int, from start: Int, in sentence: Sentence) -> [Int] {
        let text = sentence.text
        var group: [Int] = []
        for index in sentence.persons(in: start..<verb).reversed() {
            guard let next = group.first else {
                group = [index]
                continue
            }
            let end = sentence.entities[index].range.upperBound
            let between = text.words(in: end..<sentence.entities[next].range.lowerBound)
            guard between.count <= 12,
                between.allSatisfy({
                    text.words[$0].isCapital
                        || ["and", "of", "from", "the", "y", "et"].contains(text.words[$0].small)
                })
            else { break }
            group.insert(index, at: 0)
        }
        return group
    }

    private static func assign(
        _ roles: [Role], to persons: [Int], isPassive: Bool, in sentence: inout Sentence
    ) {
        let isRespective = sentence.words.contains { sentence.text.words[$0].small == "respectively" }
        for (position, index) in persons.enumerated() {
            let code: String
            if isPassive || isRespective {
                code = isRespective && roles.count >= persons.count ? roles[position].code : roles[0].code
            } else {
                let start = sentence.entities[index].range.upperBound
                let end =
                    position + 1 < persons.count
                    ? sentence.entities[persons[position + 1]].range.lowerBound : sentence.range.upperBound
                // The office after the name, or the next that follows, as in `X and Y as Co-Chairs`.
                code =
                    (roles.first { $0.range.lowerBound >= start && $0.range.lowerBound < end }
                    ?? roles.first { $0.range.lowerBound >= start }
                    ?? roles.last { $0.range.upperBound <= start } ?? roles[0]).code
            }
            sentence.entities[index].person?.as = Codes(code)
        }
    }
}

/// A clause that says who held an office: `Mr. X acted as Secretary`, `chaired by X`, `the Chair, Ms. X, opened the session`.
enum OfficeStatement {
    private static let chairing: [String: String] = [
        "chaired": "chair", "co-chaired": "coChair", "facilitated": "facilitator",
        "co-facilitated": "facilitator",
        "convened": "convener", "co-convened": "convener", "moderated": "moderator", "presided": "chair",
        "chairmanship": "chair", "presidida": "president", "presidido": "president",
    ]
    private static let serving: Set<String> = ["acted", "served", "acting", "serving"]
    private static let opened: Set<String> = ["opened", "inaugurated"]
    private static let closed: Set<String> = ["closed"]
    private static let occasions: Set<String> = ["session", "meeting", "workshop", "conference", "seminar"]

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        guard sentence.hasPerson else { return occasion(in: sentence) }
        let text = sentence.text
        var isOffice = false
        for word in sentence.words {
            let small = text.words[word].small
            if let code = chairing[small] {
                isOffice = setChair(code, at: word, in: &sentence) || isOffice
            } else if serving.contains(small), word + 1 < sentence.words.upperBound,
                text.words[word + 1].small == "as"
            {
                isOffice = setServing(at: word, in: &sentence) || isOffice
            }
        }
        let isNamed = setApposed(in: &sentence)
        if let occasion = occasion(in: sentence) { return occasion }
        return isOffice || isNamed ? sentence.statement("office") : nil
    }

    /// `chaired by X and Y`, `under the chairmanship of X`, `X (State) chaired the meeting`.
    private static func setChair(_ code: String, at word: Int, in sentence: inout Sentence) -> Bool {
        let text = sentence.text
        let isBefore =
            word + 1 < sentence.words.upperBound
            && ["by", "of", "over", "por"].contains(text.words[word + 1].small)
        var found = false
        if isBefore, text.words[word + 1].small != "over" {
            var last = text.words[word + 1].range.upperBound
            for index in sentence.persons(in: word..<sentence.words.upperBound) {
                let gap = text.words(in: last..<sentence.entities[index].range.lowerBound)
                guard gap.count <= 14, !gap.contains(where: { stops.contains(text.words[$0].small) }) else {
                    break
                }
                sentence.entities[index].person?.as = Codes(code)
                last = sentence.entities[index].range.upperBound
                found = true
            }
        } else if let index = sentence.persons(in: sentence.words.lowerBound..<word).last {
            let gap = text.words(in: sentence.entities[index].range.upperBound..<sentence.offset(word))
            guard gap.count <= 8, !gap.contains(where: { stops.contains(text.words[$0].small) }) else {
                return false
            }
            sentence.entities[index].person?.as = Codes(code)
            found = true
        }
        return found
    }

    private static let stops: Set<String> = [
        "was", "were", "at", "in", "which", "who", "that", "to", "with", "on", "informed", "reported",
        "considered",
    ]

    /// `X acted as Secretary`.
    private static func setServing(at word: Int, in sentence: inout Sentence) -> Bool {
        let text = sentence.text
        let end = min(word + 8, sentence.words.upperBound)
        guard let index = sentence.persons(in: sentence.words.lowerBound..<word).last,
            let place = (word + 2..<max(word + 2, end)).first(where: {
                RoleWords.role(in: text, at: $0) != nil
            }),
            let role = RoleWords.role(in: text, at: place)
        else { return false }
        sentence.entities[index].person?.as = Codes(role.code)
        let range = sentence.offset(place)..<text.words[place + role.count - 1].range.upperBound
        sentence.add(SpanMark(range: range, span: .role(Role(code: role.code, content: []))))
        return true
    }

    /// `The Chair of the SBI, Mr. X`, `Mr. X as Vice-Chair`, `Mr. X (State), Chair of the meeting`.
    private static func setApposed(in sentence: inout Sentence) -> Bool {
        let text = sentence.text
        var found = false
        for word in sentence.words {
            guard let role = RoleWords.role(in: text, at: word) else { continue }
            let last = word + role.count - 1
            let before = word > sentence.words.lowerBound ? text.words[word - 1].small : ""
            let target: Int?
            if before == "as" {
                target = sentence.persons(in: sentence.words.lowerBound..<word).last { index in
                    let gap = text.words(
                        in: sentence.entities[index].range.upperBound..<sentence.offset(word - 1))
                    return gap.count <= 8
                        && gap.allSatisfy {
                            text.words[$0].isCapital || ["of", "and"].contains(text.words[$0].small)
                        }
                }
            } else {
                target = sentence.persons(in: last..<sentence.words.upperBound).first { index in
                    let start = sentence.entities[index].range.lowerBound
                    let gap = text.words(in: text.words[last].range.upperBound..<start)
                    let comma = start >= 2 && text.bytes[(start - 2)..<start].elementsEqual(", ".utf8)
                    return comma && gap.count <= 8
                        && gap.allSatisfy {
                            text.words[$0].isCapital
                                || ["of", "the", "for", "and", "on"].contains(text.words[$0].small)
                        }
                }
            }
            guard let target = target ?? holder(of: word, last, in: sentence),
                sentence.entities[target].person?.as == nil
            else { continue }
            sentence.entities[target].person?.as = Codes(role.code)
            let range = sentence.offset(word)..<text.words[last].range.upperBound
            sentence.add(SpanMark(range: range, span: .role(Role(code: role.code, content: []))))
            found = true
        }
        return found
    }

    /// The person in whose bracket an office stands, `Jane Roe (jr, chair)`, or who follows `The Chairman of the Meeting was`.
    private static func holder(of word: Int, _ last: Int, in sentence: Sentence) -> Int? {
        let text = sentence.text
        return sentence.persons(in: sentence.words).first { index in
            let range = sentence.entities[index].range
            if let bracket = bracket(after: range.upperBound, in: text),
                bracket.contains(sentence.offset(word))
            {
                return true
            }
            guard range.lowerBound > sentence.offset(word) else { return false }
            let gap = text.words(in: text.words[last].range.upperBound..<range.lowerBound)
            return gap.count <= 8 && gap.last.map { ["was", "is"].contains(text.words[$0].small) } ?? false
                && gap.dropLast().allSatisfy {
                    text.words[$0].isCapital
                        || ["of", "the", "for", "and", "on"].contains(text.words[$0].small)
                }
        }
    }

    /// The short text in the bracket that opens after a space at an offset.
    static func bracket(after end: Int, in text: SpanText) -> Range<Int>? {
        guard end + 2 < text.bytes.count, text.bytes[end] == .space, text.bytes[end + 1] == .open,
            let close = text.bytes[(end + 2)...].prefix(60).firstIndex(of: .close)
        else { return nil }
        return (end + 2)..<close
    }

    /// The clause that says who opened or closed the meeting.
    private static func occasion(in sentence: Sentence) -> SpanMark? {
        let text = sentence.text
        for word in sentence.words {
            let small = text.words[word].small
            let isOpening = opened.contains(small)
            guard isOpening || closed.contains(small) else { continue }
            let near = text.words[
                max(sentence.words.lowerBound, word - 5)..<min(word + 5, sentence.words.upperBound)]
            let isForDiscussion =
                word + 1 < sentence.words.upperBound
                && ["for", "to", "up"].contains(text.words[word + 1].small)
            guard near.contains(where: { occasions.contains($0.small) }), !isForDiscussion else { continue }
            return sentence.statement(isOpening ? "opening" : "closing")
        }
        return nil
    }
}
