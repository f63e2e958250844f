internal import Glibc

extension FindingCode {
    /// A file could not be read.
    static let fileUnreadable = FindingCode("file-unreadable", .error, meansFailure: true)
    /// A folder was given where a file belongs.
    static let fileIsDirectory = FindingCode("file-is-directory", .error, meansFailure: true)
    /// An input is larger than the limit.
    static let fileTooLarge = FindingCode("file-too-large", .error, meansFailure: true)
}

/// A file read whole, with the name that findings give it.
public struct InputFile: Sendable {
    /// The path as given, in the way in which it is shown, or `<stdin>`.
    public var name: String
    /// The file's bytes.
    public var bytes: [UInt8]

    /// The largest input that is read, 2 GiB less one byte: libxml2 counts in 32 bits.
    public static let sizeLimit = Int(Int32.max)

    /// Takes bytes that are already in memory.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Reads a file, or standard input for `-`.
    ///
    /// - Parameter limit: how many bytes are read at most; a larger file is refused.
    /// - Throws: an error that names the path and says why it cannot be read.
    public init(path: String, limit: Int = sizeLimit) throws(InputError) {
        if path == "-" {
            self.init(
                name: "<stdin>", bytes: try Self.readAll(STDIN_FILENO, "<stdin>", expecting: 0, limit))
            return
        }
        let (descriptor, size) = try Self.openForReading(path)
        defer { close(descriptor) }
        guard size <= limit else { throw Self.tooLarge(FilePath.shown(path), limit) }
        self.init(
            name: FilePath.shown(path),
            bytes: try Self.readAll(descriptor, FilePath.shown(path), expecting: size, limit))
    }

    /// Opens a file that is no folder, and tells its size.
    ///
    /// - Throws: an error that names the path and says why it cannot be read.
    static func openForReading(_ path: String) throws(InputError) -> (descriptor: Int32, size: Int) {
        let descriptor = FilePath.withSystemPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
        let path = FilePath.shown(path)
        guard descriptor >= 0 else { throw Self.unreadable(path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let reason = systemError()
            close(descriptor)
            throw Self.unreadable(path, reason)
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw InputError(
                Finding(
                    .fileIsDirectory, message: "This is a folder; a file was expected.",
                    place: Place(file: path)))
        }
        return (descriptor, Int(status.st_size))
    }

    /// The first bytes of a plain file, enough to detect its format; none where they cannot be read.
    static func start(of path: String) -> [UInt8] {
        // What is read from a named pipe is gone for the one who reads it later.
        guard FilePath.status(path).map({ $0.st_mode & S_IFMT }) == S_IFREG else { return [] }
        let descriptor = FilePath.withSystemPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
    }

    private static func readAll(
        _ descriptor: Int32, _ name: String, expecting size: Int, _ limit: Int
    ) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let chunk = max(1 << 12, min(size + 1 - bytes.count, 1 << 24))
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: size == 0 ? 1 << 16 : chunk) { buffer, filled in
                repeat {
                    count = read(descriptor, buffer.baseAddress, buffer.count)
                } while count < 0 && errno == EINTR
                filled = max(0, count)
            }
            if count == 0 { return bytes }
            guard count > 0 else { throw unreadable(name) }
            guard bytes.count + count <= limit else { throw tooLarge(name, limit) }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
        }
    }

    static func unreadable(_ name: String, _ reason: String = systemError()) -> InputError {
        InputError(
            Finding(
                .fileUnreadable, message: "The file cannot be read: \(reason).",
                place: Place(file: name)))
    }

    static func tooLarge(_ name: String, _ limit: Int) -> InputError {
        InputError(
            Finding(
                .fileTooLarge, message: "The input is larger than \(limit) bytes, the most that is read.",
                place: Place(file: name)))
    }
}

/// What the system says of the last error of this thread, such as `No such file or directory`.
func systemError() -> String {
    String(cString: strerror(errno))
}
