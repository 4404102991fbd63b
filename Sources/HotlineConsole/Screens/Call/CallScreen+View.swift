import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// Where the parts of a call stand: the form left, choices and facts right.
struct CallLayout {
    let head: Rect
    let form: Rect
    let rule: Int
    let side: Rect

    init(_ size: Size) {
        let (head, rest) = Rect(width: size.columns, height: size.rows).cutTop(2)
        let formWidth = min(84, size.columns * 3 / 5)
        self.head = head
        form = rest.cutLeft(formWidth).left
        rule = formWidth
        side = rest.cutLeft(formWidth + 1).rest
    }

    /// What is left of the form beside labels of a third at most.
    var noteWidth: Int { max(10, form.width - form.width / 3 - 2) }
}

extension CallScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let layout = CallLayout(surface.bounds.size)
        surface.draw(in: layout.head) { drawHead(on: &$0, situation) }
        guard let form else { return }
        form.fields.draw(on: &surface, in: layout.form, situation.say, isActive: isWriting)
        surface.verticalLine(x: layout.rule, y: layout.form.y, length: layout.form.height)
        if isWriting, form.fields.offersChoices {
            form.fields.drawChoices(on: &surface, in: layout.side, situation.say)
        } else {
            surface.draw(in: layout.side) { drawFacts(on: &$0, situation) }
        }
    }

    private func drawHead(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        guard let call else {
            surface.put(say("call.afterwards"), x: 1, y: 0, role: .heading)
            return
        }
        let clock = CallClock(call, situation)
        var x = 1
        x += surface.put(say("call.number", ["number": call.number]), x: x, y: 0, role: .heading) + 3
        x += surface.put(clock.text, x: x, y: 0, role: clock.role) + 3
        let end = call.ended.map { ended -> String in
            let isSameDay = situation.zone.date(at: ended) == situation.zone.date(at: call.started)
            return "\(Glyph.none)" + (isSameDay ? situation.clock(ended) : situation.dayAndClock(ended))
        }
        let times = situation.dayAndClock(call.started) + (end ?? "")
        x += surface.put(say("call.line", ["line": call.line]), x: x, y: 0) + 3
        surface.put("\(times)   \(call.operatorCode)", x: x, y: 0, role: .faint)
        drawState(on: &surface, situation)
    }

    /// Whether the caller has called before comes first: it is said to the caller.
    private func drawState(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        var x = 1
        if let known = file?.recognition {
            x += surface.put(situation.recognised(known), x: x, y: 1, role: known.last == nil ? .faint : .strong) + 3
        }
        if case .amending(let reason, _) = mode {
            let reason = situation.label(.amendedBecause, reason)
            surface.put(say("call.amending", ["reason": reason]), x: x, y: 1, role: .warning)
        } else if situation.drafts[draftKey] != nil, isWriting {
            surface.put("\(Glyph.ellipsis) \(say("call.not_saved"))", x: x, y: 1, role: .faint)
        }
    }

    /// Field by field what the other one wrote; what stands is in the form.
    private func others(_ situation: Situation, width: Int) -> [String] {
        guard let file, !file.others.isEmpty else { return [] }
        // The message about both is gone when somebody has written with both in sight.
        let head = file.divergence == nil ? wrap(situation.say("other.also"), width: width) : []
        let texts = file.others.words(.call, file.keeping, situation)
        return head
            + file.others.values.flatMap { value in
                let facts = texts.facts(value).merging(["field": texts.label(value.field)]) { first, _ in first }
                return wrap(situation.say("other.of_field", facts), width: width)
            }
    }

    /// What is known beside the fields.
    private func drawFacts(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        var lines: [(text: String, role: TerminalUI.Role)] = []
        if let divergence = file?.divergence {
            let text = "\(Glyph.overdue) \(situation.told(divergence))"
            lines += wrap(text, width: surface.width - 2).map { ($0, .warning) }
        }
        // While it is written they stand beside the fields.
        if !isWriting { lines += others(situation, width: surface.width - 2).map { ($0, .text) } }
        if let escalation = file?.escalation {
            let badge = SOSBadge(isOpen: escalation.isOpen)
            lines.append((badge.text, badge.role))
            lines.append((say("escalation.status.\(escalation.status.rawValue)"), .text))
            if let to = escalation.assignee { lines.append((say("escalation.told", ["to": to]), .text)) }
            if let outcome = escalation.outcome {
                lines.append((situation.label(.escalationOutcome, outcome), .text))
            }
            if !escalation.isAcknowledged {
                let ending = ["outcome": situation.label(.escalationOutcome, "not_confirmed")]
                lines += wrap(say("sos.by_mistake", ending), width: surface.width - 2).map { ($0, .faint) }
            }
        }
        if let call, let due = call.content.callBackAt, call.calledBackAt == nil {
            lines.append((say("call.call_back_at", ["time": situation.dayAndClock(due)]), .warning))
            lines += callBackLines(call, situation)
        }
        if let made = call?.calledBackAt {
            lines.append((say("call.called_back_at", ["time": situation.dayAndClock(made)]), .text))
        }
        if let call, call.placement.offShift { lines.append((say("call.off_shift"), .warning)) }
        if let call, call.revision > 1 { lines.append((say("call.revision", n: call.revision - 1), .text)) }
        for text in file?.keeping.lines(situation) ?? [] {
            lines += wrap(text, width: surface.width - 2).map { ($0, .faint) }
        }
        if mode == .afterwards {
            lines += wrap(say("call.times_hint"), width: surface.width - 2).map { ($0, .faint) }
        }
        if isWriting { lines += wrap(say("call.note_hint"), width: surface.width - 2).map { ($0, .faint) } }
        for (row, line) in lines.enumerated() { surface.put(line.text, x: 1, y: row, role: line.role) }
    }
}
