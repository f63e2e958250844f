import MeetingReports
import TestSupport
import Testing

/// Mastheads in the forms of many organizations, each in a file of `Tests/Mastheads`: the printed lines, a rule, and the
/// fields as a person reads them, `kind [value]: text`.
@Suite struct `Mastheads of many families` {
    private static let folder = packageFolder + "/Tests/Mastheads"
    private static let names = fileNames(in: folder, ending: ".txt")
    private static let rule = "====="

    @Test func `There are mastheads to read`() { #expect(Self.names.count >= 36) }

    @Test(arguments: names)
    func `Each has the fields that a person reads in it`(name: String) throws {
        let text = try String(decoding: readFile(Self.folder + "/" + name), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let rule = try #require(lines.firstIndex { $0 == Self.rule })
        let report = try reading(lines[..<rule].joined(separator: "\n") + "\n").report
        #expect(report.fields.map(Self.shown) == lines[(rule + 1)...].filter { !$0.isEmpty }.map(String.init))
    }

    private static func shown(_ field: MastheadField) -> String {
        let text = field.content.plainText
        var value = field.value ?? field.number ?? field.status?.rawValue
        if let to = field.to { value = (value ?? "") + "-\(to)" }
        if let part = field.part { value = (value ?? "") + " part \(part)" }
        let shown = value.flatMap { $0 == text ? nil : " [\($0)]" } ?? ""
        return "\(field.name)\(shown): \(text)"
    }
}
