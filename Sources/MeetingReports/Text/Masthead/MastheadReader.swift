/// Reads the printed fields above a text, line by line and column by column.
///
/// The masthead reaches to the last field that is recognized beyond doubt before the text begins, or to the end of its
/// page where that is a cover. A text without such a field has none.
struct MastheadReader {
    /// What was read, and where the text begins.
    struct Reading {
        var fields: [Interrupted<MastheadField>] = []
        /// Page furniture between the masthead and the text.
        var leading: [Interruption] = []
        /// The index of the first line that is not of the masthead.
        var end = 0
        /// The indices of later lines that are of the masthead all the same: fields printed after the first page's text.
        var later: Set<Int> = []
        /// The bars between columns that were dropped.
        var drops: [Ledger.Drop] = []
    }

    /// The most bytes of text, white space aside, that a masthead is looked for in.
    private static let longest = 4000

    private let lines: ArraySlice<TextLine>
    private let wrapping: Wrapping

    /// - Parameters:
    ///   - lines: the lines that begin with the masthead: those of a text, or of an annex or document inside it.
    ///   - wrapping: how the lines of the whole text were broken.
    init(_ lines: ArraySlice<TextLine>, wrapping: Wrapping) {
        self.lines = lines
        self.wrapping = wrapping
    }

    init(_ lines: [TextLine], wrapping: Wrapping) { self.init(lines[...], wrapping: wrapping) }

    /// Reads the masthead.
    func read() -> Reading {
        if let reading = FrontMatter.read(lines) { return reading }
        var sheet = MastheadSheet()
        // How many fields are of the masthead beyond doubt, and where the line after them is.
        var sound = (extent: 0, end: lines.startIndex)
        let parts = printedParts()
        reading: for (position, part) in parts.enumerated() {
            switch part.content {
            case .furniture(let furniture):
                if furniture.kind == .break {
                    if sheet.isCover { sound = (sheet.extent, part.index) }
                    // Pages after the first have no masthead, but an empty page may be before it.
                    if sheet.hasFields { break reading }
                }
                sheet.add(furniture)
            case .pieces(let pieces):
                for piece in pieces {
                    guard sheet.add(piece) else { break reading }
                }
                if sheet.isSound || position + 1 == parts.count && sheet.isLikely {
                    sound = (sheet.extent, part.end)
                }
            }
        }
        var reading = Reading(fields: sheet.fields(in: sound.extent), end: sound.end)
        reading.drops = drops(in: lines[..<reading.end])
        addLater(to: &reading)
        reading.fields = MastheadMeetings.assign(MastheadContext.assign(reading.fields)).map(
            MastheadSpans.mark)
        return reading
    }

    // MARK: Printed texts

    /// What a stretch of lines holds.
    struct Part {
        enum Content {
            case furniture(Furniture)
            /// Texts, of which the last lines stand side by side.
            case pieces([MastheadPiece])
        }

        var content: Content
        /// The index of its first line.
        var index: Int
        /// The index after its last.
        var end: Int
    }

    /// The furniture and the stretches of lines before the text begins.
    private func printedParts() -> [Part] {
        var parts: [Part] = []
        var pieces: [MastheadPiece] = []
        var open: [Int] = []
        var start = lines.startIndex
        var count = 0
        // Whether the last text was an agenda item, whose title may be any heading.
        var wasItem = false
        func close(at index: Int) {
            if let last = pieces.last {
                parts.append(Part(content: .pieces(pieces), index: start, end: index))
                wasItem = MastheadWords.agendaItem(last.bytes) != nil
            }
            (pieces, open) = ([], [])
        }
        for index in lines.indices {
            let line = lines[index]
            if line.kind == .blank {
                close(at: index)
                continue
            }
            if let furniture = Self.furniture(line) {
                close(at: index)
                parts.append(Part(content: .furniture(furniture), index: index, end: index + 1))
                continue
            }
            count += line.text.count { !$0.isBlank && $0 != .bar }
            let isItemTitle = pieces.last.map { MastheadWords.agendaItem($0.bytes) != nil } ?? wasItem
            guard count <= Self.longest, !beginsText(at: index, isItemTitle: isItemTitle) else {
                close(at: index)
                return parts
            }
            let cells = MastheadCells.cells(of: line)
            // A line that no line above goes on with begins a stretch of its own, so that a masthead may end before it.
            let joins = cells.map { cell in
                open.last { MastheadLayout.goesOn(pieces[$0], with: cell, wrapping: wrapping) }
            }
            if joins.allSatisfy({ $0 == nil }) { close(at: index) }
            if pieces.isEmpty { start = index }
            var lower: [Int] = []
            for (cell, join) in zip(cells, joins) {
                if let join {
                    pieces[join].append(cell)
                    lower.append(join)
                } else {
                    pieces.append(
                        MastheadPiece(
                            text: TextRun.collapsed(cell.text), lines: [cell.line], last: cell))
                    lower.append(pieces.count - 1)
                }
            }
            open = lower
        }
        close(at: lines.endIndex)
        return parts
    }

    /// The line as page furniture, if it is that.
    private static func furniture(_ line: TextLine) -> Furniture? {
        switch line.kind {
        case .pageBreak: .pageBreak(line: line.number)
        case .framed, .rule: .printed(line.text, line: line.number)
        default:
            isPageFoot(line.text) || isBarcode(line.text) || isBreak(line.text)
                ? .printed(line.text, line: line.number) : nil
        }
    }

    /// Whether a line is a page number or the name of the file that was printed.
    private static func isPageFoot(_ text: ArraySlice<UInt8>) -> Bool {
        if text.count <= 3, text.allSatisfy(\.isDigit) { return true }
        guard !text.contains(.space), let dot = text.lastIndex(of: .period) else { return false }
        return ["doc", "docx", "pdf", "rtf", "odt", "wpd"].contains(text[(dot + 1)...].string.lowercased())
    }

