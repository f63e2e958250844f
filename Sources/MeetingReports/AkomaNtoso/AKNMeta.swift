/// What is in a document's metadata that a record takes.
enum AKNMeta {
    /// This project's element with the attributes of the record, or nil in a document by others.
    static func record(of document: Int32, in tree: AKNTree) -> Int32? {
        own("record", of: document, in: tree)
    }

    /// This project's element with the attributes of the source, or nil.
    static func source(of document: Int32, in tree: AKNTree) -> Int32? {
        own("source", of: document, in: tree)
    }

    private static func own(_ name: String, of document: Int32, in tree: AKNTree) -> Int32? {
        owns(name, of: document, in: tree).first
    }

    /// What a run before this one kept of a document by others.
    static func kept(of document: Int32, in tree: AKNTree) -> [KeptMarkup] {
        owns("kept", of: document, in: tree).map { kept in
            let path = tree.attributes[tree[kept].range].first { $0.localName == "path" }?.value
            return KeptMarkup(path: path ?? "", markup: tree.text(of: kept))
        }
    }

    private static func owns(_ name: String, of document: Int32, in tree: AKNTree) -> [Int32] {
        guard let meta = tree.first(.meta, in: document) else { return [] }
        return tree.children(of: meta).filter { tree[$0].name == .proprietary }.flatMap { proprietary in
            tree.children(of: proprietary).filter { tree.isOwn($0, named: name) }
        }
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
