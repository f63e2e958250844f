internal import Glibc

/// The other end of ``SchemaWorker``: a process that is asked, waited for no longer than allowed, and ended.
///
/// A socket is its standard input and output, because a write to a socket whose reader is gone can be an error
/// instead of a signal.
struct WorkerProcess: Sendable {
    /// Why there is no answer.
    enum Failure: Error, Hashable {
        /// It could not be started.
        case notStarted(String)
        /// It took longer than allowed.
        case tooSlow
        /// A signal ended it.
        case killed(Int32)
        /// It ended, or answered what is no answer.
        case ended
    }

    /// The signal that ends a process whose processor time is over.
    static let outOfTime = SIGXCPU

    private let process: pid_t
    private let socket: Int32
    private var received: [UInt8] = []
    /// Whether the system has been asked how it ended; from then on the number may be another process's.
    private var isGone = false

    /// How many bytes an answer may have.
    private static let answerLimit = 256 << 20

    /// Starts a process.
    ///
    /// - Parameter command: the program's path and its arguments.
    init(_ command: [String]) throws(Failure) {
        var sockets: [Int32] = [-1, -1]
        let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else { throw .notStarted(systemError()) }
        defer { close(sockets[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, sockets[1], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, sockets[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        // A crash is expected; nobody waits for its analysis.
        let libraries = getenv("LD_LIBRARY_PATH").map { ["LD_LIBRARY_PATH=\(String(cString: $0))"] } ?? []
        let environment = ["SWIFT_BACKTRACE=enable=no", "LANG=C.UTF-8"] + libraries
        let argv = command.map { strdup($0) } + [nil]
        let envp = environment.map { strdup($0) } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        // The limit of its time is a signal, which this thread may have blocked, or this process ignore.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, Self.outOfTime)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var process: pid_t = 0
        let error = posix_spawn(&process, command.first ?? "", &actions, &attributes, argv, envp)
        guard error == 0 else {
            close(sockets[0])
            throw .notStarted(String(cString: strerror(error)))
        }
        self.process = process
        socket = sockets[0]
    }

    /// Ends the process, and waits until it is gone; nothing may be asked after that.
    mutating func end() {
        close(socket)
        guard !isGone else { return }
        kill(process, SIGKILL)
        while waitpid(process, nil, 0) < 0, errno == EINTR {}
        isGone = true
    }

    /// Sends frames, and reads the line that answers them.
    ///
    /// - Throws: why there is none; the process is then to be ended.
    mutating func ask(_ frames: [[UInt8]], within time: Duration) throws(Failure) -> WorkerAnswer {
        let deadline = ContinuousClock.now + time
        for frame in frames {
            try send(Frame.head(frame.count), until: deadline)
            try send(frame, until: deadline)
        }
        guard let answer = WorkerAnswer(line: try line(until: deadline)) else { throw .ended }
        return answer
    }

    private mutating func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(Failure) {
        var sent = 0
        while sent < bytes.count {
            try wait(for: POLLOUT, until: deadline)
            let flags = CInt(MSG_NOSIGNAL | MSG_DONTWAIT)
            let count = bytes[sent...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, flags) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw ending() }
            sent += count
        }
    }

    private mutating func line(until deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var searched = 0
        while true {
            if let end = received[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { received.removeSubrange(...end) }
                return Array(received[..<end])
            }
            searched = received.count
            guard searched <= Self.answerLimit else { throw .ended }
            try wait(for: POLLIN, until: deadline)
            let count = recv(socket, &buffer, buffer.count, CInt(MSG_DONTWAIT))
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw ending() }
            received += buffer[..<count]
        }
    }

    /// Waits until the socket can be written to or read from, or has been closed.
    private func wait(for event: CInt, until deadline: ContinuousClock.Instant) throws(Failure) {
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .tooSlow }
            var entry = pollfd(fd: socket, events: Int16(event), revents: 0)
            let milliseconds =
                left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
            let ready = poll(&entry, 1, CInt(clamping: milliseconds + 1))
            if ready > 0 { return }
            guard ready == 0 || errno == EINTR else { throw .ended }
        }
    }

    /// How the process ended, which has closed its end of the socket and so should be gone soon.
    private mutating func ending() -> Failure {
        let pause: UInt32 = 5_000
        for _ in 0..<200 {
            var status: CInt = 0
            if waitpid(process, &status, WNOHANG) == process {
                isGone = true
                let signal = status & 0x7F
                return signal == 0 ? .ended : .killed(signal)
            }
            usleep(pause)
        }
        return .ended
    }
}
