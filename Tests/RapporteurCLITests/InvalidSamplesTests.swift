import MeetingReports
import TestSupport
import Testing

/// One line of the table of broken records.
struct BrokenSample: Sendable, CustomTestStringConvertible {
    let file: String
    let broken: String
    let outcome: String
    let place: String
    let line: Int

    var testDescription: String { "\(file): \(broken)" }

    /// The table, made by hand.
    static let all: [BrokenSample] = {
        let table = (try? Samples.text("expected.tsv")) ?? ""
        return table.split(separator: "\n").dropFirst().compactMap { row in
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 5, let line = Int(fields[4]) else { return nil }
            return BrokenSample(
                file: fields[0], broken: fields[1], outcome: fields[2], place: fields[3], line: line)
        }
    }()

    /// The samples that are well-formed, so that the table gives a place.
    static let invalid = all.filter { $0.outcome == "invalid" }

    /// Where a finding points closer than the table: at the text that should not be there, not at the element it is in; at
    /// the comma too many, not at what follows it.
    static let closerLines = ["text-in-body.xml": 48, "trailing-comma.json": 123]

    /// The same for paths: the text, not the array that holds it.
    static let closerPlaces = ["text-in-line-break.json": "/body/2/content/0/content/3/content/0"]

    /// The samples in XML that have a twin in JSON, the same record broken the same way.
    static let twins = invalid.filter { sample in
        sample.file.hasSuffix(".xml") && invalid.contains { $0.file == sample.twin }
    }

    /// The name of the twin in JSON.
    var twin: String { file.replacing(".xml", by: ".json") }
}

/// What `validate --report jsonl` says of each of the broken records, all in one run.
private let report: [String: JSONNode] = {
    let files = BrokenSample.all.map(\.file)
    guard let run = try? ToolProcess(["validate", "--report", "jsonl"] + files, in: Samples.folder) else {
        return [:]
    }
    let results = run.output.split(separator: UInt8(ascii: "\n")).compactMap {
        try? JSONDocument(Array($0)).root
    }.filter { $0["kind"]?.string == "result" }
    return Dictionary(zip(results.compactMap { $0["file"]?.string }, results)) { first, _ in first }
}()

@Suite struct `Of 145 records that are broken in one way each` {
    @Test func `all get a result in one run`() {
        #expect(BrokenSample.all.count == 145)
        #expect(Set(report.keys) == Set(BrokenSample.all.map(\.file)))
    }

    @Test(arguments: BrokenSample.all)
    func `none is called valid`(sample: BrokenSample) throws {
        let verdict = try #require(report[sample.file]?["verdict"]?.string)
        #expect(verdict == (sample.file == "deep-nesting.json" ? "failed" : "invalid"))
    }

    @Test(arguments: BrokenSample.all)
    func `a finding stands on the line of the fault`(sample: BrokenSample) throws {
        let lines = try findings(sample.file).compactMap {
            $0["start"]?["line"].map { Int(String(text: $0)) }
        }
        #expect(lines.contains(BrokenSample.closerLines[sample.file] ?? sample.line))
    }

    @Test(arguments: BrokenSample.invalid)
    func `a finding names the path of the fault`(sample: BrokenSample) throws {
        let isXML = sample.file.hasSuffix(".xml")
        let places = try findings(sample.file).compactMap {
            $0[isXML ? "xpath" : "jsonPointer"]?.string.map(Self.withoutFirst)
        }
        #expect(places.contains(Self.withoutFirst(BrokenSample.closerPlaces[sample.file] ?? sample.place)))
    }

    @Test(arguments: BrokenSample.twins)
    func `the same codes are found in XML and in JSON`(sample: BrokenSample) throws {
        let xml = try findings(sample.file).map { $0["code"]?.string }
        let json = try findings(sample.twin).map { $0["code"]?.string }
        #expect(xml == json)
    }

    private func findings(_ file: String) throws -> JSONElements {
        try #require(report[file]?["findings"]).elements
    }

    /// A path in which the first of several is not told from the only one.
    private static func withoutFirst(_ path: String) -> String { path.replacing("[1]", by: "") }
}

extension String {
    /// The text that a JSON value is written as.
    init(text node: JSONNode) { self.init(decoding: node.text, as: UTF8.self) }
}
