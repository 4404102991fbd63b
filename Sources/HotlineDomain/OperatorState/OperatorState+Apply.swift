extension OperatorState {
    public static func applying(
        _ event: OperatorStateEvent, to state: OperatorState?, id: OperatorStateID, stamp: Stamp
    ) -> OperatorState? {
        switch event {
        case .began(let code, let source, let kind, let reason, let instant):
            return OperatorState(
                id: id, operatorCode: code, source: source, state: kind, reason: reason, beganAt: instant,
                endedAt: nil, lastChanged: stamp)
        case .ended(let instant):
            guard var state else { return nil }
            state.endedAt = instant
            state.lastChanged = stamp
            return state
        }
    }
}
