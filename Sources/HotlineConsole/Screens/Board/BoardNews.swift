import HotlineDomain
import HotlineReports
import HotlineStore

/// What a board learns at once: all of a day, or what has changed since.
public struct BoardNews: Sendable {
    public let date: BusinessDate
    /// Nil: everything of the day is in `visits` and `states`.
    public let after: Heads?
    /// How far the journal was read for it.
    public let heads: Heads
    public let visits: [Visit]
    public let states: [OperatorState]
    public let operators: [OperatorNow]
    public let links: [LinkState]
    /// Of the day, the one before and the one after.
    public let shifts: [Shift]
    public let callBacks: [Entry]
    /// What was logged by line; empty where a switch tells.
    public let logged: [String: LoggedCalls]
}

/// What was: read once an hour, and never for a visit that came meanwhile.
public struct BoardPast: Sendable {
    public let date: BusinessDate
    public let weekBefore: QueuePast
    public let outlook: StaffingOutlook
}

extension QueueBoard {
    /// An answer to an older question is not mixed into a newer day.
    public mutating func take(_ news: BoardNews) {
        for visit in news.visits { take(visit) }
        for state in news.states { take(state) }
        shifts = news.shifts
        callBacks = news.callBacks
    }

    public mutating func take(_ past: BoardPast, at now: Instant) {
        self.past = past.weekBefore
        outlook = past.outlook
        goOn(to: now)
    }
}
