/// The names of offices.
enum RoleWords {
    private static let codes: [(code: String, words: [String])] = [
        (
            "viceChair",
            [
                "vice-chair", "vice-chairs", "vice-chairman", "vice-chairmen", "vice-chairperson",
                "vice-chairpersons", "vice-chairwoman", "vice chair", "vice chairs", "vice chairman",
                "vice chairmen", "vice chairperson", "deputy chair", "deputy chairman", "deputy chairperson",
            ]
        ),
        (
            "coChair",
            [
                "co-chair", "co-chairs", "co-chairman", "co-chairmen", "co-chairperson", "co-chairpersons",
                "co chair", "co chairs",
            ]
        ),
        (
            "chair",
            [
                "chair", "chairs", "chairman", "chairmen", "chairperson", "chairwoman", "chairpersons",
                "chair-rapporteur", "chairperson-rapporteur", "chairman-rapporteur",
            ]
        ),
        (
            "vicePresident",
            [
                "vice-president", "vice-presidents", "vice president", "vice presidents", "vicepresidente",
                "vicepresidenta", "vice-président", "vice-présidente",
            ]
        ),
        ("president", ["president", "presidente", "presidenta", "président", "présidente"]),
        ("rapporteur", ["rapporteur", "rapporteurs", "relator", "relatora", "rapporteuse"]),
        (
            "secretary",
            [
                "secretary", "secretary general", "secretary-general", "secretario", "secretaria",
                "secrétaire",
                "executive secretary", "deputy secretary-general", "deputy executive secretary",
                "co-secretary",
            ]
        ),
        ("convener", ["convener", "conveners", "convenor", "co-convener", "co-conveners", "co-convenors"]),
        ("facilitator", ["facilitator", "facilitators", "co-facilitator", "co-facilitators"]),
        ("moderator", ["moderator", "moderators"]),
    ]

    /// The offices by their first word, the longest first.
    private static let roles: [String: [(second: String?, code: String)]] = {
        var roles: [String: [(second: String?, code: String)]] = [:]
        for (code, names) in codes {
            for name in names {
                let words = name.split(separator: " ").map(String.init)
                roles[words[0], default: []].append((words.count > 1 ? words[1] : nil, code))
            }
        }
        return roles.mapValues { $0.sorted { ($0.second ?? "").utf8.count > ($1.second ?? "").utf8.count } }
    }()

    /// The office named by the words at an index: the number of words and its code.
    static func role(in text: SpanText, at index: Int) -> (count: Int, code: String)? {
        guard let candidates = roles[text.words[index].small] else { return nil }
        let next = text.isJoined(index) ? text.words[index + 1].small : nil
        for candidate in candidates {
            if let second = candidate.second {
                if next == second { return (2, candidate.code) }
            } else {
                // A Secretary of State is no officer of the meeting, nor is a Special Rapporteur.
                let before = index > 0 && text.isJoined(index - 1) ? text.words[index - 1].small : ""
                if candidate.code == "secretary",
                    next == "of" || next == "for" || before == "state" || before == "first"
                {
                    return nil
                }
                if before == "special" { return nil }
                return (1, candidate.code)
            }
        }
        return nil
    }
}
