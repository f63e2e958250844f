internal import Glibc

/// The record of a batch as it runs: a line of JSON for the run, one for each input that is done, and one for the end.
///
/// Lines are only ever appended. A line is written after the outputs that it speaks of have their names, so that what it
/// says is true whenever the process is killed. It is synced once a second: after a loss of power the last lines may be
/// missing, and their inputs are done again.
public final class Journal {
    /// The file's path.
    public let path: String
    private let descriptor: Int32
    private var lastSync = Journal.seconds()

    /// The name of the journal in a folder of outputs; hidden, so that no folder listing takes it for an input.
    public static let defaultName = ".rapporteur-journal.jsonl"

    /// Opens a journal, or makes one, and writes the line of this run.
    ///
    /// What a killed run left of its last line is cut off.
    ///
    /// - Throws: an error where the file is no journal, cannot be written, or is in use by another run.
    public init(at path: String, _ header: JournalHeader) throws(OutputError) {
        self.path = path
        let isNew = !OutputFile.exists(path)
        descriptor = FilePath.withSystemPath(path) {
            open($0, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
        }
        guard descriptor >= 0 else { throw OutputFile.failure(path) }
        do throws(OutputError) {
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                throw OutputError(name: path, message: "Another run is writing this journal.")
            }
            try Self.check(path)
            try cutTornLine()
            try append(kind: "header") { $0.header(header) }
            try sync()
        } catch {
            close(descriptor)
            throw error
        }
        if isNew { OutputFile.sync(folder: OutputName.folder(of: path)) }
    }

    deinit { close(descriptor) }

    /// Appends what became of an input.
    ///
    /// - Throws: an error where the line cannot be written.
    public func append(_ outcome: BatchOutcome) throws(OutputError) {
        try append(kind: "input") { $0.outcome(outcome) }
        if Self.seconds() != lastSync { try sync() }
    }

    /// Appends the end of the run.
    ///
    /// - Throws: an error where the line cannot be written and synced.
    public func end(exitCode: Int, isInterrupted: Bool) throws(OutputError) {
        try append(kind: "end") {
            $0.member("exitCode", exitCode)
            $0.member("interrupted", isInterrupted)
        }
        try sync()
    }

    private func append(kind: String, _ members: (inout JSONOutput) -> Void) throws(OutputError) {
        var line = JSONOutput()
        line.beginObject()
        line.member("kind", kind)
        members(&line)
        line.endObject()
        line.lineFeed()
        try OutputFile.writeAll(line.bytes, to: descriptor, name: path)
    }

    private func sync() throws(OutputError) {
        guard fdatasync(descriptor) == 0 else { throw OutputFile.failure(path) }
        lastSync = Self.seconds()
    }

    /// Refuses to append to a file that is something else.
    private static func check(_ path: String) throws(OutputError) {
        var line: LineReader.Line?
        do {
            var reader = try LineReader(path: path)
            line = try reader.next()
        } catch {
            throw OutputError(name: path, message: error.finding.message)
        }
        // Nothing, or what a run that was killed at once left of its first line.
        guard let line, line.isEnded else {
            let start = line.map { Array($0.bytes) } ?? []
            if Array("{\"kind\":\"header\",".utf8).starts(with: start.prefix(17)) { return }
            throw OutputError(name: path, message: "The file is no journal, and is left as it is.")
        }
        guard case .header = JournalLine(line.bytes) else {
            throw OutputError(name: path, message: "The file is no journal, and is left as it is.")
        }
    }

    private func cutTornLine() throws(OutputError) {
        var end = Int(lseek(descriptor, 0, SEEK_END))
        var byte: UInt8 = 0
        while end > 0, pread(descriptor, &byte, 1, end - 1) == 1, byte != UInt8(ascii: "\n") { end -= 1 }
        guard ftruncate(descriptor, end) == 0 else { throw OutputFile.failure(path) }
    }

    private static func seconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec
    }
}

/// A line of a journal.
enum JournalLine {
    case header(JournalHeader)
    case input(BatchOutcome)
    case end(exitCode: Int, isInterrupted: Bool)

    /// Reads a line; nil where it is none of a journal.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let root = try? JSONDocument(Array(bytes)).root else { return nil }
        switch root["kind"]?.string {
        case "header":
            guard let header = JournalHeader(root) else { return nil }
            self = .header(header)
        case "input":
            guard let outcome = BatchOutcome(root) else { return nil }
            self = .input(outcome)
        case "end":
            guard let exitCode = root["exitCode"]?.integer else { return nil }
            self = .end(exitCode: exitCode, isInterrupted: root["interrupted"]?.kind == .true)
        default: return nil
        }
    }
}
