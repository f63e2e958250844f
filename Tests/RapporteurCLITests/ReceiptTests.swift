import TestSupport
import Testing

@testable import MeetingReports

@Suite struct `A receipt` {
    static let convert = [
        "convert", "in", "--to", "xml", "--to", "json", "--receipt", "--quiet", "--output-directory", "out",
    ]

    /// A folder with two inputs, converted with receipts.
    private func converted(_ options: [String] = [], environment: [String] = []) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        try folder.write("in/a.xml", Samples.bytes("base.xml"))
        try folder.write("in/b.txt", readFile(packageFolder + "/Samples/report.txt"))
        let run = try ToolProcess(Self.convert + options, environment: environment, in: folder.path)
        #expect(run.ending == .exited(0))
        return folder
    }

    private func verify(_ folder: TemporaryFolder, _ arguments: [String] = []) throws -> ToolProcess {
        try ToolProcess(["verify", "out"] + arguments, in: folder.path)
    }

    @Test func `stands beside each output, and names what it was made from by digests others compute too`()
        throws
    {
        let folder = try converted()
        #expect(
            folder.names(in: "out").filter { $0.hasSuffix(".receipt.json") } == [
                "a.json.receipt.json", "a.xml.receipt.json", "b.json.receipt.json", "b.xml.receipt.json",
            ])
        let receipt = try Receipt(reading: InputFile(path: folder.path + "/out/b.xml.receipt.json"))
        let sums = try ToolProcess(
            ["-c", "sha256sum < in/b.txt; sha256sum < out/b.xml; xmllint --c14n11 out/b.xml | sha256sum"],
            environment: ["PATH=/usr/bin:/bin"], in: folder.path, program: "/bin/sh")
        let expected = sums.outputText.split(separator: "\n").map { String($0.prefix(64)) }
        #expect(receipt.input.name == "b.txt")
        #expect(receipt.output.name == "b.xml")
        #expect([receipt.input.digest.sha256, receipt.output.digest.sha256] == expected.prefix(2))
        if sums.ending == .exited(0) { #expect(receipt.output.canonical?.sha256 == expected[2]) }
        #expect(receipt.input.canonical == nil)
        #expect(receipt.timestamp == nil)
    }

    @Test func `is the same in every run, and has a time only if one is given`() throws {
        let plain = try BatchFolder.tree(converted(), "out")
        #expect(try BatchFolder.tree(converted(["--jobs", "8"]), "out") == plain)
        #expect(plain.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("\"timestamp\"") })
        let times = try [
            converted(["--timestamp", "2026-11-23T22:00:00Z"]),
            converted(environment: ["SOURCE_DATE_EPOCH=0"]),
            converted(environment: ["SOURCE_DATE_EPOCH=1709164800"]),
        ].map { try Receipt(reading: InputFile(path: $0.path + "/out/a.json.receipt.json")).timestamp }
        // 1709164800 is the beginning of a 29 February.
        #expect(times == ["2026-11-23T22:00:00Z", "1970-01-01T00:00:00Z", "2024-02-29T00:00:00Z"])
        let folder = try converted()
        let wrong = try ToolProcess(Self.convert, environment: ["SOURCE_DATE_EPOCH=today"], in: folder.path)
        #expect(
            wrong.errorText
                == "rapporteur: SOURCE_DATE_EPOCH is \"today\"; seconds since 1970 were expected.\n")
        #expect(wrong.ending == .exited(2))
    }

    @Test func `verifies what is intact`() throws {
        let folder = try converted()
        let run = try verify(folder, ["--inputs", "in"])
        #expect(run.outputText.count(of: ": intact\n") == 8)
        #expect(run.outputText.hasPrefix("out/a.json: intact\nin/a.xml: intact\n"))
        #expect(run.ending == .exited(0))
        let quiet = try verify(folder, ["--quiet"])
        #expect(quiet.outputText == "")
        let one = try ToolProcess(["verify", "a.xml.receipt.json"], in: folder.path + "/out")
        #expect(one.outputText == "a.xml: intact\n")
    }

    @Test func `tells a reformatting from a change, and a change from a loss`() throws {
        let folder = try converted()
        // Other bytes of the same canonical form; another indentation, with the same records; another word; nothing.
        let json = String(decoding: try folder.read("out/a.json"), as: UTF8.self)
        try folder.write("out/a.json", json.replacing("\n", by: "\r\n"))
        let xml = String(decoding: try folder.read("out/a.xml"), as: UTF8.self)
        try folder.write("out/a.xml", xml.replacing("\n  ", by: "\n\t  "))
        let text = String(decoding: try folder.read("out/b.xml"), as: UTF8.self)
        try folder.write("out/b.xml", text.replacing("Geneva", by: "Vienna"))
        try folder.remove("out/b.json")
        let run = try verify(folder, ["--quiet"])
        #expect(
            run.outputText == """
                out/a.json: reformatted
                out/a.xml: reformatted
                out/b.json: missing (The file cannot be read: No such file or directory.)
                out/b.xml: changed (as long, but other)

                """)
        #expect(run.ending == .exited(3))
        let codes = try ["a.json", "a.xml", "b.xml", "b.json"].map {
            try ToolProcess(["verify", "out/\($0).receipt.json"], in: folder.path).exitCode
        }
        #expect(codes == [0, 0, 1, 3])
        let strict = try ToolProcess(["verify", "--strict", "out/a.json.receipt.json"], in: folder.path)
        #expect(strict.ending == .exited(1))
    }

    @Test(arguments: [
        "{}", "[]", "no", "", "{\"receiptVersion\":\"2.0\"}", "{\"receiptVersion\":\"1.0\",\"input\":{}}",
    ])
    func `that is none is an error and never intact`(content: String) throws {
        let folder = try TemporaryFolder(["x.receipt.json": content.bytes])
        let run = try ToolProcess(["verify", "."], in: folder.path)
        #expect(run.outputText == "")
        #expect(run.errorText.hasPrefix("./x.receipt.json:1:1: error: "))
        #expect(run.ending == .exited(3))
        let none = try ToolProcess(["verify", ".", "--glob", "none"], in: folder.path)
        #expect(none.ending == .exited(4))
    }

    @Test func `is written again by a run that goes on, byte for byte`() throws {
        let folder = try converted()
        let before = try BatchFolder.tree(folder, "out")
        try folder.remove("out/a.json.receipt.json")
        try folder.remove("out/b.xml")
        let run = try ToolProcess(Self.convert + ["--resume"], in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(try BatchFolder.tree(folder, "out") == before)
    }

    @Test func `is for a single output too`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(["convert", "record.xml", "-o", "new.json", "--receipt"], in: folder.path)
        #expect(run.ending == .exited(0))
        let check = try ToolProcess(["verify", "new.json.receipt.json", "--inputs", "."], in: folder.path)
        #expect(check.outputText == "new.json: intact\n./record.xml: intact\n")
    }
}

