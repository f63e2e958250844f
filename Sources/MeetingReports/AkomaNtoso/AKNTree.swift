internal import LibXML

/// A document of Akoma Ntoso as a tree in a few arrays: nodes in document order, attributes and texts beside them.
final class AKNTree {
    /// An element or a text.
    struct Node {
        /// The element; nil for a text, and for an element that is not of Akoma Ntoso or not known.
        var name: AKNName?
        var isText: Bool
        /// The next node of the same parent, 0 for none.
        var next: Int32 = 0
        /// The first node inside, 0 for none.
        var first: Int32 = 0
        /// The node that it stands in.
        var parent: Int32
        /// The attributes in ``attributes``, or the bytes in ``texts``.
        var range: Range<Int>
        /// The byte of the source at which it begins.
        var offset: Int
    }

    /// Where an attribute's name is from.
    enum Space: Hashable {
        case none, own, xml, other
    }

    /// An attribute.
    struct Attribute {
        var space: Space
        /// The name where the reader knows it, of this vocabulary or of records.
        var name: AKNName?
        var own: AttributeName?
        var localName: String
        var value: String
    }

    private(set) var nodes: [Node] = []
    private(set) var attributes: [Attribute] = []
    private(set) var texts: [UInt8] = []
    /// The names of elements that are not known, by node, with their prefix where they are of another namespace.
    private(set) var otherNames: [Int32: String] = [:]
    /// The namespace of the root, where it is one of Akoma Ntoso.
    private(set) var namespace = AKNNamespace.final

    /// The nodes inside a node, in order.
    func children(of node: Int32) -> Children {
        Children(tree: self, upcoming: nodes[Int(node)].first)
    }

    /// Goes through the nodes inside a node.
    struct Children: Sequence, IteratorProtocol {
        fileprivate let tree: AKNTree
        fileprivate var upcoming: Int32

        mutating func next() -> Int32? {
            guard upcoming != 0 else { return nil }
            defer { upcoming = tree.nodes[Int(upcoming)].next }
            return upcoming
        }
    }

    subscript(_ node: Int32) -> Node { nodes[Int(node)] }

    /// An element's name as written but for its prefix.
    func name(of node: Int32) -> String {
        self[node].name?.text ?? otherNames[node] ?? "text()"
    }

    /// The value of an attribute without namespace.
    func value(_ name: AKNName, of node: Int32) -> String? {
        guard !self[node].isText else { return nil }
        for attribute in attributes[self[node].range] where attribute.space == .none && attribute.name == name
        {
            return attribute.value
        }
        return nil
    }

    /// The value of an attribute in the namespace of records.
    func ownValue(_ name: String, of node: Int32) -> String? {
        guard !self[node].isText else { return nil }
        return attributes[self[node].range].first { $0.space == .own && $0.localName == name }?.value
    }

    /// Whether a text is white space only; false for elements.
    func isBlank(_ node: Int32) -> Bool {
        self[node].isText && texts[self[node].range].allSatisfy(\.isXMLSpace)
    }

    /// The first element inside a node that has one of these names.
    func first(_ names: AKNName..., in node: Int32) -> Int32? {
        children(of: node).first { child in self[child].name.map(names.contains) == true }
    }

