import TestSupport
import Testing

/// The help texts of the tool and of its commands.
enum HelpText {
    static let commands = [
        "convert", "validate", "report", "facts", "prove", "diff", "explain", "journal", "verify",
        "canonicalize", "schema", "config", "doctor",
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

    @Test func `of the tool names every command, and no other`() {
        let list = HelpText.lines(of: nil).drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }
        let names = list.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.map {
            $0.split(separator: " ")[0]
        }
        #expect(Set(names.map(String.init)) == Set(HelpText.commands))
    }

    @Test func `has examples that are not broken over two lines`() {
        #expect(HelpText.examples.count >= 42)
        #expect(HelpText.examples.allSatisfy { $0.contains("rapporteur ") })
    }

    @Test(arguments: HelpText.examples)
    func `shows examples that run as they stand`(example: String) throws {
        let folder = try Samples.records()
        let seed = try readFile(packageFolder + "/seeds/000_aa9fe8eeef786324.txt")
        for name in ["report.txt", "draft.txt", "final.txt"] { try folder.write(name, seed) }
        try folder.write("report.xml", folder.read("record.xml"))
        try folder.write("report-rev1.json", folder.read("record.json"))
        try folder.write("anything.json", "[1, 2]")
        try folder.write("all.ndjson", Samples.smallJSON + "\n")
        try folder.makeFolder("records")
        let run = try ToolProcess(
            ["-e", "-c", Self.preparation(for: example) + example],
            environment: ["PATH=\(TestSupport.folder(of: ToolProcess.path)):/usr/bin:/bin"],
            in: folder.path, program: "/bin/sh")
        #expect(!run.errorText.contains("rror: "))
        #expect(run.ending == .exited(0))
    }

    /// The commands that make what an example reads, and take away what it would not write over.
    private static func preparation(for example: String) -> String {
        switch example {
        case _ where example.contains("-o record.json"): "rm record.json\n"
        case _ where example.contains("-o report.xml"): "rm report.xml\n"
        case _ where example.hasPrefix("rapporteur report"):
            "rapporteur validate --report jsonl:results.jsonl record.xml\n"
        case _ where example.hasPrefix("rapporteur journal"):
            "rapporteur convert report.txt --to xml --output-directory records --quiet\n"
        case _ where example.hasPrefix("rapporteur verify"):
            "rapporteur convert record.xml -o record.json --if-exists replace --receipt --quiet\n"
        default: ""
        }
    }
}
