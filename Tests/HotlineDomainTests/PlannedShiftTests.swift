import HotlineDomain
import Testing

@Suite("Planned shifts")
struct PlannedShiftTests {
    private let zone = ZoneRulesTests.chisinau
    private let spring = ZoneRulesTests.spring
    private let autumn = ZoneRulesTests.autumn

    private func pattern(_ code: String, _ from: String, _ to: String, staff: Int = 1) -> Pattern {
        Pattern(code: code, from: LocalTime(from)!, to: LocalTime(to)!, staff: staff)
    }

    private func hotline(_ patterns: [Pattern], _ roster: [RosterEntry] = []) -> Hotline {
        let line = Line(
            code: "md", name: "Moldova", dialled: "0-800-00000", countries: ["MD"], languages: ["ro"],
            zone: "Europe/Chisinau", hours: OpeningHours(from: LocalTime("00:00")!, to: LocalTime("24:00")!),
            since: BusinessDate("2008-10-01")!)
        return Hotline(code: "test", name: "Test", lines: [line], operators: [], patterns: patterns, roster: roster)
    }

    private func date(_ text: String) -> BusinessDate { BusinessDate(text)! }

    private func moment(_ day: String, _ time: String) -> Instant { zone.instant(date(day), LocalTime(time)!) }

    private var dayAndNight: [Pattern] { [pattern("day", "08:00", "20:00"), pattern("night", "20:00", "08:00")] }

    @Test("a night shift is eleven hours when clocks go forward, thirteen when they go back, else twelve")
    func lengthOfNights() {
        let night = pattern("night", "20:00", "08:00")
        let lengths = [spring - 2, spring - 1, spring, autumn - 1, autumn].map { date -> Span in
            let hours = night.hours(on: date, zone: zone)
            return hours.upperBound - hours.lowerBound
        }
        #expect(lengths == [.hours(12), .hours(11), .hours(12), .hours(13), .hours(12)])
    }

