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

    /// Where findings are known to stand on another line than the table's, and on which.
    static let otherLines: [String: Comment] = [
        "empty-list.json": "line 62, of the list; its content is on line 67",
        "empty-row.json": "line 96, of the row; its content is on line 99",
        "footnote-without-text.json": "line 105, of the footnote; its content is on line 110",
        "prefixed-name.json": "line 105, of the object; its type is on line 106",
        "text-in-body.xml": "line 48, of the text; the body begins on line 10",
        "trailing-comma.json": "line 123, of the comma; what follows it is on line 124",
        "unknown-root.json": "line 1, of the object; its type is on line 2",
        "unknown-type.json": "line 86, of the object; its type is on line 87",
    ]

    /// Where paths are known to be others than the table's, and which.
    static let otherPlaces: [String: Comment] = [
        "empty-list.json": "the list, not its content",
        "empty-row.json": "the row, not its content",
        "footnote-without-text.json": "the footnote, not its content",
        "foreign-element.xml": "location[1], as if the element were in the record's namespace",
        "misplaced-element.json": "the object, not its type",
        "num-after-text.xml": "num, which is the first; num[2] is wrong",
        "num-in-run.json": "the object, not its type",
        "paragraph-in-p.json": "the object, not its type",
        "prefixed-name.json": "the object, not its type",
        "repeated-num.xml": "num, which is the first; num[2] is wrong",
        "unknown-element.json": "the object, not its type",
        "unknown-root.json": "the object, not its type",
        "unknown-type.json": "the object, not its type",
    ]

    /// What is known of the place of this sample's finding; attributes lack the last step of their path in XML.
    var otherPlace: Comment? {
        if file.hasSuffix(".xml"), place.contains("/@") { return "the element, not the attribute" }
        return Self.otherPlaces[file]
    }
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
        let lines = try findings(sample).compactMap { $0["start"]?["line"].map { Int(String(text: $0)) } }
        expecting(BrokenSample.otherLines[sample.file]) {
            #expect(lines.contains(sample.line))
        }
    }

    @Test(arguments: BrokenSample.invalid)
    func `a finding names the path of the fault`(sample: BrokenSample) throws {
        let isXML = sample.file.hasSuffix(".xml")
        let places = try findings(sample).compactMap {
            $0[isXML ? "xpath" : "jsonPointer"]?.string.map(Self.withoutFirst)
        }
        expecting(sample.otherPlace) {
            #expect(places.contains(Self.withoutFirst(sample.place)))
        }
    }

    private func findings(_ sample: BrokenSample) throws -> JSONElements {
        try #require(report[sample.file]?["findings"]).elements
    }

    /// Runs a check that is known to fail where there is a comment on it.
    private func expecting(_ difference: Comment?, _ check: () -> Void) {
        if let difference { withKnownIssue(difference) { check() } } else { check() }
    }

    /// A path in which the first of several is not told from the only one.
    private static func withoutFirst(_ path: String) -> String { path.replacing("[1]", by: "") }
}

extension String {
    /// The text that a JSON value is written as.
    init(text node: JSONNode) { self.init(decoding: node.text, as: UTF8.self) }
}
