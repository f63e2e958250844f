internal import Glibc

/// Thrown where an output cannot be written; whatever stood under its name is untouched.
public struct OutputError: Error, Hashable, Sendable {
    /// The output's name.
    public var name: String
    /// Why, as a plain sentence.
    public var message: String

    /// An output that reads back as something else.
    public static func notAsWritten(_ name: String, _ difference: String) -> OutputError {
        OutputError(name: name, message: "Read back, the output is not what was written: \(difference)")
    }

    /// Creates an error about the output with that path.
    public init(name: String, message: String) {
        self.name = FilePath.shown(name)
        self.message = message
    }
}

/// Writes files so that nothing half-written is ever visible under their names.
public enum OutputFile {
    /// What becomes of a file that stands under the name.
    public enum Existing: String, Sendable, CaseIterable {
        /// It is an error.
        case error
        /// It stays, and nothing is written.
        case skip
        /// It is replaced in one step.
        case replace
    }

    /// Writes bytes to a temporary file in the target's folder, syncs it, gives it its name and syncs the folder.
    ///
    /// A link keeps being one: the file that it leads to is written. A device or a named pipe is written to as it is, since
    /// a file in its place would be something else.
    ///
    /// - Parameter check: looks at the temporary file before it gets its name; what it throws stops the writing.
    /// - Returns: false where a file stood there and was kept.
    /// - Throws: an error that names the file; nothing is left behind.
    @discardableResult
    public static func write(
        _ bytes: [UInt8], to path: String, ifExists existing: Existing = .error,
        check: (_ temporary: String) throws(OutputError) -> Void = { (_) throws(OutputError) in }
    ) throws(OutputError) -> Bool {
        try write(to: path, ifExists: existing, check: check) { write throws(OutputError) in try write(bytes)
        }
    }

    /// Takes bytes that are to be written behind those before them.
    public typealias Sink = ([UInt8]) throws(OutputError) -> Void

    /// Writes bytes as they come, in the same way: they only get their name once all are there.
    ///
    /// - Parameters:
    ///   - check: looks at the temporary file before it gets its name; what it throws stops the writing.
    ///   - fill: hands over the bytes piece by piece; what it throws stops the writing.
    /// - Returns: false where a file stood there and was kept, and `fill` was not asked.
    /// - Throws: an error that names the file; nothing is left behind.
    @discardableResult
    public static func write(
        to path: String, ifExists existing: Existing = .error,
        check: (_ temporary: String) throws(OutputError) -> Void = { (_) throws(OutputError) in },
        fill: (Sink) throws(OutputError) -> Void
    ) throws(OutputError) -> Bool {
        guard let status = FilePath.status(path) else {
            try writeFile(to: path, mode: nil, replacing: existing == .replace, name: path, check, fill)
            return true
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            throw OutputError(name: path, message: "This is a folder; the name of a file was expected.")
        case S_IFREG: break
        default:
            try writeThrough(to: path, fill)
            return true
        }
        switch existing {
        case .skip: return false
        case .error: throw OutputError(name: path, message: "The file exists already.")
        case .replace:
            try writeFile(
                to: target(of: path), mode: status.st_mode & 0o7777, replacing: true, name: path, check, fill)
            return true
        }
    }

    /// The file that a path leads to, all links followed.
    static func target(of path: String) -> String {
        guard let resolved = FilePath.withSystemPath(path, { realpath($0, nil) }) else { return path }
        defer { free(resolved) }
        return FilePath.string(systemPath: resolved)
    }

    private static func writeFile(
        to path: String, mode: mode_t?, replacing: Bool, name: String,
        _ check: (_ temporary: String) throws(OutputError) -> Void, _ fill: (Sink) throws(OutputError) -> Void
    ) throws(OutputError) {
        let folder = OutputName.folder(of: path)
        let (descriptor, temporary) = try newFile(in: folder, for: name)
        // Locked until it has its name, so that another run does not take it for what a killed one left.
        let lock = dup(descriptor)
        flock(lock, LOCK_EX | LOCK_NB)
        defer { close(lock) }
        do throws(OutputError) {
            try writeNew(to: descriptor, mode: mode ?? Self.newFileMode, fill)
            try check(temporary)
            try give(temporary, name: path, replacing: replacing)
        } catch {
            remove(temporary)
            throw OutputError(name: name, message: error.message)
        }
        sync(folder: folder)
    }

