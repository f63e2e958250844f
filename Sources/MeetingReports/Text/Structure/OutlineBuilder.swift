/// Builds the tree of blocks from units: annexes, sections by the form of their numbers, paragraphs, lists.
///
/// Where a text could belong to two places, this is the one: text without a number goes on with the numbered paragraph
/// before it in the same section, else it is a paragraph of its own; a list or table belongs to the paragraph before it
/// in its section, else to the section; text after a subsection belongs to the subsection; a numbered heading whose
/// number runs in the sequence of the paragraphs is a paragraph with a heading.
struct OutlineBuilder {
    private let units: [TextUnit]
    private let shapes: [UnitShape]
    private let annexes: [AnnexTitle?]
    private let numbers: NumberedUnits
    private let headings: PlainHeadings
    private let agenda: NamedAgenda
    private var tree: TreeBuilder
    /// The units that were read with one before them.
    private var used: Set<Int> = []

    /// - Parameter isBlank: for each source line whether it is blank: such lines part no ranges.
    init(_ units: [TextUnit], isBlank: [Bool]) {
        self.units = units
        shapes = units.map(UnitShape.init)
        annexes = units.map(AnnexTitle.init)
        numbers = NumberedUnits(units, shapes: shapes, isAnnex: annexes.map { $0 != nil })
        headings = PlainHeadings(units, shapes: shapes, annexes: annexes, numbers: numbers)
        agenda = NamedAgenda(units, shapes: shapes)
        tree = TreeBuilder(isBlank: isBlank)
    }

    /// The blocks of the units.
    mutating func blocks() -> [Block] {
        for index in units.indices where !used.contains(index) { add(index) }
        return tree.finished()
    }

    private mutating func add(_ index: Int) {
        let unit = units[index]
        switch unit.kind {
        case .interruption(let interruption): tree.wait(interruption)
        case .block(let block): tree.add(block, lines: unit.lines)
        case .plain: addPlain(index)
        case .marked(let mark): addMarked(index, mark)
        }
    }

    // MARK: Without a mark

    private mutating func addPlain(_ index: Int) {
        let unit = units[index]
        if let annex = annexes[index] {
            tree.openAnnex(annex, lines: unit.lines)
        } else if tree.awaitsReference, let reference = AgendaReference(unit.run.utf8[...]) {
            tree.add(reference, lines: unit.lines)
        } else if tree.awaitsAnnexHeading,
            isAnnexHeading(index)
        {
            tree.addAnnexHeading(unit)
        } else if let level = unit.listedLevel {
            openSection(index, SectionNumber(.listed), num: nil, level: level)
        } else if let item = agenda.items[index] {
            tree.addItem(unit, num: item.num, item.mark, text: item.text)
        } else if let (number, num, heading) = namedHeading(index) {
            tree.openSection(
                number, Section(num: [.text(num)], heading: heading?.run.content),
                lines: unit.lines + (heading?.lines ?? []))
        } else if headings.contains(index) {
            openSection(
                index, SectionNumber(headings.isOfCapitals(index) ? .capitals : .plain), num: nil,
                level: headings.isAtRoot(index) ? 1 : nil)
        } else if let quote = quote(from: index) {
            tree.add(.quote(quote), lines: quote.lines?.numbers ?? unit.lines)
        } else if let vote = Vote(unit) {
            tree.addItem(unit, num: vote.num, ItemMark(style: "vote"), text: vote.rest)
            // The names stand under the words.
            if vote.rest.isEmpty, let next = nextText(index), case .plain = units[next].kind,
                annexes[next] == nil, Vote(units[next]) == nil
            {
                for unit in units[(index + 1)..<next] {
                    if case .interruption(let interruption) = unit.kind { tree.wait(interruption) }
                }
                tree.addToItem(units[next])
                used.formUnion((index + 1)...next)
            }
        } else {
            tree.addText(unit, before: nil)
        }
    }

