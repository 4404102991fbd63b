import HotlineDomain

/// What `queue_log` knows of a gap: the visits that were open in it at any
/// moment, to be merged into those that were heard. The lines should begin some
/// hours before the gap, so that calls are numbered as they were heard.
public struct QueueLogBackfill: Sendable {
    private let from: Instant
    private let to: Instant
    private var feed: QueueLogFeed
    private var visits = Visits(isExact: false)
    private var found: [SwitchCallID: VisitFacts] = [:]

    public init(from: Instant, to: Instant, names: SwitchNames = SwitchNames()) {
        self.from = from
        self.to = to
        feed = QueueLogFeed(names: names)
    }

    public mutating func take(_ line: some StringProtocol) {
        for event in feed.take(line) {
            for visit in visits.apply(event) where touches(visit) { found[visit.id] = visit }
        }
    }

    /// Those that are over; of one who waits, the live feed will tell.
    public var over: [VisitFacts] { inOrder(\.isOver) }

    /// Those with an operator: a live feed that did not hear them answered has to
    /// be told (`AsteriskFeed.adopt`), to know them when they end.
    public var talking: [VisitFacts] { inOrder(\.isTalking) }

    private func inOrder(_ isMeant: (VisitFacts) -> Bool) -> [VisitFacts] {
        found.values.filter(isMeant).sorted { ($0.offered.at, $0.id) < ($1.offered.at, $1.id) }
    }

    /// The log's seconds are cut off, and its clock may be a little off ours. What is told of a visit
    /// that was heard changes nothing: what was heard is known better.
    private static let leeway = Span.minutes(1)

    private func touches(_ visit: VisitFacts) -> Bool {
        let end = visit.talk?.ended?.at ?? visit.endedAt?.at
        return visit.offered.at <= to + QueueLogBackfill.leeway
            && (end.map { from <= $0 + QueueLogBackfill.leeway } ?? true)
    }
}
