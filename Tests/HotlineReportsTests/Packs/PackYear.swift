import Crypto
import HotlineDomain

@testable import HotlineReports

/// A year of a hotline as closed months, thrown with dice: tiny or four times
/// the real volume, skewed, one country dominating, with months in which nobody called.
struct PackYear {
    let hotline: Hotline
    let families: [Family]
    private(set) var months: [ClosedMonth] = []

    static let period = Period("2008-10/2009-09")!

    /// `volume`: about how many calls the year has; thrown unless it is given.
    init(_ dice: inout Dice, families: [Family]? = nil, volume: Int? = nil) {
        hotline = PackYear.hotline
        self.families = families ?? Family.standard(for: PackYear.hotline)
        let volume = volume ?? [40, 300, 1346, 5400][dice.roll(0...3)]
        let sosShare = [1, 5, 9, 30][dice.roll(0...3)]
        let leans = self.families.map { Lean($0, &dice) }
        let silentMonths = [0, 1, 4][dice.roll(0...2)]
        var maker = MonthMaker(families: self.families, leans: leans, sosShare: sosShare)
        for month in PackYear.period.months {
            let calls = dice.roll(0...9) < silentMonths ? 0 : dice.roll(0...(volume / 6))
            months.append(maker.month(month, calls: calls, people: dice.roll(0...(volume / 20)), &dice))
        }
    }

    func input(_ period: Period, donor: Donor = PackYear.donor, released: [Release] = []) -> PackInput {
        let needed = PackInput.months(for: period, startMonth: 10)
        return PackInput(
            hotlineCode: hotline.code, hotlineName: hotline.name, projectYearStartMonth: 10, donor: donor,
            period: period, months: months.filter { needed.contains($0.period) },
            since: PackYear.period.first, families: families, released: released)
    }

    static let donor = Donor(
        code: "sdc", name: "SDC", projects: ["7F-01234"],
        indicators: [
            DonorIndicator(
                code: "calls", donorsCode: "1.1", wording: ["en": "Calls answered"], unit: .calls, baseline: 900,
                target: 1200, source: .counted(.calls, of: nil)),
            DonorIndicator(
                code: "assisted", wording: ["en": "Services on our funds"], unit: .services, target: 200,
                source: .counted(.delivered, of: .init(.donor, "sdc"))),
            DonorIndicator(
                code: "moldova", wording: ["en": "SOS from Moldova"],
                source: .counted(.sos, of: .init(.country, "MD"))),
            DonorIndicator(code: "trials", wording: ["en": "Trials"], source: .register("trials")),
        ])

    static let hotline = Hotline(
        code: "test", name: "Test line", projectYearStartMonth: 10,
        lines: [
            line("ru", ["RU"]), line("eu", ["BE", "NL", "DE", "CH"]), line("us", ["US"]),
        ], operators: [],
        patterns: [
            Pattern(code: "day", from: LocalTime("08:00")!, to: LocalTime("20:00")!, staff: 1),
            Pattern(code: "night", from: LocalTime("20:00")!, to: LocalTime("08:00")!, staff: 1),
        ], roster: [], settings: Settings(donors: ["sdc", "japan", "iom"]))

    private static func line(_ code: String, _ countries: [String]) -> Line {
        Line(
            code: code, name: code, dialled: "1", countries: countries, languages: ["ru"], zone: "Europe/Moscow",
            hours: OpeningHours(from: LocalTime("00:00")!, to: LocalTime("24:00")!), since: period.first)
    }

    static let digest: ByteDigest = { Array(SHA256.hash(data: $0)) }

    /// Says keys as they stand, with what would be filled in.
    static let words = PackWords(
        language: "en", decimalMark: ".",
        sentence: { key, details in
            ([key] + details.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
        }, grouped: { String($0) }, calendar: { period, _ in period.name })
}

/// Which codes of a family are the usual ones.
private struct Lean {
    let codes: [String]
    /// How many more throws the first codes of the list are favoured by.
    let skew: Int
    /// The place of one code that has this many calls of a hundred by itself.
    let leader: Int
    let leaderShare: Int

