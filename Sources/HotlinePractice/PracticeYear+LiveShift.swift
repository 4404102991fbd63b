import HotlineDomain
import HotlineStore

extension PracticeYear {
    /// Who practises.
    public static let learner = "01"

    /// Gets the hotline ready for a shift at this moment, whatever the hour: a
    /// shift for operator 01 to sign on to, a specialist and a supervisor on
    /// duty. Doing it again while that shift runs changes nothing.
    public static func liveShift(in store: Store, now: Instant) throws {
        let staff = ["51", "91"]
        try endForgotten(in: store, [learner] + staff, now)
        try store.planShifts(by: Stamp.systemCode, at: now)
        for code in staff where try store.currentShift(of: code) == nil { try signOn(code, in: store, now) }
        guard try store.currentShift(of: learner) == nil else { return }
        let absent = try markAbsent(in: store, now)
        guard try store.shiftToSignOn(learner, at: now) == nil else { return }
        try store.perform([try plan(in: store, insteadOf: absent, now)], by: "91", at: now)
    }

    private static func signOn(_ code: String, in store: Store, _ now: Instant) throws {
        let planned = try store.shiftToSignOn(code, at: now)
        let signOn = ShiftCommand.signOnUnplanned(reason: "covering", end: now + .hours(9))
        try store.perform(
            [planned.map { .shift($0.id, .signOn) } ?? .shift(store.newID(Shift.self, at: now), signOn)], by: code,
            at: now)
    }

    /// Whoever the roster has on now will not come: only the learner and the
    /// two on duty are real. Gives the shift that the learner takes over.
    private static func markAbsent(in store: Store, _ now: Instant) throws -> Shift? {
        let missing = try store.live(at: now).uncovered.filter { $0.operatorCode != learner }
        guard !missing.isEmpty else { return nil }
        try store.perform(missing.map { .shift($0.id, .absent(reason: "ill")) }, by: "91", at: now)
        let hotline = try store.hotline()
        return missing.first { hotline.operatorNamed($0.operatorCode)?.has(.operator) ?? false }
    }

    /// Yesterday's practice ended without signing off: the supervisor does it,
    /// and has what they left open.
    private static func endForgotten(in store: Store, _ codes: [String], _ now: Instant) throws {
        for code in codes {
            guard let shift = try store.currentShift(of: code), shift.isPastItsTime(at: now) else { continue }
            let end = ShiftCommand.endBySupervisor(reason: "left_without_handover")
            try store.perform([.shift(shift.id, end)], by: "91", at: now)
        }
    }

    private static func plan(in store: Store, insteadOf absent: Shift?, _ now: Instant) throws -> Command {
        let hotline = try store.hotline()
        let zone = try store.zone(hotline.zone)
        let running = hotline.answeringPattern(at: now, zone: zone)
        let next = try store.live(at: now).shiftsAhead.first { $0.operatorCode == learner && $0.plannedStart > now }
        let end = now + .hours(8)
        let shift = ShiftCommand.plan(
            operator: learner, pattern: running?.pattern.code,
            businessDate: hotline.businessDate(of: now, zone: zone), start: now - .minutes(5),
            end: min(end, next?.plannedStart ?? end), substituteFor: absent?.id)
        return .shift(store.newID(Shift.self, at: now), shift)
    }
}
