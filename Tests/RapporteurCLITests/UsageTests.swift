import TestSupport
import Testing

@Suite struct `Wrong usage` {
    @Test(arguments: [
        (["frobnicate"], "Error: There is no command 'frobnicate'."),
        (["valdate", "record.xml"], "Error: There is no command 'valdate'. Did you mean 'validate'?"),
        (
            ["record.xml"],
            "Error: There is no command 'record.xml'. A file stands behind a command: rapporteur validate record.xml"
        ),
        (
            ["validate", "--severity", "emty-section=info"],
            "Error: The value 'emty-section=info' is invalid for '--severity <code=severity>': There is no code 'emty-section'. Near it: empty-section."
        ),
        (
            ["validate", "--severity", "schema-element=info"],
            "Error: The value 'schema-element=info' is invalid for '--severity <code=severity>': What schema-element says breaks the syntax or the schema, and stays an error."
        ),
        (["validate", "--reprot", "json"], "Error: Unknown option '--reprot'. Did you mean '--report'?"),
        (["--frobnicate"], "Error: Unknown option '--frobnicate'"),
        (["--json"], "Error: --json goes with --version."),
        (["validate", "--json", "record.xml"], "Error: --json goes with --version."),
        (["convert", "--frobnicate"], "Error: Unknown option '--frobnicate'"),
        (
            ["convert", "--from", "yaml"],
            "Error: The value 'yaml' is invalid for '--from <format>'. Please provide one of 'text', 'xml', 'json', 'ndjson' or 'akn'."
        ),
        (["convert", "--to"], "Error: Missing value for '--to <format>'"),
        (
            ["convert", "record.xml", "record.json"],
            "Error: Several inputs need --output-directory, or --gather."
        ),
        (
            ["convert", "record.xml", "-o", "a", "--output-directory", "b"],
            "Error: --output and --output-directory exclude each other."
        ),
        (["convert", "record.xml", "--output-directory", ""], "Error: The name of an output is empty."),
        (["convert", "record.xml", "-o", ""], "Error: The name of an output is empty."),
        (
            ["convert", "--output-directory", "."],
            "Error: Standard input has no name for a file in --output-directory."
        ),
        (
            ["convert", "-", "record.xml", "--output-directory", "."],
            "Error: Standard input has no name for a file in --output-directory."
        ),
        (
            ["convert", "record.xml", "record.json", "--output-directory", ".", "--ledger", "a"],
            "Error: --ledger takes one input."
        ),
        (
            ["convert", "record.xml", "-o", "a", "--ledger", "a"],
            "Error: The record and the ledger would both go to a."
        ),
        (
            ["validate", "--fail-on", "fatal"],
            "Error: The value 'fatal' is invalid for '--fail-on <severity>'. Please provide one of 'info', 'warning' or 'error'."
        ),
        (
            ["validate", "--report", "xls"],
            "Error: The value 'xls' is invalid for '--report <form[:path]>'. Please provide one of the following:"
        ),
        (["facts", "record.xml", "record.json"], "Error: Unexpected argument 'record.json'"),
        (
            ["facts", "--csv", "weather"],
            "Error: There is no kind 'weather'; the kinds are masthead, meetings, attendance, officers, lists, clauses, nextMeetings, notes."
        ),
        (["schema"], "Error: Missing expected argument '<schema>'"),
        (
            ["schema", "rng"],
            "Error: The value 'rng' is invalid for '<schema>'. Please provide one of 'xsd', 'json', 'report', 'journal' or 'receipt'."
        ),
    ])
    func `is named on standard error, and nothing is done`(arguments: [String], message: String) throws {
        let folder = try Samples.records()
        let run = try ToolProcess(arguments, in: folder.path)
        #expect(run.errorText.hasPrefix(message + "\n"), "\(run.errorText)")
        #expect(run.errorText.contains("\nUsage: rapporteur "))
        #expect(run.outputText == "")
        #expect(run.ending == .exited(2))
        #expect(folder.names() == ["record.json", "record.xml"])
    }

    @Test func `is a call without a command, which gets the help as a message`() throws {
        let run = try ToolProcess([])
        let help = try ToolProcess(["--help"])
        #expect(run.errorText == help.outputText)
        #expect(run.outputText == "")
        #expect(run.ending == .exited(2))
    }

    @Test func `is a ledger of a record that was no text, and nothing is written`() throws {
        let folder = try Samples.records()
        let run = try ToolProcess(
            ["convert", "record.xml", "-o", "out.json", "--ledger", "ledger"], in: folder.path)
        #expect(run.errorText == "rapporteur: record.xml: --ledger is for texts; this is not one.\n")
        #expect(run.ending == .exited(2))
        #expect(folder.names() == ["record.json", "record.xml"])
    }
}

@Suite struct `The command line` {
    @Test func `takes a file whose name begins with a dash, after two dashes`() throws {
        let folder = try TemporaryFolder(["-a.xml": Samples.smallXML.bytes])
        let run = try ToolProcess(["validate", "--", "-a.xml"], in: folder.path)
        #expect(run.outputText == "-a.xml: valid\n")
        #expect(run.ending == .exited(0))
    }

    @Test func `gives scripts that complete it in three shells`() throws {
        for shell in ["bash", "zsh", "fish"] {
            let run = try ToolProcess(["--generate-completion-script", shell])
            #expect(run.outputText.contains("validate"))
            #expect(run.ending == .exited(0))
        }
    }
}
