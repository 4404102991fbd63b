extension Case {
    /// What judging a case needs from outside of it.
    public struct Facts: Sendable {
        public var number: String
        /// Where it is done: it shows in the numbers of people and tasks.
        public var desk: DeskMark?
        public var businessDate: BusinessDate
        /// The escalation the command names.
        public var escalation: Escalation?
        /// Escalations of this case that are not resolved.
        public var openEscalations: Int
        /// Referrals of this case without their end.
        public var unendedReferrals: Int
        var hasOpenEnds: Bool { openEscalations > 0 || unendedReferrals > 0 }
        /// The case the command merges into.
        public var mergeTarget: Case?
        /// The number of the case that was received from the same file.
        public var receivedAs: String?

        public init(
            number: String, desk: DeskMark? = nil, businessDate: BusinessDate, escalation: Escalation?,
            openEscalations: Int, unendedReferrals: Int, mergeTarget: Case?
        ) {
            self.number = number
            self.desk = desk
            self.businessDate = businessDate
            self.escalation = escalation
            self.openEscalations = openEscalations
            self.unendedReferrals = unendedReferrals
            self.mergeTarget = mergeTarget
        }
    }

    public static func decide(
        _ file: Case?, _ command: CaseCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [CaseEvent] {
        if case .open(let origin) = command {
            guard file == nil else { throw Refusal(CaseRule.exists) }
            return try open(origin, facts)
        }
        if case .receive(let source, let course) = command {
            guard file == nil else { throw Refusal(CaseRule.exists) }
            return try receive(source, course, facts)
        }
        guard let file else { throw Refusal(CaseRule.unknown) }
        return try file.decide(command, facts, occasion)
    }

    private static func open(_ origin: CaseOrigin, _ facts: Facts) throws(Refusal) -> [CaseEvent] {
        if case .received(let source) = origin { return try receive(source, nil, facts) }
        if case .escalation = origin {
            guard let escalation = facts.escalation else { throw Refusal(CaseRule.needsEscalation) }
            guard escalation.status == .inHand else {
                throw Refusal(CaseRule.escalationNotInHand, ["number": escalation.callNumber])
            }
        }
        return [.opened(number: facts.number, origin: origin, businessDate: facts.businessDate)]
    }

    private static func receive(
        _ source: CaseSource, _ course: Written?, _ facts: Facts
    ) throws(Refusal) -> [CaseEvent] {
        guard source.isInForm else { throw Refusal(CaseRule.sourceOutOfForm) }
        if let number = facts.receivedAs { throw Refusal(CaseRule.alreadyReceived, ["number": number]) }
        try course?.check(Written.courseLengthMax)
        let from = CaseSource(
            file: source.file, hotline: source.hotline, number: source.number, course: course?.id)
        return [.opened(number: facts.number, origin: .received(source: from), businessDate: facts.businessDate)]
    }

    private func decide(
        _ command: CaseCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [CaseEvent] {
        if status == .duplicate { throw Refusal(CaseRule.isDuplicate, ["number": number]) }
        switch command {
        case .open, .receive: throw Refusal(CaseRule.exists)
        case .triage:
            guard status == .opened else { throw refusal(.alreadyTriaged) }
            return [.triaged]
        case .hold(let reason):
            guard status == .active else { throw refusal(.notActive) }
            try reason?.check()
            return [.putOnHold(reason: reason?.id)]
        case .resume:
            guard status == .onHold || status == .followUp else { throw refusal(.notOnHold) }
            return [.resumed]
        case .followUp:
            guard status == .active else { throw refusal(.notActive) }
            return [.followedUp]
        case .note(let words):
            try words.check()
            return [.noted(words: words.id)]
        case .proposeClosing(let reason, let asReferred, let override):
            guard [.active, .onHold, .followUp].contains(status) else { throw refusal(.notActive) }
            try CodeCheck.required(reason, .caseClosing, CaseRule.needsReason)
            try checkNothingOpen(facts, override)
            return [.closingProposed(reason: reason, asReferred: asReferred, override: override?.id)]
        case .approve(let override):
            guard let closing, status == .closureProposed else { throw refusal(.nothingProposed) }
            guard closing.proposedBy != occasion.actor.code else {
                throw refusal(.approvedBySomeoneElse)
            }
            try checkNothingOpen(facts, override)
            return [.closed(asReferred: closing.asReferred, override: override?.id)]
        case .return(let reason):
            guard status == .closureProposed else { throw refusal(.nothingProposed) }
            try reason?.check()
            return [.returned(reason: reason?.id)]
        case .reopen(let reason, let words):
            guard status == .closed || status == .closedReferred else { throw refusal(.notClosed) }
            try CodeCheck.required(reason, .reopenedBecause, CaseRule.needsReason)
            try words?.check()
            return [.reopened(reason: reason, words: words?.id)]
        case .merge(let into):
            guard into != id else { throw refusal(.mergedIntoItself) }
            guard let target = facts.mergeTarget, target.status != .duplicate else {
                throw refusal(.mergeTargetUnknown)
            }
            // A closed case takes in only what has come to its end as well.
            guard target.status.isOpen || !(status.isOpen || facts.hasOpenEnds) else {
                throw Refusal(CaseRule.mergeTargetClosed, ["number": number, "into": target.number])
            }
            return [.merged(into: into)]
        case .addPerson(let role, let pseudonym, let entries):
            return try addPerson(role, pseudonym, entries, facts.desk)
        case .changePerson(let person, let role, let pseudonym): return try change(person, role, pseudonym)
        case .set(let person, let entries):
            if let person { try checkPerson(person) }
            return try set(person, entries)
        case .addTask(let what, let responsible, let due):
            return try addTask(what, responsible, due, facts.desk, occasion.hotline)
        case .giveTask(let task, let to): return try give(task, to, occasion.hotline)
        case .finishTask(let task, let result): return try finish(task, result)
        }
    }

    private func checkNothingOpen(_ facts: Facts, _ override: Written?) throws(Refusal) {
        try override?.check()
        if let override {
            if override.isBlank { throw Refusal(CaseRule.needsReason) }
            return
        }
        if facts.openEscalations > 0 { throw refusal(.openEscalation) }
        if facts.unendedReferrals > 0 {
            throw Refusal(CaseRule.unendedReferral, ["number": number, "count": String(facts.unendedReferrals)])
        }
    }

    func refusal(_ rule: CaseRule) -> Refusal {
        Refusal(rule, ["number": number, "status": status.rawValue])
    }
}
