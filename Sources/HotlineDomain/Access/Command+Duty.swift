extension Command {
    /// Whose duty it is. Where it depends on whose call or case it is about,
    /// the wider one; `Work+Permit` looks closer.
    public var duty: Duty? {
        switch self {
        case .hotline(let command): command.duty
        case .call: .answerCalls
        case .escalation(_, .raise): .answerCalls
        case .escalation: .takeSOS
        case .case(_, .open(.escalation)): .openCases
        case .case: .workCases
        case .referral: .refer
        case .stay: .refer
        case .entry(_, let command): command.duty
        case .visit, .operatorState, .linkState: .feed
        case .month: .closeMonths
        case .pack: .export
        case .shift(_, let command): command.duty
        case .handover: .workShifts
        case .access(let command): command.duty
        case .erasure: .erase
        }
    }
}

extension HotlineCommand {
    fileprivate var duty: Duty {
        switch self {
        case .apply, .changeSettings, .addLine, .changeLine, .addProvider, .changeProvider, .addTerritory,
            .changeTerritory, .addDonor, .changeDonor:
            .setUp
        case .addOperator, .changeOperator, .disableOperator, .enableOperator: .staff
        }
    }
}

extension EntryCommand {
    fileprivate var duty: Duty {
        switch self {
        case .add(let content, _): content.kind == .task ? .workShifts : .keepRegisters
        // Who may close it is looked up by what it is.
        case .done(.did): .workShifts
        case .done: .keepRegisters
        case .assign: .workShifts
        case .withdraw: .keepRegisters
        }
    }
}

extension ShiftCommand {
    fileprivate var duty: Duty {
        switch self {
        case .confirm, .signOn, .signOnUnplanned, .end, .endBySupervisor, .absent: .workShifts
        case .plan, .cancel: .planShifts
        }
    }
}

extension AccessCommand {
    /// Nil: coming in is everybody's; how it ended is for the journal to say.
    fileprivate var duty: Duty? {
        switch self {
        // A copy may be made by whoever has the file.
        case .signIn, .signOut, .refuseSignIn, .recover, .refuseRecovery, .backUp, .knowBackup: nil
        case .issueSlot, .removeSlot, .turnKey: .staff
        case .enrolDesk, .retireDesk: .setUp
        case .view(let subject): subject.kind == .case ? .readCases : .readCalls
        case .unmask: .unmask
        case .search: .readCalls
        case .export: .export
        case .exportCase: .exportCases
        }
    }
}
