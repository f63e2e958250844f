extension RecordComparison {
    /// The comparison as UTF-8 JSON: every change with the old and the new part, the words of what changed, and the facts.
    ///
    ///     {"equal": false, "changes": [{"change": "changed", "element": "paragraph", "old": {…}, "new": {…}, "words": […]}],
    ///      "facts": [{"change": "added", "kind": "attendance", "fact": {"name": "Spain", …}}]}
    public var json: [UInt8] {
        var output = JSONOutput(.indented)
        output.beginObject()
        output.key("equal")
        output.bool(isEmpty)
        output.array("changes", changes) { output, change in output.write(change) }
        output.array("facts", facts) { output, fact in
            output.beginObject()
            output.member("change", fact.side.rawValue)
            output.member("kind", fact.kind)
            output.key("fact")
            output.beginObject()
            for column in fact.columns { output.member(column.name, column.value) }
            output.endObject()
            output.endObject()
        }
        if let markDifference {
            output.key("markDifference")
            output.beginObject()
            output.member("path", markDifference.path)
            output.member("old", markDifference.first)
            output.member("new", markDifference.second)
            output.endObject()
        }
        output.endObject()
        output.lineFeed()
        return output.bytes
    }
}

extension JSONOutput {
    fileprivate mutating func array<Value>(
        _ name: String, _ values: [Value], _ write: (inout JSONOutput, Value) -> Void
    ) {
        key(name)
        beginArray()
        for value in values { write(&self, value) }
        endArray()
    }

    fileprivate mutating func write(_ change: RecordComparison.Change) {
        beginObject()
        member("change", change.name)
        member("element", ifPresent: (change.new ?? change.old)?.element.name)
        if let old = change.old { write("old", old) }
        if let new = change.new { write("new", new) }
        if case .changed(let old, let new) = change {
            array("words", WordDifference(from: old.text, to: new.text).runs) { output, run in
                output.beginObject()
                output.member(run.fate.rawValue, run.text)
                output.endObject()
            }
        }
        endObject()
    }

    private mutating func write(_ name: String, _ unit: ComparedUnit) {
        key(name)
        beginObject()
        member("number", ifPresent: unit.number)
        member("text", unit.text)
        member("section", ifPresent: unit.section)
        member("path", unit.path)
        member("id", ifPresent: unit.id)
        member("lines", ifPresent: unit.lines?.description)
        endObject()
    }
}
