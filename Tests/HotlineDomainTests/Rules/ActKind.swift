@testable import HotlineDomain

/// Every kind of command there is, by name. A command that is new is no kind
/// yet: this file does not compile until it has one, and the role table fails
/// until that has its row.
enum ActKind: String, CaseIterable {
    case apply, changeSettings, addLine, alterLine, addProvider, changeProvider, addTerritory, changeTerritory
    case addDonor, changeDonor
    case addOperator, changeOperator, disableOperator, enableOperator
    case start, answer, hold, resume, transfer, changeLine, end, enter, save, closeAs, finalise, amend, discard,
        callBackDone
    case raise, assign, acknowledge, reassign, resolve, reopenEscalation, assess
    case openFromEscalation, openOtherwise, triage, holdCase, resumeCase, followUp, note, proposeClosing, approve
    case returnCase, reopenCase, merge, addPerson, changePerson, set, addCaseTask, giveTask, finishTask
    case addReferral, consent, send, accept, reject, startReferral, chase, overrideFull, deliver, endReferral
    case giveUp, revoke, drop
    case plan, confirm, signOn, signOnUnplanned, absent, cancel, endShift, endBySupervisor
    case offer, acknowledgeItem, park
    case admit, expect, leave
    case addTask, addToRegister, doTask, doOther, assignTask, withdraw
    case recognise, unrecognise, withdrawCallBack, receive
    case eraseWords, retireWords, holdWords, releaseWords
    case observe, beginState, beginLink
    case closeMonth, releasePack
    case signIn, signOut, refuseSignIn, issueSlot, removeSlot, recover, refuseRecovery, viewCase, viewOther, unmask,
        search, export
    case exportCase, turnKey, backUp, knowBackup, enrolDesk, retireDesk
}

extension Command {
    var kind: ActKind {
        switch self {
        case .hotline(let command): command.kind
        case .call(_, let command): command.kind
        case .escalation(_, let command): command.kind
        case .case(_, let command): command.kind
        case .referral(_, let command): command.kind
        case .shift(_, let command): command.kind
        case .handover(_, let command): command.kind
        case .stay(_, let command): command.kind
        case .entry(_, let command): command.kind
        case .access(let command): command.kind
        case .erasure(_, let command): command.kind
        case .visit: .observe
        case .operatorState: .beginState
        case .linkState: .beginLink
        case .month: .closeMonth
        case .pack: .releasePack
        }
    }
}

extension HotlineCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .apply: .apply
        case .changeSettings: .changeSettings
        case .addLine: .addLine
        case .changeLine: .alterLine
        case .addProvider: .addProvider
        case .changeProvider: .changeProvider
        case .addTerritory: .addTerritory
        case .changeTerritory: .changeTerritory
        case .addDonor: .addDonor
        case .changeDonor: .changeDonor
        case .addOperator: .addOperator
        case .changeOperator: .changeOperator
        case .disableOperator: .disableOperator
        case .enableOperator: .enableOperator
        }
    }
}

extension CallCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .start: .start
        case .answer: .answer
        case .hold: .hold
        case .resume: .resume
        case .transfer: .transfer
        case .changeLine: .changeLine
        case .end: .end
        case .enter: .enter
        case .save: .save
        case .closeAs: .closeAs
        case .finalise: .finalise
        case .amend: .amend
        case .discard: .discard
        case .callBackDone: .callBackDone
        case .recognise: .recognise
        case .unrecognise: .unrecognise
        case .withdrawCallBack: .withdrawCallBack
        }
    }
}

extension EscalationCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .raise: .raise
        case .assign: .assign
        case .acknowledge: .acknowledge
        case .reassign: .reassign
        case .resolve: .resolve
        case .reopen: .reopenEscalation
        case .assess: .assess
        }
    }
}

extension CaseCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .open(.escalation): .openFromEscalation
        case .open: .openOtherwise
        case .receive: .receive
        case .triage: .triage
        case .hold: .holdCase
        case .resume: .resumeCase
        case .followUp: .followUp
        case .note: .note
        case .proposeClosing: .proposeClosing
        case .approve: .approve
        case .return: .returnCase
        case .reopen: .reopenCase
        case .merge: .merge
        case .addPerson: .addPerson
        case .changePerson: .changePerson
        case .set: .set
        case .addTask: .addCaseTask
        case .giveTask: .giveTask
        case .finishTask: .finishTask
        }
    }
}

extension ReferralCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .add: .addReferral
        case .consent: .consent
        case .send: .send
        case .accept: .accept
        case .reject: .reject
        case .start: .startReferral
        case .chase: .chase
        case .overrideFull: .overrideFull
        case .deliver: .deliver
        case .end: .endReferral
        case .giveUp: .giveUp
        case .revoke: .revoke
        case .drop: .drop
        }
    }
}

extension ShiftCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .plan: .plan
        case .confirm: .confirm
        case .signOn: .signOn
        case .signOnUnplanned: .signOnUnplanned
        case .absent: .absent
        case .cancel: .cancel
        case .end: .endShift
        case .endBySupervisor: .endBySupervisor
        }
    }
}

extension HandoverCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .offer: .offer
        case .acknowledge: .acknowledgeItem
        case .park: .park
        }
    }
}

extension StayCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .admit: .admit
        case .expect: .expect
        case .leave: .leave
        }
    }
}

extension EntryCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .add(.task, _): .addTask
        case .add: .addToRegister
        case .done(.did): .doTask
        case .done: .doOther
        case .assign: .assignTask
        case .withdraw: .withdraw
        }
    }
}

extension AccessCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .signIn: .signIn
        case .signOut: .signOut
        case .refuseSignIn: .refuseSignIn
        case .refuseRecovery: .refuseRecovery
        case .issueSlot: .issueSlot
        case .removeSlot: .removeSlot
        case .recover: .recover
        case .view(let subject): subject.kind == .case ? .viewCase : .viewOther
        case .unmask: .unmask
        case .search: .search
        case .export: .export
        case .exportCase: .exportCase
        case .turnKey: .turnKey
        case .backUp: .backUp
        case .knowBackup: .knowBackup
        case .enrolDesk: .enrolDesk
        case .retireDesk: .retireDesk
        }
    }
}

extension ErasureCommand {
    fileprivate var kind: ActKind {
        switch self {
        case .erase: .eraseWords
        case .retire: .retireWords
        case .hold: .holdWords
        case .release: .releaseWords
        }
    }
}
