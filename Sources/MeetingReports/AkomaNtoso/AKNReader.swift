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
    private let prefix: String

    var builder = RecordBuilder()
    /// Where the elements of the record begin in the source.
    private(set) var offsets: [Int] = []
    var losses = AKNLosses()

    /// The notes by their eIds, and those whose place is marked.
    private let notesByID: [String: Int32]
    private let placed: Set<Int32>
    private var emitted: Set<Int32> = []
    private var noteNames: [Int32: String] = [:]
    /// The notes called so far that may still have to be placed.
    private var called: [Int32] = []
    /// The ids given so far.
    private var names = AKNNames()

    /// Where elements are read into.
    enum Context {
        /// The body, a section or an annex.
        case blocks
        /// A paragraph, an item, a cell or a note.
        case inner
        /// A quotation.
        case quoted
    }

    init(_ tree: AKNTree, document: Int32, in collection: Int32?, prefix: String, file: String) {
        self.tree = tree
        self.file = file
        self.prefix = prefix
        isOwn = AKNMeta.record(of: document, in: tree) != nil
        var notes: [String: Int32] = [:]
        var markers: [String] = []
        for node in collection.map({ tree.nodes(of: $0) }) ?? tree.nodes(of: document) {
            if tree[node].name == .authorialNote, let eId = tree.value(.eId, of: node), notes[eId] == nil {
                notes[eId] = node
            } else if tree[node].name == .marker, tree.value(.name, of: node) == "footnotePlace",
                let target = tree.value(.refersTo, of: node)
            {
                markers.append(String(target.dropFirst(target.hasPrefix("#") ? 1 : 0)))
            }
        }
        notesByID = notes
        placed = Set(markers.compactMap { notes[$0] })
    }

    /// The record, or nil where none came to be; `collection` is given for the first document of one.
    mutating func read(_ document: Int32, in collection: Int32? = nil) -> MeetingReport? {
        start(.meetingReport, at: document)
        for (name, value) in AKNMeta.record(of: document, in: tree, isOwn: isOwn) {
            builder.attribute(name, value)
        }
        if let source = AKNMeta.source(of: document, in: tree) {
            start(.source, at: source)
            for (name, value) in AKNMeta.attributes(of: source, in: tree) { builder.attribute(name, value) }
            end()
        }
        if !isOwn { losses.note(metaOf: document, in: tree) }
        readMasthead(of: [collection, document].compactMap(\.self))
        start(.body, at: document)
        if let collection { readText(of: collection) }
        readBody(of: document)
        readAnnexes(of: document)
        // Notes whose only place is in a note that is nowhere.
        placeNotes { _ in true }
        let range = tree.nodes(of: document)
        for note in notesByID.values.sorted() where !emitted.contains(note) && range.contains(note) {
            emit(note: note)
        }
        end()
        end()
        return builder.report
    }

    // MARK: - Parts

    /// Reads the text of a document: what is above it, the text itself, what closes it, then the notes called in it.
    private mutating func readBody(of document: Int32) {
        readText(of: document)
        let placed = placed
        placeNotes { !placed.contains($0) }
    }

    private mutating func readText(of document: Int32) {
        for part in tree.children(of: document) where !tree[part].isText {
            switch tree[part].name {
            case .meta, .coverPage, .preface, .attachments, .components, .collectionBody: continue
            default: flow(part, .blocks) { $0.tree.ownValue("place", of: $1) == nil }
            }
        }
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
        for part in tree.children(of: document) {
            guard tree[part].name == .attachments || tree[part].name == .components else { continue }
            for attachment in tree.children(of: part) where !tree[attachment].isText {
                readAnnex(attachment)
            }
        }
    }

    private mutating func readAnnex(_ attachment: Int32) {
        let document = tree.children(of: attachment).first { AKNMeta.isDocument(tree[$0].name) }
        let body = document.flatMap { tree.first(.mainBody, in: $0) }
        if let body { flow(body, .blocks) { $0.tree.ownValue("place", of: $1) == "before" } }
        start(.annex, at: attachment)
        takeAttributes(of: attachment, as: .annex)
        let heads = AKNHeads(of: attachment, in: tree)
        emit(head: .num, heads.num)
        if let document { readMasthead(of: [document]) }
        emit(head: .heading, heads.heading ?? (isOwn ? nil : heads.subheading))
        emit(
            loose: heads.others + (heads.heading != nil ? [heads.subheading].compactMap(\.self) : []), .blocks
        )
        if let document {
            readBody(of: document)
            readAnnexes(of: document)
        } else {
            flow(attachment, .blocks) { reader, node in !AKNHeads.isHead(reader.tree[node].name) }
        }
        end()
        if let body { flow(body, .blocks) { $0.tree.ownValue("place", of: $1) == "after" } }
    }

    // MARK: - Elements of the record

    /// Begins an element of the record that comes from a node.
    mutating func start(_ name: ElementName, at node: Int32) {
        offsets.append(tree[node].offset)
        builder.start(name)
    }

    /// Ends the element that is open.
    mutating func end() { builder.end() }

    /// Gives the element just begun the attributes that its node has for it.
    mutating func takeAttributes(of node: Int32, as element: ElementName) {
        guard !tree[node].isText else { return }
        var ownID = false
        for attribute in tree.attributes[tree[node].range] where attribute.space == .own {
            guard let name = attribute.own else { continue }
            if name == .id { ownID = true }
            if name == .lang || Self.isControl(attribute.localName) { continue }
            builder.attribute(name, attribute.value)
        }
        for attribute in tree.attributes[tree[node].range] {
            if attribute.space == .xml, attribute.localName == "lang" {
                if element.takesLanguage, Self.isLanguage(attribute.value) {
                    builder.attribute(.lang, attribute.value)
                } else if !isOwn, !attribute.value.isEmpty {
                    losses.note(attribute: attribute, of: node, in: tree)
                }
            } else if attribute.space == .none, attribute.name == .eId {
                if element.takesID, !ownID, let id = id(of: attribute.value) { builder.attribute(.id, id) }
            } else if !isOwn, attribute.space != .own {
                losses.note(attribute: attribute, of: node, in: tree)
            }
        }
    }

    private static func isControl(_ name: String) -> Bool {
        name == "wrapper" || name == "marker" || name == "place"
    }

    /// The record's id for an eId; nil for one that no id can be made of.
    private mutating func id(of eId: String) -> String? {
        let own = prefix.isEmpty || !eId.hasPrefix(prefix) ? eId : String(eId.dropFirst(prefix.utf8.count))
        var bytes = Array(AKNIdentifier.id(of: own).utf8)
        guard let first = bytes.first else { return nil }
        for index in bytes.indices
        where !bytes[index].isASCIILetterOrDigit && !"_.-".utf8.contains(bytes[index]) {
            bytes[index] = UInt8(ascii: "-")
        }
        if !first.isASCIILetterOrDigit || first <= UInt8(ascii: "9") {
            if first != UInt8(ascii: "_") { bytes.insert(UInt8(ascii: "_"), at: 0) }
        }
        return names.claim(String(decoding: bytes, as: UTF8.self))
    }

    private static func isLanguage(_ tag: String) -> Bool {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isASCIILetterOrDigit) }
            && parts[0].count >= 2 && parts[0].allSatisfy { $0 > UInt8(ascii: "9") }
    }

    // MARK: - Notes

    /// Emits a note where it was printed.
    mutating func emit(note: Int32) {
        guard emitted.insert(note).inserted else { return }
        start(.footnote, at: note)
        for attribute in tree.attributes[tree[note].range] where attribute.space == .own {
            if let name = attribute.own, name != .id, !Self.isControl(attribute.localName) {
                builder.attribute(name, attribute.value)
            }
        }
        if let id = noteID(note) { builder.attribute(.id, id) }
        if let lang = tree.attributes[tree[note].range].first(where: { $0.space == .xml }),
            Self.isLanguage(lang.value)
        {
            builder.attribute(.lang, lang.value)
        }
        let marker = tree.ownValue("marker", of: note) ?? tree.value(.marker, of: note) ?? ""
        if !marker.isEmpty {
            start(.marker, at: note)
            builder.text(marker.utf8)
            end()
        }
        let before = offsets.count
        flow(note, .inner)
        if offsets.count == before {
            start(.p, at: note)
            end()
        }
        end()
    }

    /// The record's id of a note; one that is called always has one.
    private mutating func noteID(_ note: Int32) -> String? {
        if let own = tree.ownValue("id", of: note) { return own }
        if let name = noteNames[note] { return name }
        let isInPlace = tree.ownValue("place", of: note) != nil
        var name = tree.value(.eId, of: note).flatMap { id(of: $0) }
        if name == nil, !isInPlace { name = names.claim("fn_\(noteNames.count + 1)") }
        noteNames[note] = name
        return name
    }

    /// Emits the mark of a note that stands there.
    mutating func emit(markOf note: Int32) {
        start(.noteReference, at: note)
        if let id = noteID(note) { builder.attribute(.target, id) }
        builder.text((tree.value(.marker, of: note) ?? "").utf8)
        end()
        called.append(note)
    }

    /// Emits a further mark of a note.
    mutating func emit(noteReference node: Int32) {
        start(.noteReference, at: node)
        let target = tree.value(.href, of: node).map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
        if let own = tree.ownValue("target", of: node) {
            builder.attribute(.target, own)
        } else if let note = target.flatMap({ notesByID[$0] }), let id = noteID(note) {
            builder.attribute(.target, id)
        }
        builder.text((tree.value(.marker, of: node) ?? "").utf8)
        end()
    }

    /// The note whose place a marker is, or nil.
    func note(placedBy marker: Int32) -> Int32? {
        guard tree[marker].name == .marker, tree.value(.name, of: marker) == "footnotePlace",
            let target = tree.value(.refersTo, of: marker)
        else { return nil }
        return notesByID[String(target.dropFirst(target.hasPrefix("#") ? 1 : 0))]
    }
}

extension ElementName {
    /// Whether elements of the name can have an id.
    var takesID: Bool {
        switch self {
        case .section, .paragraph, .list, .item, .quote, .table, .contents, .annex, .footnote, .unrecognized:
            true
        default: false
        }
    }

    /// Whether elements of the name can have a language.
    var takesLanguage: Bool { takesID || isField || self == .p || self == .cell || self == .entry }
}
