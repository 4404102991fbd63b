import HotlineDomain

/// What the loop takes from outside, so that a test can give it: the moment,
/// and ids that nobody else makes.
public struct Surroundings: Sendable {
    public let now: Instant
    private let makeID: @Sendable (Instant) -> Int64

    public init(now: Instant, makeID: @escaping @Sendable (Instant) -> Int64) {
        self.now = now
        self.makeID = makeID
    }

    public func newID<Kind>(_ kind: Kind.Type = Kind.self) -> ID<Kind> { ID(raw: makeID(now)) }

    /// Words on their way into a command; nil where nothing was typed.
    public func written(_ text: String) -> Written? {
        text.isEmpty ? nil : Written(id: newID(Words.self), text: Private(text))
    }
}
