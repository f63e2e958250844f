/// Writes a record as its elements, attributes and texts come, in printed order: a report that is visited, or a tape.
protocol RecordEmitter: ReportVisitor {
    /// Begins an element.
    mutating func begin(_ name: ElementName)
    /// Gives the element just begun an attribute; they come in the order of ``AttributeName``.
    mutating func attribute(_ name: AttributeName, _ utf8: UnsafeBufferPointer<UInt8>)
    /// Adds a text.
    mutating func text(_ utf8: UnsafeBufferPointer<UInt8>)
    /// Ends the open element.
    mutating func end(_ name: ElementName)
}

extension RecordEmitter {
    mutating func enter(_ element: Element) -> Descent {
        begin(element.name)
        element.forEachAttribute { name, value in value.withUTF8Copy { attribute(name, $0) } }
        return .into
    }

    mutating func text(_ text: String) {
        text.withUTF8Copy { self.text($0) }
    }

    mutating func leave(_ element: Element) {
        end(element.name)
    }
}

extension RecordView {
    /// Writes a record that the schema allows and the model holds, as it would be written by way of a report.
    func write(to emitter: inout some RecordEmitter) {
        var open: [(name: ElementName, end: Int)] = []
        for index in nodes.indices {
            while let last = open.last, last.end <= index {
                emitter.end(last.name)
                open.removeLast()
            }
            guard let name = nodes[index].name else {
                emitter.text(utf8(ofText: index))
                continue
            }
            let end = Int(nodes[index].end)
            // A report has no masthead where there is nothing in it.
            if name == .masthead, end == index + 1 { continue }
            emitter.begin(name)
            forEachAttribute(of: index) { emitter.attribute($0, $1) }
            open.append((name, end))
        }
        for element in open.reversed() { emitter.end(element.name) }
    }

    /// Hands the attributes of an element to `body`, in their order and written as a report has them.
    private func forEachAttribute(of index: Int, _ body: (AttributeName, UnsafeBufferPointer<UInt8>) -> Void)
    {
        func put(_ attribute: RecordTape.Attribute) {
            let value = utf8(attribute)
            if attribute.name == .lines, !SourceLines.isWrittenShort(value) {
                SourceLines(utf8: value)?.description.withUTF8Copy { body(.lines, $0) }
            } else {
                body(attribute.name, value)
            }
        }
        let attributes = attributes(of: index)
        let isInOrder = zip(attributes, attributes.dropFirst()).allSatisfy {
            $0.name.rawValue < $1.name.rawValue
        }
        if isInOrder {
            attributes.forEach(put)
        } else {
            attributes.sorted { $0.name.rawValue < $1.name.rawValue }.forEach(put)
        }
    }
}

extension String {
    fileprivate func withUTF8Copy(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = self
        text.withUTF8(body)
    }
}
