import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension SignInScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let room = surface.bounds.centred(width: min(72, surface.width), height: min(15, surface.height))
        surface.draw(in: room) { surface in
            switch stage {
            case .code: drawCode(on: &surface, situation)
            case .passphrase(let code): drawPassphrase(of: code, on: &surface, situation)
            case .shift(let facts): drawShift(facts, on: &surface, situation)
            case .drafts(let facts, let place): drawDraft(facts, place, on: &surface, situation)
            }
        }
    }

    private func drawCode(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        surface.put(situation.hotline.name, x: 1, y: 0, role: .heading)
        var y = 2
        if situation.about.isOpen {
            for line in wrap(say("sign_in.open_store"), width: surface.width - 2) {
                surface.put(line, x: 1, y: y, role: .warning)
                y += 1
            }
        }
        if situation.about.isPractice {
            surface.put(say("sign_in.practice"), x: 1, y: y)
            y += 1
        }
        y += 1
        let used = surface.put(say("sign_in.code"), x: 1, y: y, role: .label)
        code.draw(on: &surface, in: Rect(x: used + 2, y: y, width: 10, height: 1), isFocused: true)
        if let fault {
            surface.put("\(Glyph.overdue) \(say(fault.key, fault.arguments))", x: used + 13, y: y, role: .warning)
        }
        y += 2
        let people = situation.hotline.operators.filter { $0.active && $0.hasScreens }.map { person in
            "\(person.code) \(say("role.\(person.roles.first?.rawValue ?? "operator")"))"
        }
        var x = 1
        for person in people {
            if x > 1, x + cellWidth(of: person) > surface.width { (x, y) = (1, y + 1) }
            x += surface.put(person, x: x, y: y, role: .faint) + 3
        }
    }

    private func drawPassphrase(of code: String, on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        surface.put(say("sign_in.hello", ["code": code]), x: 1, y: 0, role: .heading)
        let used = surface.put(say("lock.passphrase"), x: 1, y: 2, role: .label)
        let field = Rect(x: used + 2, y: 2, width: max(0, surface.width - used - 3), height: 1)
        passphrase.draw(on: &surface, in: field, isFocused: true)
        guard let fault else { return }
        for (row, line) in wrap(say(fault.key, fault.arguments), width: surface.width - 4).enumerated() {
            surface.put((row == 0 ? "\(Glyph.overdue) " : "  ") + line, x: 1, y: 4 + row, role: .warning)
        }
    }

    private func drawShift(_ facts: SignInFacts, on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        surface.put(say("sign_in.hello", ["code": facts.person.code]), x: 1, y: 0, role: .heading)
        if let planned = facts.planned {
            let text = say(
                "sign_in.planned",
                [
                    "shift": situation.patternName(planned.pattern),
                    "from": situation.dayAndClock(planned.plannedStart),
                    "to": situation.dayAndClock(planned.plannedEnd),
                ])
            surface.put(text, x: 1, y: 2)
        } else {
            surface.put(say("sign_in.nothing_planned"), x: 1, y: 2, role: .warning)
        }
        drawAnswers(on: &surface, y: 4, say)
    }

    private func drawDraft(_ facts: SignInFacts, _ place: Int, on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let draft = facts.leftOver[place]
        surface.put(
            say("sign_in.draft_found", ["time": situation.dayAndClock(draft.startedAt)]), x: 1, y: 0, role: .heading)
        surface.put(say(draft.whatItIs), x: 1, y: 2)
        let filled = draft.fields.count { $0.key != formFocus }
        surface.put(say("sign_in.draft_fields", n: filled), x: 1, y: 3)
        if let note = draft.fields[CallField.note.rawValue] {
            for (row, line) in wrap(note, width: surface.width - 4).prefix(4).enumerated() {
                surface.put(line, x: 3, y: 4 + row, role: .faint)
            }
        }
        let more = facts.leftOver.count - place - 1
        if more > 0 { surface.put(say("sign_in.draft_more", n: more), x: 1, y: 9) }
        drawAnswers(on: &surface, y: 11, say)
    }

    /// What can be answered, each with its key, from the table.
    private func drawAnswers(on surface: inout Surface, y: Int, _ say: Say) {
        for (row, entry) in keysNow.entries.filter({ $0.rows[0].command != .quit }).enumerated() {
            surface.put(entry.allKeys, x: 1, y: y + row, role: .key)
            surface.put(say(entry.help), x: 10, y: y + row)
        }
    }
}
