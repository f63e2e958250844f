// Sections, paragraphs, lists, and what may stand among them.

extension AKNEmitter {
    /// Writes an element where Akoma Ntoso has sections, paragraphs and lists.
    ///
    /// - Parameter place: `before` or `after` for what was printed before or after an annex.
    mutating func writeHierarchy(_ element: Element, place: String? = nil) {
        switch element {
        case .section(let section): write(section)
        case .paragraph(let paragraph): write(paragraph)
        case .list(let list): write(list)
        case .p(let p):
            out.begin("alinea")
            writeContent([p])
            out.end()
        case .annex(let annex): writeInnerAnnex(annex)
        case .contents(let contents): write(contents)
        case .table(let table): writeContainer("table") { $0.write(table) }
        case .quote(let quote): writeContainer("quote") { $0.write(quote) }
        case .footnote(let note):
            if let id = note.id, isPlacedAtEnd.contains(id) { return }
            writeContainer("footnotes", place: place) { emitter in
                emitter.writeWrapper { $0.writeInPlace(note) }
            }
        case .furniture(let furniture):
            writeContainer("furniture", element, place: place) { $0.writePrinted(furniture.text) }
        case .unrecognized(let text):
            writeContainer("unrecognized", element, place: place) { $0.writePrinted(text.text) }
        default: break
        }
    }

    /// Writes an element where any block or part of the hierarchy may stand: in a note or a quotation.
    mutating func writeFlow(_ element: Element) {
        switch element {
        case .p(let p): write(p)
        case .table(let table): write(table)
        case .quote(let quote): write(quote)
        default: writeHierarchy(element)
        }
    }

    /// Writes an element where only blocks may stand: in a cell, on the cover page, in contents.
    mutating func writeBlock(_ element: Element) {
        switch element {
        case .p(let p): write(p)
        case .table(let table): write(table)
        case .quote(let quote): write(quote)
        default:
            writeWrapper { emitter in
                emitter.out.begin("subFlow")
                emitter.out.attribute("name", "blocks")
                emitter.writeHierarchy(element)
                emitter.out.end()
            }
        }
    }

    /// Writes an `hcontainer` with that name.
    private mutating func writeContainer(
        _ name: String, _ element: Element? = nil, place: String? = nil,
        _ content: (inout AKNEmitter) -> Void
    ) {
        out.begin("hcontainer")
        out.attribute("name", name)
        if let element { writeAttributes(of: element) }
        if let place { out.ownAttribute("place", place) }
        out.begin("content")
        content(&self)
        out.end()
        out.end()
    }

    // MARK: - Hierarchy

    private mutating func write(_ section: Section) {
        let isTop = sectionDepth == 0
        out.begin(isTop ? "section" : Self.levelName(of: section.num))
        writeAttributes(of: .section(section))
        writeConcepts(of: section.kind)
        writeHeads(section.num, section.heading, section.agendaReference)
        sectionDepth += 1
        for block in section.content { writeHierarchy(block.element) }
        sectionDepth -= 1
        out.end()
    }

    /// The level of a section below another, by its printed number: a letter, a digit, or none (guidelines of AKN4UN).
    private static func levelName(of num: [Inline]?) -> String {
        guard let first = num?.plainText.utf8.first(where: \.isASCIILetterOrDigit) else { return "division" }
        return first <= UInt8(ascii: "9") ? "chapter" : "title"
    }

    private mutating func write(_ paragraph: Paragraph) {
        out.begin("paragraph")
        writeAttributes(of: .paragraph(paragraph))
        writeConcepts(of: paragraph.kind)
        writeHeads(paragraph.num, paragraph.heading, paragraph.agendaReference)
        write(paragraph.content)
        out.end()
    }

    mutating func writeHeads(
        _ num: [Inline]?, _ heading: [Inline]?, _ agendaReference: AgendaReference?
    ) {
        if let num {
            out.begin("num", isText: true)
            write(num)
            out.end()
        }
        if let heading {
            out.begin("heading", isText: true)
            write(heading)
            out.end()
        }
        if let agendaReference {
            out.begin("subheading", isText: true)
            writeAttributes(of: .agendaReference(agendaReference))
            write(agendaReference.content)
            out.end()
        }
    }

    /// Writes what a paragraph or item holds.
    private mutating func write(_ content: [Inner]) {
        switch AKNInnerShape(content) {
        case .empty: break
        case .text(let p): writeContent([p])
        case .list(let intro, let list, let wrapUp): write(list, intro: intro, wrapUp: wrapUp)
        case .other: for inner in content { writeHierarchy(inner.element) }
        }
    }

    private mutating func writeContent(_ texts: [P], as name: String = "content", eId: String? = nil) {
        out.begin(name)
        if let eId { out.attribute("eId", eId) }
        for p in texts { write(p) }
        out.end()
    }

    private mutating func write(_ list: List, intro: [P] = [], wrapUp: [P] = []) {
        out.begin("list")
        let eId = writeAttributes(of: .list(list))
        writeConcepts(of: list.kind)
        if !intro.isEmpty {
            writeContent(intro, as: "intro", eId: eId.map { ids.claim("intro", of: $0) })
        }
        let isTopics = list.kind?.contains("topics") == true
        for part in list.content {
            switch part {
            case .element(let item):
                if isTopics { addTopic(item) }
                write(item)
            case .interruption(let interruption): writeHierarchy(interruption.element)
            }
        }
        if !wrapUp.isEmpty {
            writeContent(wrapUp, as: "wrapUp", eId: eId.map { ids.claim("wrapup", of: $0) })
        }
        out.end()
    }

