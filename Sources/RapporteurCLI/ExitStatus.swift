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

    /// The code as argument-parser throws it.
    var exitCode: ExitCode { ExitCode(rawValue) }
}
