/// Finds notes whose mark is a plain digit or asterisks: at the foot of pages, and in a list of notes at the end.
///
/// Such a line, `  2   See the annex.`, is a note where it stands at the end of a page's text, or after a rule, and the
/// page calls it. Its mark may stand alone on the line above its text, as raised digits do when a page is taken for a text.
struct PageNotes {
    private var lines: [TextLine]
    /// Whether form feeds part the pages: then a page ends with the text, too.
    private let hasPages: Bool
    /// The most lines that the notes of a page take after the first.
    private static let mostLines = 40
    /// The headings over a list of notes.
    private static let titles: Set<String> = [
        "notes", "endnotes", "footnotes", "notes:", "references", "notas", "notes de fin", "notas finales",
    ]

    init(_ lines: [TextLine]) {
        self.lines = lines
        hasPages = lines.contains { $0.kind == .pageBreak }
    }

    /// The lines, notes told.
    mutating func marked() -> [TextLine] {
        var start = lines.startIndex
        // The text before a page's number may call what stands after it.
        var before: Set<NoteMark> = []
        var all: Set<NoteMark> = []
        while start < lines.endIndex {
            let end =
                lines[start...].firstIndex { $0.kind == .pageBreak || $0.kind == .framed } ?? lines.endIndex
            if end > start {
                let calls = calls(in: start..<end)
                markFoot(
                    start..<end, calls: calls.union(before), endsPage: end < lines.endIndex || hasPages)
                before = calls
                all.formUnion(calls)
            }
            start = end + 1
        }
        markListed(calls: all)
        return lines
    }

    private func calls(in page: Range<Int>) -> Set<NoteMark> {
        var calls: Set<NoteMark> = []
        for line in lines[page] where line.isText {
            for call in NoteCall.all(in: line.text) { calls.insert(call.mark) }
        }
        return calls
    }

    // MARK: At the foot of a page

    private mutating func markFoot(_ page: Range<Int>, calls: Set<NoteMark>, endsPage: Bool) {
        var isAfterRule = false
        for index in page {
            defer { if lines[index].kind != .blank { isAfterRule = lines[index].kind == .rule } }
            let isApart = index == page.lowerBound || lines[index - 1].kind == .blank
            guard isAfterRule || isApart && endsPage, let note = note(at: index, before: page.upperBound)
            else {
                continue
            }
            let isCalled = calls.contains(note.mark)
            if isCalled && isAfterRule
                || (isCalled || isAfterRule && note.mark.value == 1 && endsPage)
                    && onlyNotes(index..<page.upperBound)
            {
                mark(index..<page.upperBound, calls: calls)
                return
            }
        }
    }

    /// The mark of the note that a line begins; one that stands alone has its text, set in, on the next line.
    private func note(at index: Int, before end: Int) -> LeadingNoteMark? {
        let line = lines[index]
        guard line.isText, let note = LeadingNoteMark(line.text) else { return nil }
        guard note.textStart == line.text.count else { return note }
        guard index + 1 < end, lines[index + 1].isText else { return nil }
        return lines[index + 1].isUnderRaisedMark(line) ? note : nil
    }

    /// Whether nothing but notes stands from a note to the end of the page.
    private func onlyNotes(_ range: Range<Int>) -> Bool {
        var count = 0
        for index in range.dropFirst() {
            let line = lines[index]
            if case .marked(let mark) = line.kind {
                switch mark.form {
                case .number, .bracketedNumber, .heading, .sign, .dotted: return false
                case .item, .note: break
                }
            }
            if line.kind == .blank, index + 1 < range.upperBound, lines[index + 1].isText,
                note(at: index + 1, before: range.upperBound) == nil
            {
                return false
            }
            if line.isText { count += 1 }
            guard count <= Self.mostLines else { return false }
        }
        return true
    }

    /// The marks that the lines of a range begin with.
    private func marks(in range: Range<Int>) -> [NoteMark] {
        range.compactMap { note(at: $0, before: range.upperBound)?.mark }
    }

    private mutating func mark(_ range: Range<Int>, calls: Set<NoteMark>) {
        var last: Int?
        for index in range where lines[index].isText {
            guard let note = note(at: index, before: range.upperBound) else { continue }
            let isNext = last.map { $0 + 1 == note.mark.value } ?? true
            guard isNext || calls.contains(note.mark) else { continue }
            set(note, at: index)
            last = note.mark.value ?? last
        }
    }

    private mutating func set(_ note: LeadingNoteMark, at index: Int) {
        lines[index].kind = .marked(
            Mark(
                form: .note, printed: note.printed, textStart: note.textStart, value: note.mark.value ?? 0))
    }

    // MARK: In a list of notes

    /// Marks the notes that count from 1 under a heading that says so, where the text calls the first.
    private mutating func markListed(calls: Set<NoteMark>) {
        for title in lines.indices where Self.isTitle(lines[title]) {
            var wanted = 1
            var isAfterBlank = true
            for index in lines.indices.suffix(from: title + 1) {
                let line = lines[index]
                guard line.isText else {
                    isAfterBlank = isAfterBlank || line.kind == .blank
                    continue
                }
                let isAlone = index + 1 < lines.endIndex && lines[index + 1].isText
                if let note = LeadingNoteMark(line.text, isListed: true), note.mark.value == wanted,
                    wanted > 1 || calls.contains(note.mark), note.textStart < line.text.count || isAlone
                {
                    set(note, at: index)
                    wanted += 1
                } else if wanted == 1 || isAfterBlank {
                    break
                }
                isAfterBlank = false
            }
        }
    }

    /// Whether a line is the heading of a list of notes.
    static func isTitle(_ line: TextLine) -> Bool {
        let words = line.text.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "=") || $0.isBlank }
        return line.isText && words.count <= 20 && titles.contains(words.string.lowercased())
    }
}

extension TextLine {
    /// Whether the line is set in as the text under a raised mark, which stands alone on the line before it.
    func isUnderRaisedMark(_ mark: TextLine) -> Bool {
        (mark.indent + 1...mark.indent + 8).contains(indent) && text.count > 1
    }
}
