import HotlineDomain
import TerminalUI
import Wording

/// Where the parts of an act stand: the form with what it is about under it, choices right.
struct ActLayout {
    let head: Rect
    let work: Rect
    let rule: Int
    let side: Rect

    init(_ size: Size) {
        let (head, rest) = Rect(width: size.columns, height: size.rows).cutTop(2)
        let width = min(84, size.columns * 3 / 5)
        self.head = head
        work = rest.cutLeft(width).left
        rule = width
        side = rest.cutLeft(width + 1).rest
    }
}

extension ActScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let layout = ActLayout(surface.bounds.size)
        let used = surface.put(say("act.\(act.name)"), x: 1, y: 0, role: .heading)
        if draftStartedAt != nil {
            surface.put("\(Glyph.ellipsis) \(say("act.not_saved"))", x: used + 4, y: 0, role: .faint)
        }
        let rows = min(layout.work.height, form.fields.rows(width: layout.work.width, say))
        let (top, under) = layout.work.cutTop(rows)
        form.fields.draw(on: &surface, in: top, say)
        surface.verticalLine(x: layout.rule, y: layout.work.y, length: layout.work.height)
        surface.draw(in: under.inset(top: 1)) { drawShown(on: &$0, situation) }
        if form.fields.offersChoices {
            form.fields.drawChoices(on: &surface, in: layout.side, say)
        } else {
            surface.draw(in: layout.side) { drawHint(on: &$0, situation) }
        }
    }

    /// The form has the answers; the room under it is for the number to ring.
    private var asksFirstMinute: Bool {
        if case .assess = act { true } else { false }
    }

    private func drawShown(on surface: inout Surface, _ situation: Situation) {
        let width = surface.width
        let sheet: Sheet
        switch shown {
        case .escalation(let file):
            sheet = file.sheet(width: width, situation, withAnswers: !asksFirstMinute)
        case .case(let file): sheet = file.sheet(width: width, situation)
        case .referral(let file): sheet = file.sheet(width: width, situation)
        case .call(let file):
            var facts = Sheet(width: width)
            facts.call(file.call, note: file.note?.revealed, situation)
            sheet = facts
        case .entry(let file):
            var facts = Sheet(width: width)
            facts.entry(file, situation)
            sheet = facts
        case nil: return
        }
        sheet.lines.draw(on: &surface)
    }

    /// Beside a text: the case whose number is typed, and how a text is written.
    private func drawHint(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        var sheet = Sheet(width: surface.width)
        if form.fields.focus == .caseNumber {
            for line in merging(situation) { sheet.text(line, role: .strong) }
            if let file = namedCase(situation) {
                sheet.heading(say("case.number", ["number": file.number]))
                sheet.state(StateMark(file, situation))
                sheet.text(say("case.opened_at", ["time": situation.dayAndClock(file.openedAt)]))
            } else {
                let key = number(situation) == nil ? "act.case_hint" : "act.no_such_case"
                sheet.text(say(key), role: .faint)
            }
        } else {
            if let hint = form.hint { sheet.text(say(hint)) }
            if form.fields.focus == .override { sheet.text(say("act.override_hint"), role: .warning) }
            sheet.text(say("act.words_hint"), role: .faint)
        }
        sheet.lines.draw(on: &surface)
    }
}
