internal import Glibc
internal import MeetingReports

/// Standard output and standard error of the process; every write is checked.
package enum Console {
    /// Writes to standard output.
    ///
    /// - Throws: ``ExitStatus/inputFailed`` after a message on standard error where the bytes cannot all be written.
    package static func write(_ bytes: [UInt8]) throws(ExitStatus) {
        do {
            try OutputFile.writeAll(bytes, to: STDOUT_FILENO, name: "<stdout>")
        } catch {
            message("\(error.name): \(error.message)")
            throw .inputFailed
        }
    }

    /// Writes text to standard output.
    package static func write(_ text: String) throws(ExitStatus) {
        try write(Array(text.utf8))
    }

    /// Writes a line to standard error; a standard error that is gone is nobody's fault.
    package static func message(_ text: String) {
        try? OutputFile.writeAll(Array("rapporteur: \(text)\n".utf8), to: STDERR_FILENO, name: "<stderr>")
    }

    /// Writes text that is already laid out to standard error.
    package static func report(_ text: String) {
        try? OutputFile.writeAll(Array(text.utf8), to: STDERR_FILENO, name: "<stderr>")
    }

    /// Whether standard input is a terminal, where waiting for it would look like a hang.
    package static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Whether standard output is a terminal that may be written to in colour (the convention of no-color.org).
    static var isColorTerminal: Bool {
        isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    }

    /// Makes a closed pipe, and a file over the limit of its size, errors that can be reported instead of a silent end.
    package static func reportFailedWrites() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }
}
