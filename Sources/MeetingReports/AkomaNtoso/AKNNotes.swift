/// Which notes of a record go to their marks.
///
/// Akoma Ntoso has a note where it is called (`authorialNote`), a record where it was printed. A note goes to its mark
/// where its id is its alone and a mark of plain characters outside any note names it; others stay where they were printed.
struct AKNNotes {
    /// The notes that go to their marks, by id.
    private(set) var carried: [String: Footnote] = [:]
    /// Their ids in the order in which they were printed.
    private(set) var order: [String] = []
    /// The ids of the record; empty where nothing in it has a target.
    private(set) var ids: Set<String> = []

    init(of report: MeetingReport) {
        var scan = Scan()
        report.accept(&scan)
        if scan.hasTargets { ids = Set(scan.ids) }
        for note in scan.notes {
            guard let id = note.id, scan.called.contains(id), scan.noteIDs[id] == 1 else { continue }
            carried[id] = note
            order.append(id)
        }
    }

    /// The mark that a reference to a note consists of; nil where it holds more than characters.
    static func mark(of reference: NoteReference) -> String? {
        guard reference.content.count == 1, case .text(let mark) = reference.content[0] else { return nil }
        return mark
    }

    private struct Scan: ReportVisitor {
        var ids: [String] = []
        var hasTargets = false
        var notes: [Footnote] = []
        var noteIDs: [String: Int] = [:]
        var called: Set<String> = []
        private var noteDepth = 0

        mutating func enter(_ element: Element) -> Descent {
            switch element {
            case .footnote(let note):
                noteDepth += 1
                notes.append(note)
                if let id = note.id {
                    noteIDs[id, default: 0] += 1
                    ids.append(id)
                }
            case .noteReference(let reference):
                if noteDepth == 0, let target = reference.target, AKNNotes.mark(of: reference) != nil {
                    called.insert(target)
                }
            case .reference(let reference): if reference.target != nil { hasTargets = true }
            case .entry(let entry): if entry.target != nil { hasTargets = true }
            case .section(let section): add(section.id)
            case .paragraph(let paragraph): add(paragraph.id)
            case .list(let list): add(list.id)
            case .item(let item): add(item.id)
            case .table(let table): add(table.id)
            case .quote(let quote): add(quote.id)
            case .contents(let contents): add(contents.id)
            case .annex(let annex): add(annex.id)
            case .unrecognized(let text): add(text.id)
            default: break
            }
            return .into
        }

        mutating func leave(_ element: Element) {
            if case .footnote = element { noteDepth -= 1 }
        }

        private mutating func add(_ id: String?) {
            if let id { ids.append(id) }
        }
    }
}
