import TestSupport
import Testing

/// The help texts of the tool and of its commands.
enum HelpText {
    static let commands = [
        "convert", "validate", "report", "facts", "prove", "explain", "schema", "config", "doctor",
    ]

    /// The lines of a help text, that of the tool itself for nil.
    static func lines(of command: String?) -> [Substring] {
        let run = try? ToolProcess((command.map { [$0] } ?? []) + ["--help"])
        return run?.outputText.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    }

    /// The example lines of all help texts.
    static let examples: [String] = ([nil] + commands).flatMap { command in
        lines(of: command).drop { $0 != "Examples:" }.dropFirst().prefix { !$0.isEmpty }.map {
            String($0.drop { $0 == " " })
        }
    }

    /// Whether an example reads a text.
    static func readsText(_ example: String) -> Bool { example.contains(".txt") }
}

@Suite struct `Help` {
    @Test(arguments: [nil] + HelpText.commands)
    func `says what the tool does, then shows examples, then the options`(command: String?) throws {
        let lines = HelpText.lines(of: command)
        #expect(lines.first?.hasPrefix("OVERVIEW: ") == true)
        let usage = try #require(lines.firstIndex { $0.hasPrefix("USAGE: rapporteur") })
        let options = try #require(lines.firstIndex(of: "OPTIONS:"))
        #expect(usage < options)
        let examples = try #require(lines.firstIndex(of: "Examples:"))
        #expect(examples < usage)
        #expect(examples <= 3)
    }

    @Test(arguments: HelpText.commands)
    func `is the same asked for in each way, and is a result`(command: String) throws {
        let texts = try [["help", command], [command, "--help"], [command, "-h"]].map {
            let run = try ToolProcess($0)
            #expect(run.errorText == "")
            #expect(run.ending == .exited(0))
            return run.outputText
        }
        #expect(texts[0] == texts[1])
        #expect(texts[1] == texts[2])
        #expect(texts[0].hasSuffix("\n"))
    }

    @Test func `of the tool names every command`() {
        let lines = HelpText.lines(of: nil)
        for command in HelpText.commands { #expect(lines.contains { $0.hasPrefix("  \(command) ") }) }
    }

    @Test func `has thirty-four examples, none broken over two lines`() {
        #expect(HelpText.examples.count == 34)
        #expect(HelpText.examples.allSatisfy { $0.contains("rapporteur ") })
    }

    @Test(arguments: HelpText.examples.filter { !HelpText.readsText($0) })
    func `shows examples that run as they stand`(example: String) throws { try run(example) }

    @Test(.disabled("until the text reader is in"), arguments: HelpText.examples.filter(HelpText.readsText))
    func `shows examples on texts that run as they stand`(example: String) throws { try run(example) }

    private func run(_ example: String) throws {
        let seed = try readFile(packageFolder + "/seeds/000_aa9fe8eeef786324.txt")
        let folder = try Samples.records()
        try folder.write("report.txt", seed)
        try folder.write("anything.json", "[1, 2]")
        try folder.write(
            "results.jsonl",
            ToolProcess(["validate", "--report", "jsonl", "record.xml"], in: folder.path).output
        )
        try folder.write("all.ndjson", Samples.smallJSON + "\n")
        try folder.makeFolder("records")
        let existing = example.contains("-o record.json") ? "rm record.json; " : ""
        let run = try ToolProcess(
            ["-e", "-c", existing + example],
            environment: ["PATH=\(TestSupport.folder(of: ToolProcess.path)):/usr/bin:/bin"],
            in: folder.path, program: "/bin/sh")
        #expect(run.errorText == "")
        #expect(run.ending == .exited(0))
    }
}
