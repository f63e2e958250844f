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
    /// - Returns: false where a file stood there and was kept.
    /// - Throws: an error that names the file; nothing is left behind.
    @discardableResult
    public static func write(
        _ bytes: [UInt8], to path: String, ifExists existing: Existing = .error
    ) throws(OutputError) -> Bool {
        if existing != .replace, access(path, F_OK) == 0 {
            if existing == .skip { return false }
            throw OutputError(name: path, message: "The file exists already.")
        }
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[...$0]) } ?? "./"
        let base = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        let temporary = "\(folder).\(base).\(getpid()).rapporteur"
        do throws(OutputError) {
            try writeNew(bytes, to: temporary)
            try give(temporary, name: path, replacing: existing == .replace)
        } catch {
            unlink(temporary)
            throw OutputError(name: path, message: error.message)
        }
        sync(folder: folder)
        return true
    }

    private static func writeNew(_ bytes: [UInt8], to path: String) throws(OutputError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path) }
        do throws(OutputError) {
            try writeAll(bytes, to: descriptor, name: path)
            guard fsync(descriptor) == 0 else { throw failure(path) }
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw failure(path) }
    }

    private static func give(
        _ temporary: String, name path: String, replacing: Bool
    ) throws(OutputError) {
        if replacing {
            guard rename(temporary, path) == 0 else { throw failure(path) }
        } else {
            // A link fails where the name is taken, which a rename does not.
            guard link(temporary, path) == 0 else { throw failure(path) }
            unlink(temporary)
        }
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
