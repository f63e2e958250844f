import Testing

@testable import MeetingReports

@Suite("UTF-8 and its marks (RFC 8259, section 8.1)")
struct JSONEncodingTests {
    /// The rows of Unicode, table 3-7, typed from it.
    private static let table: [[ClosedRange<UInt8>]] = [
        [0x00...0x7F],
        [0xC2...0xDF, 0x80...0xBF],
        [0xE0...0xE0, 0xA0...0xBF, 0x80...0xBF],
        [0xE1...0xEC, 0x80...0xBF, 0x80...0xBF],
        [0xED...0xED, 0x80...0x9F, 0x80...0xBF],
        [0xEE...0xEF, 0x80...0xBF, 0x80...0xBF],
        [0xF0...0xF0, 0x90...0xBF, 0x80...0xBF, 0x80...0xBF],
        [0xF1...0xF3, 0x80...0xBF, 0x80...0xBF, 0x80...0xBF],
        [0xF4...0xF4, 0x80...0x8F, 0x80...0xBF, 0x80...0xBF],
    ]

    /// The first place at which no row of the table begins; nil if the bytes are rows one after another.
    private static func firstFault(in bytes: [UInt8]) -> Int? {
        var place = 0
        while place < bytes.count {
            let rest = bytes[place...]
            let row = table.first { $0.count <= rest.count && zip($0, rest).allSatisfy { $0.contains($1) } }
            guard let row else { return place }
            place += row.count
        }
        return nil
    }

