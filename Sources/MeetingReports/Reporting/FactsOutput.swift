extension Facts {
    /// The kinds of facts, as ``csv(kind:)`` names them.
    public static var kinds: [String] { Facts(masthead: []).tables.map(\.kind) }

    /// The facts as UTF-8 JSON: an object with an array for each kind; what a fact does not have is left out.
    public var json: [UInt8] {
        var output = JSONOutput(.indented)
        output.beginObject()
        for table in tables {
            output.key(table.kind)
            output.beginArray()
            for row in table.rows {
                output.beginObject()
                for (column, value) in zip(table.columns, row) { output.member(column, value) }
                output.endObject()
            }
            output.endArray()
        }
        output.endObject()
        output.lineFeed()
        return output.bytes
    }

    /// The facts of one kind as CSV (RFC 4180 with LF) in UTF-8, with a head line; nil for a kind that does not exist.
    ///
    /// Several values in one field are parted by `; `; a party is its code, else its acronym, else its name.
    public func csv(kind: String) -> [UInt8]? {
        guard let table = tables.first(where: { $0.kind == kind }) else { return nil }
        var lines = [table.columns]
        lines += table.rows.map { $0.map(\.field) }
        let text = lines.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
        return Array(text.utf8)
    }

    private static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}

extension FactsTable.Value {
    /// The value as one string: a field of CSV.
    var field: String {
        switch self {
        case .text(let text): text ?? ""
        case .texts(let texts): texts.joined(separator: "; ")
        case .parties(let parties): parties.map { $0.code ?? $0.acronym ?? $0.name }.joined(separator: "; ")
        }
    }
}

extension JSONOutput {
    fileprivate mutating func member(_ name: String, _ value: FactsTable.Value) {
        switch value {
        case .text(let text): member(name, ifPresent: text)
        case .texts(let texts):
            key(name)
            beginArray()
            texts.forEach { string($0) }
            endArray()
        case .parties(let parties):
            key(name)
            beginArray()
            for party in parties {
                beginObject()
                member("name", party.name)
                member("kind", ifPresent: party.kind)
                member("code", ifPresent: party.code)
                member("acronym", ifPresent: party.acronym)
                endObject()
            }
            endArray()
        }
    }
}
