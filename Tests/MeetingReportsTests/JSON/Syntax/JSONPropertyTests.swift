import TestSupport
import Testing

@testable import MeetingReports

@Suite("Properties of reading and writing JSON")
struct JSONPropertyTests {
    @Test("What was written is read back equal, compact and indented", arguments: 0..<40)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let value = randomValue(depth: 5, using: &generator)
            for layout in [JSONOutput.Layout.compact, .indented] {
                var output = JSONOutput(layout)
                value.write(to: &output)
                let document = try JSONDocument(output.bytes)
                #expect(JSONValue(document.root) == value)
                #expect(document.root.range == 0..<output.bytes.count)
            }
        }
    }

    @Test("Every proper prefix of an object, array or string is refused", arguments: 0..<30)
    func prefixes(seed: UInt64) {
        var generator = SeededGenerator(seed: 1_000 + seed)
        let value = JSONValue.array([randomValue(depth: 4, using: &generator)])
        var output = JSONOutput(seed % 2 == 0 ? .compact : .indented)
        value.write(to: &output)
        for count in 0..<min(output.bytes.count, 3_000) {
            let error = jsonError(Array(output.bytes[..<count]))
            #expect(error?.code == .end || error?.code == .invalidUTF8)
        }
    }

    @Test(
        "Changed bytes never crash, and what is still accepted means what its canonical copy means",
        arguments: 0..<30)
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 2_000 + seed)
        let interesting = Array("[]{}\",:\\u0e-.tn \n\u{1}é".utf8) + [0x00, 0x80, 0xC0, 0xED, 0xF4, 0xFF]
        for _ in 0..<100 {
            var output = JSONOutput()
            randomValue(depth: 4, using: &generator).write(to: &output)
            var bytes = output.bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0...bytes.count, using: &generator)
                let byte = interesting.randomElement(using: &generator) ?? 0
                switch Int.random(in: 0..<3, using: &generator) {
                case 0 where place < bytes.count: bytes[place] = byte
                case 1 where place < bytes.count: bytes.remove(at: place)
                default: bytes.insert(byte, at: place)
                }
            }
            do throws(JSONSyntaxError) {
                let value = JSONValue(try JSONDocument(bytes).root)
                var copy = JSONOutput()
                value.write(to: &copy)
                #expect(try JSONValue(JSONDocument(copy.bytes).root) == value)
            } catch {
                #expect((0...bytes.count).contains(error.offset))
                #expect(!error.message.isEmpty)
            }
        }
    }

    // MARK: - Random values

    private func randomValue(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth == 0 ? 4 : 8), using: &generator) {
        case 0: return .string(randomText(using: &generator))
        case 1: return .number(randomNumber(using: &generator))
        case 2: return .bool(Bool.random(using: &generator))
        case 3: return .null
        case 4, 5:
            let count = Int.random(in: 0...5, using: &generator)
            return .array((0..<count).map { _ in randomValue(depth: depth - 1, using: &generator) })
        default:
            var keys: Set<[UInt8]> = []
            for _ in 0..<Int.random(in: 0...(depth == 4 ? 30 : 5), using: &generator) {
                keys.insert(randomText(using: &generator))
            }
            let sorted = keys.sorted { $0.lexicographicallyPrecedes($1) }
            return .object(
                sorted.map {
                    JSONValue.Member(key: $0, value: randomValue(depth: depth - 1, using: &generator))
                })
        }
    }

    private func randomText(using generator: inout SeededGenerator) -> [UInt8] {
        let ranges: [ClosedRange<UInt32>] = [
            0x61...0x7A, 0x20...0x7E, 0x00...0x1F, 0x22...0x22, 0x5C...0x5C, 0x80...0x7FF, 0x800...0xD7FF,
            0xE000...0xFFFF, 0x10000...0x10FFFF, 0x300...0x36F,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...20, using: &generator) {
            let index =
                Bool.random(using: &generator) ? 0 : Int.random(in: 0..<ranges.count, using: &generator)
            if let scalar = Unicode.Scalar(UInt32.random(in: ranges[index], using: &generator)) {
                scalars.append(scalar)
            }
        }
        return Array(String(scalars).utf8)
    }

    private func randomNumber(using generator: inout SeededGenerator) -> [UInt8] {
        var text = Bool.random(using: &generator) ? "-" : ""
        text +=
            Bool.random(using: &generator)
            ? "0" : String(UInt64.random(in: 1...UInt64.max, using: &generator))
        if Bool.random(using: &generator) {
            text += ".0\(UInt16.random(in: 0...UInt16.max, using: &generator))"
        }
        if Bool.random(using: &generator) {
            text += "E-0\(UInt8.random(in: 0...UInt8.max, using: &generator))"
        }
        return Array(text.utf8)
    }
}
