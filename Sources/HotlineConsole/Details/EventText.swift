import HotlineDomain
import TerminalUI
import Wording

/// What happened, in words: the history of an escalation, a case, a referral.
struct EventText {
    let situation: Situation
    private var say: Say { situation.say }

    init(_ situation: Situation) { self.situation = situation }

    /// Nil for what has no place in these histories.
    func text(_ event: Event) -> String? {
        switch event {
        case .escalation(_, let event): text(event)
        case .case(_, let event): text(event)
        case .referral(_, let event): text(event)
        default: nil
        }
    }

    private func text(_ event: EscalationEvent) -> String {
        switch event {
        case .raised(_, let number, _): say("event.escalation.raised", ["number": number])
        case .assigned(let to): say("event.escalation.assigned", ["to": to])
        case .acknowledged: say("event.escalation.acknowledged")
        case .kept(let by): say("event.escalation.kept", ["by": by])
        case .reassigned(let to): say("event.escalation.reassigned", ["to": to])
        case .resolved(let outcome, _, _):
            say("event.escalation.resolved", ["outcome": situation.label(.escalationOutcome, outcome)])
        case .reopened(let reason, _): say("event.escalation.reopened", ["reason": reopened(reason)])
        }
    }

    private func text(_ event: CaseEvent) -> String {
        switch event {
        case .opened(_, let origin, _):
            say("event.case.opened", ["origin": say("case.origin.\(origin.code)")])
        case .triaged: say("event.case.triaged")
        case .putOnHold: say("event.case.put_on_hold")
        case .resumed: say("event.case.resumed")
        case .followedUp: say("event.case.followed_up")
        case .noted: say("event.case.noted")
        case .closingProposed(let reason, let asReferred, let override):
            say("event.case.closing_proposed", ["reason": situation.label(.caseClosing, reason)])
                + ending(asReferred) + overridden(override)
        case .closed(let asReferred, let override):
            say("event.case.closed") + ending(asReferred) + overridden(override)
        case .returned: say("event.case.returned")
        case .reopened(let reason, _): say("event.case.reopened", ["reason": reopened(reason)])
        case .merged: say("event.case.merged")
        case .countedAsReferred: say("event.case.counted_as_referred")
        }
    }

    private func text(_ event: ReferralEvent) -> String {
        switch event {
        case .added(_, _, let provider, let service, _):
            say(
                "event.referral.added",
                ["provider": situation.providerName(provider), "service": situation.label(.service, service)])
        case .consented(.overridden(let because)):
            say("event.referral.overridden", ["reason": situation.label(.consentOverriddenBecause, because)])
        case .consented: say("event.referral.consented")
        case .declined: say("event.referral.declined")
        case .sent: say("event.referral.sent")
        case .accepted: say("event.referral.accepted")
        case .rejected(let reason, _):
            say("event.referral.rejected", ["reason": situation.label(.rejectedBecause, reason)])
        case .started: say("event.referral.started")
        case .chased: say("event.referral.chased")
        case .kept(let by): say("event.referral.kept", ["by": by])
        case .ended(let outcome, let source):
            say(
                "event.referral.ended",
                [
                    "outcome": situation.label(.referralOutcome, outcome),
                    "source": say("referral.source.\(source.rawValue)"),
                ])
        case .revoked(_, let outcome):
            say("event.referral.revoked", ["outcome": situation.label(.referralOutcome, outcome)])
        }
    }

    private func reopened(_ reason: String) -> String { situation.label(.reopenedBecause, reason) }
    private func ending(_ asReferred: Bool) -> String { asReferred ? ", \(say("event.case.as_referred"))" : "" }
    private func overridden(_ override: WordsID?) -> String {
        override == nil ? "" : ", \(say("event.case.overridden"))"
    }
}

extension Situation {
    func providerName(_ code: String) -> String { hotline.provider(code)?.name ?? code }
}

extension Sheet {
    /// A history: when, by whom, what, and under it the words that were written with it.
    mutating func history(_ rows: [HistoryRow], _ situation: Situation) {
        let texts = EventText(situation)
        heading(situation.say("detail.history"))
        for row in rows {
            guard let text = texts.text(row.event) else { continue }
            event("\(situation.dayAndClock(row.stamp.at)) \(row.stamp.by)", text)
            guard row.event.words != nil else { continue }
            guard let words = row.words?.revealed else {
                self.text(situation.say("detail.erased"), indent: 3, role: .faint)
                continue
            }
            self.text(words, indent: 3)
        }
    }
}
