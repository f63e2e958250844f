import MeetingReports
import Testing

@Suite struct `Bytes as text` {
    private func error(_ bytes: [UInt8]) -> Finding? {
        do {
            _ = try TextReader().read(bytes, name: "x.txt")
            return nil
        } catch {
            return error.finding
        }
    }

    @Test(arguments: [
        ("PDF", Array("%PDF-1.7 x".utf8)), ("ZIP", Array("PK\u{3}\u{4}x".utf8)),
        ("Office", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), ("RTF", Array("{\\rtf1 x}".utf8)),
        ("WordPerfect", [0xFF, 0x57, 0x50, 0x43]), ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D]),
        ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0]), ("GIF", Array("GIF89a".utf8)),
        ("TIFF", [0x49, 0x49, 0x2A, 0x00]),
        ("gzip", [0x1F, 0x8B, 0x08]),
    ])
    func `A file of another format is refused by its name`(what: String, bytes: [UInt8]) throws {
        let finding = try #require(error(bytes))
        #expect(finding.code == .textNotText)
        #expect(finding.message.contains(what))
    }

    @Test func `Invalid UTF-8 is refused with offset, line and byte`() throws {
        let finding = try #require(error(Array("one\ntwo ".utf8) + [0xE9] + Array(" x".utf8)))
        #expect(finding.code == .textInvalidUTF8)
        #expect(finding.message.contains("0xE9") && finding.message.contains("offset 8"))
        #expect(finding.place.range?.start.line == 2)
        #expect(finding.place.range?.start.column == 5)
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0x80],
            [0xFE],
        ] as [[UInt8]])
    func `Overlong, surrogate, truncated and stray bytes are not UTF-8`(bytes: [UInt8]) {
        #expect(error([0x61] + bytes)?.code == .textInvalidUTF8)
    }

    @Test func `A NUL is refused with its offset`() throws {
        let finding = try #require(error(Array("some words ab\u{0}c and more words".utf8)))
        #expect(finding.code == .textNUL)
        #expect(finding.message.contains("offset 13"))
    }

    @Test func `UTF-16 without a byte order mark is named as such`() throws {
        let bytes = Array("plain words".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(error(bytes)?.message.contains("UTF-16") == true)
    }

    @Test(arguments: ["", " ", "\n\n\t \n", "\u{FEFF}", "\u{A0}\n"])
    func `White space only is nothing to read`(text: String) {
        #expect(error(Array(text.utf8))?.code == .textEmpty)
    }

    @Test func `Half a surrogate pair is refused`() {
        #expect(error([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8])?.code == .textInvalidUTF16)
        #expect(error([0xFE, 0xFF, 0x00, 0x61, 0x62])?.code == .textInvalidUTF16)
    }

    @Test func `A byte order mark is dropped and counted`() throws {
        let reading = try reading("\u{FEFF}One sentence.")
        #expect(reading.report.paragraphs[0].content.runs == ["One sentence."])
        #expect(reading.ledger.drops == [.init(kind: .byteOrderMark, line: 1, count: 1)])
        #expect(reading.report.source?.encoding == "UTF-8")
    }

    @Test func `Control characters are dropped with a finding at the first place`() throws {
        let reading = try reading("One\u{7} word.\nTwo\u{7}\u{7} more\u{FFFE}.")
        #expect(reading.findings.map(\.code) == [.textControlCharacter, .textControlCharacter])
        #expect(reading.findings[0].place.range?.start == TextPosition(line: 1, column: 4, offset: 3))
        #expect(reading.findings[0].place.sourceLines?.description == "1-2")
        #expect(
            reading.ledger.drops == [
                .init(kind: .control(7), line: 1, count: 1), .init(kind: .control(7), line: 2, count: 2),
                .init(kind: .control(0xFFFE), line: 2, count: 1),
            ])
    }

    @Test func `A vertical tab parts words`() throws {
        #expect(try reading("One\u{B}two.").report.paragraphs[0].content.runs == ["One two."])
    }

    @Test func `A soft hyphen is dropped and counted, not found fault with`() throws {
        let reading = try reading("Co\u{AD}operation.")
        #expect(reading.report.paragraphs[0].content.runs == ["Cooperation."])
        #expect(reading.findings.isEmpty)
        #expect(reading.ledger.drops == [.init(kind: .softHyphen, line: 1, count: 1)])
    }

    @Test func `The source says name, digest, size, encoding and lines`() throws {
        // The digest is that of sha256sum for the three bytes "abc".
        let source = try TextReader().read(Array("abc".utf8), name: "a.txt").report.source
        #expect(
            source
                == Source(
                    name: "a.txt", sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                    size: 3, encoding: "UTF-8", lines: SourceLines(1)))
    }
}
