internal import Crypto
internal import Glibc

extension InputDigest {
    /// What identifies the bytes of a file, which is read piece by piece; nil where it cannot be read.
    init?(ofFile path: String) {
        let descriptor = FilePath.withSystemPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var hash = SHA256()
        var size = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                return nil
            }
            buffer.withUnsafeBytes {
                hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
            }
            size += count
        }
        self.init(sha256: Digest.hexadecimal(hash.finalize()), size: size)
    }
}
