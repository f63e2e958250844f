internal import Glibc
internal import LibXML

extension OrderedWork {
    /// Safe: called by one thread at a time, while the one that made it waits.
    private struct Source<Item>: @unchecked Sendable {
        let next: () -> Item?
    }

    private struct StreamState<Item: Sendable, Result: Sendable>: Sendable {
        var source: Source<Item>
        var taken = 0
        var delivered = 0
        var results: [Int: Result] = [:]
        var running: Int
        var isEnded = false
    }

    /// How far work on a stream may be ahead of the item whose result is due, for each job: an item is a large one.
    private static let chunksAheadPerJob = 2

    /// Works on items that are taken one after another from a source, until it has no more.
    ///
    /// - Parameters:
    ///   - source: gives the next item; called by one thread at a time.
    ///   - work: what is done to an item, on any thread.
    ///   - each: takes a result, on the calling thread, in the order of the items; if it says no, no further one is begun.
    func run<Item: Sendable, Result: Sendable>(
        taking source: @escaping () -> Item?, work: @escaping @Sendable (Item) -> Result,
        each: (Result) -> Bool
    ) {
        guard jobs > 1 else {
            while let item = source(), each(work(item)) {}
            return
        }
        let wanted = jobs
        let monitor = Monitor(StreamState<Item, Result>(source: Source(next: source), running: wanted))
        let threads = (0..<wanted).compactMap { _ in
            Self.startThread {
                while let (number, item) = Self.take(monitor, wanted * Self.chunksAheadPerJob) {
                    let result = work(item)
                    monitor.update { $0.results[number] = result }
                }
                monitor.update { $0.running -= 1 }
            }
        }
        // A system may have fewer threads to give than were asked for, or none.
        monitor.update { $0.running -= wanted - threads.count }
        if threads.isEmpty {
            while let item = source(), each(work(item)) {}
            return
        }
        while let result = Self.due(monitor) {
            guard each(result) else {
                monitor.update { $0.isEnded = true }
                break
            }
        }
        for thread in threads { pthread_join(thread, nil) }
    }

    private static func take<Item: Sendable, Result: Sendable>(
        _ monitor: Monitor<StreamState<Item, Result>>, _ ahead: Int
    ) -> (Int, Item)? {
        monitor.wait { state -> (Int, Item)?? in
            if state.isEnded { return .some(nil) }
            guard state.taken - state.delivered < ahead else { return nil }
            guard let item = state.source.next() else {
                state.isEnded = true
                return .some(nil)
            }
            state.taken += 1
            return (state.taken - 1, item)
        }
    }

    /// The result that is due, once it is there; nil after the last.
    private static func due<Item: Sendable, Result: Sendable>(_ monitor: Monitor<StreamState<Item, Result>>)
        -> Result?
    {
        monitor.wait { state -> Result?? in
            if let result = state.results.removeValue(forKey: state.delivered) {
                state.delivered += 1
                return result
            }
            return state.running == 0 ? .some(nil) : nil
        }
    }
}
