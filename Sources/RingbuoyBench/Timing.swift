/// How long something takes, as the median of many times: one slow disk
/// write, or a neighbour on the machine, does not change it.
struct Timing {
    private(set) var nanoseconds: [Int64] = []

    mutating func add<T>(_ body: () throws -> T) rethrows -> T {
        let start = ContinuousClock.now
        let value = try body()
        add(from: start, to: .now)
        return value
    }

    mutating func add(from start: ContinuousClock.Instant, to end: ContinuousClock.Instant) {
        let taken = start.duration(to: end).components
        nanoseconds.append(taken.seconds * 1_000_000_000 + taken.attoseconds / 1_000_000_000)
    }

    mutating func add(_ other: Timing) { nanoseconds += other.nanoseconds }

    static func of<T>(_ times: Int, _ body: () throws -> T) rethrows -> Timing {
        var timing = Timing()
        for _ in 0..<times { _ = try timing.add(body) }
        return timing
    }

    var microseconds: Double { microseconds(atPercent: 50) }

    /// So many of a hundred took no longer.
    func microseconds(atPercent percent: Int) -> Double {
        let sorted = nanoseconds.sorted()
        return sorted.isEmpty ? 0 : Double(sorted[min(sorted.count - 1, sorted.count * percent / 100)]) / 1000
    }

    var seconds: Double { microseconds / 1_000_000 }
}
