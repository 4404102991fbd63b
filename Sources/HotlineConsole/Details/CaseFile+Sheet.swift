import HotlineDomain
import TerminalUI
import Wording

extension CaseFile {
    /// What is known of the case: its state, where it came from, its referrals.
    func sheet(width: Int, _ situation: Situation) -> Sheet {
        let say = situation.say
        let file = self.case
        var sheet = Sheet(width: width)
        sheet.heading(say("case.number", ["number": file.number]))
        sheet.state(
            StateMark(file, situation), say("case.opened_at", ["time": situation.dayAndClock(file.openedAt)]))
        sheet.fact(say("case.origin"), say("case.origin.\(file.origin.code)"))
        if let closing = file.closing {
            let ending = closing.asReferred ? ", \(say("event.case.as_referred"))" : ""
            sheet.fact(say("case.closing"), situation.label(.caseClosing, closing.reason) + ending)
            sheet.fact(say("case.proposed_by"), closing.proposedBy)
        }
        if let date = file.referredOn { sheet.fact(say("case.referred_on"), situation.shortDay(date)) }
        if let target = file.mergedInto {
            sheet.link(.case(target), say("case.merged_into"), mergedInto?.number ?? "")
        }
        if let escalation {
            let mark = StateMark(escalation, situation)
            sheet.link(
                .escalation(escalation.id), say("case.escalation"), "\(escalation.callNumber)  \(mark.text)",
                role: mark.role)
        }
        sheet.referrals(referrals, situation)
        return sheet
    }
}
