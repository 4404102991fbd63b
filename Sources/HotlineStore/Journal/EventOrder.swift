/// Which event: the node that wrote it, and its place in that node's chain.
public struct EventPlace: Hashable, Sendable {
    public let node: Int64
    public let sequence: Int64

    public init(node: Int64, sequence: Int64) {
        self.node = node
        self.sequence = sequence
    }
}

/// The order in which the events of one thing tell of it: the same in every
/// store that has them, in whatever order they came there.
///
/// A tick is the time of writing, but above the tick of the event it was written
/// upon: a clock that is wrong never turns round what follows from each other.
public struct EventOrder: Hashable, Comparable, Sendable {
    /// Milliseconds, as an `Instant` has them.
    public let tick: Int64
    public let place: EventPlace

    public init(tick: Int64, place: EventPlace) {
        self.tick = tick
        self.place = place
    }

    public static func < (a: EventOrder, b: EventOrder) -> Bool {
        (a.tick, a.place.node, a.place.sequence) < (b.tick, b.place.node, b.place.sequence)
    }
}
