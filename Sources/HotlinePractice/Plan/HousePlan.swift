import HotlineDomain

/// What the house does in the year beside the line: who lives in the shelter,
/// who is brought home, what was promised, what the districts report. Drawn
/// from a chance of its own, so that no call of the year depends on it.
struct HousePlan {
    private(set) var stays: [Residence] = []
    private(set) var missions: [Journey] = []
    let promises: [Promise]
    private(set) var returns: [Question] = []
    let zone: ZoneRules
    var chance: Chance

    init(seed: UInt64, zone: ZoneRules) {
        self.zone = zone
        var chance = Chance(seed: seed ^ 0x5EA5_1DE0_F1CE_0024)
        promises = Promise.drawn(zone, &chance)
        self.chance = chance
        stays = drawnStays()
        missions = drawnMissions()
        returns = drawnReturns()
    }

    /// Somebody's place in the shelter.
    struct Residence {
        let category: String
        let donor: String
        let admitted: Instant
        let expectedUntil: BusinessDate?
        /// Nil: still there when the year ends.
        let left: (at: Instant, because: String)?
    }

    /// A repatriation mission; `donor` pays for it.
    struct Journey {
        let planned: Instant
        let date: BusinessDate
        let country: String
        let persons: [PersonCount]
        let donor: String
        /// When it was written down that it took place; nil: it is still to come.
        let told: Instant?
    }

    /// An indicator with what it came to, and as of when.
    struct Promise {
        let code: String
        let target: Int?
        let source: String
        let readings: [(at: Instant, actual: Int)]
    }

    /// What a territory is asked for a month.
    struct Question {
        let territory: String
        let month: Period
        let asked: Instant
        let due: BusinessDate
        /// Nil: nothing came, and nobody knows why.
        let answer: (at: Instant, figures: [NamedFigure]?)?
    }

    /// Office hours on this day, or on the first workday after it.
    static func office(_ date: BusinessDate, _ zone: ZoneRules, _ chance: inout Chance) -> Instant {
        var date = date
        while [.saturday, .sunday].contains(date.weekday) { date = date + 1 }
        return zone.instant(date, secondsOfDay: chance.number(9 * 3600 + 600...15 * 3600))
    }

    mutating func office(_ date: BusinessDate) -> Instant { HousePlan.office(date, zone, &chance) }
}
