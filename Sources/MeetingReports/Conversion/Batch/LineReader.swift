internal import Glibc

/// Reads the lines of a file one after another, without holding the file.
struct LineReader: ~Copyable {
    /// A line without its LF.
    struct Line {
        /// The byte of the file at which it begins.
        var offset: Int
        var bytes: ArraySlice<UInt8>
        /// Whether an LF stands behind it.
        var isEnded: Bool
    }

    private static let chunkSize = 1 << 16
    /// The longest line that is taken for one.
    private static let lineLimit = 1 << 24

    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var offset: Int
    private var isAtEnd = false

    /// Opens a file, at the beginning or at a byte of it.
    ///
    /// - Throws: an error where it cannot be opened.
    init(path: String, from offset: Int = 0) throws(InputError) {
        descriptor = FilePath.withSystemPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
        name = path
        self.offset = offset
        guard descriptor >= 0 else { throw InputFile.unreadable(FilePath.shown(path)) }
        if offset > 0 { lseek(descriptor, offset, SEEK_SET) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The next line; nil after the last.
    ///
    /// - Throws: an error where the file cannot be read, or a line is longer than any of ours.
    mutating func next() throws(InputError) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                return take(to: end, isEnded: true)
            }
            searched = buffer.count
            guard !isAtEnd else {
                return start < buffer.count ? take(to: buffer.count, isEnded: false) : nil
            }
            searched -= start
            buffer.removeFirst(start)
            start = 0
            guard buffer.count < Self.lineLimit else {
                throw InputFile.tooLarge("\(name): a line", Self.lineLimit)
            }
            try fill()
        }
    }

    private mutating func take(to end: Int, isEnded: Bool) -> Line {
        let line = Line(offset: offset, bytes: buffer[start..<end], isEnded: isEnded)
        let next = min(end + 1, buffer.count)
        offset += next - start
        start = next
        return line
    }

    private mutating func fill() throws(InputError) {
        let size = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.chunkSize))
        let count = buffer.withUnsafeMutableBytes { bytes in
            var count: Int
            repeat {
                count = read(descriptor, bytes.baseAddress?.advanced(by: size), Self.chunkSize)
            } while count < 0 && errno == EINTR
            return count
        }
        buffer.removeLast(Self.chunkSize - max(0, count))
        if count < 0 { throw InputFile.unreadable(name) }
        isAtEnd = count == 0
    }
}
