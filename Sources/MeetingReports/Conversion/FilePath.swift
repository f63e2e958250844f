internal import Glibc

/// Paths as strings, though names of files are bytes and need not be UTF-8.
///
/// A byte that is not UTF-8 is carried by a character of the private plane 16, U+10FF00 and the byte; so are the bytes
/// of a name that has such characters itself. Every path of the library is carried so, and two different paths are
/// different strings. People are shown ``shown(_:)``.
public enum FilePath {
    private static let carriers: UInt32 = 0x10FF00

    /// The string that carries the bytes of a path.
    public static func string(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self),
            !text.unicodeScalars.contains(where: isCarrier)
        {
            return text
        }
        let bytes = Array(bytes)
        var scalars = String.UnicodeScalarView()
        var index = 0
        while index < bytes.count {
            let scalar = (1...4).lazy.filter { index + $0 <= bytes.count }.compactMap { count in
                String(validating: bytes[index..<index + count], as: UTF8.self)?.unicodeScalars.first
            }.first
            if let scalar, !isCarrier(scalar) {
                scalars.append(scalar)
                index += UTF8.width(scalar)
            } else {
                Unicode.Scalar(carriers + UInt32(bytes[index])).map { scalars.append($0) }
                index += 1
            }
        }
        return String(scalars)
    }

    /// The string that carries a path of the system's.
    static func string(systemPath path: UnsafePointer<CChar>) -> String {
        string((0..<strlen(path)).map { UInt8(bitPattern: path[$0]) })
    }

    /// The bytes of a path.
    static func bytes(_ path: String) -> [UInt8] {
        guard path.unicodeScalars.contains(where: isCarrier) else { return Array(path.utf8) }
        return path.unicodeScalars.flatMap { scalar in
            isCarrier(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
        }
    }

    /// The path as it is shown: a byte that is not UTF-8 as `\xE9`, and a backslash in such a path as `\\`.
    ///
    /// No two paths are shown alike: one that holds `\x` itself is written with `\\x`.
    public static func shown(_ path: String) -> String {
        let scalars = path.unicodeScalars
        guard scalars.contains(where: isCarrier) || path.range(of: "\\x") != nil else { return path }
        var shown = ""
        for scalar in scalars {
            if isCarrier(scalar) {
                shown += "\\x" + String(UInt8(truncatingIfNeeded: scalar.value), radix: 16, uppercase: true)
            } else {
                shown += scalar == "\\" ? "\\\\" : String(scalar)
            }
        }
        return shown
    }

    /// The bytes of a path from the way in which it is shown.
    static func bytes(shown path: String) -> [UInt8] {
        guard path.range(of: "\\x") != nil else { return Array(path.utf8) }
        var bytes: [UInt8] = []
        var rest = Array(path.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.first else {
                bytes.append(byte)
                continue
            }
            let value = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
            if next == UInt8(ascii: "x"), let value {
                bytes.append(value)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
                if next == UInt8(ascii: "\\") { rest = rest.dropFirst() }
            }
        }
        return bytes
    }

    /// Calls `body` with the path as the system takes it.
    static func withSystemPath<R>(_ path: String, _ body: (UnsafePointer<CChar>) -> R) -> R {
        let bytes = bytes(path).map { CChar(bitPattern: $0) } + [0]
        return bytes.withUnsafeBufferPointer { buffer in
            // The buffer is never empty: it ends in NUL.
            buffer.baseAddress.map(body) ?? body("")
        }
    }

    /// What the system knows of the file that a path leads to; nil where there is none.
    static func status(_ path: String, followingLinks: Bool = true) -> stat? {
        var status = stat()
        let found = withSystemPath(path) { followingLinks ? stat($0, &status) : lstat($0, &status) }
        return found == 0 ? status : nil
    }

    private static func isCarrier(_ scalar: Unicode.Scalar) -> Bool {
        (carriers + 0x80...carriers + 0xFF).contains(scalar.value)
    }
}

/// What a path leads to, the same however the path is written: by links, by `..`, by another name of the same file.
public struct FileIdentity: Hashable, Sendable {
    private let device: UInt
    private let number: UInt
    /// The name of a file that does not exist yet; the numbers are those of its folder.
    private let name: [UInt8]

    /// The file that a path leads to, or would lead to; nil where that is no file, or its folder does not exist.
    public init?(_ path: String) {
        if let status = FilePath.status(path) {
            guard status.st_mode & S_IFMT == S_IFREG else { return nil }
            (device, number, name) = (UInt(status.st_dev), UInt(status.st_ino), [])
            return
        }
        let bytes = FilePath.bytes(path)
        let base = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last ?? []
        let folder = bytes.count > base.count ? FilePath.string(bytes.dropLast(base.count)) : "."
        guard !base.isEmpty, let status = FilePath.status(folder) else { return nil }
        (device, number, name) = (UInt(status.st_dev), UInt(status.st_ino), Array(base))
    }
}
