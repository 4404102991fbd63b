import HotlineDomain

extension SwitchEvent {
    /// When it happened.
    public var at: Instant {
        switch self {
        case .linkUp(let at), .linkDown(let at), .snapshot(_, let at), .gap(_, let at), .trouble(_, let at): at
        case .callWaiting(let caller), .callRefused(let caller, _): caller.queuedAt
        case .callOffered(_, _, let at), .offerEnded(_, _, let at), .callAnswered(_, _, let at),
            .callAbandoned(_, let at), .callLeft(_, _, let at), .callHeld(_, let at), .callResumed(_, let at),
            .callEnded(_, _, let at), .callLost(_, let at):
            at
        case .agentLoggedIn(_, let at), .agentLoggedOut(_, let at), .agentPaused(_, _, let at),
            .agentUnpaused(_, let at), .agentWrapUp(_, let at):
            at
        }
    }
}