    private mutating func addTopic(_ item: Item) {
        for case .p(let p) in item.content {
            let topic = AKNText.line(p.content)
            if !topic.isEmpty { topics.append(topic) }
            return
        }
    }

    private mutating func write(_ item: Item) {
        out.begin("point")
        writeAttributes(of: .item(item))
        writeConcepts(of: item.kind)
        writeHeads(item.num, nil, nil)
        write(item.content)
        out.end()
    }

    /// Writes an annex that is not at the end of the document.
    private mutating func writeInnerAnnex(_ annex: Annex) {
        out.begin("hcontainer")
        out.attribute("name", "annex")
        writeAttributes(of: .annex(annex))
        writeHeads(annex.num, annex.heading, nil)
        if !annex.masthead.isEmpty { writeContainer("masthead") { $0.writeFields(annex.masthead) } }
        let outer = sectionDepth
        sectionDepth = 0
        for block in annex.content { writeHierarchy(block.element) }
        sectionDepth = outer
        out.end()
    }

    // MARK: - Blocks

    private mutating func write(_ p: P) {
        out.begin("p", isText: true)
        writeAttributes(of: .p(p))
        write(p.content)
        out.end()
    }

    /// Writes the characters of furniture or of text that was not recognized.
    mutating func writePrinted(_ lines: [String]) {
        out.begin("p", isText: true)
        for (index, line) in lines.enumerated() {
            if index > 0 { out.empty("br", [:]) }
            out.text(line)
        }
        out.end()
    }

    private mutating func write(_ quote: Quote) {
        writeWrapper { emitter in
            emitter.out.begin("embeddedStructure")
            emitter.writeAttributes(of: .quote(quote))
            for content in quote.content { emitter.writeFlow(content.element) }
            emitter.out.end()
        }
    }

    private mutating func write(_ table: Table) {
        out.begin("table")
        writeAttributes(of: .table(table))
        writeConcepts(of: table.kind)
        if table.num != nil || table.heading != nil {
            out.begin("caption", isText: true)
            writeInline("num", table.num)
            writeInline("heading", table.heading)
            out.end()
        }
        for part in table.content {
            out.begin("tr")
            switch part {
            case .element(let row):
                writeAttributes(of: .row(row))
                for cell in row.content { write(cell) }
            case .interruption(let interruption):
                out.attribute("class", "interruption")
                out.begin("td")
                writeBlock(interruption.element)
                out.end()
            }
            out.end()
        }
        out.end()
    }

    private mutating func write(_ cell: Cell) {
        out.begin(cell.kind == .label ? "th" : "td")
        if let columns = cell.columns { out.attribute("colspan", "\(columns)") }
        if let rows = cell.rows { out.attribute("rowspan", "\(rows)") }
        writeAttributes(
            of: .cell(cell),
            besides: [AttributeSet(.kind), AttributeSet(.columns), AttributeSet(.rows)])
        for inner in cell.content { writeBlock(inner.element) }
        out.end()
    }

    private mutating func write(_ contents: Contents) {
        out.begin("hcontainer")
        out.attribute("name", "contents")
        writeAttributes(of: .contents(contents))
        writeHeads(nil, contents.heading, nil)
        out.begin("content")
        var isTableOpen = false
        for part in contents.content {
            switch part {
            case .element(let entry):
                if !isTableOpen { out.begin("toc") }
                isTableOpen = true
                write(entry)
            case .interruption(let interruption):
                if isTableOpen { out.end() }
                isTableOpen = false
                writeBlock(interruption.element)
            }
        }
        if isTableOpen { out.end() }
        out.end()
        out.end()
    }

    private mutating func write(_ entry: Entry) {
        out.begin("tocItem", isText: true)
        out.attribute("href", entry.target.flatMap(address(of:)) ?? "#")
        out.attribute("level", "\(entry.level ?? 1)")
        writeAttributes(of: .entry(entry))
        writeInline("num", entry.num)
        writeInline("heading", entry.heading)
        if let reference = entry.agendaReference {
            out.begin("inline")
            out.attribute("name", "agendaReference")
            writeAttributes(of: .agendaReference(reference))
            write(reference.content)
            out.end()
        }
        writeInline("paragraphs", entry.paragraphs)
        writeInline("page", entry.page)
        out.end()
    }

    private mutating func writeInline(_ name: String, _ run: [Inline]?) {
        guard let run else { return }
        out.begin("inline")
        out.attribute("name", name)
        write(run)
        out.end()
    }
}

/// How what a paragraph or item holds is shaped.
private enum AKNInnerShape {
    case empty
    /// One text.
    case text(P)
    /// Texts, a list, and perhaps texts after it.
    case list(intro: [P], List, wrapUp: [P])
    case other

    init(_ content: [Inner]) {
        guard let first = content.first else {
            self = .empty
            return
        }
        guard case .p(let p) = first else {
            self = .other
            return
        }
        if content.count == 1 {
            self = .text(p)
            return
        }
        var intro: [P] = []
        var list: List?
        var wrapUp: [P] = []
        for inner in content {
            switch inner {
            case .p(let p): if list == nil { intro.append(p) } else { wrapUp.append(p) }
            case .list(let found) where list == nil: list = found
            default:
                self = .other
                return
            }
        }
        self = list.map { .list(intro: intro, $0, wrapUp: wrapUp) } ?? .other
    }
}
