/// Decides for every unit with a number what the number counts: paragraphs, items of a list, or sections.
///
/// Paragraph numbers run on through a document; the numbers of a list inside a paragraph begin at 1 and give way to the
/// next paragraph; the numbers of headings begin again under each heading above them. Siblings decide where one number
/// could be of two of them.
struct NumberedUnits {
    /// What a number counts.
    enum Role: Sendable {
        case paragraph
        /// A paragraph whose text is its heading.
        case headedParagraph
        case item
        case heading
        /// No number at all, but the beginning of a line by chance.
        case chance
    }

    /// A run of numbers that may go on.
    private struct Run {
        var last: Int
        var isItems: Bool
        var indent: Int
    }

    /// How many numbers ahead are looked at for a run to come back.
    private static let horizon = 400

    private let units: [TextUnit]
    private let shapes: [UnitShape]
    private let form: Mark.Form
    /// The units with a number of the form, in order.
    private var numbered: [Int] = []
    /// For each unit the number of the part it is in: annexes count anew.
    private var parts: [Int] = []
    private var runs: [Run] = []
    private var lastHeading: Int?
    /// The parts of the text in which bare numbers count headings and not paragraphs.
    private var headed: Set<Int> = []
    /// Numbers of an agenda that comes before the headings which repeat it.
    private var agenda: Set<Int> = []
    /// Numbers in parts, in a row without a text between any of them: `1.1 Name`, `1.2 Place`.
    private var rows: Set<Int> = []
    /// The numbers of the last heading or paragraph with a number in parts.
    private var lastDotted: [Int] = []
    private(set) var roles: [Int: Role] = [:]

    init(_ units: [TextUnit], shapes: [UnitShape], isAnnex: [Bool]) {
        self.units = units
        self.shapes = shapes
        form = Self.paragraphForm(units, shapes)
        var part = 0
        for index in units.indices {
            if isAnnex[index] { part += 1 }
            parts.append(part)
            if units[index].mark?.form == form { numbered.append(index) }
        }
        headed = partsWithNumberedHeadings()
        gatherAgendas()
        gatherRows()
        decide()
    }

    /// The form that numbers the paragraphs: of `12.` and `(12)` the one with more sentences after it, or with by far the
    /// longer count.
    private static func paragraphForm(_ units: [TextUnit], _ shapes: [UnitShape]) -> Mark.Form {
        func count(_ form: Mark.Form) -> Int {
            zip(units, shapes).count { $0.mark?.form == form && $1.isSentence && $1.count > 60 }
        }
        /// How far the numbers of a form count from 1 through the text.
        func reach(_ form: Mark.Form) -> Int {
            units.reduce(0) { $1.mark?.form == form && $1.mark?.value == $0 + 1 ? $0 + 1 : $0 }
        }
        guard units.contains(where: { $0.mark?.form == .number }) else { return .bracketedNumber }
        let (bracketed, bare) = (count(.bracketedNumber), count(.number))
        let isCount = reach(.bracketedNumber) >= 10 && reach(.bracketedNumber) > 2 * reach(.number)
        return bracketed > 2 * bare || isCount && bracketed * 2 > bare ? .bracketedNumber : .number
    }

    /// The parts whose numbers stand before short texts without a stop and hardly ever before sentences.
    private func partsWithNumberedHeadings() -> Set<Int> {
        var counts: [Int: (headings: Int, sentences: Int)] = [:]
        for (place, index) in numbered.enumerated() where !isInRun(place) {
            let isHeading = shapes[index].isHeading && !shapes[index].isSentence || leadsToDotted(index)
            let isText = shapes[index].isSentence && shapes[index].count > 60 && !leadsToDotted(index)
            counts[parts[index], default: (0, 0)].headings += isHeading ? 1 : 0
            counts[parts[index], default: (0, 0)].sentences += isText ? 1 : 0
        }
        return Set(counts.filter { $1.headings >= 2 && $1.headings >= 4 * $1.sentences }.keys)
    }

    /// Gathers the numbers that count from the beginning and over no sentence, where they count from there again.
    private mutating func gatherAgendas() {
        var start = numbered.startIndex
        while start < numbered.endIndex {
            var end = start + 1
            while end < numbered.endIndex, value(end) > value(end - 1),
                parts[numbered[end]] == parts[numbered[start]]
            {
                end += 1
            }
            let isAgain =
                end < numbered.endIndex && parts[numbered[end]] == parts[numbered[start]]
                && value(end) <= value(start)
            if headed.contains(parts[numbered[start]]), isAgain, end - start >= 3, value(start) <= 1,
                !(numbered[start]...numbered[end - 1]).contains(where: {
                    shapes[$0].isSentence && shapes[$0].count > 60
                })
            {
                agenda.formUnion(numbered[start..<end])
            }
            start = end
        }
    }

