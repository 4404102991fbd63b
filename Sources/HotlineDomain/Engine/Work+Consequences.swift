/// What follows by itself from an event of another aggregate. All of it is here; how a visit sets a call's
/// clock is in `Work+Visits`.
extension Work {
    mutating func follow(_ event: Event) throws {
        switch event {
        case .escalation(let id, .raised(let call, _, _)):
            try record(.call(call, .escalated(escalation: id)))
        case .case(let id, .merged(let into)): try absorb(id, into: into)
        case .referral(let id, .sent): try countAsReferred(id)
        case .handover(let id, .offered(let shift, _)):
            _ = try shifts.load(shift, records.shift)
            try record(.shift(shift, .handoverBegun(handover: id)))
        case .handover(let id, .acknowledged(let number)):
            try takeOver(number, of: id)
            try endShiftIfSettled(id)
        case .handover(let id, .parked): try endShiftIfSettled(id)
        case .operatorState(let id, .began(let code, let source, _, _, let instant)):
            try endState(before: id, of: code, source: source, at: instant)
        case .linkState(let id, .began(let source, _, _, let instant)):
            try endState(before: id, ofLink: source, at: instant)
        case .shift(let id, .endedBySupervisor): try handToSupervisor(id)
        case .visit(let id, _): try setClock(by: id)
        default: break
        }
    }

    /// A case counts as referred on the day of its first sent referral to a
    /// service the hotline counts.
    private mutating func countAsReferred(_ id: ReferralID) throws {
        guard let referral = try referrals.load(id, records.referral), let hotline,
            hotline.settings.countsAsReferred.contains(referral.service)
        else { return }
        guard let origin = try caseOf(referral.origin), let file = try standing(origin), file.referredOn == nil else {
            return
        }
        let date = hotline.businessDate(of: stamp.at, zone: zone(hotline.zone))
        try record(.case(file.id, .countedAsReferred(referral: id, businessDate: date)))
    }

    /// What hangs on a duplicate hangs on the case it was merged into; so does that it was referred.
    private mutating func absorb(_ id: CaseID, into target: CaseID) throws {
        guard let file = try cases.load(id, records.case) else { return }
        _ = try cases.load(target, records.case)
        try record(.case(target, .absorbed(cases: file.whole, referredOn: file.referredOn)))
    }

    /// Who acknowledges an item is responsible for what it is about from then on.
    private mutating func takeOver(_ number: Int, of id: HandoverID) throws {
        guard let handover = try handovers.load(id, records.handover),
            let item = handover.item(number)
        else { return }
        try takeOver(item.content, from: handover.from)
    }

    private mutating func takeOver(_ content: HandoverContent, from outgoing: String) throws {
        switch content {
        case .escalation(let id): try takeOver(id, from: outgoing)
        case .draft(let id):
            guard let call = try calls.load(id, records.call), call.status.isUnfinished else { return }
            try record(.call(id, .transferred(to: stamp.by)))
        case .callBack(let id):
            // Made or withdrawn meanwhile.
            guard let call = try calls.load(id, records.call), call.content.callBackAt != nil,
                call.calledBackAt == nil
            else { return }
            try record(.call(id, .callBackTaken(by: stamp.by)))
        case .referral(let id):
            guard let referral = try referrals.load(id, records.referral), !referral.status.hasEnded else { return }
            try record(.referral(id, .kept(by: stamp.by)))
        case .task(let id):
            guard let entry = try entries.load(id, records.entry), entry.status == .open else { return }
            try record(.entry(id, .assigned(to: stamp.by)))
        case .caseTask(let id, let number):
            guard let task = try cases.load(id, records.case)?.task(number), !task.isDone else { return }
            try record(.case(id, .taskGiven(task: number, to: stamp.by)))
        case .places, .note: break
        }
    }

    /// Only what is still the outgoing operator's: a specialist may have taken it in hand meanwhile.
    private mutating func takeOver(_ id: EscalationID, from outgoing: String) throws {
        guard let escalation = try escalations.load(id, records.escalation), escalation.isOpen else { return }
        if escalation.status == .inHand {
            guard escalation.assignee == outgoing else { return }
            try record(.escalation(id, .reassigned(to: stamp.by)))
            try record(.escalation(id, .acknowledged))
        } else {
            if escalation.assignee == outgoing { try record(.escalation(id, .assigned(to: stamp.by))) }
            if escalation.keptBy == outgoing { try record(.escalation(id, .kept(by: stamp.by))) }
        }
    }

    /// What somebody leaves whose shift a supervisor ends is the supervisor's
    /// meanwhile. But a caller is not handed over like a paper: whoever talks goes on.
    private mutating func handToSupervisor(_ id: ShiftID) throws {
        guard let shift = try shifts.load(id, records.shift), shift.operatorCode != stamp.by else { return }
        let outgoing = shift.operatorCode
        if let handover = try shift.handover.flatMap({ try handovers.load($0, records.handover) }) {
            for item in handover.items where item.state == .open {
                guard try !isOnTheLine(item.content, outgoing) else { continue }
                try record(.handover(handover.id, .acknowledged(item: item.number)))
            }
            let now = try handovers.load(handover.id, records.handover)
            if let now, now.status == .offered, now.items.allSatisfy({ $0.state == .acknowledged }) {
                try record(.handover(handover.id, .completed))
            }
        }
        for content in try openWork(of: outgoing) where try !isOnTheLine(content, outgoing) {
            try takeOver(content, from: outgoing)
        }
    }

    private mutating func isOnTheLine(_ content: HandoverContent, _ code: String) throws -> Bool {
        guard case .draft(let id) = content, let call = try calls.load(id, records.call) else { return false }
        return call.status.isLive && call.operatorCode == code
    }

    private mutating func endShiftIfSettled(_ id: HandoverID) throws {
        guard let handover = try handovers.load(id, records.handover), handover.isSettled,
            let shift = try shifts.load(handover.shift, records.shift), shift.status == .handingOver
        else { return }
        try record(.shift(shift.id, .ended))
    }
}
