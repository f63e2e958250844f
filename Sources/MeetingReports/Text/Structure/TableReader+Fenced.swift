// Tables of AsciiDoc: cells that begin with a bar, between two lines `|===`.

extension TableReader {
    /// The most lines of such a table.
    private static let longest = 4000

    /// Reads the table between two fences; nil where no fence is or none closes it.
    func readFenced(from start: Int) -> Reading? {
        guard Self.isFence(lines[start]),
            let end = lines[(start + 1)...].prefix(Self.longest).firstIndex(where: Self.isFence)
        else { return nil }
        var cells: [(text: [UInt8], line: Int)] = []
        var drops = [Self.drop(lines[start])]
        var firstBlank: Int?
        var firstLine: Int?
        for line in lines[(start + 1)..<end] {
            guard line.isText else {
                if !cells.isEmpty, firstBlank == nil { firstBlank = cells.count }
                continue
            }
            var parts = line.text.split(separator: .bar, omittingEmptySubsequences: false)[...]
            if parts.count > 1 {
                drops.append(.init(kind: .tableBar, line: line.number, count: parts.count - 1))
            }
            // What stands before the first bar goes on with the cell before.
            let rest = parts.removeFirst().trimmingSpace()
            if !rest.isEmpty {
                guard let last = cells.indices.last else { return nil }
                cells[last].text += (cells[last].text.isEmpty ? [] : [.space]) + rest
            }
            cells += parts.map { (Array($0.trimmingSpace()), line.number) }
            if firstLine == nil { firstLine = cells.count }
        }
        drops.append(Self.drop(lines[end]))
        // The first line says how many columns there are, or else what stands before the first blank line.
        let width = firstLine.flatMap { $0 > 1 ? $0 : nil } ?? firstBlank ?? 0
        guard width > 0, !cells.isEmpty,
            lines[(start + 1)..<end].allSatisfy({ $0.isText || $0.kind == .blank })
        else { return nil }
        let rows = stride(from: 0, to: cells.count, by: width).map { first in
            let row = cells[first..<min(first + width, cells.count)]
            var labelled = row.map { Self.cell(TextRun.collapsed($0.text[...])) }
            if first == 0, firstBlank == width {
                for index in labelled.indices { labelled[index].kind = .label }
            }
            // The fences are drawn around the first row and the last.
            var numbers = row.map(\.line)
            if first == 0 { numbers.insert(lines[start].number, at: 0) }
            if first + width >= cells.count { numbers.append(lines[end].number) }
            return Interrupted.element(Row(lines: SourceLines(lines: numbers), content: labelled))
        }
        let numbers = lines[start...end].filter { $0.kind != .blank }.map(\.number)
        return Reading(
            table: Table(lines: SourceLines(lines: numbers), content: rows), end: end + 1, drops: drops)
    }

    private static func isFence(_ line: TextLine) -> Bool { line.text.elementsEqual("|===".utf8) }

    private static func drop(_ line: TextLine) -> Ledger.Drop {
        .init(kind: .tableBar, line: line.number, count: line.text.count)
    }
}
