internal import Glibc

/// How much a schema may cost: compiling it, and validating one document with it.
public struct SchemaLimits: Hashable, Sendable {
    /// The memory in MiB that the process which validates may take.
    public var memory: Int
    /// The seconds of processor time that the schema may take, and then each document.
    public var seconds: Int

    /// How long the process is waited for by the clock: its processor time is what is limited, and it gets less of that on a
    /// machine with other work; so this only stands by in case it waits for something.
    var patience: Duration { .seconds(60 + 30 * seconds) }

    /// Creates limits.
    public init(memory: Int = 1_024, seconds: Int = 10) {
        self.memory = memory
        self.seconds = seconds
    }

    /// Sets what holds for the whole life of this process: its memory, and that it leaves no core file.
    ///
    /// - Returns: false where the system refused.
    func restrictMemory() -> Bool {
        var memory = rlimit(rlim_cur: rlim_t(self.memory) << 20, rlim_max: rlim_t(self.memory) << 20)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        let isLimited =
            Self.isAddressSanitized || setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory) == 0
        return isLimited && setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0
    }

    /// The address sanitizer reserves terabytes when it starts; no process of it keeps a limit.
    private static let isAddressSanitized = dlsym(nil, "__asan_init") != nil

    /// Gives this process its seconds anew; when they are over the system ends it.
    ///
    /// - Returns: false where the system refused.
    func restrictTime() -> Bool {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return false }
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1
        var time = rlimit(rlim_cur: rlim_t(used + seconds), rlim_max: ~0)
        return setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &time) == 0
    }
}
