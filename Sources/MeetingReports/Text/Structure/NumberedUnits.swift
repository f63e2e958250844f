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
        decide()
    }

    /// The form that numbers the paragraphs: of `12.` and `(12)` the one with more sentences after it.
    private static func paragraphForm(_ units: [TextUnit], _ shapes: [UnitShape]) -> Mark.Form {
        func count(_ form: Mark.Form) -> Int {
            zip(units, shapes).count { $0.mark?.form == form && $1.isSentence && $1.count > 60 }
        }
        let hasBare = units.contains { $0.mark?.form == .number }
        return !hasBare || count(.bracketedNumber) > 2 * count(.number) ? .bracketedNumber : .number
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

    /// The run that a number goes on with, of those it could.
    private func choose(_ candidates: [Int], _ place: Int, _ value: Int) -> Int? {
        guard candidates.count > 1, let first = candidates.first, let last = candidates.last else {
            return candidates.last
        }
        let index = numbered[place]
        let fitting = candidates.filter { runs[$0].indent == units[index].indent }
        if fitting.count == 1, let only = fitting.first { return only }
        if comesAgain(value, after: place) { return last }
        return shapes[index].isSentence && shapes[index].count > 60 ? first : last
    }

    /// A number that goes on with no run: it begins one, or was left out, repeated or misprinted.
    private mutating func begin(_ place: Int, _ value: Int) -> Role {
        let index = numbered[place]
        if value <= 1 {
            let isList =
                !runs.isEmpty
                && (returns(place)
                    || isIntroduced(index) && !(shapes[index].isSentence && shapes[index].count > 160))
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

    /// Whether a short text stands over paragraphs with dotted numbers; such a heading may end in a stop.
    private func leadsToDotted(_ index: Int) -> Bool {
        shapes[index].count <= 80
            && textUnit(from: index, step: 1).map { units[$0].mark?.form == .dotted } ?? false
    }

    private func isIntroduced(_ index: Int) -> Bool {
        textUnit(from: index, step: -1).map { shapes[$0].introduces } ?? false
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
        let isAlone = shapes[index].isHeading && !isBare(1) && !isBare(-1) && !isIntroduced(index)
        return units[index].listedLevel != nil || isAlone && isFollowedByText(index) ? .heading : .item
    }

    private func dottedRole(_ index: Int, _ mark: Mark) -> Role {
        if units[index].listedLevel != nil { return .heading }
        let first = Int(digits: Array(mark.printed.utf8)[...].prefix(while: \.isDigit)) ?? 0
        if let outer = runs.first(where: { !$0.isItems }), outer.last == first, lastHeading != first,
            form == .number
        {
            return .item
        }
        return shapes[index].isHeading && isFollowedByText(index) && !shapes[index].isSentence
            ? .heading : .paragraph
    }
}
