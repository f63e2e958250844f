/// Writes a record as clean, readable text that reads back to the same record: LF, one line a paragraph, one blank line
/// between blocks, two after the masthead.
///
/// The layout says the structure, as an outline does. In the body and in each section headings stand at a column, what
/// they hold four columns further; text stands two columns, lists three columns in from the headings beside it. What a
/// paragraph or item goes on with is set in again. Two spaces part a number from its text, three from a heading. Page
/// furniture and notes stand on lines of their own between form feeds; ``OutlineLayoutReader`` reads the layout.
public struct TextWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// Writes a record as UTF-8.
    ///
    /// Emphasis, line breaks, cells that span others and other things that plain text has no form for are written as
    /// their text: ``check(_:)`` says of a record whether its text reads back to it.
    ///
    /// - Throws: an error of code `text-unwritable` where the record holds a control character, which would part lines
    ///   or pages that it does not part.
    public func write(_ report: MeetingReport) throws(InputError) -> [UInt8] {
        var guardian = ControlCharacterFinder()
        report.accept(&guardian)
        if let finding = guardian.finding { throw InputError(finding) }
        return layout(masthead: report.masthead, body: report.body)
    }

    /// The text of a masthead and a body.
    func layout(masthead: [Interrupted<MastheadField>], body: [Block]) -> [UInt8] {
        var output = TextOutput()
        for part in masthead {
            switch part {
            case .element(let field): output.block(at: 0, field.content)
            case .interruption(.footnote(let note)):
                // A note of the masthead is a block of it.
                let text = note.content.map { $0.element.plainText }.joined(separator: " ")
                output.block(at: 0, [.text((note.marker.map { $0 + " " } ?? "") + text)])
            case .interruption(let interruption):
                output.beginBlock()
                output.frame(interruption)
            }
        }
        if !masthead.isEmpty, !body.isEmpty { output.beginBlock() }
        // A block begins with the second blank line, an interruption does not.
        if !masthead.isEmpty, case .interruption? = body.first { output.beginBlock() }
        output.write(body, at: 0)
        return output.bytes
    }
}

/// The columns of the outline layout, each from the column of the headings around it or of the element before it.
enum OutlineColumns {
    /// An annex, from the headings beside it.
    static let annex = 1
    /// A paragraph or table, from the headings beside it.
    static let text = 2
    /// An item outside paragraphs, from the headings beside it.
    static let item = 3
    /// What a section or annex holds, from its heading.
    static let inside = 4
    /// What a paragraph goes on with, from its first line.
    static let further = 2
    /// An item inside a paragraph or item, from the text beside it.
    static let itemInside = 1
    /// What an item goes on with, from its mark.
    static let furtherItem = 3
    /// An entry of a list of contents, for each of its levels.
    static let level = 2
}

/// The lines of a text as they are written.
private struct TextOutput {
    private(set) var bytes: [UInt8] = []

    // MARK: Lines

    /// Begins a block: a blank line parts it from what is before it.
    mutating func beginBlock() {
        if !bytes.isEmpty { bytes.append(.lineFeed) }
    }

    private mutating func line(at column: Int, _ text: String) {
        bytes += repeatElement(.space, count: column)
        bytes += text.utf8
        bytes.append(.lineFeed)
    }

    /// Writes a run on one line after its number; what interrupts it takes lines of its own, after which the run goes on
    /// at the margin.
    private mutating func line(at column: Int, num: [Inline]?, _ content: [Inline], gap: Int = 2) {
        bytes += repeatElement(.space, count: column)
        if let num {
            flow(num)
            bytes += repeatElement(.space, count: gap)
        }
        flow(content)
        bytes.append(.lineFeed)
    }

    private mutating func flow(_ content: [Inline]) {
        for inline in content {
            switch inline {
            case .text(let string): bytes += string.utf8
            case .lineBreak: bytes.append(.space)
            case .interruption(let interruption):
                if bytes.last != .lineFeed { bytes.append(.lineFeed) }
                frame(interruption)
            default: flow(inline.element?.run ?? [])
            }
        }
    }

    mutating func block(at column: Int, _ content: [Inline]) {
        beginBlock()
        line(at: column, num: nil, content)
    }

    // MARK: Blocks

    /// Writes what the body, a section or an annex holds; headings in it stand at the column.
    mutating func write(_ blocks: [Block], at column: Int) {
        for block in blocks {
            switch block {
            case .section(let section): write(section, at: column)
            case .annex(let annex): write(annex, at: column + OutlineColumns.annex)
            case .paragraph(let paragraph): write(paragraph, at: column + OutlineColumns.text)
            case .list(let list): write(list, at: column + OutlineColumns.item)
            case .table(let table): write(table, at: column + OutlineColumns.text)
            case .quote(let quote): write(quote, at: column + OutlineColumns.text)
            case .contents(let contents): write(contents, at: column + OutlineColumns.text)
            case .interruption(let interruption): frame(interruption)
            }
        }
    }

