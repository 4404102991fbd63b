import HotlineDomain
import TerminalUI
import Wording

/// What happened, in words: the history of an escalation, a case, a referral.
public struct EventText {
    private let say: Say
    private let hotline: Hotline

    public init(_ say: Say, _ hotline: Hotline) {
        self.say = say
        self.hotline = hotline
    }

    /// Nil for what has no place in these histories.
    public func text(_ event: Event) -> String? {
        switch event {
        case .escalation(_, let event): text(event)
        case .case(_, let event): text(event)
        case .referral(_, let event): text(event)
        case .erasure(_, let event): text(event)
        default: nil
        }
    }

    /// What newer words took the place of is told by those.
    private func text(_ event: ErasureEvent) -> String? {
        switch event {
        case .erased(_, _, Erasure.replaced, _): nil
        case .erased(_, let words, let because, let person):
            say(
                person == nil ? "event.erasure.erased" : "event.erasure.erased_person", n: words.count,
                ["because": label(.erasedBecause, because), "person": person.map { String($0) } ?? ""])
        case .held(_, let because): say("event.erasure.held", ["because": label(.keptBecause, because)])
        case .released(_, let because): say("event.erasure.released", ["because": label(.releasedBecause, because)])
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
            say("event.escalation.resolved", ["outcome": label(.escalationOutcome, outcome)])
        case .reopened(let reason, _): say("event.escalation.reopened", ["reason": reopened(reason)])
        case .assessed(let answers, let place): assessed(answers, place)
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
            say("event.case.closing_proposed", ["reason": label(.caseClosing, reason)])
                + ending(asReferred) + overridden(override)
        case .closed(let asReferred, let override):
            say("event.case.closed") + ending(asReferred) + overridden(override)
        case .returned: say("event.case.returned")
        case .reopened(let reason, _): say("event.case.reopened", ["reason": reopened(reason)])
        case .merged: say("event.case.merged")
        case .absorbed(let cases, _): say("event.case.absorbed", n: cases.count)
        case .personAdded(let person, let role, _):
            say("event.case.person_added", ["person": String(person), "role": label(.caseRole, role)])
        case .personChanged(let person, _, _): say("event.case.person_changed", ["person": String(person)])
        case .valuesSet(let person, let values, let cleared):
            say(
                person == nil ? "event.case.values_set" : "event.case.person_set",
                ["person": person.map { String($0) } ?? "", "fields": fields(Array(values.keys) + cleared)])
        case .taskAdded(let task, _, let responsible, let due):
            say(
                due == nil ? "event.case.task_added" : "event.case.task_added_due",
                ["task": String(task), "operator": responsible, "due": due?.description ?? ""])
        case .taskGiven(let task, let to):
            say("event.case.task_given", ["task": String(task), "operator": to])
        case .taskFinished(let task, _): say("event.case.task_finished", ["task": String(task)])
        case .countedAsReferred: say("event.case.counted_as_referred")
        }
    }

    private func text(_ event: ReferralEvent) -> String {
        switch event {
        case .added(_, _, let provider, let service, _):
            say(
                "event.referral.added",
                ["provider": hotline.provider(provider)?.name ?? provider, "service": label(.service, service)])
        case .consented(.overridden(let because)):
            say("event.referral.overridden", ["reason": label(.consentOverriddenBecause, because)])
        case .consented: say("event.referral.consented")
        case .declined: say("event.referral.declined")
        case .sent: say("event.referral.sent")
        case .accepted: say("event.referral.accepted")
        case .rejected(let reason, _):
            say("event.referral.rejected", ["reason": label(.rejectedBecause, reason)])
        case .started: say("event.referral.started")
        case .chased: say("event.referral.chased")
        case .fullOverridden(let because):
            say("event.referral.full_overridden", ["reason": label(.fullOverriddenBecause, because)])
        case .delivered(let received):
            say(
                "event.referral.delivered",
                [
                    "service": label(.service, received.service),
                    "donor": received.donor ?? say("provider.donor.none"),
                ])
        case .kept(let by): say("event.referral.kept", ["by": by])
        case .ended(let outcome, let source):
            say(
                "event.referral.ended",
                [
                    "outcome": label(.referralOutcome, outcome),
                    "source": say("referral.source.\(source.rawValue)"),
                ])
        case .revoked(_, let outcome):
            say("event.referral.revoked", ["outcome": label(.referralOutcome, outcome)])
        }
    }

    /// Their names, in the order of the table; what stands in them is not part of a history.
    private func fields(_ names: [String]) -> String {
        CaseField.all.filter { names.contains($0.name) }.map { $0.label(say.language.rawValue) }
            .joined(separator: ", ")
    }

    private func assessed(_ answers: [String: String], _ place: WordsID?) -> String {
        let told = CodeLists.list(.sosQuestion).codes.compactMap { question in
            answers[question.code].map { "\(question.label(say.language.rawValue)): \(label(.answer, $0))" }
        }
        let all = told + (place == nil ? [] : [say("event.escalation.place")])
        return say("event.escalation.assessed", ["answers": all.joined(separator: ", ")])
    }

    private func label(_ list: ListID, _ code: String) -> String {
        CodeLists.list(list).code(code)?.label(say.language.rawValue) ?? code
    }

    private func reopened(_ reason: String) -> String { label(.reopenedBecause, reason) }
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
        let texts = EventText(situation.say, situation.hotline)
        heading(situation.say("detail.history"))
        for row in rows {
            guard let text = texts.text(row.event) else { continue }
            event("\(situation.dayAndClock(row.stamp.at)) \(row.stamp.by)", text)
            guard row.event.words != nil else { continue }
            guard let words = row.words?.revealed else {
                self.text(situation.text(of: row.erasure), indent: 3, role: .faint)
                continue
            }
            self.text(words, indent: 3)
        }
    }
}