    init(_ family: Family, _ dice: inout Dice) {
        codes = family.tree.codes
        skew = dice.roll(0...4)
        leader = dice.roll(0...(codes.count - 1))
        leaderShare = [0, 0, 60, 95][dice.roll(0...3)]
    }

    /// SOS come from elsewhere half the time.
    func pick(isSOS: Bool, _ dice: inout Dice) -> String {
        var at = dice.roll(0...(codes.count - 1))
        for _ in 0..<skew { at = min(at, dice.roll(0...(codes.count - 1))) }
        if dice.roll(1...100) <= leaderShare { at = leader }
        if isSOS, dice.roll(0...1) == 0 { at = codes.count - 1 - at }
        return codes[at]
    }
}

/// Throws the calls of a month, one by one.
private struct MonthMaker {
    let families: [Family]
    let leans: [Lean]
    let sosShare: Int
    private var open = 3
    private var known: [(month: Period, calls: Int, sos: Int)] = []

    init(families: [Family], leans: [Lean], sosShare: Int) {
        self.families = families
        self.leans = leans
        self.sosShare = sosShare
    }

    mutating func month(_ period: Period, calls: Int, people: Int, _ dice: inout Dice) -> ClosedMonth {
        var counts: [MonthMeasure: [[TidyKey]: Int]] = [:]
        func add(_ measure: MonthMeasure, _ keys: [TidyKey] = []) {
            counts[measure, default: [:]][keys, default: 0] += 1
        }
        let classes = MonthHeadline.codes.filter { $0 != "sos" }
        for _ in 0..<calls {
            let isSOS = dice.roll(1...100) <= sosShare
            let measures: [MonthMeasure] = isSOS ? [.calls, .sos] : [.calls]
            // The first classes are the usual ones; of the last a month has a few.
            let usual = classes[(0..<3).map { _ in dice.roll(0...(classes.count - 1)) }.min() ?? 0]
            for measure in measures {
                add(measure)
                add(measure, [TidyKey("class", isSOS ? "sos" : usual)])
            }
            for (family, lean) in zip(families, leans) {
                let code = lean.pick(isSOS: isSOS, &dice)
                switch family.name {
                case .escalationOutcome: if isSOS { add(.escalations, [TidyKey("outcome", code)]) }
                case let name where name.isOfCalls:
                    for measure in measures { add(measure, [TidyKey(name.source.attributes[0], code)]) }
                default: break
                }
            }
        }
        for (family, lean) in zip(families, leans)
        where family.name.measure == .services || family.name.measure == .persons {
            let source = family.name.source
            for _ in 0..<people {
                let code = lean.pick(isSOS: false, &dice)
                let parts = CrossedCode.parts(code).map { [$0.first, $0.second] } ?? [code]
                add(source.measure, zip(source.attributes, parts).map { TidyKey($0, $1) })
            }
        }
        for measure in [MonthMeasure.delivered, .admitted, .repatriated] where people > 0 {
            counts[measure, default: [:]][[]] = people
        }
        let sos = counts[.sos]?[[]] ?? 0
        let opened = dice.roll(0...max(0, sos))
        let closed = dice.roll(0...(open + opened))
        counts[.casesOpened] = [[]: opened]
        counts[.referred] = [[]: dice.roll(0...opened)]
        let steps = [
            ("open_at_start", open), ("opened", opened), ("closed", closed), ("open_at_end", open + opened - closed),
        ]
        counts[.balance] = Dictionary(uniqueKeysWithValues: steps.map { ([TidyKey("step", $0)], $1) })
        open += opened - closed
        known.append((period, calls, sos))
        counts[.cohort] = [:]
        for month in known {
            counts[.cohort]?[[TidyKey("month", month.month.name), TidyKey("step", "calls")]] = month.calls
            counts[.cohort]?[[TidyKey("month", month.month.name), TidyKey("step", "sos")]] = month.sos
        }
        let rows = counts.flatMap { measure, rows in rows.map { MonthRow(measure, period, $0, .exact($1)) } }
        return ClosedMonth(period: period, rows: rows, closedAt: Instant(seconds: 0), closedBy: "91")
    }
}
