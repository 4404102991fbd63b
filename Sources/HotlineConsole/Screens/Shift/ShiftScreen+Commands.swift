import HotlineDomain
import HotlineStore
import TerminalUI

/// What the keys of the roster do.
extension ShiftScreen {
    mutating func perform(
        _ command: ShiftScreenCommand, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch command {
        case .signOn: return signOn(situation)
        case .signOff: return beginSigningOff(situation)
        case .handover: return handover(situation).map { [.open($0)] } ?? []
        case .confirm:
            return act(.confirm, says: "shift.was_confirmed")
        case .absent:
            asked = selectedShift
            return [.choose(.markAbsent)]
        case .swap:
            picking = selectedShift.map { ShiftPicking(.swap($0), shifts, situation) }
            return []
        case .add:
            picking = selectedSlot.map { ShiftPicking(.addition($0), shifts, situation) }
            return []
        case .cancel: return [.ask(.cancelShift, then: act(.cancel, says: "shift.was_cancelled"))]
        case .end:
            asked = selectedShift
            leftOpen = []
            return (asked.map { [.load(.openWork(of: $0.operatorCode))] } ?? []) + [.choose(.endShift)]
        case .look:
            isLooking.toggle()
            return []
        case .dayBack: return go(to: first - 1, situation)
        case .dayOn: return go(to: first + 1, situation)
        case .weekBack: return go(to: first - 7, situation)
        case .weekOn: return go(to: first + 7, situation)
        case .today: return go(to: situation.live.businessDate - 1, situation)
        case .take: return takePicked(situation, around)
        }
    }

    /// Something done to the shift under the cursor.
    private func act(_ command: ShiftCommand, says key: String) -> [Effect] {
        guard let shift = selectedShift else { return [] }
        let done = Notice(.done, says: key, ["operator": shift.operatorCode])
        return [.perform([.shift(shift.id, command)], then: [.say(done)])]
    }

    mutating func take(
        _ code: String, _ asking: Asking, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch asking {
        case .markAbsent:
            picking = asked.map { ShiftPicking(.substitute($0, reason: code), shifts, situation) }
            return []
        case .endShift:
            guard let asked else { return [] }
            let isOwn = asked.operatorCode == situation.person?.code
            let left = isOwn ? [] : leftOpen
            let whose = ["operator": asked.operatorCode]
            let done =
                left.isEmpty
                ? Notice(.done, says: "shift.was_ended", whose)
                : Notice(.done, says: "shift.was_ended_with_work", n: left.count, whose)
            let end = Effect.perform([.shift(asked.id, .endBySupervisor(reason: code))], then: [.say(done)])
            let naming = left.map { HandoverLine.thing($0, situation).text }
            return [.ask(.endShiftOfAnother, naming: naming, then: [end])]
        case .signOnUnplanned:
            return [.perform([situation.unplannedSignOn(because: code, id: around.newID())], then: [])]
        default: return []
        }
    }

    private mutating func takePicked(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let taken = picking?.take(situation.zone), let picking else { return [] }
        self.picking = nil
        return [.perform(picking.commands(taken, around), then: [.say(picking.notice(taken.picked))])]
    }

    // MARK: - On and off

    /// The own shift that is due; with none, one that nobody planned.
    private func signOn(_ situation: Situation) -> [Effect] {
        let now = situation.now
        let mine = shifts.first { shift in
            shift.operatorCode == situation.person?.code && shift.status.isAhead
                && shift.plannedStart - Shift.earlySignOn <= now && now < shift.plannedEnd
        }
        guard let mine else { return [.choose(.signOnUnplanned)] }
        let done = Notice(.done, says: "shift.signed_on", ["time": situation.clock(mine.plannedEnd)])
        return [.perform([.shift(mine.id, .signOn)], then: [.say(done)])]
    }

    private mutating func beginSigningOff(_ situation: Situation) -> [Effect] {
        guard let mine = situation.myShift, let code = situation.person?.code else { return [] }
        if let handover = mine.handover { return [.open(.handover(handover))] }
        isSigningOff = true
        return [.load(.openWork(of: code))]
    }

    /// With nothing open the shift ends here; else what is open is handed over first.
    func signOff(hasNothingOpen: Bool, _ situation: Situation) -> [Effect] {
        guard let mine = situation.myShift else { return [] }
        guard hasNothingOpen else { return [.open(.newHandover(mine.id))] }
        let done = Notice(.done, says: "shift.signed_off", ["time": situation.clock(situation.now)])
        return [.perform([.shift(mine.id, .end)], then: [.say(done)])]
    }
}
