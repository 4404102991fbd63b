import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// What is under the cursor of the roster, in full; below it who is on now and
/// which handovers wait.
struct ShiftCard {
    private typealias Line = (text: String, role: TerminalUI.Role)
    private var lines: [Line] = []

    init(_ screen: ShiftScreen, _ situation: Situation) {
        switch screen.window.selected {
        case .shift(let shift): lines = ShiftCard.lines(shift, screen.shifts, situation)
        case .slot(let slot): lines = ShiftCard.lines(slot, situation)
        case .day, nil: break
        }
        let on = ShiftCard.on(situation)
        if !lines.isEmpty { lines.append(("", .text)) }
        lines.append((situation.say("shift.on_now"), .heading))
        lines += on.isEmpty ? [(situation.say("desk.nobody_on"), .warning)] : on
        lines += ShiftCard.handovers(situation)
    }

    private static func lines(_ shift: Shift, _ others: [Shift], _ situation: Situation) -> [Line] {
        let say = situation.say
        let person = situation.hotline.operatorNamed(shift.operatorCode)
        let roles = (person?.roles ?? []).map { say("role.\($0.rawValue)") }.joined(separator: ", ")
        let date = shift.businessDate
        let line = RosterLine.shift(shift, others, situation)
        var lines: [Line] = [
            ("\(shift.operatorCode)  \(roles)", .heading),
            (
                "\(situation.patternName(shift.pattern))  "
                    + say.date(year: date.year, month: date.month, day: date.day), .text
            ),
            (
                say(
                    "shift.planned_hours",
                    [
                        "from": situation.dayAndClock(shift.plannedStart),
                        "to": situation.dayAndClock(shift.plannedEnd),
                    ]), .text
            ),
            (line.text, line.role),
        ]
        let remark = RosterLine.remark(shift, others, situation)
        if !remark.isEmpty { lines.append((remark, .text)) }
        return lines
    }

    private static func lines(_ slot: RosterSlot, _ situation: Situation) -> [Line] {
        let date = slot.date
        let day = situation.say.date(year: date.year, month: date.month, day: date.day)
        return [("\(situation.patternName(slot.pattern?.code))  \(day)", .heading)]
            + RosterLine.slot(slot, situation).map { ($0.text, $0.role) }
    }

    private static func on(_ situation: Situation) -> [Line] {
        situation.live.shiftsOn.map { shift in
            let line = RosterLine.shift(shift, [], situation)
            return ("\(shift.operatorCode)  \(line.text)", line.role)
        }
    }

    private static func handovers(_ situation: Situation) -> [Line] {
        let say = situation.say
        return situation.live.handovers.map { handover in
            let left = handover.items.count { $0.state != .acknowledged }
            return ("\(Glyph.overdue) \(say("due.handover", n: left, ["from": handover.from]))", .warning)
        }
    }

    func draw(on surface: inout Surface) {
        var y = 0
        for line in lines {
            let wrapped = line.text.isEmpty ? [""] : wrap(line.text, width: max(1, surface.width - 2))
            for part in wrapped {
                surface.put(part, x: 1, y: y, role: line.role)
                y += 1
            }
        }
    }
}
