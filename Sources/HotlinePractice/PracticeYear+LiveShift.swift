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
        for code in staff where try store.currentShift(of: code) == nil {
            let shift = store.newID(Shift.self, at: now)
            let signOn = ShiftCommand.signOnUnplanned(reason: "covering", end: now + .hours(9))
            try store.perform([.shift(shift, signOn)], by: code, at: now)
        }
        guard try store.currentShift(of: learner) == nil, try store.shiftToSignOn(learner, at: now) == nil else {
            return
        }
        try store.perform([try plan(in: store, now)], by: "91", at: now)
    }

    /// Yesterday's practice ended without signing off: the supervisor does it,
    /// and what is open stays with its operator.
    private static func endForgotten(in store: Store, _ codes: [String], _ now: Instant) throws {
        for code in codes {
            guard let shift = try store.currentShift(of: code), shift.isPastItsTime(at: now) else { continue }
            let end = ShiftCommand.endBySupervisor(reason: "left_without_handover")
            try store.perform([.shift(shift.id, end)], by: "91", at: now)
        }
    }

    private static func plan(in store: Store, _ now: Instant) throws -> Command {
        let hotline = try store.hotline()
        let zone = try store.zone(hotline.zone)
        let answering = ["morning", "evening"]
        let running = hotline.patterns(at: now, zone: zone).first { answering.contains($0.pattern.code) }
        let shift = ShiftCommand.plan(
            operator: learner, pattern: running?.pattern.code,
            businessDate: running?.businessDate ?? hotline.businessDate(of: now, zone: zone),
            start: now - .minutes(5), end: now + .hours(8), substituteFor: nil)
        return .shift(store.newID(Shift.self, at: now), shift)
    }
}
