import HotlineDomain

/// A visit of a caller as the switch knows it; opaque, and another one after a transfer.
public struct SwitchCallID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }
    public static func < (a: SwitchCallID, b: SwitchCallID) -> Bool { a.text < b.text }
}

/// Somebody who waits in a line of the hotline.
public struct WaitingCaller: Hashable, Sendable, Identifiable {
    public let id: SwitchCallID
    /// Code of the line called.
    public let line: String
    /// When the wait began: service levels count from here.
    public let queuedAt: Instant
    /// What the switch can tell of where the call comes from, ISO 3166.
    public let country: String?
    /// What the caller chose in a menu, ISO 639.
    public let language: String?

    public init(id: SwitchCallID, line: String, queuedAt: Instant, country: String? = nil, language: String? = nil) {
        self.id = id
        self.line = line
        self.queuedAt = queuedAt
        self.country = country
        self.language = language
    }
}

/// What a switch tells a hotline: the one seam that every feed serves, be it an
/// exchange, a replayed recording or simulated callers.
public enum SwitchEvent: Hashable, Sendable {
    case linkUp(at: Instant)
    case linkDown(at: Instant)
    /// Everybody who waits at this moment; whoever is not in it is gone.
    case snapshot(waiting: [WaitingCaller], at: Instant)
    /// Nothing was heard in this stretch: figures over it are incomplete.
    case gap(from: Instant, to: Instant)

    case callWaiting(WaitingCaller)
    case callOffered(SwitchCallID, to: String, at: Instant)
    case offerEnded(SwitchCallID, to: String, at: Instant)
    case callAnswered(SwitchCallID, by: String, at: Instant)
    /// The caller gave up waiting.
    case callAbandoned(SwitchCallID, at: Instant)
    /// The call left the line without an answer, and not by the caller's will.
    case callLeft(SwitchCallID, LeftBecause, at: Instant)
    /// The call never came to wait.
    case callRefused(line: String, RefusedBecause, at: Instant)
    case callEnded(SwitchCallID, at: Instant)
    /// The switch died; what became of the call nobody knows.
    case callLost(SwitchCallID, at: Instant)

    case agentLoggedIn(String, at: Instant)
    case agentLoggedOut(String, at: Instant)
    case agentPaused(String, reason: String?, at: Instant)
    case agentUnpaused(String, at: Instant)
    case agentWrapUp(String, at: Instant)

    public enum LeftBecause: String, Hashable, Sendable, CaseIterable {
        case timedOut = "timed_out"
        case byKey = "by_key"
        case withdrawn
        case switchStopping = "switch_stopping"
        case nobodyOnDuty = "nobody_on_duty"
    }

    public enum RefusedBecause: String, Hashable, Sendable, CaseIterable {
        case full
        case nobodyOnDuty = "nobody_on_duty"
        case closed
    }
}
