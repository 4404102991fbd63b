import HotlineDomain
import Testing

@testable import HotlineReports

/// A closed month is kept as text, and that text is the month.
@Suite("A closed month as text")
struct ClosedMonthTests {
    private func thrown(_ dice: inout Dice) throws -> ClosedMonth {
        let period = try #require(Period("2009-0\(dice.roll(1...9))"))
        let codes = ["md", "a=b", "tab\there", "two\nlines", "back\\slash", "\\t", "", "ț", "Кишинёв", "\r", "=1+1"]
        var keyed: [[String]: MonthRow] = [:]
        for _ in 0..<dice.roll(0...40) {
            let measure = MonthMeasure.allCases[dice.roll(0...(MonthMeasure.allCases.count - 1))]
            let keys = (0..<dice.roll(0...2)).map { place in
                TidyKey(["country", "line"][place], codes[dice.roll(0...(codes.count - 1))])
            }
            let value: FigureValue =
                [.exact(dice.roll(0...3000)), .unknown, .notCollected, .withheld, .exact(-dice.roll(0...9))][
                    dice.roll(0...4)]
            let row = MonthRow(measure, period, keys, value)
            keyed[[measure.rawValue] + row.keys.flatMap { [$0.name, $0.code] }] = row
        }
        let corrections = (0..<dice.roll(0...3)).map { _ in
            ClosedMonth.Correction(month: Period(month: period.first - 1), reason: codes[dice.roll(0...10)])
        }
        return ClosedMonth(
            period: period, rows: keyed.values.shuffled(using: &dice), corrections: corrections,
            closedAt: Instant(milliseconds: Int64(dice.roll(0...2_000_000_000))), closedBy: "91")
    }

    @Test("the text says the month, and a month has one text", arguments: 1...100)
    func roundTrip(seed: Int) throws {
        var dice = Dice(seed)
        let month = try thrown(&dice)
        let text = month.canonicalText
        #expect(try ClosedMonth(canonicalText: text) == month, "seed \(seed)")
        let mixed = ClosedMonth(
            period: month.period, definitions: month.definitions, rows: month.rows.shuffled(using: &dice),
            corrections: month.corrections.shuffled(using: &dice), closedAt: month.closedAt, closedBy: month.closedBy)
        #expect(mixed.canonicalText == text, "seed \(seed)")
        #expect(text.split(separator: "\n").count == 5 + month.corrections.count + month.rows.count)
    }

    @Test("the text looks so")
    func looks() throws {
        let period = try #require(Period("2009-09"))
        let month = ClosedMonth(
            period: period,
            rows: [
                MonthRow(.sos, period, [], .exact(11)),
                MonthRow(.calls, period, [TidyKey("class", "sos")], .exact(11)),
                MonthRow(.indicator, period, [TidyKey("code", "trials"), TidyKey("source", "GPO")], .unknown),
            ], corrections: [.init(month: try #require(Period("2009-08")), reason: "review")],
            closedAt: Instant(seconds: 1_254_470_400), closedBy: "91")
        #expect(
            month.canonicalText == """
                closed month 1
                period\t2009-09
                definitions\t1
                closed_at\t1254470400000
                closed_by\t91
                correction\t2009-08\treview
                calls\t2009-09\tclass=sos\t11
                indicator\t2009-09\tcode=trials\tsource=GPO\tunknown
                sos\t2009-09\t11

                """)
    }

    @Test(
        "nothing else is read as a month",
        arguments: [
            "", "closed month 1\n", "closed month 2\nperiod\t2009-09\ndefinitions\t1\nclosed_at\t1\nclosed_by\t91\n",
            "closed month 1\nperiod\t2009-Q3\ndefinitions\t1\nclosed_at\t1\nclosed_by\t91\n",
            "closed month 1\nperiod\t2009-09\ndefinitions\t1\nclosed_at\t1\nclosed_by\t91",
            "closed month 1\nperiod\t2009-09\ndefinitions\t1\nclosed_at\t1\nclosed_by\t91\nsos\t2009-09\t01\n",
            "closed month 1\nperiod\t2009-09\ndefinitions\t1\nclosed_at\t1\nclosed_by\t91\nnews\t2009-09\t1\n",
            "closed month 1\nperiod\t2009-09\ndefinitions\t1\nclosed_at\t1\nclosed_by\t91\nsos\t2009-09\t1\n"
                + "calls\t2009-09\t2\n",
            "closed month 1\nperiod\t2009-09\ndefinitions\t1\nclosed_at\t1\nclosed_by\t91\nsos\t2009-09\t1\n"
                + "sos\t2009-09\t2\n",
            "closed month 1\nperiod\t2009-09\ndefinitions\t+1\nclosed_at\t1\nclosed_by\t9\\q1\n",
        ])
    func malformed(text: String) {
        #expect(throws: ClosedMonth.Malformed.self) { try ClosedMonth(canonicalText: text) }
    }

    @Test("a sum is as well known as its parts")
    func sums() {
        #expect(FigureValue.exact(2) + .exact(0) == .exact(2))
        #expect(FigureValue.exact(2) + .withheld == .withheld)
        #expect(FigureValue.notCollected + .unknown == .unknown)
        #expect(FigureValue.notCollected + .notCollected == .notCollected)
        #expect(FigureValue.notCollected + .withheld == .withheld)
    }

    @Test("a pack needs its own months and those before them in the project year")
    func months() throws {
        let september = try #require(Period("2009-09"))
        #expect(PackInput.months(for: september, startMonth: 10).map(\.name).first == "2008-10")
        #expect(PackInput.months(for: september, startMonth: 10).count == 12)
        let october = try #require(Period("2009-10"))
        #expect(PackInput.months(for: october, startMonth: 10).map(\.name) == ["2009-10"])
        let across = try #require(Period("2009-08/2009-11"))
        // The project year that ended within it began in October.
        #expect(PackInput.months(for: across, startMonth: 10).map(\.name).first == "2008-10")
        #expect(PackInput.months(for: across, startMonth: 1).map(\.name).first == "2009-01")
    }
}
