/// Something odd about the printed numbers of paragraphs or sections.
enum NumberAnomaly {
    /// A number that is printed again.
    case duplicate(num: String, element: Int, first: Int)
    /// Numbers that are left out between two that are printed.
    case missing(numbers: String, isOne: Bool, after: NumberedElement, before: NumberedElement)
    /// A number that does not fit between its neighbours, with the one before it, or else the one after it.
    case misplaced(num: String, element: Int, neighbour: NumberedElement, isAfter: Bool)
}

/// An element with the number that is printed before it.
struct NumberedElement {
    var element: Int
    var num: String
    /// The number as a place in a series; nil where it does not count, such as `10. bis`.
    var number: SerialNumber?
    /// What has to change before a series may begin again.
    var boundary: Int
}

/// Numbers in the order of print, parted into runs that each count upwards.
///
/// A number joins the run that it continues. One that continues none begins a run of its own where it is the first of its
/// series, or a 0 or 1 that stands in another section or comes after more than 2; any other is an anomaly of the run before
/// it. So a resolution with its own 1, 2, 3 between paragraphs 40 and 41 is no anomaly, and a second "7." is one.
///
/// A run that leaps again and again counts something of another document, as a reply to its recommendations does: gaps and
/// numbers out of order say nothing there.
struct NumberRuns {
    private var runs: [[NumberedElement]] = []
    /// The run that a number would continue.
    private var expecting: [SerialNumber: Int] = [:]
    /// The run of each series that was continued last.
    private var current: [SerialNumber: Int] = [:]
    private var anomalies: [NumberAnomaly] = []
    /// Where numbers that do not count were first printed.
    private var inserted: [String: NumberedElement] = [:]

    /// What is odd about the numbers of paragraphs; each scope has numbers of its own.
    static func anomalies(ofParagraphs paragraphs: [RecordOutline.NumberedParagraph]) -> [NumberAnomaly] {
        guard !isPlain(paragraphs) else { return [] }
        var scopes: [Int: NumberRuns] = [:]
        for paragraph in paragraphs {
            let core = PrintedNumber.core(of: paragraph.num)
            guard !core.isEmpty else { continue }
            scopes[paragraph.scope, default: NumberRuns()].add(
                NumberedElement(
                    element: paragraph.element, num: paragraph.num, number: SerialNumber(arabic: core),
                    boundary: paragraph.parent), core)
        }
        return scopes.sorted { $0.key < $1.key }.flatMap { $0.value.allAnomalies }
    }

    /// What is odd about the numbers of sections; those in one section, annex or body are counted together.
    static func anomalies(ofSections divisions: [RecordOutline.Division]) -> [NumberAnomaly] {
        guard !isPlain(divisions) else { return [] }
        var parents:
            [Int: (runs: NumberRuns, numbers: SiblingNumbers, boundary: Int, series: SerialNumber?)] = [:]
        for division in divisions where division.isSection {
            var siblings = parents[division.parent] ?? (NumberRuns(), SiblingNumbers(), 0, nil)
            let number = division.num.flatMap { siblings.numbers.read($0) }
            // A sibling of another series, or without a number, lets a series begin again after it.
            if number?.series != siblings.series { siblings.boundary += 1 }
            siblings.series = number?.series
            if let number, let num = division.num {
                siblings.runs.add(
                    NumberedElement(
                        element: division.element, num: num, number: number, boundary: siblings.boundary), num
                )
            }
            parents[division.parent] = siblings
        }
        return parents.sorted { $0.key < $1.key }.flatMap { $0.value.runs.allAnomalies }
    }

    /// Whether the paragraphs are all of one scope and count upwards by one, as those of most records do; a quick look.
    private static func isPlain(_ paragraphs: [RecordOutline.NumberedParagraph]) -> Bool {
        var next: Int?
        for paragraph in paragraphs {
            guard paragraph.scope == paragraphs[0].scope, let value = plainValue(of: paragraph.num),
                value == next ?? value
            else { return false }
            next = value + 1
        }
        return true
    }

    /// Whether the sections of each parent count from 1 in Arabic, or all in Roman figures, or have no numbers.
    private static func isPlain(_ divisions: [RecordOutline.Division]) -> Bool {
        // The parents that are open, each with how many numbers were met in it; nil where its sections have none.
        var parents: [(element: Int, count: Int?, isRoman: Bool)] = []
        for division in divisions where division.isSection {
            while let last = parents.last, last.element > division.parent { parents.removeLast() }
            let isFirst = parents.last?.element != division.parent
            if isFirst { parents.append((division.parent, division.num == nil ? nil : 0, false)) }
            let place = parents.count - 1
            guard let num = division.num, let before = parents[place].count else {
                if division.num != nil || parents[place].count != nil { return false }
                continue
            }
            let count = before + 1
            let isRoman = count <= plainRoman.count && num == plainRoman[count - 1]
            guard isRoman || plainValue(of: num) == count, isFirst || parents[place].isRoman == isRoman else {
                return false
            }
            parents[place] = (division.parent, count, isRoman)
        }
        return true
    }

