import HotlineDomain
import HotlineStore

/// A call that was answered: whose it is, and its times.
struct Answered {
    let id: CallID
    let plan: CallPlan
    /// Who writes it up.
    var by: String
    let started: Instant
    var ended: Instant
}

/// A call from the ring to its final record.
extension Office {
    mutating func answer(_ plan: CallPlan, _ batch: inout Store.Batch) throws {
        guard let code = onDuty(.line)?.person, !engaged.contains(code) else {
            // It rings on, or the caller tries again.
            after(150) { try $0.answer(plan, &$1) }
            return
        }
        let call = Answered(
            id: id(), plan: plan, by: code, started: now, ended: now + .seconds(Int64(plan.seconds)))
        if case .enteredAfterwards(let minutes) = plan.course {
            later(call.ended + .minutes(Int64(minutes))) { try $0.enter(call, &$1) }
            return
        }
        let start = CallCommand.start(line: Office.line, at: now, country: nil, language: nil)
        try perform([.call(call.id, start)], by: code, &batch)
        engaged.insert(code)
        if plan.content.callClass == .nonCounselling, let kind = plan.content.code {
            after(plan.seconds) { try $0.close(call, as: kind, &$1) }
        } else {
            try talk(call, &batch)
        }
    }

    /// One key: silent, prank, wrong number.
    private mutating func close(_ call: Answered, as code: String, _ batch: inout Store.Batch) throws {
        try perform([.call(call.id, .closeAs(code: code, at: now))], by: call.by, &batch)
        engaged.remove(call.by)
    }

    private mutating func talk(_ call: Answered, _ batch: inout Store.Batch) throws {
        var call = call
        let plan = call.plan
        if let sos = plan.sos {
            after(min(plan.seconds / 3, 240)) { [call] in try $0.raise(sos, from: call, &$1) }
        }
        switch plan.course {
        case .held where plan.seconds > 200:
            after(100) { [call] in try $0.perform([.call(call.id, .hold)], by: call.by, &$1) }
            let resume = 100 + chance.number(20...80)
            after(resume) { [call] in try $0.perform([.call(call.id, .resume)], by: call.by, &$1) }
        case .transferred:
            guard let colleague = onDuty(.specialist)?.person, !engaged.contains(colleague) else { break }
            let transfer = Command.call(call.id, .transfer(to: colleague))
            engaged.insert(colleague)
            after(min(90, plan.seconds / 2)) { [by = call.by] office, batch in
                try office.perform([transfer], by: by, &batch)
                office.engaged.remove(by)
            }
            call.by = colleague
        default: break
        }
        later(call.ended) { [call] in try $0.hangUp(call, &$1) }
    }

    private mutating func hangUp(_ call: Answered, _ batch: inout Store.Batch) throws {
        var call = call
        call.ended = now
        try perform([.call(call.id, .end(at: now))], by: call.by, &batch)
        after(chance.number(25...170)) { [call] in try $0.writeUp(call, &$1) }
    }

    private mutating func writeUp(_ call: Answered, _ batch: inout Store.Batch) throws {
        engaged.remove(call.by)
        let entry = entry(call.plan)
        if case .discarded(let reason) = call.plan.course {
            try perform(
                [.call(call.id, .save(entry)), .call(call.id, .discard(reason: reason))], by: call.by, &batch)
        } else {
            try perform([.call(call.id, .save(entry)), .call(call.id, .finalise)], by: call.by, &batch)
            try lookAfter(call, entry, &batch)
        }
    }

    /// From paper, when there was time.
    private mutating func enter(_ call: Answered, _ batch: inout Store.Batch) throws {
        let entry = entry(call.plan)
        let enter = CallCommand.enter(line: Office.line, started: call.started, ended: call.ended, entry)
        try perform([.call(call.id, enter), .call(call.id, .finalise)], by: call.by, &batch)
        try lookAfter(call, entry, &batch)
    }

    private func entry(_ plan: CallPlan) -> CallEntry {
        CallEntry(plan.content, region: written(plan.place), note: written(plan.note))
    }
}