    /// Whether a text after the number of an annex is its heading; a short one may end in a stop.
    private func isAnnexHeading(_ index: Int) -> Bool {
        if shapes[index].isHeading || units[index].listedLevel != nil || isInSquareBrackets(units[index]) {
            return true
        }
        return shapes[index].count <= 120 && !shapes[index].introduces
            && units[index].run.utf8.first?.isCapital ?? false
            && nextText(index).map { shapes[$0].count > 120 } ?? false
    }

    /// `[English only]` and the like.
    private func isInSquareBrackets(_ unit: TextUnit) -> Bool {
        let text = unit.run.utf8
        return text.count <= 80 && text.first == UInt8(ascii: "[") && text.last == UInt8(ascii: "]")
    }

    private mutating func openSection(_ index: Int, _ number: SectionNumber, num: String?, level: Int?) {
        let unit = units[index]
        let (heading, reference) = AgendaReference.split(unit.run.content)
        let section = Section(num: num.map { [.text($0)] }, heading: heading, agendaReference: reference)
        let named = num == nil ? nextText(index).flatMap { NamedNumber(units[$0].run.utf8[...]) } : nil
        let over = named?.number.style ?? (num == nil ? headings.styleUnder(index) : nil)
        tree.openSection(number, section, lines: unit.lines, level: level, over: over)
    }

    /// `Item 3`, `Session 2: Title`, `Part One`, or a roman numeral alone, with the heading after it.
    private mutating func namedHeading(_ index: Int) -> (SectionNumber, num: String, heading: TextUnit?)? {
        let unit = units[index]
        let text = unit.run.utf8[...]
        guard unit.isApart, text.count <= 200 else { return nil }
        if let roman = Roman.value(of: text), text.count <= 6 {
            let open = tree.openNumbers.last { $0.style == .roman }?.value ?? 0
            guard roman == open + 1 || roman == 1, let heading = headingAfter(index) else { return nil }
            return (SectionNumber(.roman, value: roman), text.string, heading)
        }
        guard let named = NamedNumber(text), !shapes[index].isSentence || named.end == text.endIndex else {
            return nil
        }
        if named.end == text.endIndex {
            guard let next = nextText(index) else { return nil }
            guard let heading = headingAfter(index) else {
                let isAlone = headings.mayStand(over: next) && named.number.style != .decision
                return isAlone ? (named.number, text.string, nil) : nil
            }
            return (named.number, text.string, heading)
        }
        guard shapes[index].isHeading || named.number.style == .decision,
            named.isStopped || named.end == unit.gap
        else { return nil }
        var rest = unit
        rest.run = TextRun()
        rest.run.append(text[named.textStart...], line: unit.lines.first ?? 1)
        return (named.number, text[..<named.end].string, rest)
    }

    /// The quotation that begins with a quotation mark after a colon and ends with one, within a few texts.
    private mutating func quote(from start: Int) -> Quote? {
        guard Quotation.begins(units[start].run.utf8), let before = units[..<start].last(where: \.isText),
            before.run.utf8.last == .colon
        else { return nil }
        let texts = units[start...].prefix(Quotation.longest).prefix { unit in
            switch unit.kind {
            case .plain: unit.listedLevel == nil
            case .interruption: true
            case .marked, .block: false
            }
        }
        guard
            let end = texts.indices.first(where: { texts[$0].isText && Quotation.ends(texts[$0].run.utf8) }),
            !(start...end).contains(where: { annexes[$0] != nil })
        else { return nil }
        var quote = Quote(content: [])
        for index in start...end {
            let unit = units[index]
            if case .interruption(let interruption) = unit.kind {
                quote.content.append(.interruption(interruption))
            } else {
                quote.content.append(.p(P(lines: SourceLines(lines: unit.lines), content: unit.run.content)))
            }
        }
        quote.lines = SourceLines(lines: units[start...end].flatMap(\.lines))
        used.formUnion(start...end)
        return quote
    }

