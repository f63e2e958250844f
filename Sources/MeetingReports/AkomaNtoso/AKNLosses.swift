extension FindingCode {
    /// Markup of Akoma Ntoso that a record has no place for; its text is kept.
    static let aknNoHome = FindingCode("akn-no-home", .info)
    /// Structure that a record does not have in that place; its text is kept.
    static let aknFlattened = FindingCode("akn-flattened", .info)
    /// A `subheading` without a `heading` stands for one.
    static let aknSubheading = FindingCode("akn-subheading", .info)
    /// Text or inline elements stand where only blocks or hierarchy may.
    static let aknMisplacedText = FindingCode("akn-misplaced-text", .warning)
}

/// What a document has that the record made of it has not: gathered by kind, with all its places.
struct AKNLosses: Sendable {
    /// One kind of loss.
    private struct Entry: Sendable {
        var code: FindingCode
        var what: String
        /// The attribute that is lost; nil where it is an element.
        var attribute: String?
        var nodes: [Int32]
    }

    private var entries: [Entry] = []
    private var numbers: [String: Int] = [:]

    /// The attributes that are understood by what they belong to, or that say only how something looks.
    private static let understood: Set<AKNName> = [
        .name, .href, .date, .value, .marker, .placement, .colspan, .rowspan, .level, .class, .title,
    ]

    mutating func note(element node: Int32, in tree: AKNTree) {
        add(.aknNoHome, "the markup of '\(tree.name(of: node))'", node)
    }

    mutating func note(attribute: AKNTree.Attribute, of node: Int32, in tree: AKNTree) {
        if attribute.space == .none, let name = attribute.name, Self.understood.contains(name) { return }
        if attribute.space == .xml && attribute.localName != "lang" || attribute.value.isEmpty { return }
        add(
            .aknNoHome, "the attribute '\(attribute.localName)' of '\(tree.name(of: node))'", node,
            attribute: attribute.localName)
    }

    mutating func note(flattened node: Int32, in tree: AKNTree) {
        add(.aknFlattened, "'\(tree.name(of: node))' in '\(tree.name(of: tree[node].parent))'", node)
    }

    mutating func note(habit code: FindingCode, at node: Int32) {
        add(code, "", node)
    }

    /// Notes the parts of the metadata but for notes, which are printed.
    mutating func note(metaOf document: Int32, in tree: AKNTree) {
        guard let meta = tree.first(.meta, in: document) else { return }
        for part in tree.children(of: meta) where !tree[part].isText && tree[part].name != .notes {
            add(.aknNoHome, "the metadata in '\(tree.name(of: part))'", part)
        }
    }

    private mutating func add(
        _ code: FindingCode, _ what: String, _ node: Int32, attribute: String? = nil
    ) {
        let key = "\(code) \(what)"
        if let number = numbers[key] {
            entries[number].nodes.append(node)
        } else {
            numbers[key] = entries.count
            entries.append(Entry(code: code, what: what, attribute: attribute, nodes: [node]))
        }
    }

    /// One finding a kind, with the place of the first.
    func findings(_ tree: AKNTree, _ file: String, _ index: () -> TextIndex) -> [Finding] {
        entries.map { entry in
            let first = entry.nodes[0]
            let offset = tree[first].offset
            return Finding(
                entry.code, message: Self.message(entry),
                place: Place(
                    file: file, range: index().range(offset..<offset), xpath: tree.path(of: first)))
        }
    }

    private static func message(_ entry: Entry) -> String {
        let count = entry.nodes.count
        let times = count == 1 ? "" : " (\(count) times; this is the first)"
        return switch entry.code {
        case .aknFlattened: "A record has no \(entry.what)\(times); the text is kept in its place."
        case .aknSubheading: "A 'subheading' stands without a 'heading'\(times); it is read as one."
        case .aknMisplacedText: "Text stands where only blocks may\(times); it is read as a paragraph."
        default: "A record has no place for \(entry.what)\(times)."
        }
    }

    /// All that is lost, in the order of the document: start tags, values of attributes, whole parts of the metadata.
    func kept(_ tree: AKNTree, _ source: [UInt8]) -> [KeptMarkup] {
        let lost = entries.filter { $0.code == .aknNoHome || $0.code == .aknFlattened }.flatMap { entry in
            entry.nodes.map { (node: $0, attribute: entry.attribute ?? "") }
        }
        let paths = tree.paths(of: Set(lost.map(\.node)))
        // A start tag has all attributes of its element.
        let tags = Set(lost.filter(\.attribute.isEmpty).map(\.node))
        let inOrder = lost.filter { $0.attribute.isEmpty || !tags.contains($0.node) }
            .sorted { ($0.node, $0.attribute) < ($1.node, $1.attribute) }
        var kept: [KeptMarkup] = []
        for (node, attribute) in inOrder {
            guard let path = paths[node], source.indices.contains(tree[node].offset),
                tree[node].end <= source.count
            else { continue }
            let markup: String
            if attribute.isEmpty {
                markup = String(decoding: source[tree[node].offset..<tree[node].end], as: UTF8.self)
            } else {
                let values = tree.attributes[tree[node].range].filter { $0.localName == attribute }.map(
                    \.value)
                markup = values.joined(separator: " ")
            }
            let found = KeptMarkup(path: path + (attribute.isEmpty ? "" : "/@" + attribute), markup: markup)
            if found != kept.last { kept.append(found) }
        }
        return kept
    }
}
