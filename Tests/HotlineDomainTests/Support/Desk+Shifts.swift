@testable import HotlineDomain

/// Shifts and handovers where a test begins.
extension Desk {
    mutating func planShift(
        of code: String = "01", from: String = "08:00", to: String = "20:00", date: String = "2009-09-14"
    ) throws -> ShiftID {
        let id: ShiftID = id()
        let start = Desk.instant(date, from)
        let end = Desk.instant(from < to ? date : "\(BusinessDate(date)! + 1)", to)
        try does(
            .shift(
                id,
                .plan(
                    operator: code, pattern: from == "20:00" ? "night" : "day", businessDate: BusinessDate(date)!,
                    start: start, end: end, substituteFor: nil)), by: "09")
        return id
    }

    mutating func signOn(_ code: String = "01", from: String = "08:00", to: String = "20:00") throws -> ShiftID {
        let id = try planShift(of: code, from: from, to: to)
        try does(.shift(id, .signOn), by: code)
        return id
    }

    mutating func shift(in status: Shift.Status) throws -> ShiftID {
        let id = try planShift()
        switch status {
        case .planned: break
        case .confirmed: try does(.shift(id, .confirm))
        case .started: try does(.shift(id, .signOn))
        case .handingOver: _ = try handover(of: id)
        case .ended: try does(.shift(id, .signOn), .shift(id, .end))
        case .absent: try does(.shift(id, .absent(reason: "ill")), by: "09")
        case .cancelled: try does(.shift(id, .cancel), by: "09")
        }
        return id
    }

    /// Operator 01 hands over: signed on, with one draft call and a note.
    mutating func handover(of shift: ShiftID) throws -> HandoverID {
        try does(.shift(shift, .signOn))
        _ = try draft()
        let (id, note): (HandoverID, Written) = (id(), written("The back door is open."))
        try does(.handover(id, .offer(shift: shift, notes: [note])))
        return id
    }

    /// Its first item is a task in a case.
    mutating func handoverOfCaseTask() throws -> HandoverID {
        let shift = try signOn("06")
        let file = try file(in: .active)
        try does(
            .case(file, .addTask(written("Ring the consulate"), responsible: "06", due: .september)), by: "05")
        let id: HandoverID = id()
        try does(.handover(id, .offer(shift: shift, notes: [])), by: "06")
        return id
    }
}
