/// One person's turn of work, planned by the roster or signed on to unplanned.
public struct Shift: Aggregate {
    public static let kind = SubjectKind.shift

    public let id: ShiftID
    public let operatorCode: String
    /// Of the hotline's patterns; nil for an unplanned shift outside every one.
    public let pattern: String?
    /// The date it starts on.
    public let businessDate: BusinessDate
    public let plannedStart: Instant
    public let plannedEnd: Instant
    public internal(set) var status: Status
    public internal(set) var signedOnAt: Instant?
    public internal(set) var endedAt: Instant?
    /// Why it was signed on to without a plan; such a shift is marked everywhere.
    public internal(set) var unplannedBecause: String?
    /// The absent colleague's shift this one stands in for.
    public internal(set) var substituteFor: ShiftID?
    public internal(set) var absentBecause: String?
    public internal(set) var handover: HandoverID?
    public internal(set) var endedBySupervisor: Bool
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: ShiftID, operatorCode: String, pattern: String?, businessDate: BusinessDate, plannedStart: Instant,
        plannedEnd: Instant, status: Status, signedOnAt: Instant?, endedAt: Instant?, unplannedBecause: String?,
        substituteFor: ShiftID?, absentBecause: String?, handover: HandoverID?, endedBySupervisor: Bool,
        lastChanged: Stamp
    ) {
        self.id = id
        self.operatorCode = operatorCode
        self.pattern = pattern
        self.businessDate = businessDate
        self.plannedStart = plannedStart
        self.plannedEnd = plannedEnd
        self.status = status
        self.signedOnAt = signedOnAt
        self.endedAt = endedAt
        self.unplannedBecause = unplannedBecause
        self.substituteFor = substituteFor
        self.absentBecause = absentBecause
        self.handover = handover
        self.endedBySupervisor = endedBySupervisor
        self.lastChanged = lastChanged
    }

    public enum Status: String, Sendable, Codable, CaseIterable {
        case planned, confirmed, started
        case handingOver = "handing_over"
        case ended, absent, cancelled

        public var isOn: Bool { self == .started || self == .handingOver }
        public var isAhead: Bool { self == .planned || self == .confirmed }
    }

    /// A condition of the clock, never a state: it should have been signed on to.
    public func isUncovered(at now: Instant) -> Bool { status.isAhead && now > plannedStart && now < plannedEnd }
    /// A condition of the clock: still on after its planned end.
    public func isPastItsTime(at now: Instant) -> Bool { status.isOn && now > plannedEnd }
}
