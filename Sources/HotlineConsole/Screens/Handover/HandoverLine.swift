import HotlineDomain
import TerminalUI
import Wording

/// An item of a handover, said in a line or in full.
struct HandoverLine {
    let text: String
    let role: TerminalUI.Role

    private init(_ text: String, _ role: TerminalUI.Role = .text) {
        self.text = text
        self.role = role
    }

    static func thing(_ thing: HandedThing, _ situation: Situation) -> HandoverLine {
        let say = situation.say
        switch thing {
        case .escalation(let escalation):
            let text = say("handover.escalation", ["number": escalation.callNumber])
            return HandoverLine("\(Glyph.alarm) \(text)  \(state(escalation, situation))", .alarm)
        case .draft(let call):
            let time = situation.dayAndClock(call.started)
            if call.status.isLive {
                let text = say("handover.on_the_line", ["number": call.number, "operator": call.operatorCode])
                return HandoverLine("\(Glyph.live) \(text)  \(time)", .strong)
            }
            return HandoverLine("\(Glyph.ellipsis) \(say("due.draft", ["number": call.number]))  \(time)", .warning)
        case .callBack(let call):
            let due = call.content.callBackAt.map(situation.dayAndClock) ?? ""
            return HandoverLine(say("handover.call_back", ["number": call.number, "time": due]))
        case .referral(let referral):
            let words = ["number": referral.number, "provider": provider(referral, situation)]
            guard let due = referral.dueAt else { return HandoverLine(say("handover.referral", words)) }
            // When it is due comes before what may be cut.
            let time = ["time": situation.dayAndClock(due)]
            return HandoverLine(say("handover.referral_due", words.merging(time) { $1 }))
        case .task(let task, let what):
            let due = task.content.due.map { situation.shortDay($0) } ?? ""
            return HandoverLine(say("handover.task", ["what": oneLine(what), "date": due]))
        case .caseTask(let file, let task):
            let mark = StateMark(task, of: file, situation)
            let words = ["case": file.number, "task": String(task.number)]
            return HandoverLine("\(say("registers.task_of_case", words))  \(mark.text)", mark.role)
        case .places(let provider, let places, let taken):
            let words = [
                "provider": situation.providerName(provider), "free": String(max(0, places - taken)),
                "places": String(places),
            ]
            return HandoverLine(say("handover.places", words), taken >= places ? .warning : .text)
        case .note(let note):
            return HandoverLine(
                say("handover.note_line", ["note": note.revealed.split(separator: "\n").joined(separator: " ")]))
        case .gone: return HandoverLine(say("handover.gone"), .faint)
        }
    }

    private static func state(_ escalation: Escalation, _ situation: Situation) -> String {
        guard escalation.isOpen else { return situation.say("escalation.resolved") }
        return escalation.isAcknowledged
            ? situation.say("escalation.in_hand", ["operator": escalation.assignee ?? ""])
            : situation.say("escalation.waiting", ["age": situation.age(since: escalation.raisedAt)])
    }

    private static func oneLine(_ text: Private<String>?) -> String {
        text?.revealed.split(separator: "\n").joined(separator: " ") ?? ""
    }

    private static func provider(_ referral: Referral, _ situation: Situation) -> String {
        situation.hotline.provider(referral.provider)?.name ?? referral.provider
    }

    /// Who has it now.
    static func state(_ row: HandoverRow, _ situation: Situation) -> HandoverLine {
        let say = situation.say
        switch row.state {
        case nil: return HandoverLine("")
        case .open: return HandoverLine("\(Glyph.overdue) \(say("handover.item.open"))", .warning)
        case .parked: return HandoverLine("\(Glyph.none) \(say("handover.item.parked"))", .warning)
        case .acknowledged:
            return HandoverLine("\(Glyph.done) \(say("handover.item.acknowledged", ["by": row.by ?? ""]))", .good)
        }
    }

    static func detail(_ thing: HandedThing, _ situation: Situation) -> [HandoverLine] {
        let say = situation.say
        switch thing {
        case .escalation(let escalation):
            let outcome = situation.label(.escalationOutcome, escalation.outcome)
            return [
                HandoverLine(
                    "\(Glyph.alarm) \(say("handover.escalation", ["number": escalation.callNumber]))", .heading),
                HandoverLine(say("escalation.status.\(escalation.status.rawValue)")),
                HandoverLine(state(escalation, situation), escalation.isAcknowledged ? .text : .alarm),
                HandoverLine(
                    say(
                        "handover.raised",
                        ["time": situation.dayAndClock(escalation.raisedAt), "by": escalation.raisedBy])),
                HandoverLine(outcome),
            ]
        case .referral(let referral):
            let words = ["number": referral.number, "provider": provider(referral, situation)]
            return [
                HandoverLine(say("handover.referral", words), .heading),
                HandoverLine(situation.label(.service, referral.service)),
                HandoverLine(referral.dueAt.map(situation.dayAndClock) ?? "", .text),
            ]
        case .note(let note):
            return [HandoverLine(say("handover.note_for_next"), .heading), HandoverLine(note.revealed)]
        case .gone: return [HandoverLine(say("handover.gone"), .faint)]
        case .task(_, let what):
            return [
                HandoverLine.thing(thing, situation), HandoverLine(what?.revealed ?? say("detail.erased")),
            ]
        case .draft, .callBack, .caseTask, .places: return [HandoverLine.thing(thing, situation)]
        }
    }
}