    /// Gathers the numbers in parts that count on from each other with no text between.
    private mutating func gatherRows() {
        var row: [Int] = []
        func close() {
            if row.count >= 2 { rows.formUnion(row) }
            row = []
        }
        for index in units.indices {
            guard let mark = units[index].mark else {
                if case .interruption = units[index].kind { continue }
                // What stands under the last of a row makes a heading of each.
                row = []
                continue
            }
            switch mark.form {
            case .dotted where units[index].listedLevel == nil:
                if let last = row.last, !(units[last].mark?.isFollowed(by: mark) ?? false) { close() }
                row.append(index)
            case .item: break
            case .bracketedNumber where form == .bracketedNumber: row = []
            default: close()
            }
        }
        close()
    }

    private mutating func decide() {
        var part = 0
        var next = numbered.startIndex
        for index in units.indices {
            if parts[index] != part {
                part = parts[index]
                (runs, lastHeading) = ([], nil)
            }
            guard let mark = units[index].mark else { continue }
            switch mark.form {
            case .heading: lastHeading = nil
            case form:
                roles[index] = role(next, mark.value)
                next += 1
            case .bracketedNumber: roles[index] = .item
            case .number: roles[index] = otherRole(index)
            case .dotted: roles[index] = dottedRole(index, mark)
            case .sign, .item, .note: break
            }
        }
    }

    private func value(_ place: Int) -> Int { units[numbered[place]].mark?.value ?? 0 }

    // MARK: Whole numbers

    private mutating func role(_ place: Int, _ value: Int) -> Role {
        let index = numbered[place]
        // A number that was to be filled in counts nothing.
        if !(units[index].mark?.printed.utf8.contains(where: \.isDigit) ?? false) { return .paragraph }
        if units[index].listedLevel != nil {
            lastHeading = value
            return .heading
        }
        if agenda.contains(index) { return .item }
        if headed.contains(parts[index]), mayHead(place, value) {
            (lastHeading, runs) = (value, [])
            return .heading
        }
        if shapes[index].isHeading || leadsToDotted(index), !isInRun(place) {
            if lastHeading.map({ $0 + 1 == value }) ?? false || value == 1 && isFollowedByText(index) {
                lastHeading = value
                return .heading
            }
            if let last = runs.last, last.last + 1 == value, !last.isItems, shapes[index].count <= 100,
                !shapes[index].isSentence,
                isFollowedByText(index)
            {
                runs[runs.count - 1].last = value
                return .headedParagraph
            }
        }
        let candidates = runs.indices.filter { runs[$0].last + 1 == value }
        if let chosen = choose(candidates, place, value) {
            runs.removeSubrange((chosen + 1)...)
            runs[chosen].last = value
            return runs[chosen].isItems ? .item : .paragraph
        }
        return begin(place, value)
    }

    /// Whether a number goes on with the headings before it, where numbers count headings.
    private func mayHead(_ place: Int, _ value: Int) -> Bool {
        let index = numbered[place]
        guard shapes[index].count <= 160, !shapes[index].introduces else { return false }
        guard let lastHeading, value > 1 else { return !isInRun(place) && !shapes[index].isSentence }
        return value == lastHeading + 1 && (shapes[index].isHeading || !isInRun(place))
            || value > lastHeading && value <= lastHeading + 3 && shapes[index].isHeading && !isInRun(place)
    }

    /// The run that a number goes on with, of those it could.
    private func choose(_ candidates: [Int], _ place: Int, _ value: Int) -> Int? {
        guard candidates.count > 1, let first = candidates.first, let last = candidates.last else {
            return candidates.last
        }
        let index = numbered[place]
        let isText = shapes[index].isSentence && shapes[index].count > 60
        let isAgain = comesAgain(value, after: place)
        // A page's edge may have set the items of a list elsewhere.
        if isAgain, !isText { return last }
        let fitting = candidates.filter { runs[$0].indent == units[index].indent }
        if fitting.count == 1, let only = fitting.first { return only }
        if isAgain { return last }
        return isText ? first : last
    }

