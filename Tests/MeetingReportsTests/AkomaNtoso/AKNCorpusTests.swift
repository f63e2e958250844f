import TestSupport
import Testing

@testable import MeetingReports

/// Real reports in Akoma Ntoso and back.
@Suite(.enabled(if: SharedFolder.isThere, "the folder of real reports is not beside the project"))
struct `Real reports in Akoma Ntoso` {
    private static let texts = ["txt", "md", "adoc"].flatMap { ending in
        SharedFolder.files(in: "corpus", ending: "." + ending).map { "corpus/" + $0 }
    }
    private static let encodings = SharedFolder.files(in: "vocabulary/examples", ending: ".xml").map {
        "vocabulary/examples/" + $0
    }

    @Test(arguments: texts + encodings)
    func `come back equal, and keep every printed character`(name: String) throws {
        let file = try InputFile(path: SharedFolder.path + "/" + name)
        let format: ReportFormat = name.hasSuffix(".xml") ? .xml : .text
        let report = try #require(FileReading(file, format).records.first?.report)
        let bytes = try ReportFormat.akn.write([report])
        let again = try #require(
            FileReading(InputFile(name: "r.akn.xml", bytes: bytes), .akn).records.first?.report)
        #expect(RecordDifference(report, again) == nil)
        #expect(again == report)
        let printed = try PrintedCharacters.of(akomaNtoso: bytes)
        #expect(PrintedCharacters.sorted(printed) == PrintedCharacters.sorted(PrintedCharacters.of(report)))
    }

    @Test(.enabled(if: AKN.schemaFolder != nil, "the schema of OASIS is not there"))
    func `are valid against the schema of OASIS, by us and by xmllint`() throws {
        let schema = try AKN.schema()
        let folder = try TemporaryFolder()
        var names: [String] = []
        for name in Self.texts + Self.encodings {
            let file = try InputFile(path: SharedFolder.path + "/" + name)
            let format: ReportFormat = name.hasSuffix(".xml") ? .xml : .text
            let report = try #require(FileReading(file, format).records.first?.report)
            let bytes = try ReportFormat.akn.write([report])
            let result = schema.validate(InputFile(name: name, bytes: bytes))
            #expect(result.verdict == .valid, "\(name): \(result.findings.first?.message ?? "")")
            let output = name.split(separator: "/").joined(separator: "-") + ".akn.xml"
            try folder.write(output, String(decoding: bytes, as: UTF8.self))
            names.append(output)
        }
        let path = try #require(AKN.schemaFolder) + "/akomantoso30.xsd"
        let run = try ToolProcess(
            ["--noout", "--schema", path] + names, in: folder.path, program: "/usr/bin/xmllint")
        let validCount = run.errorText.split(separator: "\n").count { $0.hasSuffix(" validates") }
        #expect(validCount == names.count)
        #expect(names.count >= 111)
    }
}
