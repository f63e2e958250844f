// Sections, paragraphs, lists, tables and what stands among them.

extension AKNReader {
    /// Reads what a node holds.
    mutating func flow(
        _ parent: Int32, _ context: Context, where isWanted: (AKNReader, Int32) -> Bool = { _, _ in true }
    ) {
        var loose: [Int32] = []
        var points: [Int32] = []
        for node in tree.children(of: parent) {
            if tree[node].isText
                || Self.isInline(tree[node].name) && !holdsBlocks(node) && !isBlockLevel(node)
            {
                if isWanted(self, node) { loose.append(node) }
                continue
            }
            if loose.contains(where: { !tree.isBlank($0) }) {
                emit(points: points, context)
                points = []
                emit(loose: loose, context, isRun: true)
            }
            loose = []
            guard isWanted(self, node) else { continue }
            if isPoint(node, context) {
                points.append(node)
                continue
            }
            emit(points: points, context)
            points = []
            block(node, context)
        }
        emit(points: points, context)
        emit(loose: loose, context, isRun: true)
    }

    /// Reads one element that is no text.
    private mutating func block(_ node: Int32, _ context: Context) {
        switch tree[node].name {
        case .p, .block: paragraphOfText(node, context)
        case .content, .alinea, .intro, .wrapUp, .listIntroduction, .listWrapUp: transparent(node, context)
        case .list, .sublist, .blockList, .ul, .ol: list(node, context)
        case .table: table(node)
        case .paragraph, .subparagraph, .clause, .subclause, .rule, .subrule, .proviso, .point, .indent,
            .transitional:
            numbered(node, context)
        case .section, .part, .chapter, .title, .article, .book, .tome, .division, .subsection, .subpart,
            .subchapter, .subtitle, .subdivision, .level:
            section(node, context)
        case .crossHeading: crossHeading(node, context)
        case .hcontainer: container(node, context)
        case .embeddedStructure, .quotedStructure: quote(node, context)
        case .marker, .authorialNote:
            if let note = tree[node].name == .marker ? note(placedBy: node) : node { emit(note: note) }
        case .subFlow where isInterruption(node): interruption(node)
        case .toc: contents(node, [node], context)
        case .meta: break
        case .num, .heading, .subheading, .caption, .longTitle, .formula: emit(loose: [node], context)
        case .tr, .td, .th, .li, .item: transparent(node, context)
        case nil:
            losses.note(element: node, in: tree)
            transparent(node, context)
        default:
            if !isOwn, !Self.isPart(tree[node].name) { losses.note(element: node, in: tree) }
            transparent(node, context)
        }
    }

    /// Whether an element is a part of every document.
    private static func isPart(_ name: AKNName?) -> Bool {
        switch name {
        case .mainBody, .body, .preamble, .conclusions, .container, .subFlow, .collectionBody, .debateBody,
            .judgmentBody, .amendmentBody, .portionBody:
            true
        default: false
        }
    }

    /// Reads what an element holds as if it stood in its place.
    private mutating func transparent(_ node: Int32, _ context: Context) {
        let heads = AKNHeads(of: node, in: tree)
        let hasHeads = heads.num != nil || heads.heading != nil || heads.subheading != nil
        if context == .blocks, tree[node].name == .alinea {
            start(.paragraph, at: node)
            takeAttributes(of: node, as: .paragraph)
            emit(head: .num, heads.num)
            emit(head: .heading, heads.heading)
            flow(node, .inner) { reader, child in child != heads.num && child != heads.heading }
            end()
        } else {
            if hasHeads, !isOwn { losses.note(flattened: node, in: tree) }
            flow(node, context)
        }
    }

    // MARK: - Hierarchy

    private mutating func section(_ node: Int32, _ context: Context) {
        guard context == .blocks else {
            losses.note(flattened: node, in: tree)
            return flow(node, context)
        }
        start(.section, at: node)
        takeAttributes(of: node, as: .section)
        content(of: node, .blocks)
        end()
    }

    private mutating func numbered(_ node: Int32, _ context: Context) {
        guard context == .blocks else {
            let heads = AKNHeads(of: node, in: tree)
            if heads.num != nil || heads.heading != nil { losses.note(flattened: node, in: tree) }
            return flow(node, context)
        }
        start(.paragraph, at: node)
        takeAttributes(of: node, as: .paragraph)
        content(of: node, .inner)
        end()
    }

