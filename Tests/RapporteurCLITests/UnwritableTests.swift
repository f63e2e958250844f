import TestSupport
import Testing

/// Runs the tool as a user who is not root, for whom permissions hold.
///
/// The tests of containers mostly run as root; `setpriv` of util-linux then becomes nobody.
private struct Nobody {
    private let folder: TemporaryFolder
    private static let number = "65534"

    /// Makes a folder with two records in it that everybody may read, and a copy of the tool.
    init() throws {
        folder = try Samples.records()
        try folder.setMode(0o755, of: ".")
        try folder.setMode(0o644, of: "record.xml")
        try folder.setMode(0o644, of: "record.json")
        try folder.write("tool", readFile(ToolProcess.path))
        try folder.setMode(0o755, of: "tool")
        try folder.makeFolder("open", mode: 0o777)
        try folder.setMode(0o777, of: "open")
        try folder.makeFolder("shut", mode: 0o755)
    }

    func setMode(_ mode: UInt32, of name: String) throws { try folder.setMode(mode, of: name) }

    func names(in name: String) -> [String] { folder.names(in: name) }

    func run(_ arguments: [String]) throws -> ToolProcess {
        let tool = ["./tool"] + arguments
        guard isRoot else { return try ToolProcess(tool, in: folder.path, program: "/usr/bin/env") }
        let become = ["--reuid=\(Self.number)", "--regid=\(Self.number)", "--clear-groups"]
        return try ToolProcess(become + tool, in: folder.path, program: "/usr/bin/setpriv")
    }

    static let isPossible = !isRoot || (try? readFile("/usr/bin/setpriv")) != nil
}

@Suite(.enabled(if: Nobody.isPossible, "needs setpriv where the tests run as root"))
struct `What permissions forbid` {
    @Test func `is no output: a file in a folder that may not be written`() throws {
        let nobody = try Nobody()
        let run = try nobody.run(["convert", "record.xml", "-o", "shut/out.json"])
        #expect(
            run.errorText == "rapporteur: shut/out.json: The output cannot be written: Permission denied.\n")
        #expect(run.ending == .exited(3))
        #expect(nobody.names(in: "shut") == [])
        #expect(try nobody.run(["convert", "record.xml", "-o", "open/out.json"]).ending == .exited(0))
    }

    @Test func `is no report, and nothing is checked first`() throws {
        let nobody = try Nobody()
        let run = try nobody.run([
            "validate", "record.xml", "--report", "text", "--report", "json:open/a.json", "--report",
            "html:shut/a.html",
        ])
        #expect(
            run.errorText == "rapporteur: shut/a.html: The output cannot be written: Permission denied.\n")
        #expect(run.outputText == "")
        #expect(run.ending == .exited(3))
        #expect(nobody.names(in: "shut") == [])
        #expect(nobody.names(in: "open") == [])
    }

    @Test func `is no baseline`() throws {
        let nobody = try Nobody()
        let run = try nobody.run(["validate", "record.xml", "--write-baseline", "shut/known.json"])
        #expect(run.errorText.hasPrefix("rapporteur: shut/known.json: The output cannot be written: "))
        #expect(run.ending == .exited(3))
        #expect(nobody.names(in: "shut") == [])
    }

    @Test func `is no input, and the others are checked`() throws {
        let nobody = try Nobody()
        try nobody.setMode(0, of: "record.xml")
        let run = try nobody.run(["validate", "record.xml", "record.json"])
        #expect(
            run.outputText == """
                record.xml: error: The file cannot be read: Permission denied. [file-unreadable]
                record.xml: failed
                record.json: valid
                2 inputs: 1 valid, 1 failed. 1 finding: 1 error.

                """)
        #expect(run.ending == .exited(3))
    }

    @Test func `is no folder of inputs`() throws {
        let nobody = try Nobody()
        try nobody.setMode(0, of: "open")
        let run = try nobody.run(["validate", "open", "record.xml"])
        #expect(
            run.errorText == "open: error: The folder cannot be read: Permission denied. [file-unreadable]\n")
        #expect(run.outputText == "")
        #expect(run.ending == .exited(3))
    }

    @Test func `is no configuration, and none is taken instead`() throws {
        let nobody = try Nobody()
        try nobody.setMode(0, of: "record.json")
        let run = try nobody.run(["validate", "record.xml", "--config", "record.json"])
        #expect(run.errorText.contains("The file cannot be read: Permission denied."))
        #expect(run.ending == .exited(2))
    }
}

