// Notes: in Akoma Ntoso at their marks, in a record where they were printed.

extension AKNReader {
    /// Emits a note where it was printed.
    mutating func emit(note: Int32) {
        guard emitted.insert(note).inserted else { return }
        start(.footnote, at: note)
        for attribute in tree.attributes[tree[note].range] where attribute.space == .own {
            if let name = attribute.own, name != .id, !Self.isControl(attribute.localName) {
                builder.attribute(name, attribute.value)
            }
        }
        let id = noteID(note)
        if let id { builder.attribute(.id, id) }
        noteAttributes(of: note, butID: id)
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
        var name = tree.value(.eId, of: note).flatMap { id(of: $0, isNote: true) }
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

    /// Emits a further mark of a note, or one of a note in the metadata.
    mutating func emit(noteReference node: Int32) {
        noteAttributes(of: node)
        start(.noteReference, at: node)
        let target = tree.value(.href, of: node).map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
        if let own = tree.ownValue("target", of: node) {
            builder.attribute(.target, own)
        } else if let note = target.flatMap({ notesByID[$0] }), let id = noteID(note) {
            builder.attribute(.target, id)
            if tree[note].name == .note { called.append(note) }
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
