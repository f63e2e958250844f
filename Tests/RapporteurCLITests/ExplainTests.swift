import TestSupport
import Testing

@Suite struct `rapporteur explain` {
    @Test func `prints what a code means, with both examples`() throws {
        let run = try ToolProcess(["explain", "duplicate-id"])
        #expect(run.exitCode == 0)
        #expect(run.errorText.isEmpty)
        #expect(run.outputText.hasPrefix("duplicate-id (error)\n"))
        for part in ["\nWhy it matters\n", "\nWhat to do\n", "\nFound in\n", "\nNot found in\n"] {
            #expect(run.outputText.contains(part))
        }
    }

    @Test func `lists all codes when none is named`() throws {
        let run = try ToolProcess(["explain"])
        #expect(run.exitCode == 0)
        let codes = run.outputText.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(codes == codes.sorted())
        #expect(codes.contains("schema-element"))
        #expect(codes.contains("duplicate-paragraph-number"))
    }

    @Test func `names the nearest codes when there is none of that name`() throws {
        let run = try ToolProcess(["explain", "missing-targt"])
        #expect(run.exitCode == 2)
        #expect(run.output.isEmpty)
        #expect(run.errorText.contains("missing-target"))
    }
}
