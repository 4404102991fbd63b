import HotlineDomain
import Testing

@testable import HotlineReports

/// What a donor is told, and what stands in the way of telling it.
@Suite("A pack")
struct PackTests {
    private typealias Counts = [(MonthMeasure, [TidyKey], Int)]

    private func month(_ name: String, _ counts: Counts, balance: [(String, Int)] = [])
        throws -> ClosedMonth
    {
        let period = try #require(Period(name))
        let counted = counts.map { MonthRow($0.0, period, $0.1, .exact($0.2)) }
        let rows = counted + balance.map { MonthRow(.balance, period, [TidyKey("step", $0.0)], .exact($0.1)) }
        return ClosedMonth(period: period, rows: rows, closedAt: Instant(seconds: 0), closedBy: "91")
    }

    private func input(
        _ months: [ClosedMonth], _ period: String, families: [FamilyName] = [], indicators: [DonorIndicator] = [],
        windows: [FamilyName: WindowLength] = [:]
    ) throws -> PackInput {
        PackInput(
            hotlineCode: "test", hotlineName: "Test line", projectYearStartMonth: 10,
            donor: Donor(code: "japan", name: "Japan", indicators: indicators), period: try #require(Period(period)),
            months: months, since: try #require(months.first).period.first,
            families: Family.standard(for: PackYear.hotline, windows: windows, names: families))
    }

    private func delivered(_ counts: [String: Int]) -> Counts {
        whole(.delivered, by: "donor", counts)
    }

    /// All of it, and by the codes of one attribute.
    private func whole(_ measure: MonthMeasure, by name: String, _ counts: [String: Int]) -> Counts {
        let all: Counts = [(measure, [], counts.values.reduce(0, +))]
        return all + parts(measure, by: name, counts)
    }

    private func parts(_ measure: MonthMeasure, by name: String, _ counts: [String: Int]) -> Counts {
        counts.map { (measure, [TidyKey(name, $0.key)], $0.value) }
    }

    @Test("358 assisted, 161 on Japanese funds")
    func funds() throws {
        let assisted = DonorIndicator(
            code: "assisted", wording: [:], target: 400, source: .counted(.delivered, of: nil))
        let ours = DonorIndicator(
            code: "ours", wording: [:], target: 150, source: .counted(.delivered, of: .init(.donor, "japan")))
        let months = try [
            month("2009-07", delivered(["japan": 60, "sdc": 70])),
            month("2009-08", delivered(["japan": 50, "sdc": 60])),
            month("2009-09", delivered(["japan": 51, "sdc": 67])),
        ]
        let pack = try Pack(try input(months, "2009-09", families: [.fund], indicators: [assisted, ours]))
        #expect(pack.funded?.total == 358 && pack.funded?.funded == 161)
        #expect(pack.indicators.map(\.cumulative) == [.exact(358), .exact(161)])
        #expect(pack.indicators.map(\.ofTarget) == [Share(358, of: 400), Share(161, of: 150)])
        // The month's own would be a second, overlapping window.
        #expect(pack.indicators.map(\.actual) == [.withheld, .withheld])
        #expect(pack.indicators.map(\.comment) == [.windowOpen(.projectYear), .windowOpen(.projectYear)])
    }

    @Test("a fund that is small is withheld, and so is its share of the target")
    func smallFund() throws {
        let ours = DonorIndicator(
            code: "ours", wording: [:], target: 150, source: .counted(.delivered, of: .init(.donor, "japan")))
        let months = [try month("2009-09", delivered(["japan": 7, "iom": 9, "sdc": 70]))]
        let pack = try Pack(try input(months, "2009-09", families: [.fund], indicators: [ours]))
        #expect(pack.indicators[0].cumulative == .withheld && pack.indicators[0].comment == .grouped)
        #expect(pack.indicators[0].ofTarget == nil)
        #expect(pack.funded?.funded == nil)
    }

