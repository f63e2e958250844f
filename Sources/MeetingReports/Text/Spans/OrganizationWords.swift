/// The words that tell an organization, and which kind of one.
enum OrganizationWords {
    private static let bodyHeads: Set<String> = [
        "group", "committee", "subcommittee", "sub-committee", "bureau", "party", "team", "force", "board",
        "panel",
    ]
    private static let otherHeads: Set<String> = [
        "university", "institute", "academy", "school", "college", "company", "foundation", "laboratory",
    ]
    private static let internationalHeads: Set<String> = [
        "organization", "organisation", "union", "fund", "commission", "office", "programme", "program",
        "bank",
        "agency", "mission", "conference", "council", "service", "centre", "center", "association",
        "federation",
        "forum", "network", "consortium", "commissioner", "nations", "community", "committee", "facility",
        "initiative", "alliance", "partnership", "convention", "league", "division", "department",
        "secretariat",
        "authority", "system", "society", "corporation",
    ]

    /// Whether a word heads the name of a body: `Group`.
    static func isBodyHead(_ word: String) -> Bool { bodyHeads.contains(word) }

    /// Whether a word heads the name of an organization of any kind.
    static func isHead(_ word: String) -> Bool {
        internationalHeads.contains(word) || otherHeads.contains(word)
    }

    /// Whether a word says who came from an organization.
    static func isDelegate(_ word: String) -> Bool {
        [
            "representatives", "representative", "experts", "expert", "participants", "observers",
            "delegates",
            "delegations", "members",
        ].contains(word)
    }

    /// The kind of organization that a name says, or nil where it says none.
    static func kind(of text: SpanText, _ words: ClosedRange<Int>, name: ArraySlice<UInt8>) -> Codes? {
        if let entry = NameTable.shared.entry(named: name) { return entry.kind }
        let small = text.words[words].map(\.small)
        if small.contains(where: otherHeads.contains) { return "other" }
        // What a body is of comes after its head: `Group of Experts of the Organization`.
        if let head = small.first(where: { internationalHeads.contains($0) || bodyHeads.contains($0) }) {
            return bodyHeads.contains(head) && head != "committee" ? "body" : "international"
        }
        return nil
    }
}
