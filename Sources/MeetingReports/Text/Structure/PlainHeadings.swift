/// Which texts without a number are headings, decided for all of them together.
///
/// A heading is short, begins with a capital, has no stop, stands apart, and leads to text: to a paragraph, a list, or another
/// heading that does. What speaks against one is the company that it keeps: lines in a row that are all short are a list; a short text
/// between two numbered headings is the text of the first; what a colon announces is no heading.
struct PlainHeadings {
    private let units: [TextUnit]
    private let shapes: [UnitShape]
    private let annexes: [AnnexTitle?]
    private let numbers: NumberedUnits
    private var isHeading: [Bool]
    /// Headings with letters or romans in a row, with nothing under any of them: a list.
    private var listed: Set<Int> = []

    /// Headings in capitals, where those stand above others.
    private var ofCapitals: Set<Int> = []
    /// Headings that stand before the first and after the last numbered one, never between: beside them.
    private var atRoot: Set<Int> = []

    /// The most bytes of a heading over a list or another heading.
    private static let shortest = 60
    /// The fewest headings in a row that are a list.
    private static let row = 3

    init(_ units: [TextUnit], shapes: [UnitShape], annexes: [AnnexTitle?], numbers: NumberedUnits) {
        self.units = units
        self.shapes = shapes
        self.annexes = annexes
        self.numbers = numbers
        isHeading = units.map { _ in false }
        gatherListed()
        // Backwards: a heading may lead to a heading.
        for index in units.indices.reversed() { isHeading[index] = decide(index) }
        var start = units.startIndex
        for end in units.indices.filter({ annexes[$0] != nil }) + [units.endIndex] {
            compare(in: start..<end)
            start = end
        }
    }

    /// Compares the headings of the text, or of an annex: with the first of them, and with those that have numbers.
    private mutating func compare(in part: Range<Int>) {
        let plain = part.filter { isHeading[$0] }
        // Where the first has small letters, capitals later say no other level.
        if let first = plain.first, shapes[first].isCapitals {
            ofCapitals.formUnion(plain.filter { shapes[$0].isCapitals })
        }
        let numbered = part.filter(isNumberedHeading)
        guard let first = numbered.first, let last = numbered.last, let begin = plain.first, begin < first,
            plain.allSatisfy({ $0 < first || $0 > last })
        else { return }
        atRoot.formUnion(plain)
    }

    /// Whether the unit at an index is one.
    func contains(_ index: Int) -> Bool { isHeading[index] }

    /// Whether the heading at an index is of the level of those in capitals.
    func isOfCapitals(_ index: Int) -> Bool { ofCapitals.contains(index) }

    /// Whether the heading at an index stands beside numbered ones.
    func isAtRoot(_ index: Int) -> Bool { atRoot.contains(index) }

    /// Whether the unit at an index, marked `A.` or `II.`, is the item of a list and no heading.
    func isListed(_ index: Int) -> Bool { listed.contains(index) }

    private func decide(_ index: Int) -> Bool {
        let unit = units[index]
        let shape = shapes[index]
        if case .item(let item)? = unit.mark?.form { return isLetteredHeading(index, item) }
        guard case .plain = unit.kind, unit.listedLevel == nil, annexes[index] == nil, shape.isHeading,
            !shape.isSentence, !isInstruction(unit), unit.run.lineCount <= 4,
            let next = text(from: index, step: 1)
        else { return false }
        if AgendaReference(units[next].run.utf8[...]) != nil { return shape.count <= 200 }
        let previous = text(from: index, step: -1)
        return isFree(index, after: previous) && leads(index, after: previous, to: next)
    }

    /// Whether a text says what a corrigendum does to the text after it: `For the existing table substitute`.
    private func isInstruction(_ unit: TextUnit) -> Bool {
        let last = unit.run.tail.reversed().prefix { $0.isSmall }.reversed()
        return ["substitute", "read", "insert", "lire", "dice", "debe"].contains {
            last.elementsEqual($0.utf8)
        }
    }