    /// A number that goes on with no run: it begins one, or was left out, repeated or misprinted.
    private mutating func begin(_ place: Int, _ value: Int) -> Role {
        let index = numbered[place]
        // Without a stop after it a number counts only in sequence.
        let isBare = units[index].mark?.printed.utf8.last?.isDigit ?? false
        if isBare, value == 1 ? !countsOn(place) : !(runs.contains { $0.last + 2 == value }) {
            return .chance
        }
        if value <= 1 {
            let isList =
                !runs.isEmpty
                && (returns(place)
                    || isIntroduced(index)
                        && (isInClause(index) || !(shapes[index].isSentence && shapes[index].count > 160)))
            if !isList { runs = [] }
            runs.append(Run(last: value, isItems: isList, indent: units[index].indent))
            return isList ? .item : .paragraph
        }
        if let near = runs.lastIndex(where: { value >= $0.last && value <= $0.last + 4 }) {
            runs.removeSubrange((near + 1)...)
            runs[near].last = value
            return runs[near].isItems ? .item : .paragraph
        }
        let isText = shapes[index].isSentence && shapes[index].count > 40
        guard runs.isEmpty || isText else { return .chance }
        let outer = runs.first.map { [$0] } ?? [Run(last: value, isItems: false, indent: units[index].indent)]
        runs = outer
        // A misprint does not move the count: what follows goes on with the numbers before it.
        let isMisprint = place + 1 < numbered.count && outer[0].last + 2 == self.value(place + 1)
        runs[0].last = isMisprint ? outer[0].last + 1 : value
        return runs[0].isItems ? .item : .paragraph
    }

    /// Whether the number after a bare one is the next, and as bare.
    private func countsOn(_ place: Int) -> Bool {
        guard place + 1 < numbered.count, let next = units[numbered[place + 1]].mark else { return false }
        return next.value == value(place) + 1 && next.printed.utf8.last?.isDigit ?? false
    }

    /// Whether the run that begins gives way to the number after the one it stands in.
    private func returns(_ place: Int) -> Bool {
        guard let outer = runs.first(where: { !$0.isItems }) else { return false }
        let wanted = outer.last + 1
        var run = value(place)
        var hasMet = false
        for next in (place + 1)..<max(place + 1, min(numbered.count, place + Self.horizon)) {
            guard parts[numbered[next]] == parts[numbered[place]] else { break }
            let value = value(next)
            if value == run + 1 {
                run = value
                hasMet = hasMet || value == wanted
            } else if value == wanted {
                return true
            } else if value == 1 {
                return false
            }
        }
        return hasMet && run == wanted
    }

    /// Whether the number comes again where the run that it goes on with ends.
    private func comesAgain(_ value: Int, after place: Int) -> Bool {
        var run = value
        for next in (place + 1)..<max(place + 1, min(numbered.count, place + Self.horizon)) {
            guard parts[numbered[next]] == parts[numbered[place]] else { break }
            let found = self.value(next)
            if found == value { return true }
            guard found == run + 1 else { return false }
            run = found
        }
        return false
    }

    /// Whether a short numbered text stands in a row of such texts.
    private func isInRun(_ place: Int) -> Bool {
        let index = numbered[place]
        let isNext =
            place + 1 < numbered.count && value(place + 1) == value(place) + 1
            && textUnit(from: index, step: 1) == numbered[place + 1]
            && shapes[numbered[place + 1]].count <= 160
        let isPrevious =
            place > 0 && value(place - 1) + 1 == value(place)
            && textUnit(from: index, step: -1) == numbered[place - 1]
            && shapes[numbered[place - 1]].count <= 160
        let wasItem = place > 0 && value(place - 1) + 1 == value(place)
        if wasItem, case .item? = roles[numbered[place - 1]] { return true }
        return isNext || isPrevious
    }

    /// Whether a short text stands over paragraphs with dotted numbers, which begin with its own; such a heading may end in a stop.
    private func leadsToDotted(_ index: Int) -> Bool {
        guard shapes[index].count <= 160, let value = units[index].mark?.value else { return false }
        var next = textUnit(from: index, step: 1)
        if let plain = next, units[plain].mark == nil, shapes[plain].isHeading {
            next = textUnit(from: plain, step: 1)
        }
        guard let next, let mark = units[next].mark, mark.form == .dotted else { return false }
        return mark.first == value
    }

    private func isIntroduced(_ index: Int) -> Bool {
        textUnit(from: index, step: -1).map { shapes[$0].introduces } ?? false
    }

    /// The words before a colon that a numbered clause goes on with, however long: `recommend to Governments that:`.
    private static let conjunctions: Set<String> = [
        "that", "to", "they", "by", "should", "shall", "must", "will", "it", "que", "qu'ils", "qu'elles", "à",
        "de", "a",
        "para",
    ]
    private static let verbs = [
        "recommend", "decide", "request", "resolve", "urge", "invite", "recomienda", "decide", "pide",
        "recommande",
        "décide", "prie",
    ]

