import HotlineDomain
import HotlineStore

/// A case, step by step, in office hours.
extension Office {
    /// Enters the step into the agenda: on its day, or where that has gone by
    /// on the first workday after the step before. What the year has no more
    /// days for is left to the next one.
    mutating func next(
        _ number: Int, of plan: CasePlan, _ file: CaseID, openedOn opening: BusinessDate, after last: BusinessDate
    ) {
        guard number < plan.steps.count else { return }
        let at = officeHours(from: max(opening + plan.steps[number].day, last + 1))
        guard at < deadline else { return }
        later(at) { office, batch in
            let isDone = try office.take(plan.steps[number].step, file, &batch)
            office.next(isDone ? number + 1 : number, of: plan, file, openedOn: opening, after: office.today)
        }
    }

    /// False where it has to wait for a referral to come to its end.
    private mutating func take(_ step: CasePlan.Step, _ file: CaseID, _ batch: inout Store.Batch) throws -> Bool {
        let code = specialist
        switch step {
        case .triage: try perform([.case(file, .triage)], by: code, &batch)
        case .note:
            if let words = phrase("case", by: code) { try perform([.case(file, .note(words))], by: code, &batch) }
        case .followUp: try perform([.case(file, .followUp)], by: code, &batch)
        case .hold: try perform([.case(file, .hold(reason: phrase("hold", by: code)))], by: code, &batch)
        case .resume: try perform([.case(file, .resume)], by: code, &batch)
        case .refer(let referral): try refer(referral, from: .case(id: file), by: code, &batch)
        case .proposeClosing(let reason, let asReferred):
            return try propose(reason, asReferred: asReferred, file, by: code, &batch)
        case .turnBack: try perform([.case(file, .return(reason: nil))], by: Office.supervisor, &batch)
        case .approve: try perform([.case(file, .approve(override: nil))], by: Office.supervisor, &batch)
        case .reopen(let reason): try perform([.case(file, .reopen(reason: reason, words: nil))], by: code, &batch)
        }
        return true
    }

    private mutating func propose(
        _ reason: String, asReferred: Bool, _ file: CaseID, by code: String, _ batch: inout Store.Batch
    ) throws -> Bool {
        let propose = CaseCommand.proposeClosing(reason: reason, asReferred: asReferred, override: nil)
        do {
            try perform([.case(file, propose)], by: code, &batch)
            return true
        } catch let refusal as Refusal where refusal.rule == CaseRule.unendedReferral.rawValue {
            return false
        }
    }
}
