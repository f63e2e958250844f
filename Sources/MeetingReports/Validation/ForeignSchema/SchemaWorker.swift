internal import Glibc
internal import LibXML

/// The process that compiles a schema of unknown origin and validates documents with it.
///
/// It is this same program, started anew, so that nothing a schema makes libxml2 do can take down the process that
/// asked. It limits itself before it reads anything, opens no file, and speaks through its standard input and output:
/// frames come in, the schema's documents first (for each its URI and its bytes, then an empty frame), then documents
/// to validate; for the schema and for each document one line of JSON goes out.
public enum SchemaWorker {
    /// Serves until standard input ends.
    ///
    /// - Returns: the exit code: 0, or 1 where it could not limit itself or was not understood.
    public static func run(_ limits: SchemaLimits) -> Int32 {
        guard limits.restrictMemory(), limits.restrictTime() else { return 1 }
        var frames = FrameReader()
        guard let schema = compile(&frames) else { return 1 }
        answer(schema.answer)
        guard let schema = schema.schema else { return 0 }
        let check = DocumentCheck(schema: schema)
        while let document = frames.next() {
            guard limits.restrictTime() else { return 1 }
            answer(check.check(document))
        }
        return 0
    }

    /// Compiles the schema that comes in, or nil where it did not come whole.
    private static func compile(_ frames: inout FrameReader) -> (schema: XSDSchema?, answer: WorkerAnswer)? {
        var documents: [(uri: String, bytes: [UInt8])] = []
        while let uri = frames.next() {
            guard !uri.isEmpty else { return compile(documents) }
            guard let bytes = frames.next() else { return nil }
            documents.append((String(decoding: uri, as: UTF8.self), bytes))
        }
        return nil
    }

    private static func compile(
        _ documents: [(uri: String, bytes: [UInt8])]
    ) -> (schema: XSDSchema?, answer: WorkerAnswer)? {
        guard let main = documents.first else { return nil }
        do throws(XSDSchemaError) {
            let others = Dictionary(
                documents.dropFirst().map { ($0.uri, $0.bytes) }, uniquingKeysWith: { $1 })
            let schema = try XSDSchema(
                compiling: main.bytes, at: main.uri, documents: others, acceptsWarnings: true)
            return (schema, WorkerAnswer(outcome: .valid, messages: placed(schema.warnings)))
        } catch {
            var messages = error.messages
            if messages.isEmpty {
                messages = [
                    XMLMessage(level: .error, domain: .schemaParser, code: 0, text: error.description)
                ]
            }
            let gaveUp = messages.contains(where: \.isInternalError)
            return (
                nil,
                WorkerAnswer(
                    outcome: gaveUp ? .undecided : .invalid, errorCount: messages.count,
                    messages: placed(messages))
            )
        }
    }

    private static func placed(_ messages: [XMLMessage]) -> [PlacedMessage] {
        messages.prefix(WorkerAnswer.messageLimit).map { PlacedMessage(message: $0.shortened) }
    }

    private static func answer(_ answer: WorkerAnswer) {
        try? OutputFile.writeAll(answer.line, to: STDOUT_FILENO, name: "<stdout>")
    }
}

/// Byte strings with their lengths before them, as they go to the process that validates.
enum Frame {
    /// The bytes of a length: 64 bits, the highest first.
    static let headCount = 8

    /// What stands before a byte string of that length.
    static func head(_ count: Int) -> [UInt8] {
        (0..<headCount).map { UInt8(truncatingIfNeeded: count >> ((headCount - 1 - $0) * 8)) }
    }

    /// The length that a head says.
    static func count(_ head: [UInt8]) -> Int {
        head.reduce(0) { $0 << 8 | Int($1) }
    }
}

/// Reads frames from standard input.
private struct FrameReader {
    /// The next frame; nil at the end, and where one is cut short.
    mutating func next() -> [UInt8]? {
        guard let head = read(Frame.headCount) else { return nil }
        let count = Frame.count(head)
        return (0...InputFile.sizeLimit).contains(count) ? read(count) : nil
    }

    private func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let more = bytes[done...].withUnsafeMutableBytes {
                Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if more < 0, errno == EINTR { continue }
            guard more > 0 else { return nil }
            done += more
        }
        return bytes
    }
}
