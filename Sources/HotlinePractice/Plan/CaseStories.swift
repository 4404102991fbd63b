import HotlineDomain

/// What becomes of the year's cases, in the order they are opened. Most are
/// closed within the year with a colleague's approval; the late ones are still
/// open when it ends. Three are referred to social reintegration.
struct CaseStories {
    private enum Fate { case closed, closedReferred, reopened, onHold, followUp, proposed, active }

    private let reintegrated: Set<Int>
    private var fates: [Fate]
    private var number = 0
    private var chance: Chance

    init(count: Int, chance seed: Chance) {
        var chance = seed
        let early = Array(0..<(count * 2 / 3))
        var fates: [Fate] = Array(repeating: .closed, count: count)
        for (place, fate) in zip(chance.shuffled(early), [Fate.reopened, .onHold, .followUp]) { fates[place] = fate }
        for (place, fate) in zip((0..<count).reversed(), [Fate.active, .followUp, .proposed, .active]) {
            fates[place] = fate
        }
        reintegrated = Set(chance.some(PracticeYear.referred, of: early))
        for place in reintegrated where fates[place] == .closed { fates[place] = .closedReferred }
        self.fates = fates
        self.chance = chance
    }

    mutating func next(openedOn date: BusinessDate) -> CasePlan {
        defer { number += 1 }
        let fate = fates[number]
        let days = min(chance.around(30...150), PracticeYear.lastDate - date - 12)
        var steps: [(day: Int, step: CasePlan.Step)] = [(1, .triage), (3, .note)]
        guard days > 14 else { return CasePlan(steps: steps) }
        for (place, referral) in referrals(fate, within: days).enumerated() {
            steps.append((4 + place, .refer(referral)))
        }
        steps.append((days / 2, .note))
        if days > 40 { steps.append((days * 2 / 3, .followUp)) }
        return CasePlan(steps: steps + end(fate, days))
    }

    private mutating func referrals(_ fate: Fate, within days: Int) -> [ReferralPlan] {
        var plans: [ReferralPlan] = []
        if reintegrated.contains(number) {
            plans.append(.reintegration(goesOn: fate == .followUp, longest: days / 3, &chance))
        } else if fate == .active {
            plans.append(.inService(&chance))
        }
        for _ in 0..<chance.number(0...2) { plans.append(.drawn(Mix.caseService, longest: days / 3, &chance)) }
        return plans
    }

    private mutating func end(_ fate: Fate, _ days: Int) -> [(day: Int, step: CasePlan.Step)] {
        let reason = fate == .closedReferred ? "transferred" : chance.one(of: Mix.caseClosing)
        let proposal = CasePlan.Step.proposeClosing(reason: reason, asReferred: fate == .closedReferred)
        let closing: [(day: Int, step: CasePlan.Step)] = [(days - 4, proposal), (days - 2, .approve)]
        switch fate {
        case .active: return []
        case .followUp: return days > 40 ? [(days - 2, .note)] : [(days - 2, .followUp)]
        case .onHold: return days > 40 ? [(days - 4, .resume), (days - 2, .hold)] : [(days - 2, .hold)]
        case .proposed: return [closing[0]]
        case .closed where chance.happens(20): return [(days - 9, proposal), (days - 7, .turnBack)] + closing
        case .closed, .closedReferred: return closing
        case .reopened: return closing + [(days + 4, .reopen(reason: "contacted_again")), (days + 6, .note)]
        }
    }
}
