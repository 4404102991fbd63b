/// What is said of a link.
public enum LinkStateCommand: Hashable, Sendable {
    /// From `at` on; what was before ends then. What began before the last that
    /// is known was told already, and changes nothing.
    case begin(source: String, LinkState.State, trouble: String?, at: Instant)

    var parts: (source: String, state: LinkState.State, trouble: String?, at: Instant) {
        switch self {
        case .begin(let source, let state, let trouble, let instant): (source, state, trouble, instant)
        }
    }
}
