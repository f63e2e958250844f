import MeetingReports
import TestSupport
import Testing

/// Short reports made up for the tests, each in the layout of a family of reports; what their trees are was worked out by hand.
@Suite struct `Reports of many families` {
    private func report(_ name: String) throws -> [UInt8] {
        try TestFiles.bytes(folder(of: #filePath) + "/Golden/\(name).txt")
    }

    @Test(arguments: FamilyNames.all)
    func `Have the tree that a reader sees`(name: String) throws {
        let reading = try TextReader().read(try report(name), name: name)
        let tree = outline(of: reading.report)
        #expect(Golden.difference(Array(tree.utf8), from: name + ".outline") == nil)
        #expect(reading.report.unrecognized.isEmpty)
    }

    @Test(arguments: FamilyNames.all)
    func `Lose nothing, and read back from the text that is written of them`(name: String) throws {
        let bytes = try report(name)
        let reading = try TextReader().read(bytes, name: name)
        #expect(SourceComparison(of: reading.report, with: bytes).difference == nil)
        #expect(reading.ledger.lostCount == 0)
        let again = try TextReader().read(try TextWriter().write(reading.report), name: name)
        #expect(RecordDifference(reading.report, again.report, includingSource: false) == nil)
    }
}

/// The names of the families.
enum FamilyNames {
    static let all = [
        "cbd", "cites", "codex", "council", "ecosoc", "fao", "french", "icao", "ilo", "imo", "itu", "minutes",
        "ramsar",
        "sbstta", "spanish", "wipo", "wmo", "working-group",
    ]
}
