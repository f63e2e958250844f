import TestSupport

@testable import MeetingReports

/// An input read as a stream, cut as a test wants it.
struct Streamed {
    var output: [UInt8] = []
    var text = ""
    var summary = RecordStream.Summary()

    /// Opens bytes as a stream; nil where they are read whole.
    static func open(
        _ bytes: [UInt8], _ name: String, chunk: Int, record: Int = 1 << 26
    ) throws -> RecordStream? {
        let limits = StreamLimits(chunkSize: chunk, recordSize: record)
        let input = ByteStream(InputFile(name: name, bytes: bytes))
        guard case .stream(let stream) = try RecordStream.open(input, nil, 1 << 30, limits) else {
            return nil
        }
        return stream
    }

    /// Converts bytes; nil where they are read whole.
    init?(
        _ bytes: [UInt8], _ name: String, to target: ReportFormat, chunk: Int = 1 << 18, jobs: Int = 1,
        record: Int = 1 << 26
    ) throws {
        guard let stream = try Self.open(bytes, name, chunk: chunk, record: record) else { return nil }
        var output: [UInt8] = []
        var text = ""
        summary = try stream.convert(
            to: target, OrderedWork(jobs: jobs), report: { text += $0 }, write: { output += $0 })
        self.output = output
        self.text = text
    }

    /// What converting the whole file at once gives of the records that are valid.
    static func whole(_ bytes: [UInt8], _ name: String, to target: ReportFormat) throws -> [UInt8] {
        let file = InputFile(name: name, bytes: bytes)
        let reading = FileReading(file, ReportFormat.detect(file))
        let valid = reading.records.filter { $0.findings.allSatisfy { $0.severity != .error } }.compactMap(
            \.report)
        return valid.isEmpty ? [] : try target.write(valid, isCollection: reading.isCollection)
    }

    /// Records of a generator, as a file that holds them all.
    static func records(_ seed: UInt64, _ count: Int, as format: ReportFormat) throws -> [UInt8] {
        let reports = (0..<count).map { number in
            var generator = RecordGenerator(seed: seed * 100 + UInt64(number), size: 3)
            return generator.report()
        }
        return try format.write(reports, isCollection: true)
    }
}

extension [UInt8] {
    /// The bytes with each LF made CRLF.
    var withCRLF: [UInt8] { flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }

    /// The bytes with those of a text in place of another's, wherever that stands, or only where it first does.
    func replacing(_ old: String, by new: String, onlyFirst: Bool = false) -> [UInt8] {
        let wanted = Array(old.utf8)
        var result: [UInt8] = []
        var index = 0
        var isDone = false
        while index < count {
            if !isDone, self[index...].starts(with: wanted) {
                result += Array(new.utf8)
                index += wanted.count
                isDone = onlyFirst
            } else {
                result.append(self[index])
                index += 1
            }
        }
        return result
    }
}
