/// What happened to a link.
public enum LinkStateEvent: Hashable, Sendable, Codable {
    case began(source: String, state: LinkState.State, trouble: String?, at: Instant)
    case ended(at: Instant)
}
