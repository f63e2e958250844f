extension MeetingReport {
    /// The record with every id made anew from its place and printed number, and every target of a note reference,
    /// an entry or a reference that named an old id following it.
    ///
    /// An id is a path: the short names of the elements with the printed number, reduced to ASCII letters and digits,
    /// without outer punctuation (`sec_III__para_7`, `fn_1` for `¹`); `nn_2` for the second of its kind without a number;
    /// `_2` at the end where the number is repeated (`sec_I__para_39_2`). Notes are numbered through the record.
    public func withIDs() -> MeetingReport {
        var namer = IDNamer()
        var report = self
        namer.name(&report.masthead, in: "")
        namer.name(&report.body, in: "")
        namer.isNaming = false
        namer.name(&report.masthead, in: "")
        namer.name(&report.body, in: "")
        return report
    }
}

/// Goes through a record twice: first it names the elements, then it leads the targets to the new names.
private struct IDNamer {
    var isNaming = true
    private var taken: Set<String> = []
    /// The next ending for a repeated id, and the count of elements without a number in a place.
    private var counters: [String: Int] = [:]
    private var renamed: [String: String] = [:]

    // MARK: Names

    /// Gives an element its id: by its number, or by its count where it has none.
    private mutating func name(
        _ id: inout String?, _ short: String, _ num: [Inline]?, in parent: String
    ) -> String {
        let number = num.map { Self.normalised($0.plainText) } ?? ""
        return name(&id, parent, short, number.isEmpty ? nil : number, unnumbered: "nn_")
    }

    private mutating func name(
        _ id: inout String?, _ parent: String, _ short: String, _ number: String?, unnumbered: String
    ) -> String {
        guard isNaming else { return id ?? parent }
        let base = (parent.isEmpty ? "" : parent + "__") + short + "_"
        var new: String
        if let number {
            new = base + number
        } else {
            counters[base + unnumbered, default: 0] += 1
            new = base + unnumbered + String(counters[base + unnumbered, default: 1])
        }
        let first = new
        while !taken.insert(new).inserted {
            counters[first, default: 1] += 1
            new = first + "_" + String(counters[first, default: 2])
        }
        if let old = id, renamed[old] == nil { renamed[old] = new }
        id = new
        return new
    }