    /// Whether the text before an index is the beginning of a sentence that its numbers go on with.
    private func isInClause(_ index: Int) -> Bool {
        guard let before = textUnit(from: index, step: -1) else { return false }
        let words = units[before].run.utf8.dropLast().split(separator: .space).map {
            String(decoding: $0, as: UTF8.self).lowercased()
        }
        return words.last.map(Self.conjunctions.contains) ?? false
            || words.prefix(4).contains { word in Self.verbs.contains { word.hasPrefix($0) } }
    }

    private func isFollowedByText(_ index: Int) -> Bool { textUnit(from: index, step: 1) != nil }

    /// The next text in a direction.
    private func textUnit(from index: Int, step: Int) -> Int? {
        var place = index + step
        while units.indices.contains(place) {
            if units[place].isText { return place }
            if case .block = units[place].kind { return nil }
            place += step
        }
        return nil
    }

    // MARK: Other numbers

    /// A bare number in a text whose paragraphs have numbers in brackets: a heading, where it stands alone, or an item.
    private func otherRole(_ index: Int) -> Role {
        func isBare(_ step: Int) -> Bool {
            textUnit(from: index, step: step).map { units[$0].mark?.form == .number } ?? false
        }
        // An item before it in the count makes it one, too.
        let before = units[..<index].lastIndex { $0.mark?.form == .number }
        if let before, case .item? = roles[before],
            units[before].mark?.value == (units[index].mark?.value ?? 0) - 1
        {
            return .item
        }
        let isAlone = shapes[index].isHeading && !isBare(1) && !isBare(-1) && !isIntroduced(index)
        return units[index].listedLevel != nil || isAlone && isFollowedByText(index) ? .heading : .item
    }

    private mutating func dottedRole(_ index: Int, _ mark: Mark) -> Role {
        let numbers = mark.numbers
        if units[index].listedLevel != nil {
            lastDotted = numbers
            return .heading
        }
        guard mayFollow(numbers, index) else { return .chance }
        if let list = runs.last, list.isItems, list.last == numbers.first { return .item }
        let isHeading =
            shapes[index].isHeading && isFollowedByText(index) && !shapes[index].isSentence
            && !isIntroduced(index) && !rows.contains(index)
        if let outer = runs.first(where: { !$0.isItems }), outer.last == numbers.first,
            lastHeading != numbers.first, form == .number
        {
            // Between two paragraphs of the count it is a heading.
            let next = textUnit(from: index, step: 1).flatMap { units[$0].mark }
            return isHeading && next?.form == form && next?.value == outer.last + 1 ? .heading : .item
        }
        lastDotted = numbers
        return isHeading ? .heading : .paragraph
    }

    /// Whether a number in parts is in sequence with those before it, or stands over a sentence: `9.30` may be a time.
    private func mayFollow(_ numbers: [Int], _ index: Int) -> Bool {
        guard let last = numbers.last else { return true }
        if lastDotted.isEmpty {
            return units[index].mark?.mayBeFirst ?? false || runs.contains { $0.last == numbers.first }
                || shapes[index].isSentence && shapes[index].count > 40
        }
        if shapes[index].isSentence, shapes[index].count > 40 || last <= 1 { return true }
        let shared = zip(numbers, lastDotted).prefix { $0 == $1 }.count
        guard shared < numbers.count else { return true }
        let before = shared < lastDotted.count ? lastDotted[shared] : 0
        return numbers[shared] <= before + 3 && numbers[(shared + 1)...].allSatisfy { $0 <= 2 }
    }
}

extension Mark {
    /// What a letter is counted from where it comes first, `A.1`: such numbers are none of the paragraphs'.
    private static let lettered = 1000

    /// The numbers of `12.3`, letters counted.
    var numbers: [Int] {
        Array(printed.utf8).split(separator: UInt8.period).enumerated().compactMap { place, part in
            if let number = Int(digits: part) { return number }
            guard part.count == 1, let letter = part.first, letter.isCapital else { return nil }
            return Int(letter) - 0x40 + (place == 0 ? Self.lettered : 0)
        }
    }

    /// Whether the numbers may be the first of their kind.
    fileprivate var mayBeFirst: Bool { value <= 3 && numbers.allSatisfy { $0 <= 30 || $0 > Self.lettered } }

    /// Whether another is the next under the same number: `12.4` after `12.3`.
    fileprivate func isFollowed(by next: Mark) -> Bool {
        next.numbers.dropLast() == numbers.dropLast() && next.value == value + 1
    }

    /// The first of them.
    fileprivate var first: Int? { numbers.first }
}
