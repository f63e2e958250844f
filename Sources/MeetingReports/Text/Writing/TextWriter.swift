/// Writes a record as clean, readable text that reads back to the same record: LF, one line a paragraph, one blank line
/// between blocks.
///
/// Page furniture and notes inside a text are written on lines of their own between form feeds.
public struct TextWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// Writes a record as UTF-8.
    ///
    /// Tables are written as rows with bars, lists of contents as lines with tabs, quotations and line breaks as
    /// lines of their own: the reader does not make the same of them yet. ``check(_:)`` says of a record whether its
    /// text reads back to it.
    ///
    /// - Throws: an error of code `text-unwritable` where the record holds a control character, which would part lines
    ///   or pages that it does not part.
    public func write(_ report: MeetingReport) throws(InputError) -> [UInt8] {
        var guardian = ControlCharacterFinder()
        report.accept(&guardian)
        if let finding = guardian.finding { throw InputError(finding) }
        var output = TextOutput()
        for part in report.masthead {
            switch part {
            case .element(let field): output.write(block: field.content)
            case .interruption(let interruption): output.write(interruption)
            }
        }
        for block in report.body { output.write(block) }
        return output.finished()
    }
}

/// The lines of a text as they are written.
private struct TextOutput {
    private var bytes: [UInt8] = []

    func finished() -> [UInt8] {
        guard let last = bytes.last else { return [] }
        return last == .lineFeed ? bytes : bytes + [.lineFeed]
    }

    // MARK: Lines

    /// Begins a block: a blank line parts it from what is before it.
    private mutating func beginBlock() {
        if !bytes.isEmpty { bytes += "\n".utf8 }
    }

    private mutating func line(_ text: String) {
        bytes += text.utf8
        bytes.append(.lineFeed)
    }

    /// Writes a run on one line after its mark; what interrupts it takes lines of its own.
    private mutating func line(mark: [Inline]?, _ content: [Inline], indent: Int = 0) {
        var flow = TextFlow(indent: indent)
        if let mark { flow.add(mark) }
        if mark != nil, !content.isEmpty { flow.add([.text(" ")]) }
        flow.add(content)
        line(flow.finished())
    }

    mutating func write(block content: [Inline]) {
        beginBlock()
        line(mark: nil, content)
    }

    // MARK: Blocks

    mutating func write(_ block: Block) {
        switch block {
        case .section(let section):
            beginBlock()
            line(mark: section.num, section.heading ?? [])
            if let reference = section.agendaReference { line(mark: nil, reference.content) }
            for block in section.content { write(block) }
        case .paragraph(let paragraph):
            beginBlock()
            writeHead(paragraph.num, paragraph.heading, paragraph.agendaReference, then: paragraph.content)
        case .list(let list):
            beginBlock()
            write(list, depth: 0)
        case .table(let table): write(table)
        case .quote(let quote): write(quote)
        case .contents(let contents): write(contents)
        case .annex(let annex): write(annex)
        case .interruption(let interruption): write(interruption)
        }
    }

    private mutating func writeHead(
        _ num: [Inline]?, _ heading: [Inline]?, _ reference: AgendaReference?, then content: [Inner]
    ) {
        if heading != nil || reference != nil {
            line(mark: num, heading ?? [])
            if let reference { line(mark: nil, reference.content) }
            write(content, depth: 0)
        } else if case .p(let p)? = content.first {
            line(mark: num, p.content)
            write(Array(content.dropFirst()), depth: 0)
        } else {
            if let num { line(mark: nil, num) }
            write(content, depth: 0)
        }
    }

    /// Writes what follows in a paragraph, item or note.
    private mutating func write(_ content: [Inner], depth: Int) {
        for inner in content {
            switch inner {
            case .p(let p): write(block: p.content)
            case .list(let list): write(list, depth: depth)
            case .table(let table): write(table)
            case .quote(let quote): write(quote)
            case .interruption(let interruption):
                write(interruption)
                beginBlock()
            }
        }
    }

    private mutating func write(_ list: List, depth: Int) {
        // Else the first mark would read as chance in a wrapped line.
        if LineJoiner.endsOpen(bytes.dropLast()) { beginBlock() }
        for (index, part) in list.content.enumerated() {
            switch part {
            case .element(let item):
                if case .list? = list.content.lastItem(before: index)?.content.last,
                    LineJoiner.endsOpen(bytes.dropLast())
                {
                    beginBlock()
                }
                write(item, depth: depth)
            case .interruption(let interruption):
                write(interruption)
                beginBlock()
            }
        }
    }

