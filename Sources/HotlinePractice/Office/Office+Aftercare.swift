import HotlineDomain
import HotlineStore

/// What is done about a call after its record is final.
extension Office {
    mutating func lookAfter(_ call: Answered, _ entry: CallEntry, _ batch: inout Store.Batch) throws {
        if let at = call.plan.content.callBackAt {
            later(at + .minutes(Int64(chance.number(0...18)))) { try $0.callBack(call.id, &$1) }
        }
        if let amendment = call.plan.amendment { putRight(call, amendment, entry) }
        if let referral = call.plan.referral { try refer(referral, from: .call(id: call.id), by: call.by, &batch) }
    }

    /// By whoever is on then; the promise was the hotline's.
    private mutating func callBack(_ call: CallID, _ batch: inout Store.Batch) throws {
        guard let code = onDuty(.line)?.person else {
            after(600) { try $0.callBack(call, &$1) }
            return
        }
        try perform([.call(call, .callBackDone)], by: code, &batch)
    }

    private mutating func putRight(_ call: Answered, _ amendment: CallPlan.Amendment, _ entry: CallEntry) {
        var content = amendment.content
        content.region = entry.content.region
        content.note = entry.content.note
        let amend = CallCommand.amend(
            revision: 1, reason: amendment.reason, started: call.started, ended: call.ended, CallEntry(content))
        let at = amendment.atOnce ? now + .minutes(Int64(chance.number(2...20))) : officeHours(from: today + 1)
        let by = amendment.atOnce ? call.by : Office.supervisor
        if at < deadline { later(at) { try $0.perform([.call(call.id, amend)], by: by, &$1) } }
    }
}
