import HotlineDomain

/// Whether somebody was there while a line was open, and as many as planned.
public struct Coverage: Hashable, Sendable {
    /// So many are meant to be there in this stretch.
    public struct Plan: Hashable, Sendable {
        public let from: Instant
        public let to: Instant
        public let operators: Int

        public init(from: Instant, to: Instant, operators: Int) {
            self.from = from
            self.to = to
            self.operators = operators
        }
    }

    /// Staffed minutes of open minutes.
    public let staffed: Share
    /// Open minutes with fewer than planned.
    public let belowPlan: Int

    /// `open`: when the line is open within the period; stretches must not overlap each other.
    public init(open: [Range<Instant>], stretches: [DutyStretch], plan: [Plan]) {
        var openTime: Int64 = 0
        var staffedTime: Int64 = 0
        var belowTime: Int64 = 0
        let staffing = stretches.filter(\.isStaffing)
        for range in open {
            var people: [String: Int] = [:]
            var planned = 0
            var at = range.lowerBound
            for edge in Coverage.edges(range, staffing, plan) {
                let length = (edge.at - at).milliseconds
                openTime += length
                if !people.isEmpty { staffedTime += length }
                if people.count < planned { belowTime += length }
                at = edge.at
                planned += edge.planned
                if let code = edge.operator {
                    let count = (people[code] ?? 0) + edge.sign
                    people[code] = count == 0 ? nil : count
                }
            }
        }
        staffed = Share(Coverage.minutes(staffedTime), of: Coverage.minutes(openTime))
        belowPlan = Coverage.minutes(belowTime)
    }

    /// A moment at which the number of people there, or of those planned, changes.
    private struct Edge {
        let at: Instant
        var planned = 0
        var `operator`: String?
        var sign = 0
    }

    private static func edges(_ range: Range<Instant>, _ stretches: [DutyStretch], _ plan: [Plan]) -> [Edge] {
        var edges = [Edge(at: range.upperBound)]
        for stretch in stretches where stretch.length(from: range.lowerBound, to: range.upperBound) > 0 {
            edges.append(Edge(at: max(stretch.from, range.lowerBound), operator: stretch.operator, sign: 1))
            edges.append(Edge(at: min(stretch.to, range.upperBound), operator: stretch.operator, sign: -1))
        }
        for part in plan {
            let (from, to) = (max(part.from, range.lowerBound), min(part.to, range.upperBound))
            guard from < to else { continue }
            edges.append(Edge(at: from, planned: part.operators))
            edges.append(Edge(at: to, planned: -part.operators))
        }
        return edges.sorted { $0.at < $1.at }
    }

    private static func minutes(_ milliseconds: Int64) -> Int { Int((milliseconds + 30_000) / 60_000) }
}
