import TestSupport
import Testing

@testable import MeetingReports

/// Files that hold many records, made of many files and made into many files.
@Suite struct `A collection` {
    /// Three lines, of which the second is no record.
    private static let lines = "\(Samples.smallJSON)\n{\"type\":\"meetingReport\"}\n\(Samples.smallJSON)\n"
    private static let said = "in/all.ndjson: record 2, which begins at line 2, byte"

    private func folder(_ files: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        for (name, text) in files { try folder.write("in/\(name)", text) }
        return folder
    }

    @Test(arguments: ["1", "2"])
    func `is split into a folder of files, and gathered again to the same bytes`(jobs: String) throws {
        let folder = try folder([:])
        try folder.write("in/all.xml", readFile(packageFolder + "/Samples/collection.xml"))
        let split = try ToolProcess(
            ["convert", "in", "--split", "-j", jobs, "--to", "xml", "--to", "json", "--to", "text"]
                + ["--output-directory", "out"], in: folder.path)
        #expect(split.ending == .exited(0), "\(split.errorText)")
        let names = folder.names(in: "out/all")
        #expect(names.count % 3 == 0)
        #expect(Array(names.prefix(4)) == ["000001.json", "000001.txt", "000001.xml", "000002.json"])
        // Each is what the record by itself would be.
        let alone = try ToolProcess(["convert", "out/all/000002.xml", "--to", "json"], in: folder.path)
        #expect(alone.output == (try folder.read("out/all/000002.json")))
        let direct = try ToolProcess(["convert", "in/all.xml", "--to", "ndjson"], in: folder.path)
        for glob in ["*.xml", "*.json"] {
            let gathered = try ToolProcess(
                ["convert", "out/all", "--gather", "--glob", glob, "-j", jobs, "--to", "ndjson"],
                in: folder.path)
            #expect(gathered.ending == .exited(0), "\(gathered.errorText)")
            #expect(gathered.output == direct.output)
        }
        let collection = try ToolProcess(
            ["convert", "out/all", "--gather", "--glob", "*.json", "-o", "again.xml"], in: folder.path)
        #expect(collection.ending == .exited(0))
        let written = try ToolProcess(["convert", "in/all.xml", "--to", "xml"], in: folder.path)
        #expect(try folder.read("again.xml") == written.output)
        #expect(folder.names() == ["again.xml", "in", "out"])
    }

    @Test func `that is split leaves out what is not valid, and is not done`() throws {
        let json =
            "{\"type\":\"collection\",\"version\":\"1.0\",\"content\":["
            + Self.lines.split(separator: "\n").joined(separator: ",") + "]}"
        let folder = try folder(["all.ndjson": Self.lines, "whole.json": json, "one.xml": Samples.smallXML])
        let run = try ToolProcess(
            ["convert", "in", "--split", "--to", "xml", "--output-directory", "out"], in: folder.path)
        #expect(run.ending == .exited(3))
        #expect(run.errorText.contains(Self.said))
        #expect(run.errorText.contains("in/whole.json: 1 of 3 records are not valid and not written.\n"))
        #expect(run.errorText.contains("3 inputs, 5 outputs\n  converted   1\n  incomplete  2\n"))
        for name in ["all", "whole"] {
            #expect(folder.names(in: "out/\(name)") == ["000001.xml", "000003.xml"])
        }
        #expect(folder.names(in: "out/one") == ["000001.xml"])
        let journal = try ToolProcess(
            ["journal", "out/.rapporteur-journal.jsonl", "--failed"], in: folder.path)
        #expect(journal.outputText.hasPrefix("incomplete: 2\n  in/all.ndjson:2:"))
    }

