import TestSupport
import Testing

@testable import MeetingReports

@Suite("The forms of reports")
struct ReportFormTests {
    /// The forms, and the endings of the files in Golden, which were read and found right by a person.
    static let forms = [
        ("text", "txt"), ("json", "json"), ("jsonl", "jsonl"), ("sarif", "sarif"), ("junit", "junit.xml"),
        ("github", "github.txt"), ("html", "html"),
    ]

    @Test("Each form is in the table once, by its name")
    func table() {
        #expect(ReportForm.all.map(\.name) == Self.forms.map(\.0))
        #expect(ReportForm.named("xls") == nil)
    }

    @Test("A report is what it was when a person last read it", arguments: forms)
    func golden(form: String, ending: String) {
        let difference = Golden.difference(ReportSamples.report(form), from: "report.\(ending)")
        #expect(difference == nil)
    }

    @Test("The same results give the same bytes, stored and read back", arguments: forms)
    func storedAndReadBack(form: String, ending: String) throws {
        let lines = InputFile(name: "results.jsonl", bytes: ReportSamples.report("jsonl"))
        let stored = try StoredReport(reading: lines)
        #expect(stored.exitCode == 3)
        let settings = ReportSettings(producer: stored.producer)
        #expect(ReportSamples.report(form, stored.results, settings) == ReportSamples.report(form))
    }

    @Test("A report without results is whole too", arguments: forms)
    func noResults(form: String, ending: String) throws {
        let report = ReportSamples.report(form, [], exitCode: 4)
        #expect(report.isEmpty == (form == "text"))
        if let check = ReportCheck(form) { try check.expectNoProblems(report) }
    }

    @Test(
        "Forms for people show the gravest findings and say how many more there are",
        arguments: [
            ("text", "many.xml: and 3,117 more findings\n"),
            ("github", "::notice file=many.xml::and 3,117 more"),
            ("html", "… and 3,117 more findings."),
        ])
    func bounded(form: String, more: String) {
        let report = ReportSamples.text(form, [ReportSamples.many(3217)])
        #expect(report.contains(more))
        #expect(report.contains("Number 98."))
        #expect(!report.contains("Number 99."))
        #expect(report.contains("Number 3216."))
    }

    @Test("Forms for machines hold every finding", arguments: ["json", "jsonl", "sarif", "junit"])
    func unbounded(form: String) {
        let report = ReportSamples.text(form, [ReportSamples.many(3217)])
        #expect(report.split(separator: "Number ").count == 3218)
    }

    @Test("All findings are shown where no bound is set", arguments: ["text", "github", "html"])
    func withoutBound(form: String) {
        let settings = ReportSettings(producer: ReportSamples.producer, maxFindings: nil)
        let report = ReportSamples.text(form, [ReportSamples.many(300)], settings)
        #expect(report.split(separator: "Number ").count == 301)
        #expect(!report.contains("more finding"))
    }
}

@Suite("Reports as other tools read them")
struct ReportCheckTests {
    @Test(
        "A report of every kind of result is sound", .enabled(if: ReportCheck.hasPython),
        arguments: ["json", "jsonl", "junit", "html"])
    func sound(form: String) throws {
        try ReportCheck(form)?.expectNoProblems(ReportSamples.report(form))
    }

    @Test("SARIF is valid by the schema of its standard", .enabled(if: ReportCheck.hasSARIF))
    func sarif() throws {
        try ReportCheck("sarif")?.expectNoProblems(ReportSamples.report("sarif"))
        try ReportCheck("sarif")?.expectNoProblems(ReportSamples.report("sarif", [ReportSamples.many(300)]))
    }

    @Test(
        "What is wrong is seen", .enabled(if: ReportCheck.hasPython),
        arguments: [
            ("json", #""verdict": "failed""#, #""verdict": "fine""#),
            ("jsonl", #""known":true"#, #""known":1"#),
            ("junit", "failures=\"2\"", "failures=\"1\""), ("html", "</bdi>", ""),
        ])
    func unsound(form: String, text: String, replacement: String) throws {
        let report = ReportSamples.text(form)
        #expect(report.contains(text))
        let changed = report.replacing(text, with: replacement)
        #expect(try ReportCheck(form)?.problems(Array(changed.utf8)).isEmpty == false)
    }
}

/// A check of a report by other tools, in Python.
struct ReportCheck {
    private static let script = packageFolder + "/Tests/Agreement/reports.py"
    private static let path = ["PATH=" + (environmentVariable("PATH") ?? "/usr/bin:/bin")]

    /// Whether python-jsonschema and lxml are installed.
    static let hasPython = run(["-c", "import jsonschema, lxml"])?.exitCode == 0
    /// Whether the schema of SARIF was fetched as well.
    static let hasSARIF = hasPython && run([script, "--has"])?.exitCode == 0

    private let kind: String

    /// The check of a form; nil where there is none, or it cannot run here.
    init?(_ form: String) {
        guard Self.hasPython, form != "sarif" || Self.hasSARIF else { return nil }
        switch form {
        case "json", "jsonl": kind = "json"
        case "sarif", "junit", "html": kind = form
        default: return nil
        }
    }

    /// What is wrong with a report, line by line.
    func problems(_ report: [UInt8]) throws -> String {
        let folder = try TemporaryFolder(["report": report])
        let run = try #require(Self.run([Self.script, kind, folder.path + "/report"]))
        #expect(run.errorText == "")
        return run.outputText
    }

    func expectNoProblems(_ report: [UInt8]) throws {
        #expect(try problems(report) == "")
    }

    private static func run(_ arguments: [String]) -> ToolProcess? {
        try? ToolProcess(["python3"] + arguments, environment: path, program: "/usr/bin/env")
    }
}
