extension Referral {
    /// What judging a referral needs from outside of it.
    public struct Facts: Sendable {
        public var number: String
        public var originExists: Bool
        /// The case it would be added to is closed or a duplicate.
        public var caseIsClosed: Bool
        public var businessDate: BusinessDate
        /// Of the provider, where it has places; nil where it takes nobody in.
        public var occupancy: Occupancy?

        public init(
            number: String, originExists: Bool, caseIsClosed: Bool, businessDate: BusinessDate,
            occupancy: Occupancy? = nil
        ) {
            self.number = number
            self.originExists = originExists
            self.caseIsClosed = caseIsClosed
            self.businessDate = businessDate
            self.occupancy = occupancy
        }
    }

    /// How a referral that was rejected, taken back or given up can have ended.
    public static let outcomesOfRejection = ["rejected_by_provider", "service_unavailable"]
    public static let outcomesOfRevoking = ["not_applicable", "already_received_elsewhere", "provided_by_own_agency"]
    public static let outcomesOfDelivery = ["provided", "partly_provided"]
    public static let outcomesOfGivingUp = ["no_response", "client_unreachable"]

    public static func decide(
        _ referral: Referral?, _ command: ReferralCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [ReferralEvent] {
        if case .add(let origin, let provider, let service, let urgency) = command {
            guard referral == nil else { throw Refusal(ReferralRule.exists) }
            guard facts.originExists else { throw Refusal(ReferralRule.originUnknown) }
            if facts.caseIsClosed { throw Refusal(ReferralRule.caseClosed) }
            guard let found = occasion.hotline.provider(provider) else {
                throw Refusal(
                    ReferralRule.unknownProvider,
                    ["provider": provider, "known": occasion.hotline.knownProviders])
            }
            guard found.isOpen(on: facts.businessDate) else {
                throw Refusal(ReferralRule.providerClosed, ["provider": provider])
            }
            try CodeCheck.required(service, .service, ReferralRule.needsService)
            return [
                .added(number: facts.number, origin: origin, provider: provider, service: service, urgency: urgency)
            ]
        }
        guard let referral else { throw Refusal(ReferralRule.unknown) }
        if referral.status.hasEnded { throw referral.refusal(.hasEnded) }
        return try referral.decide(command, facts, occasion)
    }

    private func decide(
        _ command: ReferralCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [ReferralEvent] {
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
            try checkPlaces(facts, occasion)
            return [.sent]
        case .accept:
            guard status == .sent else { throw refusal(.notSent) }
            try checkPlaces(facts, occasion)
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
        case .overrideFull(let because):
            try CodeCheck.required(because, .fullOverriddenBecause, ReferralRule.needsReason)
            return fullOverriddenBecause == because ? [] : [.fullOverridden(because: because)]
        case .deliver(let service, let donor):
            guard status == .accepted || status == .inService else { throw refusal(.notAccepted) }
            try CodeCheck.code(service, .service)
            try occasion.hotline.checkDonor(donor, ReferralRule.unknownDonor, ReferralRule.needsDonor)
            let received = ServiceDelivered(
                service: service ?? self.service, donor: donor, businessDate: facts.businessDate)
            return (status == .accepted ? [.started] : []) + [.delivered(service: received)]
        case .end(let outcome, let source):
            guard status == .accepted || status == .inService else { throw refusal(.notAccepted) }
            try CodeCheck.required(outcome, .referralOutcome, ReferralRule.needsOutcome)
            if Referral.outcomesOfDelivery.contains(outcome), delivered.isEmpty,
                !occasion.hotline.funds.isEmpty
            {
                throw Refusal(
                    ReferralRule.needsDelivery, ["number": number, "known": occasion.hotline.knownFunds])
            }
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
        case .drop(let reason, let outcome):
            guard status == .draft || status == .ready else { throw refusal(.alreadySent) }
            try reason?.check()
            try check(outcome, among: Referral.outcomesOfRevoking)
            return [.revoked(reason: reason?.id, outcome: outcome)]
        }
    }

    /// A full shelter takes nobody, and says when it may again, unless somebody
    /// answers for it by name and reason.
    private func checkPlaces(_ facts: Facts, _ occasion: Occasion) throws(Refusal) {
        guard fullOverriddenBecause == nil, occasion.hotline.provider(provider)?.takesIn(for: service) == true,
            let occupancy = facts.occupancy, occupancy.isFull
        else { return }
        throw occupancy.refusal(ReferralRule.full, ["number": number, "provider": provider])
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
