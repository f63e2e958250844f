/// Which notes of a record go to their marks.
///
/// Akoma Ntoso has a note where it is called (`authorialNote`), a record where it was printed. A note goes to its mark
/// where its id is its alone and a mark of plain characters outside any note names it; others stay where they were printed.
struct AKNNotes {
    /// The notes that go to their marks, by id.
    private(set) var carried: [String: Footnote] = [:]
    /// Their ids in the order in which they were printed.
    private(set) var order: [String] = []
    /// The ids of the innermost elements that the first marks of notes stand in; for others, that the notes stand in.
    private var contexts: [String: String] = [:]
    /// The ids of the record; empty where nothing in it has a target.
    private(set) var ids: Set<String> = []

    init(of report: MeetingReport) {
        var scan = Scan()
        report.accept(&scan)
        if scan.hasTargets { ids = Set(scan.ids) }
        contexts = scan.places.merging(scan.contexts) { $1 }
        for note in scan.notes {
            guard let id = note.id, scan.called.contains(id), scan.noteIDs[id] == 1 else { continue }
            carried[id] = note
            order.append(id)
        }
    }

    /// The eId of a note by its id: that of the element in which it is written, then its own name.
    func eId(of id: String) -> String {
        AKNIdentifier.eId(ofNote: id, in: contexts[id])
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
        var contexts: [String: String] = [:]
        /// The ids of the innermost elements that notes are printed in.
        var places: [String: String] = [:]
        private var noteDepth = 0
        /// The ids of the open elements that have one.
        private var open: [String] = []

        mutating func enter(_ element: Element) -> Descent {
            switch element {
            case .footnote(let note):
                noteDepth += 1
                notes.append(note)
                if let id = note.id {
                    if noteIDs[id] == nil { places[id] = open.last }
                    noteIDs[id, default: 0] += 1
                    ids.append(id)
                }
            case .noteReference(let reference):
                if noteDepth == 0, let target = reference.target, AKNNotes.mark(of: reference) != nil {
                    if called.insert(target).inserted { contexts[target] = open.last }
                }
            case .reference(let reference): if reference.target != nil { hasTargets = true }
            case .entry(let entry): if entry.target != nil { hasTargets = true }
            default: break
            }
            if let id = Self.id(of: element) {
                ids.append(id)
                open.append(id)
            }
            return .into
        }

        mutating func leave(_ element: Element) {
            if case .footnote = element { noteDepth -= 1 }
            if Self.id(of: element) != nil { open.removeLast() }
        }

        /// The id of an element that is no note.
        private static func id(of element: Element) -> String? {
            switch element {
            case .section(let section): section.id
            case .paragraph(let paragraph): paragraph.id
            case .list(let list): list.id
            case .item(let item): item.id
            case .table(let table): table.id
            case .quote(let quote): quote.id
            case .contents(let contents): contents.id
            case .annex(let annex): annex.id
            case .unrecognized(let text): text.id
            default: nil
            }
        }
    }
}
