// Sections, paragraphs and what stands among them.

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
    mutating func block(_ node: Int32, _ context: Context) {
        switch tree[node].name {
        case .p, .block: paragraphOfText(node, context)
        case .from, .scene, .narrative, .summary:
            losses.note(element: node, in: tree)
            paragraphOfText(node, context)
        case .content, .alinea, .intro, .wrapUp, .listIntroduction, .listWrapUp: transparent(node, context)
        case .list, .sublist, .blockList, .ul, .ol: list(node, context)
        case .table: table(node, context)
        case .paragraph, .subparagraph, .clause, .subclause, .rule, .subrule, .proviso, .point, .indent,
            .transitional, .recital, .citation:
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

    /// Reads what an element holds as if it stood in its place; with a number or heading it is a section where one may be.
    private mutating func transparent(_ node: Int32, _ context: Context) {
        let heads = AKNHeads(of: node, in: tree)
        if context == .blocks, tree[node].name == .alinea {
            start(.paragraph, at: node)
            takeAttributes(of: node, as: .paragraph)
            emit(head: .num, heads.num)
            emit(head: .heading, heads.heading)
            flow(node, .inner) { reader, child in child != heads.num && child != heads.heading }
            end()
        } else if context == .blocks, heads.num != nil || heads.heading != nil, !isOwn {
            section(node, context)
        } else {
            if !heads.isEmpty, !isOwn { losses.note(flattened: node, in: tree) }
            noteAttributes(of: node)
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
            if !AKNHeads(of: node, in: tree).isEmpty { losses.note(flattened: node, in: tree) }
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
        for other in others { losses.note(flattened: other, in: tree) }
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
}
