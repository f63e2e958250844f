internal import Crypto
internal import Glibc

/// The bytes of an input, read piece by piece: those that were read and not taken yet are kept.
final class ByteStream {
    /// The input's name, for findings.
    let name: String
    /// What was read and not taken yet.
    private(set) var window: [UInt8]
    /// Whether the input has ended.
    private(set) var isAtEnd = false

    private let descriptor: Int32?
    private let limit: Int
    private var count = 0
    private var hash: SHA256?
    /// How many bytes a file had when it was opened; 0 where that is not known.
    private(set) var size = 0

    /// How many bytes are read at a time, at most and at least.
    private static let blockSizes = 1 << 12...1 << 18

    /// Opens a file, or standard input for `-`.
    ///
    /// - Parameter limit: how many bytes are read at most.
    /// - Throws: an error that names the path and says why it cannot be read.
    init(path: String, limit: Int = Int.max) throws(InputError) {
        window = []
        self.limit = limit
        guard path != "-" else {
            name = "<stdin>"
            descriptor = STDIN_FILENO
            return
        }
        name = FilePath.shown(path)
        let (descriptor, size) = try InputFile.openForReading(path)
        // Of what is too large no byte is read. The descriptor is not kept yet, so that `deinit` does not close it.
        guard size <= limit else {
            close(descriptor)
            throw InputFile.tooLarge(name, limit)
        }
        (self.descriptor, self.size) = (descriptor, size)
    }

    /// Takes bytes that are in memory.
    init(_ file: InputFile) {
        name = file.name
        window = file.bytes
        count = window.count
        limit = Int.max
        descriptor = nil
        isAtEnd = true
    }

    deinit {
        if let descriptor, descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// Reads further bytes, unless the input has ended.
    ///
    /// - Throws: an error where they cannot be read, or are more than allowed.
    func fill() throws(InputError) {
        guard let descriptor, !isAtEnd else { return }
        let start = window.count
        let block =
            size == 0
            ? Self.blockSizes.upperBound
            : max(Self.blockSizes.lowerBound, min(size + 1 - count, Self.blockSizes.upperBound))
        var read = 0
        let piece = [UInt8](unsafeUninitializedCapacity: block) { buffer, initialized in
            repeat {
                read = Glibc.read(descriptor, buffer.baseAddress, block)
            } while read < 0 && errno == EINTR
            initialized = max(0, read)
        }
        guard read >= 0 else { throw InputFile.unreadable(name) }
        if window.isEmpty { window = piece } else { window += piece }
        count += read
        // Of a file that gave less than was asked for nothing is left.
        isAtEnd = read == 0 || count == size && read < block
        guard count <= limit else { throw InputFile.tooLarge(name, limit) }
        if read > 0 {
            window.withUnsafeBytes {
                hash?.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[start...]))
            }
        }
    }

    /// Reads up to the end, and takes everything.
    ///
    /// - Throws: an error where it cannot be read, or is more than allowed.
    func takeAll(limit: Int) throws(InputError) -> [UInt8] {
        guard size <= limit else { throw InputFile.tooLarge(name, limit) }
        while !isAtEnd {
            try fill()
            guard window.count <= limit else { throw InputFile.tooLarge(name, limit) }
        }
        defer { window = [] }
        return window
    }

    /// Takes bytes from the front.
    func take(_ count: Int) -> [UInt8] {
        let taken = Array(window[..<count])
        window.removeSubrange(..<count)
        return taken
    }

    /// Begins to digest what is read, what was read so far and not taken included.
    func beginDigest() {
        var hash = SHA256()
        hash.update(data: window)
        self.hash = hash
    }

    /// What identifies the bytes that were read; nil where they are not digested.
    var digest: InputDigest? {
        hash.map { InputDigest(sha256: Digest.hexadecimal($0.finalize()), size: count) }
    }
}