    private static let plainRoman = (1...30).map { RomanNumeral.text(of: $0) + "." }

    /// The value of a number printed as one to nine digits and a point.
    private static func plainValue(of num: String) -> Int? {
        var value = 0
        let utf8 = num.utf8
        guard (2...10).contains(utf8.count), utf8.last == UInt8(ascii: ".") else { return nil }
        for byte in utf8.dropLast() {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private mutating func add(_ member: NumberedElement, _ core: String) {
        guard let number = member.number else {
            if let first = inserted[core], first.boundary == member.boundary {
                anomalies.append(.duplicate(num: member.num, element: member.element, first: first.element))
            } else {
                inserted[core] = member
            }
            return
        }
        let series = number.series
        let run = expecting.removeValue(forKey: number) ?? current[series]
        let last = run.flatMap { runs[$0].last }
        let lastValue = last?.number?.value ?? 0
        let isContinued = last != nil && lastValue == number.value - 1
        let mayRestart = number.value <= 1 && (last?.boundary != member.boundary || lastValue > 2)
        let chosen = isContinued || !mayRestart ? run ?? runs.count : runs.count
        if chosen == runs.count { runs.append([]) }
        runs[chosen].append(member)
        current[series] = chosen
        var next = number
        next.value += 1
        expecting[next] = chosen
    }

    private var allAnomalies: [NumberAnomaly] { anomalies + runs.flatMap { Self.anomalies(of: $0) } }

    // MARK: - One run

    private static func anomalies(of run: [NumberedElement]) -> [NumberAnomaly] {
        let values = run.map { $0.number?.value ?? 0 }
        guard zip(values, values.dropFirst()).contains(where: { $1 != $0 + 1 }) else { return [] }
        var anomalies: [NumberAnomaly] = []
        var first: [Int: Int] = [:]
        var distinct: [NumberedElement] = []
        for member in run {
            guard let value = member.number?.value else { continue }
            if let element = first[value] {
                anomalies.append(.duplicate(num: member.num, element: member.element, first: element))
            } else {
                first[value] = member.element
                distinct.append(member)
            }
        }
        let duplicates = anomalies
        let isInOrder = longestAscent(distinct.map { $0.number?.value ?? 0 })
        let stray = zip(distinct, isInOrder).filter { !$1 }.map { $0.0.number?.value ?? 0 }.sorted()
        var last: NumberedElement?
        for (index, member) in distinct.enumerated() {
            guard isInOrder[index] else {
                anomalies.append(
                    .misplaced(
                        num: member.num, element: member.element,
                        neighbour: distinct[index > 0 ? index - 1 : 1], isAfter: index > 0))
                continue
            }
            if let last { anomalies += missing(after: last, before: member, stray) }
            last = member
        }
        return countsElsewhere(distinct.map { $0.number?.value ?? 0 }) ? duplicates : anomalies
    }

    /// Whether the numbers of a run, each taken once, are those of another document: it leaps at least five times, and for
    /// every three that are printed one is missing.
    private static func countsElsewhere(_ values: [Int]) -> Bool {
        guard let first = values.min(), let last = values.max() else { return false }
        let leaps = zip(values, values.dropFirst()).count { $1 != $0 + 1 }
        return leaps >= 5 && (last - first + 1 - values.count) * 3 >= values.count
    }

    /// The numbers between two that are printed nowhere in the run.
    private static func missing(
        after last: NumberedElement, before next: NumberedElement, _ stray: [Int]
    ) -> [NumberAnomaly] {
        guard let series = last.number, let end = next.number?.value, end > series.value + 1 else {
            return []
        }
        var gaps: [String] = []
        var start = series.value + 1
        var count = 0
        let between = stray[firstIndex(above: series.value, in: stray)..<firstIndex(above: end, in: stray)]
        for value in between + [end] {
            if value > start {
                gaps.append(
                    series.text(of: start) + (value > start + 1 ? " to \(series.text(of: value - 1))" : ""))
                count += value - start
            }
            start = value + 1
        }
        guard count > 0 else { return [] }
        return [
            .missing(numbers: gaps.joined(separator: ", "), isOne: count == 1, after: last, before: next)
        ]
    }

    /// Where the first number above a limit stands among ascending ones.
    private static func firstIndex(above limit: Int, in values: [Int]) -> Int {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle] <= limit { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Which of some different numbers belong to the longest sequence that ascends (by patience sorting).
    private static func longestAscent(_ values: [Int]) -> [Bool] {
        var tops: [Int] = []
        var previous = [Int](repeating: -1, count: values.count)
        for (index, value) in values.enumerated() {
            var low = 0
            var high = tops.count
            while low < high {
                let middle = (low + high) / 2
                if values[tops[middle]] < value { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? tops[low - 1] : -1
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var isIn = [Bool](repeating: false, count: values.count)
        var index = tops.last ?? -1
        while index >= 0 {
            isIn[index] = true
            index = previous[index]
        }
        return isIn
    }
}