@Suite struct `The journal of a batch` {
    @Test func `says what became of the inputs, which failed and why`() throws {
        let folder = try BatchFolder.make(20)
        let run = try ToolProcess(
            ["convert", "in", "--to", "xml", "--output-directory", "out", "--summary", "page.html"],
            in: folder.path)
        let journal = "out/.rapporteur-journal.jsonl"
        let said = try ToolProcess(["journal", journal], in: folder.path)
        let grid = try #require(
            run.errorText.split(separator: "20 inputs", omittingEmptySubsequences: false).last)
        #expect(
            said.outputText
                == "20 inputs" + grid.replacing("journal: \(journal)\n", with: "")
                + "The run ended with exit code 3.\n")
        #expect(said.ending == .exited(0))
        let failed = try ToolProcess(["journal", journal, "--failed"], in: folder.path)
        #expect(failed.outputText.hasPrefix("invalid: 4\n  in/"))
        #expect(
            failed.outputText.contains(
                "  in/b/r2.xml:7:23: The attribute 'value' of 'issued' is '2031-13-09'"))
        let page = String(decoding: try folder.read("page.html"), as: UTF8.self)
        #expect(page.contains("<b>16</b> converted"))
        #expect(page.contains("<bdi>in/b/r2.xml</bdi>"))
        #expect(page.count(of: "<svg ") == 2)
        // Nothing is loaded from elsewhere.
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains(" src="))
    }

    @Test func `is checked against the files, digest by digest`() throws {
        let folder = try BatchFolder.make(10)
        _ = try ToolProcess(["convert", "in", "--to", "xml", "--output-directory", "out"], in: folder.path)
        let verify = ["journal", folder.path + "/out/.rapporteur-journal.jsonl", "--verify"]
        // From another folder: paths are those of the run.
        let intact = try ToolProcess(verify)
        #expect(intact.outputText == "18 intact\n")
        #expect(intact.ending == .exited(0))
        try folder.write("out/r4.xml", "<a/>")
        let changed = try ToolProcess(verify)
        #expect(changed.outputText == "out/r4.xml: changed\n17 intact, 1 changed\n")
        #expect(changed.ending == .exited(1))
        try folder.remove("in/a/r5.json")
        let missing = try ToolProcess(verify)
        #expect(
            missing.outputText
                == "in/a/r5.json: missing\nout/r4.xml: changed\n16 intact, 1 changed, 1 missing\n")
        #expect(missing.ending == .exited(3))
    }

    @Test func `that is none is refused`() throws {
        let folder = try Samples.records()
        for name in ["record.json", "none"] {
            let run = try ToolProcess(["journal", name], in: folder.path)
            #expect(run.errorText.hasPrefix("\(name): error: "))
            #expect(run.ending == .exited(3))
        }
    }
}

@Suite struct `rapporteur canonicalize` {
    @Test(
        arguments: [
            ("[1.0, {\"b\": 1, \"a\": 2}]", [], "[1,{\"a\":2,\"b\":1}]"),
            ("<b  y='1' x='2'/>", [], "<b x=\"2\" y=\"1\"></b>"),
            ("{\"b\":1, \"a\":2}\n{ }\n", [], "{\"a\":2,\"b\":1}\n{}\n"),
            ("<b/>", ["--c14n", "1.0"], "<b></b>"),
        ] as [(String, [String], String)])
    func `prints the form of JSON and XML of any vocabulary`(
        input: String, options: [String], expected: String
    ) throws {
        let run = try ToolProcess(["canonicalize"] + options, input: input.bytes)
        #expect(run.outputText == expected)
        #expect(run.ending == .exited(0))
    }

    @Test(arguments: ["<a>", "[1,]", "plain text", "", "<!DOCTYPE a><a/>", "[1e999]"])
    func `refuses what has none, with the place`(input: String) throws {
        let run = try ToolProcess(["canonicalize"], input: input.bytes)
        #expect(run.outputText == "")
        #expect(run.errorText.hasPrefix("<stdin>:1:"))
        #expect(run.ending == .exited(3))
    }
}
