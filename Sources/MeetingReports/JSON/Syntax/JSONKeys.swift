/// The keys of the objects that are open, so that a repeated one is found.
///
/// Keys are compared by their bytes after unescaping, never by canonical equivalence. An object with few keys is
/// searched in order, a larger one through a hash table whose seed differs from run to run, so that no input is slow.
struct JSONKeys {
    /// A key that was read: where its bytes are, and the offset of its opening quote.
    private struct Key {
        let tag: UInt64
        let offset: Int
        let start: Int
        let count: Int
        let isUnescaped: Bool
    }

    /// An open object: how many keys and unescaped bytes there were before it.
    private struct Scope {
        let keys: Int
        let unescaped: Int
    }

    /// The hash table of a large object; a slot holds the number of a key plus one, or 0.
    private struct Table {
        let scope: Int
        var slots: [Int]
        var used = 0
    }

    private static let largestSearchedInOrder = 16

    private let bytes: UnsafeBufferPointer<UInt8>
    private var keys: [Key] = []
    private var scopes: [Scope] = []
    private var tables: [Table] = []
    private var unescaped: [UInt8] = []

    /// - Parameter bytes: the text that the keys stand in; it must outlive this value.
    init(in bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Begins an object.
    mutating func open() {
        scopes.append(Scope(keys: keys.count, unescaped: unescaped.count))
    }

    /// Ends the object begun last.
    mutating func close() {
        if let table = tables.last, table.scope == scopes.count { tables.removeLast() }
        guard let scope = scopes.popLast() else { return }
        keys.removeLast(keys.count - scope.keys)
        if unescaped.count > scope.unescaped { unescaped.removeLast(unescaped.count - scope.unescaped) }
    }

    /// Adds the key that stands between the quotes of `range` to the object begun last.
    /// - Returns: the offset of the same key's first occurrence in that object, nil if there is none.
    mutating func insert(_ range: Range<Int>, hasEscapes: Bool) -> Int? {
        let key = hasEscapes ? unescapedKey(range) : plainKey(range)
        defer { keys.append(key) }
        let first = scopes.last?.keys ?? 0
        if keys.count - first >= Self.largestSearchedInOrder { return insertInTable(key, first: first) }
        for index in first..<keys.count where keys[index].tag == key.tag && isSame(keys[index], key) {
            return keys[index].offset
        }
        return nil
    }

    /// The last key read of each open object, from the outermost; empty for an object without keys yet.
    var path: [String] {
        let ends = scopes.dropFirst().map(\.keys) + [keys.count]
        return zip(scopes, ends).map { scope, end in end > scope.keys ? string(keys[end - 1]) : "" }
    }

    // MARK: - Keys

    @inline(__always)
    private func plainKey(_ range: Range<Int>) -> Key {
        let start = range.lowerBound + 1
        let count = range.count - 2
        return Key(
            tag: fingerprint(of: bytes, start: start, count: count), offset: range.lowerBound, start: start,
            count: count,
            isUnescaped: false)
    }

    @inline(never)
    private mutating func unescapedKey(_ range: Range<Int>) -> Key {
        let source = UnsafeBufferPointer(rebasing: bytes[range.lowerBound + 1..<range.upperBound - 1])
        let start = unescaped.count
        unescaped += [UInt8](unsafeUninitializedCapacity: source.count) { buffer, count in
            count = JSONText.unescape(source, into: buffer)
        }
        let count = unescaped.count - start
        let tag = unescaped.withUnsafeBufferPointer { fingerprint(of: $0, start: start, count: count) }
        return Key(tag: tag, offset: range.lowerBound, start: start, count: count, isUnescaped: true)
    }

    /// The first eight bytes and the length, mixed: keys with different tags differ.
    @inline(__always)
    private func fingerprint(of bytes: UnsafeBufferPointer<UInt8>, start: Int, count: Int) -> UInt64 {
        var head: UInt64 = 0
        if start + 8 <= bytes.count {
            head = JSONText.word(in: bytes, at: start)
            if count < 8 { head &= (1 << (8 * UInt64(count))) - 1 }
        } else {
            for place in 0..<min(count, 8) { head |= UInt64(bytes[start + place]) << (8 * UInt64(place)) }
        }
        return head ^ (UInt64(count) &* 0x9E37_79B9_7F4A_7C15)
    }

    private func withBytes<Result>(of key: Key, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = key.start..<key.start + key.count
        guard key.isUnescaped else { return body(UnsafeBufferPointer(rebasing: bytes[range])) }
        return unescaped.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private func isSame(_ a: Key, _ b: Key) -> Bool {
        a.tag == b.tag && a.count == b.count
            && withBytes(of: a) { left in withBytes(of: b) { left.elementsEqual($0) } }
    }

    private func string(_ key: Key) -> String {
        withBytes(of: key) { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: - Large objects

    private mutating func insertInTable(_ key: Key, first: Int) -> Int? {
        if tables.last?.scope != scopes.count {
            tables.append(Table(scope: scopes.count, slots: []))
        }
        let last = tables.count - 1
        if tables[last].used * 2 >= tables[last].slots.count {
            growTable(last, first: first)
        }
        let slot = slot(of: key, in: tables[last])
        if tables[last].slots[slot] > 0 { return keys[tables[last].slots[slot] - 1].offset }
        tables[last].slots[slot] = keys.count + 1
        tables[last].used += 1
        return nil
    }

    private mutating func growTable(_ last: Int, first: Int) {
        var table = tables[last]
        table.slots = Array(repeating: 0, count: (keys.count - first) * 4)
        table.used = keys.count - first
        for number in first..<keys.count { table.slots[slot(of: keys[number], in: table)] = number + 1 }
        tables[last] = table
    }

    /// The slot that holds `key`, or the empty one where it belongs.
    private func slot(of key: Key, in table: Table) -> Int {
        var hasher = Hasher()
        withBytes(of: key) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        var slot = Int(UInt(bitPattern: hasher.finalize()) % UInt(table.slots.count))
        while table.slots[slot] > 0, !isSame(keys[table.slots[slot] - 1], key) {
            slot = slot + 1 == table.slots.count ? 0 : slot + 1
        }
        return slot
    }
}
