/// One JSON value, read whole: its bytes, and a flat list of what stands in them.
///
/// The list holds values and keys in the order of the text, and each array and object knows where its part of the
/// list ends. So children are found without recursion, and members can be visited in any order, at no cost but a step.
package final class JSONDocument: Sendable {
    /// A value or key in the list.
    ///
    /// Offsets count from the start of the document's range, so that they fit.
    struct Entry {
        var start: UInt32
        var end: UInt32 = 0
        /// The entry after the last one inside this value.
        var next: UInt32 = 0
        /// The members of an object or elements of an array.
        var count: UInt32 = 0
        var kind: JSONNode.Kind
        var hasEscapes = false
    }

    /// About how many bytes a value or key takes in a record without white space; a guess to allocate by.
    private static let bytesAnEntry = 8

    /// The bytes that the document stands in.
    package let bytes: [UInt8]
    /// True if a byte order mark stands before the value, at the start of the bytes.
    package let hadBOM: Bool
    let entries: [Entry]
    let origin: Int
    let pointerPrefix: String

    /// Reads the value that stands, with nothing but white space around it, in a part of some bytes.
    /// - Parameters:
    ///   - bytes: the bytes, which the document keeps.
    ///   - range: the part to read, a line of newline-delimited JSON for instance; all bytes if nil.
    ///   - maximumDepth: how many arrays and objects may be open at once.
    /// - Throws: `JSONSyntaxError` at the first departure from the grammar.
    package init(
        _ bytes: [UInt8], range: Range<Int>? = nil, maximumDepth: Int = JSONReader.defaultMaximumDepth
    ) throws(JSONSyntaxError) {
        let range = range ?? 0..<bytes.count
        var hadBOM = false
        entries = try bytes.withUnsafeBufferPointer { buffer throws(JSONSyntaxError) in
            var reader = JSONReader(buffer, range: range, maximumDepth: maximumDepth)
            hadBOM = reader.hadBOM
            let entries = try reader.readEntries(
                from: reader.next(), origin: range.lowerBound, expectedCount: range.count / Self.bytesAnEntry)
            _ = try reader.next()
            return entries
        }
        self.bytes = bytes
        self.hadBOM = hadBOM
        origin = range.lowerBound
        pointerPrefix = ""
    }

    /// Reads the rest of a value whose first token a reader has just returned, so that the elements of a long array can
    /// be visited one at a time.
    /// - Parameters:
    ///   - token: the first token of the value; not a key, a closing bracket or the end.
    ///   - reader: the reader, which stands after the value then.
    ///   - bytes: the bytes that the reader reads, which the document keeps.
    /// - Throws: `JSONSyntaxError` at the first departure from the grammar.
    package init(
        from token: JSONReader.Token, of reader: inout JSONReader, in bytes: [UInt8]
    ) throws(JSONSyntaxError) {
        self.bytes = bytes
        hadBOM = reader.hadBOM
        pointerPrefix = reader.pointer
        origin = reader.tokenRange.lowerBound
        entries = try reader.readEntries(from: token, origin: origin, expectedCount: 0)
    }

    /// The value itself.
    package var root: JSONNode {
        JSONNode(document: self, index: 0)
    }

    /// The value, or key, that begins at a byte; nil where none does.
    func node(at offset: Int) -> JSONNode? {
        var range = entries.indices
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            let start = origin + Int(entries[middle].start)
            if start == offset { return JSONNode(document: self, index: middle) }
            range = start < offset ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}

extension JSONReader {
    /// Reads to the end of the value that begins with `token`, and lists its values and keys.
    fileprivate mutating func readEntries(
        from token: Token, origin: Int, expectedCount: Int
    ) throws(JSONSyntaxError) -> [JSONDocument.Entry] {
        guard end - origin < UInt32.max else { throw tooLong() }
        var entries: [JSONDocument.Entry] = []
        entries.reserveCapacity(expectedCount)
        var open: [Int] = []
        var token = token
        while true {
            let start = UInt32(truncatingIfNeeded: tokenRange.lowerBound - origin)
            let end = UInt32(truncatingIfNeeded: tokenRange.upperBound - origin)
            switch token {
            case .endObject, .endArray:
                guard let container = open.popLast() else { return entries }
                entries[container].end = end
                entries[container].next = UInt32(truncatingIfNeeded: entries.count)
            default:
                guard let kind = JSONNode.Kind(token) else { return entries }
                if token != .key, let container = open.last { entries[container].count += 1 }
                let next = UInt32(truncatingIfNeeded: entries.count + 1)
                entries.append(
                    JSONDocument.Entry(
                        start: start, end: end, next: next, kind: kind,
                        hasEscapes: kind == .string && tokenHasEscapes))
                if token == .beginObject || token == .beginArray { open.append(entries.count - 1) }
            }
            if open.isEmpty, token != .key { return entries }
            token = try next()
        }
    }
}
