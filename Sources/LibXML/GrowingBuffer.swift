/// Plain values that are gathered and forgotten again and again.
///
/// What an array is for, but that an array is checked for other owners at every change, which costs more than the change
/// where a few bytes are added at each event. Whoever has it shares it; a look at the values ends with the next change.
package final class GrowingBuffer<Value: BitwiseCopyable> {
    @exclusivity(unchecked) @usableFromInline var base: UnsafeMutablePointer<Value>
    @exclusivity(unchecked) @usableFromInline var capacity: Int
    /// How many values there are.
    @exclusivity(unchecked) @usableFromInline package internal(set) var count = 0

    /// Makes an empty buffer.
    @inlinable
    package init() {
        capacity = 64
        base = .allocate(capacity: 64)
    }

    @inlinable
    deinit { base.deallocate() }

    /// The values, until the next change.
    @inlinable
    package var values: UnsafeBufferPointer<Value> { UnsafeBufferPointer(start: base, count: count) }

    /// The value at a position.
    @inlinable
    package subscript(position: Int) -> Value {
        get {
            precondition(position >= 0 && position < count, "no such value")
            return base[position]
        }
        set {
            precondition(position >= 0 && position < count, "no such value")
            base[position] = newValue
        }
    }

    /// The last value, or nil.
    @inlinable
    package var last: Value? { count > 0 ? base[count - 1] : nil }

    /// Adds a value at the end.
    @inlinable
    package func append(_ value: Value) {
        if count == capacity { grow(to: count + 1) }
        (base + count).initialize(to: value)
        count += 1
    }

    /// Adds values at the end; they must not be the buffer's own.
    @inlinable
    package func append(_ values: UnsafeBufferPointer<Value>) {
        guard let start = values.baseAddress else { return }
        if count + values.count > capacity { grow(to: count + values.count) }
        (base + count).initialize(from: start, count: values.count)
        count += values.count
    }

    /// Forgets the values from a position on.
    @inlinable
    package func truncate(to position: Int) {
        precondition(position >= 0 && position <= count, "no such position")
        count = position
    }

    /// Forgets all values.
    @inlinable
    package func removeAll() { count = 0 }

    @inlinable
    func grow(to needed: Int) {
        capacity = max(needed, 2 * capacity)
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
        larger.initialize(from: base, count: count)
        base.deallocate()
        base = larger
    }
}
