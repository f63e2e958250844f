import TestSupport
import Testing

@testable import RapporteurCLI

@Suite struct `Names of files on the command line` {
    @Test(arguments: [
        (["a", "b", "c"], ["a\0b\0c"]),
        (["--quiet", "a", "b", "c"], ["--quiet", "a", "b\0c"]),
        (["--jobs", "2", "a", "b"], ["--jobs", "2", "a\0b"]),
        (["--jobs=2", "a", "b", "c"], ["--jobs=2", "a", "b\0c"]),
        (["a", "b", "--jobs", "2", "c", "d"], ["a\0b", "--jobs", "2", "c\0d"]),
        (["a", "-", "b", "c", "d"], ["a", "-", "b", "c\0d"]),
        (["a", "--", "-b", "--jobs", "--"], ["a", "--", "-b\0--jobs\0--"]),
        (["--report", "--", "a", "b"], ["--report", "--", "a\0b"]),
        (["", "a", ""], ["\0a\0"]),
        ([], []),
    ])
    func `are joined where they follow each other, but for one that may be a value`(
        arguments: [String], joined: [String]
    ) {
        #expect(Operands.joining(arguments) == joined)
        let parted = joined.flatMap { Operands(argument: $0).names }
        #expect(parted == arguments)
    }

    @Test func `are taken in their order, wherever options stand`() throws {
        let names = ["c.xml", "a b.xml", "é.xml", "-d.xml", "b.xml"]
        let folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: names.map { ($0, Samples.smallXML.bytes) }))
        let run = try ToolProcess(
            ["validate", "c.xml", "a b.xml", "--jobs", "2", "é.xml", "--", "-d.xml", "b.xml"], in: folder.path
        )
        let lines = names.map { "\($0): valid\n" }.joined()
        #expect(run.outputText.hasPrefix(lines), "\(run.outputText)")
        #expect(run.ending == .exited(0))
    }

    @Test(arguments: [
        (
            ["validate", "--jobs", "a.xml", "b.xml", "c.xml"],
            "Error: The value 'a.xml' is invalid for '--jobs <count>'"
        ),
        (["validate", "a.xml", "b.xml", "c.xml", "--jobs"], "Error: Missing value for '--jobs <count>'"),
        (["validate", "a.xml", "b.xml", "c.xml", "--json"], "Error: --json goes with --version."),
        (
            ["convert", "a.xml", "b.xml", "c.xml"],
            "Error: Several inputs need --output-directory, or --gather."
        ),
    ])
    func `change nothing in what is said of wrong usage`(arguments: [String], message: String) throws {
        let run = try ToolProcess(arguments)
        #expect(run.errorText.hasPrefix(message), "\(run.errorText)")
        #expect(run.errorText.contains("\nUsage: rapporteur "))
        #expect(run.ending == .exited(2))
    }

    @Test func `may be many`() throws {
        let folder = try TemporaryFolder(["a.xml": Samples.smallXML.bytes])
        let run = try ToolProcess(
            ["validate", "--quiet", "--statistics"] + Array(repeating: "a.xml", count: 3000), in: folder.path)
        #expect(run.ending == .exited(0))
        #expect(run.outputText.contains("3,000") || run.outputText.contains("3000"), "\(run.outputText)")
    }
}
