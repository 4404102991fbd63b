import HotlineDomain

/// The Transnistria year as a store would tell it, with a house around its
/// calls, and less of everything in the years before.
struct HouseSource: PeriodSource {
    static let year = Period("2008-10/2009-09")!
    static let zone = ZoneRules(name: "Test/Zone", firstOffsetSeconds: 7200, changes: [])

    static let hotline = Hotline(
        code: "tn", name: "Transnistria & friends", projectYearStartMonth: 10,
        lines: [
            Line(
                code: "tn", name: "Line", dialled: "0 800 99 800", countries: ["MD"], languages: ["ru"],
                zone: "Test/Zone", hours: OpeningHours(from: LocalTime("08:00")!, to: LocalTime("23:00")!),
                since: BusinessDate("2008-10-01")!)
        ],
        operators: [Operator(code: "01", roles: [.operator]), Operator(code: "91", roles: [.supervisor])],
        patterns: [Pattern(code: "day", from: LocalTime("08:00")!, to: LocalTime("23:00")!, staff: 1)], roster: [],
        providers: [Provider(code: "capc", name: "CAPC", services: ["safe_accommodation"], places: 24)])

    var period = HouseSource.year
    var now = HouseSource.zone.instant(BusinessDate("2009-10-05")!, secondsOfDay: 43_200)
    /// A switch tells of it.
    var isFed = true

    func of(_ period: Period) -> HouseSource {
        var other = self
        other.period = period
        return other
    }

    private var isYear: Bool { period == HouseSource.year }

    func counts(_ measure: Measure, by dimension: Dimension, _ period: Period) -> [String: Int] {
        if period == HouseSource.year { return HouseSource.counts(measure, dimension) }
        // A tenth of it in every month, nothing in the years before.
        guard dimension == .all, HouseSource.year.contains(period.first), measure == .calls || measure == .sos else {
            return [:]
        }
        return ["all": measure == .calls ? 112 : 10]
    }

    private static func counts(_ measure: Measure, _ dimension: Dimension) -> [String: Int] {
        switch (measure, dimension) {
        case (.delivered, .all): ["all": 358]
        case (.delivered, .donor): ["japan": 161, "germany": 197]
        case (.delivered, .service): ["legal": 300, "medical": 58]
        case (.repatriated, .all): ["all": 12]
        case (.repatriated, .category): ["victim_of_trafficking": 7, "unaccompanied_child": 4, "stranded_migrant": 1]
        case (.repatriated, .country): ["AE": 7, "RU": 5]
        case (.calls, .operator): ["01": 1000, "02": 346]
        case (.calls, .topic): ["employment_abroad": 700, "documents": 500, "not_recorded": 146]
        case (.calls, .caller): ["relative": 1000, "unknown": 346]
        default: FieldCounts.source(measure, dimension, HouseSource.year)
        }
    }

    func balance() -> MonthBalance {
        var balance = MonthBalance()
        balance.openAtStart = isYear ? 3 : 0
        balance.opened = isYear ? 19 : 0
        balance.closed = isYear ? 12 : 0
        balance.openAtEnd = isYear ? 10 : 0
        return balance
    }

    func closingReasons() -> [String: Int] { isYear ? ["plan_completed": 9, "lost_contact": 3] : [:] }

    func cohort() -> MonthCohort {
        isYear
            ? MonthCohort(month: period, calls: 1346, sos: 126, cases: 18, referred: 2)
            : MonthCohort(month: period, calls: 0, sos: 0, cases: 0, referred: 0)
    }

    func acknowledgements() -> [Span?] {
        isYear ? [.seconds(60), .seconds(120), .seconds(180), .seconds(600), nil] : []
    }

    func visits(answerTarget: Span, shortAbandon: Span) -> [VisitSum] {
        guard isYear, isFed else { return [] }
        func sum(
            _ outcome: VisitFacts.Outcome?, _ n: Int, wait: Int64 = 0, isShort: Bool = false, inTarget: Int = 0
        ) -> VisitSum {
            VisitSum(
                line: "tn", outcome: outcome, isShort: isShort, waitSteps: outcome == .answered ? wait * 100 : nil,
                n: n, waitMilliseconds: wait * 1000 * Int64(n), inTarget: inTarget,
                handled: outcome == .answered ? n : 0,
                handledMilliseconds: outcome == .answered ? Int64(n) * 60_000 : 0)
        }
        // The field's own example.
        return [
            sum(.answered, 6, wait: 10, inTarget: 6), sum(.answered, 2, wait: 30),
            sum(.abandoned, 1, wait: 3, isShort: true),
            sum(.abandoned, 1, wait: 40), sum(.closed, 4), sum(nil, 1),
        ]
    }

