internal import LibXML

/// Builds the tree of a document from the parser's events.
final class AKNTreeBuilder: XMLEventHandler {
    /// What the parser says of the document, with places.
    private(set) var messages: [(message: XMLMessage, offset: Int)] = []
    /// The namespace of the root element, and its name.
    private(set) var root: (namespace: String?, name: String, offset: Int)?
    /// Where comments and processing instructions stand.
    private(set) var notKept: [(what: String, offset: Int)] = []

    private var nodes: [AKNTree.Node] = []
    private var attributes: [AKNTree.Attribute] = []
    private var texts: [UInt8] = []
    private var otherNames: [Int32: String] = [:]
    /// The open elements with their last nodes.
    private var open: [(node: Int32, last: Int32?)] = []
    private var isFinal = true

    /// The tree of what was read so far.
    var tree: AKNTree {
        AKNTree(
            nodes: nodes, attributes: attributes, texts: texts, otherNames: otherNames,
            namespace: root?.namespace ?? "")
    }

    func startElement(_ tag: borrowing XMLStartTag) {
        if root == nil {
            root = (tag.namespace, tag.localName, tag.offset)
            isFinal = tag.isInExpectedNamespace
        }
        let isAKN = tag.isInExpectedNamespace || !isFinal && tag.namespace == root?.namespace
        let name = isAKN ? UInt8(exactly: tag.name).flatMap(AKNName.init(rawValue:)) : nil
        let first = attributes.count
        for position in 0..<tag.attributeCount { addAttribute(tag, position) }
        let node = add(
            AKNTree.Node(
                name: name, isText: false, parent: open.last?.node ?? -1,
                range: first..<attributes.count, offset: tag.offset, end: tag.end))
        if name == nil {
            let isOwn = !isAKN && tag.namespace == XMLNamespace.record
            otherNames[node] = (isAKN ? "" : isOwn ? "rr:" : "*:") + tag.localName
        }
        open.append((node, nil))
    }

    private func addAttribute(_ tag: borrowing XMLStartTag, _ position: Int) {
        let value = tag.attributeValue(at: position)
        if tag.attributeHasNoNamespace(at: position) {
            let name = UInt8(exactly: tag.attributeName(at: position)).flatMap(AKNName.init(rawValue:))
            attributes.append(
                AKNTree.Attribute(
                    space: .none, name: name, own: nil,
                    localName: name?.text ?? tag.attributeLocalName(at: position), value: value))
            return
        }
        let space: AKNTree.Space =
            if tag.attribute(at: position, isIn: XMLNamespace.record) {
                .own
            } else if tag.attribute(at: position, isIn: AKNNamespace.xml) {
                .xml
            } else {
                .other
            }
        let localName = tag.attributeLocalName(at: position)
        attributes.append(
            AKNTree.Attribute(
                space: space, name: nil, own: space == .own ? AttributeName(named: localName) : nil,
                localName: localName, value: value))
    }

    func characters(_ utf8: Span<UInt8>, at offset: Int) {
        guard !open.isEmpty else { return }
        let start = texts.count
        utf8.withUnsafeBufferPointer { texts.append(contentsOf: $0) }
        // Adjacent texts become one.
        if let last = open[open.count - 1].last.map(Int.init), nodes[last].isText,
            nodes[last].range.upperBound == start
        {
            nodes[last].range = nodes[last].range.lowerBound..<texts.count
            return
        }
        _ = add(
            AKNTree.Node(
                name: nil, isText: true, parent: open[open.count - 1].node, range: start..<texts.count,
                offset: offset))
    }

    /// Adds a node behind the last one in the element that is open.
    private func add(_ node: AKNTree.Node) -> Int32 {
        let index = Int32(nodes.count)
        nodes.append(node)
        if let last = open.last?.last {
            nodes[Int(last)].next = index
        } else if node.parent >= 0 {
            nodes[Int(node.parent)].first = index
        }
        if !open.isEmpty { open[open.count - 1].last = index }
        return index
    }

    func endElement(at offset: Int, endingAt end: Int) {
        let (node, _) = open.removeLast()
        if let parent = open.last?.node, nodes[Int(parent)].name == .meta { nodes[Int(node)].end = end }
    }

    func message(_ message: XMLMessage, at offset: Int) { messages.append((message, offset)) }
    func comment(at offset: Int) { notKept.append(("A comment", offset)) }
    func processingInstruction(at offset: Int) { notKept.append(("A processing instruction", offset)) }
}
