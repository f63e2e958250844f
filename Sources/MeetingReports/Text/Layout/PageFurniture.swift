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
        for index in lines.indices where lines[index].isText && lines[index].text.count <= 24 {
            guard let number = PageNumber(lines[index].text) else { continue }
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
        for edge in edges.indices {
            for step in [1, -1] {
                for index in edgeLines(at: edge, of: edges, step: step) {
                    guard counts[Self.key(lines[index].text), default: 0] >= least else { break }
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
    private static let longest = 160

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
    private static func parts(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
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

/// A page number as printed: `7`, `- 7 -`, `Page 7 of 12`, `3/14`.
struct PageNumber {
    /// The number.
    var value: Int
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
        guard let value = cursor.number(digits: 1...3) else { return nil }
        cursor.skipSpace()
        var isOf = false
        if cursor.skipWord("of") || cursor.skip(.slash) {
            cursor.skipSpace()
            guard cursor.number(digits: 1...4) != nil else { return nil }
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