    func referrals() -> [ReferralSum] {
        guard isYear else { return [] }
        return [
            ReferralSum(service: "legal", urgency: .day, wasSent: true, isLate: false, outcome: "provided", n: 20),
            ReferralSum(service: "legal", urgency: .hour, wasSent: true, isLate: true, outcome: nil, n: 3),
            ReferralSum(
                service: "medical", urgency: .day, wasSent: false, isLate: false, outcome: "declined_by_client", n: 2),
        ]
    }

    func stays() -> [Stay] {
        guard isYear else { return [] }
        func stay(_ id: Int64, from: String, to: String?, _ category: String) -> Stay {
            let zone = HouseSource.zone
            return Stay(
                id: StayID(raw: id), provider: "capc", category: category, case: nil, referral: nil, donor: "japan",
                admittedAt: zone.instant(BusinessDate(from)!, secondsOfDay: 43_200), admittedOn: BusinessDate(from)!,
                expectedUntil: nil, overriddenBecause: nil,
                leftAt: to.map { zone.instant(BusinessDate($0)!, secondsOfDay: 43_200) },
                leftBecause: to.map { _ in "returned_home" },
                lastChanged: Stamp(by: "01", at: Instant(seconds: 0)))
        }
        return [
            stay(1, from: "2008-09-20", to: "2008-10-11", "woman"), stay(2, from: "2009-09-21", to: nil, "child"),
            stay(3, from: "2009-01-01", to: "2009-01-31", "man"),
        ]
    }

    func entries(_ kind: EntryKind) -> [Entry] {
        func entry(_ id: Int64, _ content: EntryContent, _ status: Entry.Status = .open) -> Entry {
            Entry(
                id: EntryID(raw: id), content: content, status: status, what: nil, addedBy: "01",
                addedOn: BusinessDate("2009-01-01")!, withdrawnBecause: nil,
                lastChanged: Stamp(by: "01", at: Instant(seconds: 0)))
        }
        func asked(_ territory: String, _ answer: EntryContent.TerritoryReturn.Answer?) -> EntryContent {
            .return(
                EntryContent.TerritoryReturn(
                    territory: territory, subject: "commission_sessions", first: BusinessDate("2009-01-01")!,
                    last: BusinessDate("2009-06-30")!, due: BusinessDate("2009-07-15")!, answer: answer))
        }
        let day = BusinessDate("2009-07-01")!
        switch kind {
        case .mission:
            return [
                entry(1, .mission(.init(date: day, country: "AE", persons: [])), .done),
                entry(2, .mission(.init(date: day, country: "RU", persons: []))),
            ]
        case .indicator:
            return [
                entry(
                    3,
                    .indicator(
                        .init(
                            code: "dv_women", first: HouseSource.year.first, last: HouseSource.year.last, target: 300,
                            actual: 214)), .done)
            ]
        case .return:
            return [
                entry(4, asked("rezina", .received(on: day, figures: [.init(name: "sessions", value: 29)])), .done),
                entry(5, asked("soroca", EntryContent.TerritoryReturn.Answer.none), .done),
                entry(6, asked("orhei", nil)),
            ]
        case .task: return []
        }
    }

    func shifts() -> [Shift] {
        guard isYear else { return [] }
        let day = BusinessDate("2009-09-14")!
        func shift(_ id: Int64, _ status: Shift.Status, on: Int? = nil, to: Int? = nil, unplanned: String? = nil)
            -> Shift
        {
            func at(_ hour: Int) -> Instant { HouseSource.zone.instant(day, secondsOfDay: hour * 3600) }
            return Shift(
                id: ShiftID(raw: id), operatorCode: "01", pattern: "day", businessDate: day, plannedStart: at(8),
                plannedEnd: at(23), status: status, signedOnAt: on.map(at), endedAt: to.map(at),
                unplannedBecause: unplanned, substituteFor: nil, absentBecause: nil, handover: nil,
                endedBySupervisor: false, lastChanged: Stamp(by: "01", at: at(8)))
        }
        return [
            shift(1, .ended, on: 9, to: 23), shift(2, .absent), shift(3, .planned),
            shift(4, .ended, on: 10, to: 11, unplanned: "covering"),
        ]
    }

    func quality() -> CallQuality {
        var quality = CallQuality()
        if isYear {
            quality.counted = 1346
            quality.amended = 20
            quality.tests = 3
            quality.unfinished = 1
        }
        return quality
    }
}
