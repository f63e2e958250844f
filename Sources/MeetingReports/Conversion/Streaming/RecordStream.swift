internal import LibXML

/// An input that holds records one after another, to be read with the memory of a few of them: newline-delimited JSON,
/// or a collection in XML, in UTF-8.
public final class RecordStream {
    /// The input's name, as findings give it.
    public let name: String
    /// The format of the input.
    public let format: ReportFormat

    private let input: ByteStream
    private var splitter: RecordSplitter

    /// An input whose beginning was looked at.
    public enum Opened {
        /// It holds one record, or is in a form that is read whole.
        case file(InputFile, ReportFormat)
        /// It is read record by record.
        case stream(RecordStream)
    }

    /// Opens a file, or standard input for `-`.
    ///
    /// - Parameters:
    ///   - format: the format; nil to guess it.
    ///   - limits: what the input may ask for; without a limit of its own a stream has any size.
    /// - Throws: an error that says why it cannot be read.
    public static func open(
        _ path: String, as format: ReportFormat?, _ limits: InputLimits = InputLimits()
    ) throws(InputError) -> Opened {
        let size = limits.bytes < InputFile.sizeLimit ? limits.bytes : Int.max
        let input = try ByteStream(path: path, limit: size)
        return try open(input, format, limits.bytes, StreamLimits())
    }

    /// Looks at the beginning of an input.
    static func open(
        _ input: ByteStream, _ format: ReportFormat?, _ limit: Int = InputFile.sizeLimit,
        _ limits: StreamLimits
    ) throws(InputError) -> Opened {
        let format = if let format { format } else { try detect(input) }
        while input.window.count < detectionSize, !input.isAtEnd { try input.fill() }
        if format == .ndjson, input.holdsMoreThanBlanks, !input.isUTF16 {
            return .stream(RecordStream(input, format, RecordSplitter(lines: input, limits)))
        }
        if format == .xml, XMLSource.isUTF8(startingWith: input.window), let scanner = try collection(input) {
            return .stream(RecordStream(input, format, RecordSplitter(collection: input, scanner, limits)))
        }
        return .file(InputFile(name: input.name, bytes: try input.takeAll(limit: limit)), format)
    }

    private init(_ input: ByteStream, _ format: ReportFormat, _ splitter: RecordSplitter) {
        self.input = input
        self.format = format
        self.splitter = splitter
        name = input.name
    }

    /// How many bytes are looked at to tell a format.
    private static let detectionSize = 4096
    /// How many bytes a first line or a start of a collection has at most.
    private static let longestStart = 1 << 26

    private static func detect(_ input: ByteStream) throws(InputError) -> ReportFormat {
        while input.window.count < detectionSize, !input.isAtEnd { try input.fill() }
        // An object may be the first of several lines: its line must be whole, and the next one begun.
        while !input.isAtEnd, input.window.count < longestStart, input.mayBeFirstLine { try input.fill() }
        return ReportFormat.detect(InputFile(name: input.name, bytes: input.window))
    }

    /// A scanner that has found the root of a collection; nil where the root is none.
    private static func collection(_ input: ByteStream) throws(InputError) -> XMLRecordScanner? {
        var scanner = XMLRecordScanner()
        while true {
            switch input.window.withUnsafeBufferPointer({ scanner.next($0) }) {
            case .root:
                let local = scanner.rootName.split(separator: UInt8(ascii: ":")).last ?? []
                return local.elementsEqual(ElementName.collection.name.utf8) ? scanner : nil
            case .more where !input.isAtEnd && input.window.count < longestStart: try input.fill()
            case .more, .child, .end, .fault: return nil
            }
        }
    }

    /// Digests the input while it is read; called before the first record is.
    func beginDigest() { input.beginDigest() }

    /// What identifies the bytes that were read, all of them once the last record was; nil where they are not digested.
    var digest: InputDigest? { input.digest }

    /// The input with all its bytes; only before the first record is read.
    ///
    /// - Throws: an error where it cannot be read, or is larger than what is read whole.
    public func whole(_ limits: InputLimits = InputLimits()) throws(InputError) -> InputFile {
        InputFile(name: name, bytes: try input.takeAll(limit: limits.bytes))
    }

    /// Reads the records chunk by chunk, with several threads if wanted, and hands over what becomes of each in order.
    ///
    /// - Parameters:
    ///   - use: what the records of a chunk are read for.
    ///   - work: what is done to a chunk, on any thread.
    ///   - each: takes a result, on the calling thread; if it says no, nothing more is read.
    func read<Result: Sendable>(
        _ jobs: OrderedWork, for use: @escaping @Sendable (RecordChunk) -> RecordUse,
        work: @escaping @Sendable (RecordChunk, ChunkReading) -> Result,
        each: (Result) -> Bool
    ) {
        let name = name
        let isXML = format == .xml
        jobs.run(
            taking: { self.splitter.next() },
            work: { chunk in work(chunk, ChunkReading(chunk, of: name, isXML: isXML, for: use(chunk))) },
            each: each)
    }
}

extension ByteStream {
    fileprivate var holdsMoreThanBlanks: Bool { !isAtEnd || window.contains { !$0.isXMLSpace } }

    fileprivate var isUTF16: Bool { [[0xFF, 0xFE], [0xFE, 0xFF]].contains { window.starts(with: $0) } }

    /// Whether the input begins with an object whose line, or the beginning of the next one, is still to come.
    fileprivate var mayBeFirstLine: Bool {
        guard window.first(where: { !$0.isXMLSpace }) == UInt8(ascii: "{") else { return false }
        guard let end = window.firstIndex(of: UInt8(ascii: "\n")) else { return true }
        return window[end...].allSatisfy(\.isXMLSpace)
    }
}
