internal import Glibc
import TestSupport

@testable import MeetingReports

/// What made-up bytes are taken for, and what has to hold of them.
enum FuzzTarget: String, CaseIterable {
    /// A text: never refused but for a reason, no character lost, and the record comes back from each format.
    case text
    /// JSON, by itself and as a record.
    case json
    /// Records in lines.
    case ndjson
    /// XML, by itself and as records.
    case xml
    /// Akoma Ntoso, by others too.
    case akn
    /// Any record that the schema allows, with the bytes as its words: it comes back from each format.
    case roundtrip

    /// The target that the environment names.
    static let current: FuzzTarget = {
        guard let target = environmentVariable("FUZZ_TARGET").flatMap(FuzzTarget.init) else {
            fatalError("FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue))")
        }
        return target
    }()

    /// Stops the process where a promise is broken.
    func test(_ bytes: [UInt8]) {
        switch self {
        case .text: Self.testText(bytes)
        case .json: Self.testSyntaxAndRecords(bytes, .json)
        case .ndjson: Self.testSyntaxAndRecords(bytes, .ndjson)
        case .xml: Self.testSyntaxAndRecords(bytes, .xml)
        case .akn: Self.testRecords(FileReading(InputFile(name: "a.akn.xml", bytes: bytes), .akn))
        case .roundtrip: Self.testRoundTrip(bytes)
        }
    }

    // MARK: - Texts

    private static func testText(_ bytes: [UInt8]) {
        let file = InputFile(name: "a.txt", bytes: bytes)
        let reading = FileReading(file, .text)
        guard let report = reading.records.first?.report else {
            for finding in reading.findings where finding.severity == .error {
                require(isReason(finding.code, bytes), "refused: \(finding.code) \(finding.message)")
            }
            require(reading.findings.contains { $0.severity == .error }, "nothing read, nothing said")
            return
        }
        let errors = reading.findings.filter { $0.severity == .error }
        require(errors.isEmpty, "the record of a text is invalid: \(FindingText().text(errors))")
        let comparison = SourceComparison(of: report, with: bytes)
        require(comparison.holds, "printed text: \(comparison.difference ?? "")")
        guard let ledger = reading.records.first?.ledger else { return stop("a text without a ledger") }
        require(ledger.lostCount == 0, "lines are lost")
        require(ledger.keptCount + ledger.blankCount == ledger.lines.count, "the ledger does not add up")
        testFormats(report)
    }

    /// Whether a text may be refused for this reason.
    private static func isReason(_ code: FindingCode, _ bytes: [UInt8]) -> Bool {
        let isUTF16 = [[0xFF, 0xFE], [0xFE, 0xFF]].contains { bytes.starts(with: $0) }
        switch code {
        case .textInvalidUTF16: return isUTF16
        case .textInvalidUTF8: return !isUTF16 && String(validating: bytes, as: UTF8.self) == nil
        case .textNUL: return bytes.contains(0)
        case .textEmpty:
            // White space, and what prints nothing.
            return isUTF16
                || String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
                    $0.properties.isWhitespace || $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
                        || [0xAD, 0xFEFF, 0xFFFE, 0xFFFF].contains($0.value)
                }
        case .textNotText: return true
        default: return false
        }
    }

    // MARK: - Records

    private static func testSyntaxAndRecords(_ bytes: [UInt8], _ format: ReportFormat) {
        let file = InputFile(name: "a.\(format.name)", bytes: bytes)
        let syntax = ValidationResult(syntaxOf: file, format)
        let reading = FileReading(file, format)
        if syntax.verdict != .valid {
            require(
                reading.findings.contains { $0.severity == .error } || syntax.verdict == .notChecked,
                "not well-formed, but read: \(FindingText().text(syntax.findings))")
        } else if let canonical = try? CanonicalForm(of: file, format) {
            let again = try? CanonicalForm(of: InputFile(name: file.name, bytes: canonical.bytes), format)
            require(again?.bytes == canonical.bytes, "the canonical form has another canonical form")
        }
        testRecords(reading)
        testStream(file, reading, format)
    }

    private static func testRecords(_ reading: FileReading) {
        for record in reading.records {
            if let report = record.report, record.findings.allSatisfy({ $0.severity != .error }) {
                testFormats(report)
            }
        }
    }

    /// What is read chunk by chunk has the verdict that the whole has.
    private static func testStream(_ file: InputFile, _ reading: FileReading, _ format: ReportFormat) {
        let limits = StreamLimits(chunkSize: 1)
        guard
            case .stream(let stream)? = try? RecordStream.open(
                ByteStream(file), format, InputFile.sizeLimit, limits)
        else {
            return
        }
        let whole = ValidationResult(of: file, format, reading)
        let result = ValidationResult(of: stream, OrderedWork(jobs: 1), shown: 10)
        require(result.verdict == whole.verdict, "streamed: \(result.verdict), whole: \(whole.verdict)")
        // Behind what is not well-formed a stream reads nothing more.
        guard whole.findings.allSatisfy({ $0.code.description.hasPrefix("schema-") }) else { return }
        require(
            result.findings.map(\.code) == whole.findings.map(\.code),
            "streamed:\n\(FindingText().text(result.findings))whole:\n\(FindingText().text(whole.findings))")
    }

    private static func testRoundTrip(_ bytes: [UInt8]) {
        guard bytes.count > 8 else { return }
        let seed = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        // White space in text is one space, and none stands at its ends.
        let words = String(decoding: bytes.dropFirst(8), as: UTF8.self).unicodeScalars
            .split { [0x20, 0x09, 0x0A, 0x0D].contains($0.value) || !isXML($0) }.map(String.init)
        var generator = RecordGenerator(seed: seed, size: 3, words: words)
        testFormats(generator.report())
    }

    private static func isXML(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }

    /// The record comes back from each format that keeps everything.
    private static func testFormats(_ report: MeetingReport) {
        for format in [ReportFormat.xml, .json, .ndjson, .akn] {
            do {
                let written = try format.write([report])
                let reading = FileReading(InputFile(name: "b.\(format.name)", bytes: written), format)
                guard let again = reading.records.first?.report else {
                    return stop("\(format.name): not read: \(FindingText().text(reading.findings))")
                }
                let difference = RecordDifference(report, again)
                require(
                    difference == nil,
                    "\(format.name): \(difference?.path ?? "") \(difference?.first ?? "") became \(difference?.second ?? "")"
                )
            } catch {
                stop("\(format.name): not written: \(FindingText().text([error.finding]))")
            }
        }
    }

    private static func require(_ holds: Bool, _ message: @autoclosure () -> String) {
        if !holds { stop(message()) }
    }

    /// Says what is wrong, and ends the process in a way that libFuzzer takes for a crash.
    private static func stop(_ message: String) {
        let line = Array("FUZZ \(current.rawValue): \(message)\n".utf8)
        write(STDERR_FILENO, line, line.count)
        abort()
    }
}
