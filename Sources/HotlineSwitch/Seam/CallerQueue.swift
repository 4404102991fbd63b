import HotlineDomain

/// Who waits now, as the switch's events tell it.
public struct CallerQueue: Hashable, Sendable {
    /// Whether there is a switch, and whether it can be heard.
    public enum Link: Hashable, Sendable {
        case noSwitch
        case up
        case down(since: Instant)
    }

    public private(set) var link = Link.noSwitch
    /// The longest waiting first.
    public private(set) var waiting: [WaitingCaller] = []

    public init() {}

    /// As it stands in a store: whoever waits there by a bridge's word.
    public init(link: Link, waiting: [WaitingCaller]) {
        self.link = link
        self.waiting = waiting.sorted { ($0.queuedAt, $0.id) < ($1.queuedAt, $1.id) }
    }

    public var longestWaiting: WaitingCaller? { waiting.first }
    public func caller(_ id: SwitchCallID) -> WaitingCaller? { waiting.first { $0.id == id } }

    public mutating func apply(_ event: SwitchEvent) {
        switch event {
        case .linkUp: link = .up
        case .linkDown(let at): link = .down(since: at)
        case .snapshot(let waiting, _):
            link = .up
            self.waiting = waiting.sorted { ($0.queuedAt, $0.id) < ($1.queuedAt, $1.id) }
        case .callWaiting(let caller): add(caller)
        case .callAnswered(let id, _, _), .callAbandoned(let id, _), .callLeft(let id, _, _),
            .callEnded(let id, _, _), .callLost(let id, _):
            waiting.removeAll { $0.id == id }
        case .gap, .trouble, .callOffered, .offerEnded, .callRefused, .callHeld, .callResumed, .agentLoggedIn,
            .agentLoggedOut, .agentPaused, .agentUnpaused, .agentWrapUp:
            break
        }
    }

    private mutating func add(_ caller: WaitingCaller) {
        waiting.removeAll { $0.id == caller.id }
        let place = waiting.firstIndex { ($0.queuedAt, $0.id) > (caller.queuedAt, caller.id) }
        waiting.insert(caller, at: place ?? waiting.count)
    }
}