@Suite struct `A report that cannot be written to its end` {
    @Test(arguments: ["json", "jsonl", "sarif", "junit", "html", "text", "github"])
    func `leaves what stood there as it was, and nothing beside it`(form: String) throws {
        let folder = try Samples.records()
        try folder.write("bad.xml", Samples.bytes("bad-date.xml"))
        try folder.write("report", "old")
        let many = Array(repeating: "bad.xml", count: 400).joined(separator: " ")
        // The limit of a file's size is in blocks of 512 bytes: 4 KiB.
        let script = "ulimit -f 8; \(ToolProcess.path) validate --report \(form):report \(many)"
        let run = try ToolProcess(["-c", script], in: folder.path, program: "/bin/sh")
        #expect(run.errorText == "rapporteur: report: The output cannot be written: File too large.\n")
        #expect(run.ending == .exited(3))
        #expect(try folder.read("report") == "old".bytes)
        #expect(folder.names() == ["bad.xml", "record.json", "record.xml", "report"])
    }

    @Test(arguments: ["json", "sarif", "junit", "html", "text", "jsonl", "github"])
    func `ends with 3 where it is a full device, or nobody reads it`(form: String) throws {
        let folder = try Samples.records()
        for output in [ToolProcess.Output.file("/dev/full"), .closedPipe, .none] {
            let run = try ToolProcess(
                ["validate", "record.xml", "--report", form], in: folder.path, output: output)
            #expect(run.errorText.hasPrefix("rapporteur: <stdout>: The output cannot be written: "))
            #expect(run.ending == .exited(3))
        }
        let run = try ToolProcess(
            ["validate", "record.xml", "--report", "\(form):/dev/full"], in: folder.path)
        #expect(
            run.errorText == "rapporteur: /dev/full: The output cannot be written: No space left on device.\n"
        )
        #expect(run.ending == .exited(3))
    }
}

@Suite struct `An input that is not what it was` {
    @Test func `is failed where it has vanished since the list was made`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(
            ["validate", "--files0-from", "-"], input: "record.xml\0gone.xml\0record.json".bytes,
            in: folder.path)
        #expect(run.outputText.contains("gone.xml: failed\n"))
        #expect(run.outputText.hasSuffix("3 inputs: 2 valid, 1 failed. 1 finding: 1 error.\n"))
        #expect(run.ending == .exited(3))
    }

    @Test func `is failed where it is a folder by then`() throws {
        let folder = try Samples.records()
        try folder.makeFolder("folder.xml")
        let run = try ToolProcess(["convert", "folder.xml"], in: folder.path)
        #expect(run.errorText.contains("This is a folder; a file was expected. [file-is-directory]"))
        #expect(run.ending == .exited(3))
    }

    @Test func `is read once, from a named pipe too`() throws {
        let folder = try Samples.records()
        let script =
            "mkfifo pipe; cat record.xml > pipe & \(ToolProcess.path) validate pipe --report html:/dev/null --report text"
        let run = try ToolProcess(["-c", script], in: folder.path, program: "/bin/sh")
        #expect(run.outputText == "pipe: valid\n")
        #expect(run.ending == .exited(0))
    }

    @Test func `is invalid where it was cut off in the middle of being written`() throws {
        let folder = try Samples.records()
        let whole = try folder.read("record.xml")
        try folder.write("record.xml", Array(whole.prefix(whole.count / 2)))
        let run = try ToolProcess(["validate", "record.xml"], in: folder.path)
        #expect(run.outputText.contains("[xml-not-well-formed]"))
        #expect(run.ending == .exited(1))
    }

    @Test func `gives no output that is a part of it`() throws {
        let folder = try Samples.records()
        let script = """
            i=0; while [ $i -lt 40 ]; do cp record.xml moving.xml; : > moving.xml; i=$((i+1)); done & \
            for n in 1 2 3 4 5 6 7 8; do \(ToolProcess.path) convert moving.xml -o out.json --if-exists replace 2>/dev/null; \
            if [ -e out.json ]; then \(ToolProcess.path) validate --syntax out.json || exit 9; fi; done; wait; exit 0
            """
        try folder.write("moving.xml", folder.read("record.xml"))
        let run = try ToolProcess(["-c", script], in: folder.path, program: "/bin/sh")
        #expect(run.ending == .exited(0))
        #expect(Set(folder.names()).isSubset(of: ["moving.xml", "out.json", "record.json", "record.xml"]))
    }
}
