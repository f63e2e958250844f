import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `A record written as it was read` {
    private static let forms = [ReportFormat.xml, .ndjson].compactMap(\.stream)

    /// What a form gives by way of the report that a tape holds.
    private static func written(_ tape: RecordTape, _ form: StreamForm) throws -> [UInt8] {
        let report = try #require(RecordAssembly(tape.view).report)
        var output: [UInt8] = []
        try form.write(report, &output)
        return output
    }

    @Test(arguments: 0..<100)
    func `is the same as by way of a report`(seed: Int) throws {
        var generator = RecordGenerator(seed: UInt64(seed))
        let tape = RecordTape(of: generator.report())
        for form in Self.forms { #expect(try form.copy(tape.view) == Self.written(tape, form)) }
    }

    @Test func `has its attributes in the order of records, and its lines as short as they can be`() throws {
        var builder = RecordBuilder()
        builder.start(.meetingReport)
        for (name, value) in [(AttributeName.kind, "report"), (.lang, "en"), (.version, "1.0")] {
            builder.attribute(name, value)
        }
        builder.start(.body)
        builder.start(.section)
        for (name, value) in [(AttributeName.kind, "agenda"), (.lines, "3-3 5-7 9"), (.id, "a")] {
            builder.attribute(name, value)
        }
        for _ in 0..<3 { builder.end() }
        for form in Self.forms {
            let text = String(decoding: form.copy(builder.tape.view), as: UTF8.self)
            #expect(try Array(text.utf8) == Self.written(builder.tape, form))
            let id = try #require(text.firstRange(of: "\"a\""))
            let lines = try #require(text.firstRange(of: "3 5-7 9"))
            let kind = try #require(text.firstRange(of: "agenda"))
            #expect(id.lowerBound < lines.lowerBound && lines.lowerBound < kind.lowerBound)
        }
    }

    @Test(arguments: [
        ("3", true), ("3-5", true), ("3 5-7", true), ("3-3", false), ("3-5 7-7", false), ("12-12", false),
        ("5-3", true),
    ])
    func `knows which lines are written short`(lines: String, isShort: Bool) {
        var lines = lines
        #expect(lines.withUTF8 { SourceLines.isWrittenShort($0) } == isShort)
        #expect((SourceLines(lines)?.description == lines) == isShort)
    }

    @Test func `attributes are written in the order of their names`() {
        for name in ElementName.allCases {
            let written = name.attributes.map(\.rawValue)
            // A cell's and an entry's are listed in another order than they are written in.
            if name != .cell, name != .entry { #expect(written == written.sorted(), "\(name)") }
        }
    }

    @Test(arguments: 0..<100)
    func `the position behind bytes is found whatever ends their lines`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet: [UInt8] = [0x61, 0x62, 0x0A, 0x0D, 0xC3, 0xA9]
        let bytes = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }
        var expected = TextPosition(line: 7, column: 3, offset: 40)
        for (place, byte) in bytes.enumerated() {
            expected.offset += 1
            let isBeforeLF = place + 1 < bytes.count && bytes[place + 1] == 0x0A
            if byte == 0x0A || byte == 0x0D && !isBeforeLF {
                expected.line += 1
                expected.column = 1
            } else if byte != 0x0D, byte & 0xC0 != 0x80 {
                expected.column += 1
            }
        }
        var position = TextPosition(line: 7, column: 3, offset: 40)
        position.advance(over: bytes)
        #expect(position == expected)
    }
}
