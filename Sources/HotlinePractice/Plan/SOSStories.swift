import HotlineDomain

/// What becomes of the year's SOS, in the order they come in: 19 open a case,
/// the others end in one of nine ways that explain why not.
struct SOSStories {
    private var outcomes: [String]
    private var place = 0
    private var cases: CaseStories
    private var chance: Chance

    /// `months`: how many SOS each month has.
    init(months: [Int], chance seed: Chance) {
        var chance = seed
        let opened = sharedOut(PracticeYear.casesOpened - months.count, by: months).map { $0 + 1 }
        var others = SOSStories.withoutCase(&chance)
        outcomes = []
        for (count, opened) in zip(months, opened) {
            let opening = Set(chance.some(opened, of: Array(0..<count)))
            for number in 0..<count {
                outcomes.append(opening.contains(number) ? "case_opened" : others.removeLast())
            }
        }
        outcomes = SOSStories.inOrder(outcomes)
        cases = CaseStories(count: PracticeYear.casesOpened, chance: chance.part())
        self.chance = chance
    }

    private static func withoutCase(_ chance: inout Chance) -> [String] {
        let count = PracticeYear.sos - PracticeYear.casesOpened
        let each = Mix.sosOutcome.items
        return chance.shuffled(each + (each.count..<count).map { _ in chance.one(of: Mix.sosOutcome) })
    }

    /// Nothing is linked to a case, or the duplicate of one, before there is a case.
    private static func inOrder(_ outcomes: [String]) -> [String] {
        var outcomes = outcomes
        let first = outcomes.firstIndex(of: "case_opened") ?? 0
        let late = outcomes.indices.reversed().filter { outcomes[$0] == "resolved_by_consultation" }
        let early = outcomes.indices.prefix(first + 6).filter {
            ["linked_to_existing_case", "duplicate"].contains(outcomes[$0])
        }
        for (here, there) in zip(early, late) { outcomes.swapAt(here, there) }
        return outcomes
    }

    mutating func next(openedOn date: BusinessDate) -> SOSPlan {
        let outcome = outcomes[place]
        place += 1
        return SOSPlan(
            outcome: outcome, file: outcome == "case_opened" ? cases.next(openedOn: date) : nil,
            referral: outcome == "referred_without_case" ? .drawn(Mix.sosService, &chance) : nil,
            minutes: minutes(outcome))
    }

    private mutating func minutes(_ outcome: String) -> Int {
        switch outcome {
        case "emergency_services_called", "caller_lost", "outside_mandate": chance.around(8...70)
        case "not_confirmed": chance.around(120...2600)
        case "case_opened", "referred_without_case": chance.around(40...330)
        default: chance.around(20...200)
        }
    }
}
