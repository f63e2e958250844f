/// Plain values that are gathered and forgotten again and again.
///
/// What an array is for, but that an array is checked for other owners at every change, which costs more than the change
/// where a few bytes are added at each event. Whoever has it shares it; a look at the values ends with the next change.
///
/// Public, and not for the package only, since code of another module is specialised for a type only where it is public.
public final class GrowingBuffer<Value: BitwiseCopyable> {
    @exclusivity(unchecked) @usableFromInline var base: UnsafeMutablePointer<Value>
    @exclusivity(unchecked) @usableFromInline var capacity: Int
    @exclusivity(unchecked) @usableFromInline var valueCount = 0

    /// Makes an empty buffer with room for some values before it has to grow.
    @inlinable
    public init(capacity: Int = 64) {
        self.capacity = max(1, capacity)
        base = .allocate(capacity: self.capacity)
    }

    @inlinable
    deinit { base.deallocate() }

    /// How many values there are.
    @inlinable
    public var count: Int { valueCount }

    /// The values, until the next change.
    @inlinable
    public var values: UnsafeBufferPointer<Value> { UnsafeBufferPointer(start: base, count: valueCount) }

    /// The value at a position.
    @inlinable
    public subscript(position: Int) -> Value {
        get {
            precondition(position >= 0 && position < valueCount, "no such value")
            return base[position]
        }
        set {
            precondition(position >= 0 && position < valueCount, "no such value")
            base[position] = newValue
        }
    }

    /// The last value, or nil.
    @inlinable
    public var last: Value? { valueCount > 0 ? base[valueCount - 1] : nil }

    /// Adds a value at the end.
    @inlinable
    public func append(_ value: Value) {
        if valueCount == capacity { grow(to: valueCount + 1) }
        (base + valueCount).initialize(to: value)
        valueCount += 1
    }

    /// Adds values at the end; they must not be the buffer's own.
    @inlinable
    public func append(_ values: UnsafeBufferPointer<Value>) {
        guard let start = values.baseAddress else { return }
        if valueCount + values.count > capacity { grow(to: valueCount + values.count) }
        (base + valueCount).initialize(from: start, count: values.count)
        valueCount += values.count
    }

    /// Takes the last value out.
    @inlinable
    public func popLast() -> Value? {
        guard valueCount > 0 else { return nil }
        valueCount -= 1
        return base[valueCount]
    }

    /// Forgets the values from a position on.
    @inlinable
    public func truncate(to position: Int) {
        precondition(position >= 0 && position <= valueCount, "no such position")
        valueCount = position
    }

    /// Forgets all values.
    @inlinable
    public func removeAll() { valueCount = 0 }

    @inlinable
    @inline(never)
    func grow(to needed: Int) {
        capacity = max(needed, 2 * capacity)
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
        larger.initialize(from: base, count: valueCount)
        base.deallocate()
        base = larger
    }
}
