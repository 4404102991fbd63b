import HotlineDomain
import HotlineStore

extension PracticeYear {
    /// Makes a practice store in an empty engine and writes the year into it.
    /// The same seed writes the same bytes; every seed the same four totals.
    /// `progress` is told 0 ... 1 after each day.
    public static func create(
        in engine: any Engine, seed: UInt64, zoneNamed: @escaping @Sendable (String) throws -> ZoneRules,
        progress: (Double) -> Void = { _ in }
    ) throws -> Store {
        let zone = try zoneNamed(Hotline.practice.zone)
        let store = try Store.create(
            engine, hotline: .practice, isPractice: true, at: opening(zone), chance: Chance(seed: seed),
            zoneNamed: zoneNamed)
        try write(into: store, seed: seed, progress: progress)
        return store
    }

    /// Writes the year into a store that was just made for the practice hotline.
    public static func write(into store: Store, seed: UInt64, progress: (Double) -> Void = { _ in }) throws {
        let hotline = try store.hotline()
        let zone = try store.zone(hotline.zone)
        var plan = YearPlan(seed: seed, zone: zone)
        var office = Office(
            store: store, hotline: hotline, zone: zone, chance: plan.chance.part(), house: Chance(seed: ~seed),
            opening: opening(zone))
        office.enter(HousePlan(seed: seed, zone: zone))
        office.enter(plan)
        let days = lastDate - firstDate
        // One transaction for what comes before, then one a day; the night ends at five.
        for day in 0...(days + 1) {
            try office.work(until: zone.instant(firstDate + day, secondsOfDay: 5 * 3600))
            progress(Double(day) / Double(days + 1))
        }
    }

    /// Whether the year was written to its end: it is not where the program was
    /// killed while it wrote.
    public static func isWhole(in store: Store) throws -> Bool {
        let shifts = try store.shifts(lastDate...lastDate)
        return try store.count(.calls, period) >= calls
            && !shifts.isEmpty && shifts.allSatisfy { [.ended, .absent, .cancelled].contains($0.status) }
    }

    /// A week before the first call.
    private static func opening(_ zone: ZoneRules) -> Instant {
        zone.instant(firstDate - 7, secondsOfDay: 10 * 3600)
    }
}

extension Office {
    /// The year's calls, absences and days into the agenda.
    mutating func enter(_ plan: YearPlan) {
        for absence in plan.absences { absences[absence.date] = absence }
        for month in PracticeYear.period.months {
            later(zone.instant(month.first - 5, secondsOfDay: 11 * 3600)) { try $0.planMonth(month, &$1) }
        }
        for days in PracticeYear.firstDate.days...PracticeYear.lastDate.days {
            let date = BusinessDate(days: days)
            later(zone.instant(date, secondsOfDay: 6 * 3600)) { try $0.beginDay(date, &$1) }
        }
        for call in plan.calls { later(call.start) { try $0.answer(call, &$1) } }
        for month in chance.some(3, of: PracticeYear.period.months) {
            let date = month.first + chance.number(3...24)
            let code = [.saturday, .sunday].contains(date.weekday) ? "02" : "03"
            later(zone.instant(date, secondsOfDay: 18 * 3600)) { try $0.helpOut(code, &$1) }
        }
    }
}
