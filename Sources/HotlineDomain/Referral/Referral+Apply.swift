extension Referral {
    public static func applying(
        _ event: ReferralEvent, to referral: Referral?, id: ReferralID, stamp: Stamp
    ) -> Referral? {
        if case .added(let number, let origin, let provider, let service, let urgency) = event {
            return Referral(
                id: id, number: number, origin: origin, provider: provider, service: service, urgency: urgency,
                addedBy: stamp.by, keptBy: stamp.by, status: .draft, consent: nil, sentAt: nil, chases: 0,
                rejectedBecause: nil, outcome: nil, source: nil, answered: nil, fullOverriddenBecause: nil,
                delivered: [], lastChanged: stamp)
        }
        guard var referral else { return nil }
        referral.apply(event, stamp)
        referral.lastChanged = stamp
        return referral
    }

    /// An end is an end, whatever a desk wrote that had not heard of it.
    private mutating func go(on next: Status) { if !status.hasEnded { status = next } }

    private mutating func apply(_ event: ReferralEvent, _ stamp: Stamp) {
        switch event {
        case .added: break
        case .consented(let consent):
            self.consent = consent
            go(on: .ready)
        case .declined:
            consent = .refused
            status = .declined
            outcome = "declined_by_client"
            source = .client
        case .sent:
            sentAt = stamp.at
            go(on: .sent)
        case .accepted:
            answered = stamp
            go(on: .accepted)
        case .rejected(let reason, let outcome):
            answered = stamp
            rejectedBecause = reason
            self.outcome = outcome
            source = .provider
            status = .rejected
        case .started: go(on: .inService)
        case .chased: chases += 1
        case .fullOverridden(let because): fullOverriddenBecause = because
        case .delivered(let service): delivered.append(service)
        case .kept(let by): keptBy = by
        case .ended(let outcome, let source):
            self.outcome = outcome
            self.source = source
            status = .ended
        case .revoked(_, let outcome):
            self.outcome = outcome
            source = OutcomeSource.none
            status = .revoked
        }
    }
}