    /// Whether an item is a heading: alone over a paragraph that has a number, with no list before it.
    private func isLetteredHeading(_ index: Int, _ item: ItemMark) -> Bool {
        guard item.letter != nil, shapes[index].isHeading, units[index].isApart,
            let next = text(from: index, step: 1), isParagraph(next),
            let previous = text(from: index, step: -1), !shapes[previous].introduces, !isListItem(previous)
        else { return false }
        return shapes[previous].isSentence || isHeadingBefore(previous)
    }

    /// Whether the text at an index, before the one that is decided on, is a heading.
    private func isHeadingBefore(_ index: Int) -> Bool {
        isNumberedHeading(index) || units[index].listedLevel != nil
            || NamedNumber(units[index].run.utf8[...]) != nil
            || text(from: index, step: -1).map { NamedNumber(units[$0].run.utf8[...]) != nil } ?? false
    }

    /// Whether nothing before a text claims it.
    private func isFree(_ index: Int, after previous: Int?) -> Bool {
        guard let previous else { return true }
        if shapes[previous].introduces {
            // Over a paragraph of the count one short line is no list.
            return isShort(index) && text(from: index, step: 1).map(isParagraph) ?? false
        }
        if units[index].isApart { return true }
        // A title in the middle of the page stands over it.
        if units[previous].isApart, shapes[previous].isHeading, units[previous].mark == nil,
            units[previous].indent >= units[index].indent + 8
        {
            return true
        }
        return shapes[previous].isSentence && (shapes[previous].count > 40 || units[previous].mark != nil)
            || units[previous].listedLevel != nil
    }

    /// Whether a text leads to what a heading leads to.
    private func leads(_ index: Int, after previous: Int?, to next: Int) -> Bool {
        let shape = shapes[index]
        if isNumberedHeading(next) {
            return shape.isCapitals && !(previous.map(isNumberedHeading) ?? false)
                || isGroup(index, after: previous, over: next)
        }
        if isListItem(next) {
            return shape.count <= 80 && shapes[next].count > 30
                || isShort(index) && (units[index].isApart || previous.map(isLine) ?? false)
        }
        if units[next].mark == nil, isHeading[next] || NamedNumber(units[next].run.utf8[...]) != nil {
            let isUnder = shape.isCapitals && !shapes[next].isCapitals
            return units[index].isApart && (isUnder || isShort(index) && !(previous.map(isLine) ?? false))
        }
        return mayStand(over: next) && !isEndOfLines(index) && !isSubject(of: next, index)
    }

    /// Whether a short text between two numbered sections stands over the second and those after it.
    private func isGroup(_ index: Int, after previous: Int?, over next: Int) -> Bool {
        guard let previous, isShort(index), units[index].isApart, units[next].isApart else { return false }
        return shapes[previous].isSentence && shapes[previous].count > 20 && !shapes[previous].introduces
    }

    /// The form of the numbered headings that the heading at an index stands over; nil where it does not.
    func styleUnder(_ index: Int) -> SectionNumber.Style? {
        guard isHeading[index], !shapes[index].isCapitals, let next = text(from: index, step: 1),
            isNumberedHeading(next),
            let mark = units[next].mark
        else { return nil }
        switch mark.form {
        case .number: return .number
        case .dotted: return .dotted(mark.numbers.count)
        default: return nil
        }
    }

    /// The verbs that the paragraphs of a decision begin with.
    private static let verbs: Set<String> = [
        "acknowledges", "adopts", "agrees", "appeals", "approves", "authorizes", "calls", "commends",
        "concludes",
        "decides", "emphasizes", "encourages", "endorses", "expresses", "instructs", "invites", "notes",
        "reaffirms",
        "recalls", "recognizes", "recommends", "reiterates", "requests", "stresses", "takes", "underlines",
        "urges",
        "welcomes",
    ]

    /// Whether the text at an index names who decides what the paragraph after it says.
    private func isSubject(of next: Int, _ index: Int) -> Bool {
        guard units[next].mark != nil, units[index].run.utf8.starts(with: "The ".utf8) else { return false }
        let verb = units[next].run.utf8.prefix(while: \.isWordByte)
        return Self.verbs.contains(String(decoding: verb, as: UTF8.self).lowercased())
    }

