import MeetingReports
import TestSupport
import Testing

/// Reports marked up by hand from real ones: whole ones, and excerpts, in which numbers are missing that the excerpt leaves out.
@Suite(.enabled(if: SharedFolder.isThere, "the folder of real reports is not there"))
struct `The rules on reports marked up by hand` {
    /// What was looked at and found right, as `code at path`.
    private static let expected: [String: [String]] = [
        "seed.xml": ["duplicate-paragraph-number at /meetingReport/body/section[4]/paragraph[1]"],
        "agat.xml": [], "agat-raw.xml": [], "hrc-corr1.xml": [], "unfccc-sbi-2018-11-table.xml": [],
        "wmo-2009-actions.xml": [],
        // The list says what was issued separately.
        "ats-atcm9-bundle.xml": ["contents-mismatch at /meetingReport/body/contents[1]/entry[2]"],
        // The print has 37, 39, 39; 9 to 16 and 20 to 36 are not in the excerpt.
        "ats-atcm12.xml": [
            "unrecognized-text at /meetingReport/body/section[1]/paragraph[3]/unrecognized[1]",
            "missing-paragraph-number at /meetingReport/body/section[1]/section[2]/paragraph[1]",
            "missing-paragraph-number at /meetingReport/body/section[1]/section[3]/paragraph[1]",
            "missing-paragraph-number at /meetingReport/body/section[1]/section[4]/paragraph[1]",
            "duplicate-paragraph-number at /meetingReport/body/section[1]/section[4]/paragraph[2]",
        ],
    ]

    @Test(arguments: expected.keys.sorted())
    func `give no false alarm`(name: String) throws {
        let file = try InputFile(path: "\(SharedFolder.path)/vocabulary/examples/\(name)")
        let found = ValidationResult(of: file, .xml).findings.map { "\($0.code) at \($0.place.xpath ?? "")" }
        #expect(found == Self.expected[name])
    }

    @Test func `as excerpts miss only numbers and headings that the excerpt leaves out`() throws {
        for name in ["es-atcm9-rev3.xml", "hrc-14-15.xml", "unfccc-sbi-2014-21.xml", "wmo-2014.xml"] {
            let file = try InputFile(path: "\(SharedFolder.path)/vocabulary/examples/\(name)")
            let codes = Set(ValidationResult(of: file, .xml).findings.map(\.code.description))
            #expect(
                codes.isSubset(of: [
                    "missing-paragraph-number", "missing-section-number", "contents-mismatch",
                ]),
                "\(name): \(codes)")
        }
    }
}
