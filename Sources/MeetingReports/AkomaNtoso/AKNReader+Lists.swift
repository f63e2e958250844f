// Lists and their points.

extension AKNReader {
    func isPoint(_ node: Int32, _ context: Context) -> Bool {
        switch tree[node].name {
        case .point, .indent, .item, .li: true
        case .paragraph, .subparagraph, .clause, .subclause, .rule, .subrule, .alinea:
            context != .blocks && !isOwn && tree.first(.num, in: node) != nil
        default: false
        }
    }

    /// Emits points that stand in no list as one.
    mutating func emit(points: [Int32], _ context: Context) {
        guard let first = points.first else { return }
        start(.list, at: first)
        for point in points { item(point) }
        end()
    }

    mutating func list(_ node: Int32, _ context: Context) {
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
}
