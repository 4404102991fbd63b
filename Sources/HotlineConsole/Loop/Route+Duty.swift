import HotlineDomain

extension Route {
    /// One of these must be among a person's duties for the way to be theirs,
    /// the widest first; none: it is everybody's.
    var duties: [Duty] {
        switch self {
        case .signIn, .office: []
        case .desk, .callAfterwards: [.answerCalls]
        case .call, .amendCall, .calls, .escalations, .escalation, .cases, .case, .caseFields, .takeUp:
            [.readCalls]
        case .referrals, .referral, .newReferral, .providers, .stays: [.refer]
        case .act(let act): act.duties
        case .shift: [.workShifts, .planShifts]
        case .newHandover, .handover: [.workShifts]
        case .reports, .months, .registers, .board: [.readCounts]
        case .packs, .pack, .givePack: [.export]
        case .admin, .adminDraft: AdminScreen.Part.allCases.reversed().map(\.changedBy)
        case .audit: [.readJournal]
        }
    }
}

extension Operator {
    func mayOpen(_ route: Route) -> Bool { route.duties.isEmpty || route.duties.contains(where: may) }
}

extension Situation {
    func mayOpen(_ route: Route) -> Bool {
        person?.mayOpen(route) ?? route.duties.isEmpty
    }

    /// Whether what this duty looks at is on the screen at all: everything is
    /// until somebody has signed in, since a desk shows its alarms to who comes.
    func sees(_ duty: Duty) -> Bool { person?.may(duty) ?? true }

    /// Why a way is not this person's, in a sentence.
    func refusal(of route: Route) -> Refusal? {
        guard !mayOpen(route), let person, let duty = route.duties.first else { return nil }
        do {
            try person.require(duty)
            return nil
        } catch {
            return error
        }
    }
}
