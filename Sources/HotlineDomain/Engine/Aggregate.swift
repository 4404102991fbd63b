/// A thing with a life of its own that the journal tells: every state it was
/// in is the result of applying its events in order.
public protocol Aggregate: Sendable, Hashable, Identifiable where ID == HotlineDomain.ID<Self> {
    associatedtype Event: Sendable & Hashable & Codable
    static var kind: SubjectKind { get }
    /// Cannot fail: an event is a fact. An event that needs a state where there
    /// is none (a damaged journal) leaves none.
    static func applying(_ event: Event, to state: Self?, id: ID, stamp: Stamp) -> Self?
}

/// Who did something, and when it was recorded.
public struct Stamp: Hashable, Sendable, Codable {
    /// The operator's code.
    public let by: String
    public let at: Instant
    public init(by: String, at: Instant) {
        self.by = by
        self.at = at
    }
}

/// What every rule may look at beside the state it judges: who acts, when, and
/// in which hotline. No rule reads a clock or a disk.
public struct Occasion: Sendable {
    public let now: Instant
    public let actor: Operator
    public let hotline: Hotline
    public init(now: Instant, actor: Operator, hotline: Hotline) {
        self.now = now
        self.actor = actor
        self.hotline = hotline
    }
}