    @Test("Every lead byte is followed by what table 3-7 allows", arguments: 0x80...0xFF)
    func leadBytes(lead: UInt8) {
        let edges: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE1, 0xFF]
        let two: [[UInt8]] = edges.map { [lead, $0] }
        let three: [[UInt8]] = two.flatMap { start in edges.map { start + [$0] } }
        let four: [[UInt8]] = three.flatMap { start in [0x41, 0x80, 0xBF, 0xC2].map { start + [$0] } }
        for sequence in [[lead]] + two + three + four {
            let error = jsonError([0x5B, 0x22, 0x61] + sequence + [0x22, 0x5D])
            if let fault = Self.firstFault(in: sequence) {
                #expect(error?.code == .invalidUTF8)
                #expect(error?.offset == 3 + fault)
            } else {
                #expect(error == nil)
            }
        }
    }

    @Test(
        "What is wrong with the bytes is said",
        arguments: [
            ([0x80], "the byte 0x80 continues"), ([0xBF], "the byte 0xBF continues"),
            ([0xC0, 0x80], "the byte 0xC0 begins an overlong form"),
            ([0xC1, 0xBF], "the byte 0xC1 begins an overlong form"),
            ([0xE0, 0x9F, 0xBF], "the bytes 0xE0 0x9F begin an overlong form"),
            ([0xF0, 0x8F, 0xBF, 0xBF], "the bytes 0xF0 0x8F begin an overlong form"),
            ([0xED, 0xA0, 0x80], "the bytes 0xED 0xA0 encode a surrogate"),
            ([0xED, 0xBF, 0xBF], "the bytes 0xED 0xBF encode a surrogate"),
            ([0xF4, 0x90, 0x80, 0x80], "the bytes 0xF4 0x90 encode a number beyond U+10FFFF"),
            ([0xF5, 0x80, 0x80, 0x80], "the byte 0xF5 does not occur"),
            ([0xFF], "the byte 0xFF does not occur"),
            ([0xE9, 0x20], "the byte 0x20 stands in the UTF-8 sequence that 0xE9 begins"),
            ([0xE2, 0x82, 0x41], "the byte 0x41 stands in the UTF-8 sequence that 0xE2 begins"),
            ([0xF0, 0x9F, 0x98], "the byte 0x22 stands in the UTF-8 sequence that 0xF0 begins"),
        ] as [([UInt8], String)])
    func faults(sequence: [UInt8], beginning: String) throws {
        let error = try #require(jsonError([0x22, 0x61] + sequence + [0x22]))
        #expect(error.code == .invalidUTF8)
        #expect(error.offset == 2)
        #expect(error.message.hasPrefix(beginning), "\(error.message)")
    }

    @Test(
        "A sequence that the input cuts off is not UTF-8",
        arguments: [[0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98]] as [[UInt8]])
    func cutOff(sequence: [UInt8]) {
        let error = jsonError([0x22] + sequence)
        #expect(error?.code == .invalidUTF8)
        #expect(error?.offset == 1)
    }

    @Test(
        "Outside strings too, bytes that are not UTF-8 are called that",
        arguments: [
            ([0xFF], 0), ([0x5B, 0x80, 0x5D], 1), ([0x5B, 0x31, 0xC3, 0x5D], 2), ([0x7B, 0xE9, 0x7D], 1),
            ([0x31, 0xC0, 0x80], 1), ([0x22, 0x5C, 0xFF, 0x22], 2),
            ([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], 2),
        ] as [([UInt8], Int)])
    func outsideStrings(bytes: [UInt8], offset: Int) {
        let error = jsonError(bytes)
        #expect(error?.code == .invalidUTF8)
        #expect(error?.offset == offset)
    }

    @Test("A byte order mark at the very start is skipped, and known")
    func byteOrderMark() throws {
        let document = try JSONDocument([0xEF, 0xBB, 0xBF] + Array(" {\"a\":1}".utf8))
        #expect(document.hadBOM)
        #expect(document.root.range == 4..<11)
        #expect(try !JSONDocument(Array("1".utf8)).hadBOM)
    }

    @Test(
        "A byte order mark elsewhere is refused",
        arguments: ["\u{FEFF}⟦\u{FEFF}1", " ⟦\u{FEFF}1", "[⟦\u{FEFF}1]", "1⟦\u{FEFF}", "{⟦\u{FEFF}\"a\":1}"])
    func strayByteOrderMark(text: String) {
        let marked = MarkedJSON(text)
        let error = jsonError(marked.bytes)
        #expect(error?.offset == marked.offset)
        #expect(error?.message.hasPrefix("a byte order mark (U+FEFF) that is not at the very start") == true)
    }

    @Test("A line of newline-delimited JSON has no byte order mark of its own")
    func byteOrderMarkOfALine() throws {
        let bytes = Array("1\n\u{FEFF}2\n".utf8)
        #expect(throws: JSONSyntaxError.self) { try JSONDocument(bytes, range: 2..<6) }
    }

    @Test(
        "A part of a byte order mark is not one",
        arguments: [[0xEF], [0xEF, 0xBB], [0xEF, 0xBB, 0x31]] as [[UInt8]])
    func partOfByteOrderMark(bytes: [UInt8]) {
        #expect(jsonError(bytes)?.code == .invalidUTF8)
    }

    @Test(
        "UTF-16 and UTF-32 are refused by name",
        arguments: ["[1]", "\"\u{416}\"", "7", "{\"a\":\"\u{E9}\u{4E2D}\"}"])
    func otherEncodings(text: String) {
        let big16 = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let little16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big32 = text.unicodeScalars.flatMap { [0, 0, UInt8($0.value >> 8), UInt8($0.value & 0xFF)] }
        let little32 = text.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] }
        for bytes in [big16, little16, [0xFE, 0xFF] + big16, [0xFF, 0xFE] + little16] {
            let error = jsonError(bytes)
            #expect(error?.code == .encoding)
            #expect(error?.message == "the input looks like UTF-16; expected UTF-8 (RFC 8259, section 8.1)")
        }
        for bytes in [big32, little32, [0, 0, 0xFE, 0xFF] + big32, [0xFF, 0xFE, 0, 0] + little32] {
            let error = jsonError(bytes)
            #expect(error?.code == .encoding)
            #expect(error?.message == "the input looks like UTF-32; expected UTF-8 (RFC 8259, section 8.1)")
        }
    }

    @Test(
        "A zero byte is refused everywhere",
        arguments: ["⟦\0", "[⟦\0]", "[1⟦\0]", "[]\n⟦\0", "{⟦\0}", "\"a⟦\0\"", "{\"a\"⟦\0:1}"])
    func zeroBytes(text: String) {
        let marked = MarkedJSON(text)
        #expect(jsonError(marked.bytes)?.offset == marked.offset)
    }
}
