/// Puts spans over a run without changing a character: texts are cut, what interrupts stays at its place.
struct SpanWeaver {
    private let bytes: [UInt8]
    private let marks: [SpanMark]
    /// What is not text in the run, at its offset among the characters.
    private let fixed: [(offset: Int, inline: Inline)]
    private var nextMark = 0
    private var nextFixed = 0

    /// - Parameters:
    ///   - run: text and interruptions, no spans yet.
    ///   - marks: spans that nest: of two that overlap, one holds the other. The outer of two equal ones comes first.
    init(_ run: [Inline], marks: [SpanMark]) {
        var bytes: [UInt8] = []
        var fixed: [(Int, Inline)] = []
        for inline in run {
            if case .text(let text) = inline {
                bytes += text.utf8
            } else {
                fixed.append((bytes.count, inline))
            }
        }
        self.bytes = bytes
        self.fixed = fixed
        self.marks = marks.enumerated().sorted { first, second in
            let (one, two) = (first.element.range, second.element.range)
            if one.lowerBound != two.lowerBound { return one.lowerBound < two.lowerBound }
            if one.upperBound != two.upperBound { return one.upperBound > two.upperBound }
            return first.offset < second.offset
        }.map(\.element)
    }

    /// The run with its spans.
    mutating func woven() -> [Inline] { content(0..<bytes.count, isWhole: true) }

    /// What lies in a range: what interrupts goes into a span only where the span has text on both sides.
    private mutating func content(_ range: Range<Int>, isWhole: Bool) -> [Inline] {
        var content: [Inline] = []
        var offset = range.lowerBound
        func text(to end: Int) {
            if offset < end { content.append(.text(String(decoding: bytes[offset..<end], as: UTF8.self))) }
            offset = max(offset, end)
        }
        while true {
            let mark = nextMark < marks.count ? marks[nextMark].range.lowerBound : Int.max
            let fixedOffset = nextFixed < fixed.count ? fixed[nextFixed].offset : Int.max
            if fixedOffset <= mark, isWhole ? fixedOffset <= range.upperBound : fixedOffset < range.upperBound
            {
                text(to: fixedOffset)
                content.append(fixed[nextFixed].inline)
                nextFixed += 1
            } else if mark < range.upperBound {
                let found = marks[nextMark]
                nextMark += 1
                guard found.range.upperBound <= range.upperBound, found.range.lowerBound >= offset else {
                    continue
                }
                text(to: found.range.lowerBound)
                let inner = self.content(found.range, isWhole: false)
                content.append(found.span.replacingContent(inner))
                offset = found.range.upperBound
            } else {
                break
            }
        }
        text(to: range.upperBound)
        return content
    }
}
