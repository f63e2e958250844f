internal import Glibc
internal import LibXML

/// Work on numbered items by several threads, whose results are handed over one at a time in the order of the items.
///
/// Results that wait for an earlier one are few: a thread takes no further item while too many wait, or too heavy ones,
/// so that memory does not depend on how many items there are, nor on one that takes long.
public struct OrderedWork: Sendable {
    /// How many items are worked on at the same time.
    public let jobs: Int

    /// How far work may be ahead of the item whose result is due, for each job.
    private static let itemsAheadPerJob = 32
    /// The weight of waiting results from which on only the item that is due is begun.
    private static let weightLimit = 20_000
    /// The stack of a thread in bytes: what a process gets for its first thread, which deep records need.
    private static let stackSize = 8 << 20

    /// Creates work for some threads; with one job it is done by the calling thread.
    public init(jobs: Int) {
        self.jobs = max(1, jobs)
    }

    /// The processors that are there.
    public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private struct State<Result> {
        var next = 0
        var delivered = 0
        var results: [Int: Result] = [:]
        var weight = 0
        var running: Int
        var isStopped = false
    }

    /// Works on the items from 0 to `count`.
    ///
    /// - Parameters:
    ///   - shouldStop: asked before each item; once it says yes, no further item is begun.
    ///   - weight: about how much memory a result takes while it waits, in findings.
    ///   - work: what is done to an item, on any thread.
    ///   - each: takes a result, on the calling thread; if it says no, no further item is begun.
    /// - Returns: how many items were worked on: all, or the first ones.
    @discardableResult
    public func run<Result: Sendable>(
        count: Int, shouldStop: @escaping @Sendable () -> Bool = { false },
        weight: @escaping @Sendable (Result) -> Int = { _ in 0 },
        work: @escaping @Sendable (Int) -> Result, each: (Int, Result) -> Bool
    ) -> Int {
        let wanted = min(jobs, count)
        let monitor = Monitor(State<Result>(running: wanted))
        let ahead = wanted * Self.itemsAheadPerJob
        let threads =
            wanted < 2
            ? []
            : (0..<wanted).compactMap { _ in
                Self.startThread {
                    while let item = Self.take(monitor, count, ahead, shouldStop) {
                        let result = work(item)
                        let weight = weight(result)
                        monitor.update {
                            $0.results[item] = result
                            $0.weight += weight
                        }
                    }
                    monitor.update { $0.running -= 1 }
                }
            }
        guard !threads.isEmpty else {
            for item in 0..<count {
                if shouldStop() { return item }
                if !each(item, work(item)) { return item + 1 }
            }
            return count
        }
        // A system may have fewer threads to give than were asked for.
        monitor.update { $0.running -= wanted - threads.count }
        while let (item, result) = Self.due(monitor, weight) {
            if !each(item, result) { monitor.update { $0.isStopped = true } }
        }
        for thread in threads { pthread_join(thread, nil) }
        return monitor.update { $0.delivered }
    }

    /// The next item to work on, once there is room for its result; nil when there is none.
    private static func take<Result>(
        _ monitor: Monitor<State<Result>>, _ count: Int, _ ahead: Int, _ shouldStop: () -> Bool
    ) -> Int? {
        monitor.wait { state -> Int?? in
            if state.next == count || state.isStopped || shouldStop() { return .some(nil) }
            let isDue = state.next == state.delivered
            guard isDue || state.next - state.delivered < ahead && state.weight < weightLimit else {
                return nil
            }
            state.next += 1
            return state.next - 1
        }
    }

    /// The result that is due, once it is there; nil after the last.
    private static func due<Result>(
        _ monitor: Monitor<State<Result>>, _ weight: (Result) -> Int
    ) -> (Int, Result)? {
        monitor.wait { state -> (Int, Result)?? in
            if let result = state.results.removeValue(forKey: state.delivered) {
                state.weight -= weight(result)
                state.delivered += 1
                return (state.delivered - 1, result)
            }
            return state.running == 0 ? .some(nil) : nil
        }
    }

    /// Starts a thread, or returns nil where the system gives none.
    static func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
        // Never made by the type's own initializer, which belongs to whatever C module was seen to have it first.
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        defer { attributes.deallocate() }
        pthread_attr_init(attributes)
        defer { pthread_attr_destroy(attributes) }
        pthread_attr_setstacksize(attributes, stackSize)
        let box = Unmanaged.passRetained(ThreadBody(body))
        var thread = pthread_t()
        let error = pthread_create(
            &thread, attributes,
            { context in
                if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().body() }
                return nil
            }, box.toOpaque())
        guard error == 0 else {
            box.release()
            return nil
        }
        return thread
    }

    private final class ThreadBody: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }
}
