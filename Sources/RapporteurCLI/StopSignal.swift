internal import Glibc
internal import Synchronization

/// The signals that ask a batch to stop: SIGINT and SIGTERM.
///
/// The first one lets the inputs that are being worked on finish; a second one ends the process at once.
enum StopSignal {
    fileprivate static let received = Atomic<Int32>(0)

    fileprivate static let isTerminal = Atomic<Bool>(false)

    /// The signal that came, or nil.
    static var current: Int32? {
        let signal = received.load(ordering: .relaxed)
        return signal == 0 ? nil : signal
    }

    /// From now on, notes the first signal instead of ending the process.
    static func listen() {
        // Touched before a handler can run, since its first use is no work for a handler.
        received.store(0, ordering: .relaxed)
        isTerminal.store(isatty(STDERR_FILENO) == 1, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            var previous = sigaction()
            // Who ignores a signal, a shell for its jobs in the background for instance, has a reason.
            guard sigaction(number, nil, &previous) == 0,
                unsafeBitCast(previous.__sigaction_handler.sa_handler, to: Int.self) != 1
            else { continue }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = noteSignal
            action.sa_flags = SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND))
            sigaction(number, &action, nil)
        }
    }
}

/// What a person who pressed ^C reads, since the inputs that are being worked on may take their time.
private let notice: StaticString =
    "\nrapporteur: Stopping behind the inputs that are being worked on; the same signal again stops at once.\n"

/// The handler: it does what a handler safely can, which is to store a number and to write bytes that are there.
private func noteSignal(_ number: Int32) {
    StopSignal.received.store(number, ordering: .relaxed)
    guard StopSignal.isTerminal.load(ordering: .relaxed) else { return }
    let error = errno
    _ = write(STDERR_FILENO, notice.utf8Start, notice.utf8CodeUnitCount)
    errno = error
}
