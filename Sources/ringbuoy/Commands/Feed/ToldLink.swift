import HotlineDomain
import HotlineStore

/// What was told of the link by now.
struct ToldLink: Sendable {
    private struct State: Sendable {
        let state: LinkState.State
        let trouble: String?
        let since: Instant
    }

    private let source: String
    private var toldAt: Instant?
    /// Up to here the feed before this one has told all there was.
    private var known: Instant?
    private var untold: State?
    /// Whether this feed has said anything of it.
    private(set) var isSaid = false
    /// Whether it is up as far as anybody was told.
    private var isUp: Bool

    init(_ last: LinkState?, source: String, tellsAgain: Bool) {
        self.source = source
        toldAt = last?.beganAt
        known = tellsAgain ? last?.beganAt : nil
        isUp = last?.state == .up
    }

    /// Whether its end is still to be told.
    var isOpen: Bool { isSaid || isUp }

    mutating func say(_ state: LinkState.State, _ trouble: String?, _ since: Instant) {
        isSaid = true
        untold = State(state: state, trouble: trouble, since: since)
    }

    /// What is to be told now; nil for nothing. `latest`: up to when the feed has told by now.
    mutating func command(latest: Instant) -> LinkStateCommand? {
        if let known, latest <= known { return nil }
        known = nil
        guard let next = untold else { return nil }
        untold = nil
        isUp = next.state == .up
        let at = toldAt.map { max(next.since, $0 + Span(milliseconds: 1)) } ?? next.since
        toldAt = at
        return .begin(source: source, next.state, trouble: next.trouble, at: at)
    }
}