    @Test func `that is split is gone on with: what is done stays, what changed is done again`() throws {
        let three = String(repeating: Samples.smallJSON + "\n", count: 3)
        let folder = try folder(["all.ndjson": three])
        let arguments = ["convert", "in", "--split", "--output-directory", "out"]
        #expect(try ToolProcess(arguments, in: folder.path).ending == .exited(0))
        let tree = try BatchFolder.tree(folder, "out")
        #expect(tree.keys.sorted() == ["all/000001.xml", "all/000002.xml", "all/000003.xml"])
        let same = try ToolProcess(arguments + ["--resume"], in: folder.path)
        #expect(same.errorText.contains("1 input, 3 outputs\n") || same.errorText == "")
        #expect(same.ending == .exited(0))
        try folder.remove("out/all/000002.xml")
        #expect(try ToolProcess(arguments + ["--resume"], in: folder.path).ending == .exited(0))
        #expect(try BatchFolder.tree(folder, "out") == tree)
        // Of an input with fewer records no file of an earlier run remains, unless somebody changed it.
        try folder.write("out/all/000002.xml", "mine")
        try folder.write("in/all.ndjson", Samples.smallJSON + "\n")
        #expect(try ToolProcess(arguments + ["--resume"], in: folder.path).ending == .exited(0))
        #expect(folder.names(in: "out/all") == ["000001.xml", "000002.xml"])
        #expect(try folder.read("out/all/000002.xml") == "mine".bytes)
    }

