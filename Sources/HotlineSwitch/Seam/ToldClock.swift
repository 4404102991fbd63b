import HotlineDomain

/// The times of lines that are read one after the other, as they were written. A
/// line that is told of an earlier moment than the one before says that the clock
/// was set; so does one that lies far ahead of ours where the one before did not.
/// Of a file that is read later nobody knows whether an hour in it was quiet.
struct ToldClock: Sendable {
    /// Lines may stand in another order by as much as this.
    private static let tolerance = EventClock.tolerance
    /// A line that is told as it happens is no further from our clock than this.
    private static let near = Span.minutes(1)
    /// What a step forward must be to be taken for a clock that was set.
    private static let step = Span.minutes(10)

    private var last: Instant?
    /// When the line before arrived, where it was told as it happened.
    private var lastLive: Span?

    /// `arrived` is nil where lines are read that were written some time.
    mutating func read(_ told: Instant, line: Int, arrived: SwitchMoment?) -> [SwitchEvent] {
        let jump = jump(to: told, arrived)
        last = jump == nil ? max(last ?? told, told) : told
        lastLive = arrived.flatMap {
            abs(($0.wall - told).milliseconds) <= ToldClock.near.milliseconds ? $0.steady : nil
        }
        return jump.map { [.trouble(.clockSet(by: $0, line: line), at: told)] } ?? []
    }

    private func jump(to told: Instant, _ arrived: SwitchMoment?) -> Span? {
        guard let last else { return nil }
        let step = told - last
        if step.milliseconds < -ToldClock.tolerance { return step }
        guard let lastLive, let arrived else { return nil }
        let ahead = Span(milliseconds: step.milliseconds - (arrived.steady.milliseconds - lastLive.milliseconds))
        return ahead >= ToldClock.step ? ahead : nil
    }
}
