extension Referral: Fielded {
    public static func fields(of event: ReferralEvent) -> [ThingField] {
        switch event {
        case .consented, .sent, .accepted, .started: [.status]
        case .declined, .rejected, .ended, .revoked: [.status, .outcome]
        case .added, .chased, .fullOverridden, .delivered, .kept: []
        }
    }

    public func value(of field: ThingField) -> FieldValue? {
        switch field {
        case .status: .name(status.rawValue)
        case .outcome: .code(outcome)
        case .value, .role, .pseudonym, .closing, .responsible, .result, .call, .assignee, .answer, .place, .reason:
            nil
        }
    }
}
