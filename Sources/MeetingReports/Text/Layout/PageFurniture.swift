/// Finds what was printed on the pages and not in the text: page numbers, and heads and feet that repeat.
///
/// A page ends at a form feed, or, in a text without them, at a page number. What is found becomes a framed line, as in
/// the canonical form of furniture.
struct PageFurniture {
    /// How many lines at the edge of a page may be furniture.
    private static let reach = 6
    /// The most bytes of a running head.
    private static let longest = 200

    private var lines: [TextLine]

    init(_ lines: [TextLine]) {
        self.lines = lines
    }

    /// The lines, furniture told.
    mutating func marked() -> [TextLine] {
        markPageNumbers()
        markRunningHeads()
        markRepeated()
        return lines
    }

    // MARK: Page numbers

    private struct Candidate {
        var index: Int
        var value: Int
    }

    private mutating func markPageNumbers() {
        var candidates: [Candidate] = []
        let totals = repeatedTotals()
        for index in lines.indices where Self.isOfPages(lines[index]) { frame(index) }
        for index in lines.indices where lines[index].isText && lines[index].text.count <= 24 {
            guard let number = PageNumber(lines[index].text) else { continue }
            if !number.isCertain, isRaisedMark(index) { continue }
            // `14/101` may be the number of a decision.
            if !number.isCertain, let total = number.total, !totals.contains(total) { continue }
            if number.isCertain || isAtFormFeed(index) {
                frame(index)
            }
            candidates.append(Candidate(index: index, value: number.value))
        }
        // Bare numbers are page numbers where they count pages: one more after a page's worth of lines.
        for (first, second) in zip(candidates, candidates.dropFirst())
        where second.value == first.value + 1 && (12...120).contains(second.index - first.index) {
            frame(first.index)
            frame(second.index)
        }
    }

    /// The counts of pages that more than one page is numbered with.
    private func repeatedTotals() -> Set<Int> {
        var values: [Int: Set<Int>] = [:]
        for line in lines where line.isText && line.text.count <= 24 {
            guard let number = PageNumber(line.text), let total = number.total else { continue }
            values[total, default: []].insert(number.value)
        }
        return Set(values.filter { $1.count > 1 || $1.contains($0) }.keys)
    }

    /// Whether a number stands alone above a text that is set in, as the mark of a note does.
    private func isRaisedMark(_ index: Int) -> Bool {
        index + 1 < lines.endIndex && lines[index + 1].isText
            && lines[index + 1].isUnderRaisedMark(lines[index])
            && (index == 0 || lines[index - 1].kind == .blank)
    }

    /// Whether a form feed is among the three printed lines before or after.
    private func isAtFormFeed(_ index: Int) -> Bool {
        for step in [1, -1] {
            var place = index + step
            var count = 0
            while lines.indices.contains(place), count < 3 {
                if lines[place].kind == .pageBreak { return true }
                if lines[place].kind != .blank { count += 1 }
                place += step
            }
        }
        return false
    }

    // MARK: Heads and feet

    /// Whether a line holds nothing but the numbers of pages, one of them in a form of its own, and strokes: `///    - 16 -`.
    private static func isOfPages(_ line: TextLine) -> Bool {
        guard case .columns = line.kind, line.text.contains(where: \.isDigit) else { return false }
        let parts = RunningHead.parts(of: line.text)
        let numbers = parts.compactMap(PageNumber.init)
        let strokes = parts.count { $0.allSatisfy { $0 == .slash || $0 == .period } }
        return numbers.contains(where: \.isCertain) && numbers.count + strokes == parts.count
    }

    /// Marks lines that count pages beside a text: `Report of the meeting        Page 2`, then `Page 3`.
    private mutating func markRunningHeads() {
        var last: [[UInt8]: Candidate] = [:]
        for index in lines.indices {
            guard case .columns = lines[index].kind, let head = RunningHead(lines[index].text) else {
                continue
            }
            if let before = last[head.key], head.value == before.value + 1, index - before.index >= 8 {
                frame(before.index)
                frame(index)
            }
            last[head.key] = Candidate(index: index, value: head.value)
        }
    }

    private mutating func markRepeated() {
        let breaks = lines.indices.filter { lines[$0].kind == .pageBreak }
        let edges = breaks.isEmpty ? lines.indices.filter { lines[$0].kind == .framed } : breaks
        guard edges.count >= 2 else { return }
        var counts: [[UInt8]: Int] = [:]
        // A short page's lines are near both of its edges, and count once.
        var counted: Set<Int> = []
        for edge in edges.indices {
            for step in [1, -1] {
                // Figures alone are page numbers, which are told by their count, or numbers of the text.
                for index in edgeLines(at: edge, of: edges, step: step)
                where counted.insert(index).inserted
                    && lines[index].text.contains(where: { $0.isWordByte && !$0.isDigit })
                {
                    counts[Self.key(lines[index].text), default: 0] += 1
                }
            }
        }
        let least = max(2, edges.count / 5)
        // A page has a head and a foot; what is printed in the middle of pages, too, or more often is text.
        var printed: [[UInt8]: Int] = [:]
        for line in lines where line.isText && line.text.count <= Self.longest {
            let key = Self.key(line.text)
            if counts[key] != nil { printed[key, default: 0] += 1 }
        }
        let heads = counts.filter { key, count in
            (least...2 * (edges.count + 1)).contains(count)
                && printed[key, default: 0] <= count + max(1, count / 4)
        }
        for edge in edges.indices {
            for step in [1, -1] {
                for index in edgeLines(at: edge, of: edges, step: step) {
                    guard heads[Self.key(lines[index].text)] != nil else { break }
                    frame(index)
                }
            }
        }
    }