    @Test("the funnel is counted in two ways, and both are there for the period and the project year")
    func funnels() throws {
        func cohort(_ month: String, _ steps: [Int]) -> Counts {
            zip(["calls", "sos", "cases", "referred"], steps).map { step, n in
                (MonthMeasure.cohort, [TidyKey("month", month), TidyKey("step", step)], n)
            }
        }
        func happened(_ classes: [String: Int], cases: Int, referred: Int) -> Counts {
            let later: Counts = [(.casesOpened, [], cases), (.referred, [], referred)]
            return calls(classes) + later
        }
        let october = happened(["information": 80, "sos": 10], cases: 2, referred: 0)
        let november = happened(["information": 40, "sos": 4], cases: 3, referred: 1)
        let months = [
            try month("2008-10", october + cohort("2008-10", [90, 10, 2, 0])),
            try month(
                "2008-11", november + cohort("2008-10", [90, 10, 4, 1]) + cohort("2008-11", [44, 4, 1, 0])),
        ]
        let pack = try Pack(try input(months, "2008-11"))
        #expect(pack.funnel(.eventDate) == Funnel(calls: 44, sos: 4, casesOpened: 3, referred: 1))
        #expect(pack.funnel(.eventDate, yearToDate: true) == Funnel(calls: 134, sos: 14, casesOpened: 5, referred: 1))
        #expect(pack.funnel(.cohort) == Funnel(calls: 44, sos: 4, casesOpened: 1, referred: 0))
        #expect(pack.funnel(.cohort, yearToDate: true) == Funnel(calls: 134, sos: 14, casesOpened: 5, referred: 1))
        #expect(pack.yearToDate.name == "2008-10/2008-11")
    }

    private func calls(_ classes: [String: Int]) -> Counts {
        let sos = classes.filter { $0.key == "sos" }
        return whole(.calls, by: "class", classes) + whole(.sos, by: "class", sos)
    }

    private func refusal(_ input: PackInput) -> Refusal? {
        do {
            _ = try Pack(input)
            return nil
        } catch { return error }
    }

