internal import LibXML

/// A document of Akoma Ntoso as a tree in a few arrays: nodes in document order, attributes and texts beside them.
final class AKNTree: Sendable {
    /// An element or a text.
    struct Node: Sendable {
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
        /// The byte behind an element's start tag, or behind the whole element where it is part of the metadata.
        var end = 0
    }

    /// Where an attribute's name is from.
    enum Space: Hashable, Sendable {
        case none, own, xml, other
    }

    /// An attribute.
    struct Attribute: Sendable {
        var space: Space
        /// The name where the reader knows it, of this vocabulary or of records.
        var name: AKNName?
        var own: AttributeName?
        var localName: String
        var value: String
    }

    let nodes: [Node]
    let attributes: [Attribute]
    /// The characters of all texts.
    let texts: [UInt8]
    /// The names of elements that are not known, by node, with their prefix where they are of another namespace.
    let otherNames: [Int32: String]
    /// The namespace of the root, where it is one of Akoma Ntoso.
    let namespace: String

    init(
        nodes: [Node], attributes: [Attribute], texts: [UInt8], otherNames: [Int32: String], namespace: String
    ) {
        self.nodes = nodes
        self.attributes = attributes
        self.texts = texts
        self.otherNames = otherNames
        self.namespace = namespace
    }

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

    /// The paths of some nodes as ``path(of:)`` gives them, found in one walk through the tree.
    func paths(of wanted: Set<Int32>) -> [Int32: String] {
        var paths: [Int32: String] = [:]
        var open: [(node: Int32, step: String, counts: [String: Int])] = []
        for node in nodes.indices.lazy.map(Int32.init) {
            while let last = open.last, last.node != self[node].parent { open.removeLast() }
            let name = name(of: node)
            var step = name
            if !open.isEmpty {
                let number = open[open.count - 1].counts[name, default: 0] + 1
                open[open.count - 1].counts[name] = number
                step += "[\(number)]"
            }
            if wanted.contains(node) {
                paths[node] = "/" + (open.map(\.step) + [step]).joined(separator: "/")
            }
            if self[node].first != 0 { open.append((node, step, [:])) }
        }
        return paths
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
}
