import HotlineDomain

/// Stretches of time that do not touch, in order.
struct TimeSet: Hashable {
    let ranges: [Range<Instant>]

    /// In any order, overlapping or empty as they may be.
    init(_ ranges: [Range<Instant>]) {
        var merged: [Range<Instant>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    func common(with range: Range<Instant>) -> [Range<Instant>] {
        touching(range).map { $0.clamped(to: range) }.filter { !$0.isEmpty }
    }

    func missing(in range: Range<Instant>) -> [Range<Instant>] {
        var missing: [Range<Instant>] = []
        var start = range.lowerBound
        for part in common(with: range) {
            if start < part.lowerBound { missing.append(start..<part.lowerBound) }
            start = part.upperBound
        }
        if start < range.upperBound { missing.append(start..<range.upperBound) }
        return missing
    }

    func without(_ range: Range<Instant>) -> TimeSet {
        TimeSet(ranges.flatMap { TimeSet([range]).missing(in: $0) })
    }

    private func touching(_ range: Range<Instant>) -> ArraySlice<Range<Instant>> {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return ranges[low...].prefix { $0.lowerBound < range.upperBound }
    }
}
