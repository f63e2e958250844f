extension FindingCode {
    /// A reference inside the document leads to nothing.
    static let aknDanglingReference = FindingCode("akn-dangling-reference", .warning)
    /// A reference inside the document lacks its `#`.
    static let aknReferenceForm = FindingCode("akn-reference-form", .info)
    /// Two elements have the same eId.
    static let aknDuplicateID = FindingCode("akn-duplicate-eid", .warning)
    /// An IRI does not follow the naming convention.
    static let aknIRIForm = FindingCode("akn-iri-form", .warning)
    /// A part of an IRI and the metadata say different things.
    static let aknIRIMismatch = FindingCode("akn-iri-mismatch", .warning)
    /// A language code that is not of ISO 639-2/T.
    static let aknLanguage = FindingCode("akn-language", .warning)
    /// A date that stands for none.
    static let aknUnknownDate = FindingCode("akn-unknown-date", .info)
    /// A part of the masthead stands in the text.
    static let aknMisplacedTitle = FindingCode("akn-misplaced-title", .warning)
}

/// What the schema of Akoma Ntoso does not catch.
struct AKNRules {
    private let tree: AKNTree
    private let file: String
    private let index: () -> TextIndex
    /// The eIds of the whole file: a document of a collection may point at another.
    private let ids: Set<String>

    /// How many findings of one code are told of a document.
    private static let limit = 100

    init(_ tree: AKNTree, _ file: String, index: @escaping () -> TextIndex) {
        self.tree = tree
        self.file = file
        self.index = index
        var ids: Set<String> = []
        for attribute in tree.attributes where attribute.name == .eId && attribute.space == .none {
            ids.insert(attribute.value)
        }
        self.ids = ids
    }

    /// What is found in a document.
    func check(_ document: Int32) -> [Finding] {
        let range = tree.nodes(of: document)
        return references(range) + titles(range) + identifications(range, document)
    }

    private func finding(_ code: FindingCode, _ message: String, _ node: Int32) -> Finding {
        let offset = tree[node].offset
        return Finding(
            code, message: message,
            place: Place(file: file, range: index().range(offset..<offset), xpath: tree.path(of: node)))
    }

    // MARK: - References

    private static let referring: Set<AKNName> = [.refersTo, .source, .by, .as, .dictionary, .href]

    private func references(_ range: Range<Int32>) -> [Finding] {
        var found: [Finding] = []
        var own: Set<String> = []
        var told: Set<String> = []
        for node in range where !tree[node].isText {
            for attribute in tree.attributes[tree[node].range] where attribute.space == .none {
                guard let name = attribute.name, found.count < Self.limit else { continue }
                if name == .eId, !own.insert(attribute.value).inserted,
                    told.insert("id " + attribute.value).inserted
                {
                    found.append(
                        finding(.aknDuplicateID, "The eId '\(attribute.value)' is given twice.", node))
                }
                if Self.referring.contains(name) { check(attribute, name, node, &told, &found) }
            }
        }
        return found
    }

    private func check(
        _ attribute: AKNTree.Attribute, _ name: AKNName, _ node: Int32,
        _ told: inout Set<String>, _ found: inout [Finding]
    ) {
        if name == .href {
            guard attribute.value.utf8.count > 1, attribute.value.hasPrefix("#") else { return }
        }
        // A dictionary or source may be named in words.
        if name == .dictionary || name == .source || name == .by || name == .as,
            !attribute.value.hasPrefix("#")
        {
            return
        }
        if name == .refersTo, attribute.value.utf8.allSatisfy(\.isXMLSpace) {
            guard told.insert("refersTo of \(tree.name(of: node))").inserted else { return }
            found.append(
                finding(.aknDanglingReference, "'refersTo' of '\(tree.name(of: node))' is empty.", node))
        }
        for part in attribute.value.split(separator: " ") {
            let isMarked = part.hasPrefix("#")
            let target = String(isMarked ? part.dropFirst() : part)
            guard told.insert("\(name) \(target)").inserted else { continue }
            if !isMarked, name == .refersTo {
                found.append(
                    finding(
                        .aknReferenceForm,
                        "'\(target)' in '\(name.text)' of '\(tree.name(of: node))' is read as '#\(target)'.",
                        node))
            }
            if !ids.contains(target) {
                found.append(
                    finding(
                        .aknDanglingReference,
                        "'\(name.text)' of '\(tree.name(of: node))' names '#\(target)', which no element has as eId.",
                        node))
            }
        }
    }

    // MARK: - Titles

    private func titles(_ range: Range<Int32>) -> [Finding] {
        for node in range where tree[node].name == .docTitle && isInText(node) {
            return [
                finding(
                    .aknMisplacedTitle,
                    "'docTitle' stands in the text; the title of a document is in its preface or on its cover page.",
                    node)
            ]
        }
        return []
    }

    private func isInText(_ node: Int32) -> Bool {
        var node = tree[node].parent
        while node >= 0 {
            switch tree[node].name {
            case .mainBody: return true
            case .meta, .coverPage, .preface, .preamble: return false
            default: node = tree[node].parent
            }
        }
        return false
    }

    // MARK: - Identification

    private func identifications(_ range: Range<Int32>, _ document: Int32) -> [Finding] {
        var found: [Finding] = []
        for node in range where tree[node].name == .identification {
            let isMain = tree[tree[node].parent].parent == document
            found += AKNIdentification(node, in: tree).problems(of: isMain ? document : nil).map {
                finding($0.code, $0.message, $0.node)
            }
            if found.count > Self.limit { break }
        }
        return found
    }
}
