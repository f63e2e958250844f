// Fields, spans, notes and what interrupts a text.

extension AKNEmitter {
    /// Writes a run of text.
    mutating func write(_ run: [Inline]) {
        for inline in run {
            switch inline {
            case .text(let text): out.text(text)
            case .lineBreak: out.empty("br", [:])
            case .interruption(.footnote(let note)): writeInPlace(note)
            case .interruption(.furniture(let furniture)):
                writeInterruption(.furniture(furniture), furniture.text)
            case .interruption(.unrecognized(let text)): writeInterruption(.unrecognized(text), text.text)
            case .noteReference(let reference): write(reference)
            default: if let span = inline.element { write(span: span) }
            }
        }
    }

    private mutating func writeInterruption(_ element: Element, _ lines: [String]) {
        out.begin("subFlow")
        out.attribute("name", element.name.name)
        writeAttributes(of: element)
        writePrinted(lines)
        out.end()
    }

    /// Writes a field of a masthead.
    mutating func write(_ field: MastheadField) {
        let element = Element.field(field)
        let date = field.value.flatMap { PartialDate($0) }.flatMap(AKNText.fullDate)
        guard
            let row = AKNTable.row(
                writing: element.name, { $0.akn != .docDate || date != nil })
        else { return }
        begin(row)
        switch row.akn {
        case .docDate: if let date { out.attribute("date", date) }
        case .event: refer(.event, field.content)
        case .docAuthority: refer(issuer: field)
        case .session: if let number = field.number { out.attribute("value", number) }
        case .inline where field.name == .meeting: refer(.event, field.content)
        case .inline where field.name == .agendaItem:
            if let number = field.number { out.attribute("title", number) }
        default: break
        }
        writeAttributes(of: element)
        write(field.content)
        out.end()
    }

    private mutating func write(span element: Element) {
        var date: String?
        var href: String?
        var kinds: Codes?
        switch element {
        case .date(let span): date = span.from.flatMap(AKNText.fullDate)
        case .link(let link): href = AKNText.isURI(link.href) ? link.href : nil
        case .reference(let reference): href = address(of: reference)
        case .emphasis(let emphasis): kinds = emphasis.kind
        default: break
        }
        let row = AKNTable.row(writing: element.name) { row in
            switch row.akn {
            case .date: date != nil
            case .a, .ref: href != nil
            default:
                row.kind == nil
                    || row.kind.map { $0.utf8.elementsEqual((kinds?.description ?? "").utf8) } == true
            }
        }
        guard let row else { return }
        begin(row, entityName: entityName(of: element))
        if let href, row.akn == .a || row.akn == .ref { out.attribute("href", href) }
        if let date, row.akn == .date { out.attribute("date", date) }
        refer(element)
        var carried: AttributeSet = []
        if row.akn == .a { carried.insert(AttributeSet(.href)) }
        if row.kind != nil { carried.insert(AttributeSet(.kind)) }
        writeAttributes(of: element, besides: carried)
        write(element.run)
        out.end()
    }

    private mutating func begin(_ row: AKNTable.Row, entityName: String? = nil) {
        // A field or span stands in a `p` or another text, so that nothing around it is indented.
        out.begin(row.akn.text)
        if let name = row.name ?? entityName { out.attribute("name", name) }
    }

    private func entityName(of element: Element) -> String? {
        guard case .statement(let statement) = element else { return nil }
        return statement.kind?.values.first.map(String.init) ?? "statement"
    }

    /// The address of what a reference speaks of; nil where none can be made.
    private func address(of reference: Reference) -> String? {
        guard let target = reference.target else { return nil }
        if notes.ids.contains(target) { return "#" + ids.prefix + AKNIdentifier.eId(of: target).text }
        guard reference.kind?.contains("document") == true,
            target.utf8.contains(UInt8(ascii: "/")),
            target.utf8.allSatisfy({ $0.isASCIILetterOrDigit || "/.-_()".utf8.contains($0) })
        else { return nil }
        return "https://undocs.org/en/" + target
    }

    // MARK: - References

    /// Points from a span to what it names.
    private mutating func refer(_ element: Element) {
        switch element {
        case .organization(let organization):
            let name = AKNText.line(organization.content)
            let isState = organization.kind?.contains("state") == true
            if isState, let code = organization.code {
                refer(.state, code, name)
            } else {
                let key = organization.code ?? organization.acronym ?? name
                let reference = references.refer(
                    to: .organization, key, showAs: name, shortForm: organization.acronym, &ids)
                out.attribute("refersTo", reference)
            }
        case .person(let person):
            refer(.person, person.content)
            if let role = person.as?.values.first {
                out.attribute(
                    "as", references.refer(to: .role, String(role), showAs: String(role), &ids))
            }
        case .role(let role):
            refer(.role, role.code ?? AKNText.line(role.content), AKNText.line(role.content))
        case .location(let location): refer(.location, location.content)
        case .event(let event): refer(.event, event.content)
        case .statement(let statement):
            if statement.kind == nil { refer(.concept, "statement", "statement") }
            writeConcepts(of: statement.kind)
        default: break
        }
    }

    private mutating func refer(issuer field: MastheadField) {
        let name = AKNText.line(field.content)
        guard name == names.actorName else { return refer(.organization, name, name) }
        out.attribute("refersTo", authorReference())
    }

    private mutating func refer(_ kind: AKNReferences.Kind, _ content: [Inline]) {
        let name = AKNText.line(content)
        refer(kind, name, name)
    }

    private mutating func refer(_ kind: AKNReferences.Kind, _ key: String, _ name: String) {
        let key = key.isEmpty ? "unnamed" : key
        out.attribute("refersTo", references.refer(to: kind, key, showAs: name, &ids))
    }

    // MARK: - Notes

    /// Writes the mark of a note: with the note where it is the first one outside notes.
    private mutating func write(_ reference: NoteReference) {
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
        writeAttributes(of: .footnote(note))
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
