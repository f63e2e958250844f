import LibXML
import Testing

@Suite("What is checked before libxml2 sees a byte")
struct XMLSourceTests {
    @Test(
        "A document that must not be parsed is refused with its reason and its place",
        arguments: [
            ("xml-doctype", "<?xml version='1.0'?>\n⟦<!DOCTYPE r [<!ENTITY a 'x'>]><r>&a;</r>"),
            ("xml-doctype", "<!-- <!DOCTYPE r> --><?pi <!DOCTYPE?>⟦<!DOCTYPE r><r/>"),
            ("xml-doctype", "<r a='>'><b/></r>⟦<!DOCTYPE r>"),
            ("xml-doctype", "⟦<!DOCTYPE r SYSTEM 'file:///etc/passwd'><r/>"),
            ("xml-version", "<?xml version='⟦1.1'?><r/>"),
            ("xml-version", "<?xml version = \"⟦1.0 \"?><r/>"),
            ("xml-nul", "<r/>⟦\0\0"),
            ("xml-nul", "<r>a⟦\0b</r>"),
            ("xml-encoding", "<?xml version='1.0' encoding='⟦UTF-16'?><r/>"),
            ("xml-encoding", "<?xml version='1.0' encoding='⟦x-unheard-of'?><r/>"),
            ("xml-encoding", "<?xml version='1.0' encoding='⟦'?><r/>"),
            ("xml-encoding", "\u{FEFF}<?xml version='1.0' encoding='⟦ISO-8859-1'?><r/>"),
            ("xml-encoding", "<?xml version='1.0' encoding='US-ASCII'?><r>⟦é</r>"),
            ("xml-encoding", "⟦<\0?\0x\0m\0l\0 \0?\0>\0<\0r\0/\0>\0"),
            ("xml-empty", "⟦"),
            ("xml-empty", "⟦ \r\n\t"),
            ("xml-empty", "\u{FEFF}⟦ \n"),
            ("xml-compressed", "⟦BZh91AY&SY"),
            ("xml-compressed", "⟦PK\u{3}\u{4}"),
        ])
    func refused(code: String, marked: String) throws {
        let (bytes, offset) = try unmark(marked)
        let found = try #require(refusal(bytes))
        #expect(found.code.rawValue == code)
        #expect(found.offset == offset)
        #expect(found.message.hasSuffix("."))
    }

