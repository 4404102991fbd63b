import HotlineDomain
import HotlineStore
import HotlineSwitch

/// What a feed told since it was last written, each visit once and as it is now.
/// Bounded: what there is no room for is dropped, the oldest first, and told.
struct FeedBatch: Sendable {
    /// What was dropped; figures since then are incomplete until a log fills them.
    struct Dropped: Hashable, Sendable {
        var visits = 0
        var states = 0
        /// When the earliest of it was.
        var since: Instant?
    }

    private(set) var visits: [SwitchCallID: VisitFacts] = [:]
    /// Of callers among them: sealed as they are written, and forgotten with the batch.
    private(set) var numbers: [SwitchCallID: Private<String>] = [:]
    /// In the order they were told.
    private(set) var states: [OperatorStateCommand] = []
    private(set) var links: [LinkStateCommand] = []
    /// Nothing was heard in these: the switch's own log may know more.
    private(set) var gaps: [Range<Instant>] = []
    /// Up to when the switch was heard, where the feed keeps that.
    var mark: FeedMark?
    private(set) var dropped = Dropped()

    /// A store that cannot be written for as long as it takes to fill this is
    /// out of order for days; all of it is some megabytes.
    struct Room: Sendable {
        var visits = 20_000
        var states = 50_000
        var links = 2000
        var gaps = 200
    }

    private let room: Room

    init(room: Room = Room()) { self.room = room }

    var isEmpty: Bool { changes == 0 && gaps.isEmpty && mark == nil && dropped == Dropped() }
    /// How many commands it comes to.
    var changes: Int { visits.count + states.count + links.count }

    mutating func add(_ visit: VisitFacts) {
        visits[visit.id] = visits[visit.id]?.merged(with: visit) ?? visit
        if visits.count > room.visits { dropVisits() }
    }

    /// Of a caller who has just come; of one who is in no visit here it goes at once.
    mutating func add(_ number: Private<String>, of caller: SwitchCallID) {
        if visits[caller] != nil { numbers[caller] = number }
    }

    mutating func add(_ state: OperatorStateCommand) {
        states.append(state)
        guard states.count > room.states else { return }
        // A part at a time: one by one would move all of them each time.
        let count = states.count / 10 + 1
        for state in states.prefix(count) { drop(at: state.at) }
        dropped.states += count
        states.removeFirst(count)
    }

    mutating func add(_ link: LinkStateCommand) {
        links.append(link)
        if links.count > room.links { links.removeFirst(links.count / 10 + 1) }
    }

    mutating func addGap(from: Instant, to: Instant) {
        guard from < to else { return }
        gaps.append(from..<to)
        // Of too many, one that holds them all.
        if gaps.count > room.gaps, let first = gaps.map(\.lowerBound).min(), let last = gaps.map(\.upperBound).max() {
            gaps = [first..<last]
        }
    }

    /// What was told after it: of each visit the two tellings become one.
    mutating func add(_ later: FeedBatch) {
        for visit in later.visits.values { add(visit) }
        for (caller, number) in later.numbers { add(number, of: caller) }
        for state in later.states { add(state) }
        for link in later.links { add(link) }
        for gap in later.gaps { addGap(from: gap.lowerBound, to: gap.upperBound) }
        mark = later.mark ?? mark
        dropped.visits += later.dropped.visits
        dropped.states += later.dropped.states
        if let since = later.dropped.since { drop(at: since) }
    }

    /// Those that are over first: of one that goes on, all is told again when it changes.
    private mutating func dropVisits() {
        let inOrder = visits.values.sorted {
            ($0.isOver ? 0 : 1, $0.offered.at, $0.id) < ($1.isOver ? 0 : 1, $1.offered.at, $1.id)
        }
        for visit in inOrder.prefix(inOrder.count / 10 + 1) {
            visits[visit.id] = nil
            numbers[visit.id] = nil
            dropped.visits += 1
            drop(at: visit.offered.at)
        }
    }

    private mutating func drop(at instant: Instant) {
        dropped.since = dropped.since.map { min($0, instant) } ?? instant
    }
}

extension OperatorStateCommand {
    fileprivate var at: Instant {
        switch self {
        case .begin(_, _, _, _, let instant): instant
        }
    }
}
