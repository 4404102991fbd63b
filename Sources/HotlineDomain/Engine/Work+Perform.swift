/// One function an aggregate: gather its facts, judge, record.
extension Work {
    mutating func perform(_ command: HotlineCommand) throws {
        var isOn = false
        if case .disableOperator(let code) = command { isOn = try currentShift(of: code) != nil }
        // Until there is a hotline there is nobody to act in it.
        if hotline != nil { _ = try occasion(orProgram: true) }
        let old = hotline
        let knowsZone = command.zone.map { zones[$0] != nil } ?? true
        let decided = try Hotline.decide(hotline, command, operatorIsOn: isOn, knowsZone: knowsZone)
        if let desk, let old {
            let new = decided.reduce(Optional(old)) { Hotline.applying($1, to: $0) }
            if new?.settings.retention != old.settings.retention { throw Refusal(ofHouseAt: desk) }
        }
        for event in decided { try record(.hotline(event)) }
        try eraseReplacedAddresses(by: decided, of: old)
    }

    mutating func perform(_ command: CallCommand, on id: CallID) throws {
        let occasion = try occasion()
        let call = try calls.load(id, records.call)
        let answers: String? =
            switch command {
            case .start, .answer: stamp.by
            case .transfer(let to): to
            default: nil
            }
        let placement = try placement(of: command, call, occasion)
        var facts = Call.Facts(
            number: try call?.number ?? nextNumber(.call, placement.businessDate, digits: 4), placement: placement,
            localDate: localDate(of: command, call, occasion),
            operatorHasLiveCall: try answers.flatMap(liveCall) != nil,
            callBackMinute: callBackMinute(of: command, call, occasion))
        if case .amend = command { facts.closedUntil = try records.lastClosedMonth().map { Period(month: $0).last } }
        if case .answer(let visit) = command { try lookUp(visit, &facts) }
        for event in try Call.decide(call, command, facts, occasion) {
            try record(.call(id, event))
        }
        if case .save = command { try eraseReplacedDraft(of: call) }
        try eraseSpent(of: call)
        if call == nil { take(.call, facts.number) }
    }

    mutating func perform(_ command: EscalationCommand, on id: EscalationID) throws {
        let occasion = try occasion()
        let escalation = try escalations.load(id, records.escalation)
        var facts = Escalation.Facts(call: nil, responder: nil, openedCase: nil)
        if case .raise(let call) = command {
            facts.call = try calls.load(call, records.call)
            facts.responder = try responder(occasion)
        }
        if case .resolve(_, _, let opened?) = command { facts.openedCase = try cases.load(opened, records.case) }
        for event in try Escalation.decide(escalation, command, facts, occasion) {
            try record(.escalation(id, event))
        }
    }

    mutating func perform(_ command: CaseCommand, on id: CaseID) throws {
        let occasion = try occasion()
        let file = try cases.load(id, records.case)
        let date = businessDate(occasion)
        var facts = Case.Facts(
            number: try file?.number ?? nextNumber(.case, date, digits: 2), desk: numbersMark, businessDate: date,
            escalation: nil, openEscalations: 0, unendedReferrals: 0, mergeTarget: nil)
        switch command {
        case .open(.escalation(let escalation)):
            facts.escalation = try escalations.load(escalation, records.escalation)
        case .receive(let source, _), .open(.received(let source)):
            facts.receivedAs = try received(file: source.file).flatMap { try cases.load($0, records.case)?.number }
        case .proposeClosing, .approve:
            if let file { (facts.openEscalations, facts.unendedReferrals) = try openEnds(of: file) }
        case .merge(let into):
            facts.mergeTarget = try cases.load(into, records.case)
            if let file { (facts.openEscalations, facts.unendedReferrals) = try openEnds(of: file) }
        default: break
        }
        for event in try Case.decide(file, command, facts, occasion) { try record(.case(id, event)) }
        try eraseReplacedWords(of: file)
        if file == nil { take(.case, facts.number) }
    }

    mutating func perform(_ command: ReferralCommand, on id: ReferralID) throws {
        let occasion = try occasion()
        let referral = try referrals.load(id, records.referral)
        var facts = Referral.Facts(
            number: try referral?.number ?? nextNumber(.referral, businessDate(occasion), digits: 4),
            originExists: false, caseIsClosed: false, businessDate: businessDate(occasion))
        if let referral, command == .send || command == .accept {
            facts.occupancy = try placesLeft(for: referral, occasion)
        }
        if case .add(let origin, _, _, _) = command {
            switch origin {
            case .case(let file): facts.originExists = try cases.load(file, records.case) != nil
            case .escalation(let escalation):
                facts.originExists = try escalations.load(escalation, records.escalation) != nil
            case .call(let call):
                let found = try calls.load(call, records.call)
                facts.originExists = found.map { $0.status != .discarded } ?? false
            }
            facts.caseIsClosed = try caseOf(origin).map { !$0.status.isOpen } ?? false
        }
        for event in try Referral.decide(referral, command, facts, occasion) { try record(.referral(id, event)) }
        if referral == nil { take(.referral, facts.number) }
    }

