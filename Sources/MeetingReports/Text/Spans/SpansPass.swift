/// Puts the spans over every run of text of a record, in printed order; never changes a character.
struct SpansPass {
    private var links: NoteReferencesPass
    private var organizations: OrganizationsPass
    /// Whether the items being marked are of a list of participants.
    private var isInParticipants = false
    /// How those voted who are named in the item being marked.
    private var vote: Codes?
    private var statements: StatementsPass

    /// - Parameter report: a record whose notes have ids.
    init(_ report: MeetingReport) {
        links = NoteReferencesPass(report)
        organizations = OrganizationsPass(language: report.lang)
        statements = StatementsPass(report)
    }

    /// Marks the notes called in the fields of a masthead.
    mutating func mark(masthead: inout [Interrupted<MastheadField>]) {
        for index in masthead.indices {
            switch masthead[index] {
            case .element(var field):
                field.content = links.linked(field.content)
                masthead[index] = .element(field)
            case .interruption(.footnote(let note)): links.pass(note)
            case .interruption: break
            }
        }
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
                mark(masthead: &annex.masthead)
                if var heading = annex.heading {
                    mark(heading: &heading)
                    annex.heading = heading
                }
                mark(&annex.content)
                blocks[index] = .annex(annex)
            case .interruption(var interruption):
                mark(&interruption)
                blocks[index] = .interruption(interruption)
            case .table(var table):
                markNotes(in: &table)
                blocks[index] = .table(table)
            case .quote(var quote):
                markNotes(in: &quote)
                blocks[index] = .quote(quote)
            case .contents: break
            }
        }
    }

    /// Marks the notes called in the cells of a table: what else they hold is read with their columns, not as sentences.
    private mutating func markNotes(in table: inout Table) {
        for index in table.content.indices {
            switch table.content[index] {
            case .element(var row):
                for cell in row.content.indices { markNotes(in: &row.content[cell].content) }
                table.content[index] = .element(row)
            case .interruption(var interruption):
                mark(&interruption)
                table.content[index] = .interruption(interruption)
            }
        }
    }

    private mutating func markNotes(in content: inout [Inner]) {
        for index in content.indices {
            switch content[index] {
            case .p(var p):
                mark(heading: &p.content)
                content[index] = .p(p)
            case .interruption(var interruption):
                mark(&interruption)
                content[index] = .interruption(interruption)
            case .list, .table, .quote: break
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
            case .table(var table):
                markNotes(in: &table)
                content[index] = .table(table)
            case .quote(var quote):
                markNotes(in: &quote)
                content[index] = .quote(quote)
            }
        }
    }

    private mutating func markNotes(in quote: inout Quote) {
        for index in quote.content.indices {
            switch quote.content[index] {
            case .p(var p):
                mark(heading: &p.content)
                quote.content[index] = .p(p)
            case .interruption(var interruption):
                mark(&interruption)
                quote.content[index] = .interruption(interruption)
            case .list, .table: break
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
        links.pass(note)
        mark(&note.content)
        interruption = .footnote(note)
    }

    /// Marks a run of text.
    private mutating func mark(run: inout [Inline]) {
        let notes = markInterruptions(in: &run)
        let text = SpanText(run.plainText)
        guard !text.words.isEmpty else { return }
        var entities = LinksPass.marks(in: text) + DatesPass.marks(in: text)
        entities += links.marks(in: text, notesAt: notes)
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

    /// Marks what interrupts a run; gives the offsets of the notes in its text.
    private mutating func markInterruptions(in run: inout [Inline]) -> [Int] {
        var notes: [Int] = []
        var offset = 0
        for index in run.indices {
            switch run[index] {
            case .text(let text): offset += text.utf8.count
            case .interruption(var interruption):
                if case .footnote = interruption { notes.append(offset) }
                mark(&interruption)
                run[index] = .interruption(interruption)
            default: break
            }
        }
        return notes
    }

    /// The item of a list of participants: its parties took part.
    private static func participants(_ text: SpanText, _ entities: [SpanMark]) -> [SpanMark] {
        var sentence = Sentence(text: text, range: 0..<text.bytes.count, entities: entities)
        guard sentence.hasOrganization(in: sentence.range) else { return entities }
        sentence.setCapacity("participant", in: sentence.range)
        return [sentence.statement("attendance")] + sentence.entities
    }

    /// Marks the notes called in a heading.
    private mutating func mark(heading run: inout [Inline]) {
        let notes = markInterruptions(in: &run)
        var weaver = SpanWeaver(run, marks: links.marks(in: SpanText(run.plainText), notesAt: notes))
        run = weaver.woven()
    }
}
