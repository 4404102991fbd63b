import HotlineDomain

/// The shelter: 24 places, and when the year ends 23 of them are taken.
extension HousePlan {
    static let places = 24

    /// One man, fourteen women, two teenagers, six children of theirs.
    private static let atTheEnd =
        ["man"] + Array(repeating: "woman", count: 14) + Array(repeating: "teenager", count: 2)
        + Array(repeating: "child", count: 6)

    private static let category = Weights<String>([("woman", 58), ("child", 27), ("teenager", 9), ("man", 6)])
    private static let leftBecause = Weights<String>([
        ("programme_completed", 34), ("returned_home", 28), ("independent_housing", 14),
        ("moved_to_other_provider", 9), ("own_wish", 9), ("repatriated", 3), ("lost_contact", 2), ("house_rules", 1),
    ])

    /// One place after the other: who has it leaves before the next one comes,
    /// so the shelter never takes in more than it has room for.
    mutating func drawnStays() -> [Residence] {
        var stays: [Residence] = []
        for category in chance.shuffled(HousePlan.atTheEnd) {
            var date = PracticeYear.firstDate - 5 + chance.number(0...25)
            while true {
                let admitted = office(date)
                let day = zone.date(at: admitted)
                let leaves = day + chance.around(15...150)
                let expected = chance.happens(70) ? max(day, leaves + chance.number(-10...10)) : nil
                guard leaves + 20 < PracticeYear.lastDate else {
                    stays.append(residence(category, admitted, expected, left: nil))
                    break
                }
                let left = (at: office(leaves), because: chance.one(of: HousePlan.leftBecause))
                stays.append(residence(chance.one(of: HousePlan.category), admitted, expected, left: left))
                date = zone.date(at: left.at) + chance.number(1...9)
            }
        }
        return stays
    }

    private mutating func residence(
        _ category: String, _ admitted: Instant, _ expected: BusinessDate?, left: (at: Instant, because: String)?
    ) -> Residence {
        Residence(
            category: category, donor: chance.one(of: HousePlan.donor), admitted: admitted, expectedUntil: expected,
            left: left)
    }

    /// A fund beside the donors of the profile.
    static let furtherFunds = ["german-embassy"]
    /// Who pays; 161 of 358 people were helped on Japanese funds, which come through the Trust Fund.
    static let donor = Weights<String>([("untfhs", 45), ("sdc", 22), ("iom", 21), ("german-embassy", 12)])
}