    private mutating func write(_ item: Item, depth: Int) {
        let indent = 1 + 4 * depth
        if case .p(let p)? = item.content.first {
            line(mark: item.num, p.content, indent: indent)
            write(Array(item.content.dropFirst()), depth: depth + 1)
        } else {
            line(mark: nil, item.num ?? [], indent: indent)
            write(item.content, depth: depth + 1)
        }
    }

    private mutating func write(_ quote: Quote) {
        for part in quote.content {
            switch part {
            case .p(let p): write(block: p.content)
            case .list(let list): write(list, depth: 0)
            case .table(let table): write(table)
            case .interruption(let interruption): write(interruption)
            }
        }
    }

    private mutating func write(_ table: Table) {
        beginBlock()
        if table.num != nil || table.heading != nil { line(mark: table.num, table.heading ?? []) }
        for part in table.content {
            switch part {
            case .element(let row):
                let cells = row.content.map { Element.cell($0).plainText }
                line("| " + cells.joined(separator: " | ") + " |")
            case .interruption(let interruption): write(interruption)
            }
        }
    }

    private mutating func write(_ contents: Contents) {
        if let heading = contents.heading { write(block: heading) }
        beginBlock()
        for part in contents.content {
            switch part {
            case .element(let entry):
                let parts = [
                    entry.num, entry.heading, entry.agendaReference?.content, entry.paragraphs, entry.page,
                ]
                line(parts.compactMap { $0?.plainText }.joined(separator: "\t"))
            case .interruption(let interruption): write(interruption)
            }
        }
    }

    private mutating func write(_ annex: Annex) {
        if let num = annex.num { write(block: num) }
        for part in annex.masthead {
            switch part {
            case .element(let field): write(block: field.content)
            case .interruption(let interruption): write(interruption)
            }
        }
        if let heading = annex.heading { write(block: heading) }
        for block in annex.content { write(block) }
    }

    // MARK: Interruptions

    mutating func write(_ interruption: Interruption) {
        beginBlock()
        switch interruption {
        case .furniture(let furniture): line(TextFlow.framed(furniture))
        case .footnote(let note):
            let mark = note.marker.map { [Inline.text($0)] }
            if case .p(let p)? = note.content.first {
                line(mark: mark, p.content)
                write(Array(note.content.dropFirst()), depth: 0)
            } else {
                if let mark { line(mark: nil, mark) }
                write(note.content, depth: 0)
            }
        case .unrecognized(let text): for printed in text.text { line(printed) }
        }
    }
}

extension [Interrupted<Item>] {
    /// The item before an index, where nothing interrupts between the two.
    fileprivate func lastItem(before index: Int) -> Item? { index > 0 ? self[index - 1].element : nil }
}

/// A run as the lines of a text.
private struct TextFlow {
    private var text: String

    init(indent: Int) {
        text = String(repeating: " ", count: indent)
    }

    func finished() -> String { text }

    mutating func add(_ content: [Inline]) {
        for inline in content {
            switch inline {
            case .text(let string): text += string
            case .lineBreak: breakLine()
            case .interruption(let interruption):
                breakLine()
                text += Self.framed(interruption)
                text += "\n"
            default: add(inline.element?.run ?? [])
            }
        }
    }

    /// Ends the line, without the space that parted the words.
    private mutating func breakLine() {
        while text.utf8.last == .space { text = String(text.unicodeScalars.dropLast()) }
        if text.utf8.last != .lineFeed { text += "\n" }
    }

    private static func framed(_ interruption: Interruption) -> String {
        switch interruption {
        case .furniture(let furniture): framed(furniture)
        case .footnote(let note):
            "\u{C}" + (note.marker.map { $0 + " " } ?? "")
                + note.content.map { $0.element.plainText }.joined(separator: " ") + "\u{C}"
        case .unrecognized(let text): "\u{C}" + text.text.joined(separator: " ") + "\u{C}"
        }
    }

    /// A form feed for a page break; printed furniture between two of them.
    static func framed(_ furniture: Furniture) -> String {
        let printed = furniture.text.joined(separator: " ")
        return printed.isEmpty ? "\u{C}" : "\u{C}" + printed + "\u{C}"
    }
}
