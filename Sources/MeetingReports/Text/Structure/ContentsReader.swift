/// Reads a printed list of contents, entry by entry: with dot leaders, tabs, bars or gaps before the page, or a bare list.
struct ContentsReader {
    /// What was read.
    struct Reading {
        var contents: Contents
        /// The index of the first line after it.
        var end: Int
        /// The dots and bars that were dropped.
        var drops: [Ledger.Drop]
    }

    private static let titles: Set<String> = [
        "contents", "table of contents", "content", "indice", "índice", "sommaire", "table des matières",
        "table des matieres", "tabla de contenidos", "list of contents",
    ]
    /// How many lines an entry may be wrapped over.
    private static let longestEntry = 6
    /// The most bytes of a line of an entry.
    private static let longestLine = 260

    private let lines: ArraySlice<TextLine>
    private var content: [Interrupted<Entry>] = []
    private var pending: [TextLine] = []
    private var held: [Interruption] = []
    private var levels = EntryLevels()
    private var drops: [Ledger.Drop] = []
    private var hasPages = true
    /// Whether the word over the annexes has come: their entries may have no page.
    private var isAmongAnnexes = false

    init(_ lines: ArraySlice<TextLine>) {
        self.lines = lines
    }

    /// Whether a line is the heading of a list of contents.
    static func isTitle(_ line: TextLine) -> Bool {
        guard line.kind == .plain, line.text.count <= 30 else { return false }
        var words = TextRun.collapsed(line.text).lowercased()
        if words.utf8.last == .colon { words.removeLast() }
        return titles.contains(words) || titles.contains(words.filter { $0 != " " })
    }

    /// Reads the list whose heading is at an index; nil where nothing after it is an entry.
    mutating func read(at start: Int) -> Reading? {
        var end = readPaged(from: start + 1)
        if content.compactMap(\.element).count(where: { $0.kind == nil }) < 2 {
            (content, pending, held, drops, levels) = ([], [], [], [], EntryLevels())
            end = readPlain(from: start + 1)
        }
        guard content.compactMap(\.element).count(where: { $0.kind == nil }) >= 2 else { return nil }
        var lineNumbers = [lines[start].number]
        for part in content {
            switch part {
            case .element(let entry): lineNumbers += entry.lines?.numbers ?? []
            case .interruption: break
            }
        }
        let contents = Contents(
            lines: SourceLines(lines: lineNumbers), heading: [.text(TextRun.collapsed(lines[start].text))],
            content: content)
        return Reading(contents: contents, end: end, drops: drops)
    }

    // MARK: With pages

    /// Reads entries that end in a page number or a leader; gives the index after the last.
    private mutating func readPaged(from start: Int) -> Int {
        var end = start
        var index = start
        var mark = (content: 0, pending: 0)
        reading: while index < lines.endIndex {
            let line = lines[index]
            switch line.kind {
            case .blank: break
            case .pageBreak: hold(.furniture(.pageBreak(line: line.number)))
            case .framed, .rule: hold(.furniture(.printed(line.text, line: line.number)))
            case .columns, .marked, .plain:
                let tail = EntryTail(line.text)
                if tail.isLabel {
                    flushHeading()
                    content.append(.element(label(line)))
                } else if isAmongAnnexes, !tail.isEnd, EntryNumber.annexEnd(line.text) != nil {
                    flush(tail: EntryTail(without: line.text), of: line)
                } else if tail.isEnd {
                    pending.append(line)
                    flush()
                } else if Self.isGroup(line) {
                    flush()
                    pending.append(line)
                    isAmongAnnexes = true
                    guard willEnd(after: index) || isAnnex(after: index) else { break reading }
                    flush()
                } else {
                    if !pending.isEmpty, Mark(inBody: line.text) != nil { flush() }
                    guard pending.count < Self.longestEntry, willEnd(after: index) else { break reading }
                    pending.append(line)
                    index += 1
                    continue reading
                }
                end = index + 1
                mark = (content.count, 0)
            }
            index += 1
        }
        content.removeSubrange(mark.content...)
        pending = []
        return end
    }

    /// Whether a line that ends an entry follows within a few lines.
    private func willEnd(after index: Int) -> Bool {
        guard lines[index].text.count <= Self.longestLine else { return false }
        var count = 0
        for line in lines[(index + 1)...] where line.isText {
            guard line.text.count <= Self.longestLine else { return false }
            if EntryTail(line.text).isEnd { return true }
            count += 1
            if count == Self.longestEntry { return false }
        }
        return false
    }

    /// Whether the next text lists an annex.
    private func isAnnex(after index: Int) -> Bool {
        lines[(index + 1)...].first { $0.kind != .blank }.map { EntryNumber.annexEnd($0.text) != nil }
            ?? false
    }

