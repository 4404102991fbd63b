import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension AuditScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let layout = HeadedLayout(surface.bounds.size)
        surface.draw(in: layout.head) { drawHead(on: &$0, situation) }
        if layout.isWide || !isLooking { drawList(on: &surface, in: layout.list, situation) }
        if layout.isWide {
            surface.verticalLine(x: layout.rule, y: layout.list.y, length: layout.list.height)
            surface.draw(in: layout.detail) { drawSelected(on: &$0, situation) }
        } else if isLooking {
            surface.draw(in: layout.list) { drawSelected(on: &$0, situation) }
        }
    }

    /// What it is, and the day the cursor stands on.
    private func drawHead(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let used = surface.put(say("audit.heading"), x: 1, y: 0, role: .heading, maxWidth: surface.width - 2)
        guard let row = list.selected else { return }
        let date = situation.zone.date(at: row.line.stamp.at)
        let day =
            "\(say.weekdayShort(date.weekday.rawValue)) "
            + say.date(year: date.year, month: date.month, day: date.day)
        surface.put(
            day, x: used + 3, y: 0, role: .faint, maxWidth: max(0, surface.width - used - 4), align: .right)
    }

    private func drawList(on surface: inout Surface, in rect: Rect, _ situation: Situation) {
        let empty = list.isFiltered ? "list.nothing_fits" : "list.nothing"
        list.draw(on: &surface, in: rect, situation.say, isActive: true, empty: empty) { row, surface in
            row.draw(on: &surface, situation)
        }
    }

    private func drawSelected(on surface: inout Surface, _ situation: Situation) {
        guard let row = list.selected else { return }
        row.sheet(width: surface.width, situation).lines.draw(on: &surface)
    }
}

extension AuditRow {
    /// When, who, what; at the end the thing it happened to.
    fileprivate func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        surface.put(situation.dayAndClock(line.stamp.at), x: 1, y: 0, maxWidth: 16)
        surface.put(line.stamp.by, x: 18, y: 0, role: .strong, maxWidth: 8)
        let thing = name(situation)
        let room = min(cellWidth(of: thing), max(0, surface.width - 28) / 2)
        surface.put(
            line.eventName(say), x: 27, y: 0, role: line.subject.kind == .access ? .warning : .text,
            maxWidth: max(0, surface.width - 27 - room - 2))
        surface.put(thing, x: surface.width - room - 1, y: 0, role: .faint, maxWidth: room, align: .right)
    }

    /// The kind of thing, with the number people say; a shift with its person and day.
    private func name(_ situation: Situation) -> String {
        let kind = thing.map { situation.say("audit.kind.\($0.kind.rawValue)") } ?? line.kindName(situation.say)
        guard let name else { return kind }
        return ["\(kind) \(name.text)", name.day.map(situation.shortDay)].compactMap(\.self).joined(separator: ", ")
    }

    fileprivate func sheet(width: Int, _ situation: Situation) -> Sheet {
        let say = situation.say
        let clock = situation.zone.wallClock(at: line.stamp.at)
        var sheet = Sheet(width: width)
        sheet.heading(line.eventName(say))
        sheet.fact(say("audit.what"), name(situation))
        sheet.fact(
            say("audit.when"),
            "\(say.date(year: clock.date.year, month: clock.date.month, day: clock.date.day)), "
                + "\(say.clock(hour: clock.hour, minute: clock.minute)):\(clock.second.padded(2))")
        sheet.fact(say("audit.who"), person(situation))
        sheet.fact(say("audit.position"), String(line.position))
        sheet.heading(say("audit.as_kept"))
        sheet.text(line.body, role: .faint)
        return sheet
    }

    private func person(_ situation: Situation) -> String {
        let say = situation.say
        let code = line.stamp.by
        if code == Stamp.systemCode { return say("audit.program") }
        guard let person = situation.hotline.operatorNamed(code) else { return code }
        return "\(code), " + person.roles.map { say("role.\($0.rawValue)") }.joined(separator: ", ")
    }
}
