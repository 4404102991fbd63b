import HotlineDomain
import TerminalUI
import Wording

/// A call as it is read: everything that is known about it, the note last.
struct CallCard {
    private let lines: [Line]
    private let note: String
    private let clock: CallClock
    private let number: String

    private struct Line {
        let label: String
        let text: String
        var role: TerminalUI.Role = .text
    }

    init(_ file: CallFile, _ situation: Situation) {
        number = situation.say("call.number", ["number": file.call.number])
        clock = CallClock(file.call, situation)
        lines = (CallCard.facts(file.call, situation) + CallCard.content(file, situation)).filter { !$0.text.isEmpty }
        let isWithheld = file.isWithheld && file.call.content.note != nil
        note =
            isWithheld
            ? situation.say("call.note_of_another")
            : situation.said(file.note, file.call.content.note, file.keeping)
    }

    private static func facts(_ call: Call, _ situation: Situation) -> [Line] {
        let say = situation.say
        let end = call.ended.map { " \(Glyph.none) \(situation.clock($0))" } ?? ""
        var lines = [
            Line(label: say("call.field.started"), text: situation.dayAndClock(call.started) + end),
            Line(label: say("call.field.line"), text: call.line),
            Line(label: say("call.operator"), text: call.operatorCode),
        ]
        if call.placement.offShift {
            let reason = situation.label(.offShiftBecause, call.content.offShiftReason)
            let text = reason.isEmpty ? "" : ": \(reason)"
            lines.append(Line(label: "", text: "\(Glyph.overdue) \(say("call.off_shift"))\(text)", role: .warning))
        }
        if call.revision > 1 {
            lines.append(Line(label: "", text: say("call.revision", n: call.revision - 1), role: .faint))
        }
        return lines
    }

    private static func content(_ file: CallFile, _ situation: Situation) -> [Line] {
        let say = situation.say
        let content = file.call.content
        func coded(_ field: CallField, _ list: ListID, _ code: String?) -> Line {
            Line(label: say("call.field.\(field.rawValue)"), text: situation.label(list, code))
        }
        let isOpenSOS = file.escalation?.isOpen ?? false
        var lines = [
            Line(
                label: say("call.field.class"),
                text: (isOpenSOS ? "\(Glyph.alarm) " : "") + situation.label(.callClass, content.callClass?.rawValue),
                role: isOpenSOS ? .alarm : .text)
        ]
        if let escalation = file.escalation {
            let outcome = escalation.outcome.map { ": \(situation.label(.escalationOutcome, $0))" } ?? ""
            lines.append(
                Line(label: "SOS", text: say("escalation.status.\(escalation.status.rawValue)") + outcome))
        }
        let topics = content.topics.map { situation.label(.topic, $0) }.joined(separator: ", ")
        let place = file.isWithheld ? "" : situation.said(file.region, content.region, file.keeping)
        lines += [
            coded(.code, .nonCounselling, content.code), Line(label: say("call.field.topic"), text: topics),
            coded(.caller, .caller, content.caller), coded(.outcome, .callOutcome, content.outcome),
            coded(.country, .country, content.country), Line(label: say("call.field.region"), text: place),
            coded(.language, .language, content.language), coded(.sex, .sex, content.sex),
            coded(.ageBand, .ageBand, content.ageBand), coded(.heard, .heard, content.heard),
        ]
        if let due = content.callBackAt {
            let made = file.call.calledBackAt
            let text =
                made.map { say("call.called_back_at", ["time": situation.dayAndClock($0)]) }
                ?? situation.dayAndClock(due)
            lines.append(Line(label: say("call.field.call_back"), text: text, role: made == nil ? .warning : .text))
        }
        return lines
    }

    func draw(on surface: inout Surface) {
        let used = surface.put(number, x: 1, y: 0, role: .heading)
        surface.put(clock.text, x: used + 4, y: 0, role: clock.role)
        let labelWidth = min(surface.width / 3, lines.reduce(0) { max($0, cellWidth(of: $1.label)) })
        var y = 2
        for line in lines {
            surface.put(line.label, x: 1, y: y, role: .label, maxWidth: labelWidth)
            surface.put(line.text, x: labelWidth + 3, y: y, role: line.role)
            y += 1
        }
        for text in wrap(note, width: max(1, surface.width - 2)) where !note.isEmpty {
            y += 1
            surface.put(text, x: 1, y: y)
        }
    }
}
