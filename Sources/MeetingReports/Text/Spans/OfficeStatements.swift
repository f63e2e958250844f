/// A clause that says who held an office: `Mr. X acted as Secretary`, `chaired by X`, `the Chair, Ms. X, opened the session`.
enum OfficeStatement {
    private static let chairing: [String: String] = [
        "chaired": "chair", "co-chaired": "coChair", "facilitated": "facilitator",
        "co-facilitated": "facilitator",
        "convened": "convener", "co-convened": "convener", "moderated": "moderator", "presided": "chair",
        "chairmanship": "chair", "presidida": "president", "presidido": "president", "présidée": "president",
        "présidence": "president", "presidencia": "president",
    ]
    private static let serving: Set<String> = ["acted", "served", "acting", "serving", "over"]
    private static let occasions: Set<String> = ["session", "meeting", "workshop", "conference", "seminar"]

    static func mark(_ sentence: inout Sentence) -> SpanMark? {
        let isOffice = setOffices(in: &sentence)
        if let occasion = MeetingOccasion.mark(sentence) { return occasion }
        return isOffice ? sentence.statement("office") : nil
    }

    /// Says of the persons in a sentence which office they hold there; whether it says so of any.
    @discardableResult static func setOffices(in sentence: inout Sentence) -> Bool {
        guard sentence.hasPerson else { return false }
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
        return isOffice || isNamed
    }

    /// `chaired by X and Y`, `under the chairmanship of X`, `X (State) chaired the meeting`.
    private static func setChair(_ code: String, at word: Int, in sentence: inout Sentence) -> Bool {
        let text = sentence.text
        let isBefore =
            word + 1 < sentence.words.upperBound
            && ["by", "of", "over", "por", "par", "de", "del"].contains(text.words[word + 1].small)
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
            guard let role = RoleWords.role(in: text, at: word), !isAbsent(word, in: sentence),
                !isOfOther(word + role.count - 1, role.code, in: sentence)
            else { continue }
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

    /// Whether an office is one of a State or of another organization: `President of Chile`, `Chair of the World Food Board`.
    private static func isOfOther(_ last: Int, _ code: String, in sentence: Sentence) -> Bool {
        let text = sentence.text
        guard text.isJoined(last), last + 2 < sentence.words.upperBound, text.words[last + 1].small == "of"
        else {
            return false
        }
        let next = last + (text.words[last + 2].small == "the" ? 3 : 2)
        guard next < sentence.words.upperBound else { return false }
        let entity = sentence.entities.first {
            $0.organization != nil && $0.range.contains(sentence.offset(next))
        }
        guard let entity, let organization = entity.organization else {
            // `Secretary-General of the League`: bodies of the meeting have chairs.
            guard ["secretary", "president"].contains(code), text.words[next].isCapital else { return false }
            let end = CapitalPhrase.end(in: text, fromHead: CapitalPhrase.chainEnd(in: text, from: next))
            return !sentence.body.isOwn(text[sentence.offset(next)..<text.words[end].range.upperBound])
        }
        if organization.kind == "state" { return true }
        let isKnown =
            organization.acronym != nil || NameTable.shared.entry(named: text.bytes[entity.range]) != nil
        return (isKnown || ["secretary", "president"].contains(code))
            && !sentence.body.isOwn(text[entity.range])
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
        guard ["chair", "viceChair", "coChair", "rapporteur", "president", "vicePresident"].contains(code)
        else { return nil }
        let isBeforeBody = isBeforeBody(last, in: text) || isBeforeOwnBody(last, in: sentence)
        let after = text.bytes[text.words[last].range.upperBound...].prefix(3)
        let isClosed = after.first == .comma && after.count == 3 && after.last.map { !$0.isCapital } ?? false
        guard isBeforeBody || isClosed else { return nil }
        return sentence.persons(in: sentence.words.lowerBound..<word).last { index in
            var end = sentence.entities[index].range.upperBound
            if let bracket = bracket(after: end, in: text) { end = bracket.upperBound + 1 }
            end = stateEnd(after: end, in: sentence)
            guard end < sentence.offset(word) else { return false }
            let gap = String(decoding: text.bytes[end..<sentence.offset(word)], as: UTF8.self)
            return gap == ", " || gap == ", the "
        }
    }

    /// The end of the State that a person is of, `Mr. Roe of Jamaica`, or the end of the person.
    private static func stateEnd(after end: Int, in sentence: Sentence) -> Int {
        let state = sentence.entities.first { $0.range.lowerBound > end && $0.organization?.kind == "state" }
        guard let state else { return end }
        let gap = sentence.text[end..<state.range.lowerBound]
        return [" of ", " of the ", " from ", " from the "].contains(gap) ? state.range.upperBound : end
    }

    /// Whether the name of the body that reports follows an office: `Chair of the SBI`.
    private static func isBeforeOwnBody(_ last: Int, in sentence: Sentence) -> Bool {
        let text = sentence.text
        guard text.isJoined(last), text.isJoined(last + 1), text.words[last + 1].small == "of" else {
            return false
        }
        let next = last + (text.words[last + 2].small == "the" ? 3 : 2)
        guard next < sentence.words.upperBound else { return false }
        return sentence.entities.contains {
            $0.range.lowerBound == sentence.offset(next) && $0.organization != nil
                && sentence.body.isOwn(text[$0.range])
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
}