    private static func writeThrough(
        to path: String, _ fill: (Sink) throws(OutputError) -> Void
    ) throws(OutputError) {
        let descriptor = FilePath.withSystemPath(path) { open($0, O_WRONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        try fill { bytes throws(OutputError) in try writeAll(bytes, to: descriptor, name: path) }
    }

    private static let temporaryPrefix = ".rapporteur-"

    /// Whether something stands under a name, a link that leads nowhere included.
    public static func exists(_ path: String) -> Bool {
        FilePath.status(path, followingLinks: false) != nil
    }

    /// The working folder of the process, or `.` where it is gone.
    public static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return FilePath.string(systemPath: path)
    }

    /// Removes the temporary files that killed runs left in a folder, and none that is still being written.
    public static func removeLeftovers(in folder: String) {
        let length = temporaryPrefix.utf8.count + 6
        for name in (try? InputList.names(in: folder)) ?? []
        where name.utf8.count == length && name.hasPrefix(temporaryPrefix) {
            let path = folder + "/" + name
            let descriptor = FilePath.withSystemPath(path) {
                open($0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            }
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(path) }
            close(descriptor)
        }
    }

    /// Makes a folder, and those above it that are missing.
    ///
    /// - Throws: an error that names the folder that cannot be made.
    public static func makeFolder(_ path: String) throws(OutputError) {
        if let status = FilePath.status(path) {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw OutputError(name: path, message: "This is a file; a folder was expected.")
            }
            return
        }
        let above = Substring(OutputName.folder(of: path).utf8.dropLast())
        if !above.isEmpty { try makeFolder(String(above)) }
        guard FilePath.withSystemPath(path, { mkdir($0, 0o777) }) == 0 || errno == EEXIST else {
            throw OutputError(name: path, message: "The folder cannot be made: \(systemError()).")
        }
        sync(folder: OutputName.folder(of: path))
    }

    /// Makes a file that nobody else has, under a short name that tells whose it is.
    static func newFile(
        in folder: String, for name: String
    ) throws(OutputError) -> (descriptor: Int32, temporary: String) {
        var template = FilePath.bytes("\(folder)\(temporaryPrefix)XXXXXX").map { CChar(bitPattern: $0) } + [0]
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw failure(name) }
        return (descriptor, FilePath.string(template.dropLast().map { UInt8(bitPattern: $0) }))
    }

    /// Removes a file, if there is one.
    static func remove(_ path: String) {
        _ = FilePath.withSystemPath(path, unlink)
    }

    /// What may be done with a new file: all that the process's mask allows.
    static let newFileMode: mode_t = {
        let mask = umask(0)
        umask(mask)
        return 0o666 & ~mask
    }()

    private static func writeNew(
        to descriptor: Int32, mode: mode_t, _ fill: (Sink) throws(OutputError) -> Void
    ) throws(OutputError) {
        do throws(OutputError) {
            try fill { bytes throws(OutputError) in try writeAll(bytes, to: descriptor, name: "") }
            guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw failure("") }
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw failure("") }
    }

    /// Gives a temporary file its name.
    static func give(
        _ temporary: String, name path: String, replacing: Bool
    ) throws(OutputError) {
        if !replacing {
            // A link fails where the name is taken, which a rename does not.
            let isNamed = FilePath.withSystemPath(temporary) { old in
                FilePath.withSystemPath(path) { link(old, $0) == 0 }
            }
            if isNamed {
                remove(temporary)
                return
            }
            // Some file systems have no links; there the look before the writing has to do.
            guard errno == EPERM || errno == EOPNOTSUPP else { throw failure(path) }
        }
        let isNamed = FilePath.withSystemPath(temporary) { old in
            FilePath.withSystemPath(path) { rename(old, $0) == 0 }
        }
        guard isNamed else { throw failure(path) }
    }

    static func sync(folder: String) {
        let descriptor = FilePath.withSystemPath(folder) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Writes all bytes to a descriptor.
    ///
    /// - Throws: an error that names the output and the system's reason, a full device or a closed pipe for example.
    public static func writeAll(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(name)
            }
            written += count
        }
    }

    /// Writes all bytes to standard output.
    ///
    /// - Throws: an error that says why they cannot be written.
    public static func writeToStandardOutput(_ bytes: [UInt8]) throws(OutputError) {
        try writeAll(bytes, to: STDOUT_FILENO, name: "<stdout>")
    }

    static func failure(_ path: String) -> OutputError {
        OutputError(name: path, message: "The output cannot be written: \(systemError()).")
    }
}
