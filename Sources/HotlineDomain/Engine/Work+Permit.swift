/// Who may: judged before any rule of the thing itself, by role and by whose it is.
extension Work {
    /// How long after a call was entered its operator may still change it when
    /// no shift says so: one night.
    private var ownCallHours: Span { .hours(12) }

    mutating func permit(_ command: Command, _ actor: Operator) throws {
        // The program sets up and plans before anybody has signed in.
        if actor.code == Stamp.systemCode { return }
        switch command {
        case .call(let id, let command): try permit(command, on: id, actor)
        case .access(.issueSlot(actor.code, _)): return
        case .access(.view(let subject)) where subject.kind == .case && !actor.may(.readCases):
            try permitReading(ID(raw: subject.id), actor)
        default:
            if let duty = command.duty { try actor.require(duty) }
        }
    }

    /// Own calls of the current shift are an operator's; others' come through a
    /// handover, which makes them own. A supervisor amends every one.
    private mutating func permit(_ command: CallCommand, on id: CallID, _ actor: Operator) throws {
        if actor.may(.amendCalls) { return }
        try actor.require(.answerCalls)
        guard let call = try calls.load(id, records.call), command.isAboutRecord(of: call) else { return }
        let since = try currentShift(of: actor.code)?.signedOnAt ?? stamp.at - ownCallHours
        guard call.operatorCode == actor.code, call.id.madeAt >= since || call.started >= since else {
            throw Refusal(RoleRule.notOwnCall, ["operator": actor.code, "number": call.number])
        }
    }

    /// Who raised, keeps or holds the escalation a case was opened from may read it.
    private mutating func permitReading(_ id: CaseID, _ actor: Operator) throws {
        if actor.may(.takeSOS), let file = try cases.load(id, records.case),
            case .escalation(let origin) = file.origin,
            let escalation = try escalations.load(origin, records.escalation),
            [escalation.raisedBy, escalation.keptBy, escalation.assignee].contains(actor.code)
        {
            return
        }
        throw Refusal(
            RoleRule.notOwnCase, ["operator": actor.code, "allowed": Role.list(Duty.readCases.roles)])
    }
}

extension CallCommand {
    /// It changes what was final, and so is for whoever wrote it.
    fileprivate func isAboutRecord(of call: Call) -> Bool {
        switch self {
        case .amend: true
        case .recognise, .unrecognise: call.status == .final
        default: false
        }
    }
}
