import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// A line of the roster, said: a mark and a word for its state, then a colour.
struct RosterLine {
    let text: String
    let role: TerminalUI.Role

    private init(_ text: String, _ role: TerminalUI.Role = .text) {
        self.text = text
        self.role = role
    }

    /// `3 of 4 on  ! 1 not signed on`
    static func slot(_ slot: RosterSlot, _ situation: Situation) -> [RosterLine] {
        let say = situation.say
        let now = situation.now
        let planned = situation.live.businessDate + situation.hotline.settings.planDays
        if slot.isEmpty, slot.date > planned { return [RosterLine(say("shift.slot.not_yet"), .faint)] }
        if slot.isEmpty, !slot.isRostered {
            return [RosterLine("\(Glyph.none) \(say("shift.slot.nobody"))", .faint)]
        }
        let counts = ["n": String(slot.staffed), "of": String(slot.planned)]
        var lines: [RosterLine] = []
        if slot.pattern == nil {
            lines.append(RosterLine(say("shift.slot.extra", n: slot.staffed)))
        } else if slot.hours.contains(now) {
            lines.append(RosterLine(say("frame.on", ["on": String(slot.on), "of": String(slot.planned)]), .strong))
        } else {
            let key = slot.hours.upperBound <= now ? "shift.slot.worked" : "shift.slot.planned"
            lines.append(RosterLine(say(key, counts), slot.hours.upperBound <= now ? .faint : .text))
        }
        let isOver = slot.hours.upperBound <= now
        if slot.missing > 0 {
            lines.append(
                RosterLine(
                    "\(Glyph.overdue) \(say("shift.slot.missing", n: slot.missing))", isOver ? .faint : .warning))
        }
        let uncovered = slot.uncovered(at: now)
        if uncovered > 0 {
            lines.append(RosterLine("\(Glyph.overdue) \(say("shift.slot.uncovered", n: uncovered))", .warning))
        }
        if slot.unconfirmed > uncovered, slot.hours.lowerBound > now {
            lines.append(
                RosterLine("\(Glyph.ellipsis) \(say("shift.slot.unconfirmed", n: slot.unconfirmed))", .faint))
        }
        return lines
    }

    /// `● since 07:58, past its time 0:12`
    static func shift(_ shift: Shift, _ others: [Shift], _ situation: Situation) -> RosterLine {
        let say = situation.say
        let now = situation.now
        switch shift.status {
        case .planned, .confirmed:
            return shift.isUncovered(at: now)
                ? RosterLine(
                    "\(Glyph.overdue) "
                        + say("shift.not_signed_on", ["age": situation.age(since: shift.plannedStart)]), .warning)
                : ahead(shift, situation)
        case .started, .handingOver: return on(shift, situation)
        case .ended:
            let worked = [shift.signedOnAt, shift.endedAt].compactMap { $0 }.map(situation.clock)
            let key = shift.endedBySupervisor ? "shift.ended_by_supervisor" : "shift.ended"
            return RosterLine(
                "\(Glyph.done) \(say(key, ["times": worked.joined(separator: "\(Glyph.none)")]))", .faint)
        case .absent:
            let reason = situation.label(.absentBecause, shift.absentBecause)
            guard let by = others.first(where: { $0.substituteFor == shift.id && $0.status != .cancelled }) else {
                return RosterLine("\(Glyph.overdue) \(say("shift.absent_nobody", ["reason": reason]))", .warning)
            }
            return RosterLine(
                "\(Glyph.none) \(say("shift.absent_with", ["reason": reason, "by": by.operatorCode]))", .faint)
        case .cancelled: return RosterLine("\(Glyph.none) \(say("shift.cancelled"))", .faint)
        }
    }

    private static func ahead(_ shift: Shift, _ situation: Situation) -> RosterLine {
        if situation.now > shift.plannedEnd {
            return RosterLine("\(Glyph.overdue) \(situation.say("shift.never_signed_on"))", .warning)
        }
        return shift.status == .confirmed
            ? RosterLine("\(Glyph.done) \(situation.say("shift.confirmed"))", .good)
            : RosterLine("\(Glyph.ellipsis) \(situation.say("shift.unconfirmed"))")
    }

    private static func on(_ shift: Shift, _ situation: Situation) -> RosterLine {
        let say = situation.say
        var text = say("shift.on_since", ["time": situation.dayAndClock(shift.signedOnAt ?? shift.plannedStart)])
        if shift.status == .handingOver { text += ", \(say("shift.handing_over"))" }
        guard shift.isPastItsTime(at: situation.now) else { return RosterLine("\(Glyph.live) \(text)", .strong) }
        let late = say("shift.past_its_time", ["age": situation.age(since: shift.plannedEnd)])
        return RosterLine("\(Glyph.overdue) \(text), \(late)", .warning)
    }

    /// What else is to be known of a shift: that nobody planned it, or in whose place it is.
    static func remark(_ shift: Shift, _ others: [Shift], _ situation: Situation) -> String {
        let say = situation.say
        if let absent = shift.substituteFor.flatMap({ id in others.first { $0.id == id } }) {
            return say("shift.in_place_of", ["operator": absent.operatorCode])
        }
        guard let reason = shift.unplannedBecause else { return ownHours(shift, situation) }
        return say("shift.unplanned_because", ["reason": situation.label(.offShiftBecause, reason)])
    }

    /// The hours it will have, where they are not the pattern's.
    private static func ownHours(_ shift: Shift, _ situation: Situation) -> String {
        guard shift.status.isAhead else { return "" }
        let planned = shift.plannedStart..<shift.plannedEnd
        let pattern = shift.pattern.flatMap(situation.hotline.pattern)
        guard pattern?.hours(on: shift.businessDate, zone: situation.zone) != planned else { return "" }
        return HoursText.text(planned, zone: situation.zone)
    }
}
