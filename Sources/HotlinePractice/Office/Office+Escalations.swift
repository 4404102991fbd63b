import HotlineDomain
import HotlineStore

/// An SOS from the operator's key to its outcome.
extension Office {
    mutating func raise(_ sos: SOSPlan, from call: Answered, _ batch: inout Store.Batch) throws {
        let escalation: EscalationID = id()
        try perform([.escalation(escalation, .raise(call: call.id))], by: call.by, &batch)
        let onDuty = onDuty(.specialist) != nil
        if !onDuty, holders[escalation] != specialist {
            // The list names one specialist first; they take turns by weeks.
            try perform([.escalation(escalation, .assign(to: specialist))], by: call.by, &batch)
        } else if onDuty, (9..<14).contains(hour), self.onDuty(.supervisor) != nil, chance.happens(8) {
            try perform([.escalation(escalation, .assign(to: Office.supervisor))], by: call.by, &batch)
        }
        after(secondsToAcknowledge(onDuty)) { try $0.acknowledge(escalation, sos, &$1) }
    }

    private mutating func secondsToAcknowledge(_ onDuty: Bool) -> Int {
        let slower = onDuty ? 1 : 2
        return switch chance.below(100) {
        case 0..<72: chance.around(35...290) * slower
        case 72..<94: chance.around(300...800) * slower
        default: chance.around(800...1900) * slower
        }
    }

    private mutating func acknowledge(
        _ escalation: EscalationID, _ sos: SOSPlan, _ batch: inout Store.Batch
    ) throws {
        let code = holders[escalation] ?? specialist
        try perform([.escalation(escalation, .acknowledge)], by: code, &batch)
        var at = waking(now + .minutes(Int64(sos.minutes)))
        if code == Office.supervisor { at = min(at, zone.instant(today, secondsOfDay: 16 * 3600 + 1800)) }
        later(at) { try $0.resolve(escalation, sos, &$1) }
    }

    private mutating func resolve(_ escalation: EscalationID, _ sos: SOSPlan, _ batch: inout Store.Batch) throws {
        let code = holders[escalation] ?? specialist
        switch sos.outcome {
        case "case_opened": try openCase(from: escalation, sos, by: code, &batch)
        case "linked_to_existing_case":
            let resolve = EscalationCommand.resolve(outcome: sos.outcome, reason: nil, openedCase: latestCase)
            try perform([.escalation(escalation, resolve)], by: code, &batch)
        default:
            let reason = chance.happens(65) ? phrase("resolved", by: code) : nil
            let resolve = EscalationCommand.resolve(outcome: sos.outcome, reason: reason, openedCase: nil)
            try perform([.escalation(escalation, resolve)], by: code, &batch)
            guard let referral = sos.referral else { return }
            try refer(referral, from: .escalation(id: escalation), by: code, &batch)
        }
    }

    private mutating func openCase(
        from escalation: EscalationID, _ sos: SOSPlan, by code: String, _ batch: inout Store.Batch
    ) throws {
        let file: CaseID = id()
        let resolve = EscalationCommand.resolve(outcome: sos.outcome, reason: nil, openedCase: file)
        try perform(
            [.case(file, .open(.escalation(id: escalation))), .escalation(escalation, resolve)], by: code, &batch)
        latestCase = file
        if let plan = sos.file { next(0, of: plan, file, openedOn: today, after: today) }
    }
}
