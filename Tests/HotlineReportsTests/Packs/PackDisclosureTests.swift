import HotlineDomain
import Testing

@testable import HotlineReports

/// What packs of random years give away, read off what they publish: month
/// after month, to two donors, laid side by side.
@Suite("What packs give away")
struct PackDisclosureTests {
    /// Four months, two quarters and the year, to two donors by turns; each knows what was given before.
    private func thrown(_ seed: Int) throws -> [Pack] {
        var dice = Dice(seed)
        let names: [FamilyName] = [
            .country, .hour, .language, .topic, .caller, .escalationOutcome,
            seed.isMultiple(of: 2) ? .fund : .serviceFund,
            .admitted, .repatriated, .repatriatedFrom,
        ]
        let people = WindowLength.allCases[dice.roll(0...2)]
        let lengths: [FamilyName: WindowLength] = [
            .country: [.month, .quarter, .projectYear][dice.roll(0...2)], .language: .month,
            .fund: [.quarter, .projectYear][dice.roll(0...1)], .serviceFund: .quarter,
            .repatriated: people, .repatriatedFrom: people,
        ]
        let year = PackYear(&dice, families: Family.standard(for: PackYear.hotline, windows: lengths, names: names))
        let other = Donor(code: "iom", name: "IOM")
        var released: [Release] = []
        return try ["2008-10", "2008-12", "2008-Q4", "2009-05", "2009-Q2", "2009-09", "2008-10/2009-09"].enumerated()
            .map {
                let donor = $0.offset % 2 == 0 ? PackYear.donor : other
                let pack = try Pack(year.input(try #require(Period($0.element)), donor: donor, released: released))
                released += pack.releases
                return pack
            }
    }

    @Test("no line by an attribute shows a number under the threshold", arguments: 1...6)
    func noSmallNumbers(seed: Int) throws {
        for pack in try thrown(seed) {
            for row in pack.rows where row.keys.contains(where: { $0.name != "class" }) {
                let threshold = row.measure == .calls ? pack.thresholds.calls : pack.thresholds.people
                if let number = row.value.number {
                    #expect(number == 0 || number >= threshold, "\(row), seed \(seed)")
                }
            }
        }
    }

    @Test("hidden SOS stay as uncertain as the threshold, or as the headline leaves them", arguments: 1...6)
    func bounds(seed: Int) throws {
        for pack in try thrown(seed) {
            for figures in pack.families where figures.family.name.isOfCalls {
                for window in figures.windows {
                    guard let table = window.publication.table else { continue }
                    let hidden = table.rows.filter { $0.split == nil }
                    let calls = hidden.reduce(0) { $0 + $1.total }
                    let headline = pack.headlineSum(window.period)
                    let sos = headline.map { $0.sos - table.rows.compactMap(\.split).reduce(0) { $0 + $1.sos } }
                    for row in hidden {
                        guard let sos, let headline else { continue }
                        let width = min(row.total, sos) - max(0, sos - (calls - row.total))
                        let natural = min(row.total, headline.sos) - max(0, row.total - headline.others)
                        #expect(width >= min(pack.thresholds.calls, natural), "\(window.period.name), seed \(seed)")
                    }
                }
            }
        }
    }

    @Test("packs laid side by side tell each figure alike, and windows of a family never overlap", arguments: 1...6)
    func pooled(seed: Int) throws {
        var told: [[String]: FigureValue] = [:]
        var windows: [FamilyName: Set<Period>] = [:]
        for pack in try thrown(seed) {
            for row in pack.rows {
                let key = [row.measure.rawValue, row.period.name] + row.keys.flatMap { [$0.name, $0.code] }
                #expect(told[key] ?? row.value == row.value, "\(key), seed \(seed)")
                told[key] = row.value
            }
            for figures in pack.families {
                windows[figures.family.name, default: []].formUnion(figures.windows.map(\.period))
            }
        }
        for periods in windows.values.map(Array.init) {
            for (place, period) in periods.enumerated() {
                #expect(periods[..<place].allSatisfy { $0.last < period.first || period.last < $0.first })
            }
        }
    }

    @Test("what one table adds up to, less what others do, is no small count", arguments: 1...20)
    func wholes(seed: Int) throws {
        struct Table: Hashable {
            let counted: [String]
            let column: String
        }
        let packs = try thrown(seed)
        var wholes: [Table: [Period: Int]] = [:]
        for row in Set(packs.flatMap(\.rows)) where row.measure != .calls {
            let isKind: (TidyKey) -> Bool = { $0.name == "kind" }
            guard let column = row.keys.first(where: { !isKind($0) })?.name, let count = row.value.number else {
                continue
            }
            let table = Table(counted: [row.measure.rawValue] + row.keys.filter(isKind).map(\.code), column: column)
            wholes[table, default: [:]][row.period, default: 0] += count
        }
        for (table, periods) in wholes {
            for (other, parts) in wholes where other.counted == table.counted {
                for (period, whole) in periods {
                    let told = parts.filter { period.first <= $0.key.first && $0.key.last <= period.last }
                    let rest = whole - told.values.reduce(0, +)
                    #expect(told.isEmpty || rest == 0 || rest >= packs[0].thresholds.people, "\(table), seed \(seed)")
                }
            }
        }
    }

    @Test("no percentage is told of what is withheld", arguments: 1...6)
    func noPercentage(seed: Int) throws {
        for pack in try thrown(seed) {
            for figures in pack.indicators where figures.cumulative == .withheld { #expect(figures.ofTarget == nil) }
            for cell in pack.workbook(PackYear.words).sheets.flatMap(\.rows).flatMap(\.self) {
                if case .text(let text) = cell { #expect(!text.hasPrefix("=")) }
            }
        }
    }
}

extension Pack {
    /// Of a window as far as this pack shows its months.
    fileprivate func headlineSum(_ window: Period) -> SplitCount? {
        let months = headlines.filter { window.contains($0.month.first) }
        guard months.count == window.months.count else { return nil }
        return months.reduce(.zero) { $0 + SplitCount(sos: $1.sos, others: $1.calls - $1.sos) }
    }
}
