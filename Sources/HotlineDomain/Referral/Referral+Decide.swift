extension Referral {
    /// What judging a referral needs from outside of it.
    public struct Facts: Sendable {
        public var number: String
        public var originExists: Bool
        /// The case it would be added to is closed or a duplicate.
        public var caseIsClosed: Bool

        public init(number: String, originExists: Bool, caseIsClosed: Bool) {
            self.number = number
            self.originExists = originExists
            self.caseIsClosed = caseIsClosed
        }
    }

    /// How a referral that was rejected, taken back or given up can have ended.
    public static let outcomesOfRejection = ["rejected_by_provider", "service_unavailable"]
    public static let outcomesOfRevoking = ["not_applicable", "already_received_elsewhere", "provided_by_own_agency"]
    public static let outcomesOfGivingUp = ["no_response", "client_unreachable"]

    public static func decide(
        _ referral: Referral?, _ command: ReferralCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [ReferralEvent] {
        if case .add(let origin, let provider, let service, let urgency) = command {
            guard referral == nil else { throw Refusal(ReferralRule.exists) }
            guard facts.originExists else { throw Refusal(ReferralRule.originUnknown) }
            if facts.caseIsClosed { throw Refusal(ReferralRule.caseClosed) }
            guard occasion.hotline.provider(provider) != nil else {
                throw Refusal(
                    ReferralRule.unknownProvider,
                    ["provider": provider, "known": occasion.hotline.knownProviders])
            }
            try CodeCheck.required(service, .service, ReferralRule.needsService)
            return [
                .added(number: facts.number, origin: origin, provider: provider, service: service, urgency: urgency)
            ]
        }
        guard let referral else { throw Refusal(ReferralRule.unknown) }
        if referral.status.hasEnded { throw referral.refusal(.hasEnded) }
        return try referral.decide(command)
    }

    private func decide(_ command: ReferralCommand) throws(Refusal) -> [ReferralEvent] {
        switch command {
        case .add: throw Refusal(ReferralRule.exists)
        case .consent(let consent):
            guard status == .draft else { throw refusal(.notDraft) }
            switch consent {
            case .refused: return [.declined]
            case .overridden(let because):
                try CodeCheck.required(because, .consentOverriddenBecause, ReferralRule.needsReason)
                return [.consented(consent: consent)]
            case .given: return [.consented(consent: consent)]
            }
        case .send:
            if status == .draft { throw refusal(.needsConsent) }
            guard status == .ready else { throw refusal(.alreadySent) }
            return [.sent]
        case .accept:
            guard status == .sent else { throw refusal(.notSent) }
            return [.accepted]
        case .reject(let reason, let outcome):
            guard status == .sent else { throw refusal(.notSent) }
            try CodeCheck.required(reason, .rejectedBecause, ReferralRule.needsReason)
            try check(outcome, among: Referral.outcomesOfRejection)
            return [.rejected(reason: reason, outcome: outcome)]
        case .start:
            guard status == .accepted else { throw refusal(.notAccepted) }
            return [.started]
        case .chase:
            guard status == .sent else { throw refusal(.notSent) }
            return [.chased]
        case .end(let outcome, let source):
            guard status == .accepted || status == .inService else { throw refusal(.notAccepted) }
            try CodeCheck.required(outcome, .referralOutcome, ReferralRule.needsOutcome)
            return [.ended(outcome: outcome, source: source)]
        case .giveUp(let outcome, let source):
            guard status == .sent else { throw refusal(.notSent) }
            guard chases > 0 else { throw refusal(.needsChase) }
            try check(outcome, among: Referral.outcomesOfGivingUp)
            return [.ended(outcome: outcome, source: source)]
        case .revoke(let reason, let outcome):
            guard [.sent, .accepted, .inService].contains(status) else { throw refusal(.notSent) }
            try reason?.check()
            try check(outcome, among: Referral.outcomesOfRevoking)
            return [.revoked(reason: reason?.id, outcome: outcome)]
        case .drop(let outcome):
            guard status == .draft || status == .ready else { throw refusal(.alreadySent) }
            try check(outcome, among: Referral.outcomesOfRevoking)
            return [.revoked(reason: nil, outcome: outcome)]
        }
    }

    private func check(_ outcome: String, among fitting: [String]) throws(Refusal) {
        try CodeCheck.required(outcome, .referralOutcome, ReferralRule.needsOutcome)
        guard fitting.contains(outcome) else {
            throw Refusal(
                ReferralRule.outcomeDoesNotFit,
                ["outcome": outcome, "known": fitting.joined(separator: ", "), "number": number])
        }
    }

    private func refusal(_ rule: ReferralRule) -> Refusal {
        Refusal(rule, ["number": number, "status": status.rawValue])
    }
}
