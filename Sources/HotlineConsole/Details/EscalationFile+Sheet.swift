import HotlineDomain
import TerminalUI
import Wording

extension EscalationFile {
    /// What is known of the SOS, and beside it the call it was raised from.
    func sheet(width: Int, _ situation: Situation) -> Sheet {
        let say = situation.say
        var sheet = Sheet(width: width)
        let mark = escalation.isOpen ? Glyph.alarm : .done
        sheet.heading("\(mark) \(say("escalation.number", ["number": escalation.callNumber]))")
        sheet.state(
            StateMark(escalation, situation),
            say(
                "escalation.raised_at",
                ["time": situation.dayAndClock(escalation.raisedAt), "by": escalation.raisedBy]))
        sheet.fact(say("escalation.assignee"), escalation.assignee ?? "\(Glyph.none)")
        if !escalation.isAcknowledged {
            sheet.fact(say("escalation.kept_by"), escalation.keptBy)
        }
        if let at = escalation.acknowledgedAt {
            let after = situation.say.age(seconds: Int((at - escalation.raisedAt).seconds))
            sheet.fact(
                say("escalation.acknowledged"),
                say("escalation.acknowledged_after", ["time": situation.dayAndClock(at), "age": after]))
        }
        if let at = escalation.resolvedAt { sheet.fact(say("escalation.resolved_at"), situation.dayAndClock(at)) }
        if let reason { sheet.fact(say("escalation.reason"), reason.revealed) }
        if let call {
            sheet.call(call, note: callNote?.revealed, situation)
        }
        if let file = openedCase {
            sheet.heading(say("escalation.case"))
            sheet.link(
                .case(file.id), say("case.number", ["number": file.number]), StateMark(file, situation).text)
        }
        return sheet
    }
}

extension Sheet {
    /// A call in a few lines, with its note.
    mutating func call(_ call: Call, note: String?, _ situation: Situation) {
        let say = situation.say
        let content = call.content
        heading(say("detail.call"))
        let times = [call.started, call.ended].compactMap { $0 }.map(situation.dayAndClock)
        link(
            .call(call.id), say("call.number", ["number": call.number]),
            "\(times.joined(separator: "\(Glyph.none)"))   \(call.operatorCode)")
        fact(say("call.field.class"), situation.label(.callClass, content.callClass?.rawValue))
        fact(say("call.field.language"), situation.label(.language, content.language))
        fact(say("call.field.country"), situation.label(.country, content.country))
        fact(say("call.field.topic"), situation.label(.topic, content.topics.first))
        fact(say("call.field.caller"), situation.label(.caller, content.caller))
        if let note { fact(say("call.field.note"), note) }
    }

    /// The referrals made from something, each a line that leads to it.
    mutating func referrals(_ referrals: [Referral], _ situation: Situation) {
        guard !referrals.isEmpty else { return }
        heading(situation.say("detail.referrals"))
        for referral in referrals {
            let mark = StateMark(referral, situation)
            let service = situation.label(.service, referral.service)
            link(
                .referral(referral.id), referral.number,
                "\(mark.text)  \(service), \(situation.providerName(referral.provider))", role: mark.role)
        }
    }
}
