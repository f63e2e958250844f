/// A clause that says who was elected or appointed to which office.
///
/// `Mr. X (State) was elected Chair`: the persons before the verb. `The body elected X as Chair and Y as Rapporteur`: the
/// persons after it, each with the office that follows it, or with one that all of them share.
enum ElectionStatement {
    private static let elections: Set<String> = [
        "elected", "re-elected", "reelected", "nominated", "elegido", "elegida", "elegidos", "élu", "élue",
        "élus",
        "selected", "chosen", "elects", "eligió", "elige", "élit", "elegidas", "élues",
    ]
    private static let appointments: Set<String> = [
        "appointed", "designated", "nombrado", "nombrada", "nommé", "nommée", "appoints", "designó", "nombró",
        "désigné", "désignée", "designado", "designada",
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
        // Who is proposed for an office does not hold it yet.
        let isProposal =
            word == "nominated"
            && (after == "for" || sentence.find("for the office|post|position", from: index) != nil)
        return !exceptions.contains(before) && !isProposal
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
