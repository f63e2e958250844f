/// Reads the layout that ``TextWriter`` writes, in which columns and blank lines say the structure: nothing is guessed.
///
/// It answers for a text only where writing what it read gives the same lines again; any other text is read by what it
/// says.
struct OutlineLayoutReader {
    /// What was read.
    struct Reading {
        var masthead: [Interrupted<MastheadField>]
        var body: [Block]
        var drops: [Ledger.Drop]
    }

    /// A line of the body.
    struct Line {
        var number: Int
        var column: Int
        var text: ArraySlice<UInt8>
        /// Whether a blank line parts it from the text before it.
        var isApart: Bool
    }

    enum Token {
        case line(Line)
        case frame(Interruption)
    }

    /// Says that the text is not in the layout.
    struct OtherLayout: Error {}

    let source: SourceText
    var tokens: [Token] = []
    var next = 0
    var drops: [Ledger.Drop] = []
    /// How many headings and how many texts were read.
    var counts = (headings: 0, texts: 0)

    init(_ source: SourceText) {
        self.source = source
    }

    /// Reads a text; nil where it is not in the layout.
    static func read(_ source: SourceText, lines: [TextLine]) -> Reading? {
        guard let start = bodyStart(source) else { return nil }
        var reader = OutlineLayoutReader(source)
        do {
            try reader.gather(from: start)
            let body = try reader.blocks(at: 0)
            guard reader.next == reader.tokens.count, reader.counts.texts > 0,
                reader.counts.texts * 2 >= reader.counts.headings
            else { return nil }
            let head = lines.filter { $0.number <= start }
            let masthead = MastheadReader(head, wrapping: Wrapping(head)).read()
            guard masthead.leading.isEmpty, head[masthead.end...].allSatisfy({ $0.kind == .blank }) else {
                return nil
            }
            let written = TextWriter().layout(masthead: masthead.fields, body: body)
            guard source.hasLines(written) else { return nil }
            return Reading(masthead: masthead.fields, body: body, drops: masthead.drops + reader.drops)
        } catch {
            return nil
        }
    }

    /// The number of lines before the body: those to the first two blank lines, or none.
    static func bodyStart(_ source: SourceText) -> Int? {
        guard source.lines.first.map({ !$0.isEmpty }) ?? false else { return nil }
        for (index, range) in source.lines.enumerated().dropFirst() where range.isEmpty {
            if source.lines[index - 1].isEmpty { return index + 1 }
        }
        return 0
    }

    /// Cuts the body into lines and frames.
    mutating func gather(from start: Int) throws(OtherLayout) {
        var isApart = true
        var isAfterBlank = start > 0
        for index in start..<source.lines.count {
            let bytes = source.utf8[source.lines[index]]
            let number = index + 1
            defer { isAfterBlank = bytes.isEmpty }
            if bytes.isEmpty {
                guard !isAfterBlank else { throw OtherLayout() }
                isApart = true
            } else if bytes.first == .formFeed {
                try addFrame(bytes, number)
            } else {
                let column = bytes.prefix { $0 == .space }.count
                let text = bytes.dropFirst(column)
                guard column <= 120, !text.isEmpty, !text.contains(.formFeed) else { throw OtherLayout() }
                // The first line of a text in the layout stands at one of the first columns.
                guard !tokens.isEmpty || column <= OutlineColumns.item else { throw OtherLayout() }
                tokens.append(.line(Line(number: number, column: column, text: text, isApart: isApart)))
                isApart = false
            }
        }
    }

    mutating func addFrame(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(OtherLayout) {
        if bytes.count == 1 {
            tokens.append(.frame(.furniture(.pageBreak(line: number))))
            return
        }
        guard bytes.last == .formFeed, bytes.count > 2 else { throw OtherLayout() }
        let text = bytes.dropFirst().dropLast()
        if text.first == .formFeed {
            let line = text.dropFirst().string
            if case .frame(.unrecognized(var block))? = tokens.last, let lines = block.lines,
                lines.last == number - 1
            {
                block.text.append(line)
                block.lines = SourceLines(lines: lines.numbers + [number])
                tokens[tokens.count - 1] = .frame(.unrecognized(block))
            } else {
                tokens.append(.frame(.unrecognized(Unrecognized(lines: SourceLines(number), text: [line]))))
            }
            return
        }
        guard !text.contains(.formFeed) else { throw OtherLayout() }
        if let (marker, note) = Self.split(text, gap: 2) {
            let content: [Inner] = note.isEmpty ? [] : [.p(P(content: [.text(note.string)]))]
            tokens.append(
                .frame(
                    .footnote(
                        Footnote(
                            lines: SourceLines(number), marker: marker.isEmpty ? nil : marker.string,
                            content: content))))
        } else {
            tokens.append(.frame(.furniture(.printed(text, line: number))))
        }
    }

    /// The two sides of the first gap of exactly so many spaces.
    static func split(_ text: ArraySlice<UInt8>, gap: Int) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        guard
            let start = zip(text.indices, text.indices.dropFirst()).first(where: {
                text[$0] == .space && text[$1] == .space
            })
        else { return nil }
        let spaces = text[start.0...].prefix { $0 == .space }.count
        guard spaces == gap else { return nil }
        return (text[..<start.0], text[(start.0 + gap)...])
    }

    // MARK: The stream

    /// The next line, frames before it passed over.
    func peek() -> Line? {
        for token in tokens[next...] {
            if case .line(let line) = token { return line }
        }
        return nil
    }

