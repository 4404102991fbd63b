extension Stay {
    public static func applying(_ event: StayEvent, to stay: Stay?, id: StayID, stamp: Stamp) -> Stay? {
        if case .admitted(let admission, let date) = event {
            return Stay(
                id: id, provider: admission.provider, category: admission.category, case: admission.case,
                referral: admission.referral, donor: admission.donor, admittedAt: admission.at, admittedOn: date,
                expectedUntil: admission.expectedUntil, overriddenBecause: admission.overriddenBecause, leftAt: nil,
                leftBecause: nil, lastChanged: stamp)
        }
        guard var stay else { return nil }
        switch event {
        case .admitted: break
        case .expected(let date): stay.expectedUntil = date
        case .left(let instant, let because):
            stay.leftAt = instant
            stay.leftBecause = because
        }
        stay.lastChanged = stamp
        return stay
    }
}