    /// Whether a line only says that annexes follow.
    private static func isGroup(_ line: TextLine) -> Bool {
        Entry.groups.contains(TextRun.collapsed(line.text).lowercased())
    }

    // MARK: Without pages

    /// Reads marked lines right after the heading, with what wraps.
    private mutating func readPlain(from start: Int) -> Int {
        var end = start
        var seen: Set<String> = []
        var isAfterBlank = true
        for index in start..<lines.endIndex {
            let line = lines[index]
            guard line.isText else {
                if line.kind != .blank { break }
                isAfterBlank = true
                continue
            }
            guard line.text.count <= Self.longestLine else { break }
            if let number = EntryNumber(line.text) {
                guard number.textStart < line.text.count else { break }
                guard seen.insert(number.printed).inserted else { break }
                flush()
                pending = [line]
            } else if !pending.isEmpty, !isAfterBlank, pending.count < Self.longestEntry {
                pending.append(line)
            } else {
                break
            }
            isAfterBlank = false
            end = index + 1
        }
        hasPages = false
        flush()
        return end
    }

    // MARK: Entries

    /// Holds furniture until the next entry; an entry that it parts becomes two.
    private mutating func hold(_ interruption: Interruption) {
        flush()
        held.append(interruption)
    }

    private mutating func flushHeld() {
        content += held.map { .interruption($0) }
        held = []
    }

    /// The line of column heads.
    private mutating func label(_ line: TextLine) -> Entry {
        let words = line.text.split { $0.isBlank || $0 == .bar }.map(\.string)
        dropBars(in: line)
        let before = words.dropLast().joined(separator: " ")
        return Entry(
            lines: SourceLines(line.number), kind: .label, paragraphs: before.isEmpty ? nil : [.text(before)],
            page: words.last.map { [.text($0)] })
    }

    /// Makes an entry without a page of a line.
    private mutating func flush(tail: EntryTail, of line: TextLine) {
        flush()
        pending = [line]
        flush(tail: tail)
    }

    /// Makes an entry that heads a group of the lines that wait.
    private mutating func flushHeading() {
        guard let last = pending.last else { return flushHeld() }
        flush(tail: EntryTail(without: last.text), isLabel: true)
    }

    /// Makes an entry of the lines that wait.
    private mutating func flush(tail given: EntryTail? = nil, isLabel: Bool = false) {
        guard let last = pending.last else { return }
        let isFirstHeld = held
        held = []
        var entry = Entry(lines: SourceLines(lines: pending.map(\.number)))
        var heading = TextRun()
        let tail = given ?? (hasPages ? EntryTail(last.text) : EntryTail(without: last.text))
        for (offset, line) in pending.enumerated() {
            var text = offset == pending.count - 1 ? tail.heading : line.text
            if offset == 0, !isLabel, let number = EntryNumber(text) {
                entry.num = [.text(number.printed)]
                text = text.dropFirst(number.textStart)
            }
            dropBars(in: line)
            let cleaned = Array(text.map { $0 == .bar ? .space : $0 })[...].trimmingSpace()
            if !cleaned.isEmpty, !heading.isEmpty { heading.appendSpace() }
            heading.append(cleaned, line: line.number)
        }
        if tail.dots > 0 { drops.append(.init(kind: .dotLeader, line: last.number, count: tail.dots)) }
        entry.paragraphs = tail.paragraphs.map { [.text(TextRun.collapsed($0))] }
        entry.page = tail.page.map { [.text(TextRun.collapsed($0))] }
        (entry.heading, entry.agendaReference) = AgendaReference.split(heading.content)
        if isLabel || entry.headsGroup {
            entry.kind = .label
            levels = EntryLevels()
        } else {
            entry.level = levels.level(of: entry)
        }
        content += isFirstHeld.map { .interruption($0) }
        content.append(.element(entry))
        pending = []
    }

    private mutating func dropBars(in line: TextLine) {
        let bars = line.text.count { $0 == .bar }
        if bars > 0 { drops.append(.init(kind: .tableBar, line: line.number, count: bars)) }
    }
}

extension Entry {
    /// The words that head a group of entries and list nothing themselves.
    fileprivate static let groups: Set<String> = [
        "annex", "annexes", "appendix", "appendices", "annexe", "anexo", "anexos", "list of annexes",
        "list of appendices",
        "liste des annexes", "lista de anexos",
    ]

    /// Whether the entry is a label: column heads, or the word over the annexes.
    var headsGroup: Bool {
        guard let heading else { return num == nil }
        return num == nil && paragraphs == nil && page == nil
            && Self.groups.contains(heading.plainText.lowercased())
    }
}