    /// Takes the frames before the next line.
    mutating func frames() -> [Interruption] {
        var found: [Interruption] = []
        while next < tokens.count, case .frame(let interruption) = tokens[next] {
            found.append(interruption)
            next += 1
        }
        return found
    }

    mutating func take() throws(OtherLayout) -> Line {
        guard next < tokens.count, case .line(let line) = tokens[next] else { throw OtherLayout() }
        next += 1
        return line
    }

    /// The line right after the last, with no frame between.
    var adjacent: Line? {
        guard next < tokens.count, case .line(let line) = tokens[next], !line.isApart else { return nil }
        return line
    }

    /// A text that begins on a line, with what interrupts it and the lines at the margin that it goes on with.
    mutating func run(_ text: ArraySlice<UInt8>, _ line: Line) -> TextRun {
        var run = TextRun()
        run.append(text, line: line.number)
        while next < tokens.count, case .frame = tokens[next], let further = peek(), further.column == 0,
            !further.isApart
        {
            for interruption in frames() { run.append(interruption) }
            next += 1
            run.append(further.text, line: further.number)
        }
        return run
    }

    // MARK: Blocks

    mutating func blocks(at column: Int) throws(OtherLayout) -> [Block] {
        var blocks: [Block] = []
        while let line = peek() {
            guard (column...column + OutlineColumns.item).contains(line.column),
                line.isApart || line.number == 1
            else { break }
            blocks += frames().map(Block.interruption)
            switch line.column - column {
            case 0: blocks.append(.section(try section(at: column)))
            case OutlineColumns.annex: blocks.append(.annex(try annex(at: line.column)))
            case OutlineColumns.text: blocks.append(try text(at: line.column))
            default: blocks.append(.list(try list(at: line.column)))
            }
        }
        if column == 0 { blocks += frames().map(Block.interruption) }
        return blocks
    }

    /// A number and the run after it.
    mutating func head(_ line: Line) -> (num: [Inline]?, run: TextRun) {
        guard let (num, rest) = Self.split(line.text, gap: 2) else { return (nil, run(line.text, line)) }
        return (num.isEmpty ? nil : [.text(num.string)], run(rest, line))
    }

    mutating func section(at column: Int) throws(OtherLayout) -> Section {
        let line = try take()
        guard line.text.count <= 600 else { throw OtherLayout() }
        counts.headings += 1
        let (num, heading) = head(line)
        var section = Section(num: num, heading: heading.isEmpty ? nil : heading.content)
        var lines = heading.lines
        if let reference = adjacent, reference.column == column {
            next += 1
            section.agendaReference = AgendaReference(reference.text)
            lines.append(reference.number)
        }
        let first = lines.first ?? line.number
        section.content = try blocks(at: column + OutlineColumns.inside)
        section.lines = SourceLines(first...max(first, lastLine))
        return section
    }

    /// The number of the last line taken.
    var lastLine: Int {
        for token in tokens[..<next].reversed() {
            if case .line(let line) = token { return line.number }
        }
        return 1
    }

    mutating func annex(at column: Int) throws(OtherLayout) -> Annex {
        let line = try take()
        counts.headings += 1
        let (num, heading) = head(line)
        let kind = AnnexTitle.kind(of: (num ?? []).plainText)
        var annex = Annex(kind: kind, num: num, heading: heading.isEmpty ? nil : heading.content)
        while let field = adjacent, field.column == column {
            next += 1
            var note = MastheadField(.note, content: [.text(field.text.string)])
            note.lines = SourceLines(field.number)
            annex.masthead.append(.element(note))
        }
        annex.content = try blocks(at: column - OutlineColumns.annex + OutlineColumns.inside)
        annex.lines = SourceLines(line.number...max(line.number, lastLine))
        return annex
    }

    /// A paragraph, a table, a quotation or a list of contents.
    mutating func text(at column: Int) throws(OtherLayout) -> Block {
        guard let line = peek() else { throw OtherLayout() }
        counts.texts += 1
        if line.text.first == .bar { return .table(try table(at: column)) }
        if line.text.first == .tab { return .quote(try quote(at: column)) }
        if isContents(line) { return .contents(try contents(at: column)) }
        next += 1
        var paragraph: Paragraph
        var own: [Int]
        if let (num, rest) = Self.split(line.text, gap: 3) {
            let heading = run(rest, line)
            paragraph = Paragraph(num: [.text(num.string)], heading: heading.content)
            own = heading.lines
        } else {
            let (num, run) = head(line)
            paragraph = Paragraph(num: num)
            own = run.lines
            if !run.isEmpty {
                paragraph.content = [.p(P(lines: SourceLines(lines: own), content: run.content))]
            }
        }
        let start = next
        paragraph.content += try inner(at: column + OutlineColumns.further)
        paragraph.lines = SourceLines(lines: own + lines(from: start))
        paragraph.content = paragraph.content.withoutSoleLines
        return .paragraph(paragraph)
    }

    /// The numbers of the lines taken since a token.
    func lines(from start: Int) -> [Int] {
        tokens[start..<max(start, next)].compactMap {
            if case .line(let line) = $0 { line.number } else { nil }
        }
    }
}

extension SourceText {
    /// Whether the lines are those of another text.
    fileprivate func hasLines(_ text: [UInt8]) -> Bool {
        var rest = text[...]
        for range in lines {
            let line = utf8[range]
            guard rest.starts(with: line), rest.dropFirst(line.count).first == .lineFeed else { return false }
            rest = rest.dropFirst(line.count + 1)
        }
        return rest.isEmpty
    }
}
