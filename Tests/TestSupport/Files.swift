internal import Glibc

/// What the system refused to do for a test.
package struct SystemError: Error, CustomStringConvertible {
    /// What was tried, and the system's reason.
    package let description: String

    init(_ description: String) {
        self.description = description
    }

    /// The reason of the call that has just failed.
    static func last(_ what: String) -> SystemError {
        SystemError("\(what): \(String(cString: strerror(errno)))")
    }
}

/// The package's folder.
package let packageFolder = folder(of: folder(of: folder(of: #filePath)))

/// The folder of a path.
package func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(path[..<slash])
}

/// The bytes of a file.
package func readFile(_ path: String) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError.last(path) }
    defer { close(descriptor) }
    return readAll(descriptor)
}

/// Writes a file, in place of one that is there.
package func writeFile(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError.last(path) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor)
}

/// The value of an environment variable of the tests, or nil.
package func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

/// Milliseconds on a clock that only goes forward.
package func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// Whether the tests that take minutes run too: `Scripts/test --full`.
package let isFullRun = environmentVariable("RAPPORTEUR_TESTS") == "full"

/// Whether the tests run as root, whom no permission stops.
package var isRoot: Bool { geteuid() == 0 }

func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return bytes }
        bytes += buffer[..<count]
    }
}

func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { throw SystemError.last("write") }
        rest = rest.dropFirst(count)
    }
}
