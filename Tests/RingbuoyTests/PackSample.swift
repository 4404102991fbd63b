import HotlineDomain
import HotlineReports

/// The Transnistria year as closed months: 1,346 calls, 126 SOS, 19 cases, 3 referred,
/// with attributes spread over them by a rule and not by chance.
enum PackSample {
    static let year = Period("2008-10/2009-09")

    private static let calls = [98, 104, 110, 92, 101, 115, 120, 108, 117, 125, 131, 125]
    private static let sos = [8, 9, 11, 7, 10, 12, 11, 10, 12, 13, 12, 11]
    private static let cases = [1, 1, 2, 1, 1, 2, 2, 1, 2, 2, 2, 2]
    private static let referred = [0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1]

    /// Codes by how many of a hundred have them.
    private static let spread: [(attribute: String, shares: [(String, Int)])] = [
        (
            "class",
            [
                ("information", 46), ("non_counselling", 26), ("counselling", 18), ("follow_up", 7),
                ("professional", 3),
            ]
        ),
        ("country", [("MD", 80), ("UA", 9), ("RU", 7), ("RO", 2), ("unknown", 2)]),
        ("language", [("ru", 56), ("ro", 34), ("uk", 4), ("not_recorded", 6)]),
        (
            "topic",
            [
                ("employment_abroad", 44), ("documents", 17), ("study_abroad", 9), ("tourism", 8),
                ("irregular_status", 7),
                ("marriage_to_foreigner", 3), ("missing_relative_abroad", 2), ("not_recorded", 10),
            ]
        ),
        (
            "caller",
            [
                ("potential_victim", 40), ("parent_or_caregiver", 22), ("relative", 14), ("friend", 9), ("ngo", 3),
                ("unknown", 12),
            ]
        ),
        (
            "heard",
            [
                ("internet", 30), ("tv", 24), ("press", 14), ("word_of_mouth", 20), ("ngo_home", 5),
                ("not_recorded", 7),
            ]
        ),
        ("hour", [("09", 16), ("10", 17), ("11", 15), ("14", 14), ("15", 12), ("17", 10), ("19", 9), ("21", 7)]),
        ("weekday", [("mon", 19), ("tue", 18), ("wed", 17), ("thu", 16), ("fri", 15), ("sat", 9), ("sun", 6)]),
        (
            "outcome",
            [("information_given", 52), ("consultation_given", 26), ("referred", 9), ("no_further_action", 13)]
        ),
    ]

    private static let outcomes = [
        ("resolved_by_consultation", 46), ("case_opened", 15), ("referred_without_case", 14), ("not_confirmed", 13),
        ("outside_mandate", 12),
    ]

    static let hotline = Hotline(
        code: "transnistria-migration", name: "Transnistria: migration and trafficking", projectYearStartMonth: 10,
        lines: [], operators: [], patterns: [], roster: [], settings: Settings(donors: ["japan", "sdc", "germany"]))

    static let donor = Donor(
        code: "japan", name: "Government of Japan", projects: ["UNTFHS-07-238"], calendar: .quarter,
        indicators: [
            DonorIndicator(
                code: "calls", donorsCode: "1.1",
                wording: ["en": "Calls to the hotline", "ro": "Apeluri la linie", "ru": "Звонки на линию"],
                unit: .calls, baseline: 900, target: 1200, source: .counted(.calls, of: nil)),
            DonorIndicator(
                code: "assisted", donorsCode: "2.1",
                wording: ["en": "Services received", "ro": "Servicii primite", "ru": "Полученные услуги"],
                unit: .services, target: 400, source: .counted(.delivered, of: nil)),
            DonorIndicator(
                code: "funded", donorsCode: "2.2",
                wording: [
                    "en": "Of them on these funds", "ro": "Din ele pe aceste fonduri",
                    "ru": "Из них за счёт этих средств",
                ],
                unit: .services, target: 150, source: .counted(.delivered, of: .init(.donor, "japan"))),
            DonorIndicator(
                code: "sos_romania", donorsCode: "2.3",
                wording: ["en": "SOS from Romania", "ro": "SOS din România", "ru": "SOS из Румынии"],
                target: 20, source: .counted(.sos, of: .init(.country, "RO"))),
            DonorIndicator(
                code: "trials", donorsCode: "3.1",
                wording: ["en": "Trials", "ro": "Procese", "ru": "Судебные процессы"],
                target: 12, source: .register("trials")),
        ])

