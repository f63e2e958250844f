internal import CLibXML2

/// Attribute values that a schema has accepted, so that libxml2 need not be asked about them again.
///
/// A pattern costs libxml2 thousands of instructions a value, and the same codes, languages and identifiers stand in
/// records again and again. Whether a value is of its type depends on the value alone, and an optional attribute may be
/// left out, so what libxml2 has accepted once it is not told again. A fixed number of values is remembered; one
/// that needs the place of another takes it.
struct AcceptedValues {
    private struct Entry {
        var hash: UInt64 = 0
        var element: UInt16 = 0
        var attribute: UInt16 = 0
        /// -1 where nothing is remembered.
        var count: Int32 = -1
    }

    /// By the number of a name, whether it is of an attribute whose values may be remembered.
    private let isRemembered: [Bool]
    private var entries: [Entry]
    private var bytes: [UInt8]

    private static let capacity = 2048
    private static let longestValue = 40

    /// Remembers nothing yet.
    ///
    /// - Parameter attributes: The numbers of attributes that are optional wherever the schema has them.
    init(of attributes: [Int]) {
        var isRemembered = [Bool](repeating: false, count: (attributes.max() ?? -1) + 1)
        for attribute in attributes { isRemembered[attribute] = true }
        self.isRemembered = isRemembered
        entries = Array(repeating: Entry(), count: Self.capacity)
        bytes = Array(repeating: 0, count: Self.capacity * Self.longestValue)
    }

    /// Whether a value of an element's attribute was accepted before.
    func contains(_ value: UnsafeBufferPointer<UInt8>, of attribute: Int, in element: Int) -> Bool {
        guard mayHold(value, of: attribute) else { return false }
        let hash = Self.hash(value, attribute, element)
        let slot = Self.slot(hash)
        let entry = entries[slot]
        guard entry.hash == hash, Int(entry.count) == value.count, Int(entry.element) == element,
            Int(entry.attribute) == attribute
        else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let known = bytes.baseAddress, let value = value.baseAddress else { return true }
            return memcmp(known + slot * Self.longestValue, value, Int(entry.count)) == 0
        }
    }

    /// Remembers that a value was accepted.
    mutating func insert(_ value: UnsafeBufferPointer<UInt8>, of attribute: Int, in element: Int) {
        guard mayHold(value, of: attribute) else { return }
        let hash = Self.hash(value, attribute, element)
        let slot = Self.slot(hash)
        entries[slot] = Entry(
            hash: hash, element: UInt16(element), attribute: UInt16(attribute), count: Int32(value.count))
        for (index, byte) in value.enumerated() { bytes[slot * Self.longestValue + index] = byte }
    }

    private func mayHold(_ value: UnsafeBufferPointer<UInt8>, of attribute: Int) -> Bool {
        attribute >= 0 && attribute < isRemembered.count && isRemembered[attribute]
            && value.count <= Self.longestValue
    }

    private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash & UInt64(capacity - 1)) }

    /// Mixes eight bytes at a time; no seed, so that every run does the same.
    private static func hash(_ value: UnsafeBufferPointer<UInt8>, _ attribute: Int, _ element: Int) -> UInt64
    {
        let raw = UnsafeRawBufferPointer(value)
        var hash = UInt64(truncatingIfNeeded: element << 16 | attribute) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        func mix(_ word: UInt64) {
            hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        while index + 8 <= raw.count {
            mix(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest = UInt64(raw.count)
        while index < raw.count {
            rest = rest << 8 | UInt64(raw[index])
            index += 1
        }
        mix(rest)
        return hash
    }
}
