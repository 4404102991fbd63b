import HotlineDomain

extension Query {
    /// Whose duty it is to see the answer: of who holds one of these. None: it
    /// is judged elsewhere, a case by whose it is and a slot by its passphrase.
    var duties: [Duty] {
        switch self {
        case .signIn, .case: []
        case .call, .callPage, .escalation, .escalationPage, .caseNumbered, .casePage: [.readCalls]
        case .referral, .referralPage, .referrals: [.readCalls]
        case .shifts: [.workShifts, .planShifts]
        case .openWork, .handover: [.workShifts]
        case .history(let subject): subject.kind.duties
        case .report, .wholeReport, .months, .month: [.readCounts]
        case .packs, .pack: [.export]
        case .entries(let kind): kind == .task ? [.readCalls] : [.readCounts]
        case .entry: [.readCounts]
        case .address: [.unmask]
        case .auditPage, .auditPlace: [.readJournal]
        case .slotOwners: [.staff]
        case .callBackNumber: [.unmask]
        case .retention: [.erase]
        case .board, .boardPast: [.readCounts]
        }
    }

    /// The case whose words the answer holds: opening it is in its journal.
    var caseRead: CaseID? {
        switch self {
        case .case(let id): id
        case .history(let subject) where subject.kind == .case: ID(raw: subject.id)
        default: nil
        }
    }
}

extension SubjectKind {
    /// Who sees what happened to a thing of this kind.
    fileprivate var duties: [Duty] {
        switch self {
        case .case: []
        case .call, .escalation, .referral, .stay: [.readCalls]
        case .shift, .handover: [.workShifts, .planShifts]
        case .entry: [.readCounts]
        case .hotline, .access, .erasure: [.readJournal]
        case .visit, .operatorState, .linkState, .monthClosing: [.readCounts]
        case .packRelease: [.export]
        }
    }
}