    private mutating func write(_ section: Section, at column: Int) {
        beginBlock()
        line(at: column, num: section.num, section.heading ?? [])
        if let reference = section.agendaReference { line(at: column, num: nil, reference.content) }
        write(section.content, at: column + OutlineColumns.inside)
    }

    private mutating func write(_ annex: Annex, at column: Int) {
        beginBlock()
        line(at: column, num: annex.num, annex.heading ?? [])
        for part in annex.masthead {
            switch part {
            case .element(let field): line(at: column, num: nil, field.content)
            case .interruption(let interruption): frame(interruption)
            }
        }
        write(annex.content, at: column - OutlineColumns.annex + OutlineColumns.inside)
    }

    private mutating func write(_ paragraph: Paragraph, at column: Int) {
        beginBlock()
        if paragraph.heading != nil || paragraph.agendaReference != nil {
            line(at: column, num: paragraph.num ?? [], paragraph.heading ?? [], gap: 3)
            if let reference = paragraph.agendaReference { line(at: column, num: nil, reference.content) }
            write(paragraph.content, at: column + OutlineColumns.further)
        } else {
            writeHead(paragraph.num, paragraph.content, at: column)
        }
    }

    /// Writes a number with the text after it, then what follows.
    private mutating func writeHead(_ num: [Inline]?, _ content: [Inner], at column: Int, further: Int? = nil)
    {
        let inside = further ?? column + OutlineColumns.further
        if case .p(let p)? = content.first {
            line(at: column, num: num, p.content)
            write(Array(content.dropFirst()), at: inside)
        } else {
            line(at: column, num: num ?? [], [])
            write(content, at: inside)
        }
    }

    /// Writes what a paragraph or item goes on with.
    private mutating func write(_ content: [Inner], at column: Int) {
        for inner in content {
            switch inner {
            case .p(let p): block(at: column, p.content)
            case .list(let list): write(list, at: column + OutlineColumns.itemInside)
            case .table(let table): write(table, at: column)
            case .quote(let quote): write(quote, at: column)
            case .interruption(let interruption): frame(interruption)
            }
        }
    }

    private mutating func write(_ list: List, at column: Int) {
        beginBlock()
        for part in list.content {
            switch part {
            case .element(let item):
                writeHead(
                    item.num ?? [], item.content, at: column, further: column + OutlineColumns.furtherItem)
            case .interruption(let interruption): frame(interruption)
            }
        }
    }

    private mutating func write(_ quote: Quote, at column: Int) {
        for part in quote.content {
            switch part {
            case .p(let p):
                beginBlock()
                bytes += repeatElement(.space, count: column)
                bytes.append(.tab)
                line(at: 0, num: nil, p.content)
            case .list(let list): write(list, at: column + OutlineColumns.itemInside)
            case .table(let table): write(table, at: column)
            case .interruption(let interruption): frame(interruption)
            }
        }
    }

    private mutating func write(_ table: Table, at column: Int) {
        beginBlock()
        if table.num != nil || table.heading != nil { line(at: column, num: table.num, table.heading ?? []) }
        for part in table.content {
            switch part {
            case .element(let row):
                let cells = row.content.map { Element.cell($0).plainText }
                line(at: column, "|" + cells.map { $0.isEmpty ? "  |" : " \($0) |" }.joined())
                if !row.content.isEmpty, row.content.allSatisfy({ $0.kind == .label }) {
                    line(at: column, "|" + row.content.map { _ in "---|" }.joined())
                }
            case .interruption(let interruption): frame(interruption)
            }
        }
    }

    private mutating func write(_ contents: Contents, at column: Int) {
        beginBlock()
        if let heading = contents.heading { line(at: column, num: nil, heading) }
        for part in contents.content {
            switch part {
            case .element(let entry):
                let parts = [
                    entry.num, entry.heading, entry.agendaReference?.content, entry.paragraphs, entry.page,
                ]
                line(
                    at: column + OutlineColumns.level * (entry.level ?? 0),
                    parts.map { $0?.plainText ?? "" }.joined(separator: "\t"))
            case .interruption(let interruption): frame(interruption)
            }
        }
    }

    // MARK: Interruptions

    /// Writes an interruption on a line of its own at the margin: furniture between form feeds, a note with two spaces
    /// after its mark, unrecognized text after two form feeds.
    mutating func frame(_ interruption: Interruption) {
        switch interruption {
        case .furniture(let furniture):
            let printed = furniture.text.joined(separator: " ")
            line(at: 0, printed.isEmpty ? "\u{C}" : "\u{C}\(printed)\u{C}")
        case .footnote(let note):
            let text = note.content.map { $0.element.plainText }.joined(separator: " ")
            line(at: 0, "\u{C}\(note.marker ?? "")  \(text)\u{C}")
        case .unrecognized(let text):
            for printed in text.text { line(at: 0, "\u{C}\u{C}\(printed)\u{C}") }
        }
    }
}
