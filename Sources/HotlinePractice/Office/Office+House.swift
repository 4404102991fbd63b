import HotlineDomain
import HotlineStore

/// The work of the house: its shelter, its missions and its registers.
extension Office {
    static let shelter = "capc-chisinau"
    static let reporter = "71"

    /// Its year into the agenda; what would come after the year's end is not yet known.
    mutating func enter(_ house: HousePlan) {
        later(now) { try $0.setUpHouse(&$1) }
        for stay in house.stays { later(stay.admitted) { try $0.admit(stay, &$1) } }
        for mission in house.missions { later(mission.planned) { try $0.plan(mission, &$1) } }
        let first = zone.instant(PracticeYear.firstDate, secondsOfDay: 10 * 3600)
        for promise in house.promises { later(first) { try $0.promise(promise, &$1) } }
        for question in house.returns { later(question.asked) { try $0.ask(question, &$1) } }
    }

    /// What the profile does not know of: places, funds, the districts that report.
    private mutating func setUpHouse(_ batch: inout Store.Batch) throws {
        var commands = HousePlan.territories.map { HotlineCommand.addTerritory($0) }
        commands.append(.changeSettings([.donors: .codes(HousePlan.furtherFunds)]))
        if var shelter = hotline.provider(Office.shelter) {
            shelter.places = HousePlan.places
            commands.append(.changeProvider(shelter, confidentialAddress: nil))
        }
        try perform(commands.map { .hotline($0) }, by: Office.supervisor, &batch)
    }

    private mutating func beforeTheEnd(_ at: Instant, _ act: @escaping Act) {
        if at < deadline { later(at, act) }
    }

    private mutating func admit(_ plan: HousePlan.Residence, _ batch: inout Store.Batch) throws {
        let stay: StayID = id()
        let admission = Admission(
            provider: Office.shelter, category: plan.category, at: now, donor: plan.donor,
            expectedUntil: plan.expectedUntil)
        try perform([.stay(stay, .admit(admission))], by: specialist, &batch)
        guard let left = plan.left else { return }
        beforeTheEnd(left.at) { office, batch in
            let leave = StayCommand.leave(at: office.now, because: left.because)
            try office.perform([.stay(stay, leave)], by: office.specialist, &batch)
        }
    }

    private mutating func plan(_ plan: HousePlan.Journey, _ batch: inout Store.Batch) throws {
        let entry: EntryID = id()
        let mission = EntryContent.Mission(
            date: plan.date, country: plan.country, persons: plan.persons, donor: plan.donor)
        try perform([.entry(entry, .add(.mission(mission), what: nil))], by: specialist, &batch)
        guard let told = plan.told else { return }
        let done = EntryCommand.done(.carriedOut(on: plan.date, persons: plan.persons))
        beforeTheEnd(told) { try $0.perform([.entry(entry, done)], by: $0.specialist, &$1) }
    }

    private mutating func promise(_ plan: HousePlan.Promise, _ batch: inout Store.Batch) throws {
        let entry: EntryID = id()
        let indicator = EntryContent.Indicator(
            code: plan.code, first: PracticeYear.firstDate, last: PracticeYear.lastDate, target: plan.target,
            cumulative: true)
        try perform([.entry(entry, .add(.indicator(indicator), what: nil))], by: Office.reporter, &batch)
        for reading in plan.readings {
            beforeTheEnd(reading.at) { office, batch in
                let measured = EntryResult.measured(
                    actual: reading.actual, source: plan.source, asOf: office.today)
                try office.perform([.entry(entry, .done(measured))], by: Office.reporter, &batch)
            }
        }
    }

    private mutating func ask(_ plan: HousePlan.Question, _ batch: inout Store.Batch) throws {
        let entry: EntryID = id()
        let asked = EntryContent.TerritoryReturn(
            territory: plan.territory, subject: "commission_sessions", first: plan.month.first, last: plan.month.last,
            due: plan.due)
        try perform([.entry(entry, .add(.return(asked), what: nil))], by: Office.reporter, &batch)
        guard let answer = plan.answer else { return }
        beforeTheEnd(answer.at) { office, batch in
            let result = answer.figures.map { EntryResult.received(on: office.today, figures: $0) } ?? .notReceived
            try office.perform([.entry(entry, .done(result))], by: Office.reporter, &batch)
        }
    }
}
