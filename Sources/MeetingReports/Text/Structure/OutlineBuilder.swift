/// Builds the tree of blocks from units: sections by the form of their numbers, paragraphs, lists.
///
/// Where a text could belong to two places, this is the one: text without a number goes on with the numbered paragraph
/// before it in the same section, else it is a paragraph of its own; a list belongs to the paragraph before it in its
/// section, else to the section. What interrupts stands in the deepest element with text both before and after it.
struct OutlineBuilder {
    /// An element that may still take in more.
    private struct Frame {
        enum Kind {
            case body
            case section(Section, HeadingNumber)
            case paragraph(Paragraph)
            case list(ListNumbering)
            case item(Item)
        }

        var kind: Kind
        /// The source lines of its text so far.
        var lines: [Int] = []
        /// What it holds so far: of the three the one that its kind takes.
        var blocks: [Block] = []
        var inner: [Inner] = []
        var items: [Interrupted<Item>] = []

        init(_ kind: Kind) {
            self.kind = kind
        }
    }

    private let isBlank: [Bool]
    private let bracketsNumberParagraphs: Bool
    private var stack = [Frame(.body)]
    private var waiting: [Interruption] = []

    /// - Parameter isBlank: for each source line whether it is blank: such lines part no ranges.
    init(isBlank: [Bool], bracketsNumberParagraphs: Bool) {
        self.isBlank = isBlank
        self.bracketsNumberParagraphs = bracketsNumberParagraphs
    }

    /// The blocks of the units.
    mutating func blocks(of units: [TextUnit]) -> [Block] {
        for unit in units { add(unit) }
        close(to: 1)
        release()
        return stack[0].blocks
    }

    private mutating func add(_ unit: TextUnit) {
        switch unit.kind {
        case .furniture(let furniture): waiting.append(.furniture(furniture))
        case .unrecognized(let text):
            let block = Unrecognized(lines: SourceLines(lines: unit.lines), text: text)
            waiting.append(.unrecognized(block))
        case .plain: addText(unit, before: nil)
        case .marked(let mark): addMarked(unit, mark)
        }
    }

    private mutating func addMarked(_ unit: TextUnit, _ mark: Mark) {
        switch mark.form {
        case .note where unit.run.isEmpty: addText(unit, before: mark.printed)
        case .note:
            let note = Footnote(
                lines: SourceLines(lines: unit.lines), marker: mark.printed,
                content: Self.withoutSoleLines(inner(unit)))
            waiting.append(.footnote(note))
        case .number: addNumbered(unit, mark)
        case .bracketedNumber:
            if bracketsNumberParagraphs {
                addNumbered(unit, mark)
            } else {
                addItem(unit, mark, ItemMark(style: "(1)", number: mark.value))
            }
        case .item(let item): addItem(unit, mark, item)
        case .heading:
            if let number = HeadingNumber(mark, text: unit.run, after: openHeadings) {
                addHeading(unit, mark, number)
            } else {
                addText(unit, before: mark.printed)
            }
        }
    }

    // MARK: Sections

    /// The numbers of the open sections, outermost first.
    private var openHeadings: [HeadingNumber] {
        stack.compactMap { if case .section(_, let number) = $0.kind { number } else { nil } }
    }

    private mutating func addHeading(_ unit: TextUnit, _ mark: Mark, _ number: HeadingNumber) {
        let depth = stack.firstIndex {
            if case .section(_, let open) = $0.kind { open.style == number.style } else { false }
        }
        let outer = stack.lastIndex { if case .section = $0.kind { true } else { false } } ?? 0
        close(to: depth ?? outer + 1)
        release()
        open(
            .section(Section(num: [.text(mark.printed)], heading: unit.run.content), number),
            lines: unit.lines)
    }

    // MARK: Paragraphs

    private mutating func addNumbered(_ unit: TextUnit, _ mark: Mark) {
        closeParagraph()
        release()
        open(.paragraph(Paragraph(num: [.text(mark.printed)])), lines: unit.lines)
        append(inner(unit))
    }

    /// Adds text without a number; `before` is a mark that proved to be none.
    private mutating func addText(_ unit: TextUnit, before: String?) {
        if let index = paragraphIndex, case .paragraph(let paragraph) = stack[index].kind,
            paragraph.num != nil
        {
            close(to: index + 1)
            release()
        } else {
            closeParagraph()
            release()
            open(.paragraph(Paragraph()), lines: [])
        }
        stack[stack.count - 1].lines += unit.lines
        append(inner(unit, before: before))
    }

