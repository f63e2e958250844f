// Elements of the record, and what they take of the attributes of their nodes.

extension AKNReader {
    /// Begins an element of the record that comes from a node.
    mutating func start(_ name: ElementName, at node: Int32) {
        offsets.append(tree[node].offset)
        builder.start(name)
    }

    /// Ends the element that is open.
    mutating func end() { builder.end() }

    /// Gives the element just begun the attributes that its node has for it.
    mutating func takeAttributes(of node: Int32, as element: ElementName) {
        guard !tree[node].isText else { return }
        var ownID = false
        // Before version 3.0 it was called so.
        let eIdName = tree.value(.eId, of: node) == nil ? AKNName.id : .eId
        for attribute in tree.attributes[tree[node].range] where attribute.space == .own {
            guard let name = attribute.own else { continue }
            if name == .id { ownID = true }
            if name == .lang || Self.isControl(attribute.localName) { continue }
            builder.attribute(name, attribute.value)
        }
        for attribute in tree.attributes[tree[node].range] {
            if attribute.space == .xml, attribute.localName == "lang" {
                if element.takesLanguage, Self.isLanguage(attribute.value) {
                    builder.attribute(.lang, attribute.value)
                } else if !isOwn, !attribute.value.isEmpty {
                    losses.note(attribute: attribute, of: node, in: tree)
                }
            } else if attribute.space == .none, attribute.name == eIdName {
                let id = element.takesID && !ownID ? id(of: attribute.value) : nil
                if let id { builder.attribute(.id, id) }
                if !isOwn, id.map({ isKept(attribute.value, as: $0) }) != true {
                    losses.note(attribute: attribute, of: node, in: tree)
                }
            } else if !isOwn, attribute.space != .own {
                losses.note(attribute: attribute, of: node, in: tree)
            }
        }
    }

    static func isControl(_ name: String) -> Bool {
        name == "wrapper" || name == "marker" || name == "place"
    }

    /// Notes what attributes say of an element that leaves none in the record, or none but its id.
    mutating func noteAttributes(of node: Int32, butID id: String? = nil) {
        guard !isOwn, !tree[node].isText else { return }
        for attribute in tree.attributes[tree[node].range] where attribute.space != .own {
            if attribute.name == .eId, let id, isKept(attribute.value, as: id) { continue }
            losses.note(attribute: attribute, of: node, in: tree)
        }
    }

    /// Whether an eId comes back from the id that was made of it.
    private func isKept(_ eId: String, as id: String) -> Bool {
        let again = AKNIdentifier.eId(of: id).text
        return again == eId || prefix + again == eId
    }

    /// The record's id for an eId; nil for one that no id can be made of.
    ///
    /// The eIds of others are only exchanged for names of records where they come back as they were: links lead to them.
    mutating func id(of eId: String, isNote: Bool = false) -> String? {
        let own = prefix.isEmpty || !eId.hasPrefix(prefix) ? eId : String(eId.dropFirst(prefix.utf8.count))
        var id = AKNIdentifier.id(of: own)
        // Theirs of an `hcontainer` are not those of contents lists, and those of notes say where they are called.
        if !isOwn, isNote || own.contains("hcontainer") || AKNIdentifier.eId(of: id).text != own { id = own }
        var bytes = Array(id.utf8)
        guard let first = bytes.first else { return nil }
        for index in bytes.indices
        where !bytes[index].isASCIILetterOrDigit && !"_.-".utf8.contains(bytes[index]) {
            bytes[index] = UInt8(ascii: "-")
        }
        if !first.isASCIILetterOrDigit || first <= UInt8(ascii: "9") {
            if first != UInt8(ascii: "_") { bytes.insert(UInt8(ascii: "_"), at: 0) }
        }
        return names.claim(String(decoding: bytes, as: UTF8.self))
    }

    static func isLanguage(_ tag: String) -> Bool {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isASCIILetterOrDigit) }
            && parts[0].count >= 2 && parts[0].allSatisfy { $0 > UInt8(ascii: "9") }
    }
}

extension ElementName {
    /// Whether elements of the name can have an id.
    var takesID: Bool {
        switch self {
        case .section, .paragraph, .list, .item, .quote, .table, .contents, .annex, .footnote, .unrecognized:
            true
        default: false
        }
    }

    /// Whether elements of the name can have a language.
    var takesLanguage: Bool { takesID || isField || self == .p || self == .cell || self == .entry }
}
