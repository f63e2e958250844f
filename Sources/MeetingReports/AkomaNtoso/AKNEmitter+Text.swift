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
        let label = label(of: field)
        out.text(String(label))
        begin(row)
        switch row.akn {
        case .docDate: if let date { out.attribute("date", date) }
        case .session: if let number = field.number { out.attribute("value", number) }
        case .inline where field.name == .agendaItem:
            if let number = field.number { out.attribute("title", number) }
        default: break
        }
        refer(field)
        writeAttributes(of: element)
        switch field.content.first {
        case .text(let text)? where field.name == .title: writeTitle(text, field)
        case .text(let text)?: out.text(String(text.dropFirst(label.count)))
        case let first?: write([first])
        case nil: break
        }
        write(Array(field.content.dropFirst()))
        out.end()
    }

    /// What stands before a language, `Original:`, and is no part of its name.
    private func label(of field: MastheadField) -> Substring {
        guard field.name == .originalLanguage || field.name == .language, field.content.count == 1,
            case .text(let text) = field.content[0], let colon = text.firstIndex(of: ":"),
            let name = text[text.index(after: colon)...].firstIndex(where: { $0 != " " })
        else { return "" }
        return text[..<name]
    }

    /// Writes the beginning of a title; words that say the state of the text and the kind of document are marked there.
    private mutating func writeTitle(_ text: String, _ field: MastheadField) {
        var rest = text[...]
        func word() -> Substring { rest.prefix { $0 != " " } }
        if let status = field.status?.rawValue, word().lowercased() == status {
            writeMarked(word(), .docStage, concept: status)
            rest = rest.dropFirst(word().count)
            if rest.first == " " {
                out.text(" ")
                rest = rest.dropFirst()
            }
        }
        if word().lowercased() == (names.subtype == "minute" ? "minutes" : "report") {
            writeMarked(word(), .docType, concept: names.className)
            rest = rest.dropFirst(word().count)
        }
        out.text(String(rest))
    }

    private mutating func writeMarked(_ text: Substring, _ name: AKNName, concept: String) {
        out.begin(name.text)
        refer(.concept, concept, AKNText.title(ofCode: concept))
        out.text(String(text))
        out.end()
    }

    mutating func write(span element: Element) {
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
        let outer = nextMeeting
        if case .statement(let statement) = element, statement.kind?.contains("nextMeeting") == true {
            nextMeeting = AKNText.firstDate(in: statement.content)
        }
        if case .person(let person) = element, case .text(let name)? = person.content.first {
            write(name: name)
            write(Array(person.content.dropFirst()))
        } else {
            write(element.run)
        }
        nextMeeting = outer
        out.end()
    }

    /// Writes a name; what the person is addressed by is marked.
    private mutating func write(name: String) {
        let honorifics = AKNText.honorifics(of: name)
        let title = honorifics.hasSuffix(" ") ? honorifics.dropLast() : honorifics
        if !title.isEmpty {
            out.begin("inline")
            out.attribute("name", AKNTable.honorifics)
            out.text(String(title))
            out.end()
        }
        out.text(String(name.dropFirst(title.count)))
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

    /// The address of an element of the record; nil where none has that id.
    func address(of id: String) -> String? {
        if let note = noteIDs[id] { return "#" + note }
        return notes.ids.contains(id) ? "#" + ids.prefix + notes.eId(of: id) : nil
    }

    /// The address of what a reference speaks of; nil where none can be made.
    private func address(of reference: Reference) -> String? {
        guard let target = reference.target else { return nil }
        if let inside = address(of: target) { return inside }
        guard reference.kind?.contains("document") == true,
            target.utf8.contains(UInt8(ascii: "/")),
            target.utf8.allSatisfy({ $0.isASCIILetterOrDigit || "/.-_()".utf8.contains($0) })
        else { return nil }
        return "https://undocs.org/en/" + target
    }
}
