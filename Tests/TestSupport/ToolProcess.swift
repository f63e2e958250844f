internal import Glibc

/// A finished run of the built `rapporteur`: exactly what it wrote, and how it ended.
///
/// Its streams are files, so that no run can wait for a reader; and it is started with `posix_spawn`, because that
/// needs neither Foundation nor a further package.
package struct ToolProcess: Sendable {
    /// Where a run's standard output goes.
    package enum Output: Sendable {
        /// Into memory, for ``ToolProcess/output``.
        case captured
        /// Into a file that exists, such as `/dev/full`.
        case file(String)
        /// Into a pipe that nobody reads.
        case closedPipe
        /// Nowhere: the descriptor is closed.
        case none
    }

    /// How a run ended.
    package enum Ending: Sendable, Hashable {
        /// By itself, with this exit code.
        case exited(Int32)
        /// By this signal; by SIGKILL also where it took longer than allowed.
        case killed(Int32)
    }

    /// What it wrote to standard output.
    package let output: [UInt8]
    /// What it wrote to standard error.
    package let errors: [UInt8]
    /// How it ended.
    package let ending: Ending

    /// What it wrote to standard output, as text.
    package var outputText: String { String(decoding: output, as: UTF8.self) }
    /// What it wrote to standard error, as text.
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
    /// The exit code, or nil where a signal ended it.
    package var exitCode: Int32? {
        if case .exited(let code) = ending { code } else { nil }
    }

    /// The tool's path: it is built into the folder of the running tests.
    package static let path: String = {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let tests = String(
            decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return folder(of: tests) + "/rapporteur"
    }()

    /// Runs the tool and waits for its end.
    ///
    /// - Parameters:
    ///   - input: the bytes on standard input.
    ///   - environment: all of its environment.
    ///   - folder: the working folder.
    ///   - program: another program to run instead, such as a shell.
    ///   - minutes: how long it may take before it is killed.
    package init(
        _ arguments: [String], input: [UInt8] = [], environment: [String] = ["LANG=C.UTF-8"],
        in folder: String = "/", output target: Output = .captured, program: String = ToolProcess.path,
        minutes: Int = 5
    ) throws(SystemError) {
        let streams = try TemporaryFolder(["in": input])
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let create = O_WRONLY | O_CREAT
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams.path + "/in", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, streams.path + "/err", create, 0o600)
        var pipeEnd: Int32 = -1
        defer { if pipeEnd >= 0 { close(pipeEnd) } }
        switch target {
        case .captured:
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, streams.path + "/out", create, 0o600)
        case .file(let path):
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, path, O_WRONLY, 0)
        case .closedPipe:
            pipeEnd = try Self.brokenPipe(streams.path + "/pipe")
            posix_spawn_file_actions_adddup2(&actions, pipeEnd, STDOUT_FILENO)
        case .none:
            posix_spawn_file_actions_addclose(&actions, STDOUT_FILENO)
        }
        // The shell only changes the folder, which posix_spawn cannot portably do, and becomes the program.
        let shell = ["sh", "-c", #"cd "$0" && exec "$@""#, folder, program] + arguments
        let process = try Self.spawn(shell, environment, &actions)
        ending = Self.wait(for: process, minutes: minutes)
        if case .captured = target { output = try streams.read("out") } else { output = [] }
        errors = try streams.read("err")
    }

    private static func spawn(
        _ arguments: [String], _ environment: [String], _ actions: inout posix_spawn_file_actions_t
    ) throws(SystemError) -> pid_t {
        // A test runner may ignore SIGPIPE; the tool must be seen to cope with the signal by itself.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        let argv = arguments.map { strdup($0) } + [nil]
        let envp = environment.map { strdup($0) } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, "/bin/sh", &actions, &attributes, argv, envp)
        guard error == 0 else { throw SystemError("/bin/sh: \(String(cString: strerror(error)))") }
        return process
    }

    private static func wait(for process: pid_t, minutes: Int) -> Ending {
        var status: Int32 = 0
        let pause: UInt32 = 1_000
        for _ in 0..<60_000 * minutes {
            if waitpid(process, &status, WNOHANG) == process { return ending(status) }
            usleep(pause)
        }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        return ending(status)
    }

    /// How a process ended, from the status that `waitpid` gives.
    private static func ending(_ status: Int32) -> Ending {
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
    }

    /// The writing end of a pipe whose reading end is closed.
    private static func brokenPipe(_ path: String) throws(SystemError) -> Int32 {
        guard mkfifo(path, 0o600) == 0 else { throw SystemError.last("mkfifo") }
        let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        let writer = open(path, O_WRONLY | O_CLOEXEC)
        close(reader)
        guard writer >= 0 else { throw SystemError.last("open a pipe") }
        return writer
    }
}