    @Test func `is not split over what is there`() throws {
        let folder = try folder(["all.ndjson": Samples.smallJSON + "\n"])
        let arguments = ["convert", "in", "--split", "--output-directory", "out", "--no-journal"]
        try folder.makeFolder("out")
        try folder.makeFolder("out/all")
        try folder.write("out/all/000001.xml", "old")
        let refused = try ToolProcess(arguments, in: folder.path)
        #expect(refused.errorText.contains("out/all: The folder exists already."))
        #expect(refused.ending == .exited(3))
        #expect(try ToolProcess(arguments + ["--if-exists", "skip"], in: folder.path).ending == .exited(0))
        #expect(try folder.read("out/all/000001.xml") == "old".bytes)
        // An input is never written over, wherever it is.
        let over = try ToolProcess(
            ["convert", "in/all.ndjson", "out/all/000001.xml", "--split", "--if-exists", "replace"]
                + ["--output-directory", "out"], in: folder.path)
        #expect(over.errorText.hasSuffix("would be written over an input.\n"))
        #expect(over.ending == .exited(2))
        #expect(
            try ToolProcess(arguments + ["--if-exists", "replace"], in: folder.path).ending == .exited(0))
        #expect(try folder.read("out/all/000001.xml") != "old".bytes)
        // Two inputs never share a folder.
        try folder.write("in/all.xml", Samples.smallXML)
        let shared = try ToolProcess(arguments, in: folder.path)
        #expect(
            shared.errorText
                == "rapporteur: in/all.ndjson and in/all.xml: both would be written to out/all.\n")
    }

    @Test func `gathers inputs of every format in their order, for every number of jobs`() throws {
        let folder = try BatchFolder.make(60)
        let runs = try ["1", "2", "8"].map {
            try ToolProcess(["convert", "in", "--gather", "-j\($0)", "--to", "ndjson"], in: folder.path)
        }
        #expect(runs[0].ending == .exited(3))
        // Of sixty inputs twelve have no valid record, and six have two.
        #expect(runs[0].output.count { $0 == UInt8(ascii: "\n") } == 54)
        for run in runs {
            #expect(run.output == runs[0].output)
            #expect(run.errorText == runs[0].errorText)
        }
        // The same records as the inputs give one by one.
        _ = try ToolProcess(
            ["convert", "in", "--to", "ndjson", "--output-directory", "out"], in: folder.path)
        let list = try ToolProcess(["validate", "in", "--list"], in: folder.path)
        var expected: [UInt8] = []
        for path in list.outputText.split(separator: "\n") {
            let name = path.dropFirst(3).split(separator: ".")[0]
            expected += (try? folder.read("out/\(name).ndjson")) ?? []
        }
        #expect(runs[0].output == expected)
    }

    @Test func `that is gathered gets its name where every record is valid, or the others are not wanted`()
        throws
    {
        let folder = try folder(["a.xml": Samples.smallXML, "b.ndjson": Self.lines, "c.xml": "<a>"])
        let arguments = ["convert", "in", "--gather", "-o", "all.xml"]
        let refused = try ToolProcess(arguments, in: folder.path)
        #expect(refused.ending == .exited(3))
        #expect(refused.errorText.hasSuffix("--skip-invalid writes the others.\n"))
        #expect(folder.names() == ["in"])
        let run = try ToolProcess(arguments + ["--skip-invalid"], in: folder.path)
        #expect(run.ending == .exited(3))
        #expect(run.errorText.contains("in/c.xml:1:"))
        let count = try ToolProcess(["validate", "all.xml", "--report", "jsonl"], in: folder.path)
        #expect(count.outputText.contains("\"records\":3"))
        let input = try ToolProcess(
            ["convert", "in", "--gather", "-o", "in/a.xml", "--if-exists", "replace"], in: folder.path)
        #expect(input.ending == .exited(2))
        #expect(try folder.read("in/a.xml") == Samples.smallXML.bytes)
    }

    @Test(arguments: [
        (["--split"], "--split goes with --output-directory."),
        (["--split", "--receipt", "--output-directory", "out"], "--receipt does not go with --split."),
        (["--gather", "--output-directory", "out"], "--gather gives one output"),
        (["--gather", "--to", "json"], "--gather writes xml or ndjson, not json."),
        (["--gather", "-o", "a.akn.xml"], "--gather writes xml or ndjson, not akn."),
        (["--gather", "-o", "a.xml", "--verify"], "--gather goes neither"),
    ])
    func `is not made of what does not fit together`(options: [String], message: String) throws {
        let run = try ToolProcess(["convert", "none.xml"] + options)
        #expect(run.errorText.contains(message))
        #expect(run.ending == .exited(2))
    }

    @Test func `in a batch is converted as a stream, to several formats at once, as it is by itself`() throws
    {
        let folder = try folder(["bad.ndjson": Self.lines])
        try folder.write("in/all.xml", readFile(packageFolder + "/Samples/collection.xml"))
        let arguments = ["convert", "in", "--to", "ndjson", "--to", "xml", "--output-directory"]
        let run = try ToolProcess(arguments + ["out"], in: folder.path)
        #expect(run.ending == .exited(3))
        #expect(run.errorText.contains("2 inputs, 2 outputs\n  converted  1\n  invalid    1\n"))
        #expect(run.errorText.contains("in/bad.ndjson: record 2, which begins at line 2, byte"))
        for format in ["ndjson", "xml"] {
            let alone = try ToolProcess(["convert", "in/all.xml", "--to", format], in: folder.path)
            #expect(alone.output == (try folder.read("out/all.\(format)")))
        }
        let most = try ToolProcess(arguments + ["most", "--skip-invalid"], in: folder.path)
        #expect(most.ending == .exited(3))
        #expect(most.errorText.contains("  converted   1\n  incomplete  1\n"))
        #expect(try folder.read("most/bad.ndjson") == "\(Samples.smallJSON)\n\(Samples.smallJSON)\n".bytes)
    }

    @Test func `names the file, the line and the record that another format cannot carry`() throws {
        let control = Samples.smallJSON.replacing(
            "[]", by: #"[{"type":"unrecognized","content":["a\u0085b"]}]"#)
        let folder = try folder(["all.ndjson": "\(Samples.smallJSON)\n\(control)\n\(Samples.smallJSON)\n"])
        let run = try ToolProcess(
            ["convert", "in/all.ndjson", "--to", "text", "--split", "--output-directory", "out"],
            in: folder.path)
        #expect(run.errorText.contains("in/all.ndjson:2:1: error: The character U+0085 in the record"))
        #expect(run.ending == .exited(3))
    }
}
