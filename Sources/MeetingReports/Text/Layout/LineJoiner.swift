/// Joins printed lines to units: a wrapped paragraph becomes one text, a page break inside it an interruption.
struct LineJoiner {
    private let lines: ArraySlice<TextLine>
    private let wrapping: Wrapping
    private var words: WordSet
    private var units: [TextUnit] = []
    /// Whether the line before is text of the last unit and no blank line parts the two.
    private var isAdjacent = false
    /// The last line of text.
    private var last: TextLine?
    /// Form feeds and framed lines right after the last text, which the next line may go on.
    private var held: [(interruption: Interruption, line: TextLine)] = []
    /// The hyphens that only broke a line.
    private(set) var drops: [Ledger.Drop] = []

    init(_ lines: ArraySlice<TextLine>, wrapping: Wrapping, source: SourceText) {
        self.lines = lines
        self.wrapping = wrapping
        words = WordSet(source)
    }

    /// The units of the lines, in their order.
    mutating func joined() -> [TextUnit] {
        for line in lines { add(line) }
        release()
        return units
    }

    private mutating func add(_ line: TextLine) {
        switch line.kind {
        case .blank:
            release()
            isAdjacent = false
        case .pageBreak: hold(.furniture(.pageBreak(line: line.number)), line)
        case .framed: hold(Self.framed(line), line)
        case .rule:
            begin(.furniture(.printed(line.text, line: line.number)), line, text: [])
            isAdjacent = false
        case .columns: addColumns(line)
        case .marked(let mark):
            if goesOn(with: line), held.isEmpty, isChance(mark) {
                append(line)
            } else {
                begin(.marked(mark), line, text: line.text.dropFirst(mark.textStart))
            }
        case .plain:
            if goesOn(with: line) { append(line) } else { begin(.plain, line, text: line.text) }
        }
    }

    /// Keeps what may interrupt the text before it until the next line says so.
    private mutating func hold(_ interruption: Interruption, _ line: TextLine) {
        held.append((interruption, line))
        if !isAdjacent { release() }
    }

    /// Gives what was held as units of its own.
    private mutating func release() {
        let released = held
        held = []
        for (interruption, line) in released {
            switch interruption {
            case .furniture(let furniture): begin(.furniture(furniture), line, text: [])
            case .footnote, .unrecognized:
                if let mark = Mark(line.text) {
                    begin(.marked(mark), line, text: line.text.dropFirst(mark.textStart))
                }
            }
            isAdjacent = false
        }
    }

    private mutating func begin(_ kind: TextUnit.Kind, _ line: TextLine, text: ArraySlice<UInt8>) {
        release()
        var run = TextRun()
        run.append(text, line: line.number)
        units.append(TextUnit(kind: kind, run: run))
        last = line
        isAdjacent = true
    }

    private mutating func addColumns(_ line: TextLine) {
        let printed = line.whole.string
        if isAdjacent, held.isEmpty, case .unrecognized(var lines)? = units.last?.kind {
            lines.append(printed)
            units[units.count - 1].kind = .unrecognized(lines)
            units[units.count - 1].run.append([], line: line.number)
            last = line
        } else {
            begin(.unrecognized([printed]), line, text: [])
        }
    }

    /// Whether a line without a mark goes on with the text before it.
    private func goesOn(with line: TextLine) -> Bool {
        guard isAdjacent, let last, let unit = units.last else { return false }
        switch unit.kind {
        case .furniture, .unrecognized: return false
        case .plain, .marked: break
        }
        return !held.isEmpty || wrapping.wraps(last, into: line)
    }

    /// Whether a mark is one by chance, at the beginning of a wrapped line: the text before it waits for more, and the
    /// mark does not go on with the one before.
    private func isChance(_ mark: Mark) -> Bool {
        guard let last, Self.endsOpen(last.text), case .marked(let before)? = units.last?.kind else {
            return last.map { Self.endsOpen($0.text) } ?? false
        }
        switch (before.form, mark.form) {
        case (.item(let first), .item(let second)): return first.style != second.style
        case (.number, .number), (.bracketedNumber, .bracketedNumber): return mark.value != before.value + 1
        case (.heading, _): return false
        default: return true
        }
    }

    /// Whether a text waits for more: it ends in a letter or digit, but not with `and` or `or` before a list's last item.
    static func endsOpen(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        let last = text.suffix(4).drop { $0 & 0xC0 == 0x80 }.lastIndex { $0 & 0xC0 != 0x80 }
        guard let last else { return false }
        let (scalar, _) = scalar(in: Array(text[last...]), at: 0)
        return (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            && !text.suffix(4).elementsEqual(" and".utf8)
            && !text.suffix(3).elementsEqual(" or".utf8)
            && Superscript.length(in: Array(text.suffix(2))[...]) == 0
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
        for (interruption, _) in held { units[index].run.append(interruption) }
        held = []
        units[index].run.append(line.text, line: line.number)
        last = line
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
