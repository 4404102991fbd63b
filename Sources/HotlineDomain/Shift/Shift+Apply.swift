extension Shift {
    public static func applying(_ event: ShiftEvent, to shift: Shift?, id: ShiftID, stamp: Stamp) -> Shift? {
        switch event {
        case .planned(let code, let pattern, let date, let start, let end, let substituteFor):
            return Shift(
                id: id, operatorCode: code, pattern: pattern, businessDate: date, plannedStart: start,
                plannedEnd: end, status: .planned, signedOnAt: nil, endedAt: nil, unplannedBecause: nil,
                substituteFor: substituteFor, absentBecause: nil, handover: nil, endedBySupervisor: false,
                lastChanged: stamp)
        case .signedOnUnplanned(let code, let reason, let pattern, let date, let end):
            return Shift(
                id: id, operatorCode: code, pattern: pattern, businessDate: date, plannedStart: stamp.at,
                plannedEnd: end, status: .started, signedOnAt: stamp.at, endedAt: nil, unplannedBecause: reason,
                substituteFor: nil, absentBecause: nil, handover: nil, endedBySupervisor: false,
                lastChanged: stamp)
        default:
            guard var shift else { return nil }
            shift.apply(event, stamp)
            shift.lastChanged = stamp
            return shift
        }
    }

    private mutating func apply(_ event: ShiftEvent, _ stamp: Stamp) {
        switch event {
        case .planned, .signedOnUnplanned: break
        // What a desk wrote that had not heard of the latest does not undo it: who is on, is on.
        case .confirmed: if status == .planned { status = .confirmed }
        case .signedOn:
            signedOnAt = signedOnAt ?? stamp.at
            if endedAt == nil { status = .started }
        case .markedAbsent(let reason):
            absentBecause = reason
            if signedOnAt == nil { status = .absent }
        case .cancelled: if signedOnAt == nil { status = .cancelled }
        case .handoverBegun(let handover):
            self.handover = handover
            if endedAt == nil { status = .handingOver }
        case .ended:
            endedAt = stamp.at
            status = .ended
        case .endedBySupervisor:
            endedAt = stamp.at
            endedBySupervisor = true
            status = .ended
        }
    }
}
