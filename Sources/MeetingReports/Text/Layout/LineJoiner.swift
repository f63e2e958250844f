/// Joins printed lines to units: a wrapped paragraph becomes one text, what interrupts it stays inside; tables and lists
/// of contents become blocks.
struct LineJoiner {
    private let lines: ArraySlice<TextLine>
    private let wrapping: Wrapping
    private var words: WordSet
    private var listed = ListedHeadings()
    private var units: [TextUnit] = []
    /// Whether the line before is text of the last unit and no blank line parts the two.
    private var isAdjacent = false
    /// Whether a blank line has come since the last text.
    private var isAfterBlank = true
    /// The last line of text.
    private var last: TextLine?
    /// Page furniture and notes right after the last text, which the next line may go on.
    private var held: [Interruption] = []
    /// What was dropped: hyphens that only broke a line, leaders, the bars of tables.
    private(set) var drops: [Ledger.Drop] = []

    init(_ lines: ArraySlice<TextLine>, wrapping: Wrapping, source: SourceText) {
        self.lines = lines
        self.wrapping = wrapping
        words = WordSet(source)
    }

    /// The units of the lines, in their order.
    mutating func joined() -> [TextUnit] {
        var index = lines.startIndex
        while index < lines.endIndex { index = add(lineAt: index) }
        release()
        return units
    }

    /// Adds what begins at an index; gives the index after it.
    private mutating func add(lineAt index: Int) -> Int {
        let line = lines[index]
        switch line.kind {
        case .blank:
            isAfterBlank = true
        case .pageBreak:
            held.append(.furniture(.pageBreak(line: line.number)))
        case .framed:
            held.append(Self.framed(line))
        case .rule:
            if let table = TableReader(lines).read(at: index), table.drops.count > 0 { return add(table) }
            held.append(.furniture(.printed(line.text, line: line.number)))
            isAdjacent = isAdjacent && isAtEdge(index)
        case .marked(let mark) where mark.form == .note:
            return addNote(at: index, mark)
        case .columns, .marked, .plain:
            return addText(at: index)
        }
        return index + 1
    }

    /// Whether a rule only ends a page, or says by its strokes that the text goes on.
    private func isAtEdge(_ index: Int) -> Bool {
        if lines[index].text.allSatisfy({ $0 == .slash || $0.isBlank }) { return true }
        guard let next = lines[(index + 1)...].first(where: { $0.kind != .blank }) else { return false }
        switch next.kind {
        case .framed, .pageBreak: return true
        case .marked(let mark): return mark.form == .note
        case .blank, .rule, .columns, .plain: return false
        }
    }

    // MARK: Text

    private mutating func addText(at index: Int) -> Int {
        let line = lines[index]
        if let heading = listedHeading(at: index) { return heading }
        let mark = Mark(inBody: line.text)
        if goesOn(at: index, mark: mark) {
            append(line)
            return index + 1
        }
        if ContentsReader.isTitle(line) {
            var reader = ContentsReader(lines)
            if let reading = reader.read(at: index) {
                listed.add(reading.contents)
                drops += reading.drops
                addBlock(.contents(reading.contents), lines: reading.contents.lines)
                return reading.end
            }
        }
        if let table = TableReader(lines).read(at: index) { return add(table) }
        begin(mark.map { .marked($0) } ?? .plain, line, text: line.text.dropFirst(mark?.textStart ?? 0))
        return index + 1
    }

    private mutating func add(_ reading: TableReader.Reading) -> Int {
        drops += reading.drops
        addBlock(.table(reading.table), lines: reading.table.lines)
        return reading.end
    }

    private mutating func addBlock(_ block: Block, lines: SourceLines?) {
        release()
        var run = TextRun()
        for line in lines?.numbers ?? [] { run.append([], line: line) }
        units.append(TextUnit(kind: .block(block), run: run))
        isAdjacent = false
        isAfterBlank = false
        last = nil
    }

    private mutating func begin(_ kind: TextUnit.Kind, _ line: TextLine, text: ArraySlice<UInt8>) {
        let isApart = isAfterBlank || !held.isEmpty || !isAdjacent || wrapping.isByParagraph
        release()
        var run = TextRun()
        run.append(text, line: line.number)
        units.append(
            TextUnit(kind: kind, run: run, indent: line.indent, gap: Self.gap(in: text), isApart: isApart))
        last = line
        isAdjacent = true
        isAfterBlank = false
    }

