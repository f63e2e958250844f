/// The open elements of a tree that is built in printed order, and what interrupts them.
///
/// What interrupts stands in the deepest element with text both before and after it.
struct TreeBuilder {
    /// An element that may still take in more.
    struct Frame {
        enum Kind {
            case body
            case annex(Annex)
            case section(Section, SectionNumber)
            case paragraph(Paragraph)
            case list(ListNumbering)
            case item(Item)
        }

        var kind: Kind
        /// The source lines of its text so far.
        var lines: [Int] = []
        /// The column that it begins at.
        var indent = 0
        /// What it holds so far: of the three the one that its kind takes.
        var blocks: [Block] = []
        var inner: [Inner] = []
        var items: [Interrupted<Item>] = []

        init(_ kind: Kind) {
            self.kind = kind
        }

        /// Whether blocks stand in it.
        var holdsBlocks: Bool {
            switch kind {
            case .body, .annex, .section: true
            case .paragraph, .list, .item: false
            }
        }
    }

    let isBlank: [Bool]
    var stack = [Frame(.body)]
    var waiting: [Interruption] = []

    init(isBlank: [Bool]) {
        self.isBlank = isBlank
    }

    /// Closes everything and gives the blocks.
    mutating func finished() -> [Block] {
        close(to: 1)
        release()
        return stack[0].blocks
    }

    /// Keeps what interrupts until the next text says where it stands.
    mutating func wait(_ interruption: Interruption) {
        waiting.append(interruption)
    }

    // MARK: Paragraphs

    /// Adds a numbered paragraph; its text is its heading, if that is said.
    mutating func addParagraph(_ unit: TextUnit, num: String, isHeading: Bool = false) {
        closeParagraph()
        release()
        let heading = isHeading ? unit.run.content : nil
        open(
            .paragraph(Paragraph(num: [.text(num)], heading: heading)), lines: unit.lines, indent: unit.indent
        )
        if !isHeading { append(inner(unit)) }
    }

