internal import CLibXML2

/// A namespace and the element and attribute names of it that a reader knows, numbered by their place in a list.
///
/// Parser and validator meet in these numbers: ``XMLStartTag`` gives them, ``SchemaValidation`` takes them.
package final class XMLVocabulary: Sendable {
    /// The namespace of the elements.
    package let namespace: String
    /// The known names; the index of one is its number.
    package let names: [String]

    /// Where each name begins in ``storage``; the namespace follows the last.
    private let offsets: [Int]
    // Safe: written once before the object is shared, then only read.
    nonisolated(unsafe) private let storage: UnsafeMutablePointer<UInt8>
    /// The numbers of the names by the hash of their bytes, -1 where there is none; at most half full.
    private let slots: [Int16]

    /// Makes a vocabulary.
    ///
    /// - Parameters:
    ///   - namespace: The namespace of the elements.
    ///   - names: The names of elements and attributes, each once, none of them with a NUL.
    package init(namespace: String, names: [String]) {
        let texts = names + [namespace]
        precondition(Set(names).count == names.count, "a name is in the list twice")
        precondition(!texts.contains { $0.utf8.contains(0) }, "a name holds U+0000")
        self.namespace = namespace
        self.names = names
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        for text in texts {
            offsets.append(bytes.count)
            bytes.append(contentsOf: text.utf8)
            bytes.append(0)
        }
        self.offsets = offsets
        storage = .allocate(capacity: bytes.count)
        storage.initialize(from: bytes, count: bytes.count)
        var slotCount = 2
        while slotCount < 2 * names.count { slotCount *= 2 }
        var slots = [Int16](repeating: -1, count: slotCount)
        for (number, name) in names.enumerated() {
            var slot = Array(name.utf8).withUnsafeBufferPointer { Self.hash($0) } & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int16(number)
        }
        self.slots = slots
    }

    deinit { storage.deallocate() }

    /// The name of that number in UTF-8; the bytes live as long as the vocabulary.
    package func utf8(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage + offsets[index], count: offsets[index + 1] - offsets[index] - 1)
    }

    /// The number of a name given in UTF-8, or nil.
    package func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] >= 0 {
            if utf8(Int(slots[slot])).isEqual(to: name) { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Names are short: their length and three of their bytes tell most of them apart.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        guard let first = name.first, let last = name.last else { return 0 }
        return (name.count &* 31 &+ Int(first)) &* 31 &+ Int(name[name.count / 2]) &* 7 &+ Int(last)
    }

    /// The name of that number as a C string that lives as long as the vocabulary.
    func cString(_ index: Int) -> UnsafePointer<xmlChar> { UnsafePointer(storage + offsets[index]) }

    /// The namespace as a C string that lives as long as the vocabulary.
    var namespaceCString: UnsafePointer<xmlChar> { UnsafePointer(storage + offsets[names.count]) }
}