    /// A printed number as part of an id: compatibility forms of digits and letters as ASCII, punctuation left out at
    /// the ends and a hyphen inside.
    private static func normalised(_ number: String) -> String {
        var bytes: [UInt8] = []
        var parting: Unicode.Scalar?
        for scalar in number.unicodeScalars {
            guard let byte = ascii(scalar) else {
                if !bytes.isEmpty { parting = scalar }
                continue
            }
            if let before = parting { bytes.append(before == "." && byte.isDigit ? .period : .hyphen) }
            parting = nil
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The ASCII letter or digit that a scalar is, a superscript, subscript or full-width one included.
    private static func ascii(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        let found: UInt32? =
            switch value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: value
            case 0xB2, 0xB3: value - 0xB0 + 0x30
            case 0xB9: 0x31
            case 0x2070, 0x2074...0x2079: value - 0x2070 + 0x30
            case 0x2080...0x2089: value - 0x2080 + 0x30
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: value - 0xFEE0
            default: nil
            }
        return found.map { UInt8($0) }
    }

    private func follow(_ target: inout String?) {
        guard !isNaming, let old = target, let new = renamed[old] else { return }
        target = new
    }

    // MARK: The tree

    mutating func name(_ fields: inout [Interrupted<MastheadField>], in parent: String) {
        for index in fields.indices {
            switch fields[index] {
            case .element(var field):
                name(&field.content, in: parent)
                fields[index] = .element(field)
            case .interruption(var interruption):
                name(&interruption, in: parent)
                fields[index] = .interruption(interruption)
            }
        }
    }

    mutating func name(_ blocks: inout [Block], in parent: String) {
        for index in blocks.indices {
            switch blocks[index] {
            case .section(var section):
                let id = name(&section.id, "sec", section.num, in: parent)
                nameHead(&section.num, &section.heading, &section.agendaReference, in: id)
                name(&section.content, in: id)
                blocks[index] = .section(section)
            case .paragraph(var paragraph):
                let id = name(&paragraph.id, "para", paragraph.num, in: parent)
                nameHead(&paragraph.num, &paragraph.heading, &paragraph.agendaReference, in: id)
                name(&paragraph.content, in: id)
                blocks[index] = .paragraph(paragraph)
            case .list(var list):
                name(&list, in: parent)
                blocks[index] = .list(list)
            case .table(var table):
                name(&table, in: parent)
                blocks[index] = .table(table)
            case .quote(var quote):
                name(&quote, in: parent)
                blocks[index] = .quote(quote)
            case .contents(var contents):
                name(&contents, in: parent)
                blocks[index] = .contents(contents)
            case .annex(var annex):
                let id = name(&annex.id, "annex", annex.num, in: parent)
                if annex.num != nil { name(&annex.num, in: id) }
                name(&annex.masthead, in: id)
                if annex.heading != nil { name(&annex.heading, in: id) }
                name(&annex.content, in: id)
                blocks[index] = .annex(annex)
            case .interruption(var interruption):
                name(&interruption, in: parent)
                blocks[index] = .interruption(interruption)
            }
        }
    }

    private mutating func nameHead(
        _ num: inout [Inline]?, _ heading: inout [Inline]?, _ reference: inout AgendaReference?, in id: String
    ) {
        name(&num, in: id)
        name(&heading, in: id)
        if var found = reference {
            name(&found.content, in: id)
            reference = found
        }
    }

    private mutating func name(_ content: inout [Inner], in parent: String) {
        for index in content.indices {
            switch content[index] {
            case .p(var p):
                name(&p.content, in: parent)
                content[index] = .p(p)
            case .list(var list):
                name(&list, in: parent)
                content[index] = .list(list)
            case .table(var table):
                name(&table, in: parent)
                content[index] = .table(table)
            case .quote(var quote):
                name(&quote, in: parent)
                content[index] = .quote(quote)
            case .interruption(var interruption):
                name(&interruption, in: parent)
                content[index] = .interruption(interruption)
            }
        }
    }

    private mutating func name(_ list: inout List, in parent: String) {
        let id = name(&list.id, parent, "list", nil, unnumbered: "")
        for index in list.content.indices {
            switch list.content[index] {
            case .element(var item):
                let itemID = name(&item.id, "item", item.num, in: id)
                name(&item.num, in: itemID)
                name(&item.content, in: itemID)
                list.content[index] = .element(item)
            case .interruption(var interruption):
                name(&interruption, in: id)
                list.content[index] = .interruption(interruption)
            }
        }
    }

    private mutating func name(_ table: inout Table, in parent: String) {
        let id = name(&table.id, parent, "table", nil, unnumbered: "")
        name(&table.num, in: id)
        name(&table.heading, in: id)
        for index in table.content.indices {
            switch table.content[index] {
            case .element(var row):
                for column in row.content.indices { name(&row.content[column].content, in: id) }
                table.content[index] = .element(row)
            case .interruption(var interruption):
                name(&interruption, in: id)
                table.content[index] = .interruption(interruption)
            }
        }
    }

    private mutating func name(_ quote: inout Quote, in parent: String) {
        let id = name(&quote.id, parent, "quote", nil, unnumbered: "")
        for index in quote.content.indices {
            switch quote.content[index] {
            case .p(var p):
                name(&p.content, in: id)
                quote.content[index] = .p(p)
            case .list(var list):
                name(&list, in: id)
                quote.content[index] = .list(list)
            case .table(var table):
                name(&table, in: id)
                quote.content[index] = .table(table)
            case .interruption(var interruption):
                name(&interruption, in: id)
                quote.content[index] = .interruption(interruption)
            }
        }
    }

    private mutating func name(_ contents: inout Contents, in parent: String) {
        let id = name(&contents.id, parent, "contents", nil, unnumbered: "")
        name(&contents.heading, in: id)
        for index in contents.content.indices {
            switch contents.content[index] {
            case .element(var entry):
                follow(&entry.target)
                nameHead(&entry.num, &entry.heading, &entry.agendaReference, in: id)
                name(&entry.paragraphs, in: id)
                name(&entry.page, in: id)
                contents.content[index] = .element(entry)
            case .interruption(var interruption):
                name(&interruption, in: id)
                contents.content[index] = .interruption(interruption)
            }
        }
    }

    private mutating func name(_ interruption: inout Interruption, in parent: String) {
        switch interruption {
        case .furniture: break
        case .footnote(var note):
            let id = name(&note.id, "fn", note.marker.map { [.text($0)] }, in: "")
            name(&note.content, in: id)
            interruption = .footnote(note)
        case .unrecognized(var text):
            _ = name(&text.id, parent, "un", nil, unnumbered: "nn_")
            interruption = .unrecognized(text)
        }
    }

    // MARK: Text

    private mutating func name(_ run: inout [Inline]?, in parent: String) {
        guard var found = run else { return }
        name(&found, in: parent)
        run = found
    }

    private mutating func name(_ run: inout [Inline], in parent: String) {
        for index in run.indices {
            switch run[index] {
            case .text, .lineBreak: continue
            case .interruption(var interruption):
                name(&interruption, in: parent)
                run[index] = .interruption(interruption)
            case .noteReference(var reference):
                follow(&reference.target)
                name(&reference.content, in: parent)
                run[index] = .noteReference(reference)
            case .reference(var reference):
                follow(&reference.target)
                name(&reference.content, in: parent)
                run[index] = .reference(reference)
            default:
                guard var content = run[index].element?.run else { continue }
                name(&content, in: parent)
                run[index] = run[index].replacingContent(content)
            }
        }
    }
}

extension Inline {
    /// The span over other content; text, breaks and interruptions as they are.
    func replacingContent(_ content: [Inline]) -> Inline {
        switch self {
        case .text, .lineBreak, .interruption: return self
        case .organization(var span):
            span.content = content
            return .organization(span)
        case .person(var span):
            span.content = content
            return .person(span)
        case .role(var span):
            span.content = content
            return .role(span)
        case .location(var span):
            span.content = content
            return .location(span)
        case .date(var span):
            span.content = content
            return .date(span)
        case .event: return .event(Event(content: content))
        case .statement(var span):
            span.content = content
            return .statement(span)
        case .reference(var span):
            span.content = content
            return .reference(span)
        case .link(var span):
            span.content = content
            return .link(span)
        case .noteReference(var span):
            span.content = content
            return .noteReference(span)
        case .emphasis(var span):
            span.content = content
            return .emphasis(span)
        }
    }
}
