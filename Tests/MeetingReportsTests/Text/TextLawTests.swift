import MeetingReports
import TestSupport
import Testing

@Suite struct `The laws on texts` {
    private func check(_ bytes: [UInt8], _ name: String) throws {
        let reading = try TextReader().read(bytes, name: name)
        let comparison = SourceComparison(of: reading.report, with: bytes)
        #expect(comparison.difference == nil, "law 1: \(name)")
        #expect(reading.ledger.lostCount == 0, "\(name)")
        #expect(reading.ledger.keptCount + reading.ledger.blankCount == reading.ledger.lines.count)
        let again = try TextReader().read(try TextWriter().write(reading.report), name: name)
        #expect(
            RecordDifference(reading.report, again.report, includingSource: false) == nil, "law 2: \(name)")
    }

    @Test func `Hold on the seed`() throws {
        try check(try TestFiles.bytes(TestFiles.seed), "seed.txt")
    }

    @Test(
        .enabled(if: !TestFiles.corpus.isEmpty, "the collection of real reports is not beside the package"),
        arguments: TestFiles.corpus)
    func `Hold on real reports`(path: String) throws {
        try check(try TestFiles.bytes(path), path)
    }

    @Test func `Hold on every beginning of the seed`() throws {
        let bytes = try TestFiles.bytes(TestFiles.seed)
        var count = 0
        for end in bytes.indices where bytes[end] == 0x0A && end > 2 {
            try check(Array(bytes[...end]), "seed to byte \(end)")
            count += 1
        }
        #expect(count == 62)
    }

    @Test func `A form feed parts a line of a page's head from one of the body`() throws {
        // Made by the fuzzer, and shortened.
        let page =
            "Dublin, 14 March 2017\n\nI. Head of the page\n(Tema 1 del\u{C} foot: $&$)\n\n1. One met.\n\n"
        let text =
            "Expert Group on Records\n\nMinutes of the third meeting\n" + page + "Action: go on\n\n" + page
        try check(Array(text.utf8), "form feed inside a line")
    }

    private static let pieces = [
        "I. Heading", "A. Part", "1. Text one.", "2.", "(a) item", "(b)\titem", "(i) inner", "- dash", "•",
        "\u{C}",
        "¹ note", "text¹", "word", "Mr. Roe", "Peru", "| a | b |", "x     y", "____", "......", "co-",
        "operation",
        "Report of the Group", "A/B/1", "Original: English", "\u{AD}", "\u{7}", "é", "\u{A0}", "\u{2028}",
        "😀", "\t",
        "   ", "\u{200E}", "Geneva, 3 May 2011", "was elected as Chair.", "(", ")", "and", "\u{85}",
        "\u{FEFF}",
        "Contents", "\u{C}GE.1\u{C}", "\u{C}¹ in\u{C}", "*", "12)", "ii)",
    ]

    @Test(arguments: 1...400 as ClosedRange<UInt64>)
    func `Nothing is lost or added in any jumble of marks and words`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var text = "word"
        for _ in 0..<Int.random(in: 1...60, using: &generator) {
            text += ["\n", "\n", "\n\n", " ", "\r\n", ""].randomElement(using: &generator) ?? ""
            text += Self.pieces.randomElement(using: &generator) ?? ""
        }
        let bytes = Array(text.utf8)
        let reading = try TextReader().read(bytes, name: "jumble")
        #expect(
            SourceComparison(of: reading.report, with: bytes).difference == nil, "\(text.debugDescription)")
        #expect(reading.ledger.lostCount == 0, "\(text.debugDescription)")
        #expect(reading.ledger.keptCount + reading.ledger.blankCount == reading.ledger.lines.count)
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func `Random characters are kept, or dropped by the list`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var scalars = String.UnicodeScalarView("x".unicodeScalars)
        for _ in 0..<200 {
            let limit: UInt32 = [0x7F, 0x2FF, 0x2FFF, 0x10FFFF].randomElement(using: &generator) ?? 0x7F
            if let scalar = Unicode.Scalar(UInt32.random(in: 1...limit, using: &generator)) {
                scalars.append(scalar)
            }
        }
        let bytes = Array(String(scalars).utf8)
        let reading = try TextReader().read(bytes, name: "soup")
        #expect(SourceComparison(of: reading.report, with: bytes).difference == nil, "seed \(seed)")
        #expect(reading.ledger.lostCount == 0)
    }

    @Test(arguments: ["LF", "CRLF", "CR", "BOM", "UTF-16LE", "UTF-16BE"])
    func `Line ends and encodings make no difference but in the source`(form: String) throws {
        let bytes = try TestFiles.bytes(TestFiles.seed)
        let text = String(decoding: bytes, as: UTF8.self)
        let expected = try TextReader().read(bytes, name: "x").report
        let changed: [UInt8] =
            switch form {
            case "CRLF": bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
            case "CR": bytes.map { $0 == 0x0A ? 0x0D : $0 }
            case "BOM": [0xEF, 0xBB, 0xBF] + bytes
            case "UTF-16LE": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case "UTF-16BE": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            default: bytes
            }
        var found = try TextReader().read(changed, name: "x").report
        #expect(found.source?.size == changed.count)
        #expect(found.source?.encoding == (form.hasPrefix("UTF") ? form : "UTF-8"))
        #expect(SourceComparison(of: found, with: changed).holds)
        found.source = expected.source
        #expect(found == expected)
    }

    @Test func `The comparison finds what is lost, added, changed or moved`() throws {
        let bytes = Array("1. One sentence.\n2. Another one.".utf8)
        let report = try TextReader().read(bytes, name: "x").report
        #expect(SourceComparison(of: report, with: bytes).holds)
        var lost = report
        lost.body.removeLast()
        #expect(!SourceComparison(of: lost, with: bytes).holds)
        var moved = report
        moved.body.swapAt(0, 1)
        #expect(!SourceComparison(of: moved, with: bytes).holds)
        var added = report
        added.body.append(.paragraph(Paragraph(content: [.p(P(content: [.text("x")]))])))
        #expect(!SourceComparison(of: added, with: bytes).holds)
        var masthead = report
        masthead.masthead = [.element(MastheadField(.note, lines: SourceLines(1), content: [.text("One")]))]
        #expect(!SourceComparison(of: masthead, with: bytes).holds)
    }
}
