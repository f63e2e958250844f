/// Finds the persons in a line that begins with the office they hold: `Chair: Jane Roe`, `Rapporteurs: A. Poe, B. Moe`.
enum LabelledPersons {
    static func marks(in text: SpanText) -> [SpanMark] {
        guard let colon = text.bytes.firstIndex(of: .colon), colon < 48 else { return [] }
        let label = text.words(in: 0..<colon)
        let capacity = label.compactMap {
            RoleWords.role(in: text, at: $0)?.code ?? capacities[text.words[$0].small]
        }
        guard !capacity.isEmpty else { return [] }
        var marks: [SpanMark] = []
        for index in label {
            guard let role = RoleWords.role(in: text, at: index) else { continue }
            let last = text.words[index + role.count - 1]
            let range = text.words[index].range.lowerBound..<last.range.upperBound
            if marks.last.map({ $0.range.upperBound <= range.lowerBound }) ?? true {
                marks.append(SpanMark(range: range, span: .role(Role(code: role.code, content: []))))
            }
        }
        var unique: [String] = []
        for code in capacity where !unique.contains(code) { unique.append(code) }
        let codes = Codes(unique.joined(separator: " "))
        var index = text.firstWord(from: colon)
        while index < text.words.count {
            let atLeast = PersonName.isTitle(index, in: text) ? 1 : 2
            guard let last = PersonName.end(in: text, from: index, atLeast: atLeast) else {
                index += 1
                continue
            }
            let range = text.words[index].range.lowerBound..<text.words[last].range.upperBound
            if let state = NameTable.shared.match(in: text.bytes, at: range.lowerBound), state.kind == "state"
            {
                marks.append(
                    .organization(
                        range.lowerBound..<(range.lowerBound + state.name.count), kind: "state",
                        code: state.code))
            } else {
                marks.append(SpanMark(range: range, span: .person(Person(as: codes, content: []))))
            }
            index = afterBracket(in: text, after: last, marks: &marks)
        }
        return marks.withoutOverlaps()
    }

    /// The first word after a bracket that follows a name; a State in it is marked.
    private static func afterBracket(in text: SpanText, after last: Int, marks: inout [SpanMark]) -> Int {
        let end = text.words[last].range.upperBound
        guard end + 1 < text.bytes.count, text.bytes[end] == .space, text.bytes[end + 1] == .open,
            let close = text.bytes[end...].firstIndex(of: .close)
        else { return last + 1 }
        if let state = NameTable.anyLanguage(in: text.bytes, at: end + 2), end + 2 + state.name.count <= close
        {
            marks.append(
                .organization((end + 2)..<(end + 2 + state.name.count), kind: state.kind, code: state.code))
        }
        return text.firstWord(from: close)
    }

    private static let capacities = [
        "excused": "absent", "apologies": "absent", "editorial": "editor", "attendant": "participant",
        "attendants": "participant", "participants": "participant", "facilitator": "facilitator",
        "facilitators": "facilitator", "co-facilitators": "facilitator", "moderator": "moderator",
    ]
}