    /// Whether the text at an index is one that a heading may stand over.
    func mayStand(over index: Int) -> Bool {
        let shape = shapes[index]
        if let mark = units[index].mark {
            switch mark.form {
            case .number, .bracketedNumber, .dotted: return !isItem(index)
            case .heading, .sign: return !isListed(index)
            case .item: return shape.count > 30
            case .note: return false
            }
        }
        return shape.count > 80 && shape.isSentence || shape.count > 160 || shape.introduces
            || shape.isSentence && shape.count > 30 && units[index].isApart
    }

    // MARK: Company

    private func isItem(_ index: Int) -> Bool {
        if case .item? = numbers.roles[index] { true } else { false }
    }

    private func isListItem(_ index: Int) -> Bool {
        if case .item? = units[index].mark?.form { true } else { isItem(index) }
    }

    private func isParagraph(_ index: Int) -> Bool {
        if case .paragraph? = numbers.roles[index] { true } else { false }
    }

    private func isNumberedHeading(_ index: Int) -> Bool {
        if case .heading? = numbers.roles[index] { return true }
        return units[index].mark?.form == .heading && !isListed(index)
    }

    /// Whether a text is one of a few words, without a comma.
    private func isShort(_ index: Int) -> Bool {
        shapes[index].count <= Self.shortest && !units[index].run.tail.contains(.comma)
    }

    /// Whether a text without a mark is a line of a list rather than a sentence or a heading.
    private func isLine(_ index: Int) -> Bool {
        guard case .plain = units[index].kind, units[index].listedLevel == nil, annexes[index] == nil else {
            return false
        }
        return shapes[index].count < 100 && shapes[index].hasLetter && !shapes[index].isSentence
            && !shapes[index].introduces
            && !shapes[index].isCapitals
            && NamedNumber(units[index].run.utf8[...]) == nil && units[index].run.tail.first != .open
    }

    /// Whether a text ends a row of lines.
    private func isEndOfLines(_ index: Int) -> Bool {
        guard !shapes[index].isCapitals, let before = text(from: index, step: -1), isLine(before),
            let first = text(from: before, step: -1)
        else { return false }
        return isLine(first)
    }

    private mutating func gatherListed() {
        var row: [Int] = []
        for index in units.indices {
            switch units[index].mark?.form {
            case .heading where units[index].listedLevel == nil && annexes[index] == nil: row.append(index)
            case .item: break
            default:
                if case .interruption = units[index].kind { continue }
                close(&row, before: index)
            }
        }
        close(&row, before: units.endIndex)
    }

    /// Takes a row as a list: where most of it are sentences, or where it holds no text at all and none follows, or a colon
    /// announces it.
    private mutating func close(_ row: inout [Int], before end: Int) {
        defer { row = [] }
        guard let first = row.first, let last = row.last else { return }
        let sentences = row.count { shapes[$0].isSentence && shapes[$0].count > 40 }
        if sentences * 2 > row.count, row.count >= 2 { return listed.formUnion(row) }
        guard row.count >= Self.row, sentences == 0, last - first < 2 * row.count, isOneSequence(row) else {
            return
        }
        let isFollowed = end < units.endIndex && units[end].isText && annexes[end] == nil
        let isAnnounced = text(from: first, step: -1).map { shapes[$0].introduces } ?? false
        if !isFollowed || isAnnounced { listed.formUnion(row) }
    }

    /// Whether the marks of a row count on from `A.`, or from `I.`.
    private func isOneSequence(_ row: [Int]) -> Bool {
        let numerals = row.compactMap { units[$0].mark?.printed.utf8.filter(\.isCapital) }
        let letters = numerals.map { $0.count == 1 ? Int($0[0]) - 0x40 : 0 }
        let romans = numerals.map { Roman.value(of: $0[...]) ?? 0 }
        return letters == Array(1...row.count) || romans == Array(1...row.count)
    }

    /// The next text in a direction; nil where a block comes first.
    private func text(from index: Int, step: Int) -> Int? {
        var place = index + step
        while units.indices.contains(place) {
            switch units[place].kind {
            case .plain, .marked: return place
            case .block: return nil
            case .interruption: place += step
            }
        }
        return nil
    }
}
