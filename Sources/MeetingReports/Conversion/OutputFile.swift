internal import Glibc

/// Thrown where an output cannot be written; whatever stood under its name is untouched.
public struct OutputError: Error, Hashable, Sendable {
    /// The output's name.
    public var name: String
    /// Why, as a plain sentence.
    public var message: String
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
    /// - Returns: false where a file stood there and was kept.
    /// - Throws: an error that names the file; nothing is left behind.
    @discardableResult
    public static func write(
        _ bytes: [UInt8], to path: String, ifExists existing: Existing = .error
    ) throws(OutputError) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            try writeFile(bytes, to: path, mode: nil, replacing: existing == .replace, name: path)
            return true
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            throw OutputError(name: path, message: "This is a folder; the name of a file was expected.")
        case S_IFREG: break
        default:
            try writeThrough(bytes, to: path)
            return true
        }
        switch existing {
        case .skip: return false
        case .error: throw OutputError(name: path, message: "The file exists already.")
        case .replace:
            try writeFile(
                bytes, to: target(of: path), mode: status.st_mode & 0o7777, replacing: true, name: path)
            return true
        }
    }

    /// The file that a path leads to, all links followed.
    private static func target(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func writeFile(
        _ bytes: [UInt8], to path: String, mode: mode_t?, replacing: Bool, name: String
    ) throws(OutputError) {
        let base = OutputName.baseName(path)
        let folder = path.utf8.count > base.utf8.count ? String(path.dropLast(base.count)) : "./"
        let (descriptor, temporary) = try newFile(in: folder, for: name)
        do throws(OutputError) {
            try writeNew(bytes, to: descriptor, mode: mode ?? Self.newFileMode)
            try give(temporary, name: path, replacing: replacing)
        } catch {
            unlink(temporary)
            throw OutputError(name: name, message: error.message)
        }
        sync(folder: folder)
    }

    private static func writeThrough(_ bytes: [UInt8], to path: String) throws(OutputError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor, name: path)
    }

    /// Makes a file that nobody else has, under a short name that tells whose it is.
    private static func newFile(in folder: String, for name: String) throws(OutputError) -> (Int32, String) {
        var template = Array("\(folder).rapporteur-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw failure(name) }
        return (
            descriptor, String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        )
    }

    /// What may be done with a new file: all that the process's mask allows.
    private static let newFileMode: mode_t = {
        let mask = umask(0)
        umask(mask)
        return 0o666 & ~mask
    }()

    private static func writeNew(_ bytes: [UInt8], to descriptor: Int32, mode: mode_t) throws(OutputError) {
        do throws(OutputError) {
            try writeAll(bytes, to: descriptor, name: "")
            guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw failure("") }
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw failure("") }
    }

    private static func give(
        _ temporary: String, name path: String, replacing: Bool
    ) throws(OutputError) {
        if !replacing {
            // A link fails where the name is taken, which a rename does not.
            if link(temporary, path) == 0 {
                unlink(temporary)
                return
            }
            // Some file systems have no links; there the look before the writing has to do.
            guard errno == EPERM || errno == EOPNOTSUPP else { throw failure(path) }
        }
        guard rename(temporary, path) == 0 else { throw failure(path) }
    }

    private static func sync(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
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

    private static func failure(_ path: String) -> OutputError {
        OutputError(name: path, message: "The output cannot be written: \(systemError()).")
    }
}