    @Test("patterns that meet on the clock meet in time on every day of the year, wherever they meet")
    func neighboursMeet() {
        for minutes in stride(from: 0, to: 1440, by: 30) {
            let meeting = LocalTime(minutes: minutes)!
            let other = LocalTime(minutes: (minutes + 720) % 1440)!
            let first = Pattern(code: "a", from: meeting, to: other, staff: 1)
            let second = Pattern(code: "b", from: other, to: meeting, staff: 1)
            for day in [spring - 1, spring, autumn - 1, autumn] {
                let secondDay = first.crossesMidnight ? day + 1 : day
                #expect(
                    first.hours(on: day, zone: zone).upperBound
                        == second.hours(on: secondDay, zone: zone).lowerBound, "\(meeting) on \(day)")
            }
        }
    }

    @Test("a pattern clocks skip altogether plans nobody that night")
    func skippedPattern() {
        let skipped = hotline(
            [pattern("check", "02:15", "02:45")],
            [RosterEntry(pattern: "check", operators: ["01"], first: spring - 1)])
        let planned = skipped.plannedShifts(spring - 1...spring + 1, zone: zone)
        #expect(planned.map(\.businessDate) == [spring - 1, spring + 1])
    }

    @Test("the roster is laid out in order, by weekday, from first to last, each operator once")
    func roster() {
        let planned = hotline(
            dayAndNight,
            [
                RosterEntry(pattern: "night", operators: ["03"], first: date("2009-09-14")),
                RosterEntry(
                    pattern: "day", operators: ["02", "01"], first: date("2009-09-14"), days: [.monday, .wednesday]),
                RosterEntry(
                    pattern: "day", operators: ["01", "04"], first: date("2009-09-16"), last: date("2009-09-16")),
                RosterEntry(pattern: "lost", operators: ["05"], first: date("2009-09-14")),
            ]
        ).plannedShifts(date("2009-09-13")...date("2009-09-17"), zone: zone)
        #expect(
            planned.map { "\($0.businessDate) \($0.pattern) \($0.operator)" } == [
                "2009-09-14 day 01", "2009-09-14 day 02", "2009-09-14 night 03", "2009-09-15 night 03",
                "2009-09-16 day 01", "2009-09-16 day 02", "2009-09-16 day 04", "2009-09-16 night 03",
                "2009-09-17 night 03",
            ])
        #expect(planned[2].start == moment("2009-09-14", "20:00"))
        #expect(planned[2].end == moment("2009-09-15", "08:00"))
    }

    @Test(
        "a call belongs to the date its shift started",
        arguments: [
            ("2009-09-14", "07:59", "2009-09-13"), ("2009-09-14", "08:00", "2009-09-14"),
            ("2009-09-14", "23:59", "2009-09-14"), ("2009-09-15", "00:00", "2009-09-14"),
            ("2009-09-15", "02:10", "2009-09-14"), ("2009-09-15", "08:00", "2009-09-15"),
            ("2009-03-29", "03:00", "2009-03-28"), ("2009-10-25", "02:59", "2009-10-24"),
        ])
    func businessDate(day: String, time: String, expected: String) {
        #expect(hotline(dayAndNight).businessDate(of: moment(day, time), zone: zone) == date(expected))
    }

    @Test("outside every pattern a call belongs to the date on the first line's clock")
    func outsidePatterns() {
        let short = hotline([pattern("day", "08:00", "23:00")])
        #expect(short.businessDate(of: moment("2009-09-14", "23:00"), zone: zone) == date("2009-09-14"))
        #expect(short.businessDate(of: moment("2009-09-15", "00:30"), zone: zone) == date("2009-09-15"))
        #expect(hotline([]).businessDate(of: moment("2009-09-15", "00:30"), zone: zone) == date("2009-09-15"))
    }

    @Test("where two patterns run, the one that started last gives the date")
    func latestStarted() {
        let both = hotline([pattern("early", "04:00", "12:00"), pattern("night", "20:00", "06:00")])
        #expect(both.businessDate(of: moment("2009-09-15", "05:00"), zone: zone) == date("2009-09-15"))
        #expect(both.businessDate(of: moment("2009-09-15", "03:59"), zone: zone) == date("2009-09-14"))
        let running = both.patterns(at: moment("2009-09-15", "05:00"), zone: zone)
        #expect(running.map { "\($0.pattern.code) \($0.businessDate)" } == ["early 2009-09-15", "night 2009-09-14"])
    }

    @Test("a business date never goes backwards as a round-the-clock day goes on", arguments: Seeded.seeds)
    func neverBack(seed: UInt64) {
        var random = Seeded(seed)
        let line = hotline(dayAndNight)
        for day in [spring, autumn, spring + Int.random(in: 1...200, using: &random)] {
            let start = zone.instant(day - 1, secondsOfDay: 0)
            let dates = (0..<3 * 96).map { line.businessDate(of: start + .minutes(Int64($0) * 15), zone: zone) }
            #expect(zip(dates, dates.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
            #expect(Set(dates).count == 4, "seed \(seed)")
        }
    }

    @Test(
        "opening hours over midnight hold the night and not the day",
        arguments: [("18:00", "02:00", 1), ("08:00", "23:00", 0), ("00:00", "24:00", 0), ("08:00", "08:00", 1)])
    func openingHours(from: String, to: String, endsDaysLater: Int) {
        let hours = OpeningHours(from: LocalTime(from)!, to: LocalTime(to)!)
        let open = hours.hours(on: date("2009-09-14"), zone: zone)
        #expect(open.lowerBound == moment("2009-09-14", from))
        #expect(open.upperBound == zone.instant(date("2009-09-14") + endsDaysLater, LocalTime(to)!))
        #expect(hours.isAllDay == (from == to || to == "24:00"))
    }

    @Test("a business day is every moment that belongs to its date, and days meet")
    func businessDays() {
        let plans = [
            dayAndNight, [pattern("day", "08:00", "23:00")], [],
            [pattern("day", "09:00", "18:00"), pattern("night", "21:00", "06:00")],
        ]
        for (number, patterns) in plans.enumerated() {
            let hotline = hotline(patterns)
            for day in [spring - 1, spring, autumn - 1, autumn, date("2009-09-14")] {
                let hours = hotline.businessDay(day, zone: zone)
                #expect(hours.upperBound == hotline.businessDay(day + 1, zone: zone).lowerBound)
                for moment in stride(from: hours.lowerBound.seconds, to: hours.upperBound.seconds, by: 600) {
                    let found = hotline.businessDate(of: Instant(seconds: moment), zone: zone)
                    #expect(found == day, "plan \(number), \(moment - hours.lowerBound.seconds) s into \(day)")
                }
            }
        }
    }

    @Test("a hotline is open when some line is, each on its own clock, without overlap")
    func open() {
        var hotline = hotline([])
        hotline.lines[0].hours = OpeningHours(from: LocalTime("08:00")!, to: LocalTime("12:00")!)
        var late = hotline.lines[0]
        late.hours = OpeningHours(from: LocalTime("11:00")!, to: LocalTime("23:00")!)
        var night = hotline.lines[0]
        night.hours = OpeningHours(from: LocalTime("23:30")!, to: LocalTime("02:00")!)
        hotline.lines += [late, night]
        let day = moment("2009-09-14", "00:00")..<moment("2009-09-15", "00:00")
        #expect(
            hotline.openHours(within: day) { _ in zone } == [
                moment("2009-09-14", "00:00")..<moment("2009-09-14", "02:00"),
                moment("2009-09-14", "08:00")..<moment("2009-09-14", "23:00"),
                moment("2009-09-14", "23:30")..<moment("2009-09-15", "00:00"),
            ])
    }
}
