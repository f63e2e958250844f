// What a node is, by its name and what it holds.

extension AKNReader {
    func isInterruption(_ node: Int32) -> Bool {
        let name = tree.value(.name, of: node) ?? ""
        return name == "furniture" || name == "unrecognized"
    }

    /// Whether an element of texts holds blocks here: a note, or the marker of one, where the note was printed, and a
    /// flow of blocks.
    func isBlockLevel(_ node: Int32) -> Bool {
        switch tree[node].name {
        case .subFlow: tree.value(.name, of: node) == "blocks"
        case .marker: tree.value(.name, of: node) == "footnotePlace"
        case .authorialNote: tree.ownValue("place", of: node) == "printed"
        default: false
        }
    }

    func hasContent(_ node: Int32) -> Bool {
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
