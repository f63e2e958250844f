/// The comparison of a record with the text that it was read from: strip the marks, and the printed report remains.
///
/// It shares no code with the reader. Outside mastheads and tables, the record's characters have to be those of the
/// source in their order; in each masthead and table the same characters as in the lines that it carries, in any order.
/// White space aside; only what is on the closed list of what a reader may drop may be missing.
public struct SourceComparison: Hashable, Sendable {
    /// The first difference, in words; nil where there is none.
    public let difference: String?
    /// The number of characters that are only in the source, all of them such as may be dropped.
    public let droppedCount: Int

    /// Whether the record holds exactly what was printed.
    public var holds: Bool { difference == nil }

    /// Compares a record with the bytes of its source, UTF-8 or UTF-16 with a byte order mark.
    public init(of report: MeetingReport, with bytes: [UInt8]) {
        let lines = Self.lines(of: bytes)
        var regions = RegionCollector()
        report.accept(&regions)
        var used: Set<Int> = []
        var dropped = 0
        for region in regions.regions {
            let mine = region.lines.subtracting(used).filter { $0 <= lines.count }
            used.formUnion(mine)
            let source = mine.sorted().map { lines[$0 - 1] }
            switch Self.compareBags(source, region.text) {
            case .success(let count): dropped += count
            case .failure(let difference):
                self.difference = "In the \(region.name), \(difference.words)."
                droppedCount = dropped
                return
            }
        }
        let rest = lines.indices.filter { !used.contains($0 + 1) }.map { lines[$0] }
        switch Self.compareOrdered(rest, regions.rest) {
        case .success(let count): (difference, droppedCount) = (nil, dropped + count)
        case .failure(let difference):
            self.difference = "Outside mastheads and tables, \(difference.words)."
            droppedCount = dropped
        }
    }

    /// Whether the characters of the record's own masthead are not in the order of the source lines it carries.
    static func orderDiffers(in report: MeetingReport, from bytes: [UInt8]) -> Bool {
        guard let carried = report.mastheadLines else { return false }
        var regions = RegionCollector()
        Element.masthead(report.masthead).accept(&regions)
        let lines = lines(of: bytes)
        let source = carried.numbers.filter { $0 <= lines.count }.map { lines[$0 - 1] }
        guard let region = regions.regions.first else { return false }
        if case .failure = compareOrdered(source, region.text) { return true }
        return false
    }

    private struct Difference: Error {
        var words: String
    }

