/// Reads tables: rows between bars, and columns parted by tabs or by gaps that all lines share.
struct TableReader {
    /// What was read.
    struct Reading {
        var table: Table
        /// The index of the first line after it.
        var end: Int
        var drops: [Ledger.Drop]
    }

    /// The most lines of a row between bars whose cells hold line ends.
    private static let longestRow = 40
    /// The most bytes of a row's line.
    private static let longestLine = 220
    /// As many lines tell whether columns are a table; the lines after them belong to it where all agree.
    private static let probe = 400

    private let lines: ArraySlice<TextLine>

    init(_ lines: ArraySlice<TextLine>) {
        self.lines = lines
    }

    /// Reads the table that begins at an index; nil where none does.
    func read(at start: Int) -> Reading? {
        guard lines[start].isText else { return nil }
        return lines[start].text.first == .bar ? readBars(from: start) : readColumns(from: start)
    }

    // MARK: Bars

    private func readBars(from start: Int) -> Reading? {
        var rows: [Interrupted<Row>] = []
        var drops: [Ledger.Drop] = []
        var numbers: [Int] = []
        var index = start
        while index < lines.endIndex {
            let line = lines[index]
            if line.text.first == .bar, Self.drawsRule(line.text) {
                drops.append(
                    .init(kind: .tableBar, line: line.number, count: line.text.count { !$0.isBlank }))
                numbers.append(line.number)
                markLabels(&rows)
                index += 1
                continue
            }
            guard line.isText, line.text.first == .bar, let end = rowEnd(from: index) else { break }
            let row = lines[index...end].filter { $0.kind != .blank }
            var text: [UInt8] = []
            for part in row {
                text += (text.isEmpty ? [] : [.space]) + part.text
                let bars = part.text.count { $0 == .bar }
                if bars > 0 { drops.append(.init(kind: .tableBar, line: part.number, count: bars)) }
            }
            numbers += row.map(\.number)
            let cells = text.dropFirst().dropLast().split(separator: .bar, omittingEmptySubsequences: false)
            rows.append(
                .element(
                    Row(
                        lines: SourceLines(lines: row.map(\.number)),
                        content: cells.map { Self.cell(TextRun.collapsed($0.trimmingSpace())) })))
            index = end + 1
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(lines: SourceLines(lines: numbers), content: rows)
        return Reading(table: table, end: index, drops: drops)
    }

    /// The index of the line on which a row ends; a cell may hold line ends.
    private func rowEnd(from start: Int) -> Int? {
        for index in start..<min(lines.endIndex, start + Self.longestRow) {
            let line = lines[index]
            guard line.isText || line.kind == .blank, index == start || line.text.first != .bar else {
                return nil
            }
            if line.text.last == .bar, index > start || line.text.count > 1 { return index }
        }
        return nil
    }

    private static func drawsRule(_ text: ArraySlice<UInt8>) -> Bool {
        text.count >= 3 && text.contains(.bar) && text.allSatisfy { $0.isBlank || "|+:=-".utf8.contains($0) }
            && text.contains { "+:=-".utf8.contains($0) }
    }

    /// Makes the cells of the only row so far labels: a rule came after it.
    private func markLabels(_ rows: inout [Interrupted<Row>]) {
        guard rows.count == 1, case .element(var row) = rows[0] else { return }
        for index in row.content.indices { row.content[index].kind = .label }
        rows[0] = .element(row)
    }

    static func cell(_ text: String) -> Cell {
        Cell(content: text.isEmpty ? [] : [.p(P(content: [.text(text)]))])
    }

    // MARK: Columns

    /// Reads lines whose gaps stand at the same place.
    private func readColumns(from start: Int) -> Reading? {
        let first = lines[start]
        guard first.text.count <= Self.longestLine, Self.tabCount(first) > 0 || Columns(first).hasGap else {
            return nil
        }
        let block = Self.block(lines[start...].prefix(Self.probe))
        let reading = read(block)
        guard reading != nil, block.count == Self.probe else { return reading }
        return read(Self.block(lines[start...])) ?? reading
    }

    /// The lines that may be rows, from the first on.
    private static func block(_ lines: ArraySlice<TextLine>) -> ArraySlice<TextLine> {
        lines.prefix { $0.isText && $0.text.first != .bar && $0.text.count <= longestLine }
    }

    private func read(_ block: ArraySlice<TextLine>) -> Reading? {
        guard block.count >= 2 else { return nil }
        let tabbed = block.prefix { Self.tabCount($0) > 0 }
        if tabbed.count >= 2, Set(tabbed.map(Self.tabCount)).count == 1 { return readTabs(tabbed) }
        return readGaps(block)
    }

    /// The number of tabs between texts of a line, after its mark.
    private static func tabCount(_ line: TextLine) -> Int {
        let text = line.text.dropFirst(Mark(inBody: line.text)?.textStart ?? 0)
        return text.count { $0 == .tab }
    }

    private func readTabs(_ block: ArraySlice<TextLine>) -> Reading? {
        let rows = block.map { line in
            let cells = line.text.split(separator: .tab, omittingEmptySubsequences: false)
            return Interrupted.element(
                Row(
                    lines: SourceLines(line.number),
                    content: cells.map { Self.cell(TextRun.collapsed($0.trimmingSpace())) }))
        }
        let table = Table(lines: SourceLines(lines: block.map(\.number)), content: rows)
        return Reading(table: table, end: block.endIndex, drops: [])
    }

    private func readGaps(_ block: ArraySlice<TextLine>) -> Reading? {
        let printed = block.map(Columns.init)
        // Where a line alone has no gap, prose begins or ends.
        guard printed[0].hasGap, printed.count(where: \.hasGap) >= 2 else { return nil }
        let width = printed.map(\.cells.count).max() ?? 0
        guard width <= 400 else { return nil }
        var used = [Bool](repeating: false, count: width)
        for line in printed {
            for column in line.cells.indices where line.cells[column] != .space { used[column] = true }
        }
        var columns: [Range<Int>] = []
        var first: Int?
        for column in 0...width {
            let isUsed =
                column < width
                && (used[column] || column > 0 && used[column - 1] && column + 1 < width && used[column + 1])
            if isUsed, first == nil { first = column }
            if !isUsed, let begin = first {
                columns.append(begin..<column)
                first = nil
            }
        }
        guard columns.count >= 2, !isProse(printed, in: columns) else { return nil }
        return table(of: printed, columns: columns, block: block)
    }

    /// Whether a column is running text beside another: then the lines are no rows.
    private func isProse(_ printed: [Columns], in columns: [Range<Int>]) -> Bool {
        let filled = printed.filter { line in columns.count { !line.text(in: $0).isEmpty } >= 2 }
        let widest = columns.map(\.count).max() ?? 0
        return filled.count * 2 < printed.count && widest > 60
    }

    private func table(of printed: [Columns], columns: [Range<Int>], block: ArraySlice<TextLine>) -> Reading?
    {
        var rows: [(cells: [[UInt8]], lines: [Int])] = []
        for (line, source) in zip(printed, block) {
            let cells = columns.map { Array(line.text(in: $0)) }
            if let last = rows.indices.last, cells[0].isEmpty || rows[last].cells[0].last == .hyphen,
                rows[last].lines.last == source.number - 1
            {
                for column in columns.indices where !cells[column].isEmpty {
                    let isInWord = rows[last].cells[column].last == .hyphen
                    if !rows[last].cells[column].isEmpty, !isInWord {
                        rows[last].cells[column].append(.space)
                    }
                    rows[last].cells[column] += cells[column]
                }
                rows[last].lines.append(source.number)
            } else {
                rows.append((cells, [source.number]))
            }
        }
        let content = rows.map { row in
            Interrupted.element(
                Row(
                    lines: SourceLines(lines: row.lines),
                    content: row.cells.map { Self.cell(TextRun.collapsed($0[...])) }))
        }
        let table = Table(lines: SourceLines(lines: block.map(\.number)), content: content)
        return Reading(table: table, end: block.endIndex, drops: [])
    }
}

/// A line as it stands on the page: one byte slice a column, tabs as spaces.
private struct Columns {
    /// A column's character is a space, or stands for one of the text.
    var cells: [UInt8] = []
    private var starts: [Int] = []
    private let text: ArraySlice<UInt8>