    /// The characters of a node.
    func text(of node: Int32) -> String {
        var bytes: [UInt8] = []
        func collect(_ node: Int32) {
            if self[node].isText { bytes += texts[self[node].range] }
            for child in children(of: node) { collect(child) }
        }
        collect(node)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The path of an element, `/akomaNtoso/statement[1]/mainBody[1]/p[2]`.
    func path(of node: Int32) -> String {
        var steps: [String] = []
        var node = node
        while node > 0 || !nodes.isEmpty {
            let name = name(of: node)
            let parent = self[node].parent
            guard parent >= 0 else {
                steps.append(name)
                break
            }
            var number = 0
            for sibling in children(of: parent) where self.name(of: sibling) == name {
                number += 1
                if sibling == node { break }
            }
            steps.append("\(name)[\(number)]")
            node = parent
        }
        return "/" + steps.reversed().joined(separator: "/")
    }

    /// A node and all that it holds, which follow one another.
    func nodes(of node: Int32) -> Range<Int32> {
        var next = self[node].next
        var parent = self[node].parent
        while next == 0, parent >= 0 {
            next = self[parent].next
            parent = self[parent].parent
        }
        return node..<(next == 0 ? Int32(nodes.count) : next)
    }

    // MARK: - Building

    func begin(namespace: String) {
        self.namespace = namespace
        nodes.reserveCapacity(1024)
    }

    func add(_ node: Node, after sibling: Int32?) -> Int32 {
        let index = Int32(nodes.count)
        nodes.append(node)
        if let sibling {
            nodes[Int(sibling)].next = index
        } else if node.parent >= 0 {
            nodes[Int(node.parent)].first = index
        }
        return index
    }

    func add(_ attribute: Attribute) { attributes.append(attribute) }
    func add(otherName: String, of node: Int32) { otherNames[node] = otherName }
    func closeAttributes(of node: Int32) {
        nodes[Int(node)].range = nodes[Int(node)].range.lowerBound..<attributes.count
    }

    /// Adds characters; adjacent texts become one.
    func add(text: Span<UInt8>, in parent: Int32, after sibling: Int32?, at offset: Int) -> Int32 {
        let start = texts.count
        text.withUnsafeBufferPointer { texts.append(contentsOf: $0) }
        if let sibling, nodes[Int(sibling)].isText, nodes[Int(sibling)].range.upperBound == start {
            nodes[Int(sibling)].range = nodes[Int(sibling)].range.lowerBound..<texts.count
            return sibling
        }
        return add(
            Node(name: nil, isText: true, parent: parent, range: start..<texts.count, offset: offset),
            after: sibling)
    }
}

/// Builds the tree of a document from the parser's events.
final class AKNTreeBuilder: XMLEventHandler {
    let tree = AKNTree()
    /// What the parser says of the document, with places.
    private(set) var messages: [(message: XMLMessage, offset: Int)] = []
    /// The namespace of the root element, and its name.
    private(set) var root: (namespace: String?, name: String, offset: Int)?
    /// Where comments and processing instructions stand.
    private(set) var notKept: [(what: String, offset: Int)] = []

    /// The open elements with their last nodes.
    private var open: [(node: Int32, last: Int32?)] = []
    private var isFinal = true

    func startElement(_ tag: borrowing XMLStartTag) {
        if root == nil {
            root = (tag.namespace, tag.localName, tag.offset)
            isFinal = tag.isInExpectedNamespace
            tree.begin(namespace: tag.namespace ?? "")
        }
        let isAKN = isFinal ? tag.isInExpectedNamespace : tag.namespace == tree.namespace
        let name = isAKN ? UInt8(exactly: tag.name).flatMap(AKNName.init(rawValue:)) : nil
        let node = tree.add(
            AKNTree.Node(
                name: name, isText: false, parent: open.last?.node ?? -1,
                range: tree.attributes.count..<tree.attributes.count, offset: tag.offset),
            after: open.last?.last)
        if name == nil {
            tree.add(
                otherName: (isAKN ? "" : tag.namespace == XMLNamespace.record ? "rr:" : "*:") + tag.localName,
                of: node)
        }
        for position in 0..<tag.attributeCount { addAttribute(tag, position) }
        tree.closeAttributes(of: node)
        if !open.isEmpty { open[open.count - 1].last = node }
        open.append((node, nil))
    }

    private func addAttribute(_ tag: borrowing XMLStartTag, _ position: Int) {
        let value = tag.attributeValue(at: position)
        if tag.attributeHasNoNamespace(at: position) {
            let name = UInt8(exactly: tag.attributeName(at: position)).flatMap(AKNName.init(rawValue:))
            tree.add(
                AKNTree.Attribute(
                    space: .none, name: name, own: nil,
                    localName: name?.text ?? tag.attributeLocalName(at: position), value: value))
            return
        }
        let namespace = tag.attributeNamespace(at: position)
        let localName = tag.attributeLocalName(at: position)
        let space: AKNTree.Space =
            namespace == XMLNamespace.record ? .own : namespace == AKNNamespace.xml ? .xml : .other
        tree.add(
            AKNTree.Attribute(
                space: space, name: nil, own: space == .own ? AttributeName(named: localName) : nil,
                localName: localName, value: value))
    }

    func characters(_ utf8: Span<UInt8>, at offset: Int) {
        guard !open.isEmpty else { return }
        open[open.count - 1].last = tree.add(
            text: utf8, in: open[open.count - 1].node, after: open[open.count - 1].last, at: offset)
    }

    func endElement(at offset: Int, endingAt end: Int) { open.removeLast() }
    func message(_ message: XMLMessage, at offset: Int) { messages.append((message, offset)) }
    func comment(at offset: Int) { notKept.append(("A comment", offset)) }
    func processingInstruction(at offset: Int) { notKept.append(("A processing instruction", offset)) }
}
