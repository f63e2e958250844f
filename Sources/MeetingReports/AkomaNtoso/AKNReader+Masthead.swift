// The fields of mastheads.

extension AKNReader {
    /// Something that a masthead holds.
    private enum Field {
        /// A field: its name, the node whose text it is, and the one that has its attributes.
        case field(ElementName, text: Int32, attributes: Int32)
        /// What interrupts the fields.
        case interruption(Int32)
    }

    /// Reads the parts, cover pages and prefaces, as one masthead.
    mutating func readMasthead(parts: [Int32]) {
        var fields: [Field] = []
        for part in parts { gather(part, &fields) }
        guard let first = fields.first else { return }
        switch first {
        case .field(_, let node, _), .interruption(let node): start(.masthead, at: node)
        }
        for field in fields {
            switch field {
            case .interruption(let node): flow(node, .inner)
            case .field(let name, let node, let attributes): emit(field: name, node, attributes)
            }
        }
        end()
    }

    private func gather(_ parent: Int32, _ fields: inout [Field]) {
        for node in tree.children(of: parent) {
            if tree.isBlank(node) { continue }
            if tree[node].isText {
                fields.append(.field(.note, text: node, attributes: node))
            } else if tree.ownValue("wrapper", of: node) != nil {
                fields.append(.interruption(node))
            } else if !Self.isInline(tree[node].name), tree[node].name != .p,
                tree[node].name != .block || holdsBlocks(node)
            {
                if holdsElements(node) { gather(node, &fields) } else { gather(line: node, &fields) }
            } else if holdsBlocks(node) {
                gather(node, &fields)
            } else {
                gather(line: node, &fields)
            }
        }
    }

    private func holdsElements(_ node: Int32) -> Bool {
        tree.children(of: node).contains { !tree[$0].isText && !Self.isInline(tree[$0].name) }
    }

    /// Reads a printed line as the fields that it holds, or as one where there is text beside them.
    private func gather(line: Int32, _ fields: inout [Field]) {
        let own = Self.isInline(tree[line].name) ? row(line) : nil
        if let own {
            if isOwn || hasText(line) { fields.append(.field(own.model, text: line, attributes: line)) }
            return
        }
        let parts = Array(tree.children(of: line)).filter { !tree.isBlank($0) }
        if !parts.isEmpty, parts.allSatisfy({ row($0) != nil }) {
            for part in parts {
                guard let row = row(part), isOwn || hasText(part) else { continue }
                fields.append(.field(row.model, text: part, attributes: part))
            }
        } else if hasText(line) {
            let named = firstField(line)
            fields.append(.field(named?.1.model ?? .note, text: line, attributes: named?.0 ?? line))
        }
    }

    private func row(_ node: Int32) -> AKNTable.Row? {
        tree[node].name.flatMap { AKNTable.field($0, named: tree.value(.name, of: node)) }
    }

    private func firstField(_ node: Int32) -> (Int32, AKNTable.Row)? {
        for child in tree.children(of: node) where !tree[child].isText {
            if let row = row(child) { return (child, row) }
            if let found = firstField(child) { return found }
        }
        return nil
    }

    private func hasText(_ node: Int32) -> Bool {
        tree[node].isText
            ? !tree.isBlank(node)
            : tree.children(of: node).contains { hasText($0) || tree[$0].name == .authorialNote }
    }

    private mutating func emit(field name: ElementName, _ node: Int32, _ attributes: Int32) {
        start(name, at: node)
        if !isOwn, let value = fieldValue(name, attributes) { builder.attribute(value.0, value.1) }
        takeAttributes(of: attributes, as: name)
        // The element that says what the line is, in it, is no span of its own.
        self.field = attributes
        if tree[node].isText { emitText(node) } else { text(node) }
        self.field = 0
        end()
    }

    /// What an attribute of Akoma Ntoso says of a field.
    private func fieldValue(_ name: ElementName, _ node: Int32) -> (AttributeName, String)? {
        switch name {
        case .issued:
            let date = tree.value(.date, of: node).map { String($0.prefix(10)) }
            guard let date, date != AKNDocumentNames.unknownDate, PartialDate(date) != nil else { return nil }
            return (.value, date)
        case .session:
            return tree.value(.value, of: node).flatMap { Int(digits: $0.utf8) }.map { (.number, "\($0)") }
        case .agendaItem:
            return tree.value(.title, of: node).flatMap { $0.isEmpty ? nil : (.number, $0) }
        default: return nil
        }
    }
}
