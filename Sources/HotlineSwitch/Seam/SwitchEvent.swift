import HotlineDomain

/// What a switch tells a hotline: the one seam that every feed serves, be it an
/// exchange, its log, a replayed recording, lines of JSON or simulated callers.
/// Lines and operators go by the hotline's codes, or by the switch's own names
/// where it has none. Nobody may count on an order between visits.
public enum SwitchEvent: Hashable, Sendable {
    case linkUp(at: Instant)
    case linkDown(at: Instant)
    /// Everybody who waits at this moment; whoever is not in it is gone.
    case snapshot(waiting: [WaitingCaller], at: Instant)
    /// Nothing was heard in this stretch: figures over it are incomplete.
    case gap(from: Instant, to: Instant)
    case trouble(SwitchTrouble, at: Instant)

    case callWaiting(WaitingCaller)
    case callOffered(SwitchCallID, to: String, at: Instant)
    case offerEnded(SwitchCallID, to: String, at: Instant)
    case callAnswered(SwitchCallID, by: String, at: Instant)
    /// The caller gave up waiting.
    case callAbandoned(SwitchCallID, at: Instant)
    /// The call left the line without an answer, and not by the caller's will.
    /// After `callAbandoned` it puts that right: the switch said more later.
    case callLeft(SwitchCallID, LeftBecause, at: Instant)
    /// The call never came to wait.
    case callRefused(WaitingCaller, RefusedBecause)
    case callHeld(SwitchCallID, at: Instant)
    case callResumed(SwitchCallID, at: Instant)
    case callEnded(SwitchCallID, by: EndedBy, at: Instant)
    /// Nothing more will be heard of the call: of one who waited nobody knows
    /// what became, of one who talked nobody knows how long.
    case callLost(SwitchCallID, at: Instant)

    case agentLoggedIn(String, at: Instant)
    case agentLoggedOut(String, at: Instant)
    case agentPaused(String, reason: String?, at: Instant)
    /// Takes calls again, after a pause or a wrap-up.
    case agentUnpaused(String, at: Instant)
    case agentWrapUp(String, at: Instant)

    public typealias LeftBecause = VisitFacts.LeftBecause
    public typealias RefusedBecause = VisitFacts.RefusedBecause
    public typealias EndedBy = VisitFacts.EndedBy
}
