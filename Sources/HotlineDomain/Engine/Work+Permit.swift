/// Who may: judged before any rule of the thing itself, by role and by whose it is.
extension Work {
    mutating func permit(_ command: Command, _ actor: Operator) throws {
        // The program sets up and plans before anybody has signed in.
        if actor.code == Stamp.systemCode { return }
        switch command {
        case .call(let id, let command): try permit(command, on: id, actor)
        case .escalation(_, .raise(let call)): try permitRaising(call, actor)
        case .handover(let id, .acknowledge(let number)): try permitTaking(number, of: id, actor)
        case .access(.issueSlot(actor.code, _)): return
        case .access(.view(let subject)): try permitReading(subject, actor)
        case .access(.unmask(let subject)):
            try actor.require(.unmask)
            // A number is of a call like its words: for who may read those.
            if subject.kind == .call { try permitReading(subject, actor) }
        default:
            if let duty = command.duty { try actor.require(duty) }
        }
    }

    /// Own calls of the current shift are an operator's; others' come through a
    /// handover, which makes them own. A supervisor changes every one.
    private mutating func permit(_ command: CallCommand, on id: CallID, _ actor: Operator) throws {
        if actor.may(.amendCalls) { return }
        try actor.require(.answerCalls)
        guard let call = try calls.load(id, records.call) else { return }
        let isTheirs =
            switch command {
            // Whose visit it is, is judged with the call.
            case .start, .answer, .enter: true
            case .amend: try isOfShift(call, of: actor.code)
            case .callBackDone, .withdrawCallBack:
                call.callBackOwner == actor.code || call.isCallBackDue(at: stamp.at)
            case .recognise, .unrecognise:
                call.status == .final ? try isOfShift(call, of: actor.code) : call.operatorCode == actor.code
            case .hold, .resume, .transfer, .changeLine, .end, .save, .closeAs, .finalise, .discard:
                call.operatorCode == actor.code
            }
        if !isTheirs { throw refusal(.notOwnCall, call, actor) }
    }

    /// Who acknowledges a task in a case is responsible for it from then on, and
    /// would have to read the case and be able to end the task.
    private mutating func permitTaking(_ number: Int, of id: HandoverID, _ actor: Operator) throws {
        try actor.require(.workShifts)
        guard !actor.may(.workCases), let item = try handovers.load(id, records.handover)?.item(number),
            try isOpenCaseTask(item.content)
        else { return }
        throw Refusal(
            RoleRule.notCaseWorker,
            [
                "operator": actor.code, "item": String(number), "allowed": Role.list(Duty.workCases.roles),
            ])
    }

    mutating func isOpenCaseTask(_ content: HandoverContent) throws -> Bool {
        guard case .caseTask(let id, let number) = content else { return false }
        return try cases.load(id, records.case)?.task(number).map { !$0.isDone } ?? false
    }

    /// An SOS is raised from an own call; whoever takes SOS may see one in another's.
    private mutating func permitRaising(_ id: CallID, _ actor: Operator) throws {
        try actor.require(.answerCalls)
        guard !actor.may(.readOthersCalls), let call = try calls.load(id, records.call) else { return }
        let isTheirs =
            try call.status.isUnfinished ? call.operatorCode == actor.code : isOfShift(call, of: actor.code)
        if !isTheirs { throw refusal(.notOwnCall, call, actor) }
    }

    /// Final calls of theirs that they took, were handed or wrote up since they
    /// came on duty; off duty, within one night.
    private func isOfShift(_ call: Call, of code: String) throws -> Bool {
        guard call.operatorCode == code else { return false }
        return try call.wasWorkedOn(by: code, since: onDutySince(code))
    }

    private func onDutySince(_ code: String) throws -> Instant {
        try currentShift(of: code)?.signedOnAt ?? stamp.at - .hours(12)
    }

