internal import Glibc
internal import MeetingReports

/// How far a batch is, on the last line of a terminal: a bar, count, rate, failures and time left.
struct Progress {
    private let total: Int
    private let isShown: Bool
    private let start = Progress.milliseconds()
    private var shownAt = 0
    private var isLineOpen = false

    /// Progress over a number of inputs; shown where standard error is a terminal.
    init(total: Int, isQuiet: Bool) {
        self.total = total
        isShown = total > 1 && !isQuiet && isatty(STDERR_FILENO) == 1
    }

    /// Shows how far things are, ten times a second at most.
    mutating func update(done: Int, failed: Int) {
        guard isShown else { return }
        let now = Self.milliseconds()
        guard done == total || now - shownAt >= 100 else { return }
        shownAt = now
        isLineOpen = true
        Console.report(
            "\r\u{1B}[K" + Self.text(done: done, of: total, failed: failed, milliseconds: now - start))
    }

    /// Removes the line, so that messages can be written in its place.
    mutating func clear() {
        guard isLineOpen else { return }
        isLineOpen = false
        shownAt = 0
        Console.report("\r\u{1B}[K")
    }

    /// The line: `[#####-----] 1234/5000  410/s  3 failed  0:09 left`.
    static func text(done: Int, of total: Int, failed: Int, milliseconds: Int) -> String {
        let width = 20
        let filled = total > 0 ? done * width / total : width
        var text = "[" + String(repeating: "#", count: filled)
        text += String(repeating: "-", count: width - filled) + "] \(done)/\(total)"
        if milliseconds > 0, done > 0 {
            let rate = done * 1000 / milliseconds
            text += rate > 0 ? "  \(rate)/s" : "  \(milliseconds / done / 1000) s each"
        }
        if failed > 0 { text += "  \(failed) failed" }
        if done > 0, done < total {
            let left = milliseconds * (total - done) / done / 1000
            text += "  " + (left >= 3600 ? "\(left / 3600):" + padded(left / 60 % 60) : "\(left / 60)")
            text += ":" + padded(left % 60) + " left"
        }
        return text
    }

    private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
