// The sections and annexes of a tree: which open ones a heading closes.

extension TreeBuilder {
    /// The numbers of the open sections, outermost first, those of the innermost annex only.
    var openNumbers: [SectionNumber] {
        stack[(stack.lastIndex { if case .annex = $0.kind { true } else { false } } ?? 0)...].compactMap {
            if case .section(_, let number) = $0.kind { number } else { nil }
        }
    }

    /// Opens a section, as deep as the list of contents says, or else by the form of its number.
    ///
    /// - Parameter over: the form of the numbered heading that follows at once: a heading without a number stands above such.
    mutating func openSection(
        _ number: SectionNumber, _ section: Section, lines: [Int], level: Int? = nil,
        over: SectionNumber.Style? = nil
    ) {
        let root = (stack.lastIndex { if case .annex = $0.kind { true } else { false } } ?? 0) + 1
        let sections = stack.indices.filter { if case .section = stack[$0].kind { true } else { false } }
            .filter { $0 >= root }
        if let level {
            close(to: sections.count >= level ? sections[level - 1] : (sections.last ?? root - 1) + 1)
        } else if let over, let under = sections.first(where: { style(of: $0) == over }) {
            let parent = sections.last { $0 < under && style(of: $0)?.isNumbered == false }
            close(to: parent ?? under)
        } else if let sibling = sibling(of: number, in: sections) {
            close(to: sibling)
        } else {
            close(to: (sections.last ?? root - 1) + 1)
        }
        release()
        open(.section(section, number), lines: lines)
    }

    private func style(of index: Int) -> SectionNumber.Style? {
        if case .section(_, let number) = stack[index].kind { number.style } else { nil }
    }

    /// The section that a heading closes, where it goes on beside one.
    private func sibling(of number: SectionNumber, in sections: [Int]) -> Int? {
        let numbers = sections.compactMap { index -> (index: Int, number: SectionNumber)? in
            if case .section(_, let number) = stack[index].kind { (index, number) } else { nil }
        }
        if !number.style.isNumbered { return unnumberedSibling(of: number, numbers) }
        if let same = numbers.first(where: { $0.number.style == number.style }) { return same.index }
        switch number.style {
        case .dotted(let count):
            return numbers.first {
                if case .dotted(let other) = $0.number.style { other >= count } else { false }
            }?.index ?? (numbers.contains { $0.number.style.isNumbered } ? nil : rootWithoutNumber(numbers))
        case .sign(let count):
            return numbers.first {
                if case .sign(let other) = $0.number.style { other >= count } else { true }
            }?.index
        case .part: return numbers.first?.index
        case .capitals, .plain, .listed, .decision, .article, .small: return nil
        case .roman, .letter, .number, .item: return rootWithoutNumber(numbers)
        }
    }

    /// The section that a heading without a number closes: the innermost of its kind, or, for capitals, of any kind
    /// without a number, with at most arabic numbers inside it.
    private func unnumberedSibling(
        of number: SectionNumber, _ numbers: [(index: Int, number: SectionNumber)]
    ) -> Int? {
        var found: Int?
        for (index, open) in numbers.reversed() {
            if open.style == number.style || number.style == .capitals && open.style == .plain {
                found = index
                if open.style == number.style { break }
            } else if open.style != .number, open.style.isNumbered {
                break
            }
        }
        return found
    }

    /// The outermost section, where it has no number and text of its own: a numbered heading is not under it.
    private func rootWithoutNumber(_ numbers: [(index: Int, number: SectionNumber)]) -> Int? {
        guard let root = numbers.first, !root.number.style.isNumbered else { return nil }
        let hasText = stack.count > root.index + 1 || !stack[root.index].blocks.isEmpty
        return hasText ? root.index : nil
    }

    /// Whether a reference to agenda items may follow: right after a heading.
    var awaitsReference: Bool {
        guard case .section(let section, _)? = stack.last?.kind, let top = stack.last else { return false }
        return top.blocks.isEmpty && section.agendaReference == nil && section.heading != nil
    }

    /// Adds the reference to agenda items to the heading before it.
    mutating func add(_ reference: AgendaReference, lines: [Int]) {
        guard case .section(var section, let number)? = stack.last?.kind else { return }
        release()
        if stack[stack.count - 1].blocks.isEmpty {
            section.agendaReference = reference
            stack[stack.count - 1].kind = .section(section, number)
            stack[stack.count - 1].lines += lines
        } else {
            // A page's edge stood between: the reference is text after it.
            open(.paragraph(Paragraph()), lines: lines)
            append([.p(P(content: reference.content))])
        }
    }

    /// Opens an annex: an appendix inside the annex before it, any other beside it.
    mutating func openAnnex(_ title: AnnexTitle, lines: [Int]) {
        let outer = stack.firstIndex { frame in
            guard case .annex(let annex) = frame.kind else { return false }
            return !(title.kind == "appendix" && annex.kind != "appendix")
        }
        let inner = stack.lastIndex { if case .annex = $0.kind { true } else { false } }
        close(to: outer ?? (inner ?? 0) + 1)
        release()
        open(
            .annex(
                Annex(kind: title.kind, num: [.text(title.num)], heading: title.heading.map { [.text($0)] })),
            lines: lines)
    }

    /// Whether the heading of an annex may follow.
    var awaitsAnnexHeading: Bool {
        guard case .annex(let annex)? = stack.last?.kind, let top = stack.last else { return false }
        return annex.heading == nil && top.blocks.isEmpty && waiting.isEmpty
    }

    /// Gives the open annex its heading, or, from a line in brackets, a note above it.
    mutating func addAnnexHeading(_ unit: TextUnit) {
        guard case .annex(var annex)? = stack.last?.kind else { return }
        let text = unit.run.utf8
        if text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") {
            let note = MastheadField(.note, content: unit.run.content)
            annex.masthead.append(.element(note.on(SourceLines(lines: unit.lines))))
        } else {
            annex.heading = unit.run.content
        }
        stack[stack.count - 1].kind = .annex(annex)
        stack[stack.count - 1].lines += unit.lines
    }
}

extension MastheadField {
    /// The same field with its source lines.
    fileprivate func on(_ lines: SourceLines?) -> MastheadField {
        var field = self
        field.lines = lines
        return field
    }
}
