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
        var mark: SpanMark { SpanMark(range: range, span: .role(.init(code: code, content: []))) }
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
            if assignLabelled(roles, in: start..<end, &sentence) {
                for role in roles { sentence.add(role.mark) }
                hasOfficer = true
                continue
            }
            // `Mr. X elected Chairman, and Mr. Y, of the Ministry, appointed Secretary`
            var persons = isPassive ? [] : sentence.persons(in: verb..<end)
            if persons.isEmpty { persons = group(before: verb, from: start, in: sentence) }
            guard !persons.isEmpty else { continue }
            assign(roles, to: persons, isPassive: isPassive, in: &sentence)
            if isPassive { assignElliptic(roles, in: verb..<end, &sentence) }
            for role in roles { sentence.add(role.mark) }
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

    /// `the following officers: Chair: Mr. X (Togo); Vice-Chairs: Ms. Y and Mr. Z`: each person after a label has its office.
    private static func assignLabelled(_ roles: [Role], in words: Range<Int>, _ sentence: inout Sentence)
        -> Bool
    {
        let bytes = sentence.text.bytes
        let labels = roles.filter { role in
            bytes[role.range.upperBound..<sentence.range.upperBound].drop { $0 == .space }.first == .colon
        }
        guard !labels.isEmpty else { return false }
        var found = false
        for index in sentence.persons(in: words) {
            let start = sentence.entities[index].range.lowerBound
            guard let label = labels.last(where: { $0.range.upperBound < start }) else { continue }
            sentence.entities[index].person?.as = Codes(label.code)
            found = true
        }
        return found
    }

    /// `was elected President and Mr. Y (Chile) Vice-President`: the persons after the verb with an office right after them.
    private static func assignElliptic(_ roles: [Role], in words: Range<Int>, _ sentence: inout Sentence) {
        for index in sentence.persons(in: words) where sentence.entities[index].person?.as == nil {
            var end = sentence.entities[index].range.upperBound
            if let bracket = OfficeStatement.bracket(after: end, in: sentence.text) {
                end = bracket.upperBound + 1
            }
            let next = sentence.text.firstWord(from: end)
            guard let role = roles.first(where: { $0.word == next || $0.word == next + 1 }) else { continue }
            sentence.entities[index].person?.as = Codes(role.code)
        }
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
    private static let serving: Set<String> = ["acted", "served", "acting", "serving", "over"]
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

    /// `X acted as Secretary`, `X took over as Chair`.
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
            guard let role = RoleWords.role(in: text, at: word), !isAbsent(word, in: sentence) else {
                continue
            }
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
                            text.words[$0].isCapital || isBodyWord(text.words[$0].small)
                        }
                }
            }
            guard
                let target = target ?? holder(of: word, last, in: sentence)
                    ?? named(before: word, last, role.code, in: sentence),
                sentence.entities[target].person?.as == nil
            else { continue }
            sentence.entities[target].person?.as = Codes(role.code)
            let range = sentence.offset(word)..<text.words[last].range.upperBound
            sentence.add(SpanMark(range: range, span: .role(Role(code: role.code, content: []))))
            found = true
        }
        return found
    }

    /// Whether a word may stand in the name of a body with a small letter: `the Chairman of the legal experts group`.
    private static func isBodyWord(_ word: String) -> Bool {
        [
            "of", "the", "for", "and", "on", "legal", "technical", "scientific", "expert", "experts",
            "drafting",
            "contact", "working", "informal", "meeting", "session",
        ].contains(word) || OrganizationWords.isBodyHead(word)
    }

    /// Whether an office is that of somebody who is not there: `in the absence of the Chair`.
    private static func isAbsent(_ word: Int, in sentence: Sentence) -> Bool {
        let before = sentence.text.words[max(sentence.words.lowerBound, word - 3)..<word].map(\.small)
        return before.suffix(3) == ["absence", "of", "the"] || before.suffix(2) == ["absence", "of"]
    }

    /// The person after whom an office of a meeting stands, between commas: `Mr. X (State), the Chair, opened`,
    /// `Ms. Y, Vice-Chair of the Committee, presided`.
    private static func named(before word: Int, _ last: Int, _ code: String, in sentence: Sentence) -> Int? {
        let text = sentence.text
        guard ["chair", "viceChair", "coChair", "rapporteur"].contains(code) else { return nil }
        let isBeforeBody = isBeforeBody(last, in: text)
        let after = text.bytes[text.words[last].range.upperBound...].prefix(3)
        let isClosed = after.first == .comma && after.count == 3 && after.last.map { !$0.isCapital } ?? false
        guard isBeforeBody || isClosed else { return nil }
        return sentence.persons(in: sentence.words.lowerBound..<word).last { index in
            var end = sentence.entities[index].range.upperBound
            if let bracket = bracket(after: end, in: text) { end = bracket.upperBound + 1 }
            guard end < sentence.offset(word) else { return false }
            let gap = String(decoding: text.bytes[end..<sentence.offset(word)], as: UTF8.self)
            return gap == ", " || gap == ", the "
        }
    }

    /// Whether an office is of the meeting or of the body that reports, which is named without its whole name: `of the
    /// Committee`, but not `of the Adaptation Committee`.
    private static func isBeforeBody(_ last: Int, in text: SpanText) -> Bool {
        guard text.isJoined(last), text.isJoined(last + 1),
            text.isJoined(last + 2) || last + 3 == text.words.count - 1,
            text.words[last + 1].small == "of", ["the", "this"].contains(text.words[last + 2].small)
        else { return false }
        let body = text.words[last + 3].small
        guard
            OrganizationWords.isBodyHead(body) || occasions.contains(body)
                || ["commission", "council", "working"].contains(body)
        else { return false }
        let next = last + (body == "working" ? 5 : 4)
        return
            !(next < text.words.count && text.isJoined(next - 1)
            && (text.words[next].isCapital || ["of", "on", "for"].contains(text.words[next].small)))
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
