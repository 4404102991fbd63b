extension Escalation {
    public static func applying(
        _ event: EscalationEvent, to escalation: Escalation?, id: EscalationID, stamp: Stamp
    ) -> Escalation? {
        if case .raised(let call, let callNumber, let businessDate) = event {
            return Escalation(
                id: id, call: call, callNumber: callNumber, raisedBy: stamp.by, raisedAt: stamp.at,
                businessDate: businessDate, status: .raised, keptBy: stamp.by, assignee: nil, acknowledgedAt: nil,
                outcome: nil, openedCase: nil, reason: nil, resolvedAt: nil, lastChanged: stamp)
        }
        guard var escalation else { return nil }
        escalation.apply(event, stamp)
        // Somebody took it in hand who did not see that it was resolved: then it is not.
        if escalation.isOpen { (escalation.outcome, escalation.resolvedAt) = (nil, nil) }
        escalation.lastChanged = stamp
        return escalation
    }

    private mutating func apply(_ event: EscalationEvent, _ stamp: Stamp) {
        switch event {
        case .raised: break
        case .assigned(let to):
            assignee = to
            status = .assigned
        case .acknowledged:
            assignee = stamp.by
            acknowledgedAt = acknowledgedAt ?? stamp.at
            status = .inHand
        case .kept(let by): keptBy = by
        case .reassigned(let to):
            assignee = to
            status = .assigned
        case .resolved(let outcome, let reason, let openedCase):
            self.outcome = outcome
            self.reason = reason
            self.openedCase = openedCase
            resolvedAt = stamp.at
            status = .resolved
        case .assessed(let answers, let place):
            self.answers.merge(answers) { _, new in new }
            self.place = place ?? self.place
        case .reopened:
            // It stays with its case, which is not closed over it.
            status = .inHand
        }
    }
}
