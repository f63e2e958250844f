// Notes at their marks.

extension AKNEmitter {
    /// Writes the mark of a note: with the note where it is the first one outside notes.
    mutating func write(_ reference: NoteReference) {
        guard let target = reference.target, let mark = AKNNotes.mark(of: reference),
            let note = notes.carried[target], let eId = noteIDs[target]
        else {
            write(span: .noteReference(reference))
            return
        }
        if noteDepth == 0, writtenNotes.insert(target).inserted {
            writeAtMark(note, target, mark)
        } else {
            out.begin("noteRef")
            out.attribute("href", "#" + eId)
            out.attribute("marker", mark)
            out.ownAttribute("target", target)
            out.end()
        }
    }

    private mutating func writeAtMark(_ note: Footnote, _ id: String, _ mark: String) {
        out.begin("authorialNote")
        writeID(id, claimed: noteIDs[id])
        carriedHere.append(id)
        out.attribute("marker", mark)
        out.attribute("placement", "bottom")
        let printed = note.marker ?? ""
        if !printed.utf8.elementsEqual(mark.utf8) { out.ownAttribute("marker", printed) }
        writeAttributes(of: .footnote(note), besides: AttributeSet(.id))
        writeContent(of: note)
    }

    /// Writes a note where it was printed: only its place, where the note stands at its mark.
    mutating func writeInPlace(_ note: Footnote) {
        if let id = note.id, let eId = noteIDs[id] {
            out.begin("marker")
            out.attribute("name", "footnotePlace")
            out.attribute("refersTo", "#" + eId)
            out.ownAttribute("target", id)
            out.end()
            return
        }
        out.begin("authorialNote")
        if let id = note.id { writeID(id, claimed: ids.claim(notes.eId(of: id))) }
        writeAttributes(of: .footnote(note), besides: AttributeSet(.id))
        if let marker = note.marker { out.attribute("marker", marker) }
        out.attribute("placement", "bottom")
        out.ownAttribute("place", "printed")
        writeContent(of: note)
    }

    private mutating func writeContent(of note: Footnote) {
        noteDepth += 1
        for inner in note.content { writeFlow(inner.element) }
        noteDepth -= 1
        out.end()
    }
}
