import HotlineDomain
import HotlineStore

/// A referral from consent to its outcome.
extension Office {
    mutating func refer(
        _ plan: ReferralPlan, from origin: ReferralOrigin, by code: String, _ batch: inout Store.Batch
    ) throws {
        let referral: ReferralID = id()
        let add = ReferralCommand.add(
            origin, provider: plan.provider, service: plan.service, urgency: plan.urgency)
        try perform([.referral(referral, add), .referral(referral, .consent(plan.consent))], by: code, &batch)
        let times = times(of: plan.steps.map(\.minutes))
        for (place, (at, step)) in zip(times, plan.steps).enumerated() {
            let isLast = place == plan.steps.count - 1
            later(at) { office, batch in
                let by = origin.isCall ? office.onDuty(.line)?.person ?? code : office.specialist
                let commands = office.delivery(with: step.command, isLast: isLast)
                try office.perform(commands.map { .referral(referral, $0) }, by: by, &batch)
            }
        }
    }

    /// Whoever was served received the service before it ended, or has begun to
    /// where it goes on into the next year; some fund paid for it.
    private mutating func delivery(with command: ReferralCommand, isLast: Bool) -> [ReferralCommand] {
        switch command {
        case .end: [deliver(), command]
        case .start where isLast: [command, deliver()]
        default: [command]
        }
    }

    private mutating func deliver() -> ReferralCommand {
        .deliver(service: nil, donor: house.one(of: HousePlan.donor))
    }

    /// When the steps are taken: by day, and all of them before the year ends.
    private mutating func times(of minutes: [Int]) -> [Instant] {
        var times: [Instant] = []
        var last = now
        for wait in minutes {
            last = max(waking(last + .minutes(Int64(wait))), last + .minutes(1))
            times.append(last)
        }
        guard last > deadline else { return times }
        // Too little of the year is left for the usual pace: everybody hurries.
        let whole = last - now
        let left = max(deadline - now, .minutes(Int64(minutes.count)))
        return times.map { now + .seconds(($0 - now).seconds * left.seconds / whole.seconds) }
    }
}

extension ReferralOrigin {
    fileprivate var isCall: Bool { if case .call = self { true } else { false } }
}
