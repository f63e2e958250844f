internal import ArgumentParser

/// The exit codes of the tool; never a count.
package enum ExitStatus: Int32, Error, CaseIterable {
    /// Done, and every record is valid.
    case success = 0
    /// There are findings as grave as `--fail-on` says, or graver.
    case findings = 1
    /// The command line or the configuration is wrong.
    case usage = 2
    /// An input could not be processed, or an output could not be written.
    case inputFailed = 3
    /// There was nothing to do.
    case nothingToDo = 4
    /// SIGINT stopped a batch, which can be resumed: 128 and the signal's number, as shells have it.
    case interrupted = 130
    /// SIGTERM stopped a batch, which can be resumed.
    case terminated = 143

    /// The code as argument-parser throws it.
    var exitCode: ExitCode { ExitCode(rawValue) }

    /// The status of a batch that a signal stopped.
    static func interrupted(by signal: Int32) -> ExitStatus {
        ExitStatus(rawValue: 128 + signal) ?? .interrupted
    }
}

extension ExitStatus: Comparable {
    /// Orders by how much went wrong: nothing to do, findings, failed inputs, wrong usage, stopped.
    package static func < (left: Self, right: Self) -> Bool { left.gravity < right.gravity }

    private var gravity: Int {
        switch self {
        case .success: 0
        case .nothingToDo: 1
        case .findings: 2
        case .inputFailed: 3
        case .usage: 4
        case .interrupted, .terminated: 5
        }
    }
}
