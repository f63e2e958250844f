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

/// What a document has that the record made of it has not: gathered by kind, with the first place and a count of each.
struct AKNLosses {
    private struct Entry {
        var code: FindingCode
        var what: String
        var first: Int32
        var count: Int
    }

    private var entries: [Entry] = []
    private var numbers: [String: Int] = [:]

    /// The attributes that are understood by what they belong to, that point into metadata which is told of by itself, or
    /// that say only how something looks.
    private static let understood: Set<AKNName> = [
        .eId, .name, .href, .date, .value, .marker, .placement, .colspan, .rowspan, .level, .class, .title,
        .refersTo, .as,
    ]

    mutating func note(element node: Int32, in tree: AKNTree) {
        add(.aknNoHome, "the markup of '\(tree.name(of: node))'", node)
    }

    mutating func note(attribute: AKNTree.Attribute, of node: Int32, in tree: AKNTree) {
        if attribute.space == .none, let name = attribute.name, Self.understood.contains(name) { return }
        if attribute.space == .xml || attribute.value.isEmpty { return }
        add(.aknNoHome, "the attribute '\(attribute.localName)' of '\(tree.name(of: node))'", node)
    }

    mutating func note(flattened node: Int32, in tree: AKNTree) {
        add(.aknFlattened, "'\(tree.name(of: node))' in '\(tree.name(of: tree[node].parent))'", node)
    }

    mutating func note(habit code: FindingCode, at node: Int32) {
        add(code, "", node)
    }

    /// Notes the parts of the metadata but for those that a record takes something of.
    mutating func note(metaOf document: Int32, in tree: AKNTree) {
        guard let meta = tree.first(.meta, in: document) else { return }
        for part in tree.children(of: meta) where !tree[part].isText {
            add(.aknNoHome, "the metadata in '\(tree.name(of: part))'", part)
        }
    }

    private mutating func add(_ code: FindingCode, _ what: String, _ node: Int32) {
        let key = "\(code) \(what)"
        if let number = numbers[key] {
            entries[number].count += 1
        } else {
            numbers[key] = entries.count
            entries.append(Entry(code: code, what: what, first: node, count: 1))
        }
    }

    /// One finding a kind, with the place of the first.
    func findings(_ tree: AKNTree, _ file: String, _ index: () -> TextIndex) -> [Finding] {
        entries.map { entry in
            let offset = tree[entry.first].offset
            return Finding(
                entry.code, message: Self.message(entry),
                place: Place(
                    file: file, range: index().range(offset..<offset), xpath: tree.path(of: entry.first)))
        }
    }

    private static func message(_ entry: Entry) -> String {
        let times = entry.count == 1 ? "" : " (\(entry.count) times; this is the first)"
        return switch entry.code {
        case .aknFlattened: "A record has no \(entry.what)\(times); the text is kept in its place."
        case .aknSubheading: "A 'subheading' stands without a 'heading'\(times); it is read as one."
        case .aknMisplacedText: "Text stands where only blocks may\(times); it is read as a paragraph."
        default: "A record has no place for \(entry.what)\(times)."
        }
    }
}
