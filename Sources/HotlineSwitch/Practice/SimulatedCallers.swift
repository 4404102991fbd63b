import HotlineDomain

/// Callers for practice, a feed of the seam like any other: they come at chance
/// moments, wait, and give up after a while. The same seed and the same answers give the same callers.
public struct SimulatedCallers: Hashable, Sendable {
    /// How lively it is.
    public struct Pace: Hashable, Sendable {
        /// Mean time from one caller to the next.
        public var between: Span
        /// How long callers wait before they give up.
        public var patience: ClosedRange<Int64>
        /// No more callers than this wait at once.
        public var waitingMax: Int

        /// `patience` in seconds.
        public init(between: Span = .seconds(75), patience: ClosedRange<Int64> = 25...150, waitingMax: Int = 4) {
            self.between = between
            self.patience = patience
            self.waitingMax = waitingMax
        }
    }

    private struct Visit: Hashable, Sendable {
        let id: SwitchCallID
        let givesUpAt: Instant
    }

    private let lines: [Line]
    private let pace: Pace
    private var chance: SeededChance
    private var nextAt: Instant
    private var visits: [Visit] = []
    private var count = 0
    private var isLinked = false

    public init(seed: UInt64, lines: [Line], from start: Instant, pace: Pace = Pace()) {
        self.lines = lines
        self.pace = pace
        chance = SeededChance(seed: seed)
        nextAt = start
        nextAt = start + gap()
    }

    /// What happened up to this moment, in order of time.
    public mutating func events(until now: Instant) -> [SwitchEvent] {
        var events: [SwitchEvent] = []
        if !isLinked {
            isLinked = true
            events.append(.linkUp(at: now))
        }
        while let at = [nextAt, visits.map(\.givesUpAt).min()].compactMap({ $0 }).min(), at <= now {
            if at == nextAt {
                if visits.count < pace.waitingMax, let caller = arrival(at: at) {
                    events.append(.callWaiting(caller))
                }
                nextAt = at + gap()
            } else if let place = visits.firstIndex(where: { $0.givesUpAt == at }) {
                events.append(.callAbandoned(visits.remove(at: place).id, at: at))
            }
        }
        return events
    }

    /// An operator takes the caller; nil when there is nobody any more.
    public mutating func answer(_ id: SwitchCallID, by code: String, at now: Instant) -> SwitchEvent? {
        guard let place = visits.firstIndex(where: { $0.id == id }) else { return nil }
        visits.remove(at: place)
        return .callAnswered(id, by: code, at: now)
    }

    private mutating func arrival(at: Instant) -> WaitingCaller? {
        guard !lines.isEmpty else { return nil }
        let line = lines[chance.below(lines.count)]
        count += 1
        let id = SwitchCallID("practice-\(count)")
        let seconds =
            pace.patience.lowerBound
            + Int64(chance.below(Int(pace.patience.upperBound - pace.patience.lowerBound) + 1))
        visits.append(Visit(id: id, givesUpAt: at + .seconds(seconds)))
        return WaitingCaller(
            id: id, line: line.code, queuedAt: at, country: pick(line.countries), language: pick(line.languages))
    }

    /// The first is the likeliest, as in life.
    private mutating func pick(_ codes: [String]) -> String? {
        guard let first = codes.first else { return nil }
        return chance.below(100) < 60 ? first : codes[chance.below(codes.count)]
    }

    /// From a quarter to twice the mean, and never under a second.
    private mutating func gap() -> Span {
        let mean = max(1000, pace.between.milliseconds)
        return Span(milliseconds: mean / 4 + Int64(chance.below(Int(mean) * 7 / 4)))
    }
}

/// The same numbers for the same seed, on every machine (SplitMix64).
private struct SeededChance: Hashable, Sendable {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
    }
}