    @Test(
        "Compressed bytes are refused",
        arguments: [[0x1F, 0x8B, 8, 0], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD]]
            as [[UInt8]])
    func compressed(bytes: [UInt8]) {
        #expect(refusal(bytes)?.code == .compressed)
    }

    @Test(
        "The words of a DOCTYPE may stand in a comment, a CDATA section, a processing instruction or a value",
        arguments: [
            "<r><!-- <!DOCTYPE r> --></r>", "<r><![CDATA[<!DOCTYPE r>]]></r>", "<?pi <!DOCTYPE r>?><r/>",
            "<!-- > -> <!DOCTYPE r [<!ENTITY a ''>]> --><r/>", "<r><![CDATA[]] ]> <!DOCTYPE r>]]></r>",
            "<r a='&lt;!DOCTYPE r>'/>", "<r>&lt;!DOCTYPE r></r>",
        ])
    func notADoctype(text: String) throws {
        #expect(refusal(Array(text.utf8)) == nil)
        #expect(try parse(text).result.ending == .complete)
    }

    @Test(
        "Bytes that are not UTF-8 are refused at the first one at fault",
        arguments: [
            ([0x80], 0), ([0xC3], 0), ([0xC3, 0x28], 0), ([0xC0, 0xAF], 0), ([0xE2, 0x82], 0),
            ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0xC3, 0xA9, 0xFF], 2),
            ([0xE2, 0x82, 0xAC, 0xE0, 0x80, 0x80], 3),
        ] as [([UInt8], Int)])
    func invalidUTF8(bad: [UInt8], at offset: Int) throws {
        for padding in [0, 1, 7, 8, 9, 63, 1000] {
            let start = Array("<r>".utf8) + Array(repeating: UInt8(ascii: "x"), count: padding)
            let found = try #require(refusal(start + bad + Array("</r>".utf8)))
            #expect(found.code == .invalidUTF8)
            #expect(found.offset == start.count + offset)
        }
    }

    @Test("UTF-8 is taken as it is, with or without byte order mark and declaration")
    func utf8() throws {
        let plain = "<r>é日😀</r>"
        for text in [
            plain, "<?xml version='1.0' encoding='utf-8'?>" + plain, "<?xml version=\"1.0\"?>" + plain,
        ] {
            for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
                let bytes = mark + Array(text.utf8)
                let source = try XMLSource(bytes)
                #expect(source.utf8 == bytes)
                #expect(source.encoding == "UTF-8")
                #expect(!source.isTranscoded)
                let (result, recorder) = try parse(bytes)
                #expect(result.ending == .complete)
                #expect(Array(recorder.text.utf8) == Array("é日😀".utf8))
                let start = bytes.count - plain.utf8.count
                #expect(recorder.events.first == .start("r", number: 0, attributes: [], at: start))
            }
        }
    }

    /// UTF-16 in the byte order given, as `iconv` would write it.
    private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }

    @Test("UTF-16 is read in both byte orders, by its mark or by its declaration", arguments: [true, false])
    func utf16(bigEndian: Bool) throws {
        let name = bigEndian ? "UTF-16BE" : "UTF-16LE"
        let body = "<r a='ü'>é日😀</r>"
        let cases = [
            (body, true), ("<?xml version='1.0' encoding='UTF-16'?>" + body, true),
            ("<?xml version='1.0' encoding='utf-16'?>" + body, false),
            ("<?xml version='1.0' encoding='\(name)'?>" + body, false),
            ("<?xml version='1.0'?>" + body, true),
        ]
        for (text, mark) in cases {
            let bytes = utf16(text, bigEndian: bigEndian, mark: mark)
            let source = try XMLSource(bytes)
            #expect(source.encoding == name)
            #expect(source.isTranscoded)
            #expect(source.utf8 == Array(text.utf8))
            let (result, recorder) = try parse(bytes)
            #expect(result.ending == .complete)
            #expect(recorder.text == "é日😀")
        }
    }

    @Test("UTF-16 that is broken, or declared as something else, is refused")
    func brokenUTF16() {
        let declared = "<?xml version='1.0' encoding='UTF-8'?><r/>"
        #expect(refusal(utf16(declared, bigEndian: false, mark: true))?.code == .encoding)
        #expect(refusal(utf16("<?xml version='1.0'?><r/>", bigEndian: true, mark: false))?.code == .encoding)
        let whole = utf16("<r/>", bigEndian: false, mark: true)
        #expect(refusal(whole + [0x20])?.offset == whole.count)
        #expect(refusal(whole + [0x00, 0xD8])?.offset == whole.count)
        #expect(refusal(whole + [0x00, 0xDC, 0x20, 0x00])?.offset == whole.count)
        #expect(refusal(whole + [0x00, 0xD8, 0x20, 0x00])?.offset == whole.count)
        #expect(refusal(utf16("<r>\0</r>", bigEndian: true, mark: true))?.code == .nul)
        #expect(refusal(utf16("<!DOCTYPE r><r/>", bigEndian: true, mark: true))?.code == .doctype)
        #expect(refusal([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0])?.code == .encoding)
        #expect(refusal([0xFF, 0xFE])?.code == .empty)
    }

    @Test(
        "A declared encoding is read as what it is",
        arguments: [
            ("ISO-8859-1", [0xE9, 0xFC, 0x85], "éü\u{85}"), ("windows-1252", [0x80, 0x93, 0xE9], "€“é"),
            ("US-ASCII", [0x41], "A"), ("ISO-8859-2", [0xB1, 0xEA], "ąę"), ("ISO-8859-15", [0xA4], "€"),
            ("windows-1251", [0xCF, 0xF0], "Пр"), ("KOI8-R", [0xF0], "П"), ("Shift_JIS", [0x93, 0xFA], "日"),
            ("EUC-JP", [0xC6, 0xFC], "日"), ("GB18030", [0xC8, 0xD5], "日"),
        ] as [(String, [UInt8], String)])
    func declared(encoding: String, bytes: [UInt8], text: String) throws {
        let head = Array("<?xml version='1.0' encoding='\(encoding)'?><r>".utf8)
        let document = head + bytes + Array("</r>".utf8)
        let source = try XMLSource(document)
        #expect(source.encoding == encoding)
        #expect(source.isTranscoded)
        let (result, recorder) = try parse(document)
        #expect(result.ending == .complete)
        #expect(Array(recorder.text.utf8) == Array(text.utf8))
    }

    @Test("Decoding by the library carries characters over its pieces, and names the byte where it fails")
    func longTranscoding() throws {
        let head = Array("<?xml version='1.0' encoding='Shift_JIS'?><r>".utf8)
        // An odd start, so that the pieces of 64 KiB end within a character.
        for shift in [0, 1] {
            let start = head + Array(repeating: UInt8(ascii: "x"), count: shift)
            let kanji = (0..<100_000).flatMap { _ in [0x93, 0xFA] as [UInt8] }
            let source = try XMLSource(start + kanji + Array("</r>".utf8))
            let expected = start + Array(String(repeating: "日", count: 100_000).utf8) + Array("</r>".utf8)
            #expect(source.utf8 == expected)
        }
        let cut = head + [0x93]
        #expect(refusal(cut)?.code == .encoding)
        #expect(refusal(cut)?.offset == head.count)
    }

    @Test("A byte without meaning in the declared encoding is refused")
    func meaningless() {
        let head = Array("<?xml version='1.0' encoding='windows-1252'?><r>".utf8)
        #expect(refusal(head + [0x81] + Array("</r>".utf8))?.offset == head.count)
    }

    @Test("A declaration of Latin-1 over bytes that are UTF-8 is called doubtful")
    func doubtful() throws {
        let head = Array("<?xml version='1.0' encoding='ISO-8859-1'?><r>".utf8)
        let end = Array("</r>".utf8)
        #expect(try XMLSource(head + Array("é".utf8) + end).isDeclarationDoubtful)
        #expect(try !XMLSource(head + [0xE9] + end).isDeclarationDoubtful)
        #expect(try !XMLSource(head + end).isDeclarationDoubtful)
        #expect(try !XMLSource(Array("<r>é</r>".utf8)).isDeclarationDoubtful)
    }

    @Test("Limits are kept to the byte")
    func limits() throws {
        let bytes = Array("<r a='1' b='2'><b><c/></b></r>".utf8)
        #expect(refusal(bytes, limits: XMLLimits(maximumBytes: bytes.count)) == nil)
        #expect(refusal(bytes, limits: XMLLimits(maximumBytes: bytes.count - 1))?.code == .tooLarge)
        #expect(refusal(bytes, limits: XMLLimits(maximumTagBytes: 15)) == nil)
        #expect(refusal(bytes, limits: XMLLimits(maximumTagBytes: 14))?.code == .tagTooLong)
        #expect(refusal(bytes, limits: XMLLimits(maximumAttributes: 2)) == nil)
        #expect(refusal(bytes, limits: XMLLimits(maximumAttributes: 1))?.code == .tooManyAttributes)
        #expect(refusal(bytes, limits: XMLLimits(maximumDepth: 3)) == nil)
        let deep = refusal(bytes, limits: XMLLimits(maximumDepth: 2))
        #expect(deep?.code == .tooDeep)
        #expect(deep?.offset == 18)
    }

    @Test("Floods of attributes, endless tags and deep nesting are refused, and the largest allowed are read")
    func floods() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "<b>", count: depth) + String(repeating: "</b>", count: depth)).utf8)
        }
        func attributes(_ count: Int) -> [UInt8] {
            Array(("<r" + (0..<count).map { " a\($0)='1'" }.joined() + "/>").utf8)
        }
        #expect(refusal(nested(251))?.code == .tooDeep)
        #expect(try parse(nested(250)).result.ending == .complete)
        #expect(refusal(nested(100_000))?.code == .tooDeep)
        #expect(refusal(attributes(1001))?.code == .tooManyAttributes)
        #expect(try parse(attributes(1000)).result.ending == .complete)
        #expect(refusal(Array("<r a='\(String(repeating: "x", count: 70_000))'/>".utf8))?.code == .tagTooLong)
        #expect(refusal(Array("<\(String(repeating: "x", count: 70_000))".utf8))?.code == .tagTooLong)
        #expect(refusal(Array("</\(String(repeating: "x", count: 70_000))".utf8))?.code == .tagTooLong)
    }

    @Test("Depth is counted rightly where values hold what looks like the end of a tag")
    func depthBesideValues() throws {
        func document(_ start: String, _ end: String, _ depth: Int) -> [UInt8] {
            Array((String(repeating: start, count: depth) + String(repeating: end, count: depth)).utf8)
        }
        for start in [#"<b a="/>">"#, "<b a='/>'>", #"<b a='">'>"#, #"<b a="'>">"#] {
            #expect(refusal(document(start, "</b>", 251))?.code == .tooDeep, "\(start)")
            #expect(refusal(document(start, "</b>", 250)) == nil, "\(start)")
        }
        for empty in [#"<b a=">"/>"#, "<b a='>' />", #"<b a="/>"/>"#, "<b/>"] {
            let flat = Array("<r>".utf8) + document(empty, "", 300) + Array("</r>".utf8)
            #expect(refusal(flat) == nil, "\(empty)")
        }
        #expect(refusal(Array("<!-- \(String(repeating: "<b>", count: 300)) --><r/>".utf8)) == nil)
        #expect(
            refusal(Array("<r><![CDATA[\(String(repeating: "<b>", count: 300))]]></r>".utf8)) == nil)
    }

    @Test(
        "A document cut off anywhere is no trap for the checks, and never well-formed",
        arguments: ["<?xml version='1.0' encoding='UTF-8'?><!-- c --><r a='1'><![CDATA[x]]><?p i?>é<b/></r>"])
    func cutOff(text: String) throws {
        let bytes = Array(text.utf8)
        for count in 1..<bytes.count {
            let piece = Array(bytes[..<count])
            if refusal(piece) == nil { #expect(try parse(piece).result.ending == .malformed) }
        }
    }
}
