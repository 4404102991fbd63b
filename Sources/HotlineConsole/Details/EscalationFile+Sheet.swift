import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension EscalationFile {
    /// What is known of the SOS, and beside it the call it was raised from.
    ///
    /// - Parameter withAnswers: false beside a form that has those of the first minute.
    func sheet(width: Int, _ situation: Situation, withAnswers: Bool = true) -> Sheet {
        let say = situation.say
        var sheet = Sheet(width: width)
        let mark = escalation.isOpen ? Glyph.alarm : .done
        sheet.heading("\(mark) \(say("escalation.number", ["number": escalation.callNumber]))")
        sheet.state(
            StateMark(escalation, situation),
            say(
                "escalation.raised_at",
                ["time": situation.dayAndClock(escalation.raisedAt), "by": escalation.raisedBy]))
        sheet.divergence(divergence, situation)
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
        sheet.fact(say("escalation.reason"), situation.said(reason, escalation.reason, keeping))
        sheet.held(keeping, situation)
        sheet.others(others, of: .escalation, keeping, situation)
        sheet.heading(say("escalation.first_minute"))
        if withAnswers { answers(of: &sheet, situation) }
        sheet.fact(say("escalation.emergency"), emergency(situation), role: .strong)
        chain(of: &sheet, situation)
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

extension EscalationFile {
    /// What a specialist needs before anything else: is it safe, and where.
    private func answers(of sheet: inout Sheet, _ situation: Situation) {
        let say = situation.say
        let questions = CodeLists.list(.sosQuestion).codes.map(\.code)
        // Called as in the form that asks them.
        func name(_ question: String) -> String { say("act.field.\(question)") }
        for question in questions {
            guard let answer = escalation.answers[question] else { continue }
            sheet.fact(
                name(question), situation.label(.answer, answer), role: EscalationFile.role(question, answer))
        }
        let names = questions.filter { escalation.answers[$0] == nil }.map(name).joined(separator: ", ")
        sheet.fact(situation.label(.answer, "not_asked"), names, role: .faint)
        sheet.fact(say("escalation.place"), situation.said(place, escalation.place, keeping), role: .strong)
    }

    /// What must not be overlooked; what nobody asked yet stands back.
    private static func role(_ question: String, _ answer: String) -> TerminalUI.Role {
        switch (question, answer) {
        case (_, "not_asked"): .faint
        case ("safe_to_talk", "no"): .alarm
        case ("safe_to_talk", _): .text
        case (_, "yes"): .alarm
        default: .text
        }
    }

    private func emergency(_ situation: Situation) -> String {
        let country = call?.content.country
        guard let found = EmergencyNumber.of(country: country) else {
            return situation.say("escalation.emergency.unknown")
        }
        return "\(found.number)  \(situation.label(.country, found.country))"
    }

    /// Who is to be told next while nobody has taken it.
    private func chain(of sheet: inout Sheet, _ situation: Situation) {
        guard !escalation.isAcknowledged else { return }
        let onDuty = situation.live.shiftsOn.map(\.operatorCode)
        let now = escalation.toCall(situation.hotline, onDuty: onDuty, at: situation.now)
        let steps = escalation.chain(situation.hotline, onDuty: onDuty)
        if steps.isEmpty { sheet.fact(situation.say("escalation.chain"), situation.say("escalation.chain.nobody")) }
        let texts = steps.map { step in
            let key = step == now ? "escalation.chain.now" : "escalation.chain.from"
            return situation.say(
                key,
                [
                    "operator": step.person, "time": situation.dayAndClock(step.from),
                    "because": situation.say("escalation.because.\(step.because.rawValue)"),
                ])
        }
        sheet.fact(situation.say("escalation.chain"), texts.joined(separator: "; "), role: .strong)
    }
}

extension Sheet {
    /// A call in a few lines, with its note.
    mutating func call(_ call: Call, note: String?, _ situation: Situation) {
        let say = situation.say
        let content = call.content
        heading(say("detail.call"))
        let end = call.ended.map { end in
            situation.zone.date(at: end) == situation.zone.date(at: call.started)
                ? situation.clock(end) : situation.dayAndClock(end)
        }
        let times = [situation.dayAndClock(call.started), end].compactMap { $0 }
        link(
            .call(call.id), say("call.number", ["number": call.number]),
            "\(times.joined(separator: "\(Glyph.none)"))   \(call.operatorCode)")
        let about = [
            situation.label(.callClass, content.callClass?.rawValue), situation.label(.language, content.language),
            situation.label(.country, content.country), situation.label(.topic, content.topics.first),
            situation.label(.caller, content.caller),
        ]
        text(about.filter { !$0.isEmpty }.joined(separator: ", "))
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
