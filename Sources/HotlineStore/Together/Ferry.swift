import HotlineDomain

/// Carries what a desk wrote to the server, and what others wrote to the desk,
/// as a value: what happened goes in, what is to be done comes out. It knows no
/// store, no thread and no clock; whoever owns those does one effect after the
/// other, gives back what came of it, and calls again at `wakeAt`.
///
/// It never has more than one effect under way, and nothing it is told is kept
/// anywhere but in the two journals: whatever breaks off is found out anew from
/// their heads, and done again.
public struct Ferry: Hashable, Sendable {
    /// Which way something is carried.
    public enum Way: String, Hashable, Sendable, CaseIterable, Codable {
        /// What the server lacks.
        case ship
        /// What the desk lacks.
        case fetch
    }

    public enum Input: Hashable, Sendable {
        /// The server is there: up to where its journal goes, and what its clock says; `fork`: a chain that is
        /// another one there.
        case connected(Heads, clock: Instant?, fork: Refusal? = nil)
        /// It cannot be reached, is gone, or takes nothing.
        case lost(StoreError)
        /// Up to where the server's journal goes.
        case compared(Heads, fork: Refusal? = nil)
        /// What was carried is written down over there.
        case shipped(Heads, events: Int)
        /// What was brought is written down here.
        case fetched(Heads, events: Int)
        /// Whoever was to receive what was carried last does not take it.
        case refused(Refusal)
        /// The desk's own store can be read or written no more, for now.
        case failed(StoreError)
        /// Up to where the desk's journal goes: somebody did something here.
        case written(Heads)
        /// The server says that others wrote.
        case bell
        /// Time passed.
        case tick
        /// It is over for good.
        case stop
    }

    public enum Effect: Hashable, Sendable {
        case connect
        case compare
        case ship(after: Heads, limit: Int)
        case fetch(after: Heads, limit: Int)
        case leave
    }

    enum Link: Hashable, Sendable {
        case notYet
        case connecting
        case there
        case away(until: Span)
        case over
    }

    /// What is under way; its answer is waited for.
    enum Job: Hashable, Sendable {
        case compare
        case carry(Way)
    }

    /// How much of what was missing is there by now.
    struct Voyage: Hashable, Sendable {
        var done: Int
        var total: Int
    }

    let waits: FerryWaits
    var link = Link.notYet
    var job: Job?
    /// What was carried last: the other way has its turn.
    var lastWay = Way.fetch
    var here: Heads
    var there: Heads
    /// The server was never asked, by this ferry or one before it.
    var isUnasked: Bool
    /// Since when the server is out of reach, and why.
    var away: FerryNote.Trouble?
    /// The same, as a ferry before this one left it.
    var awayBefore: Instant?
    /// What it went away over, a full disk for one: it is not there again before it takes that.
    var trial: Way?
    /// Since when the desk's own store is in the way, and why.
    var ailing: FerryNote.Trouble?
    var ailingUntil: Span?
    var refusals: [Way: FerryNote.Refused] = [:]
    /// A chain of somebody else's that is another one there.
    var fork: FerryNote.Refused?
    /// Not tried again before the next comparison of everything.
    var stuck: Set<Way> = []
    /// Heads were compared since a gap was refused this way.
    var gapsLookedAt: Set<Way> = []
    var voyages: [Way: Voyage] = [:]
    var clockOff: Span?
    var comparedAt = Span.zero
    /// The server has told of something since.
    var isRung = false
    var retry: Span
    var chance: FerryChance

    /// - Parameters:
    ///   - here: up to where the desk's journal goes.
    ///   - there: up to where the server's went when it was last in reach, as far as that is known.
    ///   - isUnasked: it was never in reach.
    ///   - awayBefore: since when it was out of reach then.
    ///   - seed: of the chance that keeps desks from coming back all at once.
    public init(
        here: Heads, there: Heads = Heads(), isUnasked: Bool = false, awayBefore: Instant? = nil, seed: UInt64,
        waits: FerryWaits = FerryWaits()
    ) {
        self.isUnasked = isUnasked
        self.awayBefore = awayBefore
        self.here = here
        self.there = there
        self.waits = waits
        retry = waits.retryFirst
        chance = FerryChance(seed: seed)
    }

    /// When to call again with `tick`, if nothing happens before; nil while an answer is waited for.
    public var wakeAt: Span? {
        switch link {
        case .connecting, .over: nil
        case .notYet: .zero
        case .away(let until): until
        case .there where job != nil: nil
        case .there: min(comparedAt + waits.compareEvery, ailingUntil ?? .max)
        }
    }

    public var isConnected: Bool { link == .there }
    /// Nothing is left to be carried, as far as is known.
    public var isEven: Bool { link == .there && job == nil && Way.allCases.allSatisfy { missing($0) == 0 } }

    /// So many events have not been carried yet, this way.
    public func missing(_ way: Way) -> Int {
        switch way {
        case .ship: here.events(beyond: there)
        case .fetch: there.events(beyond: here)
        }
    }
}

/// A point in time, by the clock on the wall and by one that nobody sets.
public struct FerryMoment: Hashable, Sendable {
    public let wall: Instant
    public let steady: Span

    public init(wall: Instant, steady: Span) {
        self.wall = wall
        self.steady = steady
    }
}

/// How long a ferry waits, and how much it carries at once.
public struct FerryWaits: Hashable, Sendable {
    /// Before it tries again to reach the server: the first time, and at most.
    public var retryFirst = Span.seconds(1)
    public var retryMax = Span.seconds(30)
    /// All heads are compared this often: the server's bell may be lost.
    public var compareEvery = Span.minutes(1)
    /// From so much on a difference of the clocks is said.
    public var clockMax = Span.minutes(1)
    /// So many events are carried at once, at most: nobody here waits long for their own act.
    public var eventsMax = 500

    public init() {}
}

extension Span {
    fileprivate static let max = Span(milliseconds: .max)
}

/// The same numbers for the same seed, on every machine (SplitMix64).
struct FerryChance: Hashable, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// From half of it to all of it.
    mutating func part(of span: Span) -> Span {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        let half = UInt64(max(0, span.milliseconds / 2))
        return Span(milliseconds: Int64(half + mixed % (half + 1)))
    }
}
