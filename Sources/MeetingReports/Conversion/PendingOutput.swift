internal import Crypto
internal import Glibc

/// A file that is written piece by piece, and appears under its name only when it is whole, in place of one that stands there.
///
/// Until then it is a temporary file in the same folder; without ``finish()`` nothing is left of it.
public final class PendingOutput {
    private let path: String
    private let descriptor: Int32
    /// The temporary file, and the name that it gets; nil for a device or pipe, which is written to as it is.
    private var file: (temporary: String, target: String)?
    private var buffer: [UInt8] = []
    private var hash = SHA256()
    private var size = 0

    private static let bufferSize = 1 << 20

    /// What identifies the bytes that were written so far.
    var digest: InputDigest { InputDigest(sha256: Digest.hexadecimal(hash.finalize()), size: size) }

    /// Begins a file.
    ///
    /// - Throws: an error that names the path where nothing can be written there.
    public init(_ path: String) throws(OutputError) {
        self.path = path
        let status = FilePath.status(path)
        switch status.map({ $0.st_mode & S_IFMT }) {
        case S_IFDIR:
            throw OutputError(name: path, message: "This is a folder; the name of a file was expected.")
        case nil, S_IFREG:
            let target = status == nil ? path : OutputFile.target(of: path)
            let new = try OutputFile.newFile(in: OutputName.folder(of: target), for: path)
            descriptor = new.descriptor
            file = (new.temporary, target)
            // Locked for as long as it is open, so that another run does not take it for what a killed one left.
            flock(descriptor, LOCK_EX | LOCK_NB)
            fchmod(descriptor, status.map { $0.st_mode & 0o7777 } ?? OutputFile.newFileMode)
        default:
            descriptor = FilePath.withSystemPath(path) { open($0, O_WRONLY | O_CLOEXEC) }
            guard descriptor >= 0 else { throw OutputFile.failure(path) }
        }
    }

    deinit {
        close(descriptor)
        if let file { OutputFile.remove(file.temporary) }
    }

    /// Writes further bytes.
    ///
    /// - Throws: an error that names the path.
    public func write(_ bytes: [UInt8]) throws(OutputError) {
        hash.update(data: bytes)
        size += bytes.count
        buffer += bytes
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Gives the file its name.
    ///
    /// - Parameter replacing: whether a file that stands there is replaced; else it is an error.
    /// - Throws: an error that names the path; whatever stood there is untouched then.
    public func finish(replacing: Bool = true) throws(OutputError) {
        try flush()
        guard let file else { return }
        guard fsync(descriptor) == 0 else { throw OutputFile.failure(path) }
        do throws(OutputError) {
            try OutputFile.give(file.temporary, name: file.target, replacing: replacing)
        } catch {
            throw OutputError(name: path, message: error.message)
        }
        self.file = nil
        OutputFile.sync(folder: OutputName.folder(of: file.target))
    }

    private func flush() throws(OutputError) {
        try OutputFile.writeAll(buffer, to: descriptor, name: path)
        buffer.removeAll(keepingCapacity: true)
    }
}