    private var paragraphIndex: Int? {
        stack.lastIndex { if case .paragraph = $0.kind { true } else { false } }
    }

    private mutating func closeParagraph() {
        let outer = stack.lastIndex {
            switch $0.kind {
            case .section, .body: true
            default: false
            }
        }
        close(to: (outer ?? 0) + 1)
    }

    /// The text of a unit as a run, or nothing where only its mark was printed.
    private func inner(_ unit: TextUnit, before: String? = nil) -> [Inner] {
        var content = unit.run.content
        if let before {
            if case .text(let text)? = content.first {
                content[0] = .text(before + " " + text)
            } else {
                content.insert(.text(before), at: 0)
            }
        }
        let lines = sourceLines(unit.lines)
        return content.isEmpty ? [] : [.p(P(lines: lines, content: content))]
    }

    // MARK: Lists

    private mutating func addItem(_ unit: TextUnit, _ mark: Mark, _ item: ItemMark) {
        let outer = stack.lastIndex { frame in
            switch frame.kind {
            case .paragraph, .section, .body: true
            case .list, .item: false
            }
        }
        var restarted: Int?
        for index in ((outer ?? 0)..<stack.count).reversed() {
            guard case .list(let open) = stack[index].kind else { continue }
            if let next = open.continued(by: item) {
                close(to: index + 1)
                release()
                stack[index].kind = .list(next)
                openItem(unit, mark)
                return
            }
            if restarted == nil, open.style == item.style, !open.mayNest(item) { restarted = index }
        }
        // Numbers that start again begin a new list in the place of the old one, others a list inside.
        if let restarted { close(to: restarted) }
        release()
        open(.list(ListNumbering(item)), lines: [])
        openItem(unit, mark)
    }

    private mutating func openItem(_ unit: TextUnit, _ mark: Mark) {
        open(.item(Item(num: [.text(mark.printed)])), lines: unit.lines)
        append(inner(unit))
    }

    // MARK: The stack

    private mutating func open(_ kind: Frame.Kind, lines: [Int]) {
        stack.append(Frame(kind))
        stack[stack.count - 1].lines = lines
    }

    /// Puts what interrupted into the innermost open element.
    private mutating func release() {
        let top = stack.count - 1
        for interruption in waiting {
            switch stack[top].kind {
            case .body, .section: stack[top].blocks.append(.interruption(interruption))
            case .paragraph, .item: stack[top].inner.append(.interruption(interruption))
            case .list: stack[top].items.append(.interruption(interruption))
            }
        }
        waiting = []
    }

    private mutating func append(_ content: [Inner]) {
        stack[stack.count - 1].inner += content
    }

    /// Closes elements until `count` are open.
    private mutating func close(to count: Int) {
        while stack.count > count {
            let frame = stack.removeLast()
            stack[stack.count - 1].lines += frame.lines
            put(frame)
        }
    }

    /// Puts a finished element into the one around it.
    private mutating func put(_ frame: Frame) {
        let top = stack.count - 1
        let lines = sourceLines(frame.lines)
        switch frame.kind {
        case .body: break
        case .section(var section, _):
            section.lines = lines.map { SourceLines($0.first...$0.last) }
            section.content = frame.blocks
            stack[top].blocks.append(.section(section))
        case .paragraph(var paragraph):
            paragraph.lines = lines
            paragraph.content = Self.withoutSoleLines(frame.inner)
            stack[top].blocks.append(.paragraph(paragraph))
        case .list:
            let list = List(lines: lines, content: frame.items)
            switch stack[top].kind {
            case .body, .section: stack[top].blocks.append(.list(list))
            case .paragraph, .list, .item: stack[top].inner.append(.list(list))
            }
        case .item(var item):
            item.lines = lines
            item.content = Self.withoutSoleLines(frame.inner)
            stack[top].items.append(.element(item))
        }
    }

    /// A run that is all its element holds says no lines of its own.
    private static func withoutSoleLines(_ content: [Inner]) -> [Inner] {
        guard content.count == 1, case .p(var p) = content[0] else { return content }
        p.lines = nil
        return [.p(p)]
    }

    /// The lines as ranges; blank lines between two of them part no range.
    private func sourceLines(_ lines: [Int]) -> SourceLines? {
        var all: [Int] = []
        for line in lines.sorted() {
            if let last = all.last, last + 1 < line, ((last + 1)..<line).allSatisfy({ isBlank[$0 - 1] }) {
                all += (last + 1)..<line
            }
            all.append(line)
        }
        return SourceLines(lines: all)
    }
}