    /// Reads the heads of a section or paragraph, then the rest.
    private mutating func content(of node: Int32, _ context: Context) {
        let heads = AKNHeads(of: node, in: tree)
        emit(head: .num, heads.num)
        var others = heads.others
        if isOwn {
            emit(head: .heading, heads.heading)
            emit(head: .agendaReference, heads.subheading)
        } else if let subheading = heads.subheading, heads.heading == nil {
            losses.note(habit: .aknSubheading, at: subheading)
            emit(head: .heading, subheading)
        } else {
            emit(head: .heading, heads.heading)
            if let subheading = heads.subheading { others.insert(subheading, at: 0) }
        }
        emit(loose: others, context)
        flow(node, context) { reader, child in !AKNHeads.isHead(reader.tree[child].name) }
    }

    private mutating func crossHeading(_ node: Int32, _ context: Context) {
        guard context == .blocks else { return emit(loose: [node], context) }
        start(.paragraph, at: node)
        takeAttributes(of: node, as: .paragraph)
        emit(head: .heading, node)
        end()
    }

    private mutating func container(_ node: Int32, _ context: Context) {
        switch tree.value(.name, of: node) ?? "" {
        case "furniture", "unrecognized": interruption(node)
        case "table", "quote", "footnotes": flow(node, context)
        case "masthead" where isOwn: break
        case "contents" where context == .blocks: contents(node, [], context)
        case "annex" where context == .blocks: innerAnnex(node)
        default:
            let heads = AKNHeads(of: node, in: tree)
            if heads.num != nil || heads.heading != nil {
                section(node, context)
            } else {
                flow(node, context)
            }
        }
    }

    private mutating func innerAnnex(_ node: Int32) {
        start(.annex, at: node)
        takeAttributes(of: node, as: .annex)
        let heads = AKNHeads(of: node, in: tree)
        emit(head: .num, heads.num)
        let masthead = tree.children(of: node).first {
            tree[$0].name == .hcontainer && tree.value(.name, of: $0) == "masthead"
        }
        if let masthead {
            readMasthead(parts: Array(tree.children(of: masthead)).filter { tree[$0].name == .content })
        }
        emit(head: .heading, heads.heading)
        emit(loose: heads.others + [heads.subheading].compactMap(\.self), .blocks)
        flow(node, .blocks) { reader, child in
            !AKNHeads.isHead(reader.tree[child].name) && child != masthead
        }
        end()
    }

    /// Emits a head of the element that is open.
    mutating func emit(head name: ElementName, _ node: Int32?) {
        guard let node else { return }
        start(name, at: node)
        takeAttributes(of: node, as: name)
        text(node)
        end()
    }

    // MARK: - Text

    private mutating func paragraphOfText(_ node: Int32, _ context: Context) {
        if tree.ownValue("wrapper", of: node) != nil || holdsBlocks(node) { return flow(node, context) }
        // A `p` that is white space only, as a spacer, says nothing; one of ours may have lines.
        if !isOwn, tree.children(of: node).allSatisfy({ tree.isBlank($0) }) { return }
        if context == .blocks { start(.paragraph, at: node) }
        start(.p, at: node)
        takeAttributes(of: node, as: .p)
        text(node)
        end()
        if context == .blocks { end() }
    }

    /// Emits texts that stand where only elements are expected: each by itself, or all as one run.
    mutating func emit(loose nodes: [Int32], _ context: Context, isRun: Bool = false) {
        guard let first = nodes.first(where: { !tree.isBlank($0) }) else { return }
        if isRun, tree[first].isText || !isOwn { losses.note(habit: .aknMisplacedText, at: first) }
        for run in isRun ? [nodes] : nodes.map({ [$0] }) {
            if context == .blocks { start(.paragraph, at: run[0]) }
            start(.p, at: run[0])
            for node in run {
                if tree[node].isText || Self.isInline(tree[node].name) { inline(node) } else { text(node) }
            }
            end()
            if context == .blocks { end() }
        }
    }

    private mutating func interruption(_ node: Int32) {
        let name: ElementName = tree.value(.name, of: node) == "furniture" ? .furniture : .unrecognized
        start(name, at: node)
        takeAttributes(of: node, as: name)
        printed(node)
        end()
    }

