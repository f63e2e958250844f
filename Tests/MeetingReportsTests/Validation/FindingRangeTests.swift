import Testing

@testable import MeetingReports

/// A file in which ⟦ and ⟧ stand around what the first finding is about.
struct MarkedFile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let start: (line: Int, column: Int)
    let end: (line: Int, column: Int)

    /// Takes the marks out; lines end in LF, CRLF or CR, columns count scalars.
    init(_ name: String, _ text: String) {
        testDescription = name
        var scalars = String.UnicodeScalarView()
        var places: [(Int, Int)] = []
        var (line, column) = (1, 1)
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "⟦" || scalar == "⟧" {
                places.append((line, column))
                continue
            }
            scalars.append(scalar)
            if scalar == "\n", last == "\r" {
                column = 1
            } else if scalar == "\n" || scalar == "\r" {
                (line, column) = (line + 1, 1)
            } else {
                column += 1
            }
            last = scalar
        }
        bytes = Array(String(scalars).utf8)
        start = places.first ?? (0, 0)
        end = places.last ?? (0, 0)
    }

    /// A record with this body.
    init(_ name: String, record body: String) {
        self.init(
            name,
            "<meetingReport xmlns=\"urn:rapporteur:meeting-report:1\" version=\"1.0\"><body>\(body)</body></meetingReport>"
        )
    }

    /// A record in JSON with this body.
    init(_ name: String, json body: String) {
        self.init(name, "{\"type\": \"meetingReport\", \"version\": \"1.0\", \"body\": [\(body)]}")
    }
}

@Suite struct `A finding is about no more than a person would underline` {
    static let xml = [
        MarkedFile(
            "a start tag that may not stand there", record: "<paragraph>⟦<harbour>⟧A.</harbour></paragraph>"),
        MarkedFile(
            "a start tag of several lines", record: "\n\t⟦<harbour\n\t\ta='>'\n\t\tb='2'>⟧A.</harbour>"),
        MarkedFile("the same with CRLF", record: "\r\n\t⟦<harbour\r\n\t\ta='>'\r\n\t\tb='2'>⟧A.</harbour>"),
        MarkedFile("an element that lacks a child", record: "⟦<list lines='1'>⟧ </list>"),
        MarkedFile("an empty element", record: "<paragraph><p>é😀</p></paragraph>⟦<list/>⟧"),
        MarkedFile(
            "an attribute with a bad value",
            record: "<paragraph\n\tlang='en' ⟦lines = \"a > b\"⟧><p>é</p></paragraph>"),
        MarkedFile("an attribute that is not allowed", record: "<paragraph ⟦colour='red'⟧/>"),
        MarkedFile("text between blocks", record: "<paragraph/>\r\n  ⟦naïve 😀 text⟧\r\n <paragraph/>"),
        MarkedFile("text of two lines", record: "⟦one\n two⟧\n<paragraph/>"),
        MarkedFile("the mismatch of a tag", record: "<paragraph><p>A.⟦</q>⟧</paragraph>"),
        MarkedFile("an ampersand by itself", record: "<paragraph><p>A &⟦ ⟧B</p></paragraph>"),
        MarkedFile("line 70,002", record: String(repeating: "\n", count: 70_001) + "⟦<harbour/>⟧"),
        MarkedFile(
            "line 1,000,003, in a collection of blanks",
            record: String(repeating: "\r\n", count: 1_000_002) + "\t⟦<harbour/>⟧"),
        MarkedFile(
            "the second of two numbers",
            record: "<paragraph><num>7.</num></paragraph>\n<paragraph><num>⟦7.⟧</num><p>B.</p></paragraph>"),
        MarkedFile(
            "a number that is marked up",
            record:
                "<paragraph><num>7.</num></paragraph>\n⟦<paragraph>⟧<num><emphasis>7.</emphasis></num><p>B.</p></paragraph>"
        ),
        MarkedFile(
            "an attribute that names nothing",
            record: "<paragraph><p>A<noteReference ⟦target='n'⟧>1</noteReference></p></paragraph>"),
        MarkedFile(
            "one of two attributes",
            record: "<paragraph><p><date from='2031-05-02' ⟦to='2031-05-01'⟧>2 May</date></p></paragraph>"),
        MarkedFile(
            "an element of one line",
            record: "<paragraph><p>A.</p></paragraph>⟦<unrecognized>~~ 4 ~~</unrecognized>⟧"),
        MarkedFile(
            "an element of two lines",
            record: "<paragraph><p>A.</p></paragraph>⟦<unrecognized>⟧~~\n4</unrecognized>"),
        MarkedFile("a comment", record: "<paragraph><p>A.</p></paragraph>⟦<!-- > -->⟧"),
    ]

    @Test(arguments: xml)
    func `in XML`(file: MarkedFile) throws { try expectRange(of: file, .xml) }

    static let json = [
        MarkedFile(
            "an object of a type that may not stand there", json: #"{"type": ⟦"harbour"⟧, "content": []}"#),
        MarkedFile(
            "a member with a bad value", json: #"{"type": "paragraph", "lines": ⟦"é"⟧, "content": []}"#),
        MarkedFile(
            "a member that must be a string",
            json: "{\"type\": \"paragraph\", \"lines\": ⟦[⟧\r\n1], \"content\": []}"),
        MarkedFile("text between blocks", json: #"⟦"naïve 😀"⟧"#),
        MarkedFile("an object of several lines", json: "⟦{⟧\n\"content\": []}"),
        MarkedFile("a word that is no value", json: "⟦nothing⟧"),
        MarkedFile("a key that is there already", "{\"type\": \"a\", ⟦\"type\"⟧: \"b\"}"),
        MarkedFile(
            "the second of two numbers",
            json:
                #"{"type": "paragraph", "num": ["7."], "content": []}, {"type": "paragraph", "num": [⟦"7."⟧], "content": []}"#
        ),
        MarkedFile(
            "an attribute that names nothing",
            json:
                #"{"type": "paragraph", "content": [{"type": "p", "content": [{"type": "noteReference", "target": ⟦"n"⟧, "content": ["1"]}]}]}"#
        ),
        MarkedFile(
            "an object",
            json: #"{"type": "paragraph", "content": []}, ⟦{"type": "unrecognized", "content": ["~~ 4 ~~"]}⟧"#
        ),
    ]

    @Test(arguments: json)
    func `in JSON`(file: MarkedFile) throws { try expectRange(of: file, .json) }

    static let texts = [
        MarkedFile("the second of two numbers", "REPORT\n\n6. We met.\n\n7. We sang.\n\n⟦7.⟧ We left.\n"),
        MarkedFile(
            "the same with CRLF", "REPORT\r\n\r\n6. We met.\r\n\r\n7. We sang.\r\n\r\n⟦7.⟧ We left.\r\n"),
    ]

    @Test(arguments: texts)
    func `in a text`(file: MarkedFile) throws { try expectRange(of: file, .text) }

    private func expectRange(of file: MarkedFile, _ format: ReportFormat) throws {
        let result = ValidationResult(of: InputFile(name: "a", bytes: file.bytes), format)
        let finding = try #require(result.findings.first)
        let range = try #require(finding.place.range, "\(finding.message)")
        #expect((range.start.line, range.start.column) == file.start, "\(finding.message)")
        #expect((range.end.line, range.end.column) == file.end, "\(finding.message)")
    }
}
