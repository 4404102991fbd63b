import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension ShiftScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let layout = HeadedLayout(surface.bounds.size, headRows: 2)
        surface.draw(in: layout.head) { drawHead(on: &$0, situation) }
        if layout.isWide || !isLooking {
            drawRoster(on: &surface, in: layout.list, situation)
        }
        if layout.isWide {
            surface.verticalLine(x: layout.rule, y: layout.list.y, length: layout.list.height)
            surface.draw(in: layout.detail) { ShiftCard(self, situation).draw(on: &$0) }
        } else if isLooking {
            surface.draw(in: layout.list) { ShiftCard(self, situation).draw(on: &$0) }
        }
        if let picking { draw(picking, on: &surface, situation) }
    }

    /// The days listed, and how it stands with one's own shift.
    private func drawHead(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let days = "\(situation.shortDay(dates.lowerBound)) \(Glyph.none) \(situation.shortDay(dates.upperBound))"
        let used = surface.put(say("shift.roster"), x: 1, y: 0, role: .heading)
        surface.put(days, x: used + 3, y: 0, role: .faint)
        let own = ownLine(situation)
        surface.put(own.text, x: 1, y: 1, role: own.role, maxWidth: surface.width - 2)
    }

    private func ownLine(_ situation: Situation) -> (text: String, role: TerminalUI.Role) {
        let say = situation.say
        let code = situation.person?.code ?? ""
        guard let mine = situation.myShift, mine.status.isOn else {
            return (say("shift.own_none", ["operator": code]), .faint)
        }
        if let handover = situation.live.handovers.first(where: { $0.id == mine.handover }) {
            let left = handover.items.count { $0.state == .open }
            return ("\(Glyph.overdue) \(say("shift.own_handing_over", n: left, ["operator": code]))", .warning)
        }
        let line = RosterLine.shift(mine, shifts, situation)
        let end = say("shift.until", ["time": situation.dayAndClock(mine.plannedEnd)])
        return ("\(code)  \(situation.patternName(mine.pattern))  \(line.text), \(end)", line.role)
    }

    // MARK: - The roster

    private func drawRoster(on surface: inout Surface, in rect: Rect, _ situation: Situation) {
        if rows.isEmpty { surface.put(situation.say("list.searching"), x: rect.x + 1, y: rect.y, role: .faint) }
        window.draw(on: &surface, in: rect) { row, surface in draw(row, on: &surface, situation) }
    }

    private func draw(_ row: RosterRow, on surface: inout Surface, _ situation: Situation) {
        switch row {
        case .day(let date): draw(date, on: &surface, situation)
        case .slot(let slot):
            let name = situation.patternName(slot.pattern?.code)
            surface.put(name, x: 3, y: 0, role: .label)
            var x = 3 + max(cellWidth(of: name), patternWidth(situation)) + 2
            for part in RosterLine.slot(slot, situation) {
                x += surface.put(part.text, x: x, y: 0, role: part.role, maxWidth: surface.width - x - 1) + 2
            }
        case .shift(let shift):
            let isMine = shift.operatorCode == situation.person?.code
            let role: TerminalUI.Role = shift.status == .cancelled ? .faint : isMine ? .strong : .text
            surface.put(shift.operatorCode, x: 5, y: 0, role: role, maxWidth: 6)
            let line = RosterLine.shift(shift, shifts, situation)
            let used = surface.put(line.text, x: 12, y: 0, role: line.role, maxWidth: surface.width - 13)
            let remark = RosterLine.remark(shift, shifts, situation)
            surface.put(
                remark, x: 12 + used + 2, y: 0, role: .faint, maxWidth: max(0, surface.width - used - 15))
        }
    }

    /// What patterns have is said in one column.
    private func patternWidth(_ situation: Situation) -> Int {
        situation.hotline.patterns.reduce(0) { max($0, cellWidth(of: situation.patternName($1.code))) }
    }

    private func draw(_ date: BusinessDate, on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let today = situation.live.businessDate
        let name = "\(say.weekday(date.weekday.rawValue)), \(say.dayAndMonth(month: date.month, day: date.day))"
        let used = surface.put(name, x: 1, y: 0, role: .heading, maxWidth: surface.width - 2)
        let key: String? =
            switch date - today {
            case -1: "shift.yesterday"
            case 0: "shift.today_is"
            case 1: "shift.tomorrow"
            default: nil
            }
        if let key { surface.put(say(key), x: used + 3, y: 0, role: date == today ? .strong : .faint) }
    }

    private func draw(_ picking: ShiftPicking, on surface: inout Surface, _ situation: Situation) {
        let rows = min(max(1, picking.picker.matches.count), max(1, surface.height - 4))
        let box = surface.bounds.centred(width: 56, height: rows + 3)
        let say = situation.say
        let inside = surface.frame(box, title: say(picking.question, ["operator": picking.hours?.code ?? ""]))
        if let hours = picking.hours {
            hours.field.draw(on: &surface, in: inside.cutTop(1).top.inset(left: 1, right: 1), isFocused: true)
            let hint = say(hours.isWrong ? "shift.hours_wrong" : "shift.hours_hint", ["hours": hours.usual])
            surface.put(
                hint, x: inside.x + 1, y: inside.y + 1, role: hours.isWrong ? .warning : .faint,
                maxWidth: inside.width - 2)
            return
        }
        picking.picker.field.draw(on: &surface, in: inside.cutTop(1).top.inset(left: 1, right: 1), isFocused: true)
        picking.picker.drawList(on: &surface, in: inside.cutTop(1).rest)
    }
}
