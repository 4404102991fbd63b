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
        for (at, step) in zip(times, plan.steps) {
            later(at) { office, batch in
                let by = origin.isCall ? office.onDuty(.line)?.person ?? code : office.specialist
                try office.perform([.referral(referral, step.command)], by: by, &batch)
            }
        }
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
