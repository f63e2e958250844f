import Glibc
import Synchronization
import Testing

@testable import MeetingReports

@Suite struct `Ordered work` {
    @Test(arguments: [1, 2, 8, 100])
    func `hands results over in the order of the items, whatever the number of jobs`(jobs: Int) {
        var seen: [Int] = []
        let done = OrderedWork(jobs: jobs).run(count: 1000) { item in
            // Items take different times, the due one now and then the longest.
            if item % 97 == 0 { usleep(2000) }
            return item * 3
        } each: { item, result in
            #expect(result == item * 3)
            seen.append(item)
            return true
        }
        #expect(done == 1000)
        #expect(seen == Array(0..<1000))
    }

    @Test(arguments: [1, 4]) func `on nothing ends at once`(jobs: Int) {
        #expect(OrderedWork(jobs: jobs).run(count: 0, work: { $0 }, each: { _, _ in true }) == 0)
    }

    @Test func `does not run ahead of an item that takes long`() {
        let begun = Atomic<Int>(0)
        let most = Atomic<Int>(0)
        OrderedWork(jobs: 2).run(count: 10_000) { item in
            begun.add(1, ordering: .relaxed)
            guard item == 0 else { return }
            usleep(200_000)
            most.store(begun.load(ordering: .relaxed), ordering: .relaxed)
        } each: { _, _ in
            true
        }
        #expect(most.load(ordering: .relaxed) <= 64)
        #expect(begun.load(ordering: .relaxed) == 10_000)
    }

    @Test func `keeps few heavy results waiting`() {
        let waiting = Atomic<Int>(0)
        let most = Atomic<Int>(0)
        OrderedWork(jobs: 4).run(count: 200, weight: { _ in 10_000 }) { item in
            if item == 0 { usleep(100_000) }
            let count = waiting.add(1, ordering: .relaxed).newValue
            most.max(count, ordering: .relaxed)
        } each: { _, _ in
            waiting.subtract(1, ordering: .relaxed)
            return true
        }
        // Two fill the limit; each of the other threads may have begun one before.
        #expect(most.load(ordering: .relaxed) <= 6)
    }

    @Test(arguments: [1, 4])
    func `begins no further item once it should stop, and hands over those that were begun`(jobs: Int) {
        let isStopped = Atomic<Bool>(false)
        let begun = Atomic<Int>(0)
        var seen = 0
        let done = OrderedWork(jobs: jobs).run(
            count: 1000, shouldStop: { isStopped.load(ordering: .relaxed) },
            work: { item in
                begun.add(1, ordering: .relaxed)
                if item == 50 { isStopped.store(true, ordering: .relaxed) }
            },
            each: { item, _ in
                #expect(item == seen)
                seen += 1
                return true
            })
        #expect(done == seen)
        #expect(done == begun.load(ordering: .relaxed))
        #expect((51...60).contains(done))
    }

    @Test(arguments: [1, 4]) func `stops when who takes the results says no`(jobs: Int) {
        var seen = 0
        let done = OrderedWork(jobs: jobs).run(count: 1000, work: { $0 }) { item, _ in
            seen += 1
            return item < 9
        }
        #expect(done == seen)
        #expect((10...10 + jobs * 32).contains(done))
    }
}
