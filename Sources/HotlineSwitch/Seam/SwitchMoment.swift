import HotlineDomain

/// When something reached us: by the wall clock, which people set and which
/// jumps, and by a clock that only ever goes forward at one speed. Deadlines
/// are kept by the steady one.
public struct SwitchMoment: Hashable, Sendable {
    public let wall: Instant
    /// Since some fixed moment, the start of the machine for one.
    public let steady: Span

    public init(wall: Instant, steady: Span) {
        self.wall = wall
        self.steady = steady
    }

    /// Where time is read off a record there is only one clock.
    public init(recorded wall: Instant) {
        self.init(wall: wall, steady: Span(milliseconds: wall.milliseconds))
    }
}
