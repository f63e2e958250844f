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

    /// A hash that mixes eight bytes at a time; which of two texts are equal is not told by it.
    package func hash(from seed: UInt64) -> UInt64 {
        let raw = UnsafeRawBufferPointer(self)
        var hash = seed
        func mix(_ word: UInt64) {
            hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        var index = 0
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
