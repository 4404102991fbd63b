extension Escalation {
    /// What judging an escalation needs from outside of it.
    public struct Facts: Sendable {
        /// The call it is raised from, when there is such a call.
        public var call: Call?
        /// Who is told first: a specialist on duty, else the supervisor on duty,
        /// else the first of the on-call list.
        public var responder: String?
        /// The case named in the command, when there is such a case.
        public var openedCase: Case?

        public init(call: Call?, responder: String?, openedCase: Case?) {
            self.call = call
            self.responder = responder
            self.openedCase = openedCase
        }
    }

    static let outcomesWithCase = ["case_opened", "linked_to_existing_case"]

    public static func decide(
        _ escalation: Escalation?, _ command: EscalationCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [EscalationEvent] {
        if case .raise = command {
            guard escalation == nil else { throw Refusal(EscalationRule.exists) }
            return try raise(facts)
        }
        guard let escalation else { throw Refusal(EscalationRule.unknown) }
        return try escalation.decide(command, facts, occasion)
    }

    private static func raise(_ facts: Facts) throws(Refusal) -> [EscalationEvent] {
        guard let call = facts.call else { throw Refusal(EscalationRule.callUnknown) }
        // A final call may turn out to have been an SOS: raising it is its amendment.
        guard call.status != .discarded else {
            throw Refusal(EscalationRule.callClosed, ["number": call.number])
        }
        guard call.escalation == nil else { throw Refusal(EscalationRule.callHasOne, ["number": call.number]) }
        var events: [EscalationEvent] = [
            .raised(call: call.id, callNumber: call.number, businessDate: call.placement.businessDate)
        ]
        if let responder = facts.responder { events.append(.assigned(to: responder)) }
        return events
    }

    private func decide(
        _ command: EscalationCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [EscalationEvent] {
        switch command {
        case .raise: throw Refusal(EscalationRule.exists)
        case .assign(let to):
            guard !isAcknowledged else { throw alreadyTaken }
            try checkCanTake(to, occasion.hotline)
            return [.assigned(to: to)]
        case .acknowledge:
            guard !isAcknowledged else { throw alreadyTaken }
            return [.acknowledged]
        case .reassign(let to):
            guard status == .inHand else { throw notInHand }
            try checkCanTake(to, occasion.hotline)
            return [.reassigned(to: to)]
        case .resolve(let outcome, let reason, let openedCase):
            guard status == .inHand else { throw notInHand }
            try CodeCheck.required(outcome, .escalationOutcome, EscalationRule.needsOutcome)
            try reason?.check()
            try check(outcome, names: openedCase, facts)
            return [.resolved(outcome: outcome, reason: reason?.id, openedCase: openedCase)]
        case .assess(let answers, let place): return try assess(answers, place)
        case .reopen(let reason, let words):
            guard status == .resolved else { throw Refusal(EscalationRule.notResolved, ["number": callNumber]) }
            try CodeCheck.required(reason, .reopenedBecause, EscalationRule.needsReason)
            try words?.check()
            return [.reopened(reason: reason, words: words?.id)]
        }
    }

    private func assess(_ answers: [String: String], _ place: Written?) throws(Refusal) -> [EscalationEvent] {
        if status == .resolved { throw alreadyTaken }
        if answers.isEmpty, place == nil { throw Refusal(EscalationRule.needsAnswer, ["number": callNumber]) }
        for (question, answer) in answers.sorted(by: { $0.key < $1.key }) {
            try CodeCheck.required(question, .sosQuestion, EscalationRule.needsAnswer)
            try CodeCheck.required(answer, .answer, EscalationRule.needsAnswer)
        }
        try place?.check(Written.fieldLengthMax)
        return [.assessed(answers: answers, place: place?.id)]
    }

    private var alreadyTaken: Refusal {
        status == .resolved
            ? Refusal(EscalationRule.alreadyResolved, ["number": callNumber, "outcome": outcome ?? ""])
            : Refusal(EscalationRule.alreadyInHand, ["number": callNumber, "operator": assignee ?? ""])
    }

    private var notInHand: Refusal {
        status == .resolved
            ? Refusal(EscalationRule.alreadyResolved, ["number": callNumber, "outcome": outcome ?? ""])
            : Refusal(EscalationRule.notInHand, ["number": callNumber])
    }

    /// The case is named where the outcome is a case, and only there; an SOS
    /// that opened a case opened its own, or the 19 cases of 126 SOS would not add up.
    private func check(_ outcome: String, names opened: CaseID?, _ facts: Facts) throws(Refusal) {
        guard Escalation.outcomesWithCase.contains(outcome) else {
            if opened != nil { throw Refusal(EscalationRule.outcomeOpensNoCase, ["outcome": outcome]) }
            return
        }
        if opened == nil { throw Refusal(EscalationRule.outcomeNeedsCase, ["outcome": outcome]) }
        guard let file = facts.openedCase else { throw Refusal(EscalationRule.caseUnknown) }
        if outcome == "case_opened", file.origin != .escalation(id: id) {
            throw Refusal(EscalationRule.caseOpenedElsewhere, ["number": callNumber, "case": file.number])
        }
    }

    private func checkCanTake(_ code: String, _ hotline: Hotline) throws(Refusal) {
        guard let person = hotline.operatorNamed(code), hotline.canTakeSOS(person) else {
            throw Refusal(EscalationRule.cannotTake, ["operator": code, "known": hotline.knownResponders])
        }
    }
}
