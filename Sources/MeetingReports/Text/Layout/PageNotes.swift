/// Finds notes at the foot of pages whose mark is a plain digit, a letter or asterisks.
///
/// Such a line, `  2   See the annex.`, is a note where it stands at the end of a page's text, or after a rule, and its mark goes on with the
/// notes before it and is called in the text.
struct PageNotes {
    private var lines: [TextLine]
    private var calls: Set<[UInt8]> = []
    /// The most lines that the notes of a page take after the first.
    private static let mostLines = 40

    init(_ lines: [TextLine]) {
        self.lines = lines
        for line in lines where line.isText { gatherCalls(in: line.text) }
    }

    /// The lines, notes told.
    mutating func marked() -> [TextLine] {
        var last = 0
        var start = lines.startIndex
        while start < lines.endIndex {
            let end =
                lines[start...].firstIndex { $0.kind == .pageBreak || $0.kind == .framed } ?? lines.endIndex
            if end > start { markFoot(start..<end, last: &last, endsPage: end < lines.endIndex) }
            start = end + 1
        }
        return lines
    }

    /// The digits and asterisks that follow a word without a space.
    private mutating func gatherCalls(in text: ArraySlice<UInt8>) {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            guard byte.isDigit || byte == UInt8(ascii: "*"), index > text.startIndex else {
                index += 1
                continue
            }
            let mark = text[index...].prefix { byte.isDigit ? $0.isDigit : $0 == byte }
            let before = text[index - 1]
            let isGlued =
                before.isSmall || before.isCapital || before >= 0x80 || ".,;:)\"".utf8.contains(before)
            let after = mark.endIndex < text.endIndex ? text[mark.endIndex] : .space
            if isGlued, mark.count <= 3, !after.isSmall, !after.isCapital { calls.insert(Array(mark)) }
            index = mark.endIndex
        }
    }

    /// Marks the notes at the end of a page.
    private mutating func markFoot(_ page: Range<Int>, last: inout Int, endsPage: Bool) {
        var isAfterRule = false
        for index in page {
            defer { if lines[index].kind != .blank { isAfterRule = lines[index].kind == .rule } }
            let isApart = index == page.lowerBound || lines[index - 1].kind == .blank
            if isAfterRule || isApart && endsPage, let note = note(at: index, after: last),
                isAfterRule || onlyNotes(index..<page.upperBound, from: note.value)
            {
                mark(index..<page.upperBound, last: &last)
                return
            }
        }
    }

    private struct Note {
        var printed: String
        var textStart: Int
        var value: Int
    }

    /// The note that a line begins, if its mark may come after the last note's.
    private func note(at index: Int, after last: Int) -> Note? {
        let text = lines[index].text
        guard lines[index].isText, let first = text.first else { return nil }
        if first.isDigit {
            let digits = text.prefix(while: \.isDigit)
            guard digits.count <= 3, let value = Int(digits: digits), value == last + 1 || value == 1,
                calls.contains(Array(digits)), digits.endIndex < text.endIndex
            else { return nil }
            let rest = text[digits.endIndex...]
            let gap = rest.prefix(while: \.isBlank).count
            let isText =
                rest.dropFirst(gap).first.map {
                    $0.isCapital || $0 >= 0x80 || $0 == .open || gap > 0 && $0.isSmall
                } ?? false
            guard isText else { return nil }
            return Note(printed: digits.string, textStart: digits.count + gap, value: value)
        }
        guard first == UInt8(ascii: "*") else { return nil }
        let signs = text.prefix { $0 == first }
        let gap = text.dropFirst(signs.count).prefix(while: \.isBlank).count
        guard signs.count <= 3, calls.contains(Array(signs)), signs.count == text.count || gap > 0 else {
            return nil
        }
        return Note(printed: signs.string, textStart: signs.count + gap, value: last)
    }

    /// Whether nothing but notes stands from a note to the end of the page.
    private func onlyNotes(_ range: Range<Int>, from value: Int) -> Bool {
        var last = value
        var count = 0
        for index in range.dropFirst() {
            let line = lines[index]
            switch line.kind {
            case .marked(let mark):
                switch mark.form {
                case .number, .bracketedNumber, .heading, .sign, .dotted: return false
                case .item, .note: break
                }
            case .blank, .columns, .plain, .rule, .pageBreak, .framed: break
            }
            if let next = note(at: index, after: last) { last = next.value }
            if line.kind == .blank, index + 1 < range.upperBound, lines[index + 1].isText,
                note(at: index + 1, after: last) == nil
            {
                return false
            }
            if line.isText { count += 1 }
            guard count <= Self.mostLines else { return false }
        }
        return true
    }

    private mutating func mark(_ range: Range<Int>, last: inout Int) {
        for index in range {
            if index > range.lowerBound, lines[index].kind == .blank { continue }
            guard let note = note(at: index, after: last) else { continue }
            lines[index].kind = .marked(
                Mark(form: .note, printed: note.printed, textStart: note.textStart, value: note.value))
            last = note.value
        }
    }
}
