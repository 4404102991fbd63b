import Foundation
import Synchronization

/// How long each of many things took, from many threads.
final class Samples: Sendable {
    private let taken = Mutex<[Double]>([])

    func add(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        taken.withLock { $0.append(Double(seconds) * 1_000 + Double(attoseconds) / 1e15) }
    }

    func timed<T>(_ body: () throws -> T) rethrows -> T {
        let start = ContinuousClock.now
        defer { add(ContinuousClock.now - start) }
        return try body()
    }

    var count: Int { taken.withLock { $0.count } }

    /// In milliseconds; the least that so many of a hundred did not exceed.
    func percentile(_ percent: Double) -> Double {
        let sorted = taken.withLock { $0.sorted() }
        guard !sorted.isEmpty else { return .nan }
        let place = Int((percent / 100 * Double(sorted.count)).rounded(.up)) - 1
        return sorted[min(max(place, 0), sorted.count - 1)]
    }

    var summary: String {
        String(format: "p50 %.1f, p99 %.1f ms of %d", percentile(50), percentile(99), count)
    }
}

/// Runs a body for each on a thread of its own, waits for all, and throws what went wrong first.
enum Crowd {
    static func run<Element: Sendable>(
        _ elements: [Element], _ body: @escaping @Sendable (Element) throws -> Void
    ) throws {
        let failure = CrowdFailure()
        let done = DispatchGroup()
        for element in elements {
            done.enter()
            let thread = Thread {
                do { try body(element) } catch { failure.note(error) }
                done.leave()
            }
            thread.stackSize = 1 << 20
            thread.start()
        }
        done.wait()
        try failure.rethrow()
    }
}

private final class CrowdFailure: Sendable {
    private let first = Mutex<(any Error)?>(nil)

    func note(_ error: any Error) { first.withLock { $0 = $0 ?? error } }
    func rethrow() throws { if let error = first.withLock({ $0 }) { throw error } }
}
