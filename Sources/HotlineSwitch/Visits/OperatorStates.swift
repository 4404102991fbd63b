import HotlineDomain

/// What every operator does, as the switch's events tell it, and the stretches
/// of time that come of it. A call, a ring, a wrap-up and a pause may hold at
/// once: what the caller hears comes first.
public struct OperatorStates: Sendable {
    public enum State: Hashable, Sendable {
        case signedOff
        case available
        case ringing
        case onCall
        case held
        case wrapUp
        case paused(reason: String?)

        /// A code of the list `operator_state`. A pause is a break unless its
        /// reason is one of the list's own.
        public var code: String {
            switch self {
            case .signedOff: return "signed_off"
            case .available: return "available"
            case .ringing: return "ringing"
            case .onCall: return "on_call"
            case .held: return "held"
            case .wrapUp: return "wrap_up"
            case .paused(let reason):
                let known = ["training", "admin", "meeting"]
                return reason.map { folded($0) }.flatMap { known.contains($0) ? $0 : nil } ?? "break"
            }
        }
    }

    public struct Current: Hashable, Sendable {
        public let state: State
        public let since: Instant

        public init(state: State, since: Instant) {
            self.state = state
            self.since = since
        }
    }

    /// One operator in one state; over when the next begins.
    public struct Stretch: Hashable, Sendable {
        public let `operator`: String
        public let state: State
        public let from: Instant
        public let to: Instant
    }

    private struct Facts: Sendable {
        var isIn = false
        var isPaused = false
        var reason: String?
        var isWrapping = false
        var offers: Set<SwitchCallID> = []
        var talks: Set<SwitchCallID> = []
        var held: Set<SwitchCallID> = []

        var state: State {
            if !talks.isEmpty { return held.isSuperset(of: talks) ? .held : .onCall }
            if !offers.isEmpty { return .ringing }
            if isWrapping { return .wrapUp }
            guard isIn else { return .signedOff }
            return isPaused ? .paused(reason: reason) : .available
        }
    }

    public private(set) var current: [String: Current] = [:]
    /// Whose state has changed since that was asked for.
    private var changed: Set<String> = []
    private var facts: [String: Facts] = [:]
    private var talkers: [SwitchCallID: String] = [:]
    /// At whose telephones a caller rings.
    private var ringing: [SwitchCallID: Set<String>] = [:]
    private var isHeard = true

    public init() {}

    /// `open`: visits that were open when a fold before this one ended; who talks
    /// and where it rings is told by them, from when the link is up again.
    public init(open: [VisitFacts]) {
        isHeard = false
        for visit in open {
            if visit.isTalking, let code = visit.operator, let since = visit.endedAt?.at {
                _ = apply(.callAnswered(visit.id, by: code, at: since))
            }
            for ring in visit.rings where visit.isWaiting && ring.ended == nil {
                _ = apply(.callOffered(visit.id, to: ring.operator, at: ring.since))
            }
        }
    }

    /// Whose state is another since this was last asked.
    public mutating func takeChanged() -> Set<String> {
        defer { changed = [] }
        return changed
    }

    /// Stretches that an event ended.
    public mutating func apply(_ event: SwitchEvent) -> [Stretch] {
        switch event {
        case .agentLoggedIn(let code, let at):
            return change(code, at) { $0 = Facts(isIn: true, offers: $0.offers, talks: $0.talks, held: $0.held) }
        case .agentLoggedOut(let code, let at): return change(code, at) { $0.isIn = false }
        case .agentPaused(let code, let reason, let at):
            return change(code, at) {
                $0.isIn = true
                $0.isPaused = true
                $0.reason = reason
            }
        case .agentUnpaused(let code, let at):
            return change(code, at) {
                // The end of a wrap-up leaves a pause as it is.
                if !$0.isWrapping { $0.isPaused = false }
                $0.isWrapping = false
                $0.isIn = true
            }
        case .agentWrapUp(let code, let at): return change(code, at) { $0.isWrapping = true }
        case .callOffered(let id, let code, let at):
            // Told late: somebody has answered meanwhile.
            if talkers[id] != nil { return [] }
            ringing[id, default: []].insert(code)
            return change(code, at) {
                $0.isWrapping = false
                $0.offers.insert(id)
            }
        case .offerEnded(let id, let code, let at): return stopRinging(id, at: [code], at)
        case .callAnswered(let id, let code, let at):
            talkers[id] = code
            let others = stopRinging(id, at: ringing[id, default: []].subtracting([code]), at)
            ringing[id] = nil
            return others
                + change(code, at) {
                    $0.isWrapping = false
                    $0.offers.remove(id)
                    $0.talks.insert(id)
                }
        case .callHeld(let id, let at): return talkers[id].map { change($0, at) { $0.held.insert(id) } } ?? []
        case .callResumed(let id, let at): return talkers[id].map { change($0, at) { $0.held.remove(id) } } ?? []
        case .callAbandoned(let id, let at), .callLeft(let id, _, let at):
            return stopRinging(id, at: ringing[id, default: []], at)
        case .callEnded(let id, _, let at), .callLost(let id, let at):
            return stopRinging(id, at: ringing[id, default: []], at) + endTalk(id, at)
        case .linkDown(let at): return pause(at)
        case .linkUp(let at): return resume(at)
        case .snapshot(let callers, let at):
            let gone = Set(ringing.keys).subtracting(callers.map(\.id)).sorted()
            return gone.flatMap { stopRinging($0, at: ringing[$0, default: []], at) }
        case .gap, .trouble, .callWaiting, .callRefused: return []
        }
    }

    /// A switch need not say of each telephone that it is silent again: whoever
    /// was answered, or waits no longer, rings nowhere.
    private mutating func stopRinging(_ id: SwitchCallID, at codes: Set<String>, _ at: Instant) -> [Stretch] {
        ringing[id]?.subtract(codes)
        if ringing[id]?.isEmpty == true { ringing[id] = nil }
        return codes.sorted().flatMap { code in change(code, at) { $0.offers.remove(id) } }
    }

    private mutating func endTalk(_ id: SwitchCallID, _ at: Instant) -> [Stretch] {
        guard let code = talkers.removeValue(forKey: id) else { return [] }
        return change(code, at) {
            $0.talks.remove(id)
            $0.held.remove(id)
        }
    }

    private mutating func change(_ code: String, _ at: Instant, _ edit: (inout Facts) -> Void) -> [Stretch] {
        var fact = facts[code] ?? Facts()
        edit(&fact)
        facts[code] = fact
        let state = fact.state
        guard let before = current[code] else {
            changed.insert(code)
            current[code] = Current(state: state, since: at)
            return []
        }
        guard before.state != state else { return [] }
        changed.insert(code)
        current[code] = Current(state: state, since: max(at, before.since))
        return isHeard && before.since < at
            ? [Stretch(operator: code, state: before.state, from: before.since, to: at)] : []
    }

    /// Nothing is known of the time without a link: no stretch goes through it.
    private mutating func pause(_ at: Instant) -> [Stretch] {
        guard isHeard else { return [] }
        isHeard = false
        return current.sorted { $0.key < $1.key }.compactMap { code, now in
            now.since < at ? Stretch(operator: code, state: now.state, from: now.since, to: at) : nil
        }
    }

    private mutating func resume(_ at: Instant) -> [Stretch] {
        guard !isHeard else { return [] }
        isHeard = true
        changed.formUnion(current.keys)
        current = current.mapValues { Current(state: $0.state, since: max(at, $0.since)) }
        return []
    }
}
