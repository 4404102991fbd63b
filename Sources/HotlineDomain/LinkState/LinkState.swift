/// Whether a switch could be heard, from a moment to another. While it could
/// not, figures are incomplete, and the board says so.
public struct LinkState: Aggregate {
    public static let kind = SubjectKind.linkState

    public let id: LinkStateID
    public let source: String
    public let state: State
    /// What stood in the way, by its code, `login_refused`; nil where nothing does.
    public let trouble: String?
    public let beganAt: Instant
    /// Nil while it goes on.
    public internal(set) var endedAt: Instant?
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: LinkStateID, source: String, state: State, trouble: String?, beganAt: Instant, endedAt: Instant?,
        lastChanged: Stamp
    ) {
        self.id = id
        self.source = source
        self.state = state
        self.trouble = trouble
        self.beganAt = beganAt
        self.endedAt = endedAt
        self.lastChanged = lastChanged
    }

    public enum State: String, Sendable, Codable, CaseIterable {
        case up, down
    }

    public var isNow: Bool { endedAt == nil }

    /// What stands in the way where the bridge was ended in order,
    public static let bridgeStopped = "bridge_stopped"
    /// and where it gives no sign of life any more.
    public static let bridgeGone = "bridge_gone"
}
