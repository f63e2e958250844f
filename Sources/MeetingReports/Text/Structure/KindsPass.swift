/// Says what sections and lists give, by the words of their headings and of the text that introduces them.
enum KindsPass {
    /// The blocks with that said.
    static func mark(_ blocks: [Block]) -> [Block] {
        blocks.map { block in
            switch block {
            case .section(var section):
                section.kind = section.heading.flatMap { kind(ofHeading: words($0)) }
                section.content = mark(section.content)
                return .section(section)
            case .paragraph(var paragraph):
                paragraph.content = mark(paragraph.content)
                return .paragraph(paragraph)
            default: return block
            }
        }
    }

    /// The lists of a paragraph: each is introduced by the text before it.
    private static func mark(_ content: [Inner]) -> [Inner] {
        var introduction: [String] = []
        return content.map { inner in
            switch inner {
            case .p(let p):
                introduction = lastSentence(p.content)
                return inner
            case .list(var list):
                list.kind = list.kind ?? kind(ofListAfter: introduction)
                return .list(list)
            case .table, .quote, .interruption: return inner
            }
        }
    }

    private static func words(_ run: [Inline]) -> Set<String> {
        Set(MastheadWords.words(Array(run.plainText.utf8)[...]))
    }

    /// The words of the sentence that ends in a colon, which says what the list gives.
    private static func lastSentence(_ run: [Inline]) -> [String] {
        let text = SpanText(run.plainText)
        guard let last = Sentences.ranges(in: text).last, text.bytes[last].last == .colon else { return [] }
        return text.words[text.words(in: last)].map(\.small)
    }

    private static func kind(ofHeading words: Set<String>) -> Codes? {
        func has(_ any: String...) -> Bool { !words.isDisjoint(with: any) }
        if has("attendance", "participation", "participants") { return "attendance" }
        if has("adoption"), has("agenda") { return "agenda" }
        if has("adoption"), has("report") { return "adoption" }
        if has("election"), has("officers", "chair", "bureau") { return "officers" }
        if has("officers") { return "officers" }
        if has("next", "date", "dates"), has("session", "meeting", "sessions", "meetings") {
            return "nextMeeting"
        }
        if has("organization", "organisation", "organizational", "organisational") { return "organization" }
        if has("recommendations", "recommendation") { return "recommendations" }
        if has("proceedings") { return "proceedings" }
        if has("closing", "closure") { return "closing" }
        if has("opening", "introduction") { return "opening" }
        if has("agenda"), words.count <= 3 { return "agenda" }
        return nil
    }

    private static func kind(ofListAfter introduction: [String]) -> Codes? {
        let words = Set(introduction)
        func has(_ any: String...) -> Bool { !words.isDisjoint(with: any) }
        if has("topics", "topic", "themes", "subjects") {
            let isFuture = has("suggested", "proposed", "future", "next", "suggests", "proposes")
            return isFuture ? "suggestedTopics" : "topics"
        }
        // Under `the discussion on agenda item 3` there is no agenda.
        let agenda = zip(introduction, introduction.dropFirst() + [""]).contains {
            $0 == "agenda" && !["item", "items", "sub-item", "sub-items"].contains($1)
        }
        if agenda { return "agenda" }
        if has("recommended", "recommendations", "recommends", "recommend") { return "recommendations" }
        if has("documents", "papers") { return "documents" }
        if introduction.last == "participants" || has("attended", "present", "participated", "represented") {
            return "participants"
        }
        if has("actions") { return "actions" }
        return nil
    }
}
