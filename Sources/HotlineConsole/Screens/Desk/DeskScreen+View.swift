import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Wording

extension DeskScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let layout = DeskLayout(surface.bounds.size, situation)
        surface.verticalLine(x: layout.rule)
        surface.draw(in: layout.left) { surface in
            var rest = surface.bounds
            if layout.waitingRows > 0 {
                let (top, below) = rest.cutTop(layout.waitingRows + 2)
                drawWaiting(on: &surface, in: top, situation)
                rest = below
            }
            let (heading, list) = rest.cutTop(1)
            surface.put(situation.say("desk.today"), x: heading.x + 1, y: heading.y, role: .heading)
            let empty = today.isFiltered ? "list.nothing_fits" : "desk.no_calls"
            today.draw(on: &surface, in: list, situation.say, isActive: place == .today, empty: empty) {
                row, surface in
                CallLine.draw(row.call, on: &surface, situation)
            }
        }
        surface.draw(in: layout.right) { surface in drawWork(on: &surface, situation) }
    }

    private func drawWaiting(on surface: inout Surface, in rect: Rect, _ situation: Situation) {
        surface.put(situation.say("desk.waiting"), x: rect.x + 1, y: rect.y, role: .heading)
        let callers = Array(situation.queue.waiting.prefix(rect.height - 2))
        let columns = WaitingColumns(callers, situation, width: rect.width)
        for (row, caller) in callers.enumerated() {
            let line = Rect(x: rect.x, y: rect.y + 1 + row, width: rect.width, height: 1)
            surface.draw(in: line) { surface in
                let wait = situation.duration(situation.now - caller.queuedAt)
                surface.put(wait, x: 1, y: 0, role: .warning, maxWidth: 6, align: .right)
                surface.put(caller.line, x: 8, y: 0, maxWidth: 4)
                surface.put(
                    situation.label(.country, caller.country), x: WaitingColumns.country, y: 0,
                    maxWidth: columns.language - WaitingColumns.country - 1)
                surface.put(
                    situation.label(.language, caller.language), x: columns.language, y: 0, role: .faint,
                    maxWidth: columns.known - columns.language - 1)
                if let visit = situation.telephone.waiting[caller.id], let known = situation.telephone.known[visit] {
                    let whole = situation.recognised(known)
                    let fits = cellWidth(of: whole) <= surface.width - columns.known - 1
                    surface.put(
                        fits ? whole : situation.say.recognisedBriefly(known), x: columns.known, y: 0, role: .strong)
                }
                guard place == .waiting(caller.id) else { return }
                surface.select(surface.bounds)
                surface.put(.cursor, x: 0, y: 0, role: .selected)
            }
        }
    }

    /// The right half: the own call, what is due, who is on.
    private func drawWork(on surface: inout Surface, _ situation: Situation) {
        var y = drawMyCall(on: &surface, situation) + 1
        let shift = shiftLines(situation).flatMap { $0.wrapped(surface.width - 2) }
        let due = situation.due
        // The shift keeps its lines; of what is due as many are shown as there is room for.
        let room = max(1, surface.height - y - shift.count - 3)
        surface.put(situation.say("desk.due"), x: 1, y: y, role: .heading)
        y += 1
        if due.isEmpty { surface.put(situation.say("desk.nothing_due"), x: 1, y: y, role: .faint) }
        let selected = if case .due(let index) = place { index } else { 0 }
        let first = max(0, min(selected - room + 1, due.count - room))
        for (row, item) in due.dropFirst(first).prefix(room).enumerated() {
            draw(item, on: &surface, y: y + row, situation)
            guard place == .due(first + row) else { continue }
            surface.select(Rect(y: y + row, width: surface.width, height: 1))
            surface.put(.cursor, x: 0, y: y + row, role: .selected)
        }
        if due.count > room {
            surface.put(
                "+\(due.count - room)", x: 0, y: y - 1, role: .faint, maxWidth: surface.width - 1, align: .right)
        }
        y += min(room, max(1, due.count)) + 1
        surface.put(situation.say("desk.shift_title"), x: 1, y: y, role: .heading)
        for (row, line) in shift.enumerated() { surface.put(line.text, x: 1, y: y + 1 + row, role: line.role) }
        drawSelected(on: &surface, y: y + shift.count + 2, situation)
    }

    /// Gives the rows it took.
    private func drawMyCall(on surface: inout Surface, _ situation: Situation) -> Int {
        let say = situation.say
        let heading = surface.put(say("desk.my_call"), x: 1, y: 0, role: .heading)
        guard let call = situation.currentCall else {
            let line = defaults(situation).line
            surface.put(say("desk.no_call", ["line": line]), x: 1, y: 1, role: .faint)
            return 2
        }
        surface.put(call.number, x: heading + 3, y: 0, role: .strong)
        let clock = CallClock(call, situation)
        // Where the words are long, the clock has a row of its own: the number must be read whole.
        let room = surface.width - heading - cellWidth(of: call.number) - 6
        let clockRow = cellWidth(of: clock.text) > room ? 1 : 0
        surface.put(clock.text, x: 0, y: clockRow, role: clock.role, maxWidth: surface.width - 1, align: .right)
        let content = call.content
        let what = [
            situation.label(.callClass, content.callClass?.rawValue), content.language ?? "",
            situation.label(.country, content.country),
        ].filter { !$0.isEmpty }
        var y = clockRow + 1
        surface.put(what.joined(separator: "  "), x: 1, y: y)
        surface.put(
            say("desk.topic", ["topic": situation.label(.topic, content.topics.first)]), x: 1, y: y + 1)
        y += 2
        if let known = situation.caller {
            for line in wrap(situation.recognised(known), width: surface.width - 2) {
                surface.put(line, x: 1, y: y, role: known.last == nil ? .faint : .strong)
                y += 1
            }
        }
        let key = DraftKey(CallScreen.draftForm, call.id.raw)
        let note = situation.drafts[key]?.fields[CallField.note.rawValue] ?? ""
        if !note.isEmpty { surface.put("\(Glyph.ellipsis) \(note)", x: 1, y: y, role: .faint) }
        return note.isEmpty ? y : y + 1
    }

    private func draw(_ item: DueItem, on surface: inout Surface, y: Int, _ situation: Situation) {
        let say = situation.say
        let text: String
        var at: Instant?
        var age: String?
        var day: BusinessDate?
        var role: TerminalUI.Role = .text
        switch item {
        case .acknowledge(let escalation):
            text = "\(Glyph.alarm) \(say("due.acknowledge", ["number": escalation.callNumber]))"
            age = situation.age(since: escalation.raisedAt)
            role = .alarm
        case .keptSOS(let escalation):
            let key = escalation.assignee == nil ? "due.kept_sos_nobody" : "due.kept_sos"
            let told = ["number": escalation.callNumber, "to": escalation.assignee ?? ""]
            text = "\(Glyph.alarm) \(say(key, told))"
            age = situation.age(since: escalation.raisedAt)
            role = .alarm
        case .handover(let handover, let items):
            text = say("due.handover", n: items, ["from": handover.from])
        case .draft(let call):
            text = "\(Glyph.ellipsis) \(say("due.draft", ["number": call.number]))"
        case .callBack(let call, let due):
            at = due
            if situation.isSafeToCallBack(call) {
                text = say(
                    "due.call_back", ["number": call.number, "operator": call.callBackBy ?? call.operatorCode])
            } else {
                text = say("due.call_back_unsafe", ["number": call.number])
                role = .warning
            }
        case .referral(let referral, let due):
            let provider = situation.hotline.provider(referral.provider)?.name ?? referral.provider
            text = say("due.referral", ["number": referral.number, "provider": provider])
            at = due
        case .task(let file):
            let what = file.what?.revealed.split(separator: "\n").joined(separator: " ") ?? say("detail.erased")
            text = say("due.task", ["what": what])
            day = file.entry.content.due
        case .caseTask(let due):
            text = say("registers.task_of_case", ["case": due.file.number, "task": String(due.task.number)])
            day = due.task.due
        case .divergence(let divergence, _):
            let what = say("due.divergence.\(divergence.subject.kind.rawValue)", ["number": divergence.number ?? ""])
            text = "\(Glyph.overdue) \(what)"
            role = .warning
        }
        var x = 1
        if let day {
            let late = day < situation.live.businessDate
            if late { role = .warning }
            x +=
                surface.put("\(late ? "\(Glyph.overdue) " : "")\(situation.shortDay(day))", x: 1, y: y, role: role)
                + 1
        }
        if let age {
            x += surface.put(age, x: 1, y: y, role: role) + 1
        } else if let at {
            let late = at < situation.now
            if late { role = .warning }
            x += surface.put("\(late ? "\(Glyph.overdue) " : "")\(situation.dayAndClock(at))", x: 1, y: y, role: role)
            x += 1
        }
        surface.put(text, x: max(7, x), y: y, role: role)
    }
}
