/// The names of offices.
enum RoleWords {
    private static let roles: [(words: [String], code: String)] = [
        (["vice-chair"], "viceChair"), (["vice-chairs"], "viceChair"), (["vice-chairman"], "viceChair"),
        (["vice-chairmen"], "viceChair"), (["vice-chairperson"], "viceChair"),
        (["vice-chairpersons"], "viceChair"), (["vice", "chair"], "viceChair"),
        (["vice", "chairs"], "viceChair"),
        (["vice", "chairman"], "viceChair"), (["vice", "chairperson"], "viceChair"),
        (["co-chair"], "coChair"), (["co-chairs"], "coChair"), (["co-chairman"], "coChair"),
        (["co-chairperson"], "coChair"), (["co-chairpersons"], "coChair"), (["co-chairmen"], "coChair"),
        (["chair"], "chair"), (["chairs"], "chair"), (["chairman"], "chair"), (["chairperson"], "chair"),
        (["chairwoman"], "chair"), (["chairpersons"], "chair"),
        (["vice-president"], "vicePresident"), (["vice-presidents"], "vicePresident"),
        (["president"], "president"), (["rapporteur"], "rapporteur"), (["rapporteurs"], "rapporteur"),
        (["secretary", "general"], "secretary"), (["secretary"], "secretary"), (["convener"], "convener"),
        (["presidente"], "president"),
    ]

    /// The office named by the words at an index: the number of words and its code.
    static func role(in text: SpanText, at index: Int) -> (count: Int, code: String)? {
        let word = text.words[index].small
        for role in roles where role.words[0] == word {
            if role.words.count == 1 { return (1, role.code) }
            if index + 1 < text.words.count, text.isJoined(index),
                text.words[index + 1].small == role.words[1]
            {
                return (2, role.code)
            }
        }
        return nil
    }
}