    /// The printed lines of a page next to one of its edges, nearest first, furniture among them aside.
    private func edgeLines(at edge: Int, of edges: [Int], step: Int) -> [Int] {
        var found: [Int] = []
        var index = edges[edge] + step
        let end = edges.indices.contains(edge + step) ? edges[edge + step] : step > 0 ? lines.endIndex : -1
        while index != end, found.count < Self.reach {
            switch lines[index].kind {
            case .blank, .framed, .rule, .pageBreak: break
            case .columns, .marked, .plain:
                guard lines[index].text.count <= Self.longest else { return found }
                found.append(index)
            }
            index += step
        }
        return found
    }

    /// What a head has on every page: its text with each number as `#` and each gap as one space.
    private static func key(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        for byte in text {
            let byte = byte.isDigit ? UInt8(ascii: "#") : byte.isBlank ? .space : byte
            if byte == key.last, byte == UInt8(ascii: "#") || byte == .space { continue }
            key.append(byte)
        }
        return key
    }

    private mutating func frame(_ index: Int) {
        lines[index].kind = .framed
    }
}

/// A line with a text and, at one end of it and parted by a gap, the number of the page.
struct RunningHead {
    /// The text, in small letters without spaces.
    var key: [UInt8]
    /// The number.
    var value: Int

    /// The most bytes of such a line.
    private static let longest = 240

    init?(_ text: ArraySlice<UInt8>) {
        guard text.count <= Self.longest else { return nil }
        let parts = Self.parts(of: text)
        guard parts.count >= 2, let first = parts.first, let last = parts.last else { return nil }
        let number: PageNumber
        let rest: ArraySlice<ArraySlice<UInt8>>
        if let found = PageNumber(last) {
            (number, rest) = (found, parts.dropLast())
        } else if let found = PageNumber(first) {
            (number, rest) = (found, parts.dropFirst())
        } else {
            return nil
        }
        key = rest.flatMap { HeadingKey.of($0) }
        value = number.value
        guard key.count >= 4 else { return nil }
    }

    /// The texts between gaps of two spaces or more.
    static func parts(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let gap = text[index...].prefix(while: \.isBlank)
            if gap.count >= 2 || gap.first == .tab {
                parts.append(text[start..<index])
                start = gap.endIndex
            }
            index = max(gap.endIndex, index + 1)
        }
        parts.append(text[start...])
        return parts.filter { !$0.isEmpty }
    }
}

/// A page number as printed: `7`, `- 7 -`, `Page 7 of 12`, `3/14`, `2-5`.
struct PageNumber {
    /// The number.
    var value: Int
    /// How many pages there are, where that is printed.
    var total: Int?
    /// Whether the form alone says that it is one.
    var isCertain: Bool

    init?(_ text: ArraySlice<UInt8>) {
        var cursor = ByteCursor(text, at: text.startIndex)
        let isDashed = cursor.skip(.hyphen) || cursor.skip("\u{2013}") || cursor.skip("\u{2014}")
        cursor.skipSpace()
        if cursor.skipWord("Annex") || cursor.skipWord("Appendix") || cursor.skipWord("Annexe") {
            // `Annex 2, page 1`
            guard cursor.skipSpace(), !cursor.rest.prefix(while: \.isWordByte).isEmpty else { return nil }
            cursor.index = cursor.rest.prefix(while: \.isWordByte).endIndex
            guard cursor.skip(.comma), cursor.skipSpace(), cursor.rest.hasPrefix(ignoringCase: "page") else {
                return nil
            }
        }
        let isNamed = cursor.skipWord("Page") || cursor.skipWord("p.")
        if isNamed { cursor.skipSpace() }
        guard var value = cursor.number(digits: 1...3) else { return nil }
        // A page of a chapter.
        if !isDashed, cursor.next == .hyphen {
            cursor.index += 1
            guard let page = cursor.number(digits: 1...3) else { return nil }
            value = page
        }
        cursor.skipSpace()
        var isOf = false
        if cursor.skipWord("of") || cursor.skip(.slash) {
            cursor.skipSpace()
            guard let pages = cursor.number(digits: 1...4) else { return nil }
            total = pages
            isOf = true
        } else if isDashed {
            guard cursor.skip(.hyphen) || cursor.skip("\u{2013}") || cursor.skip("\u{2014}") else {
                return nil
            }
        }
        cursor.skipSpace()
        guard cursor.rest.isEmpty else { return nil }
        self.value = value
        isCertain = isDashed || isNamed && (isOf || text.count <= 9 || text.contains(.comma))
    }
}
