/// What is said of an operator's state.
public enum OperatorStateCommand: Hashable, Sendable {
    /// From `at` on; whatever the operator was doing before ends then. What
    /// began before the last that is known was told already, and changes nothing.
    case begin(operator: String, source: String, state: String, reason: String?, at: Instant)

    var parts: (operator: String, source: String, state: String, reason: String?, at: Instant) {
        switch self {
        case .begin(let code, let source, let state, let reason, let instant): (code, source, state, reason, instant)
        }
    }
}
