internal import CSchemas
internal import Crypto
internal import LibXML

/// A schema as it is published, with its own documentation; the bytes are part of the binary.
public struct PublishedSchema: Hashable, Sendable {
    /// The name by which it is asked for: such as `xsd`.
    public let name: String
    /// The name of its file.
    public let fileName: String

    /// The XML Schema, which is the authority for every format.
    public static let xsd = PublishedSchema(name: "xsd", fileName: "meeting-report.xsd")
    /// The JSON Schema, which agrees with it.
    public static let json = PublishedSchema(name: "json", fileName: "meeting-report.schema.json")
    /// The JSON Schema of our own reports in JSON, whole documents and lines.
    public static let report = PublishedSchema(name: "report", fileName: "validation-report.schema.json")
    /// The JSON Schema of the lines of a batch's journal.
    public static let journal = PublishedSchema(name: "journal", fileName: "batch-journal.schema.json")
    /// The JSON Schema of receipts.
    public static let receipt = PublishedSchema(name: "receipt", fileName: "receipt.schema.json")
    /// The schemas of records.
    public static let records = [xsd, json]
    /// All of them.
    public static let all = records + [report, journal, receipt]

    /// The schema's bytes.
    public var bytes: [UInt8] {
        var count = 0
        guard let bytes = cschemas_find(fileName, &count) else { return [] }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// The SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    public var sha256: String { Digest.sha256(bytes) }
}

/// The schema of records, compiled once and shared by every thread.
enum RecordSchema {
    /// The compiled schema, or why there is none; the test of the embedded schema shows that there is one.
    static let compiled: Result<XSDSchema, InputError> = {
        do {
            return .success(try XSDSchema(compiling: PublishedSchema.xsd.bytes))
        } catch {
            return .failure(
                InputError(
                    Finding(
                        .schemaUndecided, message: "The schema of records cannot be compiled.",
                        detail: "\(error)")))
        }
    }()
}

extension RecordSchema {
    /// Safe: a validation is either in the pool or in the hands of the one call that took it out.
    private struct Idle: @unchecked Sendable {
        var validation: SchemaValidation
    }

    private static let pool = Monitor<[Idle]>([])

    /// Calls `body` with a validation by the schema of records, one that is idle where there is one.
    ///
    /// - Throws: an error where the schema cannot be had.
    static func validating<Answer>(_ body: (SchemaValidation) -> Answer) throws(InputError) -> Answer {
        let schema = try compiled.get()
        let validation =
            pool.update { $0.popLast() }?.validation
            ?? SchemaValidation(
                schema, vocabulary: RecordVocabulary.xml,
                rememberingValuesOf: RecordVocabulary.optionalAttributes)
        defer { pool.update { $0.append(Idle(validation: validation)) } }
        return body(validation)
    }
}

/// Digests of bytes.
enum Digest {
    /// The SHA-256 (FIPS 180-4), 64 lower-case hexadecimal digits.
    static func sha256(_ bytes: [UInt8]) -> String {
        hexadecimal(SHA256.hash(data: bytes))
    }

    /// Bytes in lower-case hexadecimal digits.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
