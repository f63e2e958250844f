import TestSupport
import Testing

/// An input that is not a record, and what has to be said of it.
struct BadInput: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    /// Where the fault is, as `line:column`; empty where it has no place.
    let place: String
    let code: String
    var verdict = "invalid"

    var testDescription: String { name }
    var exitCode: Int32 { ["failed": 3, "not checked": 4][verdict] ?? 1 }

    init(
        _ name: String, _ bytes: [UInt8], at place: String = "", _ code: String, _ verdict: String = "invalid"
    ) {
        (self.name, self.bytes, self.place, self.code, self.verdict) = (name, bytes, place, code, verdict)
    }

    init(
        _ name: String, _ text: String, at place: String = "", _ code: String, _ verdict: String = "invalid"
    ) {
        self.init(name, text.bytes, at: place, code, verdict)
    }

    private static let record = (try? Samples.text("base.xml")) ?? ""

    static let xml: [BadInput] = [
        BadInput("nothing", "", at: "1:1", "xml-empty"),
        BadInput("white space", " \n\n", at: "1:1", "xml-empty"),
        BadInput(
            "an end tag that does not match", Samples.smallXML.replacing("<body/>", by: "\n<body></a>"),
            at: "2", "xml-not-well-formed"),
        BadInput("another namespace", "<a xmlns=\"urn:x\"/>", at: "1:1", "record-namespace"),
        BadInput("no namespace", "<meetingReport version=\"1.0\"/>", at: "1:1", "record-namespace"),
        BadInput(
            "a record of version 2.0", record.replacing("version=\"1.0\" id", by: "version=\"2.0\" id"),
            at: "2:56", "record-version"),
        BadInput("a DOCTYPE", "<!DOCTYPE a>\n<a/>", at: "1:1", "xml-doctype"),
        BadInput(
            "an entity bomb",
            """
            <?xml version="1.0"?>
            <!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;">]>
            <a>&d;</a>
            """, at: "2:1", "xml-doctype"),
        BadInput(
            "UTF-16 with neither mark nor declaration", Samples.smallXML.utf16LE, at: "1:2",
            "xml-nul"),
        BadInput(
            "ISO-8859-1 that does not say so", Samples.smallXML.replacing("<body/>", by: "é").latin1,
            at: "1:70", "xml-invalid-utf8"),
        BadInput("NUL", "<a>\u{0}</a>", at: "1:4", "xml-nul"),
        BadInput(
            "100,000 open elements", String(repeating: "<a>", count: 100_000), at: "1:751", "xml-too-deep",
            "failed"),
    ]

    static let json: [BadInput] = [
        BadInput("nothing", "", at: "1:1", "json-end"),
        BadInput("an array", "[]", at: "1:1", "json-shape"),
        BadInput("the same member twice", #"{"type":"a", "type":"b"}"#, at: "1:14", "json-duplicate-key"),
        BadInput("a comma too many", "{\"type\":\"a\",\n}", at: "1:12", "json-trailing-comma"),
        BadInput(
            "100,000 open arrays", String(repeating: "[", count: 100_000), at: "1:505", "json-depth", "failed"
        ),
        BadInput("half a surrogate pair", #"{"id":"\ud800"}"#, at: "1:8", "json-lone-surrogate"),
        BadInput(
            "U+0001 in escapes", #"{"type":"meetingReport","version":"1.0","id":"\u0001","body":[]}"#,
            at: "1:46", "forbidden-character"),
        BadInput("U+0001 as it is", "{\"type\":\"\u{1}\"}", at: "1:10", "json-control-character"),
        BadInput("UTF-16", [0xFF, 0xFE] + Samples.smallJSON.utf16LE, at: "1:1", "json-encoding"),
        BadInput("no member type", "{}", at: "1:1", "json-shape"),
    ]

    static let ndjson: [BadInput] = [
        BadInput(
            "one line that is not JSON", "\(Samples.smallJSON)\n{\"type\":}\n\(Samples.smallJSON)\n",
            at: "2:9",
            "json-unexpected"),
        BadInput(
            "one line that is not a record",
            "\(Samples.smallJSON)\n  {\"type\":\"meetingReport\",\"version\":\"1.0\"}\n\(Samples.smallJSON)\n",
            at: "2:3", "schema-element"),
        BadInput("no line", "\n\n", "no-record", "not checked"),
    ]

    static let collections: [BadInput] = [
        BadInput("XML with one bad record", Samples.collectionWithBadRecordXML, at: "2:1", "schema-element"),
        BadInput(
            "JSON with one bad record", Samples.collectionWithBadRecordJSON, at: "2:1", "schema-element"),
        BadInput(
            "XML without a record", "<collection xmlns=\"urn:rapporteur:meeting-report:1\" version=\"1.0\"/>",
            "no-record", "not checked"),
        BadInput(
            "JSON without a record", #"{"type":"collection","version":"1.0","content":[]}"#, "no-record",
            "not checked"),
    ]
}

@Suite struct `An input that is not a record` {
    @Test(arguments: BadInput.xml)
    func `is judged as XML, with the place of the fault`(input: BadInput) throws {
        try expectRefusal(of: input, as: "xml")
    }

    @Test(arguments: BadInput.json)
    func `is judged as JSON, with the place of the fault`(input: BadInput) throws {
        try expectRefusal(of: input, as: "json")
    }

    @Test(arguments: BadInput.ndjson)
    func `is judged as lines of JSON, with the place of the fault`(input: BadInput) throws {
        try expectRefusal(of: input, as: "ndjson")
    }

    @Test(arguments: BadInput.collections)
    func `is judged as a collection, with the place of the fault`(input: BadInput) throws {
        try expectRefusal(of: input, as: input.bytes.first == UInt8(ascii: "<") ? "xml" : "json")
    }

    @Test(arguments: [
        (
            "<collection xmlns='urn:rapporteur:meeting-report:1' version='3'><p/><q/><q/></collection>",
            ["/collection/@version", "/collection/p[1]", "/collection/q[1]", "/collection/q[2]"]
        ),
        (
            #"{"type":"collection","version":"3","content":[{"type":"p","content":[]},{}],"kind":"x"}"#,
            ["/collection/@version", "/collection/@kind", "/collection/p[1]", "/collection/*[2]"]
        ),
    ])
    func `names the path of what is wrong in a collection, not the collection`(
        document: String, paths: [String]
    ) throws {
        let run = try ToolProcess(["validate"], input: document.bytes)
        for path in paths {
            let isTold = ["\n", " ("].contains { run.outputText.contains("  at \(path)\($0)") }
            #expect(isTold, "\(path)")
        }
    }

    /// No command makes anything of the input; `validate` says what is wrong and where.
    private func expectRefusal(of input: BadInput, as format: String) throws {
        let position = input.place.isEmpty ? "" : ":" + input.place
        let validation = try ToolProcess(["validate", "--from", format], input: input.bytes)
        let first = validation.outputText.split(separator: "\n").first ?? ""
        #expect(first.hasPrefix("<stdin>\(position):"), "\(first)")
        #expect(first.contains(input.code == "no-record" ? ": warning: " : ": error: "), "\(first)")
        #expect(first.hasSuffix("[\(input.code)]"), "\(first)")
        #expect(validation.outputText.hasSuffix("<stdin>: \(input.verdict)\n"))
        #expect(validation.errorText == "")
        #expect(validation.ending == .exited(input.exitCode))

        for command in ["convert", "facts", "prove"] {
            let run = try ToolProcess([command, "--from", format], input: input.bytes)
            // Of lines, those that are records are converted.
            let isPart = command == "convert" && format == "ndjson" && input.verdict == "invalid"
            #expect(run.outputText == (isPart ? try validLines() : ""), "\(command) prints a part")
            #expect(run.ending == .exited(3), "\(command)")
            #expect(run.errorText != "", "\(command) gives no reason")
        }
    }
}

/// What converting the two lines gives that stand around a bad one.
private func validLines() throws -> String {
    let lines = "\(Samples.smallJSON)\n\(Samples.smallJSON)\n"
    return try ToolProcess(["convert", "--from", "ndjson"], input: lines.bytes).outputText
}

@Suite struct `A file that cannot be read` {
    struct Unreadable: Sendable, CustomTestStringConvertible {
        let path: String
        let finding: String
        var testDescription: String { path }
    }

    @Test(arguments: [
        Unreadable(
            path: "none.xml", finding: "The file cannot be read: No such file or directory. [file-unreadable]"
        ),
        Unreadable(path: "folder", finding: "This is a folder; a file was expected. [file-is-directory]"),
        Unreadable(
            path: "file/record.xml", finding: "The file cannot be read: Not a directory. [file-unreadable]"),
        Unreadable(
            path: "loop",
            finding: "The file cannot be read: Too many levels of symbolic links. [file-unreadable]"),
    ])
    func `is named with the system's reason`(file: Unreadable) throws {
        let folder = try TemporaryFolder(["file": []])
        try folder.makeFolder("folder")
        try folder.makeLink("loop", to: "loop")
        for command in ["validate", "convert", "facts", "prove"] {
            // To commands on many files a folder stands for the files in it.
            if file.path == "folder", ["validate", "convert"].contains(command) { continue }
            let run = try ToolProcess([command, file.path], in: folder.path)
            let said = command == "validate" ? run.outputText : run.errorText
            #expect(said.hasPrefix("\(file.path): error: \(file.finding)\n"), "\(command)")
            if command != "validate" { #expect(run.outputText == "", "\(command)") }
            #expect(run.ending == .exited(3), "\(command)")
        }
    }

    @Test func `may be standard input`() throws {
        let run = try ToolProcess(["-c", "\(ToolProcess.path) validate <&-"], program: "/bin/sh")
        #expect(
            run.outputText == """
                <stdin>: error: The file cannot be read: Bad file descriptor. [file-unreadable]
                <stdin>: failed

                """)
        #expect(run.ending == .exited(3))
    }
}

@Suite struct `Encodings that XML allows` {
    @Test(arguments: [
        "UTF-8", "UTF-8 with a mark", "UTF-16LE", "UTF-16BE", "UTF-16LE without a mark", "ISO-8859-1",
    ])
    func `give the record that UTF-8 gives`(encoding: String) throws {
        let record = try Samples.text("base.xml").replacing("Port Alder", by: "Port Älder")
        let wide = record.replacing("encoding=\"UTF-8\"?", by: "encoding=\"UTF-16\"?")
        let bytes: [UInt8] =
            switch encoding {
            case "UTF-8 with a mark": [0xEF, 0xBB, 0xBF] + record.bytes
            case "UTF-16LE": [0xFF, 0xFE] + wide.utf16LE
            case "UTF-16BE": [0xFE, 0xFF] + wide.utf16BE
            case "UTF-16LE without a mark": wide.utf16LE
            case "ISO-8859-1": record.replacing("encoding=\"UTF-8\"?", by: "encoding=\"ISO-8859-1\"?").latin1
            default: record.bytes
            }
        let expected = try ToolProcess(["convert", "--to", "xml"], input: record.bytes)
        let run = try ToolProcess(["convert", "--to", "xml"], input: bytes)
        #expect(run.output == expected.output)
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
    }

    @Test func `show the line of a finding as it reads, whatever the encoding`() throws {
        let record = try Samples.text("bad-date.xml").replacing("UTF-8", by: "UTF-16")
        let run = try ToolProcess(["validate"], input: [0xFF, 0xFE] + record.utf16LE)
        #expect(
            run.outputText.contains(
                "  7 |     <issued lines=\"3\" value=\"2031-13-09\">9 May 2031</issued>\n"))
    }
}
