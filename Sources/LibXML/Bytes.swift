internal import CLibXML2

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes are the same as others.
    package func isEqual(to other: Self) -> Bool {
        guard count == other.count, let one = baseAddress, let two = other.baseAddress else {
            return count == other.count
        }
        return memcmp(one, two, count) == 0
    }

    /// Where the first such byte from a position on stands, or the end.
    package func first(_ byte: UInt8, from start: Int) -> Int {
        guard let base = baseAddress, start < count else { return count }
        return start + shim_find(base + start, byte, count - start)
    }
}
