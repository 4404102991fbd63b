import HotlineDomain
import TerminalUI
import Wording

extension ReferralFile {
    /// What is known of the referral: to whom, for what, how far it has come.
    ///
    /// - Parameter address: the provider's confidential one, where somebody has uncovered it.
    func sheet(width: Int, address: Private<String>? = nil, _ situation: Situation) -> Sheet {
        let say = situation.say
        var sheet = Sheet(width: width)
        sheet.heading(say("referral.number", ["number": referral.number]))
        sheet.state(StateMark(referral, situation))
        sheet.divergence(divergence, situation)
        sheet.fact(say("referral.provider"), situation.providerName(referral.provider))
        if let provider = situation.hotline.provider(referral.provider) {
            sheet.address(of: provider, address, situation)
        }
        sheet.fact(say("referral.service"), situation.label(.service, referral.service))
        sheet.fact(say("referral.urgency"), say("urgency.\(referral.urgency.rawValue)"))
        sheet.fact(say("referral.consent"), consent(situation))
        sheet.fact(say("referral.kept_by"), referral.keptBy)
        if let at = referral.sentAt {
            sheet.fact(say("referral.sent_at"), situation.dayAndClock(at))
            if referral.status == .sent, let due = referral.dueAt { drawDue(due, &sheet, situation) }
        }
        if referral.chases > 0 { sheet.fact(say("referral.chases"), String(referral.chases)) }
        if let answered = referral.answered {
            sheet.fact(say("referral.answered"), "\(situation.dayAndClock(answered.at)), \(answered.by)")
        }
        sheet.fact(
            say("referral.full_because"), situation.label(.fullOverriddenBecause, referral.fullOverriddenBecause))
        for received in referral.delivered {
            let fund = received.donor ?? say("provider.donor.none")
            sheet.fact(say("referral.delivered"), "\(situation.label(.service, received.service)), \(fund)")
        }
        sheet.fact(say("referral.rejected_because"), situation.label(.rejectedBecause, referral.rejectedBecause))
        sheet.fact(say("referral.outcome"), situation.label(.referralOutcome, referral.outcome))
        if let source = referral.source, referral.status.hasEnded {
            sheet.fact(say("referral.source"), say("referral.source.\(source.rawValue)"))
        }
        sheet.others(others, of: .referral, Keeping(), situation)
        sheet.heading(say("referral.origin"))
        sheet.link(
            referral.origin.route, say("referral.origin.\(referral.origin.subject.kind.rawValue)"), originNumber ?? ""
        )
        return sheet
    }

    private func drawDue(_ due: Instant, _ sheet: inout Sheet, _ situation: Situation) {
        let isLate = referral.hasNoResponse(at: situation.now)
        let age = situation.say.age(seconds: Int((isLate ? situation.now - due : due - situation.now).seconds))
        let key = isLate ? "referral.late_by" : "referral.due_in"
        sheet.fact(
            situation.say("referral.due_at"),
            "\(situation.dayAndClock(due)), \(situation.say(key, ["age": age]))", role: isLate ? .warning : .text)
    }

    private func consent(_ situation: Situation) -> String {
        switch referral.consent {
        case .overridden(let because):
            situation.say(
                "referral.consent.because", ["reason": situation.label(.consentOverriddenBecause, because)])
        case .given, .refused: situation.say("consent.\(referral.consent?.code ?? "")")
        case nil: situation.say("referral.consent.missing")
        }
    }
}

extension ReferralOrigin {
    var route: Route {
        switch self {
        case .case(let id): .case(id)
        case .escalation(let id): .escalation(id)
        case .call(let id): .call(id)
        }
    }
}
