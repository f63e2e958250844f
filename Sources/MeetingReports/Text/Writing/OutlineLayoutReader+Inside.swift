// What stands inside paragraphs and items, and lists of contents, in the layout that the writer gives them.

extension OutlineLayoutReader {
    // MARK: Inside paragraphs and items

    mutating func inner(at column: Int) throws(OtherLayout) -> [Inner] {
        var content: [Inner] = []
        while let line = peek(), line.isApart || line.column == column + OutlineColumns.itemInside {
            guard line.column == column || line.column == column + OutlineColumns.itemInside else { break }
            content += frames().map(Inner.interruption)
            if line.column != column {
                content.append(.list(try list(at: line.column)))
            } else if line.text.first == .bar {
                content.append(.table(try table(at: column)))
            } else if line.text.first == .tab {
                content.append(.quote(try quote(at: column)))
            } else {
                next += 1
                let run = run(line.text, line)
                content.append(.p(P(lines: SourceLines(lines: run.lines), content: run.content)))
            }
        }
        return content
    }

    mutating func list(at column: Int) throws(OtherLayout) -> List {
        var list = List(content: [])
        let start = next
        counts.texts += 1
        while let line = peek(), line.column == column, list.content.isEmpty || !line.isApart {
            list.content += frames().map { .interruption($0) }
            next += 1
            let (num, run) = head(line)
            var item = Item(num: num)
            let itemStart = next
            if !run.isEmpty {
                item.content = [.p(P(lines: SourceLines(lines: run.lines), content: run.content))]
            }
            item.content += try inner(at: column + OutlineColumns.furtherItem)
            item.lines = SourceLines(lines: run.lines + lines(from: itemStart))
            item.content = item.content.withoutSoleLines
            list.content.append(.element(item))
        }
        list.lines = SourceLines(lines: lines(from: start))
        if list.content.first?.element.map({ Vote.isMark(($0.num ?? []).plainText) }) ?? false {
            list.kind = "vote"
        }
        return list
    }

    mutating func quote(at column: Int) throws(OtherLayout) -> Quote {
        var quote = Quote(content: [])
        let start = next
        while let line = peek(), line.column == column, line.text.first == .tab {
            quote.content += frames().map { .interruption($0) }
            next += 1
            let run = run(line.text.dropFirst(), line)
            quote.content.append(.p(P(lines: SourceLines(lines: run.lines), content: run.content)))
        }
        quote.lines = SourceLines(lines: lines(from: start))
        return quote
    }

    mutating func table(at column: Int) throws(OtherLayout) -> Table {
        var table = Table(content: [])
        let start = next
        while let line = peek(), line.column == column, line.text.first == .bar,
            table.content.isEmpty || !line.isApart
        {
            guard line.text.count >= 2, line.text.last == .bar else { throw OtherLayout() }
            table.content += frames().map { .interruption($0) }
            next += 1
            let bars = line.text.count { $0 == .bar || $0 == .hyphen }
            if line.text.allSatisfy({ $0 == .bar || $0 == .hyphen }),
                case .element(var row)? = table.content.last
            {
                for index in row.content.indices { row.content[index].kind = .label }
                table.content[table.content.count - 1] = .element(row)
                table.content.addRule(line.number)
                drops.append(.init(kind: .tableBar, line: line.number, count: bars))
                continue
            }
            let cells = line.text.dropFirst().dropLast().split(
                separator: .bar, omittingEmptySubsequences: false)
            table.content.append(
                .element(
                    Row(
                        lines: SourceLines(line.number),
                        content: cells.map { TableReader.cell($0.trimmingSpace().string) })))
            drops.append(.init(kind: .tableBar, line: line.number, count: line.text.count { $0 == .bar }))
        }
        table.lines = SourceLines(lines: lines(from: start))
        return table
    }

    // MARK: Contents

    func isContents(_ line: Line) -> Bool {
        if Self.isEntry(line.text) { return true }
        guard next + 1 < tokens.count,
            let entry = tokens[(next + 1)...].lazy.compactMap({ token in
                if case .line(let line) = token { line } else { nil }
            }).first
        else { return false }
        return !entry.isApart && Self.isEntry(entry.text)
    }

    static func isEntry(_ text: ArraySlice<UInt8>) -> Bool { text.count { $0 == .tab } == 4 }

    mutating func contents(at column: Int) throws(OtherLayout) -> Contents {
        var contents = Contents()
        let start = next
        if let line = peek(), !Self.isEntry(line.text) {
            next += 1
            contents.heading = run(line.text, line).content
        }
        while let line = peek(), Self.isEntry(line.text), line.column >= column,
            start == next || !line.isApart
        {
            contents.content += frames().map { .interruption($0) }
            next += 1
            let parts = line.text.split(separator: .tab, omittingEmptySubsequences: false).map { part in
                part.isEmpty ? nil : [Inline.text(part.string)]
            }
            var entry = Entry(
                lines: SourceLines(line.number), num: parts[0], heading: parts[1],
                agendaReference: parts[2].flatMap { AgendaReference(Array($0.plainText.utf8)[...]) },
                paragraphs: parts[3], page: parts[4])
            let level = (line.column - column) / OutlineColumns.level
            if level == 0 || entry.headsGroup {
                entry.kind = .label
            } else {
                entry.level = level
            }
            contents.content.append(.element(entry))
        }
        contents.lines = SourceLines(lines: lines(from: start))
        return contents
    }
}

extension [Inner] {
    /// The same, where a run that is all its element holds says no lines of its own.
    var withoutSoleLines: [Inner] {
        guard count == 1, case .p(var p) = self[0] else { return self }
        p.lines = nil
        return [.p(p)]
    }
}
