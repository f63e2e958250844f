import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `Records read as a stream` {
    @Test(arguments: [ReportFormat.xml, .ndjson], [ReportFormat.xml, .ndjson])
    func `give the bytes that the whole file gives, however it is cut`(
        source: ReportFormat, target: ReportFormat
    ) throws {
        for seed in UInt64(1)...2 {
            let plain = try Streamed.records(seed, 6, as: source)
            let mark: [UInt8] = source == .xml ? [0xEF, 0xBB, 0xBF] : []
            for bytes in [plain, plain.withCRLF, mark + plain] {
                let name = "r.\(source.name)"
                let expected = try Streamed.whole(bytes, name, to: target)
                for (cut, jobs) in [(1, 1), (2_000, 3), (1 << 18, 1)] {
                    let found = try #require(try Streamed(bytes, name, to: target, chunk: cut, jobs: jobs))
                    #expect(found.output == expected, "seed \(seed), cut at \(cut), \(jobs) jobs")
                    #expect(found.summary.recordCount == 6)
                    #expect(found.summary.isWhole)
                }
            }
        }
    }

    /// Breaks some records of a file in ways that leave it well-formed.
    private func broken(_ bytes: [UInt8], _ seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        let faults = [
            ("<body>", "<body><nothing/>"), ("<body>", "<body>text"), ("version=\"1.0\"", "version=\"x\""),
            ("<body>", "<body xmlns:y=\"urn:y\"><y:z a=\"1\"/>"), ("<masthead>", "<masthead><!-- c -->"),
            ("</meetingReport>", "</meetingReport>text"), ("</meetingReport>", "</meetingReport><strange/>"),
            ("</meetingReport>", "</meetingReport><q:strange xmlns:q=\"urn:q\"><q:in/></q:strange>"),
            ("\"type\":\"meetingReport\"", "\"type\":\"meetingReport\",\"x\":1"),
            ("\"body\":[", "\"body\":[{},"),
            ("\"body\":[", "\"body\":[nonsense"), ("{\"type\":\"meetingReport\"", "{\"type\":\"nothing\""),
        ]
        var result = bytes
        for _ in 0..<6 {
            let (old, new) = faults[Int.random(in: 0..<faults.count, using: &generator)]
            let cut = Int.random(in: 0..<result.count, using: &generator)
            result =
                Array(result[..<cut])
                + Array(result[cut...]).replacing(old, by: new, onlyFirst: true)
        }
        return result
    }

    @Test(arguments: [ReportFormat.xml, .ndjson])
    func `have the findings, places and verdicts that they have in the whole file`(format: ReportFormat)
        throws
    {
        for seed in UInt64(1)...4 {
            let plain = broken(try Streamed.records(seed, 8, as: format), seed)
            for bytes in [plain, plain.withCRLF] {
                let file = InputFile(name: "r.\(format.name)", bytes: bytes)
                let expected = ValidationResult(of: file, format)
                for (cut, jobs) in [(1, 1), (700, 2), (1 << 18, 1)] {
                    let stream = try #require(try Streamed.open(bytes, file.name, chunk: cut))
                    let found = ValidationResult(of: stream, OrderedWork(jobs: jobs), shown: nil)
                    // What stands between two records, and has no place, may come in another order.
                    #expect(Set(found.findings) == Set(expected.findings), "seed \(seed), cut at \(cut)")
                    #expect(found.findings.count == expected.findings.count)
                    #expect(found.records == expected.records, "seed \(seed), cut at \(cut)")
                    #expect(found.verdict == expected.verdict)
                    #expect(found.digest == expected.digest)
                    #expect(found.checks == expected.checks, "seed \(seed), cut at \(cut)")
                }
            }
        }
    }

    @Test(arguments: [ReportFormat.xml, .ndjson])
    func `are written where others beside them are broken`(format: ReportFormat) throws {
        for seed in UInt64(1)...4 {
            let bytes = broken(try Streamed.records(seed, 8, as: format), seed)
            let expected = try Streamed.whole(bytes, "r.\(format.name)", to: .ndjson)
            for (cut, jobs) in [(1, 2), (700, 1), (1 << 18, 1)] {
                let found = try #require(
                    try Streamed(bytes, "r.\(format.name)", to: .ndjson, chunk: cut, jobs: jobs))
                #expect(found.output == expected, "seed \(seed), cut at \(cut)")
            }
        }
    }

    private static let record =
        "<meetingReport version=\"1.0\"><body><paragraph><p>a</p></paragraph></body></meetingReport>"
    private static let line =
        "{\"type\":\"meetingReport\",\"version\":\"1.0\",\"body\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"p\",\"content\":[\"a\"]}]}]}"

    private static func collection(_ content: String) -> [UInt8] {
        Array("<collection xmlns=\"\(XMLNamespace.record)\" version=\"1.0\">\(content)</collection>".utf8)
    }

    @Test(arguments: [
        "<!-- </meetingReport></collection><meetingReport> -->", "<?x </collection> ?>",
        "\n \r\n",
    ])
    func `are not mistaken where markup stands in what is none`(between: String) throws {
        let bytes = Self.collection(Self.record + between + Self.record + between)
        for cut in [1, 1 << 18] {
            let found = try #require(try Streamed(bytes, "r.xml", to: .ndjson, chunk: cut))
            #expect(found.output == Array("\(Self.line)\n\(Self.line)\n".utf8))
            #expect(found.summary.isGood)
        }
    }

    @Test func `may hold markup as text and in attributes`() throws {
        let text = Self.record.utf8.map { $0 }.replacing(
            "<p>a</p>",
            by: "<p><![CDATA[</meetingReport></collection>]]><link href=\"x>'&lt;/p>\">b</link></p>")
        let bytes = Self.collection(String(decoding: text, as: UTF8.self) + Self.record)
        let expected = try Streamed.whole(bytes, "r.xml", to: .ndjson)
        let found = try #require(try Streamed(bytes, "r.xml", to: .ndjson, chunk: 1))
        #expect(found.output == expected)
        #expect(found.summary.recordCount == 2)
    }

    @Test func `may have the namespace by a prefix`() throws {
        let record = "<r:meetingReport version=\"1.0\"><r:body/></r:meetingReport>"
        let bytes = Array(
            "<?xml version=\"1.0\"?><r:collection version='1.0' xmlns:r='\(XMLNamespace.record)' >\(record)\n\(record)</r:collection >\n<!-- end -->"
                .utf8)
        let expected = try Streamed.whole(bytes, "r.xml", to: .xml)
        for cut in [1, 1 << 18] {
            let found = try #require(try Streamed(bytes, "r.xml", to: .xml, chunk: cut))
            #expect(found.output == expected)
            #expect(found.summary.recordCount == 2)
        }
    }

    @Test(arguments: [
        ("an end tag that does not fit", "<meetingReport version=\"1.0\"><body></meetingReport>"),
        ("an end tag too many", "</meetingReport>"),
        ("a reference to nothing", "<meetingReport>&nothing;</meetingReport>"),
        ("a byte that is no character", "<meetingReport>\u{1}</meetingReport>"),
        ("a DOCTYPE", "<!DOCTYPE a>"), ("a bare <", "<meetingReport>< </meetingReport>"),
        ("elements too deep", String(repeating: "<p>", count: 300)),
        ("a tag that does not end", "<meetingReport " + String(repeating: "a", count: 70_000)),
    ])
    func `are read up to what is not well-formed, and no further`(name: String, fault: String) throws {
        let bytes = Self.collection(
            Self.record + "\n" + Self.record + "\n" + fault + "\n" + Self.record + Self.record)
        for (cut, jobs) in [(1, 1), (1, 3), (150, 1), (1 << 18, 1), (1 << 18, 2)] {
            let found = try #require(try Streamed(bytes, "r.xml", to: .ndjson, chunk: cut, jobs: jobs))
            #expect(found.output == Array("\(Self.line)\n\(Self.line)\n".utf8), "\(name), cut at \(cut)")
            #expect(!found.summary.isWhole)
            #expect(found.text.contains("r.xml:3:"), "\(name): \(found.text)")
        }
    }

    @Test func `that are cut off are told`() throws {
        let whole = Self.collection(Self.record + Self.record)
        for count in [whole.count - 1, whole.count - 14, whole.count - 40] {
            for cut in [1, 1 << 18] {
                let found = try #require(
                    try Streamed(Array(whole[..<count]), "r.xml", to: .ndjson, chunk: cut))
                #expect(!found.summary.isGood)
                #expect(found.output.starts(with: Array("\(Self.line)\n".utf8)))
            }
        }
    }

    @Test func `that are not UTF-8 end the reading, and those before stand`() throws {
        let bytes =
            Self.collection(Self.record + Self.record).dropLast("</collection>".utf8.count)
            + [0xFF] + Array("</collection>".utf8)
        for cut in [1, 1 << 18] {
            let found = try #require(try Streamed(Array(bytes), "r.xml", to: .ndjson, chunk: cut))
            #expect(found.output == Array("\(Self.line)\n\(Self.line)\n".utf8))
            #expect(found.text.contains("xml-invalid-utf8"))
        }
    }

    @Test func `that never end are given up at a limit`() throws {
        let endless = String(repeating: "<p>text</p>", count: 10_000)
        let bytes = Self.collection(Self.record + "<meetingReport version=\"1.0\">" + endless)
        let input = try #require(try Streamed(bytes, "r.xml", to: .ndjson, chunk: 1, record: 1_000))
        #expect(input.output == Array("\(Self.line)\n".utf8))
        let line = Self.line + "\n"
        let lines = Array((line + String(repeating: "[", count: 50_000) + "\n" + line).utf8)
        let found = try #require(try Streamed(lines, "r.ndjson", to: .ndjson, chunk: 1, record: 1_000))
        #expect(found.summary.recordCount == 3)
    }

    @Test func `may stand in lines with blanks between them, each line by itself`() throws {
        let text = "\n \(Self.line)\r\n\r\n{]\n\(Self.line)\n{\"type\":\n \n\(Self.line)"
        for cut in [1, 50, 1 << 18] {
            let found = try #require(try Streamed(Array(text.utf8), "r.ndjson", to: .ndjson, chunk: cut))
            #expect(found.output == Array("\(Self.line)\n\(Self.line)\n\(Self.line)\n".utf8))
            #expect(found.summary.recordCount == 5)
            #expect(found.summary.leftOutCount == 2)
            #expect(found.text.contains("r.ndjson:4:2: error:"))
            #expect(
                found.text.contains("record 2, which begins at line 4, byte \(6 + Self.line.utf8.count),"))
        }
    }

    @Test func `that stand alone give what the whole file gives`() throws {
        for text in [Self.line, Self.line + "\n\n \n"] {
            for cut in [1, 1 << 18] {
                let found = try #require(try Streamed(Array(text.utf8), "r.ndjson", to: .xml, chunk: cut))
                #expect(found.output == (try Streamed.whole(Array(text.utf8), "r.ndjson", to: .xml)))
            }
        }
    }

    @Test func `that are none are told`() throws {
        let found = try #require(try Streamed(Self.collection(""), "r.xml", to: .ndjson))
        #expect(found.output.isEmpty)
        #expect(!found.summary.isGood)
        #expect(found.text.contains("no-record"))
    }

    @Test func `are read whole where they are no stream`() throws {
        let units = Self.collection(Self.record).map { (byte: UInt8) -> [UInt8] in [byte, 0] }
        let utf16: [UInt8] = [0xFF, 0xFE] + units.joined()
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8) + Self.collection(Self.record)
        for bytes in [
            utf16, latin, Array(Self.record.utf8), [], Array("<collection".utf8), Array("text".utf8),
        ] {
            #expect(try Streamed.open(bytes, "r", chunk: 1) == nil)
        }
    }
}
