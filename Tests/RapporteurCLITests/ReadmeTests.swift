import TestSupport
import Testing

/// The examples of the README, run as they stand; `RECORD=1` writes what they print, and fails.
@Suite struct `The README` {
    private static let path = packageFolder + "/README.md"

    /// The README with each example's output replaced by what the commands print now.
    private func current(_ readme: String) throws -> String {
        var lines: [String] = []
        var isExample = false
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line == "```console" {
                isExample = true
                lines.append(line)
            } else if line == "```" {
                isExample = false
                lines.append(line)
            } else if !isExample {
                lines.append(line)
            } else if line.hasPrefix("$ ") {
                lines.append(line)
                lines += try output(of: String(line.dropFirst(2)))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// What a command prints, on both streams, with the tool on the path.
    private func output(of command: String) throws -> [String] {
        let folder = ToolProcess.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        let run = try ToolProcess(
            ["-c", command], environment: ["LANG=C.UTF-8", "PATH=\(folder):/usr/bin:/bin"],
            in: packageFolder, program: "/bin/sh")
        let text = run.outputText + run.errorText
        return text.split(separator: "\n").map(String.init)
    }

    @Test func `shows what the commands print`() throws {
        let readme = String(decoding: try readFile(Self.path), as: UTF8.self)
        let current = try current(readme)
        #expect(readme.contains("```console"))
        #expect(Golden.firstDifference(Array(readme.utf8), Array(current.utf8)) == nil)
        if environmentVariable("RECORD") == "1" { try writeFile(Self.path, Array(current.utf8)) }
    }
}
