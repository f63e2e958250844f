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
    /// The most rows, and blank lines between two, of a table whose rows blank lines part, and the fewest rows.
    private static let mostRows = 400
    private static let mostBlanks = 2
    private static let fewestSpacedRows = 3
    /// The widest line of columns, and the most bytes of a row's line.
    private static let widest = 400
    private static let longestLine = 220
    /// As many lines tell whether columns are a table; the lines after them belong to it where all agree.
    private static let probe = 400

    let lines: ArraySlice<TextLine>

    init(_ lines: ArraySlice<TextLine>) {
        self.lines = lines
    }

    /// Reads the table that begins at an index; nil where none does.
    func read(at start: Int) -> Reading? {
        guard lines[start].isText else { return nil }
        guard lines[start].text.first == .bar else { return readColumns(from: start) }
        return readFenced(from: start) ?? readBars(from: start)
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
                if rows.count == 1 { markLabels(&rows) }
                rows.addRule(line.number)
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

    /// Makes the cells of the first row labels.
    private func markLabels(_ rows: inout [Interrupted<Row>]) {
        guard case .element(var row)? = rows.first else { return }
        for index in row.content.indices { row.content[index].kind = .label }
        rows[0] = .element(row)
    }

    static func cell(_ text: String) -> Cell {
        Cell(content: text.isEmpty ? [] : [.p(P(content: [.text(text)]))])
    }

    // MARK: Columns

    /// Reads lines whose gaps stand at the same place.
    private func readColumns(from start: Int) -> Reading? {
        let probed = block(lines[start...].prefix(Self.probe))
        let reading = readRows(probed)
        guard reading != nil, probed.count == Self.probe else { return reading }
        return readRows(block(lines[start...])) ?? reading
    }

    private func readRows(_ block: ArraySlice<TextLine>) -> Reading? {
        let tabbed = block.prefix { Self.tabCount($0) > 0 }
        if tabbed.count >= 2, Set(tabbed.map(Self.tabCount)).count == 1 { return readTabs(tabbed) }
        if let reading = readSpaced(block) ?? readHeaded(block) { return reading }
        // Looked at before the lines behind it, which are many for each line of a long text.
        guard block.count >= 2, let first = block.first, Columns(first).hasGap else { return nil }
        return readGaps(block)
    }

    /// The lines of text that no blank line parts, from the first on.
    private func block(_ lines: ArraySlice<TextLine>) -> ArraySlice<TextLine> {
        lines.prefix { $0.isText && $0.text.first != .bar && $0.text.count <= Self.longestLine }
    }

    /// Reads rows that blank lines part: blocks of lines in the same columns.
    private func readSpaced(_ first: ArraySlice<TextLine>) -> Reading? {
        guard isRow(first) else { return nil }
        var blocks = [first]
        var used = first.map(Columns.init)
        while blocks.count < Self.mostRows, let end = blocks.last?.endIndex {
            let start = lines[end...].prefix { $0.kind == .blank }.endIndex
            guard start > end, start <= end + Self.mostBlanks, start < lines.endIndex else { break }
            let block = block(lines[start...].prefix(Self.longestRow + 1))
            guard isRow(block) else { break }
            let printed = used + block.map(Columns.init)
            let columns = Self.columns(of: printed)
            guard columns.count >= max(2, Self.columns(of: used).count) else { break }
            blocks.append(block)
            used = printed
        }
        guard blocks.count >= Self.fewestSpacedRows else { return nil }
        let columns = Self.columns(of: used)
        let rows = blocks.map { block in
            var cells: [[UInt8]] = columns.map { _ in [] }
            for line in block { Self.append(columns.map { Array(Columns(line).text(in: $0)) }, to: &cells) }
            return (cells: cells, lines: block.map(\.number))
        }
        return reading(of: rows, end: blocks.last?.endIndex ?? first.endIndex)
    }

    /// Reads rows under a head of a line or two that a blank line parts from them.
    private func readHeaded(_ head: ArraySlice<TextLine>) -> Reading? {
        guard head.count <= 2, isRow(head) else { return nil }
        let start = lines[head.endIndex...].prefix { $0.kind == .blank }.endIndex
        guard start > head.endIndex, start <= head.endIndex + Self.mostBlanks, start < lines.endIndex else {
            return nil
        }
        let body = block(lines[start...].prefix(Self.probe))
        let printed = body.map(Columns.init)
        guard body.count >= 2, body.count < Self.probe,
            printed[0].hasGap, printed.count(where: \.hasGap) * 2 >= body.count,
            printed.allSatisfy({ $0.cells.count <= Self.widest })
        else { return nil }
        let columns = Self.columns(of: head.map(Columns.init) + printed)
        guard columns.count >= 2, columns.count >= Self.columns(of: printed).count,
            !isProse(printed, in: columns)
        else { return nil }
        var label = (cells: columns.map { _ in [UInt8]() }, lines: head.map(\.number))
        for line in head { Self.append(columns.map { Array(Columns(line).text(in: $0)) }, to: &label.cells) }
        return reading(
            of: [label] + rows(of: printed, columns: columns, block: body), end: body.endIndex,
            hasLabels: true)
    }

    /// Whether lines may be a row: no mark begins them, and columns part one of them.
    private func isRow(_ block: ArraySlice<TextLine>) -> Bool {
        guard let first = block.first, block.count <= Self.longestRow, Mark(inBody: first.text) == nil else {
            return false
        }
        let printed = block.map(Columns.init)
        let width = printed.map(\.cells.count).max() ?? 0
        return width <= Self.widest && printed.contains(where: \.hasGap)
            && (block.count <= 2 || Self.columns(of: printed).count >= 2)
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
        guard printed.allSatisfy({ $0.cells.count <= Self.widest }) else { return nil }
        let columns = Self.columns(of: printed)
        guard columns.count >= 2, !isProse(printed, in: columns) else { return nil }
        return reading(of: rows(of: printed, columns: columns, block: block), end: block.endIndex)
    }

    /// The columns in which any of the lines has text; two parted by one space are one.
    private static func columns(of printed: [Columns]) -> [Range<Int>] {
        let width = printed.map(\.cells.count).max() ?? 0
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
        return columns
    }

    /// Whether a column is running text beside another: then the lines are no rows.
    private func isProse(_ printed: [Columns], in columns: [Range<Int>]) -> Bool {
        let filled = printed.filter { line in columns.count { !line.text(in: $0).isEmpty } >= 2 }
        let widest = columns.map(\.count).max() ?? 0
        return filled.count * 2 < printed.count && widest > 60
    }

    /// The texts of the lines in their columns; a line without a first one goes on with the row before it.
    private func rows(of printed: [Columns], columns: [Range<Int>], block: ArraySlice<TextLine>) -> [(
        cells: [[UInt8]], lines: [Int]
    )] {
        var rows: [(cells: [[UInt8]], lines: [Int])] = []
        for (line, source) in zip(printed, block) {
            let cells = columns.map { Array(line.text(in: $0)) }
            if let last = rows.indices.last, cells[0].isEmpty || rows[last].cells[0].last == .hyphen,
                rows[last].lines.last == source.number - 1
            {
                Self.append(cells, to: &rows[last].cells)
                rows[last].lines.append(source.number)
            } else {
                rows.append((cells, [source.number]))
            }
        }
        return rows
    }

    /// Adds the texts of a line to the cells of a row.
    private static func append(_ texts: [[UInt8]], to cells: inout [[UInt8]]) {
        for (column, text) in texts.enumerated() where !text.isEmpty {
            let isInWord = cells[column].last == .hyphen
            if !cells[column].isEmpty, !isInWord { cells[column].append(.space) }
            cells[column] += text
        }
    }

    private func reading(of rows: [(cells: [[UInt8]], lines: [Int])], end: Int, hasLabels: Bool = false)
        -> Reading
    {
        var content = rows.map { row in
            Interrupted.element(
                Row(
                    lines: SourceLines(lines: row.lines),
                    content: row.cells.map { Self.cell(TextRun.collapsed($0[...])) }))
        }
        if hasLabels { markLabels(&content) }
        let table = Table(lines: SourceLines(lines: rows.flatMap(\.lines)), content: content)
        return Reading(table: table, end: end, drops: [])
    }
}

extension [Interrupted<Row>] {
    /// Gives the last row the line of the rule that is drawn under it.
    mutating func addRule(_ line: Int) {
        guard case .element(var row)? = last else { return }
        row.lines = SourceLines(lines: (row.lines?.numbers ?? []) + [line])
        self[count - 1] = .element(row)
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
        cells.reserveCapacity(bytes.count)
        starts.reserveCapacity(bytes.count + 1)
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
