import HotlineDomain

/// One stay of a call in one line, as the figures of a queue need it.
public struct QueueVisit: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        case answered
        case abandoned
        /// Timed out, left by key, withdrawn, or the switch was stopping.
        case overflowed
        /// Nobody was on duty: refused for it or sent out for it.
        case unstaffed
        /// The queue was full.
        case refused
        /// The switch died; what became of it nobody knows.
        case lost
        /// Came outside opening hours: counted apart.
        case closed
    }

    public let line: String
    public let offeredAt: Instant
    /// Nil while the caller waits.
    public let outcome: Outcome?
    /// Nil while the caller waits.
    public let wait: Span?
    /// Talk, hold and wrap-up together; nil where there was none or its end was not heard.
    public let handled: Span?

    public init(line: String, offeredAt: Instant, outcome: Outcome?, wait: Span?, handled: Span? = nil) {
        self.line = line
        self.offeredAt = offeredAt
        self.outcome = outcome
        self.wait = wait
        self.handled = handled
    }

    /// How long somebody who waits has waited by now.
    public func waiting(at now: Instant) -> Span? {
        outcome == nil ? Span(milliseconds: max(0, (now - offeredAt).milliseconds)) : nil
    }
}

/// What a hotline promises itself: a call answered within the target counts
/// for the service level, one abandoned sooner than the other was no wait.
public struct QueueTargets: Hashable, Sendable {
    public let answer: Span
    public let shortAbandon: Span

    public init(answer: Span = .seconds(20), shortAbandon: Span = .seconds(5)) {
        self.answer = answer
        self.shortAbandon = shortAbandon
    }

    public init(_ settings: Settings) {
        self.init(
            answer: .seconds(Int64(settings.answerTargetSeconds)),
            shortAbandon: .seconds(Int64(settings.shortAbandonSeconds)))
    }
}