    mutating func perform(_ command: ShiftCommand, on id: ShiftID) throws {
        let occasion = try occasion(orProgram: true)
        let shift = try shifts.load(id, records.shift)
        var facts = Shift.Facts(
            current: nil, overlapping: nil, openItems: 0,
            placement: try placement(line: nil, at: occasion.now, by: stamp.by, occasion))
        switch command {
        case .plan(let code, _, _, let start, let end, _):
            if start < end { facts.overlapping = try self.shift(of: code, overlapping: start..<end) }
        case .signOn, .signOnUnplanned: facts.current = try currentShift(of: stamp.by)?.id
        case .end: facts.openItems = try openWork(of: shift?.operatorCode ?? stamp.by).count
        case .confirm, .absent, .cancel, .endBySupervisor: break
        }
        for event in try Shift.decide(shift, command, facts, occasion) { try record(.shift(id, event)) }
    }

    mutating func perform(_ command: HandoverCommand, on id: HandoverID) throws {
        let occasion = try occasion()
        let handover = try handovers.load(id, records.handover)
        var facts = Handover.Facts(
            shift: nil, openWork: [], places: [], call: nil, actorShift: nil, somebodyFollows: false,
            desk: numbersMark)
        var needsCaseWorker = false
        switch command {
        case .offer(let shift, _):
            facts.shift = try shifts.load(shift, records.shift)
            facts.places = try placesNow(occasion)
        case .acknowledge(let number), .park(let number):
            facts.shift = try handover.flatMap { try shifts.load($0.shift, records.shift) }
            let content = handover?.item(number)?.content
            if case .draft(let call)? = content { facts.call = try calls.load(call, records.call) }
            needsCaseWorker = try content.map { try isOpenCaseTask($0) } ?? false
        }
        let outgoing = facts.shift?.operatorCode ?? stamp.by
        if facts.shift?.status.isOn ?? false { facts.openWork = try openWork(of: outgoing) }
        facts.actorShift = try currentShift(of: stamp.by)?.id
        let soon = stamp.at..<(stamp.at + .hours(2))
        let following =
            try shiftsOn().filter { $0.status == .started }.map(\.operatorCode)
            + shiftsStarting(in: soon).map(\.operatorCode)
        facts.somebodyFollows = following.contains { code in
            code != outgoing && (!needsCaseWorker || occasion.hotline.operatorNamed(code)?.may(.workCases) == true)
        }
        for event in try Handover.decide(handover, command, facts, occasion) { try record(.handover(id, event)) }
    }

    mutating func perform(_ command: StayCommand, on id: StayID) throws {
        let occasion = try occasion()
        let stay = try stays.load(id, records.stay)
        var facts = Stay.Facts(
            businessDate: businessDate(occasion), occupancy: nil, caseExists: false, referralExists: false)
        if case .admit(let admission) = command {
            facts.businessDate = occasion.hotline.businessDate(of: admission.at, zone: zone(occasion.hotline.zone))
            facts.occupancy = try occupancy(of: admission.provider, occasion)
            facts.caseExists = try admission.case.map { try cases.load($0, records.case) != nil } ?? false
            facts.referralExists =
                try admission.referral.map { try referrals.load($0, records.referral) != nil } ?? false
        }
        for event in try Stay.decide(stay, command, facts, occasion) { try record(.stay(id, event)) }
    }

    mutating func perform(_ command: EntryCommand, on id: EntryID) throws {
        let occasion = try occasion()
        let entry = try entries.load(id, records.entry)
        var facts = Entry.Facts(businessDate: businessDate(occasion))
        if case .add(.return(let asked), _) = command { facts.isAlreadyAsked = try isAsked(asked) }
        for event in try Entry.decide(entry, command, facts, occasion) { try record(.entry(id, event)) }
    }

    mutating func perform(_ command: MonthCommand, on id: MonthClosingID) throws {
        let occasion = try occasion()
        let closing = try closings.load(id, records.closing)
        let facts = MonthClosing.Facts(
            today: businessDate(occasion), last: try closings.changes.last?.new.month ?? records.lastClosedMonth(),
            first: try records.firstCounted(), unfinished: try records.unfinishedCalls(of: command.dates))
        for event in try MonthClosing.decide(closing, command, facts, occasion) { try record(.month(id, event)) }
    }

    /// A pack that was given before is that one again, whatever id was made for it.
    mutating func perform(_ command: PackCommand, on id: PackReleaseID) throws {
        let occasion = try occasion()
        let contents = command.contents
        let staged = packs.changes.map(\.new)
        let earlier =
            try staged.first { $0.donor == contents.donor && $0.period.name == contents.period }
            ?? records.packRelease(of: contents.donor, period: contents.period)
        var facts = PackRelease.Facts(closed: [:], ledger: ReleaseLedger())
        if let earlier {
            _ = try packs.load(earlier.id, records.packRelease)
        } else {
            for part in contents.months {
                let closed = closings.changes.map(\.new).first { $0.month == part.month }
                facts.closed[part.month] = try (closed ?? records.closing(of: part.month))?.digest
            }
            facts.ledger = ReleaseLedger(try records.releases() + staged.flatMap(\.contents.tables))
        }
        for event in try PackRelease.decide(earlier, command, facts, occasion) {
            try record(.pack(earlier?.id ?? id, event))
        }
    }

    /// Looking changes nothing, so there is nothing to judge but who looks; what leaves
    /// the house of a person needs that person's consent.
    mutating func perform(_ command: AccessCommand) throws {
        _ = try occasion(orProgram: true)
        if case .exportCase(let id, _) = command {
            guard let file = try cases.load(id, records.case) else { throw Refusal(CaseRule.unknown) }
            try file.checkMayLeave()
        }
        switch command {
        case .enrolDesk(let asked): try asked.check(records.desks(), at: desk)
        case .retireDesk(let mark): try mark.checkMayRetire(records.desks(), at: desk)
        default: break
        }
        try record(.access(command.subject, command.event))
    }
}
