import HotlineDomain

extension ReferralPlan {
    /// To a provider that has the service, with one of the ends referrals come
    /// to. A service lasts no longer than so many days.
    static func drawn(_ services: Weights<String>, longest days: Int = 14, _ chance: inout Chance) -> ReferralPlan {
        let service = chance.one(of: services)
        switch chance.below(100) {
        case 0..<8: return plan(service, .refused, [], &chance)
        case 8..<15: return plan(service, .given, [sent, rejected(&chance)], &chance)
        case 15..<20: return plan(service, .given, [sent] + unanswered(&chance), &chance)
        case 20..<24: return plan(service, .given, [sent, receivedElsewhere], &chance)
        case 24..<27: return plan(service, .given, [(300, .drop(outcome: "not_applicable"))], &chance)
        case 27..<31:
            return plan(
                service, .overridden(because: "life_in_danger"), [sent] + served("provided", days, &chance), &chance)
        case 31..<42: return plan(service, .given, [sent] + served("partly_provided", days, &chance), &chance)
        default: return plan(service, .given, [sent] + served("provided", days, &chance), &chance)
        }
    }

    /// Still in service when the year ends.
    static func inService(_ chance: inout Chance) -> ReferralPlan {
        let steps = served("provided", 10, &chance).dropLast()
        return plan(chance.one(of: Mix.caseService), .given, [sent] + steps, &chance)
    }

    /// What makes a case count as referred.
    static func reintegration(goesOn: Bool, longest days: Int, _ chance: inout Chance) -> ReferralPlan {
        let steps = served("provided", days, &chance)
        return plan("social_reintegration", .given, [sent] + (goesOn ? steps.dropLast() : steps), &chance)
    }

    private typealias Step = (minutes: Int, command: ReferralCommand)

    private static let sent: Step = (2, .send)
    private static let receivedElsewhere: Step = (
        400, .revoke(reason: nil, outcome: "already_received_elsewhere")
    )

    private static func plan(
        _ service: String, _ consent: Referral.Consent, _ steps: [Step], _ chance: inout Chance
    ) -> ReferralPlan {
        let providers = Hotline.practice.providers.filter { $0.services.contains(service) }.map(\.code)
        return ReferralPlan(
            provider: chance.one(of: providers), service: service,
            urgency: chance.one(of: [.hour, .threeHours, .day, .day, .threeDays]), consent: consent, steps: steps)
    }

    private static func served(_ outcome: String, _ days: Int, _ chance: inout Chance) -> [Step] {
        let source: OutcomeSource = chance.happens(60) ? .provider : .client
        return [
            (chance.around(25...1700), .accept), (chance.around(60...3000), .start),
            (chance.number(1...max(1, days)) * 1440, .end(outcome: outcome, source: source)),
        ]
    }

    private static func rejected(_ chance: inout Chance) -> Step {
        let full = chance.happens(50)
        let reason = full ? "full" : chance.one(of: ["outside_criteria", "outside_territory", "no_staff"])
        let outcome = full ? "service_unavailable" : "rejected_by_provider"
        return (chance.around(40...1500), .reject(reason: reason, outcome: outcome))
    }

    private static func unanswered(_ chance: inout Chance) -> [Step] {
        let outcome = chance.happens(50) ? "no_response" : "client_unreachable"
        return [
            (1500, .chase), (chance.around(1400...3000), .chase), (1500, .giveUp(outcome: outcome, source: .none)),
        ]
    }
}
