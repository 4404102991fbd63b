import HotlineDomain

/// What a desk's ferry says of itself, for whoever sits at the desk: nothing,
/// when all is well. It lies beside the store, because other programs of the
/// desk say it too.
public struct FerryNote: Hashable, Sendable, Codable {
    /// Something went wrong between a store and its file or server.
    public struct Trouble: Hashable, Sendable, Codable {
        /// `StoreError.name`, and what fills its sentence.
        public let name: String
        public let details: [String: String]
        public let since: Instant

        public init(_ error: StoreError, since: Instant) {
            name = error.name
            details = error.details
            self.since = since
        }

        /// The server is there and takes nothing: its disk is full.
        public var isFull: Bool { name == StoreError.diskFull(path: "").name }

        /// That the house's store was moved, and where, if that is what is wrong.
        public var moved: Refusal? {
            guard name == StoreError.moved(path: "", to: "").name, let place = details["to"] else { return nil }
            return Refusal(ServerRule.moved, ["to": place], told: place.hasPrefix("postgres") ? nil : .file)
        }
    }

    /// Somebody does not take what is carried, and says by which rule.
    public struct Refused: Hashable, Sendable, Codable {
        public let rule: String
        public let details: [String: String]
        public let way: Ferry.Way
        public let since: Instant

        public init(_ refusal: Refusal, _ way: Ferry.Way, since: Instant) {
            rule = refusal.rule
            details = refusal.details
            self.way = way
            self.since = since
        }

        /// As it was told to the ferry.
        public var refusal: Refusal? { ShipmentRule(rawValue: rule).map { Refusal($0, told: details) } }
    }

    public struct Progress: Hashable, Sendable, Codable {
        public let way: Ferry.Way
        public let done: Int
        public let total: Int

        public init(way: Ferry.Way, done: Int, total: Int) {
            self.way = way
            self.done = done
            self.total = total
        }
    }

    /// When it was written.
    public var at: Instant
    /// Whether the server is in reach.
    public var isConnected: Bool
    /// Something is being carried or compared.
    public var isBusy = false
    /// When all was last known to be carried both ways.
    public var evenAt: Instant?
    /// Why the server is out of reach.
    public var away: Trouble?
    /// Why the desk's own store cannot take what others wrote.
    public var ailing: Trouble?
    public var refused: [Refused]
    /// What takes longer than one shipment.
    public var progress: [Progress]
    /// Who ended this desk, and when.
    public var retired: Stamp?
    /// So much the server's clock is ahead of the desk's; nil for next to nothing.
    public var clockOff: Span?
    /// Events of here that the server lacks.
    public var waiting: Int
    /// Events of there that the desk lacks.
    public var coming: Int
    /// Up to where the server's journal went when it was last in reach; where it was never asked, what others wrote.
    public var there: Heads
    /// It was never asked from this store: what waits is all that this desk ever wrote, and may be there.
    public var isUnasked: Bool

    public init(at: Instant, there: Heads = Heads(), isUnasked: Bool = false) {
        self.at = at
        self.there = there
        self.isUnasked = isUnasked
        isConnected = false
        refused = []
        progress = []
        waiting = 0
        coming = 0
    }

    /// Everything is carried, both ways.
    public var isEven: Bool { isConnected && !isBusy && waiting == 0 && coming == 0 }
    /// Nothing more is to be waited for: all is carried, or something stands in the way.
    public var isSettled: Bool { isEven || away != nil || !refused.isEmpty }

    /// Nothing to be said.
    public var isWell: Bool {
        retired == nil && away == nil && ailing == nil && refused.isEmpty && progress.isEmpty && clockOff == nil
    }

    /// The same but for the moment.
    public func isKept(as other: FerryNote) -> Bool {
        var other = other
        other.at = at
        other.evenAt = evenAt
        other.isBusy = isBusy
        return self == other
    }

    /// The same to whoever reads it: what waits for a moment is not told.
    public func says(the same: FerryNote) -> Bool {
        var other = same
        other.there = there
        other.coming = coming
        if isConnected, same.isConnected { other.waiting = waiting }
        return isKept(as: other)
    }
}

extension Ferry {
    /// What there is to say of it at this moment.
    /// - Parameter evenAt: when all was last known to be carried.
    public func note(at moment: FerryMoment, evenAt: Instant?) -> FerryNote {
        var note = FerryNote(at: moment.wall, there: there, isUnasked: isUnasked)
        note.isConnected = isConnected
        note.isBusy = job != nil
        note.evenAt = isEven ? moment.wall : evenAt
        note.away = away
        note.ailing = ailing
        note.refused = Way.allCases.compactMap { refusals[$0] }
        if let fork, !note.refused.contains(where: { $0.details == fork.details }) { note.refused.append(fork) }
        note.progress = Way.allCases.compactMap { way in
            voyages[way].flatMap { voyage in
                voyage.total > waits.eventsMax ? .init(way: way, done: voyage.done, total: voyage.total) : nil
            }
        }
        note.clockOff = clockOff
        note.waiting = missing(.ship)
        note.coming = missing(.fetch)
        return note
    }
}
