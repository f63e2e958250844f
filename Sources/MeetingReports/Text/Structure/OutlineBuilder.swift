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
    private var tree: TreeBuilder
    /// The units that were read with one before them.
    private var used: Set<Int> = []

    /// - Parameter isBlank: for each source line whether it is blank: such lines part no ranges.
    init(_ units: [TextUnit], isBlank: [Bool]) {
        self.units = units
        shapes = units.map(UnitShape.init)
        annexes = units.map(AnnexTitle.init)
        numbers = NumberedUnits(units, shapes: shapes, isAnnex: annexes.map { $0 != nil })
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
            shapes[index].isHeading || unit.listedLevel != nil || isInSquareBrackets(unit)
        {
            tree.addAnnexHeading(unit)
        } else if let level = unit.listedLevel {
            openSection(index, SectionNumber(.listed), num: nil, level: level)
        } else if let (number, num, heading) = namedHeading(index) {
            tree.openSection(
                number, Section(num: [.text(num)], heading: heading?.run.content),
                lines: unit.lines + (heading?.lines ?? []))
        } else if isPlainHeading(index) {
            openSection(
                index, SectionNumber(shapes[index].isCapitals ? .capitals : .plain), num: nil, level: nil)
        } else if let vote = Vote(unit) {
            tree.addItem(unit, num: vote.num, ItemMark(style: "vote"), text: vote.rest)
        } else {
            tree.addText(unit, before: nil)
        }
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
        tree.openSection(number, section, lines: unit.lines, level: level)
    }

    /// Whether a text without a mark is a heading: short, apart from the text before it, and followed by text.
    private func isPlainHeading(_ index: Int) -> Bool {
        let unit = units[index]
        guard shapes[index].isHeading, !shapes[index].isSentence, unit.run.lineCount <= 4,
            let next = nextText(index)
        else { return false }
        if AgendaReference(units[next].run.utf8[...]) != nil {
            return unit.mark == nil && shapes[index].count <= 200
        }
        let previous = previousText(index)
        let isFree =
            unit.isApart
            || previous.map {
                shapes[$0].isSentence && shapes[$0].count > 40 || units[$0].listedLevel != nil
                    || units[$0].mark != nil && shapes[$0].isSentence
            } ?? true
        guard isFree, !(previous.map { shapes[$0].introduces } ?? false) else { return false }
        return leadsToText(next)
    }

    /// Whether a unit is text that a heading may stand over.
    private func leadsToText(_ index: Int) -> Bool {
        let shape = shapes[index]
        if let mark = units[index].mark {
            switch mark.form {
            case .number, .bracketedNumber, .dotted, .heading, .sign:
                if case .item? = numbers.roles[index] { return false }
                return true
            case .item: return shape.count > 30
            case .note: return false
            }
        }
        return shape.count > 80 && shape.isSentence || shape.count > 160 || shape.introduces
            || shape.isSentence && shape.count > 30 && units[index].isApart
    }

    /// `Item 3`, `Session 2: Title`, `Part One`, or a roman numeral alone, with the heading after it.
    private mutating func namedHeading(_ index: Int) -> (SectionNumber, num: String, heading: TextUnit?)? {
        let unit = units[index]
        let text = unit.run.utf8[...]
        guard unit.isApart, text.count <= 160 else { return nil }
        if let roman = Roman.value(of: text), text.count <= 6 {
            let open = tree.openNumbers.last { $0.style == .roman }?.value ?? 0
            guard roman == open + 1 || roman == 1, let heading = headingAfter(index) else { return nil }
            return (SectionNumber(.roman, value: roman), text.string, heading)
        }
        guard let named = NamedNumber(text), !shapes[index].isSentence || text.count <= 20 else { return nil }
        if named.end == text.endIndex {
            guard let next = nextText(index) else { return nil }
            guard let heading = headingAfter(index) else {
                return leadsToText(next) ? (named.number, text.string, nil) : nil
            }
            return (named.number, text.string, heading)
        }
        guard shapes[index].isHeading, named.isStopped else { return nil }
        var rest = unit
        rest.run = TextRun()
        rest.run.append(text[named.end...].trimmingSpace(), line: unit.lines.first ?? 1)
        return (named.number, text[..<named.end].string, rest)
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

    private func previousText(_ index: Int) -> Int? {
        units[..<index].lastIndex { if case .interruption = $0.kind { false } else { true } }.flatMap {
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
        case .item(let item): tree.addItem(unit, num: mark.printed, item)
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
        case .paragraph: tree.addParagraph(unit, num: mark.printed)
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
}

/// `In favour:` and the like, which list how the members voted.
struct Vote {
    /// The words.
    var num: String
    /// The text after them.
    var rest: ArraySlice<UInt8>

    private static let words: [StaticString] = ["In favour:", "Against:", "Abstaining:", "Abstentions:"]

    /// Whether a printed mark is one of the words.
    static func isMark(_ num: String) -> Bool { words.contains { $0.description == num } }

    init?(_ unit: TextUnit) {
        let text = unit.run.utf8[...]
        for word in Self.words {
            var cursor = ByteCursor(text, at: text.startIndex)
            guard unit.run.hasNoInterruption, cursor.skip(word) else { continue }
            num = text[..<cursor.index].string
            cursor.skipSpace()
            rest = cursor.rest
            return
        }
        return nil
    }
}

/// A heading's number that is a word and a number: `Item 3.`, `Agenda item 4:`, `Session 2`, `Part One`.
struct NamedNumber {
    /// Its form and value.
    var number: SectionNumber
    /// Where it ends.
    var end: Int
    /// Where the text after it begins.
    var textStart: Int
    /// Whether a stop or colon parts it from the heading.
    var isStopped: Bool

    init?(_ text: ArraySlice<UInt8>) {
        var cursor = ByteCursor(text, at: text.startIndex)
        var isPart = false
        if cursor.skipWord("Agenda") { cursor.skipSpace() }
        if cursor.skipWord("Part") || cursor.skipWord("Chapter") {
            isPart = true
        } else {
            guard cursor.skipWord("Item") || cursor.skipWord("Session") || cursor.skipWord("Theme") else {
                return nil
            }
        }
        guard text.first?.isCapital ?? false, cursor.skipSpace() else { return nil }
        let token = cursor.rest.prefix { $0.isWordByte }
        let words = ["one", "two", "three", "four", "five", "six"]
        let word = words.firstIndex(of: token.string.lowercased()).map { $0 + 1 }
        guard let value = Int(digits: token) ?? Roman.value(of: token) ?? word else { return nil }
        cursor.index = token.endIndex
        var before = cursor
        before.skipSpace()
        isStopped = before.skip(.colon) || before.skip(.period)
        if isStopped { cursor = before }
        end = cursor.index
        cursor.skipSpace()
        textStart = cursor.index
        number = SectionNumber(isPart ? .part : .item, value: value)
    }
}
