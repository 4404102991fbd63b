extension OperatorState {
    /// What judging a state needs from outside of it.
    public struct Facts: Sendable {
        /// The last this source told of the same operator.
        public var last: OperatorState?
        public init(last: OperatorState?) { self.last = last }
    }

    /// The end of the one before is a consequence of its own (`Work+Consequences`).
    public static func decide(
        _ state: OperatorState?, _ command: OperatorStateCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [OperatorStateEvent] {
        let (code, source, kind, reason, instant) = command.parts
        guard state == nil else { throw Refusal(OperatorStateRule.exists) }
        try CodeCheck.required(kind, .operatorState, OperatorStateRule.needsState)
        for name in [code, source, reason].compactMap(\.self) where !Provider.isPlain(name) {
            throw Refusal(OperatorStateRule.badName, ["name": name])
        }
        if let last = facts.last {
            if instant <= last.beganAt { return [] }
            if last.isNow, last.state == kind, last.reason == reason { return [] }
        } else if kind == OperatorState.signedOff {
            return []
        }
        return [.began(operator: code, source: source, state: kind, reason: reason, at: instant)]
    }
}
