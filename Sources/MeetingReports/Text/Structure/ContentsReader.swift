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
                if tail.isLabel, pending.isEmpty {
                    flushHeld()
                    content.append(.element(label(line)))
                } else if tail.isEnd {
                    pending.append(line)
                    flush()
                } else if Self.isGroup(line) {
                    flush()
                    pending.append(line)
                    guard willEnd(after: index) else { break reading }
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

    /// Makes an entry of the lines that wait.
    private mutating func flush() {
        guard let last = pending.last else { return }
        let isFirstHeld = held
        held = []
        var entry = Entry(lines: SourceLines(lines: pending.map(\.number)))
        var heading = TextRun()
        var tail = EntryTail(last.text)
        if !hasPages { tail = EntryTail(without: last.text) }
        for (offset, line) in pending.enumerated() {
            var text = offset == pending.count - 1 ? tail.heading : line.text
            if offset == 0, let number = EntryNumber(text) {
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
        if entry.headsGroup {
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
    fileprivate static let groups: Set<String> = ["annex", "annexes", "appendix", "appendices", "annexe"]

    /// Whether the entry is a label: column heads, or the word over the annexes.
    var headsGroup: Bool {
        guard let heading else { return num == nil }
        return num == nil && paragraphs == nil && page == nil
            && Self.groups.contains(heading.plainText.lowercased())
    }
}

/// The number that an entry begins with.
struct EntryNumber {
    /// The number as printed.
    var printed: String
    /// Where the heading begins.
    var textStart: Int

    init?(_ text: ArraySlice<UInt8>) {
        var start = 0
        var prefix = ""
        var rest = text
        let leading = rest.prefix { $0 == .bar || $0.isBlank }
        start += leading.count
        rest = rest.dropFirst(leading.count)
        if rest.first == UInt8(ascii: "*"), rest.dropFirst().first == .space {
            let gap = rest.dropFirst().prefix(while: \.isBlank).count + 1
            prefix = "* "
            start += gap
            rest = rest.dropFirst(gap)
        }
        if let mark = Mark(inBody: rest), mark.textStart < rest.count, mark.form != .note {
            printed = prefix + mark.printed
            textStart = start + mark.textStart
            return
        }
        if let named = NamedNumber(rest), named.isStopped || named.end == text.endIndex {
            printed = prefix + text[rest.startIndex..<named.end].string
            textStart = named.textStart - text.startIndex
            return
        }
        if let end = Self.decisionEnd(rest) {
            printed = prefix + rest[..<end].string
            textStart = start + (end - rest.startIndex) + rest[end...].prefix(while: \.isBlank).count
            return
        }
        // A bare number before a gap.
        let digits = rest.prefix { $0.isDigit || $0 == .period }
        let gap = rest.dropFirst(digits.count).prefix(while: \.isBlank)
        guard !digits.isEmpty, digits.count <= 8, digits.first?.isDigit ?? false, !gap.isEmpty,
            digits.count + gap.count < rest.count, digits.prefix(while: \.isDigit).count <= 2
        else { return nil }
        printed = prefix + digits.string
        textStart = start + digits.count + gap.count
    }
}

extension EntryNumber {
    /// Where the number of a decision ends, `14/6.` or `1/CMA.2`, with white space or nothing after it.
    fileprivate static func decisionEnd(_ text: ArraySlice<UInt8>) -> Int? {
        let token = text.prefix { !$0.isBlank }
        let parts = token.split(separator: .slash, omittingEmptySubsequences: false)
        guard parts.count == 2, (1...3).contains(parts[0].count), parts[0].allSatisfy(\.isDigit),
            (1...8).contains(parts[1].count), parts[1].contains(where: \.isDigit),
            parts[1].allSatisfy({ $0.isDigit || $0.isCapital || $0 == .period })
        else { return nil }
        return token.endIndex
    }
}

/// What ends an entry: a leader, the paragraphs, the page.
struct EntryTail {
    /// The text before it.
    var heading: ArraySlice<UInt8>
    /// The printed range of paragraphs.
    var paragraphs: ArraySlice<UInt8>?
    /// The printed page.
    var page: ArraySlice<UInt8>?
    /// The dots of the leader.
    var dots = 0
    /// Whether the line is the last of an entry.
    var isEnd: Bool { dots >= 3 || page != nil || paragraphs != nil }
    /// Whether the line holds only words that head columns.
    var isLabel = false

    init(without text: ArraySlice<UInt8>) {
        heading = text
    }

    init(_ text: ArraySlice<UInt8>) {
        let words = text.split { $0.isBlank || $0 == .bar }
        isLabel =
            !words.isEmpty && words.count <= 3
            && words.allSatisfy { Self.labels.contains(String(decoding: $0, as: UTF8.self).lowercased()) }
        var rest = Self.trimmed(text)
        var numbers: [ArraySlice<UInt8>] = []
        while numbers.count < 2 {
            let token = Self.lastToken(rest)
            guard !token.isEmpty, Self.isNumber(token) else { break }
            let before = rest[..<token.startIndex]
            let gap = before.reversed().prefix { $0.isBlank || $0 == .bar }
            let hasTab = gap.contains(.tab) || gap.contains(.bar)
            let dot = before.dropLast(gap.count).last
            let isAfterLeader = dot == .period && Self.leader(before.dropLast(gap.count)).dots >= 3
            let isParted = hasTab || gap.count >= 2 || isAfterLeader
            // Between the paragraphs and the page a single space is enough, where a leader or a tab comes before both.
            let isPair = !gap.isEmpty && numbers.isEmpty && Self.isRangeAfterGap(before)
            guard isParted || isPair || before.isEmpty else { break }
            numbers.append(token)
            rest = Self.trimmed(before)
            if isAfterLeader { break }
        }
        let leader = Self.leader(rest)
        if leader.dots >= 3 {
            dots = leader.dots
            rest = Self.trimmed(rest[..<leader.start])
        }
        heading = rest
        switch numbers.count {
        case 2: (page, paragraphs) = (numbers[0], numbers[1])
        case 1 where numbers[0].contains { !$0.isDigit && !$0.isSmall }: paragraphs = numbers[0]
        case 1: page = numbers[0]
        default: break
        }
    }

    private static let labels: Set<String> = [
        "paragraphs", "paragraph", "page", "pages", "para.", "paras.", "párrafos", "página", "paragraphes",
        "chapter", "section", "no.",
    ]

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.trimmingSpace()
        while text.last == .bar { text = text.dropLast().trimmingSpace() }
        return text
    }

    private static func lastToken(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let count = text.reversed().prefix { !$0.isBlank && $0 != .bar && $0 != .period }.count
        return text.suffix(count)
    }

    /// Whether the text before a page ends in a range of paragraphs after a gap or leader.
    private static func isRangeAfterGap(_ before: ArraySlice<UInt8>) -> Bool {
        let rest = trimmed(before)
        let token = lastToken(rest)
        guard !token.isEmpty, isNumber(token) else { return false }
        let gap = rest[..<token.startIndex]
        return gap.last == .tab || gap.hasSuffixGap || leader(trimmed(gap)).dots >= 3
    }

    /// Whether a token is a page or a range of paragraphs: `4`, `iv`, `12–15`.
    private static func isNumber(_ token: ArraySlice<UInt8>) -> Bool {
        let digits = token.filter(\.isDigit)
        if digits.isEmpty {
            return token.count <= 5 && token.allSatisfy { "ivxl".utf8.contains($0) }
        }
        let others = token.filter { !$0.isDigit }
        return digits.count <= 9 && token.first?.isDigit ?? false && token.last?.isDigit ?? false
            && (others.isEmpty && digits.count <= 4 || others == [.hyphen]
                || others.elementsEqual("\u{2013}".utf8) || others.elementsEqual("\u{2014}".utf8))
    }

    /// The dots at the end of a text, single spaces between them or none.
    private static func leader(_ text: ArraySlice<UInt8>) -> (dots: Int, start: Int) {
        var dots = 0
        var start = text.endIndex
        var index = text.endIndex
        while index > text.startIndex {
            index -= 1
            if text[index] == .period {
                dots += 1
                start = index
            } else if text[index] != .space || index > text.startIndex && text[index - 1] == .space {
                break
            }
        }
        return (dots, start)
    }
}

extension ArraySlice<UInt8> {
    /// Whether the slice ends in two spaces.
    fileprivate var hasSuffixGap: Bool { suffix(2).elementsEqual("  ".utf8) }
}

/// The depth of entries by the forms of their numbers.
struct EntryLevels {
    private var open: [String] = []

    /// The level of an entry after those before it.
    mutating func level(of entry: Entry) -> Int {
        let words = (entry.heading ?? []).plainText.lowercased()
        guard let num = entry.num?.plainText else {
            if words.hasPrefix("part ") || words.hasPrefix("annex") || words.hasPrefix("appendi") {
                open = words.hasPrefix("part ") ? ["part"] : []
                return 1
            }
            return open.first == "part" ? 2 : 1
        }
        if num.hasPrefix("Part ") {
            open = ["part"]
            return 1
        }
        // `14/6. Title` lists a decision under the heading of the decisions.
        if num.utf8.contains(.slash) { return open.count + 1 }
        let core = PrintedNumber.core(of: num)
        let parts = core.utf8.split(separator: .period).count
        if core.utf8.first?.isDigit ?? false, parts >= 2 {
            open = Array(open.prefix(1))
            return parts
        }
        let (style, value) = self.style(core)
        if let index = open.firstIndex(of: style) {
            open.removeSubrange((index + 1)...)
        } else {
            open.append(style)
        }
        last[style] = value
        return open.count
    }

    private var last: [String: Int] = [:]

    /// The form of a number and its value: `I` after `H` is a letter.
    private func style(_ core: String) -> (String, Int) {
        let bytes = Array(core.utf8)[...]
        if let digits = Int(digits: bytes) { return ("number", digits) }
        let roman = Roman.value(of: bytes)
        guard bytes.count == 1, let byte = bytes.first else {
            return roman.map { ("roman", $0) } ?? ("other", 0)
        }
        let letter = Int(byte & ~0x20) - 0x40
        if open.last == "letter", letter == last["letter", default: 0] + 1 { return ("letter", letter) }
        if let roman, roman == 1 || open.contains("roman") && roman == last["roman", default: 0] + 1 {
            return ("roman", roman)
        }
        return ("letter", letter)
    }
}
