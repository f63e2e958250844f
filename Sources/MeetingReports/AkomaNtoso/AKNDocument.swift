/// A document of a file, with what collections print around it.
struct AKNDocument {
    /// The document.
    let node: Int32
    /// Whether a collection holds it.
    let isInCollection: Bool
    /// What collections print before it: cover pages and prefaces, headings of components, pages between them.
    var before: [Int32] = []
    /// What collections print behind the last document: conclusions, attachments.
    var after: [Int32] = []

    /// Whether an element is a document that has a text, in a body of whatever name.
    static func isDocument(_ name: AKNName?) -> Bool {
        switch name {
        case .debateReport, .doc, .statement, .debate, .judgment, .act, .bill, .amendment, .portion: true
        default: false
        }
    }
}

/// Finds the documents of a file: the one under the root, or those of a collection, in the order in which it names them,
/// be they in it, in a collection inside it, or in the components of the file.
struct AKNDocumentFinder {
    private let tree: AKNTree
    /// The components that documents are looked up in by their eIds.
    private var components: [Int32] = []
    private var byID: [String: Int32] = [:]
    private var seen: Set<Int32> = []
    /// What was printed since the last document.
    private var waiting: [Int32] = []

    /// The documents, in order.
    private(set) var documents: [AKNDocument] = []
    /// The elements under the root that hold none.
    private(set) var withoutDocument: [Int32] = []

    init(_ tree: AKNTree) {
        self.tree = tree
        let parts = tree.children(of: 0).filter { !tree[$0].isText }
        for part in parts {
            for holder in [part] + tree.children(of: part) where tree[holder].name == .components {
                add(componentsOf: holder)
            }
        }
        for part in parts where tree[part].name != .components {
            let count = documents.count
            add(part, isInCollection: false)
            if documents.count == count { withoutDocument.append(part) }
        }
        for component in components { add(component: component) }
        if !documents.isEmpty { documents[documents.count - 1].after += waiting }
    }

    private mutating func add(componentsOf holder: Int32) {
        for component in tree.children(of: holder) where !tree[component].isText {
            if !AKNDocument.isDocument(tree[tree[holder].parent].name) { components.append(component) }
            if let eId = tree.value(.eId, of: component), byID[eId] == nil { byID[eId] = component }
        }
    }

    private mutating func add(_ node: Int32, isInCollection: Bool) {
        guard seen.insert(node).inserted else { return }
        if AKNDocument.isDocument(tree[node].name) {
            documents.append(AKNDocument(node: node, isInCollection: isInCollection, before: waiting))
            waiting = []
            return
        }
        guard tree.first(.collectionBody, in: node) != nil else { return }
        let count = documents.count
        for part in tree.children(of: node) where !tree[part].isText {
            switch tree[part].name {
            case .meta where tree.first(.notes, in: part) == nil: continue
            case .components: continue
            case .collectionBody: for component in tree.children(of: part) { add(component: component) }
            default: waiting.append(part)
            }
        }
        guard documents.count > count else { return }
        documents[documents.count - 1].after += waiting
        waiting = []
    }

    private mutating func add(component: Int32) {
        if tree.isBlank(component) { return }
        guard tree[component].name == .component else {
            // A page between documents, or text where none may be.
            if seen.insert(component).inserted { waiting.append(component) }
            return
        }
        guard seen.insert(component).inserted else { return }
        for child in tree.children(of: component) where !tree.isBlank(child) {
            switch tree[child].name {
            case .documentRef, .componentRef: follow(child)
            case let name where AKNDocument.isDocument(name): add(child, isInCollection: true)
            case _ where tree.first(.collectionBody, in: child) != nil: add(child, isInCollection: true)
            default: waiting.append(child)
            }
        }
    }

    /// Goes on with the component of the file that a reference names.
    private mutating func follow(_ reference: Int32) {
        guard let target = tree.value(.href, of: reference) ?? tree.value(.src, of: reference) else { return }
        if let component = byID[String(target.dropFirst(target.hasPrefix("#") ? 1 : 0))] {
            add(component: component)
        }
    }
}