    @Test("an open month, a balance that is off, codes that do not add up: a named refusal")
    func refusals() throws {
        let october = try month("2008-10", [], balance: [("opened", 2), ("open_at_end", 2)])
        let november = try month("2008-11", [], balance: [("open_at_start", 2), ("closed", 1), ("open_at_end", 1)])
        #expect(refusal(try input([october, november], "2008-11")) == nil)
        #expect(refusal(try input([october], "2008-11"))?.rule == "pack.month_open")
        let off = try month("2008-11", [], balance: [("open_at_start", 2), ("open_at_end", 1)])
        let broken = try month("2008-11", [], balance: [("open_at_start", 3), ("open_at_end", 3)])
        for second in [off, broken] {
            let found = refusal(try input([october, second], "2008-11"))
            #expect(found?.rule == "pack.balance" && found?.details["month"] == "2008-11")
        }
        let short = try month("2008-10", [(.calls, [], 9), (.calls, [TidyKey("class", "information")], 8)] as Counts)
        #expect(refusal(try input([short], "2008-10"))?.rule == "pack.counts_disagree")
        let lines = try month("2008-10", calls(["information": 9]) + parts(.calls, by: "country", ["MD": 8]))
        #expect(
            refusal(try input([lines], "2008-10", families: [.country], windows: [.country: .month]))?.rule
                == "pack.counts_disagree")
        #expect(
            refusal(try input([october], "2008-10", families: [.country, .line]))?.rule == "pack.linked_families")
    }

    /// Three people in December stand in no table of December: what the quarter shows, less what
    /// October and November show, would be them.
    @Test("people are told by windows of one length, whatever they are told by")
    func wholes() throws {
        let people = [24, 22, 3]
        let months = try people.enumerated().map { place, count in
            let half = [count / 2, count - count / 2]
            let rows =
                parts(.repatriated, by: "category", ["refugee": half[0], "victim_of_trafficking": half[1]])
                + parts(.repatriated, by: "country", ["MD": half[0], "RU": half[1]])
            return try month("2008-1\(place)", rows + [(.repatriated, [], count)])
        }
        func given(_ windows: [FamilyName: WindowLength], _ families: [FamilyName]) throws -> PackInput {
            try input(months, "2008-Q4", families: families, windows: windows)
        }
        let both: [FamilyName] = [.repatriated, .repatriatedFrom]
        let uneven = try given([.repatriated: .month, .repatriatedFrom: .quarter], both)
        #expect(refusal(uneven)?.rule == "pack.uneven_windows")
        for length in WindowLength.allCases {
            #expect(try refusal(given([.repatriated: length, .repatriatedFrom: length], both)) == nil)
        }
        // Nor are they told one after the other, to anybody.
        let first = try Pack(given([.repatriated: .month], [.repatriated]))
        #expect(first.rows.contains { $0.period.name == "2008-11" && $0.measure == .persons })
        #expect(!first.rows.contains { $0.period.name == "2008-12" && $0.measure == .persons })
        var second = try given([.repatriatedFrom: .quarter], [.repatriatedFrom])
        second.released = first.releases
        #expect(refusal(second)?.rule == "pack.released_otherwise")
        var even = try given([.repatriatedFrom: .month], [.repatriatedFrom])
        even.released = first.releases
        #expect(refusal(even) == nil)
    }

    @Test("what was given to somebody stands, for everybody")
    func released() throws {
        var dice = Dice(11)
        let year = PackYear(&dice)
        let first = try Pack(year.input(try #require(Period("2009-Q1"))))
        let other = Donor(code: "iom", name: "IOM")
        let second = try Pack(
            year.input(try #require(Period("2009-03")), donor: other, released: first.releases))
        #expect(!second.releases.isEmpty)
        var finer = year.input(PackYear.period, donor: other, released: first.releases)
        finer.families = finer.families.map {
            Family($0.name, window: $0.name == .language ? .month : $0.window, tree: $0.tree)
        }
        #expect(refusal(finer)?.rule == "pack.released_otherwise")
        let counts = calls(["information": 60])
        let told =
            parts(.calls, by: "country", ["MD": 40, "RU": 20]) + parts(.calls, by: "line", ["eu": 40, "ru": 20])
        let october = try month("2008-10", counts + told)
        let byCountry = try Pack(try input([october], "2008-10", families: [.country], windows: [.country: .month]))
        var byLine = try input([october], "2008-10", families: [.line], windows: [.line: .month])
        byLine.released = byCountry.releases
        #expect(refusal(byLine)?.rule == "pack.released_otherwise")
    }

    @Test("a draft is marked and enters no ledger")
    func draft() throws {
        var dice = Dice(12)
        var input = PackYear(&dice).input(PackYear.period)
        input.isDraft = true
        let pack = try Pack(input)
        #expect(pack.releases.isEmpty && pack.notes.first == .draft)
    }

    @Test("how complete an attribute is, is read off the published line or withheld")
    func completeness() throws {
        func country(_ counts: [String: Int]) -> Counts {
            calls(["information": counts.values.reduce(0, +)]) + parts(.calls, by: "country", counts)
        }
        func found(_ counts: [String: Int]) throws -> Completeness? {
            try Pack(
                try input(
                    [try month("2008-10", country(counts))], "2008-10", families: [.country],
                    windows: [.country: .month])
            ).completeness.first
        }
        #expect(try found(["MD": 40, "RO": 20, "not_recorded": 10])?.recorded == Share(60, of: 70))
        #expect(try found(["MD": 40, "RO": 20, "not_recorded": 3])?.recorded == nil)
        #expect(try found(["MD": 40, "RO": 20])?.recorded == Share(60, of: 60))
        #expect(try found(["not_recorded": 40]) == nil)
    }

    @Test("a service level is the one of the board, over the closed months")
    func service() throws {
        let visits = [("answered", 8), ("abandoned", 1), ("short_abandoned", 1)]
        let line = TidyKey("line", "tn")
        var counts: Counts = [(.visitsInTarget, [line], 6), (.waitMilliseconds, [line], 96_000)]
        for (outcome, n) in visits { counts.append((.visits, [line, TidyKey("outcome", outcome)], n)) }
        for (seconds, n) in [(8, 6), (24, 2)] {
            counts.append((.waits, [line, TidyKey("seconds", "\(seconds)")], n))
        }
        let pack = try Pack(try input([try month("2008-10", counts)], "2008-10"))
        #expect(pack.service.queue?.serviceLevel == Share(6, of: 9))
        #expect(pack.service.queue?.abandonRate == Share(1, of: 9))
        #expect(pack.service.queue?.speedOfAnswerMean == Span(milliseconds: 12_000))
        #expect(pack.service.queue?.speedOfAnswerMedian == .seconds(8))
        #expect(try Pack(try input([try month("2008-10", [])], "2008-10")).notes.contains(.noSwitch))
    }

    @Test("of several lines whole percentages are told and no counts, and of a few calls nothing")
    func lines() throws {
        var counts: Counts = []
        for (line, answered, inTarget, gaveUp) in [("eu", 90, 83, 10), ("ru", 30, 30, 0)] {
            let key = TidyKey("line", line)
            counts += [
                (.visits, [key, TidyKey("outcome", "answered")], answered),
                (.visits, [key, TidyKey("outcome", "abandoned")], gaveUp), (.visitsInTarget, [key], inTarget),
                (.waits, [key, TidyKey("seconds", "8")], answered), (.waitMilliseconds, [key], answered * 8000),
            ]
        }
        let service = try Pack(try input([try month("2008-10", counts)], "2008-10")).service
        #expect(service.queue?.serviceLevel == Share(113, of: 130))
        #expect(service.lines.map(\.line) == ["eu", "ru"])
        #expect(service.lines.map(\.percent) == [83, nil])
        #expect(service.lines.map(\.median) == [.seconds(8), nil])
        let said = PackYear.words.service(service).filter { $0.name.contains("pack.service.line") }
        #expect(said.map(\.value) == ["83\u{A0}% / 0:08", "pack.service.too_few"])
    }

    @Test("how long SOS waited is told by the median of eleven at least, never by one of them")
    func reactions() throws {
        func figures(_ n: Int) throws -> ServiceFigures {
            var counts: Counts = [(.acknowledged, [], n), (.acknowledgedInTarget, [], n - 1)]
            for place in 1...n { counts.append((.reactions, [TidyKey("seconds", "\(place * 10)")], 1)) }
            return try Pack(try input([try month("2008-10", counts)], "2008-10")).service
        }
        let few = try figures(10)
        #expect(few.reaction == nil && few.acknowledged == nil && few.lines.isEmpty)
        let said = PackYear.words.service(try figures(11)).suffix(2)
        #expect(said.map(\.name) == ["pack.service.acknowledged", "pack.service.reaction"])
        #expect(said.last?.value == "1:00" && said.first?.value.contains("10/11") == true)
    }

    @Test("of the balance of cases a pack says that it adds up, and none of its counts")
    func balanceStays() throws {
        let steps = [("opened", 7), ("reopened", 3), ("closed", 4), ("open_at_end", 6)]
        let book = try Pack(try input([try month("2008-10", [], balance: steps)], "2008-10"))
            .workbook(PackYear.words)
        let rows = book.sheets.flatMap(\.rows)
        #expect(rows.contains { $0.contains(.words("pack.balance.adds_up")) })
        for count in [3, 4, 6] { #expect(!rows.contains { $0.contains(.number(count)) }, "\(count)") }
    }

    @Test("returns that did not come are told of those asked for: a territory owes one each time")
    func returns() throws {
        func asked(_ states: [(String, String)]) -> Counts {
            states.map { (.returns, [TidyKey("territory", $0), TidyKey("state", $1)], 1) }
        }
        let months = try [
            month("2008-10", asked([("bender", "missing"), ("cahul", "in")])),
            month("2008-11", asked([("bender", "missing"), ("cahul", "none")])),
        ]
        let pack = try Pack(try input(months, "2008-10/2008-11"))
        #expect(pack.notes.contains(.returnsMissing(Share(3, of: 4), from: ["bender", "cahul"])))
        #expect(
            pack.notes.map(PackYear.words.note).contains("pack.note.returns n=3 of=4 which=bender, cahul"))
    }

    @Test("figures of others come from the register, with their source and day")
    func register() throws {
        func row(_ month: String, _ value: FigureValue) throws -> MonthRow {
            MonthRow(
                .indicator, try #require(Period(month)),
                [
                    TidyKey("code", "trials"), TidyKey("basis", "period"), TidyKey("source", "Prosecutor"),
                    TidyKey("as_of", month + "-20"),
                ], value)
        }
        func closed(_ month: String, _ value: FigureValue) throws -> ClosedMonth {
            ClosedMonth(
                period: try #require(Period(month)), rows: [try row(month, value)], closedAt: Instant(seconds: 0),
                closedBy: "91")
        }
        let trials = DonorIndicator(code: "trials", wording: [:], target: 10, source: .register("trials"))
        let none = DonorIndicator(code: "none", wording: [:], source: .register("convictions"))
        let months = [try closed("2008-10", .exact(2)), try closed("2008-11", .exact(3))]
        let pack = try Pack(try input(months, "2008-11", indicators: [trials, none]))
        #expect(pack.indicators[0].actual == .exact(3) && pack.indicators[0].cumulative == .exact(5))
        #expect(pack.indicators[0].source == .init(name: "Prosecutor", asOf: "2008-11-20"))
        #expect(pack.indicators[1].cumulative == .notCollected && pack.indicators[1].comment == .notInRegister)
        let asked = try Pack(
            try input([try closed("2008-10", .unknown)], "2008-10", indicators: [trials]))
        #expect(asked.indicators[0].actual == .unknown && asked.indicators[0].ofTarget == nil)
    }
}
