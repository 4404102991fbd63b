import HotlineDomain

/// The visits of a line and a period, counted: each is exactly one of the seven
/// of the identity, or came while the line was closed, or still waits. Counts
/// add up, and a visit that changed is taken out and put in again.
public struct QueueCounts: Hashable, Sendable {
    public let targets: QueueTargets

    public private(set) var answered = 0
    public private(set) var answeredInTarget = 0
    public private(set) var abandoned = 0
    public private(set) var shortAbandoned = 0
    public private(set) var overflowed = 0
    public private(set) var unstaffed = 0
    public private(set) var refused = 0
    public private(set) var lost = 0
    /// Outside opening hours; in none of the other figures.
    public private(set) var closed = 0
    public private(set) var waiting = 0
    /// Of those answered.
    public private(set) var waits = WaitDistribution()
    /// Of those who gave up, short ones too.
    public private(set) var waitsGivenUp = WaitDistribution()
    /// Answered visits whose talk is over and was heard to its end.
    public private(set) var handled = 0
    public private(set) var handledMilliseconds: Int64 = 0

    public init(targets: QueueTargets) { self.targets = targets }

    /// Summed already, as closed months keep them.
    public init(
        targets: QueueTargets, identity: [IdentityTerm: Int], answeredInTarget: Int, waits: WaitDistribution,
        handled: Int, handledMilliseconds: Int64, closed: Int, waiting: Int = 0
    ) {
        self.targets = targets
        answered = identity[.answered] ?? 0
        abandoned = identity[.abandoned] ?? 0
        shortAbandoned = identity[.shortAbandoned] ?? 0
        overflowed = identity[.overflowed] ?? 0
        unstaffed = identity[.unstaffed] ?? 0
        refused = identity[.refused] ?? 0
        lost = identity[.lost] ?? 0
        self.answeredInTarget = answeredInTarget
        self.waits = waits
        self.handled = handled
        self.handledMilliseconds = handledMilliseconds
        self.closed = closed
        self.waiting = waiting
    }

    public init(_ visits: some Sequence<QueueVisit>, targets: QueueTargets) {
        self.init(targets: targets)
        for visit in visits { add(visit) }
    }

    /// Those offered within the period, from its start up to, not including, its end.
    public init(_ visits: some Sequence<QueueVisit>, from: Instant, to: Instant, targets: QueueTargets) {
        self.init(visits.lazy.filter { from <= $0.offeredAt && $0.offeredAt < to }, targets: targets)
    }

    public mutating func add(_ visit: QueueVisit) { count(visit, 1) }
    public mutating func remove(_ visit: QueueVisit) { count(visit, -1) }

    private mutating func count(_ visit: QueueVisit, _ n: Int) {
        switch visit.outcome {
        case nil: waiting += n
        case .answered?: countAnswered(visit, n)
        case .abandoned?:
            if let wait = visit.wait { waitsGivenUp.add(wait, times: n) }
            if let wait = visit.wait, wait < targets.shortAbandon { shortAbandoned += n } else { abandoned += n }
        case .overflowed?: overflowed += n
        case .unstaffed?: unstaffed += n
        case .refused?: refused += n
        case .lost?: lost += n
        case .closed?: closed += n
        }
    }

    private mutating func countAnswered(_ visit: QueueVisit, _ n: Int) {
        answered += n
        if let wait = visit.wait {
            waits.add(wait, times: n)
            if wait <= targets.answer { answeredInTarget += n }
        }
        if let length = visit.handled {
            handled += n
            handledMilliseconds += length.milliseconds * Int64(n)
        }
    }

    /// Counts of two lines, or of two periods, under the same targets.
    public func adding(_ other: QueueCounts) -> QueueCounts {
        var sum = self
        sum.answered += other.answered
        sum.answeredInTarget += other.answeredInTarget
        sum.abandoned += other.abandoned
        sum.shortAbandoned += other.shortAbandoned
        sum.overflowed += other.overflowed
        sum.unstaffed += other.unstaffed
        sum.refused += other.refused
        sum.lost += other.lost
        sum.closed += other.closed
        sum.waiting += other.waiting
        sum.waits = waits + other.waits
        sum.waitsGivenUp = waitsGivenUp + other.waitsGivenUp
        sum.handled += other.handled
        sum.handledMilliseconds += other.handledMilliseconds
        return sum
    }
}
