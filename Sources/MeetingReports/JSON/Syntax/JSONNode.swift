internal import LibXML

/// A value, or a key, of a `JSONDocument`.
package struct JSONNode: Sendable {
    /// What a value is.
    package enum Kind: Sendable {
        /// An object: members, in the order of the text.
        case object
        /// An array: elements.
        case array
        /// A string; a key is one too.
        case string
        /// A number, kept as text.
        case number
        /// The literal `true`.
        case `true`
        /// The literal `false`.
        case `false`
        /// The literal `null`.
        case null
    }

    /// The document that the value belongs to.
    package let document: JSONDocument
    let index: Int

    /// What the value is.
    package var kind: Kind { entry.kind }

    /// The bytes that the value takes in `document.bytes`, quotes and brackets included.
    package var range: Range<Int> {
        document.origin + Int(entry.start)..<document.origin + Int(entry.end)
    }

    /// The number of members or elements; 0 for every other value.
    package var count: Int { Int(entry.count) }

    /// The value as it is written, quotes and escapes included.
    package var text: ArraySlice<UInt8> { document.bytes[range] }

    /// The text of a string or key, its escapes resolved; nil for every other value.
    package var string: String? {
        document.withWrittenString(index) { JSONText.string($0, hasEscapes: entry.hasEscapes) }
    }

    /// Calls `body` with the text of a string or key in UTF-8, its escapes resolved; nil for every other value.
    func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        document.withUTF8(index, body)
    }

    /// True for a string or key whose text, its escapes resolved, is byte for byte `text`.
    package func isString(_ text: StaticString) -> Bool {
        document.withUTF8(index) { $0.isEqual(to: text) } ?? false
    }

    /// The members of an object; none for every other value.
    package var members: JSONMembers { JSONMembers(of: self) }

    /// The elements of an array; none for every other value.
    package var elements: JSONElements { JSONElements(of: self) }

    /// The value of the member with this key, byte for byte; nil if there is none, or the value is not an object.
    package subscript(key: StaticString) -> JSONNode? {
        members.first { $0.key.isString(key) }?.value
    }

    /// The JSON Pointer (RFC 6901) of the value; of a key, that of its member.
    ///
    /// It takes a walk through the document; of many values, let one ``JSONPointerWalk`` find them.
    package var pointer: String {
        var walk = JSONPointerWalk()
        return walk.pointer(to: self)
    }

    var entry: JSONDocument.Entry { document.entries[index] }
}

/// Values and keys by their place in the list: what a node offers, without counting references to the document.
extension JSONDocument {
    /// The value or key at a place.
    subscript(index: Int) -> JSONNode { JSONNode(document: self, index: index) }

    /// The place behind a value and what it holds.
    func next(_ index: Int) -> Int { Int(entries[index].next) }

    /// The byte at which a value begins.
    func start(of index: Int) -> Int { origin + Int(entries[index].start) }

    /// Calls `body` with the text of a string or key in UTF-8, its escapes resolved; nil for every other value.
    func withUTF8<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        withWrittenString(index) { written in
            guard entries[index].hasEscapes else { return body(written) }
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: written.count) { target in
                let count = JSONText.unescape(written, into: target)
                return body(UnsafeBufferPointer(rebasing: target[..<count]))
            }
        }
    }

    /// Calls `body` with the text of a string or key as it is written, without its quotes; nil for every other value.
    fileprivate func withWrittenString<Result>(
        _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result? {
        let entry = entries[index]
        guard entry.kind == .string else { return nil }
        return bytes.withUnsafeBufferPointer {
            body(
                UnsafeBufferPointer(rebasing: $0[origin + Int(entry.start) + 1..<origin + Int(entry.end) - 1])
            )
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes are those of a word.
    func isEqual(to word: StaticString) -> Bool {
        word.withUTF8Buffer { isEqual(to: $0) }
    }
}

extension JSONNode.Kind {
    /// The kind of the value, or key, that a token begins; nil for a token that begins none.
    init?(_ token: JSONReader.Token) {
        switch token {
        case .beginObject: self = .object
        case .beginArray: self = .array
        case .string, .key: self = .string
        case .number: self = .number
        case .true: self = .true
        case .false: self = .false
        case .null: self = .null
        case .endObject, .endArray, .end: return nil
        }
    }
}

/// A member of an object.
package struct JSONMember: Sendable {
    /// The key, a string with a place like any other.
    package let key: JSONNode
    /// The value.
    package let value: JSONNode
}

/// The members of an object, in the order of the text.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var index: Int
    private let end: Int

    init(of node: JSONNode) {
        document = node.document
        index = node.index + 1
        end = node.kind == .object ? Int(node.entry.next) : index
    }

    /// The next member; nil after the last.
    package mutating func next() -> JSONMember? {
        guard index < end else { return nil }
        let key = JSONNode(document: document, index: index)
        let value = JSONNode(document: document, index: index + 1)
        index = Int(value.entry.next)
        return JSONMember(key: key, value: value)
    }
}

/// The elements of an array, in order.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var index: Int
    private let end: Int

    init(of node: JSONNode) {
        document = node.document
        index = node.index + 1
        end = node.kind == .array ? Int(node.entry.next) : index
    }

    /// The next element; nil after the last.
    package mutating func next() -> JSONNode? {
        guard index < end else { return nil }
        let element = JSONNode(document: document, index: index)
        index = Int(element.entry.next)
        return element
    }
}