    /// Whether a line is the sign that AsciiDoc draws a rule with.
    private static func isBreak(_ text: ArraySlice<UInt8>) -> Bool {
        text.count >= 3 && text.allSatisfy { $0 == UInt8(ascii: "'") }
    }

    /// Whether a line is nothing but glyphs of a bar code.
    private static func isBarcode(_ text: ArraySlice<UInt8>) -> Bool {
        if text.first == UInt8(ascii: "*"), text.last == UInt8(ascii: "*"), text.count > 4 {
            return text.dropFirst().dropLast().allSatisfy(\.isDigit)
        }
        var offset = 0
        while offset < text.count {
            let (scalar, length) = scalar(in: text, at: offset)
            guard scalar.isSpace || (0xE000...0xF8FF).contains(scalar.value) else { return false }
            offset += length
        }
        return !text.isEmpty
    }

    /// Whether the text begins at a line: with a numbered unit, a list, a contents list, a heading, or prose.
    private func beginsText(at index: Int, isItemTitle: Bool) -> Bool {
        let line = lines[index]
        // A masthead ends where a line ends, since it answers for whole lines.
        let before = lines[..<index].reversed().prefix { $0.number == line.number }
        let after = lines[(index + 1)...].prefix { $0.number == line.number }
        if before.contains(where: { $0.kind != .pageBreak })
            || after.contains(where: { $0.kind != .pageBreak })
        {
            return true
        }
        switch line.kind {
        case .marked: return !MastheadWords.isJobNumber(line.text)
        case .columns: return MastheadCells.hasLeader(line.text)
        case .plain: break
        default: return false
        }
        if !isItemTitle, BodyHeadings.contains(line.text) || BodyHeadings.isNumber(line.text) { return true }
        return isProse(at: index)
    }

    /// Whether prose begins at a line: a sentence with a verb, on one line or wrapped.
    private func isProse(at index: Int) -> Bool {
        let line = lines[index]
        // The note at the foot of a cover is prose, and is of the masthead.
        let block = lines[...index].reversed().prefix { $0.kind != .blank && $0.kind != .pageBreak }
        guard !block.contains(where: { MastheadLayout.beginsNote($0.text) }) else { return false }
        var text = Array(line.text)
        for (previous, next) in zip(lines[index...], lines[(index + 1)...]) {
            guard next.kind == .plain, wrapping.wraps(previous, into: next), text.count <= 400 else { break }
            text += [.space] + next.text
        }
        let hasSentenceEnd = zip(text, text.dropFirst() + [.space]).contains { $0 == .period && $1 == .space }
        guard hasSentenceEnd || text.last == .comma || text.last == .colon else { return false }
        let words = MastheadWords.words(text[...])
        return text.count > 240 && hasSentenceEnd
            || text.count > 60 && MastheadTitle.isSentence(words, text[...])
    }

    private func drops(in lines: ArraySlice<TextLine>) -> [Ledger.Drop] {
        lines.compactMap { line in
            guard line.kind != .pageBreak, line.kind != .framed, line.kind != .rule else { return nil }
            let bars = line.text.count { $0 == .bar }
            return bars > 0 ? .init(kind: .tableBar, line: line.number, count: bars) : nil
        }
    }

    // MARK: After the first page's text

    /// Adds the symbol, distribution, date and language that some extractions print after the text of the first page.
    private func addLater(to reading: inout Reading) {
        let names = Set(reading.fields.compactMap { $0.element?.name })
        guard !names.isEmpty, names.isDisjoint(with: [.symbol, .distribution]) else { return }
        let page = lines[reading.end...].prefix(120).prefix { $0.kind != .pageBreak }
        var run: [(index: Int, fields: [MastheadField])] = []
        for index in page.indices {
            if page[index].kind == .blank { continue }
            let cells = MastheadCells.cells(of: page[index])
            let fields = cells.compactMap { Self.laterField($0) }
            if fields.count == cells.count, !fields.isEmpty {
                run.append((index, fields))
            } else if Self.isWhole(run.flatMap(\.fields)) {
                break
            } else {
                run = []
            }
        }
        guard Self.isWhole(run.flatMap(\.fields)) else { return }
        reading.later = Set(run.map(\.index))
        let place = reading.fields.firstIndex { $0.element.map { $0.name != .jobNumber } ?? false } ?? 0
        reading.fields.insert(contentsOf: run.flatMap(\.fields).map { .element($0) }, at: place)
    }

    private static func isWhole(_ fields: [MastheadField]) -> Bool {
        let names = Set(fields.map(\.name))
        return names.contains(.distribution) && names.count >= 3 && fields.count <= 10
    }

    private static func laterField(_ cell: MastheadCell) -> MastheadField? {
        let words = MastheadWords.words(cell.text)
        var field =
            MastheadClassifier.certainField(cell.text)
            ?? (words.count <= 6 && MastheadWords.isBody(words) ? MastheadField(.organ, content: []) : nil)
        guard let name = field?.name,
            [.symbol, .distribution, .issued, .originalLanguage, .language, .organ].contains(name)
        else { return nil }
        field?.lines = SourceLines(cell.line)
        field?.content = [.text(TextRun.collapsed(cell.text))]
        return field
    }
}

extension Furniture {
    /// A printed line that is drawn rather than written, such as a bar code.
    static func mark(_ text: ArraySlice<UInt8>, line: Int) -> Furniture {
        Furniture(lines: SourceLines(line), kind: .mark, text: [TextRun.collapsed(text)])
    }
}
