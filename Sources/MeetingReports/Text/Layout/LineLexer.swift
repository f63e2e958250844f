/// Cuts a text into classified lines, in one pass over its bytes.
struct LineLexer {
    /// The text.
    let source: SourceText

    /// The lines in their order; a form feed is one of its own.
    func lines() -> [TextLine] {
        var lines: [TextLine] = []
        lines.reserveCapacity(source.lines.count)
        for (index, range) in source.lines.enumerated() {
            let bytes = source.utf8[range]
            if bytes.contains(.formFeed) {
                appendParts(of: bytes, number: index + 1, to: &lines)
            } else {
                lines.append(Self.line(bytes, number: index + 1))
            }
        }
        return lines
    }

    /// The parts of a line with form feeds in it.
    private func appendParts(of bytes: ArraySlice<UInt8>, number: Int, to lines: inout [TextLine]) {
        if bytes.first == .formFeed, bytes.last == .formFeed, bytes.count > 2 {
            let inner = bytes.dropFirst().dropLast()
            let text = inner.trimmingSpace()
            if !text.isEmpty, !inner.contains(.formFeed) {
                lines.append(
                    TextLine(kind: .framed, number: number, text: text, whole: inner, endColumn: text.count))
                return
            }
        }
        var rest = bytes
        while let end = rest.firstIndex(of: .formFeed) {
            let part = Self.line(rest[..<end], number: number)
            if part.kind != .blank { lines.append(part) }
            let pageBreak = rest[end...end]
            lines.append(
                TextLine(
                    kind: .pageBreak, number: number, text: pageBreak, whole: pageBreak, endColumn: 0))
            rest = rest[(end + 1)...]
        }
        let last = Self.line(rest, number: number)
        if last.kind != .blank { lines.append(last) }
    }

    /// One line without form feeds.
    static func line(_ bytes: ArraySlice<UInt8>, number: Int) -> TextLine {
        let text = bytes.trimmingSpace()
        var endColumn = 0
        var indent = 0
        for index in bytes.startIndex..<text.endIndex where bytes[index] & 0xC0 != 0x80 {
            if index == text.startIndex { indent = endColumn }
            endColumn = bytes[index] == .tab ? (endColumn / 8 + 1) * 8 : endColumn + 1
        }
        return TextLine(
            kind: kind(of: text), number: number, text: text, whole: bytes, indent: indent,
            endColumn: endColumn)
    }

    private static func kind(of text: ArraySlice<UInt8>) -> TextLine.Kind {
        guard !text.isEmpty else { return .blank }
        if isRule(text) { return .rule }
        let mark = Mark(text)
        if hasColumns(text.dropFirst(mark?.textStart ?? 0), isLineStart: mark == nil) { return .columns }
        return mark.map { .marked($0) } ?? .plain
    }

    /// Whether the text only draws a line: at least three characters, all of them such as `_`, `*` and `-`.
    private static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= 3 else { return false }
        var offset = 0
        var count = 0
        while offset < text.count {
            let (scalar, length) = scalar(in: text, at: offset)
            switch scalar {
            case "_", "*", "-", "=", "~", ":", ".", "+", "#", "/", "\u{2013}", "\u{2014}", "\u{2015}",
                "\u{2500}"..."\u{257F}":
                count += 1
            default: guard scalar.isSpace else { return false }
            }
            offset += length
        }
        return count >= 3
    }

    /// Whether a text after its mark has columns: a bar at the line's start, a tab, a gap of four spaces or a dot leader.
    static func hasColumns(_ text: ArraySlice<UInt8>, isLineStart: Bool) -> Bool {
        if isLineStart, text.first == .bar { return true }
        var spaces = 0
        var dots = 0
        for byte in text {
            if byte == .tab { return true }
            spaces = byte == .space ? spaces + 1 : 0
            dots = byte == .period ? dots + 1 : 0
            if spaces == 4 || dots == 5 { return true }
        }
        return false
    }
}
