internal import LibXML

/// Makes a record of one document of Akoma Ntoso, by ``AKNTable``: of this project's own exactly, of any other tolerantly.
///
/// Nothing printed is lost: what has no place of its own becomes text where it stands, and its markup is named in a finding.
struct AKNReader {
    let tree: AKNTree
    let file: String
    /// Whether the document carries this project's data, so that it comes back as it was.
    let isOwn: Bool
    /// What stands before the eIds of the document in a collection.
    let prefix: String

    var builder = RecordBuilder()
    /// Where the elements of the record begin in the source.
    var offsets: [Int] = []
    var losses = AKNLosses()

    /// The document, and what collections print around it.
    private let document: AKNDocument
    /// The notes by their eIds, and those whose place is marked.
    let notesByID: [String: Int32]
    private let placed: Set<Int32>
    /// The notes in the metadata, which are printed too.
    private let notesOfMeta: [Int32]
    /// The notes that are in the record.
    var emitted: Set<Int32> = []
    /// The record's ids of the notes.
    var noteNames: [Int32: String] = [:]
    /// The notes called so far that may still have to be placed.
    var called: [Int32] = []
    /// The element whose meaning the open field of a masthead has, 0 for none.
    var field: Int32 = 0
    /// The ids given so far.
    var names = AKNNames()

    /// Where elements are read into.
    enum Context {
        /// The body, a section or an annex.
        case blocks
        /// A paragraph, an item, a cell or a note.
        case inner
        /// A quotation.
        case quoted
    }

    init(_ tree: AKNTree, _ document: AKNDocument, prefix: String, file: String) {
        self.tree = tree
        self.document = document
        self.file = file
        self.prefix = prefix
        isOwn = AKNMeta.record(of: document.node, in: tree) != nil
        var notes: [String: Int32] = [:]
        var inMeta: [Int32] = []
        var markers: [String] = []
        for range in (document.before + [document.node] + document.after).map(tree.nodes) {
            for node in range {
                switch tree[node].name {
                case .note, .authorialNote:
                    if tree[node].name == .note { inMeta.append(node) }
                    if let eId = tree.value(.eId, of: node), notes[eId] == nil { notes[eId] = node }
                case .marker where tree.value(.name, of: node) == "footnotePlace":
                    if let target = tree.value(.refersTo, of: node) {
                        markers.append(String(target.dropFirst(target.hasPrefix("#") ? 1 : 0)))
                    }
                default: break
                }
            }
        }
        notesByID = notes
        notesOfMeta = inMeta
        placed = Set(markers.compactMap { notes[$0] })
    }

    /// The record, or nil where none came to be.
    mutating func read() -> MeetingReport? {
        let node = document.node
        start(.meetingReport, at: node)
        for (name, value) in AKNMeta.record(of: node, in: tree, isOwn: isOwn) {
            builder.attribute(name, value)
        }
        if let source = AKNMeta.source(of: node, in: tree) {
            start(.source, at: source)
            for (name, value) in AKNMeta.attributes(of: source, in: tree) { builder.attribute(name, value) }
            end()
        }
        if !isOwn { losses.note(metaOf: node, in: tree) }
        readMasthead(parts: (document.before + tree.children(of: node)).filter(isFront))
        start(.body, at: node)
        readAround(document.before.filter { !isFront($0) })
        readBody(of: node)
        readAnnexes(of: node)
        readAround(document.after)
        // Notes whose only place is in a note that is nowhere, and those that nothing calls.
        placeNotes { _ in true }
        let range = tree.nodes(of: node)
        let others = notesByID.values.filter { range.contains($0) } + notesOfMeta
        for note in Set(others).subtracting(emitted).sorted() { emit(note: note) }
        end()
        end()
        return builder.report
    }

    // MARK: - Parts

    /// Whether a part of a document belongs to its masthead.
    private func isFront(_ part: Int32) -> Bool {
        tree[part].name == .coverPage || tree[part].name == .preface
    }

    /// Reads what a collection prints before or behind its documents.
    private mutating func readAround(_ parts: [Int32]) {
        for part in parts {
            switch tree[part].name {
            case .attachments: readAnnexes(in: part)
            case _ where tree[part].isText: emit(loose: [part], .blocks)
            default: block(part, .blocks)
            }
        }
    }

    /// Reads the text of a document: what is above it, the text itself, what closes it, then the notes called in it.
    private mutating func readBody(of document: Int32) {
        for part in tree.children(of: document) where !tree[part].isText {
            switch tree[part].name {
            case .meta, .coverPage, .preface, .attachments, .components, .collectionBody: continue
            default: flow(part, .blocks) { $0.tree.ownValue("place", of: $1) == nil }
            }
        }
        let placed = placed
        placeNotes { !placed.contains($0) }
    }

    /// Emits the notes that were called and are not placed elsewhere, in the order of the document.
    private mutating func placeNotes(_ isWanted: (Int32) -> Bool) {
        // A note may call others.
        var waiting = called.filter { isWanted($0) && !emitted.contains($0) }
        while !waiting.isEmpty {
            called.removeAll(where: isWanted)
            for note in waiting.sorted() { emit(note: note) }
            waiting = called.filter { isWanted($0) && !emitted.contains($0) }
        }
        called.removeAll { emitted.contains($0) }
    }

    /// Reads what follows the text: attachments and components as annexes.
    private mutating func readAnnexes(of document: Int32) {
        for part in tree.children(of: document)
        where tree[part].name == .attachments || tree[part].name == .components {
            readAnnexes(in: part)
        }
    }

    private mutating func readAnnexes(in part: Int32) {
        for attachment in tree.children(of: part) where !tree.isBlank(attachment) {
            if tree[attachment].isText { emit(loose: [attachment], .blocks) } else { readAnnex(attachment) }
        }
    }

    private mutating func readAnnex(_ attachment: Int32) {
        let document = tree.children(of: attachment).first { AKNDocument.isDocument(tree[$0].name) }
        let body = document.flatMap { tree.first(.mainBody, in: $0) }
        if let body { flow(body, .blocks) { $0.tree.ownValue("place", of: $1) == "before" } }
        start(.annex, at: attachment)
        takeAttributes(of: attachment, as: .annex)
        let heads = AKNHeads(of: attachment, in: tree)
        emit(head: .num, heads.num)
        if let document { readMasthead(parts: tree.children(of: document).filter(isFront)) }
        emit(head: .heading, heads.heading ?? (isOwn ? nil : heads.subheading))
        emit(
            loose: heads.others + (heads.heading != nil ? [heads.subheading].compactMap(\.self) : []), .blocks
        )
        if let document {
            if !isOwn { losses.note(metaOf: document, in: tree) }
            readBody(of: document)
            readAnnexes(of: document)
        } else {
            flow(attachment, .blocks) { reader, node in !AKNHeads.isHead(reader.tree[node].name) }
        }
        end()
        if let body { flow(body, .blocks) { $0.tree.ownValue("place", of: $1) == "after" } }
    }
}