    /// Reads characters and line breaks, and nothing else.
    private mutating func printed(_ node: Int32) {
        for child in tree.children(of: node) {
            if tree[child].isText {
                // Between `content` and `p` white space is layout.
                if tree[node].name == .p || !tree.isBlank(child) { emitText(child) }
            } else if tree[child].name == .br {
                start(.lineBreak, at: child)
                end()
            } else {
                printed(child)
            }
        }
    }

    private mutating func quote(_ node: Int32, _ context: Context) {
        guard context != .quoted, hasContent(node) else { return flow(node, context) }
        start(.quote, at: node)
        takeAttributes(of: node, as: .quote)
        flow(node, .quoted)
        end()
    }

    // MARK: - Lists

    private func isPoint(_ node: Int32, _ context: Context) -> Bool {
        switch tree[node].name {
        case .point, .indent, .item, .li: true
        case .paragraph, .subparagraph, .clause, .subclause, .rule, .subrule, .alinea:
            context != .blocks && !isOwn && tree.first(.num, in: node) != nil
        default: false
        }
    }

    /// Emits points that stand in no list as one.
    private mutating func emit(points: [Int32], _ context: Context) {
        guard let first = points.first else { return }
        start(.list, at: first)
        for point in points { item(point) }
        end()
    }

    private mutating func list(_ node: Int32, _ context: Context) {
        var before: [Int32] = []
        var items: [Int32] = []
        var after: [Int32] = []
        for child in tree.children(of: node) where !tree.isBlank(child) {
            switch tree[child].name {
            case .intro, .listIntroduction, .num, .heading, .subheading: before.append(child)
            case .wrapUp, .listWrapUp: after.append(child)
            default: items.append(child)
            }
        }
        let needsParagraph = context == .blocks && !(before.isEmpty && after.isEmpty)
        let inner = needsParagraph ? Context.inner : context
        if needsParagraph { start(.paragraph, at: node) }
        for child in before { introduction(child, inner) }
        if !items.isEmpty {
            start(.list, at: node)
            takeAttributes(of: node, as: .list)
            for child in items { item(child) }
            end()
        }
        for child in after { introduction(child, inner) }
        if needsParagraph { end() }
    }

    private mutating func introduction(_ node: Int32, _ context: Context) {
        let holdsOnlyText = tree.children(of: node).allSatisfy {
            tree[$0].isText || Self.isInline(tree[$0].name)
        }
        if AKNHeads.isHead(tree[node].name) || holdsOnlyText {
            emit(loose: [node], context)
        } else {
            flow(node, context)
        }
    }

    private mutating func item(_ node: Int32) {
        switch tree[node].name {
        case .hcontainer where isInterruption(node) || tree.value(.name, of: node) == "footnotes":
            return block(node, .inner)
        case .point, .indent, .item, .li, .paragraph, .subparagraph, .clause, .subclause, .rule, .subrule,
            .alinea:
            break
        default:
            start(.item, at: node)
            if tree[node].isText || Self.isInline(tree[node].name) {
                emit(loose: [node], .inner)
            } else {
                block(node, .inner)
            }
            return end()
        }
        start(.item, at: node)
        takeAttributes(of: node, as: .item)
        let heads = AKNHeads(of: node, in: tree)
        emit(head: .num, heads.num)
        emit(loose: [heads.heading, heads.subheading].compactMap(\.self) + heads.others, .inner)
        flow(node, .inner) { reader, child in !AKNHeads.isHead(reader.tree[child].name) }
        end()
    }

    // MARK: - Tables

    private mutating func table(_ node: Int32) {
        let rows = Array(tree.children(of: node)).filter {
            tree[$0].name == .tr && tree.first(.td, .th, in: $0) != nil
        }
        let caption = tree.first(.caption, in: node)
        guard !rows.isEmpty else { return flow(node, .inner) }
        start(.table, at: node)
        takeAttributes(of: node, as: .table)
        if let caption { self.caption(caption) }
        for row in rows {
            if tree.value(.class, of: row) == "interruption" {
                for cell in tree.children(of: row) where !tree[cell].isText { flow(cell, .inner) }
                continue
            }
            start(.row, at: row)
            takeAttributes(of: row, as: .row)
            for cell in tree.children(of: row) where tree[cell].name == .td || tree[cell].name == .th {
                start(.cell, at: cell)
                if tree[cell].name == .th { builder.attribute(.kind, "label") }
                for (name, attribute) in [(AKNName.colspan, AttributeName.columns), (.rowspan, .rows)] {
                    if let value = tree.value(name, of: cell), let number = Int(digits: value.utf8) {
                        builder.attribute(attribute, "\(number)")
                    }
                }
                takeAttributes(of: cell, as: .cell)
                flow(cell, .inner)
                end()
            }
            end()
        }
        end()
    }

