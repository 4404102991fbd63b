/// What an operator was doing from a moment to another: available, on a call,
/// in a break. As a switch tells it, or as the operator says.
public struct OperatorState: Aggregate {
    public static let kind = SubjectKind.operatorState

    public let id: OperatorStateID
    /// The hotline's operator, or the switch's own name where that is mapped to none.
    public let operatorCode: String
    public let source: String
    /// Of the list `operator_state`.
    public let state: String
    /// Of a break, as the switch names it; a code, never words.
    public let reason: String?
    public let beganAt: Instant
    /// Nil while it goes on.
    public internal(set) var endedAt: Instant?
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: OperatorStateID, operatorCode: String, source: String, state: String, reason: String?,
        beganAt: Instant, endedAt: Instant?, lastChanged: Stamp
    ) {
        self.id = id
        self.operatorCode = operatorCode
        self.source = source
        self.state = state
        self.reason = reason
        self.beganAt = beganAt
        self.endedAt = endedAt
        self.lastChanged = lastChanged
    }

    public var isNow: Bool { endedAt == nil }
    public static let signedOff = "signed_off"
}
