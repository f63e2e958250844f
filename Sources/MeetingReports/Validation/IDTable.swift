internal import LibXML

/// Numbers of elements by id, or by another text that is compared byte for byte.
///
/// The texts are those of a record's tape, which has to outlive the table. Open addressing, with a hash that begins with
/// another number in each run, so that no record can be made that collides.
struct IDTable {
    private struct Slot: BitwiseCopyable {
        var id: UnsafeBufferPointer<UInt8>
        /// -1 in an empty slot.
        var element: Int
    }

    private var slots: [Slot] = []
    /// How many different texts there are.
    private(set) var count = 0

    private static let seed = UInt64.random(in: 0 ... .max)

    /// Makes an empty table with room for some texts before it has to grow.
    init(capacity: Int = 0) {
        guard capacity > 0 else { return }
        resize(to: capacity)
    }

    /// Enters the element of a text, unless it has one already; the first one is kept.
    mutating func insert(_ id: UnsafeBufferPointer<UInt8>, _ element: Int) {
        if count * 2 >= slots.count { resize(to: count + 1) }
        let slot = slot(of: id)
        guard slots[slot].element < 0 else { return }
        slots[slot] = Slot(id: id, element: element)
        count += 1
    }

    /// The element of a text, or nil.
    subscript(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
        guard count > 0 else { return nil }
        let element = slots[slot(of: id)].element
        return element < 0 ? nil : element
    }

    /// The slot that holds the text, or the empty one where it belongs.
    private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
        slots.withUnsafeBufferPointer { slots in
            var slot = Int(truncatingIfNeeded: id.hash(from: Self.seed) >> 1) & (slots.count - 1)
            while slots[slot].element >= 0, !slots[slot].id.isEqual(to: id) {
                slot = (slot + 1) & (slots.count - 1)
            }
            return slot
        }
    }

    private mutating func resize(to needed: Int) {
        let old = slots
        var capacity = 16
        while capacity < 2 * needed { capacity *= 2 }
        slots = Array(
            repeating: Slot(id: UnsafeBufferPointer(start: nil, count: 0), element: -1), count: capacity)
        for entry in old where entry.element >= 0 { slots[slot(of: entry.id)] = entry }
    }
}