    private func refusal(_ rule: RoleRule, _ call: Call, _ actor: Operator) -> Refusal {
        Refusal(
            rule,
            [
                "operator": actor.code, "number": call.number,
                "allowed": Role.list(rule == .notOwnCall ? Duty.amendCalls.roles : Duty.readOthersCalls.roles),
            ])
    }
}

/// Who may read what people said.
extension Work {
    /// Whether whoever acts may read the words of this thing; the journal is not told.
    public mutating func mayRead(_ subject: Subject) throws -> Bool {
        do {
            try permit(.access(.view(subject)), occasion(orProgram: true).actor)
            return true
        } catch is Refusal {
            return false
        }
    }

    private mutating func permitReading(_ subject: Subject, _ actor: Operator) throws {
        guard subject.kind != .case else { return try permitReading(CaseID(raw: subject.id), actor) }
        try actor.require(.readCalls)
        if actor.may(.readOthersCalls) { return }
        switch subject.kind {
        case .call:
            guard let call = try calls.load(ID(raw: subject.id), records.call) else { return }
            if try !isReadable(call, by: actor.code) { throw refusal(.notReadable, call, actor) }
        case .escalation:
            guard let escalation = try escalations.load(ID(raw: subject.id), records.escalation),
                let call = try calls.load(escalation.call, records.call)
            else { return }
            if try !isReadable(call, by: actor.code) { throw refusal(.notReadable, call, actor) }
        case .hotline, .case, .referral, .shift, .handover, .stay, .entry, .visit, .operatorState, .linkState,
            .monthClosing, .packRelease, .access, .erasure:
            return
        }
    }

    /// Own ones of the shift, what is handed over, and what an own SOS came from.
    private mutating func isReadable(_ call: Call, by code: String) throws -> Bool {
        if call.operatorCode == code, call.status.isUnfinished { return true }
        if call.isCallBack(of: code) || call.isCallBackDue(at: stamp.at) { return true }
        let since = try onDutySince(code)
        if call.operatorCode == code || call.lastChanged.by == code, call.wasWorkedOn(by: code, since: since) {
            return true
        }
        if let id = call.escalation, let escalation = try escalations.load(id, records.escalation),
            escalation.isReadable(by: code)
        {
            return true
        }
        return try isOffered(call, to: code)
    }

    /// Whoever is on duty may look at what the shift before offers, to know what it takes over.
    private func isOffered(_ call: Call, to code: String) throws -> Bool {
        guard try currentShift(of: code) != nil else { return false }
        return try records.openHandovers().contains { handover in
            handover.from != code
                && handover.items.contains { $0.state != .acknowledged && $0.content.isAbout(call) }
        }
    }

    /// Who raised, keeps or holds the escalation a case was opened from may read it.
    private mutating func permitReading(_ id: CaseID, _ actor: Operator) throws {
        if actor.may(.readCases) { return }
        if actor.may(.takeSOS), let file = try cases.load(id, records.case),
            case .escalation(let origin) = file.origin,
            let escalation = try escalations.load(origin, records.escalation), escalation.isHeld(by: actor.code)
        {
            return
        }
        throw Refusal(
            RoleRule.notOwnCase, ["operator": actor.code, "allowed": Role.list(Duty.readCases.roles)])
    }
}

extension Call {
    /// They took it, or did the last thing to it, since then.
    fileprivate func wasWorkedOn(by code: String, since: Instant) -> Bool {
        id.madeAt >= since || started >= since || (lastChanged.by == code && lastChanged.at >= since)
    }
}

extension Escalation {
    fileprivate func isHeld(by code: String) -> Bool { [raisedBy, keptBy, assignee].contains(code) }

    /// One that nobody acknowledged yet waits for whoever can take it.
    fileprivate func isReadable(by code: String) -> Bool { isHeld(by: code) || !isAcknowledged }
}

extension HandoverContent {
    fileprivate func isAbout(_ call: Call) -> Bool {
        switch self {
        case .draft(let id), .callBack(let id): id == call.id
        case .escalation(let id): id == call.escalation
        case .referral, .task, .caseTask, .places, .note: false
        }
    }
}