    /// How many bytes stand before the first gap of three spaces or a tab; 0 where none is.
    private static func gap(in text: ArraySlice<UInt8>) -> Int {
        var index = text.startIndex
        while index < text.endIndex {
            let blanks = text[index...].prefix(while: \.isBlank)
            if blanks.count >= 3 || blanks.contains(.tab) {
                return TextRun.collapsed(text[..<index]).utf8.count
            }
            index = max(blanks.endIndex, index + 1)
        }
        return 0
    }

    /// Puts what was held after the last unit.
    private mutating func release() {
        for interruption in held {
            units.append(TextUnit(kind: .interruption(interruption), run: TextRun()))
        }
        held = []
    }

    // MARK: Listed headings

    /// Adds the heading that a list of contents announces, where it begins at an index; gives the index after it.
    private mutating func listedHeading(at index: Int) -> Int? {
        let line = lines[index]
        guard !listed.isEmpty, !goesOn(at: index, mark: Mark(inBody: line.text)) else { return nil }
        let number = EntryNumber(line.text)
        for start in [number?.textStart, 0].compactMap({ $0 }) {
            let printed = start == 0 ? nil : number?.printed
            var key = HeadingKey.of(line.text.dropFirst(start))
            var end = index
            // A number alone on its line.
            if key.isEmpty, index + 1 < lines.endIndex, lines[index + 1].isText {
                end += 1
                key = HeadingKey.of(lines[end].text)
            }
            guard listed.mayBegin(key) else { continue }
            while true {
                if let found = listed.take(key, printed: printed ?? "", line: lines[end].text) {
                    addListed(index...end, textStart: start, printed: printed, level: found.level)
                    return end + 1
                }
                end += 1
                guard end < lines.endIndex, end - index < 6, lines[end].isText, key.count < 400 else { break }
                key += HeadingKey.of(lines[end].text)
            }
        }
        return nil
    }

    private mutating func addListed(_ range: ClosedRange<Int>, textStart: Int, printed: String?, level: Int) {
        let first = lines[range.lowerBound]
        let mark = printed.map { printed in
            Mark(inBody: first.text) ?? Mark(form: .heading, printed: printed, textStart: textStart)
        }
        begin(mark.map { .marked($0) } ?? .plain, first, text: first.text.dropFirst(textStart))
        for index in range.dropFirst() { append(lines[index]) }
        units[units.count - 1].listedLevel = level
    }

    // MARK: Going on

    /// Whether the line at an index goes on with the text before it.
    private func goesOn(at index: Int, mark: Mark?) -> Bool {
        guard isAdjacent, let last, let unit = units.last, unit.isText, unit.listedLevel == nil else {
            return false
        }
        let line = lines[index]
        let isTight = !isAfterBlank
        if let mark {
            return isTight && held.isEmpty && isChance(mark) && !goesOnCounting(mark, line)
                && wrapping.isFull(last, before: line)
        }
        if line.text.first == .bar { return false }
        if isTight, !held.isEmpty, unit.isNumbered, !LineEnd.isSentence(last.text) { return true }
        if isTight {
            if goesOnInCapitals(unit, line) { return true }
            guard wrapping.wraps(last, into: line) else { return false }
            guard LineEnd.isSentence(last.text) else { return true }
            // A sentence's end and a line that is set in begin a paragraph; so does what looks like a heading there.
            let isSetIn =
                line.indent >= last.indent + 3 && unit.lines.count > 1 && !isHanging(unit, line)
            return !isSetIn && !(looksLikeHeading(at: index) && wrapping.leavesRoom(last, before: line))
        }
        guard !held.isEmpty else { return false }
        // After a page's edge blank lines say nothing.
        guard !LineEnd.isSentence(last.text) else { return false }
        let begins = line.text.first ?? .space
        return begins.isSmall || unit.run.tail.count > 60 && wrapping.isFull(last, before: line)
    }

    /// Whether a line in capitals goes on with a heading in capitals.
    private func goesOnInCapitals(_ unit: TextUnit, _ line: TextLine) -> Bool {
        guard case .plain = unit.kind, unit.run.lineCount <= 3, held.isEmpty else { return false }
        return unit.run.tail.count >= 16 && unit.run.tail.isInCapitals && Array(line.text).isInCapitals
            && !LineEnd.isSentence(unit.run.tail)
    }

