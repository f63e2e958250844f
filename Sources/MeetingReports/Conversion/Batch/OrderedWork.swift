internal import Glibc
internal import LibXML

/// Work on items, by their numbers or from a stream, by several threads, whose results are handed over one at a time in the
/// order of the items.
///
/// Results that wait for an earlier one are few: a thread takes no further item while too many wait, or too heavy ones,
/// so that memory does not depend on how many items there are, nor on one that takes long.
public struct OrderedWork: Sendable {
    /// How many items are worked on at the same time.
    public let jobs: Int

    /// How far work may be ahead of the item whose result is due, for each job; a chunk of a stream is a large item.
    private static let itemsAheadPerJob = 32
    private static let chunksAheadPerJob = 2
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
        var next = 0
        var delivered = 0
        OrderedWork(jobs: min(jobs, count)).run(
            taking: {
                guard next < count, !shouldStop() else { return nil }
                next += 1
                return next - 1
            }, ahead: Self.itemsAheadPerJob, weight: weight, work: work
        ) { result in
            delivered += 1
            return each(delivered - 1, result)
        }
        return delivered
    }

    /// Works on items that are taken one after another from a source, until it has no more.
    ///
    /// - Parameters:
    ///   - source: gives the next item; called by one thread at a time.
    ///   - work: what is done to an item, on any thread.
    ///   - each: takes a result, on the calling thread, in the order of the items; if it says no, no further one is begun,
    ///     and no further result is handed over.
    func run<Item: Sendable, Result: Sendable>(
        taking source: @escaping () -> Item?, work: @escaping @Sendable (Item) -> Result,
        each: (Result) -> Bool
    ) {
        var isWanted = true
        run(taking: source, ahead: Self.chunksAheadPerJob, weight: { _ in 0 }, work: work) { result in
            isWanted = isWanted && each(result)
            return isWanted
        }
    }

    // MARK: - The threads

    /// Safe: called by one thread at a time, while the one that made it waits.
    private struct Source<Item>: @unchecked Sendable {
        let next: () -> Item?
    }

    private struct State<Item: Sendable, Result: Sendable>: Sendable {
        var source: Source<Item>
        /// How far work may be ahead of the item whose result is due.
        let ahead: Int
        var taken = 0
        var delivered = 0
        var results: [Int: (result: Result, weight: Int)] = [:]
        /// The weight of the results that wait.
        var weight = 0
        var isEnded = false

        /// The next item; nil where there is none, or no room for its result.
        mutating func take() -> (number: Int, item: Item)? {
            let hasRoom = taken == delivered || taken - delivered < ahead && weight < OrderedWork.weightLimit
            guard !isEnded, hasRoom else { return nil }
            guard let item = source.next() else {
                isEnded = true
                return nil
            }
            taken += 1
            return (taken - 1, item)
        }

        mutating func put(_ result: Result, _ resultWeight: Int, for number: Int) {
            results[number] = (result, resultWeight)
            weight += resultWeight
        }

        /// The result that is due, if it is there.
        mutating func due() -> Result? {
            guard let next = results.removeValue(forKey: delivered) else { return nil }
            delivered += 1
            weight -= next.weight
            return next.result
        }
    }

    /// What the calling thread does next.
    private enum Step<Item: Sendable, Result: Sendable> {
        case handOver(Result)
        case work(number: Int, item: Item)
        case end
    }

    /// The calling thread works too, unless a result is due: a thread of its own for that would take turns with the others.
    private func run<Item: Sendable, Result: Sendable>(
        taking source: @escaping () -> Item?, ahead: Int, weight: @escaping @Sendable (Result) -> Int,
        work: @escaping @Sendable (Item) -> Result, each: (Result) -> Bool
    ) {
        guard jobs > 1 else {
            while let item = source(), each(work(item)) {}
            return
        }
        let monitor = Monitor(
            State<Item, Result>(source: Source(next: source), ahead: jobs * ahead))
        @Sendable func process(_ number: Int, _ item: Item) {
            let result = work(item)
            let weight = weight(result)
            monitor.update { $0.put(result, weight, for: number) }
        }
        // A system may have fewer threads to give than are asked for, or none.
        let threads = (1..<jobs).compactMap { _ in
            Self.startThread {
                while let (number, item) = Self.wait(monitor) { process(number, item) }
            }
        }
        loop: while true {
            switch Self.nextStep(monitor) {
            case .handOver(let result):
                if !each(result) { monitor.update { $0.isEnded = true } }
            case .work(let number, let item): process(number, item)
            case .end: break loop
            }
        }
        for thread in threads { pthread_join(thread, nil) }
    }

    /// The next item to work on, once there is room for its result; nil when there is none.
    private static func wait<Item: Sendable, Result: Sendable>(
        _ monitor: Monitor<State<Item, Result>>
    ) -> (number: Int, item: Item)? {
        monitor.wait { state -> (number: Int, item: Item)?? in
            if let next = state.take() { return next }
            return state.isEnded ? .some(nil) : nil
        }
    }

    private static func nextStep<Item: Sendable, Result: Sendable>(
        _ monitor: Monitor<State<Item, Result>>
    ) -> Step<Item, Result> {
        monitor.wait { state in
            if let result = state.due() { return .handOver(result) }
            if let (number, item) = state.take() { return .work(number: number, item: item) }
            return state.isEnded && state.taken == state.delivered ? .end : nil
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
