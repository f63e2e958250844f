import MeetingReports
import TestSupport

@testable import MeetingReports

/// Results made by hand, with everything that is hard to write down in one form or another.
enum ReportSamples {
    /// What made them; fixed, so that no version of the tool changes what is expected.
    static let producer = ReportProducer(
        version: "0.9.1", libxml2: "2.9.14", libxml2Headers: "2.9.13",
        schemas: [.init(name: "meeting-report.xsd", sha256: String(repeating: "0a", count: 32))],
        rules: [.init(code: "duplicate-paragraph-number", severity: .warning)])

    static let settings = ReportSettings(producer: producer)

    /// A name with most of what a path can hold.
    static let strangeName = #"a b/"pä" & <1>, 100%: ü?#.xml"#

    static let results: [ValidationResult] = [good, strange, batch, gone, empty]

    /// A valid record.
    static var good: ValidationResult {
        var result = ValidationResult(file: "good.xml", verdict: .valid, findings: [])
        result.format = "xml"
        result.digest = InputDigest(sha256: String(repeating: "1f", count: 32), size: 1234)
        result.recordCount = 1
        result.checks = [
            PerformedCheck(.syntax, performed: 1), PerformedCheck(.schema, performed: 1),
            PerformedCheck(.rule, code: "duplicate-paragraph-number", performed: 1),
        ]
        return result
    }

    /// Findings in lines with a tab, wide characters, markup and a control character.
    static var strange: ValidationResult {
        let source = InputFile(
            name: strangeName,
            bytes: Array(
                "<a>\n\t<b>\u{65E5}\u{672C} & \u{1B}[31m</b> tail\n</a>\nnext\nnext\nnext\nlast\n".utf8))
        // Line 2: tab 1, <b> 2-4, two wide characters 5 and 6, space 7, & 8.
        var first = Finding(
            .schemaElement, message: "The element \"b\" is\nnot <allowed>: \u{1B}[0m, 50%.",
            detail: "Element 'b'", place: place(source, 5..<10, "/meetingReport/b[1]"))
        first.place.id = "sec_1"
        first.place.sourceLines = SourceLines(3...4)
        var second = Finding(
            .duplicateParagraphNumber, severity: .info, message: "Printed twice.",
            place: place(source, 8..<14, "/meetingReport/b[1]"),
            related: [.init(message: "First here.", place: place(source, 0..<0, "/meetingReport"))])
        second.isKnown = true
        var result = ValidationResult(file: strangeName, verdict: .invalid, findings: [first, second])
        result.format = "xml"
        result.digest = InputDigest(of: source)
        result.recordCount = 1
        result.checks = good.checks
        result.excerpt = SourceExcerpt(around: result.findings, in: source)
        return result
    }

    /// A file of three records, each with another verdict, and a finding about the file.
    static var batch: ValidationResult {
        let source = InputFile(
            name: "batch.ndjson", bytes: Array("{\"a\":1}\n{\"b\":null}\n{\"c\":3}\n".utf8))
        let about = Finding(.xmlNotKept, message: "The file has a mark.", place: Place(file: source.name))
        var bad = Finding(
            .jsonShape, message: "A string was expected.", place: place(source, 13..<17, "/meetingReport"))
        bad.place.jsonPointer = "/b"
        var warned = Finding(
            .duplicateParagraphNumber, message: "Printed twice.",
            place: place(source, 24..<25, "/meetingReport/body/paragraph[2]"))
        warned.place.jsonPointer = "/c"
        var result = ValidationResult(file: source.name, verdict: .invalid, findings: [about, bad, warned])
        result.format = "ndjson"
        result.digest = InputDigest(of: source)
        result.recordCount = 3
        result.records = [
            .init(index: 0, id: "r1", verdict: .valid),
            .init(index: 1, id: nil, verdict: .invalid),
            .init(index: 2, id: "r<3>", verdict: .needsReview),
        ]
        result.owners = [nil, 1, 2]
        result.checks = [
            PerformedCheck(.syntax, performed: 1), PerformedCheck(.schema, performed: 3),
            PerformedCheck(.rule, code: "duplicate-paragraph-number", performed: 2),
        ]
        result.excerpt = SourceExcerpt(around: result.findings, in: source)
        return result
    }

    /// An input that could not be read.
    static var gone: ValidationResult {
        ValidationResult(
            unreadable: "gone.xml",
            InputError(
                Finding(
                    .fileUnreadable, message: "The file cannot be read: No such file or directory.",
                    place: Place(file: "gone.xml"))))
    }

    /// An input in which there was nothing to check.
    static var empty: ValidationResult {
        let finding = Finding(
            .noRecord, message: "The file holds no record.", place: Place(file: "empty.json"))
        var result = ValidationResult(file: "empty.json", verdict: .notChecked, findings: [finding])
        result.format = "json"
        result.digest = InputDigest(sha256: String(repeating: "2e", count: 32), size: 2)
        result.checks = [PerformedCheck(.syntax, performed: 1), PerformedCheck(.schema, performed: 0)]
        return result
    }

    /// Many findings of one code, a grave one among slight ones.
    static func many(_ count: Int) -> ValidationResult {
        let findings = (0..<count).map { number in
            Finding(
                number == count - 1 ? .schemaElement : .duplicateParagraphNumber,
                message: "Number \(number).",
                place: Place(file: "many.xml", xpath: "/meetingReport/body/p[\(number + 1)]"))
        }
        return ValidationResult(file: "many.xml", verdict: .invalid, findings: findings)
    }

    /// A report over some results.
    static func report(
        _ form: String, _ results: [ValidationResult] = results, _ settings: ReportSettings = settings,
        exitCode: Int? = 3
    ) -> [UInt8] {
        guard let form = ReportForm.named(form) else { return [] }
        var report = Report(form, settings)
        var bytes: [UInt8] = []
        for result in results { bytes += report.add(result) }
        return bytes + report.finish(exitCode: exitCode)
    }

    /// The same as text.
    static func text(
        _ form: String, _ results: [ValidationResult] = results, _ settings: ReportSettings = settings
    ) -> String {
        String(decoding: report(form, results, settings), as: UTF8.self)
    }

    /// A place by its bytes.
    static func place(_ source: InputFile, _ bytes: Range<Int>, _ xpath: String) -> Place {
        Place(file: source.name, range: TextIndex(source.bytes).range(bytes), xpath: xpath)
    }
}
