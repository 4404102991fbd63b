import HotlineDomain

/// The whole year before it begins: every call with what will become of it.
/// The totals are dealt out here, so that they come out exactly; who answers,
/// and when things are done, is left to the office.
struct YearPlan {
    private(set) var calls: [CallPlan] = []
    private(set) var absences: [Absence] = []
    let zone: ZoneRules
    private let phrases = PhraseBook()
    private let places = PlaceBook()
    var chance: Chance

    /// A planned shift whose operator does not come.
    struct Absence {
        let date: BusinessDate
        let pattern: String
        let reason: String
        /// Nobody was told: somebody signs on late and unplanned. Otherwise a
        /// substitute's shift is planned beside it.
        let unannounced: Bool
    }

    init(seed: UInt64, zone: ZoneRules) {
        self.zone = zone
        chance = Chance(seed: seed)
        calls = plannedCalls()
        addUncounted()
        calls.sort { $0.start < $1.start }
        spread()
        absences = plannedAbsences()
    }

    private mutating func plannedCalls() -> [CallPlan] {
        let months = PracticeYear.period.months
        let sos = dealt(PracticeYear.sos, Mix.sosByMonth, least: 5)
        let others = dealt(PracticeYear.calls - PracticeYear.sos, Mix.callsByMonth, least: 20)
        var stories = SOSStories(months: sos, chance: chance.part())
        var planned: [CallPlan] = []
        for (place, month) in months.enumerated() {
            var starts: [Instant] = []
            for date in dates(sos[place], in: month) { starts.append(startOfSOS(on: date)) }
            for start in starts.sorted() {
                let story = stories.next(openedOn: zone.date(at: start))
                planned.append(sosCall(at: start, story))
            }
            for date in dates(others[place], in: month) { planned.append(call(at: start(on: date))) }
        }
        return planned
    }

    /// A total by month, each a little more or less than the weights say.
    private mutating func dealt(_ total: Int, _ weights: [Int], least: Int) -> [Int] {
        let uneven = weights.map { $0 * chance.around(84...116) }
        return sharedOut(total - least * weights.count, by: uneven).map { $0 + least }
    }

    private mutating func dates(_ count: Int, in month: Period) -> [BusinessDate] {
        let days = (month.first.days...month.last.days).map(BusinessDate.init(days:))
        let weights = Weights(days.map { ($0, Mix.callsByWeekday[$0.weekday.rawValue - 1]) })
        return (0..<count).map { _ in chance.one(of: weights) }
    }

    private mutating func start(on date: BusinessDate) -> Instant {
        let hour = chance.one(of: Mix.hour)
        let second = hour * 3600 + chance.below(hour == 22 ? 2400 : 3600)
        return zone.instant(date, secondsOfDay: max(second, 8 * 3600 + 300))
    }

    /// On the last day early enough to come to its end within the year.
    private mutating func startOfSOS(on date: BusinessDate) -> Instant {
        let start = start(on: date)
        return date < PracticeYear.lastDate ? start : min(start, zone.instant(date, secondsOfDay: 11 * 3600))
    }

    /// One line, one caller at a time: whoever would ring while somebody talks
    /// rings later, and nobody so late that the line closes over it.
    private mutating func spread() {
        let dates = calls.map { zone.date(at: $0.start) }
        for place in calls.indices.dropFirst() {
            calls[place].start = max(calls[place].start, calls[place - 1].end + .minutes(4))
        }
        var latest: Instant?
        for place in calls.indices.reversed() {
            let closing = zone.instant(dates[place], secondsOfDay: 22 * 3600 + 2400)
            let start = min(calls[place].start, closing, latest ?? closing)
            calls[place].start = start
            let before = place > 0 ? calls[place - 1].seconds : 0
            latest = start - .seconds(Int64(before)) - .minutes(4)
        }
    }

    /// Where the caller is and what was noted; `percent` of calls have a note.
    mutating func words(
        for content: CallContent, notes percent: Int, about: String, then: String?
    ) -> (place: String?, note: String?) {
        var language: PhraseBook.Language = content.language == "ro" ? .ro : .ru
        if chance.happens(4) { language = .en }
        var place: String?
        if let country = content.country, chance.happens(55) {
            place = places.place(in: country, written: language, &chance)
        }
        let note = chance.happens(percent) ? phrases.note(about, then: then, in: language, &chance) : nil
        return (place, note)
    }

    /// Drafts thrown away and the monthly trial of the line: in the journal, in no count.
    private mutating func addUncounted() {
        for month in PracticeYear.period.months {
            let trial = zone.instant(month.first + chance.below(5), secondsOfDay: 8 * 3600 + 480)
            let content = CallContent(callClass: .nonCounselling, code: "test")
            calls.append(CallPlan(start: trial, seconds: chance.number(12...40), content: content))
        }
        let reasons = ["entered_by_mistake", "entered_twice", "no_call_took_place", "practice"]
        for month in chance.some(8, of: PracticeYear.period.months) {
            let begun = start(on: month.first + chance.below(28))
            calls.append(
                CallPlan(
                    start: begun, seconds: chance.around(30...300), content: CallContent(callClass: .information),
                    course: .discarded(because: chance.one(of: reasons))))
        }
    }

    private mutating func plannedAbsences() -> [Absence] {
        let patterns = ["morning", "evening", "specialist", "evening"]
        let reasons = ["ill", "ill", "family", "transport", "leave"]
        var planned: [Absence] = []
        for (place, month) in chance.some(11, of: PracticeYear.period.months).enumerated() {
            let unannounced = place % 4 == 3
            planned.append(
                Absence(
                    date: month.first + chance.number(2...26),
                    pattern: unannounced ? "morning" : patterns[place % patterns.count],
                    reason: unannounced ? "no_show" : chance.one(of: reasons), unannounced: unannounced))
        }
        return planned
    }
}
