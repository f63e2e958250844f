internal import CLibXML2

/// Numbers for names that are interned in one libxml2 dictionary, so that a pointer decides.
///
/// Known names have the numbers 0, 1, 2 …, others get the next ones as they come.
struct XMLNameTable {
    /// Open addressing; the capacity is a power of two and at most half full.
    private var slots: [(name: UnsafePointer<xmlChar>?, index: Int)]
    private var count = 0

    /// Makes a table of known names, each interned in the dictionary of the parser.
    init(_ known: [UnsafePointer<xmlChar>]) {
        slots = Array(repeating: (nil, 0), count: 64)
        for name in known { _ = index(of: name) }
    }

    /// The number of an interned name.
    mutating func index(of name: UnsafePointer<xmlChar>) -> Int {
        var slot = Self.hash(name) & (slots.count - 1)
        while let key = slots[slot].name {
            if key == name { return slots[slot].index }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = (name, count)
        count += 1
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: (nil, 0), count: old.count * 2)
        for entry in old {
            guard let name = entry.name else { continue }
            var slot = Self.hash(name) & (slots.count - 1)
            while slots[slot].name != nil { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    /// Fibonacci hashing; the low bits of a pointer say little.
    private static func hash(_ name: UnsafePointer<xmlChar>) -> Int {
        Int(truncatingIfNeeded: ((UInt64(UInt(bitPattern: name)) >> 3) &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
}