    init(_ line: TextLine) {
        let bytes = line.whole.prefix(upTo: line.text.endIndex)
        text = bytes
        // The gap after a mark parts no columns.
        let textStart = line.text.startIndex + (Mark(inBody: line.text)?.textStart ?? 0)
        for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
            let isMark = index >= line.text.startIndex && index < textStart
            let isBlank = bytes[index].isBlank && !isMark
            let width = bytes[index] == .tab ? 8 - cells.count % 8 : 1
            for _ in 0..<width {
                cells.append(isBlank ? .space : UInt8(ascii: "x"))
                starts.append(index)
            }
        }
        starts.append(bytes.endIndex)
    }

    /// Whether three spaces stand between two texts of the line.
    var hasGap: Bool {
        var spaces = 0
        var isAfterText = false
        for cell in cells {
            if cell == .space {
                spaces += 1
            } else {
                if isAfterText, spaces >= 3 { return true }
                isAfterText = true
                spaces = 0
            }
        }
        return false
    }

    /// The text in columns.
    func text(in columns: Range<Int>) -> ArraySlice<UInt8> {
        guard columns.lowerBound < cells.count else { return [] }
        let end = min(columns.upperBound, cells.count)
        return text[starts[columns.lowerBound]..<max(starts[columns.lowerBound], starts[end])].trimmingSpace()
    }
}
