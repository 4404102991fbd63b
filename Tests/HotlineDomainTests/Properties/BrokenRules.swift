@testable import HotlineDomain

/// Everything in these records that the rules forbid, said aloud; none in a sound engine.
func brokenRules(_ records: MemoryRecords, _ journal: [Desk.Recorded], _ hotline: Hotline?) -> [String] {
    brokenStays(records, hotline) + brokenEntries(records, hotline) + brokenContents(records, hotline)
        + brokenCalls(records) + brokenEscalations(records) + brokenCases(records, journal) + brokenReferrals(records)
        + brokenShifts(records) + brokenHandovers(records)
}

private func brokenCalls(_ records: MemoryRecords) -> [String] {
    var broken: [String] = []
    for call in records.calls.values {
        func breaks(_ what: String) { broken.append("call \(call.number) \(what)") }
        if let id = call.escalation, records.escalation(id)?.call != call.id { breaks("has another's escalation") }
        if call.held < Span(milliseconds: 0) { breaks("was on hold for less than nothing") }
        if let ended = call.ended, ended < call.started { breaks("ends before it starts") }
        if call.status.isLive != (call.ended == nil) { breaks("is \(call.status) and has an end, or has none") }
        if (call.status == .final) != (call.revision > 0) { breaks("has revision \(call.revision)") }
        if call.status == .discarded, call.escalation != nil { breaks("was discarded with its escalation") }
        guard call.status == .final else { continue }
        switch call.content.callClass {
        case nil: breaks("is final without a class")
        case .nonCounselling: if call.content.code == nil { breaks("has no code") }
        case .sos: if call.escalation == nil || call.content.outcome == nil { breaks("is an SOS nobody was told of") }
        default:
            if call.content.outcome == nil || call.escalation != nil { breaks("has no outcome, or an escalation") }
        }
    }
    if Set(records.calls.values.map(\.number)).count < records.calls.count {
        broken.append("two calls of one number")
    }
    return broken
}

private func brokenEscalations(_ records: MemoryRecords) -> [String] {
    var broken: [String] = []
    for escalation in records.escalations.values {
        func breaks(_ what: String) { broken.append("the SOS of call \(escalation.callNumber) \(what)") }
        if (escalation.status == .resolved) != (escalation.outcome != nil) {
            breaks("has an outcome too many or few")
        }
        if let outcome = escalation.outcome, !CodeLists.list(.escalationOutcome).contains(outcome) {
            breaks("ended so")
        }
        if let outcome = escalation.outcome, Escalation.outcomesWithCase.contains(outcome),
            escalation.openedCase.flatMap(records.case) == nil
        {
            breaks("has no case")
        }
        if escalation.status == .inHand, escalation.assignee == nil { breaks("is in nobody's hands") }
        if records.call(escalation.call)?.escalation != escalation.id { breaks("is unknown to its call") }
    }
    return broken
}

private func brokenCases(_ records: MemoryRecords, _ journal: [Desk.Recorded]) -> [String] {
    var broken: [String] = []
    var proposer: [CaseID: String] = [:]
    for recorded in journal {
        guard case .case(let id, let event) = recorded.event else { continue }
        if case .closingProposed = event { proposer[id] = recorded.stamp.by }
        if case .closed = event, proposer[id] == nil || proposer[id] == recorded.stamp.by {
            broken.append("a case was closed by who proposed it")
        }
    }
    for file in records.cases.values {
        func breaks(_ what: String) { broken.append("case \(file.number) \(what)") }
        if (file.status == .duplicate) != (file.mergedInto != nil) { breaks("is merged and is not") }
        if case .escalation(let origin) = file.origin, records.escalation(origin)?.acknowledgedAt == nil {
            breaks("was opened from an SOS nobody had in hand")
        }
        let sent = records.referrals.values.contains { $0.sentAt != nil && $0.service == "social_reintegration" }
        if file.referredOn != nil, !sent { breaks("counts as referred without a referral") }
        if let into = file.mergedInto {
            let target = records.case(into)
            if target?.absorbed.contains(file.id) != true { breaks("is not known where it was merged into") }
            if file.referredOn != nil, target?.referredOn == nil { breaks("took its referral with it") }
        }
        if file.people.map(\.number) != Array(1...(file.people.count + 1)).dropLast() { breaks("misnumbers people") }
        if file.tasks.map(\.number) != Array(1...(file.tasks.count + 1)).dropLast() { breaks("misnumbers tasks") }
    }
    if Set(records.cases.values.map(\.number)).count < records.cases.count {
        broken.append("two cases of one number")
    }
    return broken
}

private func brokenReferrals(_ records: MemoryRecords) -> [String] {
    var broken: [String] = []
    for referral in records.referrals.values {
        func breaks(_ what: String) { broken.append("referral \(referral.number) \(what)") }
        if referral.status.hasEnded != (referral.outcome != nil && referral.source != nil) {
            breaks("is \(referral.status) with outcome \(referral.outcome ?? "none")")
        }
        if referral.sentAt != nil, referral.consent == nil || referral.consent == .refused {
            breaks("was sent without consent")
        }
        if referral.service == "social_reintegration", referral.sentAt != nil, case .case(let id) = referral.origin,
            standing(id, records)?.referredOn == nil
        {
            breaks("was sent and its case does not count as referred")
        }
    }
    return broken
}

/// The case that stands for this one.
private func standing(_ id: CaseID, _ records: MemoryRecords) -> Case? {
    var found = records.case(id)
    while let into = found?.mergedInto { found = records.case(into) }
    return found
}

private func brokenShifts(_ records: MemoryRecords) -> [String] {
    var broken: [String] = []
    let on = records.shiftsOn().map(\.operatorCode)
    if Set(on).count < on.count { broken.append("somebody is on two shifts at once") }
    for shift in records.shifts.values {
        func breaks(_ what: String) { broken.append("the shift of \(shift.operatorCode) \(what)") }
        if shift.plannedEnd <= shift.plannedStart { breaks("ends before it starts") }
        if (shift.status == .ended) != (shift.endedAt != nil) { breaks("is \(shift.status) and has an end, or none") }
        if shift.status == .ended, !shift.endedBySupervisor, let id = shift.handover,
            records.handover(id)?.isSettled != true
        {
            breaks("ended before its handover was settled")
        }
    }
    return broken
}

private func brokenHandovers(_ records: MemoryRecords) -> [String] {
    records.handovers.values.flatMap { handover -> [String] in
        var broken: [String] = []
        let isDone = handover.items.allSatisfy { $0.state == .acknowledged && $0.by != nil }
        if (handover.status == .complete) != isDone { broken.append("a handover is \(handover.status)") }
        if handover.items.map(\.number) != Array(1...handover.items.count) { broken.append("items are misnumbered") }
        return broken
    }
}