    private mutating func caption(_ node: Int32) {
        let parts = Array(tree.children(of: node)).filter { !tree.isBlank($0) }
        let isOurs = parts.allSatisfy {
            tree[$0].name == .inline && ["num", "heading"].contains(tree.value(.name, of: $0) ?? "")
        }
        guard isOurs, !parts.isEmpty else { return emit(head: .heading, node) }
        for part in parts {
            emit(head: tree.value(.name, of: part) == "num" ? .num : .heading, part)
        }
    }

    // MARK: - Contents

    private mutating func contents(_ node: Int32, _ parts: [Int32], _ context: Context) {
        guard context == .blocks else {
            losses.note(flattened: node, in: tree)
            for item in tree.children(of: node) where !tree[item].isText { emit(loose: [item], context) }
            return
        }
        start(.contents, at: node)
        takeAttributes(of: node, as: .contents)
        emit(head: .heading, AKNHeads(of: node, in: tree).heading)
        let parts =
            parts.isEmpty ? tree.first(.content, in: node).map { Array(tree.children(of: $0)) } ?? [] : parts
        for part in parts where !tree[part].isText {
            guard tree[part].name == .toc else {
                flow(part, .inner)
                continue
            }
            for item in tree.children(of: part) where tree[item].name == .tocItem { entry(item) }
        }
        end()
    }

    private mutating func entry(_ node: Int32) {
        start(.entry, at: node)
        takeAttributes(of: node, as: .entry)
        if !isOwn, let level = tree.value(.level, of: node), let number = Int(digits: level.utf8) {
            builder.attribute(.level, "\(number)")
        }
        let parts = Array(tree.children(of: node)).filter { !tree.isBlank($0) }
        let names: [(String, ElementName)] = [
            ("num", .num), ("heading", .heading), ("agendaReference", .agendaReference),
            ("paragraphs", .paragraphs), ("page", .page),
        ]
        let known = parts.allSatisfy { part in
            tree[part].name == .inline && names.contains { $0.0 == tree.value(.name, of: part) }
        }
        if known {
            for (name, element) in names {
                for part in parts where tree.value(.name, of: part) == name { emit(head: element, part) }
            }
        } else {
            emit(head: .heading, node)
        }
        end()
    }

    // MARK: - What a node is

    private func isInterruption(_ node: Int32) -> Bool {
        let name = tree.value(.name, of: node) ?? ""
        return name == "furniture" || name == "unrecognized"
    }

    /// Whether an element of texts holds blocks here: a note, or the marker of one, where the note was printed, and a
    /// flow of blocks.
    private func isBlockLevel(_ node: Int32) -> Bool {
        switch tree[node].name {
        case .subFlow: tree.value(.name, of: node) == "blocks"
        case .marker: tree.value(.name, of: node) == "footnotePlace"
        case .authorialNote: tree.ownValue("place", of: node) == "printed"
        default: false
        }
    }

    private func hasContent(_ node: Int32) -> Bool {
        tree.children(of: node).contains { !tree.isBlank($0) }
    }

    /// Whether blocks stand inside a text, so that it has to be taken apart.
    func holdsBlocks(_ node: Int32) -> Bool {
        tree.children(of: node).contains { child in
            switch tree[child].name {
            case .authorialNote: false
            case .subFlow: tree.value(.name, of: child) == "blocks"
            case .embeddedStructure, .quotedStructure, .table, .blockList, .ul, .ol, .list, .p, .tblock,
                .blockContainer,
                .container, .toc:
                true
            default: !tree[child].isText && Self.isInline(tree[child].name) && holdsBlocks(child)
            }
        }
    }

    /// Whether an element stands in texts.
    static func isInline(_ name: AKNName?) -> Bool {
        guard let name else { return false }
        let value = name.rawValue
        return value >= AKNName.a.rawValue && value <= AKNName.docketNumber.rawValue
            && name != .embeddedStructure && name != .quotedStructure
    }
}