    /// Whether a line right after a sentence may be a heading: it has no stop, and the line after it begins anew.
    private func looksLikeHeading(at index: Int) -> Bool {
        let line = lines[index]
        guard line.text.count <= 120, line.text.first?.isCapital ?? false, !LineEnd.isOpen(line.text),
            index + 1 < lines.endIndex
        else { return false }
        let next = lines[index + 1]
        guard next.isText else { return true }
        return Mark(inBody: next.text) != nil
            || !(next.text.first?.isSmall ?? true) && wrapping.leavesRoom(line, before: next)
    }

    /// Whether a line is set in as the text of a mark's unit is.
    private func isHanging(_ unit: TextUnit, _ line: TextLine) -> Bool {
        unit.mark != nil && line.indent > unit.indent
    }

    /// Whether a number is the one after that of the last paragraph, and a sentence begins after it.
    private func goesOnCounting(_ mark: Mark, _ line: TextLine) -> Bool {
        guard mark.form == .number || mark.form == .bracketedNumber,
            line.text.dropFirst(mark.textStart).first?.isCapital ?? false,
            let before = units.last(where: { $0.mark?.form == mark.form })?.mark
        else { return false }
        return mark.value == before.value + 1
    }

    /// Whether a mark is one by chance, at the beginning of a wrapped line: the text before it waits for more, and the
    /// mark does not go on with the one before.
    private func isChance(_ mark: Mark) -> Bool {
        guard let last else { return false }
        // A number after `and` is one of those that are named, while an item after it is the last of a list.
        let isOpen: Bool
        if case .item = mark.form {
            isOpen = LineEnd.waits(last.text)
        } else {
            isOpen = LineEnd.waits(last.text) || LineEnd.isSmallWord(last.text)
        }
        guard isOpen, let before = units.last?.mark else { return isOpen }
        switch (before.form, mark.form) {
        case (.item(let first), .item(let second)): return first.style != second.style
        case (.number, .number), (.bracketedNumber, .bracketedNumber), (.dotted, .dotted):
            return mark.value != before.value + 1
        case (.heading, _): return false
        case (.number, .dotted): return mark.numbers.first != before.value
        default: return true
        }
    }

    /// Adds the line to the last unit, after what interrupts it.
    private mutating func append(_ line: TextLine) {
        let index = units.count - 1
        // A copy: a slice would make the run copy itself when it grows.
        let before = Array(units[index].run.tail.suffix(64))[...]
        var isInWord = units[index].run.isEmpty
        if before.last == .hyphen, before.dropLast().last?.isWordByte ?? false,
            line.text.first?.isWordByte ?? false
        {
            isInWord = true
            if words.isBroken(before: before, after: line.text) {
                units[index].run.dropLastByte()
                drops.append(.init(kind: .lineEndHyphen, line: last?.number ?? line.number, count: 1))
            }
        }
        if !isInWord { units[index].run.appendSpace() }
        for interruption in held { units[index].run.append(interruption) }
        held = []
        units[index].run.append(line.text, line: line.number)
        last = line
        isAfterBlank = false
    }

    // MARK: Notes

    /// Holds the note that begins at an index, with the lines that go on with it; gives the index after it.
    private mutating func addNote(at start: Int, _ mark: Mark) -> Int {
        var run = TextRun()
        run.append(lines[start].text.dropFirst(mark.textStart), line: lines[start].number)
        var end = start + 1
        var previous = lines[start]
        while end < lines.endIndex, lines[end].isText {
            if case .marked(let next) = lines[end].kind, next.form == .note { break }
            guard run.isEmpty || wrapping.wraps(previous, into: lines[end]) || previous.text.last == .hyphen
            else { break }
            if !run.isEmpty { run.appendSpace() }
            run.append(lines[end].text, line: lines[end].number)
            previous = lines[end]
            end += 1
        }
        let content = run.content
        guard !content.isEmpty else {
            begin(.plain, lines[start], text: lines[start].text)
            return end
        }
        held.append(
            .footnote(
                Footnote(
                    lines: SourceLines(lines: run.lines), marker: mark.printed,
                    content: [.p(P(content: content))])))
        return end
    }

    /// A framed line: a note if it begins with a note's mark, else page furniture.
    private static func framed(_ line: TextLine) -> Interruption {
        if let mark = Mark(line.text), mark.form == .note, mark.textStart < line.text.count {
            var run = TextRun()
            run.append(line.text.dropFirst(mark.textStart), line: line.number)
            return .footnote(
                Footnote(
                    lines: SourceLines(line.number), marker: mark.printed,
                    content: [.p(P(content: run.content))]))
        }
        return .furniture(.printed(line.text, line: line.number))
    }
}
