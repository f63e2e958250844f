// Texts, their spans, and the fields of mastheads.

extension AKNReader {
    /// Reads the text that an element holds.
    mutating func text(_ node: Int32) {
        for child in tree.children(of: node) { inline(child) }
    }

    /// Adds the characters of a text to the element that is open.
    mutating func emitText(_ node: Int32) {
        builder.text(tree.texts[tree[node].range])
    }

    /// Reads a node of a text.
    mutating func inline(_ node: Int32) {
        guard !tree[node].isText else { return emitText(node) }
        guard let name = tree[node].name else { return unknown(node) }
        switch name {
        case .br, .eol:
            start(.lineBreak, at: node)
            end()
        case .subFlow:
            let kind = tree.value(.name, of: node) ?? ""
            if kind == "furniture" || kind == "unrecognized" { subFlow(node, kind) } else { separated(node) }
        case .authorialNote:
            if tree.ownValue("place", of: node) == "printed" { emit(note: node) } else { emit(markOf: node) }
        case .noteRef: emit(noteReference: node)
        case .marker: if let note = note(placedBy: node) { emit(note: note) } else { unknown(node) }
        case .eop, .img: losses.note(element: node, in: tree)
        case _ where node == field: text(node)
        case .docStage where isOwn, .docType where isOwn: text(node)
        case .inline where isOwn && tree.value(.name, of: node) == AKNTable.honorifics: text(node)
        case .sup where !isOwn && isMarkOnly(node): text(node)
        // That it stands in the text is a finding of its own.
        case .docTitle: text(node)
        default:
            if Self.isInline(name) { span(node, name) } else { separated(node) }
        }
    }

    private mutating func subFlow(_ node: Int32, _ kind: String) {
        let name: ElementName = kind == "furniture" ? .furniture : .unrecognized
        start(name, at: node)
        takeAttributes(of: node, as: name)
        for p in tree.children(of: node) where tree[p].name == .p { text(p) }
        end()
    }

    private mutating func span(_ node: Int32, _ name: AKNName) {
        guard let row = AKNTable.span(name, named: tree.value(.name, of: node)),
            let value = spanValue(node, row)
        else {
            return unknown(node)
        }
        start(row.model, at: node)
        if let kind = row.kind { builder.attribute(.kind, kind) }
        if let attribute = value { builder.attribute(attribute.0, attribute.1) }
        takeAttributes(of: node, as: row.model)
        text(node)
        end()
    }

    /// What an attribute of Akoma Ntoso says of a span; nil where the element is no span after all.
    private func spanValue(_ node: Int32, _ row: AKNTable.Row) -> (AttributeName, String)?? {
        switch (row.model, row.akn) {
        case (.link, .a):
            guard let href = tree.value(.href, of: node).flatMap(Self.address) else { return nil }
            return .some((.href, href))
        case _ where isOwn: return .some(nil)
        case (.emphasis, .span):
            guard let kind = Self.emphasis(tree.value(.class, of: node) ?? "") else { return nil }
            return .some((.kind, kind))
        case (.date, _):
            let date = tree.value(.date, of: node).map { String($0.prefix(10)) }
            guard let date, date != AKNDocumentNames.unknownDate, PartialDate(date) != nil else {
                return .some(nil)
            }
            return .some((.from, date))
        case (.reference, .ref):
            guard let href = tree.value(.href, of: node), !href.isEmpty else { return .some(nil) }
            return .some((.target, href))
        case (.statement, _):
            let kind = tree.value(.name, of: node) ?? ""
            return kind.utf8.allSatisfy(\.isASCIILetterOrDigit) && !kind.isEmpty
                ? .some((.kind, kind)) : .some(nil)
        case (.organization, _):
            // The printed name stays text; whose name it is, only `refersTo` could say.
            return .some(nil)
        default: return .some(nil)
        }
    }

    /// Reads an element that a record has no name for as the text that it holds.
    private mutating func unknown(_ node: Int32) {
        losses.note(element: node, in: tree)
        text(node)
    }

    /// Reads a block inside a text, parted from it by spaces.
    private mutating func separated(_ node: Int32) {
        builder.text(" ".utf8)
        text(node)
        builder.text(" ".utf8)
    }

    private func isMarkOnly(_ node: Int32) -> Bool {
        var hasMark = false
        for child in tree.children(of: node) where !tree.isBlank(child) {
            guard tree[child].name == .authorialNote || tree[child].name == .noteRef else { return false }
            hasMark = true
        }
        return hasMark
    }

    private static func emphasis(_ classes: String) -> String? {
        let kinds = ["bold", "italic", "underline"].filter {
            classes.utf8.elementsEqual($0.utf8) || classes.contains($0)
        }
        return kinds.isEmpty ? nil : kinds.joined(separator: " ")
    }

    /// An address as a record takes it, printable ASCII, all else as escapes of UTF-8; nil for an empty one.
    private static func address(_ href: String) -> String? {
        var bytes: [UInt8] = []
        for byte in href.utf8 {
            if (0x21...0x7E).contains(byte) {
                bytes.append(byte)
            } else {
                bytes +=
                    Array("%".utf8) + [byte >> 4, byte & 15].map { Array("0123456789ABCDEF".utf8)[Int($0)] }
            }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
