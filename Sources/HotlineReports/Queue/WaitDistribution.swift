import HotlineDomain

/// How long callers waited: exact sum, and counts by hundredths of a second, so
/// that a year of waits costs no more than the lengths that differ. Adding and
/// taking away are exact: a board need not count anew. A part of a step counts
/// as a whole one, so that what is over a target by a millisecond is over it here.
public struct WaitDistribution: Hashable, Sendable {
    /// Milliseconds of one step.
    public static let step: Int64 = 10

    public private(set) var count = 0
    private var sum: Int64 = 0
    private var steps: [Int64: Int] = [:]

    public init() {}

    /// As a closed month keeps them: so many waits of so many whole seconds, and
    /// what all of them came to exactly.
    public init(bySeconds: [Int: Int], milliseconds: Int64) {
        for (seconds, n) in bySeconds { steps[Int64(seconds) * 1000 / WaitDistribution.step, default: 0] += n }
        count = bySeconds.values.reduce(0, +)
        sum = milliseconds
    }

    /// Waits by hundredths of a second, a part of one as a whole, and what all of them came to exactly.
    init(bySteps: [Int64: Int], milliseconds: Int64) {
        steps = bySteps
        count = bySteps.values.reduce(0, +)
        sum = milliseconds
    }

    public mutating func add(_ wait: Span, times: Int = 1) {
        let place = (wait.milliseconds + WaitDistribution.step - 1) / WaitDistribution.step
        count += times
        sum += wait.milliseconds * Int64(times)
        let left = (steps[place] ?? 0) + times
        steps[place] = left == 0 ? nil : left
    }

    public mutating func remove(_ wait: Span) { add(wait, times: -1) }

    public static func + (a: WaitDistribution, b: WaitDistribution) -> WaitDistribution {
        var sum = a
        sum.count += b.count
        sum.sum += b.sum
        sum.steps.merge(b.steps, uniquingKeysWith: +)
        return sum
    }

    /// The true mean, rounded to the nearest millisecond; nil over nobody.
    public var mean: Span? {
        count > 0 ? Span(milliseconds: (sum * 2 + Int64(count)) / (Int64(count) * 2)) : nil
    }

    /// Half waited no longer; between the two in the middle of an even number.
    public var median: Span? {
        guard let low = rank((count + 1) / 2), let high = rank(count / 2 + 1) else { return nil }
        return Span(milliseconds: (low + high) * WaitDistribution.step / 2)
    }

    /// Nine of ten waited no longer.
    public var p90: Span? { percentile(90) }

    /// The shortest wait that so many of a hundred did not exceed (nearest rank).
    public func percentile(_ percent: Int) -> Span? {
        rank((count * percent + 99) / 100).map { Span(milliseconds: $0 * WaitDistribution.step) }
    }

    /// Counts up to each of these lengths, and of what is longer: a histogram.
    public func histogram(upTo edges: [Span]) -> [Int] {
        var counts = Array(repeating: 0, count: edges.count + 1)
        for (place, n) in steps {
            let length = place * WaitDistribution.step
            counts[edges.firstIndex { length <= $0.milliseconds } ?? edges.count] += n
        }
        return counts
    }

    /// The nth shortest, counted from 1, in steps.
    private func rank(_ n: Int) -> Int64? {
        guard n >= 1, n <= count else { return nil }
        var seen = 0
        for place in steps.keys.sorted() {
            seen += steps[place] ?? 0
            if seen >= n { return place }
        }
        return nil
    }
}
