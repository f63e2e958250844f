/// What is in a document's metadata that a record takes.
enum AKNMeta {
    /// Whether an element is a document that has a text (or, for older kinds, a body of another name).
    static func isDocument(_ name: AKNName?) -> Bool {
        switch name {
        case .debateReport, .doc, .statement, .debate, .judgment, .act, .bill, .amendment, .portion: true
        default: false
        }
    }

    /// The documents in a child of the root: itself, or those of a collection, in the order in which the collection names
    /// them, be they in it or in the components of the file.
    static func documents(in node: Int32, of tree: AKNTree) -> [(document: Int32, collection: Int32?)] {
        if isDocument(tree[node].name) { return [(node, nil)] }
        guard let body = tree.first(.collectionBody, in: node) else { return [] }
        var found: [(document: Int32, collection: Int32?)] = []
        let elsewhere = [node, 0].compactMap { tree.first(.components, in: $0) }.flatMap {
            Array(tree.children(of: $0))
        }
        let byID = Dictionary(
            elsewhere.compactMap { other in tree.value(.eId, of: other).map { ($0, other) } },
            uniquingKeysWith: { first, _ in first })
        for component in Array(tree.children(of: body)) + elsewhere {
            if let document = tree.children(of: component).first(where: { isDocument(tree[$0].name) }) {
                found.append((document, node))
            } else if let reference = tree.children(of: component).first(where: {
                tree.name(of: $0) == "documentRef"
            }),
                let href = tree.value(.href, of: reference)
            {
                let target = String(href.dropFirst(href.hasPrefix("#") ? 1 : 0))
                if let other = byID[target] {
                    found += tree.children(of: other).filter { isDocument(tree[$0].name) }.map { ($0, node) }
                }
            }
        }
        var seen: Set<Int32> = []
        return found.filter { seen.insert($0.document).inserted }
    }

    /// This project's element with the attributes of the record, or nil in a document by others.
    static func record(of document: Int32, in tree: AKNTree) -> Int32? {
        own("record", of: document, in: tree)
    }

    /// This project's element with the attributes of the source, or nil.
    static func source(of document: Int32, in tree: AKNTree) -> Int32? {
        own("source", of: document, in: tree)
    }

    private static func own(_ name: String, of document: Int32, in tree: AKNTree) -> Int32? {
        guard let meta = tree.first(.meta, in: document) else { return nil }
        for proprietary in tree.children(of: meta) where tree[proprietary].name == .proprietary {
            if let found = tree.children(of: proprietary).first(where: { tree.isOwn($0, named: name) }) {
                return found
            }
        }
        return nil
    }

    /// The attributes of an element of this project, with those that no record has left out.
    static func attributes(of node: Int32, in tree: AKNTree) -> [(AttributeName, String)] {
        tree.attributes[tree[node].range].compactMap { attribute in
            guard attribute.space == .none, let name = AttributeName(named: attribute.localName) else {
                return nil
            }
            return (name, attribute.value)
        }
    }

    /// The attributes of the record: its own, or those that the metadata of others say.
    static func record(of document: Int32, in tree: AKNTree, isOwn: Bool) -> [(AttributeName, String)] {
        if isOwn, let record = record(of: document, in: tree) { return attributes(of: record, in: tree) }
        var attributes = [(AttributeName.version, MeetingReport.currentVersion)]
        let language = tree.first(.meta, in: document).flatMap { tree.first(.identification, in: $0) }
            .flatMap { tree.first(.FRBRExpression, in: $0) }.flatMap { tree.first(.FRBRlanguage, in: $0) }
            .flatMap { tree.value(.language, of: $0) }
        if let tag = language.map({ AKNLanguage.bibliographic[$0] ?? $0 }).flatMap(AKNLanguage.tag) {
            attributes.append((.lang, tag))
        }
        attributes.append((.kind, kind(of: document, in: tree)))
        return attributes
    }

    /// What the record is, by the name that the document has.
    private static func kind(of document: Int32, in tree: AKNTree) -> String {
        let name = tree.value(.name, of: document) ?? ""
        switch name {
        case "meetingMinute": return "minutes"
        case "meetingReport", "conferenceReport", "councilReport": return "report"
        case "resolution", "decision": return "decision"
        default: return tree[document].name == .debateReport ? "report" : "other"
        }
    }
}

extension AKNTree {
    /// Whether an element is one of this project's in the metadata.
    func isOwn(_ node: Int32, named name: String) -> Bool {
        !self[node].isText && otherNames[node] == "rr:" + name
    }
}