    /// The heading on the line after a number that stands alone.
    private mutating func headingAfter(_ index: Int) -> TextUnit? {
        guard let next = nextText(index), next == index + 1, case .plain = units[next].kind,
            shapes[next].isHeading,
            annexes[next] == nil
        else { return nil }
        used.insert(next)
        return units[next]
    }

    private func nextText(_ index: Int) -> Int? {
        units[(index + 1)...].firstIndex { if case .interruption = $0.kind { false } else { true } }.flatMap {
            units[$0].isText ? $0 : nil
        }
    }

    // MARK: With a mark

    private mutating func addMarked(_ index: Int, _ mark: Mark) {
        let unit = units[index]
        switch mark.form {
        case .note: tree.addText(unit, before: mark.printed)
        case .sign:
            openSection(index, SectionNumber(.sign(mark.value)), num: mark.printed, level: nil)
        case .item where headings.contains(index):
            openSection(index, SectionNumber(.small), num: mark.printed, level: nil)
        case .item(let item): tree.addItem(unit, num: mark.printed, item)
        case .heading where headings.isListed(index):
            let numeral = Array(mark.printed.utf8.dropLast())[...]
            if let item = ItemMark(numeral: numeral, prefix: "", suffix: ".") {
                tree.addItem(unit, num: mark.printed, item)
            }
        case .heading:
            if let number = SectionNumber(mark, text: unit.run, after: tree.openNumbers) {
                openSection(index, number, num: mark.printed, level: unit.listedLevel)
            } else if unit.listedLevel != nil {
                openSection(index, SectionNumber(.listed), num: mark.printed, level: unit.listedLevel)
            } else {
                tree.addText(unit, before: mark.printed)
            }
        case .number, .bracketedNumber, .dotted: addNumbered(index, mark)
        }
    }

    private mutating func addNumbered(_ index: Int, _ mark: Mark) {
        let unit = units[index]
        switch numbers.roles[index] ?? .paragraph {
        case .paragraph:
            if let (first, item) = firstItem(index) {
                var empty = unit
                empty.run = TextRun()
                empty.run.append([], line: unit.lines.first ?? 1)
                tree.addParagraph(empty, num: mark.printed)
                tree.addItem(item, num: first.printed, first.item)
            } else {
                tree.addParagraph(unit, num: mark.printed)
            }
        case .headedParagraph: tree.addParagraph(unit, num: mark.printed, isHeading: true)
        case .chance: tree.addText(unit, before: mark.printed)
        case .item:
            let style =
                switch mark.form {
                case .number: "1."
                case .dotted: "1.1"
                default: "(1)"
                }
            tree.addItem(unit, num: mark.printed, ItemMark(style: style, number: mark.value))
        case .heading:
            let count = mark.printed.utf8.split(separator: .period).count
            let style: SectionNumber.Style = mark.form == .dotted ? .dotted(count) : .number
            openSection(
                index, SectionNumber(style, value: mark.value), num: mark.printed, level: unit.listedLevel)
        }
    }

    /// The item that a numbered paragraph begins with, `12. (a) …`, where the next item is the second of its list.
    private func firstItem(_ index: Int) -> (first: (printed: String, item: ItemMark), item: TextUnit)? {
        guard case .text(let text)? = units[index].run.content.first,
            let mark = Mark(Array(text.utf8)[...]), mark.beginsItems, case .item(let item) = mark.form,
            mark.textStart < text.utf8.count,
            let next = units[(index + 1)...].first(where: { unit in
                if case .item(let next)? = unit.mark?.form {
                    next.style == item.style
                } else {
                    unit.isNumbered
                }
            }),
            case .item(let second)? = next.mark?.form,
            second.letter == 2 || item.roman == 1 && second.roman == 2
        else { return nil }
        var unit = units[index]
        unit.run = unit.run.dropFirst(mark.textStart)
        return ((mark.printed, item), unit)
    }
}