    /// Adds text without a number; `before` is a mark that proved to be none.
    mutating func addText(_ unit: TextUnit, before: String?) {
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

    /// Adds a block that is whole: a table or quotation goes on with a paragraph, a list of contents does not.
    mutating func add(_ block: Block, lines: [Int]) {
        let inner: Inner? =
            switch block {
            case .table(let table): .table(table)
            case .quote(let quote): .quote(quote)
            default: nil
            }
        if let inner, let index = paragraphIndex {
            close(to: index + 1)
            release()
            stack[index].lines += lines
            stack[index].inner.append(inner)
        } else {
            closeParagraph()
            release()
            let top = stack.count - 1
            stack[top].lines += lines
            stack[top].blocks.append(block)
        }
    }

    var paragraphIndex: Int? {
        stack.lastIndex { if case .paragraph = $0.kind { true } else { false } }
    }

    mutating func closeParagraph() {
        close(to: (stack.lastIndex(where: \.holdsBlocks) ?? 0) + 1)
    }

    /// The text of a unit as a run, or nothing where only its mark was printed.
    func inner(_ unit: TextUnit, before: String? = nil) -> [Inner] {
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

    /// Adds an item to the list that its mark goes on with, or to a new one.
    mutating func addItem(_ unit: TextUnit, num: String, _ item: ItemMark, text: ArraySlice<UInt8>? = nil) {
        let outer = stack.lastIndex { frame in
            switch frame.kind {
            case .paragraph, .annex, .section, .body: true
            case .list, .item: false
            }
        }
        var restarted: Int?
        for index in ((outer ?? 0)..<stack.count).reversed() {
            guard case .list(let open) = stack[index].kind else { continue }
            if let next = open.continued(by: item), !(open.isBulleted && isSetIn(unit, from: index)),
                !isSetOut(unit, from: index, item)
            {
                close(to: index + 1)
                release()
                stack[index].kind = .list(next)
                openItem(unit, num, text)
                return
            }
            if restarted == nil, open.style == item.style, !open.mayNest(item), !isSetIn(unit, from: index) {
                restarted = index
            }
        }
        // Numbers that start again begin a new list in the place of the old one, others a list inside.
        if let restarted {
            close(to: restarted)
        } else if let number = item.number, number > 1 {
            // A number that counts on from a list that has ended is not inside another.
            close(to: (outer ?? 0) + 1)
        } else {
            closeDeeperLists(than: unit.indent, from: outer ?? 0)
        }
        release()
        open(.list(ListNumbering(item)), lines: [], indent: unit.indent)
        openItem(unit, num, text)
    }

    /// Whether an item is set in under the innermost list, whose marks are drawn as its own.
    func isSetIn(_ unit: TextUnit, from index: Int) -> Bool {
        index == stack.lastIndex { if case .list = $0.kind { true } else { false } }
            && unit.indent >= stack[index].indent + 3 && unit.indent < stack[index].indent + 20
    }

    /// Whether an item stands left of a list, at the place of one around it that it goes on with too.
    func isSetOut(_ unit: TextUnit, from index: Int, _ item: ItemMark) -> Bool {
        guard unit.indent + 3 <= stack[index].indent else { return false }
        return stack[..<index].contains { frame in
            guard case .list(let open) = frame.kind else { return false }
            return frame.indent < stack[index].indent && open.continued(by: item) != nil
        }
    }

    /// Closes the lists that are set in more than a new one.
    mutating func closeDeeperLists(than indent: Int, from outer: Int) {
        let deeper = stack.indices.first { index in
            guard index > outer, case .list = stack[index].kind else { return false }
            return stack[index].indent > indent
        }
        if let deeper { close(to: deeper) }
    }

    mutating func openItem(_ unit: TextUnit, _ num: String, _ text: ArraySlice<UInt8>?) {
        open(.item(Item(num: [.text(num)])), lines: unit.lines, indent: unit.indent)
        if let text {
            let rest =
                text.isEmpty
                ? [] : [Inner.p(P(lines: sourceLines(unit.lines), content: [.text(text.string)]))]
            append(rest)
        } else {
            append(inner(unit))
        }
    }

    /// Adds text to the item that was opened last.
    mutating func addToItem(_ unit: TextUnit) {
        release()
        stack[stack.count - 1].lines += unit.lines
        append(inner(unit))
    }

    // MARK: The stack

    mutating func open(_ kind: Frame.Kind, lines: [Int], indent: Int = 0) {
        stack.append(Frame(kind))
        stack[stack.count - 1].lines = lines
        stack[stack.count - 1].indent = indent
    }

    /// Puts what interrupted into the innermost open element.
    mutating func release() {
        let top = stack.count - 1
        for interruption in waiting {
            switch stack[top].kind {
            case .body, .annex, .section: stack[top].blocks.append(.interruption(interruption))
            case .paragraph, .item: stack[top].inner.append(.interruption(interruption))
            case .list: stack[top].items.append(.interruption(interruption))
            }
        }
        waiting = []
    }

    mutating func append(_ content: [Inner]) {
        stack[stack.count - 1].inner += content
    }

    /// Closes elements until `count` are open.
    mutating func close(to count: Int) {
        while stack.count > count {
            let frame = stack.removeLast()
            stack[stack.count - 1].lines += frame.lines
            put(frame)
        }
    }

    /// Puts a finished element into the one around it.
    mutating func put(_ frame: Frame) {
        let top = stack.count - 1
        let lines = sourceLines(frame.lines)
        switch frame.kind {
        case .body: break
        case .annex(var annex):
            annex.lines = lines.map { SourceLines($0.first...$0.last) }
            annex.content = frame.blocks
            stack[top].blocks.append(.annex(annex))
        case .section(var section, _):
            section.lines = lines.map { SourceLines($0.first...$0.last) }
            section.content = frame.blocks
            stack[top].blocks.append(.section(section))
        case .paragraph(var paragraph):
            paragraph.lines = lines
            paragraph.content = frame.inner.withoutSoleLines
            stack[top].blocks.append(.paragraph(paragraph))
        case .list(let numbering):
            let list = List(
                lines: lines, kind: numbering.style == "vote" ? "vote" : nil, content: frame.items)
            if stack[top].holdsBlocks {
                stack[top].blocks.append(.list(list))
            } else {
                stack[top].inner.append(.list(list))
            }
        case .item(var item):
            item.lines = lines
            item.content = frame.inner.withoutSoleLines
            stack[top].items.append(.element(item))
        }
    }

    /// The lines as ranges; blank lines between two of them part no range.
    func sourceLines(_ lines: [Int]) -> SourceLines? {
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
