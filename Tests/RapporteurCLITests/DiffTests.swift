import MeetingReports
import TestSupport
import Testing

@Suite struct `rapporteur diff` {
    private let draft = """
        UNION OF COASTAL OBSERVATORIES

        Draft report of the Working Party on Tide Gauges

        I. Opening

        1. The session was opened by the Chair.

        2. The agenda was adopted without changes.

        """

    private func run(_ arguments: [String], final: String, input: [UInt8] = []) throws -> ToolProcess {
        let folder = try TemporaryFolder(["draft.txt": draft.bytes, "final.txt": final.bytes])
        return try ToolProcess(["diff"] + arguments, input: input, in: folder.path)
    }

    @Test func `prints nothing and exits with 0 where nothing changed, in whatever format and layout`() throws
    {
        let folder = try TemporaryFolder([
            "draft.txt": draft.bytes,
            "wide.txt": ("\n" + draft.split(separator: "\n").joined(separator: "\n\n\n")).bytes,
        ])
        let json = try ToolProcess(["convert", "draft.txt", "--to", "json", "--quiet"], in: folder.path)
        for (other, input) in [("wide.txt", []), ("-", json.output)] {
            let run = try ToolProcess(["diff", "draft.txt", other], input: input, in: folder.path)
            #expect(run.outputText == "")
            #expect(run.errorText == "")
            #expect(run.ending == .exited(0))
        }
    }

    @Test func `prints what changed under its section, with the lines of both texts, and exits with 1`()
        throws
    {
        let final =
            draft.replacing("Draft report", with: "Report").replacing("without changes", with: "as amended")
        let run = try run(["draft.txt", "final.txt"], final: final)
        #expect(
            run.outputText == """
                masthead
                  ~ title (lines 3, 3): [-Draft report-] {+Report+} of the Working Party on Tide Gauges
                I. Opening
                  ~ paragraph 2. (lines 9, 9): The agenda was adopted [-without changes.-] {+as amended.+}

                """)
        #expect(run.errorText == "")
        #expect(run.ending == .exited(1))
    }

    @Test func `prints the same as JSON`() throws {
        let run = try run(
            ["draft.txt", "final.txt", "--format", "json"],
            final: draft.replacing("without", with: "with"))
        let root = try JSONDocument(run.output).root
        #expect(root["equal"]?.kind == .false)
        let changes = root["changes"].map { Array($0.elements) } ?? []
        #expect(changes.count == 1)
        let change = try #require(changes.first)
        #expect(change["change"]?.string == "changed")
        #expect(change["element"]?.string == "paragraph")
        #expect(change["old"]?["text"]?.string == "The agenda was adopted without changes.")
        #expect(change["new"]?["text"]?.string == "The agenda was adopted with changes.")
        #expect(change["new"]?["path"]?.string == "/meetingReport/body/section[1]/paragraph[2]")
        #expect(change["new"]?["lines"]?.string == "9")
        let words = try #require(change["words"]?.elements.map { $0.members.map { $0.key.string }.first })
        #expect(words == ["kept", "removed", "added", "kept"])
        #expect(run.ending == .exited(1))
    }

    @Test func `names the report that cannot be read, and compares nothing`() throws {
        let run = try run(["draft.txt", "none.txt"], final: draft)
        #expect(run.outputText == "")
        #expect(
            run.errorText
                == "none.txt: error: The file cannot be read: No such file or directory. [file-unreadable]\n")
        #expect(run.ending == .exited(3))
    }

    @Test func `takes standard input once`() throws {
        let run = try run(["-", "-"], final: draft)
        #expect(run.outputText == "")
        #expect(run.errorText.hasPrefix("Error: Only one of the two reports can be standard input.\n"))
        #expect(run.ending == .exited(2))
    }
}
