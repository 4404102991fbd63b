import HotlineDomain
import HotlineStore
import HotlineSwitch

/// What was told of operators by now: each is told of what is new, in order.
struct ToldStates: Sendable {
    private let source: String
    private var told: [String: OperatorStates.Current] = [:]
    private var toldAt: [String: Instant] = [:]
    /// Up to here the feed before this one has told all there was.
    private var known: [String: Instant] = [:]

    /// `until`: when nobody listened any more. Whoever was on duty then has left
    /// as far as anybody knows; the commands say so.
    static func after(
        _ states: [OperatorState], until: Instant?, source: String, tellsAgain: Bool
    ) -> (ToldStates, [OperatorStateCommand]) {
        var people = ToldStates(source: source)
        var left: [OperatorStateCommand] = []
        for state in states {
            people.toldAt[state.operatorCode] = state.beganAt
            guard state.state != OperatorState.signedOff else { continue }
            left.append(people.leave(state.operatorCode, max(until ?? state.beganAt, state.beganAt)))
        }
        if tellsAgain { people.known = people.toldAt }
        return (people, left)
    }

    private init(source: String) { self.source = source }

    /// Nil where it was told already. `latest`: up to when the feed has told by now.
    mutating func tell(_ code: String, _ now: OperatorStates.Current, latest: Instant) -> OperatorStateCommand? {
        guard told[code] != now, mayTell(code, latest) else { return nil }
        told[code] = now
        var reason: String?
        if case .paused(let because?) = now.state { reason = SwitchName.shown(because) }
        return command(code, now.state.code, reason, now.since)
    }

    /// Nobody knows what they do from then on. Nil where that was told already.
    mutating func leave(_ code: String, _ at: Instant, latest: Instant) -> OperatorStateCommand? {
        mayTell(code, latest) ? leave(code, at) : nil
    }

    /// False as long as the feed only says again what the one before it has said.
    mutating func mayTell(_ code: String, _ latest: Instant) -> Bool {
        if let end = known[code], latest <= end { return false }
        known[code] = nil
        return true
    }

    private mutating func leave(_ code: String, _ at: Instant) -> OperatorStateCommand {
        told[code] = nil
        return command(code, OperatorState.signedOff, nil, at)
    }

    /// Never before what was told last: two states may begin in one millisecond,
    /// and a clock that was set back must not keep the newer one off the board.
    private mutating func command(
        _ code: String, _ state: String, _ reason: String?, _ since: Instant
    ) -> OperatorStateCommand {
        let at = toldAt[code].map { max(since, $0 + Span(milliseconds: 1)) } ?? since
        toldAt[code] = at
        return .begin(operator: code, source: source, state: state, reason: reason, at: at)
    }
}
