// Tables and contents lists.

extension AKNReader {
    mutating func table(_ node: Int32, _ context: Context) {
        let rows = Array(tree.children(of: node)).filter {
            tree[$0].name == .tr && tree.first(.td, .th, in: $0) != nil
        }
        let caption = tree.first(.caption, in: node)
        guard !rows.isEmpty else { return flow(node, context) }
        start(.table, at: node)
        takeAttributes(of: node, as: .table)
        if let caption { self.caption(caption) }
        for row in rows {
            if tree.value(.class, of: row) == "interruption" {
                for cell in tree.children(of: row) where !tree[cell].isText { flow(cell, .inner) }
                continue
            }
            start(.row, at: row)
            takeAttributes(of: row, as: .row)
            for cell in tree.children(of: row) where tree[cell].name == .td || tree[cell].name == .th {
                self.cell(cell)
            }
            end()
        }
        end()
    }

    private mutating func cell(_ node: Int32) {
        start(.cell, at: node)
        if tree[node].name == .th { builder.attribute(.kind, "label") }
        for (name, attribute) in [(AKNName.colspan, AttributeName.columns), (.rowspan, .rows)] {
            if let value = tree.value(name, of: node), let number = Int(digits: value.utf8) {
                builder.attribute(attribute, "\(number)")
            }
        }
        takeAttributes(of: node, as: .cell)
        flow(node, .inner)
        end()
    }

    private mutating func caption(_ node: Int32) {
        let parts = Array(tree.children(of: node)).filter { !tree.isBlank($0) }
        let isOurs = parts.allSatisfy {
            tree[$0].name == .inline && ["num", "heading"].contains(tree.value(.name, of: $0) ?? "")
        }
        guard isOurs, !parts.isEmpty else { return emit(head: .heading, node) }
        for part in parts {
            emit(head: tree.value(.name, of: part) == "num" ? .num : .heading, part)
        }
    }

    mutating func contents(_ node: Int32, _ parts: [Int32], _ context: Context) {
        guard context == .blocks else {
            losses.note(flattened: node, in: tree)
            for item in tree.children(of: node) where !tree[item].isText { emit(loose: [item], context) }
            return
        }
        start(.contents, at: node)
        takeAttributes(of: node, as: .contents)
        emit(head: .heading, AKNHeads(of: node, in: tree).heading)
        let parts =
            parts.isEmpty ? tree.first(.content, in: node).map { Array(tree.children(of: $0)) } ?? [] : parts
        for part in parts where !tree[part].isText {
            guard tree[part].name == .toc else {
                flow(part, .inner)
                continue
            }
            for item in tree.children(of: part) where tree[item].name == .tocItem { entry(item) }
        }
        end()
    }

    private mutating func entry(_ node: Int32) {
        start(.entry, at: node)
        takeAttributes(of: node, as: .entry)
        if !isOwn, let level = tree.value(.level, of: node), let number = Int(digits: level.utf8) {
            builder.attribute(.level, "\(number)")
        }
        let parts = Array(tree.children(of: node)).filter { !tree.isBlank($0) }
        let names: [(String, ElementName)] = [
            ("num", .num), ("heading", .heading), ("agendaReference", .agendaReference),
            ("paragraphs", .paragraphs), ("page", .page),
        ]
        let known = parts.allSatisfy { part in
            tree[part].name == .inline && names.contains { $0.0 == tree.value(.name, of: part) }
        }
        if known {
            for (name, element) in names {
                for part in parts where tree.value(.name, of: part) == name { emit(head: element, part) }
            }
        } else {
            emit(head: .heading, node)
        }
        end()
    }
}
