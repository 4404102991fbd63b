import HotlineDomain

/// The time of events, from stamps of a clock that may be set while it runs.
/// Stamps may arrive late, never early: one that is early, or that goes back,
/// says that the clock was set, and is put right until the switch is quiet.
struct EventClock: Sendable {
    /// How far a stamp may be off before the clock is said to have been set.
    static let tolerance: Int64 = 2000

    private var isStamped = false
    private var offset: Int64?
    private var last: Int64 = 0
    private var correction: Int64 = 0

    /// The time of a message, and by how much the clock was set, if it was. The
    /// switch's own stamp where it sends one; once it does, what comes without
    /// is placed by its clock too, never by ours.
    mutating func read(_ stamp: Instant?, arrived: SwitchMoment) -> (at: Instant, jump: Span?) {
        if stamp != nil, !isStamped {
            restart()
            isStamped = true
        }
        if let stamp { return read(stamp, arrived.steady) }
        return isStamped ? (now(arrived), nil) : read(arrived.wall, arrived.steady)
    }

    private mutating func read(_ stamp: Instant, _ steady: Span) -> (at: Instant, jump: Span?) {
        let now = stamp.milliseconds
        var jump: Int64?
        if let offset {
            let expected = steady.milliseconds + offset
            if now > expected + EventClock.tolerance || now < last - EventClock.tolerance { jump = now - expected }
        }
        if let jump {
            correction -= jump
            offset = now - steady.milliseconds
        } else {
            offset = max(offset ?? .min, now - steady.milliseconds)
        }
        last = jump == nil ? max(last, now) : now
        return (Instant(milliseconds: now + correction), jump.map { Span(milliseconds: $0) })
    }

    /// A moment at which nothing arrived.
    func now(_ moment: SwitchMoment) -> Instant {
        guard let offset else { return moment.wall }
        return Instant(milliseconds: moment.steady.milliseconds + offset + correction)
    }

    /// Nobody waits and nobody talks: no length would be wrong any more by
    /// believing the clock again.
    mutating func trust() { correction = 0 }
    /// Another connection, and maybe another clock.
    mutating func restart() {
        isStamped = false
        offset = nil
        last = 0
    }
}
