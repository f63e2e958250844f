import TestSupport
import Testing

/// The tables of `Documentation/exit-codes.md`, each row run as it stands.
@Suite struct `The table of exit codes` {
    /// A command of the tables, and what the row says of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let command: String
        let code: Int32
        var verdict: String?

        var testDescription: String { "\(command) → \(code)" }
    }

    private static let document =
        (try? readFile(packageFolder + "/Documentation/exit-codes.md")).map {
            String(decoding: $0, as: UTF8.self)
        } ?? ""

    /// The tables that have commands: their cells, the heads first, without the quotation marks of code.
    private static let tables: [[[String]]] = {
        var tables: [[[String]]] = [[]]
        for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                if tables.last?.isEmpty == false { tables.append([]) }
                continue
            }
            let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
            let texts = cells.map { $0.filter { $0 != "`" }.trimmed }
            if !texts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "-" } }) {
                tables[tables.count - 1].append(texts)
            }
        }
        return tables.filter { ($0.first?.count ?? 0) >= 3 }
    }()

    private static let rows: [Row] = tables.flatMap { table -> [Row] in
        let head = table[0]
        return table.dropFirst().flatMap { cells -> [Row] in
            if head.contains("command") {
                return [Row(command: cells[1], code: Int32(cells[2]) ?? -1)]
            }
            if head.contains("verdict") {
                return (3..<cells.count).map { column in
                    let option = head[column].hasPrefix("--") ? " \(head[column])" : ""
                    return Row(
                        command: "rapporteur validate \(cells[1])\(option)",
                        code: Int32(cells[column]) ?? -1, verdict: cells[2])
                }
            }
            return (1..<cells.count).map { column in
                Row(
                    command: "rapporteur validate \(cells[0]) \(head[column])",
                    code: Int32(cells[column]) ?? -1)
            }
        }
    }

    /// Runs a script in a folder, with the tool on the path.
    private static func run(_ script: String, in folder: String) throws -> ToolProcess {
        let tools = ToolProcess.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        let environment = [
            "LANG=C.UTF-8", "PATH=\(tools):/usr/bin:/bin", "SAMPLES=\(packageFolder)/Samples",
            "RAPPORTEUR_SCHEMAS=", "XDG_DATA_HOME=/nowhere",
        ]
        return try ToolProcess(
            ["-c", script], environment: environment, in: folder, program: "/bin/sh")
    }

    @Test func `has all verdicts, all codes, and a row for each of many circumstances`() {
        #expect(Self.rows.count > 130)
        #expect(
            Set(Self.rows.compactMap(\.verdict)) == [
                "valid", "needs review", "invalid", "not checked", "failed",
            ])
        #expect(Set(Self.rows.map(\.code)) == [0, 1, 2, 3, 4])
    }

    @Test func `says what the tool does`() throws {
        let folder = try TemporaryFolder()
        let block = try #require(Self.document.split(separator: "```sh\n").dropFirst().first)
        let script = try #require(block.split(separator: "```").first)
        let preparation = try Self.run(String(script), in: folder.path)
        #expect(preparation.errorText == "")
        for row in Self.rows {
            let run = try Self.run(row.command, in: folder.path)
            #expect(run.ending == .exited(row.code), "\(row.command): \(run.errorText)")
            if let verdict = row.verdict {
                let last = run.outputText.split(separator: "\n").last ?? ""
                #expect(last.hasSuffix(": \(verdict)"), "\(row.command): \(last)")
            }
            // Nothing is a success in silence, but for a comparison that finds no difference.
            let isSilent = run.output.isEmpty && run.errors.isEmpty
            #expect(!isSilent || row.command.hasPrefix("rapporteur diff"), "\(row.command)")
        }
    }
}

extension StringProtocol {
    /// The text without spaces at its ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
