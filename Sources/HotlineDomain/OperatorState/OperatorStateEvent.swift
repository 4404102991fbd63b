/// What happened to an operator's state.
public enum OperatorStateEvent: Hashable, Sendable, Codable {
    case began(operator: String, source: String, state: String, reason: String?, at: Instant)
    case ended(at: Instant)
}
