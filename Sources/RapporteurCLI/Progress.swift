internal import Glibc
internal import MeetingReports

/// How far a batch or a large input is, on the last line of a terminal: a bar, count, rate, failures and time left.
struct Progress {
    /// What is counted.
    enum Unit {
        /// The inputs of a batch.
        case inputs
        /// The bytes of one input.
        case bytes
    }

    private let total: Int?
    private let unit: Unit
    private let isShown: Bool
    private let start = Progress.milliseconds()
    private var shownAt = 0
    private var isLineOpen = false

    /// Progress over a number of inputs; shown where standard error is a terminal.
    init(total: Int, isQuiet: Bool) {
        self.total = total
        unit = .inputs
        isShown = total > 1 && !isQuiet && isatty(STDERR_FILENO) == 1
    }

    /// Progress over the bytes of an input, as many as are known to be there; shown where standard error is a terminal
    /// and standard output, if it is to be written to meanwhile, is none.
    init(bytes: Int?, isQuiet: Bool, writesToStandardOutput: Bool) {
        total = bytes
        unit = .bytes
        isShown =
            !isQuiet && isatty(STDERR_FILENO) == 1
            && !(writesToStandardOutput && isatty(STDOUT_FILENO) == 1)
    }

    /// Shows how far things are, ten times a second at most.
    mutating func update(done: Int, failed: Int = 0) {
        guard isShown else { return }
        let now = Self.milliseconds()
        guard done == total || now - shownAt >= 100 else { return }
        shownAt = now
        isLineOpen = true
        Console.report(
            "\r\u{1B}[K"
                + Self.text(done: done, of: total, unit, failed: failed, milliseconds: now - start))
    }

    /// Removes the line, so that messages can be written in its place.
    mutating func clear() {
        guard isLineOpen else { return }
        isLineOpen = false
        shownAt = 0
        Console.report("\r\u{1B}[K")
    }

    /// The line: `[#####-----] 1234/5000  410/s  3 failed  0:09 left`, or `[#####-----] 617/1234 MB  41 MB/s  0:15 left`.
    static func text(
        done: Int, of total: Int?, _ unit: Unit = .inputs, failed: Int = 0, milliseconds: Int
    ) -> String {
        var text = total.map { bar(done, of: $0) } ?? ""
        switch unit {
        case .inputs:
            text += "\(done)" + (total.map { "/\($0)" } ?? "")
            if milliseconds > 0, done > 0 {
                let rate = done * 1000 / milliseconds
                text += rate > 0 ? "  \(rate)/s" : "  \(milliseconds / done / 1000) s each"
            }
        case .bytes:
            text += "\(done / 1_000_000)" + (total.map { "/\($0 / 1_000_000)" } ?? "") + " MB"
            if milliseconds > 0 { text += "  \(done / 1000 / milliseconds) MB/s" }
        }
        if failed > 0 { text += "  \(failed) failed" }
        if let total, done > 0, done < total {
            let left = Int(Double(milliseconds) * Double(total - done) / Double(done) / 1000)
            text += "  " + (left >= 3600 ? "\(left / 3600):" + padded(left / 60 % 60) : "\(left / 60)")
            text += ":" + padded(left % 60) + " left"
        }
        return text
    }

    private static func bar(_ done: Int, of total: Int) -> String {
        let width = 20
        let filled = total > 0 ? min(done, total) * width / total : width
        return "[" + String(repeating: "#", count: filled)
            + String(repeating: "-", count: width - filled) + "] "
    }

    private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
