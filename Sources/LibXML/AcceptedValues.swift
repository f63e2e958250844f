internal import CLibXML2

/// Attribute values that a schema has accepted, so that libxml2 need not be asked about them again.
///
/// A pattern costs libxml2 thousands of instructions a value, and the same codes, languages and identifiers stand in
/// records again and again. Whether a value is of its type depends on the value alone, and an optional attribute may be
/// left out, so what libxml2 has accepted once it is not told again. A fixed number of values is remembered; one
/// that needs the place of another takes it.
///
/// A class over memory of its own: it is met at every element, and arrays would be counted and checked each time.
final class AcceptedValues {
    private struct Entry {
        var hash: UInt64 = 0
        var element: UInt16 = 0
        var attribute: UInt16 = 0
        /// -1 where nothing is remembered.
        var count: Int32 = -1
    }

    /// The attributes of an element that libxml2 has to be told of, five pointers each, as in a SAX2 event.
    struct Selection {
        let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
        let count: Int
    }

    /// By the number of a name, whether it is of an attribute whose values may be remembered.
    private let isRemembered: UnsafeMutableBufferPointer<Bool>
    private let entries: UnsafeMutablePointer<Entry>
    private let bytes: UnsafeMutablePointer<UInt8>

    private var selected: UnsafeMutableBufferPointer<UnsafePointer<xmlChar>?>
    /// The numbers of the names of the selected attributes.
    private var selectedNumbers: UnsafeMutableBufferPointer<Int>

    private static let capacity = 2048
    private static let longestValue = 40

    /// Remembers nothing yet.
    ///
    /// - Parameter attributes: The numbers of attributes that are optional wherever the schema has them.
    init(of attributes: [Int]) {
        isRemembered = .allocate(capacity: (attributes.max() ?? -1) + 1)
        isRemembered.initialize(repeating: false)
        for attribute in attributes { isRemembered[attribute] = true }
        entries = .allocate(capacity: Self.capacity)
        entries.initialize(repeating: Entry(), count: Self.capacity)
        bytes = .allocate(capacity: Self.capacity * Self.longestValue)
        selected = .allocate(capacity: 0)
        selectedNumbers = .allocate(capacity: 0)
    }

    deinit {
        isRemembered.deallocate()
        entries.deallocate()
        bytes.deallocate()
        selected.deallocate()
        selectedNumbers.deallocate()
    }

    /// Selects the attributes of an element whose values were not accepted before; nil where all must be told.
    ///
    /// - Parameters:
    ///   - attributes: Five pointers an attribute, as in a SAX2 event.
    ///   - numbers: The numbers of the attributes' names.
    func select(
        of element: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>,
        _ numbers: UnsafeBufferPointer<Int>
    ) -> Selection? {
        makeRoom(for: numbers.count)
        var selectedCount = 0
        for (index, name) in numbers.enumerated() {
            let attribute = attributes + 5 * index
            guard attribute[2] == nil, let start = attribute[3], let end = attribute[4] else { return nil }
            if contains(UnsafeBufferPointer(start: start, count: end - start), of: name, in: element) {
                continue
            }
            for part in 0..<5 { selected[5 * selectedCount + part] = attribute[part] }
            selectedNumbers[selectedCount] = name
            selectedCount += 1
        }
        guard let base = selected.baseAddress else { return nil }
        return Selection(attributes: base, count: selectedCount)
    }

    /// Remembers that the values selected last were accepted.
    func accept(_ selection: Selection, in element: Int) {
        for index in 0..<selection.count {
            guard let start = selected[5 * index + 3], let end = selected[5 * index + 4] else { continue }
            insert(
                UnsafeBufferPointer(start: start, count: end - start), of: selectedNumbers[index], in: element
            )
        }
    }

    private func makeRoom(for count: Int) {
        guard selectedNumbers.count < count else { return }
        selected.deallocate()
        selectedNumbers.deallocate()
        selected = .allocate(capacity: 10 * count)
        selectedNumbers = .allocate(capacity: 2 * count)
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
        guard let start = value.baseAddress else { return true }
        return memcmp(bytes + slot * Self.longestValue, start, value.count) == 0
    }

    /// Remembers that a value was accepted.
    func insert(_ value: UnsafeBufferPointer<UInt8>, of attribute: Int, in element: Int) {
        guard mayHold(value, of: attribute) else { return }
        let hash = Self.hash(value, attribute, element)
        let slot = Self.slot(hash)
        entries[slot] = Entry(
            hash: hash, element: UInt16(element), attribute: UInt16(attribute), count: Int32(value.count))
        if let start = value.baseAddress { memcpy(bytes + slot * Self.longestValue, start, value.count) }
    }

    private func mayHold(_ value: UnsafeBufferPointer<UInt8>, of attribute: Int) -> Bool {
        attribute >= 0 && attribute < isRemembered.count && isRemembered[attribute]
            && value.count <= Self.longestValue
    }

    private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash & UInt64(capacity - 1)) }

    /// No seed but the names, so that every run does the same.
    private static func hash(_ value: UnsafeBufferPointer<UInt8>, _ attribute: Int, _ element: Int) -> UInt64
    {
        value.hash(from: UInt64(truncatingIfNeeded: element << 16 | attribute) &* 0x9E37_79B9_7F4A_7C15)
    }
}
