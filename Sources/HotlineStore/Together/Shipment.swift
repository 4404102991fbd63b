import HotlineDomain

/// Events on their way from one store to another, in the order in which they
/// came to the sender, with what stands beside the journal for them. Words are
/// as they lie in the store: sealed, or gone.
public struct Shipment: Hashable, Sendable {
    let origin: StoreOrigin
    /// Of each node the last hash before the first of its events in here.
    var starts: [Int64: [UInt8]]
    public internal(set) var events: [ShippedEvent]
    var words: [WordsRow]
    var callerKeys: [CallerKeyRow]
    var callerSigns: [CallerSignRow]
    var callerNumbers: [CallerBoxRow]
    var slots: [SlotRow]
    /// There is more that was not taken along, for its number.
    public let hasMore: Bool

    /// Up to where the sender's chains go in here.
    public var heads: Heads {
        Heads(Dictionary(events.map { ($0.entry.node, $0.entry.sequence) }) { max($0, $1) })
    }

    /// Whose events they are.
    public var nodes: [Int64] { Set(events.map(\.entry.node)).sorted() }
}

/// One event with the hash that its node's chain has for it.
public struct ShippedEvent: Hashable, Sendable {
    public let entry: JournalEntry
    let hash: [UInt8]
}

/// What came of taking a shipment.
public struct Receipt: Hashable, Sendable {
    /// How many events were not known before.
    public let events: Int
    /// The things whose row is another one now, in the order in which they were told of.
    public let subjects: [Subject]
    /// The nodes that had something new, in order.
    public let nodes: [Int64]
}
