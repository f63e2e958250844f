import Testing

@testable import LibXML

@Suite struct `A growing buffer` {
    @Test func `holds what was added, whatever its size`() {
        let buffer = GrowingBuffer<UInt8>()
        var expected: [UInt8] = []
        for count in [0, 1, 62, 2, 300, 7] {
            let piece = (0..<count).map { UInt8(truncatingIfNeeded: $0 + expected.count) }
            piece.withUnsafeBufferPointer { buffer.append($0) }
            expected += piece
            buffer.append(UInt8(count & 0xFF))
            expected.append(UInt8(count & 0xFF))
            #expect(Array(buffer.values) == expected)
        }
        #expect(buffer.last == expected.last)
        buffer.truncate(to: 3)
        #expect(Array(buffer.values) == Array(expected[..<3]))
        buffer[1] = 99
        #expect(buffer[1] == 99)
        #expect(buffer.popLast() == expected[2] && buffer.count == 2)
        buffer.removeAll()
        #expect(buffer.values.isEmpty && buffer.last == nil && buffer.popLast() == nil)
    }
}