    private static func lines(of bytes: [UInt8]) -> [[Unicode.Scalar]] {
        var scalars: [Unicode.Scalar]
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let high = bytes[0] == 0xFE ? 0 : 1
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high])
            }
            scalars = Array(String(decoding: units, as: UTF16.self).unicodeScalars)
        } else {
            scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        }
        var lines: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar?
        for scalar in scalars {
            if scalar == "\n" || scalar == "\r" {
                if !(scalar == "\n" && previous == "\r") { lines.append([]) }
            } else {
                lines[lines.count - 1].append(scalar)
            }
            previous = scalar
        }
        return lines
    }

    private static func compareBags(
        _ source: [[Unicode.Scalar]], _ text: [Unicode.Scalar]
    ) -> Result<Int, Difference> {
        var balance: [Unicode.Scalar: Int] = [:]
        var free: [Unicode.Scalar: Int] = [:]
        for line in source {
            let mayDrop = droppable(line)
            for (scalar, isFree) in zip(line, mayDrop) where !scalar.isSpace {
                balance[scalar, default: 0] += 1
                if isFree { free[scalar, default: 0] += 1 }
            }
        }
        for scalar in text where !scalar.isSpace { balance[scalar, default: 0] -= 1 }
        for (scalar, count) in balance.sorted(by: { $0.key < $1.key }) {
            if count < 0 { return .failure(Difference(words: "the record adds “\(scalar)”")) }
            if count > free[scalar, default: 0] {
                return .failure(Difference(words: "the source has “\(scalar)” \(count) times more"))
            }
        }
        return .success(balance.values.reduce(0, +))
    }

    private static func compareOrdered(
        _ source: [[Unicode.Scalar]], _ text: [Unicode.Scalar]
    ) -> Result<Int, Difference> {
        let text = text.filter { !$0.isSpace }
        var index = 0
        var dropped = 0
        for line in source {
            let mayDrop = droppable(line)
            for (column, scalar) in line.enumerated() where !scalar.isSpace {
                if index < text.count, text[index] == scalar {
                    index += 1
                } else if mayDrop[column] {
                    dropped += 1
                } else {
                    let here = string(line[column...].prefix(40))
                    let there = string(text[index...].prefix(40))
                    return .failure(
                        Difference(words: "the source goes on with “\(here)”, the record with “\(there)”"))
                }
            }
        }
        guard index == text.count else {
            return .failure(Difference(words: "the record adds “\(string(text[index...].prefix(40)))”"))
        }
        return .success(dropped)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    /// For each scalar of a line whether a reader may drop it.
    private static func droppable(_ line: [Unicode.Scalar]) -> [Bool] {
        var mayDrop = line.map(isInvisible)
        markLineEndHyphen(line, &mayDrop)
        markLeaders(line, &mayDrop)
        if line.contains("|") {
            for index in line.indices where line[index] == "|" || line[index] == "+" { mayDrop[index] = true }
        }
        let isRule = line.count >= 3 && line.allSatisfy { $0 == " " || $0 == "\t" || isTableRule($0) }
        return isRule ? line.map { _ in true } : mayDrop
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B, 0xFEFF, 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func isTableRule(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "+", ":", "=", "-", "\u{2500}"..."\u{257F}": true
        default: false
        }
    }

    /// The hyphen that breaks a word at the end of a line, slashes of a page foot after it aside.
    private static func markLineEndHyphen(_ line: [Unicode.Scalar], _ mayDrop: inout [Bool]) {
        var end = line.count
        while end > 0, line[end - 1].isSpace || line[end - 1] == "/" || isInvisible(line[end - 1]) {
            end -= 1
        }
        if end > 0, ["-", "\u{2010}", "\u{AD}"].contains(line[end - 1]) { mayDrop[end - 1] = true }
    }

    /// Three and more dots, with single spaces between them or none.
    private static func markLeaders(_ line: [Unicode.Scalar], _ mayDrop: inout [Bool]) {
        var start = 0
        while start < line.count {
            guard isDot(line[start]) else {
                start += 1
                continue
            }
            var dots = 0
            var end = start
            var last = start
            while end < line.count {
                if isDot(line[end]) {
                    dots += 1
                    last = end
                } else if line[end] != " " && line[end] != "\t" || end > 0 && line[end - 1].isSpace {
                    break
                }
                end += 1
            }
            if dots >= 3 {
                for index in start...last where isDot(line[index]) { mayDrop[index] = true }
            }
            start = last + 1
        }
    }

    private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "\u{2026}" || scalar == "\u{B7}"
    }
}

extension MeetingReport {
    /// The source lines that the masthead carries, interruptions included.
    var mastheadLines: SourceLines? {
        SourceLines(
            lines: masthead.flatMap { part -> [Int] in
                switch part {
                case .element(let field): field.lines?.numbers ?? []
                case .interruption(.furniture(let furniture)): furniture.lines?.numbers ?? []
                case .interruption(.footnote(let note)): note.lines?.numbers ?? []
                case .interruption(.unrecognized(let text)): text.lines?.numbers ?? []
                }
            })
    }
}

/// Gathers the characters of a record, those of each masthead and table apart.
private struct RegionCollector: ReportVisitor {
    struct Region {
        var name: String
        var lines: Set<Int>
        var text: [Unicode.Scalar]
    }

    private(set) var regions: [Region] = []
    private(set) var rest: [Unicode.Scalar] = []
    private var depth = 0

    mutating func enter(_ element: Element) -> Descent {
        switch element {
        case .masthead, .table:
            if depth == 0 { regions.append(Region(name: element.name.name, lines: [], text: [])) }
            depth += 1
        default: break
        }
        if depth > 0 {
            element.forEachAttribute { name, value in
                guard name == .lines, let lines = SourceLines(value) else { return }
                regions[regions.count - 1].lines.formUnion(lines.numbers)
            }
        }
        return .into
    }

    mutating func text(_ text: String) {
        if depth > 0 {
            regions[regions.count - 1].text += text.unicodeScalars
        } else {
            rest += text.unicodeScalars
        }
    }

    mutating func leave(_ element: Element) {
        switch element {
        case .masthead, .table: depth -= 1
        default: break
        }
    }
}
