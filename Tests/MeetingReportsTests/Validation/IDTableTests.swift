import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `A table of ids` {
    @Test func `finds the first element of each id, as a dictionary does`() {
        var generator = SeededGenerator(seed: 11)
        // Few letters and lengths from none to some words of eight bytes, so that ids repeat and begin alike.
        let ids = (0..<3000).map { _ in
            (0..<Int.random(in: 0...19, using: &generator)).map { _ in
                UInt8.random(in: 97...98, using: &generator)
            }
        }
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: ids.joined().count)
        defer { bytes.deallocate() }
        _ = bytes.initialize(from: ids.joined())
        var table = IDTable()
        var expected: [[UInt8]: Int] = [:]
        var start = 0
        for (element, id) in ids.enumerated() {
            let range = start..<start + id.count
            start = range.upperBound
            table.insert(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes)[range]), element)
            if expected[id] == nil { expected[id] = element }
        }
        #expect(table.count == expected.count)
        for id in ids {
            #expect(id.withUnsafeBufferPointer { table[$0] } == expected[id])
            #expect((id + [99]).withUnsafeBufferPointer { table[$0] } == nil)
        }
    }

    @Test func `that is empty holds nothing`() {
        #expect([UInt8]().withUnsafeBufferPointer { IDTable()[$0] } == nil)
        #expect(Array("para_1".utf8).withUnsafeBufferPointer { IDTable(capacity: 5)[$0] } == nil)
    }
}
