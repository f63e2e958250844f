/// The body or meeting that a record reports of, as far as its masthead names it: what other bodies decided once is no
/// outcome of this meeting.
struct ReportingBody {
    /// The names printed in the masthead, in small letters.
    private var names = ""
    /// The words of those names, and the parts of the symbols.
    private var words: Set<String> = []
    /// The acronyms that the text has introduced for those names.
    private var acronyms: Set<String> = []
    /// The heads of names, such as `council`, that stand for the reporting body.
    private var heads: Set<String> = []

    /// The words for bodies of which an organization has many.
    private static let headWords: Set<String> = [
        "committee", "council", "conference", "commission", "assembly", "board", "congress", "subcommittee",
        "sub-committee", "panel", "forum",
    ]

    init(masthead: [Interrupted<MastheadField>] = []) {
        for field in masthead.compactMap(\.element) {
            switch field.name {
            case .organ, .meeting, .title, .session: learn(field.content.plainText)
            case .symbol:
                words.formUnion(
                    field.content.plainText.lowercased().split { $0 == "/" || $0 == " " }.map(String.init))
            default: break
            }
        }
    }

    /// Learns a printed name of the body.
    mutating func learn(_ name: String) {
        names += " " + name.lowercased()
        let words = MastheadWords.words(Array(name.utf8)[...])
        self.words.formUnion(words)
        heads.formUnion(Self.headWords.intersection(words))
    }

    /// Learns acronyms that the text has introduced for names.
    mutating func learn(_ introduced: [(name: String, acronym: String)]) {
        for (name, acronym) in introduced where isNamed(name) { acronyms.insert(acronym) }
    }

    /// Whether a word for a body, such as `council`, stands for the reporting one; where the masthead names none, any may.
    func isOwn(head: String) -> Bool {
        !Self.headWords.contains(head) || heads.isEmpty || heads.contains(head)
    }

    /// Whether an organization is the reporting body or one that the masthead names above it.
    func isOwn(_ name: String) -> Bool {
        names.isEmpty || isNamed(name) || acronyms.contains(name) || words.contains(name.lowercased())
    }

    private func isNamed(_ name: String) -> Bool { names.range(of: name.lowercased()) != nil }
}
