/// Puts the spans over every run of text of a record, in printed order; never changes a character.
struct SpansPass {
    private let links: NoteReferencesPass
    private var organizations: OrganizationsPass
    /// Whether the items being marked are of a list of participants.
    private var isInParticipants = false
    /// How those voted who are named in the item being marked.
    private var vote: Codes?
    private var statements: StatementsPass

    /// - Parameter report: a record whose notes have ids.
    init(_ report: MeetingReport) {
        var collector = NoteCollector()
        report.accept(&collector)
        links = NoteReferencesPass(notes: collector.notes)
        organizations = OrganizationsPass(language: report.lang)
        statements = StatementsPass(report)
    }

    /// Marks the runs of blocks.
    mutating func mark(_ blocks: inout [Block]) {
        for index in blocks.indices {
            switch blocks[index] {
            case .section(var section):
                if var heading = section.heading {
                    mark(heading: &heading)
                    section.heading = heading
                }
                mark(&section.content)
                blocks[index] = .section(section)
            case .paragraph(var paragraph):
                mark(&paragraph.content)
                blocks[index] = .paragraph(paragraph)
            case .list(var list):
                mark(&list)
                blocks[index] = .list(list)
            case .annex(var annex):
                mark(&annex.content)
                blocks[index] = .annex(annex)
            case .interruption(var interruption):
                mark(&interruption)
                blocks[index] = .interruption(interruption)
            case .table, .quote, .contents: break
            }
        }
    }

    private mutating func mark(_ content: inout [Inner]) {
        for index in content.indices {
            switch content[index] {
            case .p(var p):
                mark(run: &p.content)
                content[index] = .p(p)
            case .list(var list):
                mark(&list)
                content[index] = .list(list)
            case .interruption(var interruption):
                mark(&interruption)
                content[index] = .interruption(interruption)
            case .table, .quote: break
            }
        }
    }

    private mutating func mark(_ list: inout List) {
        let wasInParticipants = isInParticipants
        isInParticipants = isInParticipants || list.kind?.contains("participants") ?? false
        defer { isInParticipants = wasInParticipants }
        for index in list.content.indices {
            switch list.content[index] {
            case .element(var item):
                vote = list.kind == "vote" ? item.num.flatMap { Vote.capacity(of: $0.plainText) } : nil
                mark(&item.content)
                vote = nil
                list.content[index] = .element(item)
            case .interruption(var interruption):
                mark(&interruption)
                list.content[index] = .interruption(interruption)
            }
        }
    }

    private mutating func mark(_ interruption: inout Interruption) {
        guard case .footnote(var note) = interruption else { return }
        mark(&note.content)
        interruption = .footnote(note)
    }

    /// Marks a run of text.
    private mutating func mark(run: inout [Inline]) {
        for index in run.indices {
            guard case .interruption(var interruption) = run[index] else { continue }
            mark(&interruption)
            run[index] = .interruption(interruption)
        }
        let text = SpanText(run.plainText)
        guard !text.words.isEmpty else { return }
        var entities = LinksPass.marks(in: text) + DatesPass.marks(in: text) + links.marks(in: text)
        entities += PersonsPass.marks(in: text) + ReferencesPass.marks(in: text)
        entities += organizations.marks(in: text)
        statements.body.learn(organizations.takeIntroduced())
        entities = entities.withoutOverlaps()
        let marks: [SpanMark]
        if let vote {
            marks = Self.voters(text, entities, vote)
        } else if isInParticipants {
            marks = Self.participants(text, entities)
        } else {
            marks = statements.mark(text, entities: entities)
        }
        guard !marks.isEmpty else { return }
        var weaver = SpanWeaver(run, marks: marks)
        run = weaver.woven()
    }

    /// The item of a vote: those named in it voted so.
    private static func voters(_ text: SpanText, _ entities: [SpanMark], _ vote: Codes) -> [SpanMark] {
        var sentence = Sentence(text: text, range: 0..<text.bytes.count, entities: entities)
        sentence.setCapacity(vote, in: sentence.range)
        return sentence.entities
    }

    /// The item of a list of participants: its parties took part.
    private static func participants(_ text: SpanText, _ entities: [SpanMark]) -> [SpanMark] {
        var sentence = Sentence(text: text, range: 0..<text.bytes.count, entities: entities)
        guard sentence.hasOrganization(in: sentence.range) else { return entities }
        sentence.setCapacity("participant", in: sentence.range)
        return [sentence.statement("attendance")] + sentence.entities
    }

    /// Marks the notes called in a heading.
    private func mark(heading run: inout [Inline]) {
        let text = SpanText(run.plainText)
        var weaver = SpanWeaver(run, marks: links.marks(in: text))
        run = weaver.woven()
    }
}

/// The id of the first note of each mark.
private struct NoteCollector: ReportVisitor {
    private(set) var notes: [String: String] = [:]

    mutating func enter(_ element: Element) -> Descent {
        if case .footnote(let note) = element, let marker = note.marker, let id = note.id,
            notes[marker] == nil
        {
            notes[marker] = id
        }
        return .into
    }
}