    static func input(_ period: Period, donor: Donor = PackSample.donor) -> PackInput {
        let needed = PackInput.months(for: period, startMonth: 10)
        return PackInput(
            hotlineCode: hotline.code, hotlineName: hotline.name, projectYearStartMonth: 10, donor: donor,
            period: period,
            months: months.filter { needed.contains($0.period) }, since: year?.first ?? period.first,
            families: Family.standard(for: hotline))
    }

    static let months: [ClosedMonth] = (year?.months ?? []).enumerated().map { closed($1, $0) }

    private static func closed(_ period: Period, _ place: Int) -> ClosedMonth {
        var counts: [MonthMeasure: [[TidyKey]: Int]] = [
            .calls: [[]: calls[place]], .sos: [[]: sos[place]], .casesOpened: [[]: cases[place]],
            .referred: [[]: referred[place]], .openMinutes: [[]: 27_000], .staffedMinutes: [[]: 26_640],
            .acknowledged: [[]: sos[place]], .acknowledgedInTarget: [[]: sos[place] - 1],
        ]
        func add(_ measure: MonthMeasure, _ n: Int, _ keys: TidyKey...) {
            counts[measure, default: [:]][keys.sorted(), default: 0] += n
        }
        for (part, (attribute, shares)) in spread.enumerated() {
            for number in 0..<calls[place] {
                let isSOS = number < sos[place]
                let at = (number * 37 + place * 11 + part * 29 + (isSOS ? 5 : 0)) % 100
                let code = attribute == "class" && isSOS ? "sos" : pick(shares, at)
                add(.calls, 1, TidyKey(attribute, code))
                if isSOS { add(.sos, 1, TidyKey(attribute, code)) }
            }
        }
        for number in 0..<sos[place] {
            add(.escalations, 1, TidyKey("outcome", pick(outcomes, (number * 41 + place * 17) % 100)))
        }
        let services = place < 11 ? 30 : 28
        let ours = place < 11 ? 13 : 18
        add(.delivered, services)
        add(.delivered, ours, TidyKey("donor", "japan"))
        add(.delivered, services - ours, TidyKey("donor", "germany"))
        add(.delivered, 12, TidyKey("service", "social_reintegration"))
        add(.delivered, services - 12, TidyKey("service", "safe_accommodation"))
        let line = TidyKey("line", "tn")
        for (outcome, n) in [
            ("answered", calls[place]), ("abandoned", 6), ("short_abandoned", 4), ("unstaffed", 2), ("closed", 9),
        ] {
            add(.visits, n, line, TidyKey("outcome", outcome))
        }
        add(.visitsInTarget, calls[place] - 9, line)
        add(.waitMilliseconds, calls[place] * 8200, line)
        for (seconds, n) in [(4, 40), (8, calls[place] - 49), (31, 9)] {
            add(.waits, n, line, TidyKey("seconds", "\(seconds)"))
        }
        add(.handled, calls[place], line)
        add(.handleMilliseconds, calls[place] * 372_000, line)
        add(
            .indicator, 1, TidyKey("code", "trials"), TidyKey("source", "Prosecutor's office"),
            TidyKey("as_of", "\(period.last)"))
        let open = cases[..<place].reduce(0, +)
        for (step, n) in [("open_at_start", open), ("opened", cases[place]), ("open_at_end", open + cases[place])] {
            add(.balance, n, TidyKey("step", step))
        }
        for (earlier, month) in (year?.months ?? []).enumerated() where earlier <= place {
            let steps = [("calls", calls), ("sos", sos), ("cases", cases), ("referred", referred)]
            for (step, counts) in steps {
                add(.cohort, counts[earlier], TidyKey("month", month.name), TidyKey("step", step))
            }
        }
        return ClosedMonth(
            period: period,
            rows: counts.flatMap { measure, rows in rows.map { MonthRow(measure, period, $0, .exact($1)) } },
            closedAt: Instant(seconds: period.last.days * 86_400), closedBy: "91")
    }

    private static func pick(_ shares: [(String, Int)], _ at: Int) -> String {
        var left = at
        for (code, share) in shares {
            left -= share
            if left < 0 { return code }
        }
        return shares[0].0
    }
}
