/// What ends an entry: a leader, the paragraphs, the page.
struct EntryTail {
    /// The text before it.
    var heading: ArraySlice<UInt8>
    /// The printed range of paragraphs.
    var paragraphs: ArraySlice<UInt8>?
    /// The printed page.
    var page: ArraySlice<UInt8>?
    /// The dots of the leader.
    var dots = 0
    /// Whether the line is the last of an entry.
    var isEnd: Bool { dots >= 3 || page != nil || paragraphs != nil }
    /// Whether the line holds only words that head columns.
    var isLabel = false

    init(without text: ArraySlice<UInt8>) {
        heading = text
    }

    init(_ text: ArraySlice<UInt8>) {
        let words = text.split { $0.isBlank || $0 == .bar }
        isLabel =
            !words.isEmpty && words.count <= 3
            && words.allSatisfy { Self.labels.contains(String(decoding: $0, as: UTF8.self).lowercased()) }
        var rest = Self.trimmed(text)
        var numbers: [ArraySlice<UInt8>] = []
        while numbers.count < 2, let range = Self.lastRange(in: rest) {
            let before = rest[..<range.startIndex]
            let gap = before.reversed().prefix { $0.isBlank || $0 == .bar }
            let hasTab = gap.contains(.tab) || gap.contains(.bar)
            let dot = before.dropLast(gap.count).last
            let isAfterLeader = dot == .period && Self.leader(before.dropLast(gap.count)).dots >= 3
            let isParted = hasTab || gap.count >= 2 || isAfterLeader
            // Between the paragraphs and the page a single space is enough, where a leader or a tab comes before both.
            let isPair = !gap.isEmpty && numbers.isEmpty && Self.isRangeAfterGap(before)
            guard isParted || isPair || before.isEmpty else { break }
            numbers.append(range)
            rest = Self.trimmed(before)
            if isAfterLeader { break }
        }
        let leader = Self.leader(rest)
        if leader.dots >= 3 {
            dots = leader.dots
            rest = Self.trimmed(rest[..<leader.start])
        }
        heading = rest
        switch numbers.count {
        case 2: (page, paragraphs) = (numbers[0], numbers[1])
        case 1 where numbers[0].contains { !$0.isDigit && !$0.isSmall } || numbers[0].contains(.space):
            paragraphs = numbers[0]
        case 1: page = numbers[0]
        default: break
        }
    }

    private static let labels: Set<String> = [
        "paragraphs", "paragraph", "page", "pages", "para.", "paras.", "párrafos", "página", "paragraphes",
        "chapter", "section", "no.", "nos.", "decision", "decisions", "resolution", "resolutions", "item",
    ]

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.trimmingSpace()
        while text.last == .bar { text = text.dropLast().trimmingSpace() }
        return text
    }

    /// The page, or the range of paragraphs, that a text ends in: `4`, `iv`, `12–15`, `1.1 – 1.3`, `7 to 8`.
    private static func lastRange(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let last = lastNumber(in: text) else { return nil }
        guard last.first?.isDigit ?? false else { return last }
        var before = text[..<last.startIndex]
        let spaces = before.reversed().prefix { $0 == .space }.count
        guard spaces <= 1 else { return last }
        before = before.dropLast(spaces)
        let dashes: [[UInt8]] = [
            [.hyphen], Array("\u{2013}".utf8), Array("\u{2014}".utf8), Array("\u{2212}".utf8),
        ]
        if let dash = dashes.first(where: { before.suffix($0.count).elementsEqual($0) }) {
            before = before.dropLast(dash.count)
        } else if spaces == 1, before.suffix(3).elementsEqual(" to".utf8) {
            before = before.dropLast(2)
        } else {
            return last
        }
        if before.last == .space { before = before.dropLast() }
        guard let first = lastNumber(in: before), first.first?.isDigit ?? false,
            first.endIndex == before.endIndex
        else { return nil }
        return text[first.startIndex...]
    }

    /// The number that a text ends in: digits, in parts with stops between them, or a small roman numeral.
    private static func lastNumber(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let roman = text.reversed().prefix { "ivxl".utf8.contains($0) }.count
        if (1...5).contains(roman) {
            let before = text.dropLast(roman).last
            return before?.isWordByte ?? false ? nil : text.suffix(roman)
        }
        var start = text.endIndex
        while start > text.startIndex, text[start - 1].isDigit || isInnerStop(text, start - 1) { start -= 1 }
        let number = text[start...]
        guard let first = number.first, first.isDigit, number.count <= 9,
            number.prefix(while: \.isDigit).count <= 4,
            start == text.startIndex || !(text[start - 1].isWordByte && text[start - 1] < 0x80)
        else { return nil }
        return number
    }

    /// Whether the stop at an index parts two digits.
    private static func isInnerStop(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
        text[index] == .period && index > text.startIndex && text[index - 1].isDigit
            && index + 1 < text.endIndex
            && text[index + 1].isDigit
    }

    /// Whether the text before a page ends in a range of paragraphs after a gap or leader.
    private static func isRangeAfterGap(_ before: ArraySlice<UInt8>) -> Bool {
        guard let range = lastRange(in: trimmed(before)) else { return false }
        let gap = before[..<range.startIndex]
        return gap.last == .tab || gap.hasSuffixGap || leader(trimmed(gap)).dots >= 3
    }

    /// The dots at the end of a text, single spaces between them or none.
    private static func leader(_ text: ArraySlice<UInt8>) -> (dots: Int, start: Int) {
        var dots = 0
        var start = text.endIndex
        var index = text.endIndex
        while index > text.startIndex {
            index -= 1
            if text[index] == .period {
                dots += 1
                start = index
            } else if text[index] != .space || index > text.startIndex && text[index - 1] == .space {
                break
            }
        }
        return (dots, start)
    }
}

extension ArraySlice<UInt8> {
    /// Whether the slice ends in two spaces.
    fileprivate var hasSuffixGap: Bool { suffix(2).elementsEqual("  ".utf8) }
}
