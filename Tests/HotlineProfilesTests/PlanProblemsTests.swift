import HotlineDomain
import HotlineProfiles
import Testing

@Suite("Problems of a plan")
struct PlanProblemsTests {
    private func only(_ text: String) throws -> ProfileProblem {
        let problems = HotlineProfile.check(text: text, file: "sample.toml")
        try #require(problems.count == 1, "\(problems.map(\.short))")
        return problems[0]
    }

    private let end = "first = 2026-11-01\n\n[[roster]] # 2"

    @Test("a gap is said once for all its days, with its hours and its line")
    func gapOnWeekdays() throws {
        let problem = try only(
            Sample.with(
                end, "first = 2026-11-01\ndays = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]\n\n[[roster]] # 2")
        )
        #expect(problem.rule == .rosterGap)
        #expect(problem.detail("line") == "md")
        #expect(problem.detail("from") == "08:00" && problem.detail("to") == "20:00")
        #expect(problem.detail("pattern") == "day")
        #expect(
            problem.detail("when")
                == "profile.when.weekly_on(profile.day.sat, profile.day.sun; 2026-11-01; 2027-12-05)")
    }

    @Test("a gap that comes to an end says when")
    func gapInNovember() throws {
        let problem = try only(
            Sample.with(
                "# by night\nfirst = 2026-11-01",
                "# by night\nfirst = 2026-10-01\nlast = 2026-11-09\n\n[[roster]]\npattern = \"night\"\noperators = [\"03\"]\nfirst = 2026-12-01"
            )
            .replacing("# by day\nfirst = 2026-11-01", with: "# by day\nfirst = 2026-10-01"))
        #expect(problem.rule == .rosterGap)
        #expect(problem.detail("when") == "profile.when.daily(2026-11-10; 2026-11-30)")
        #expect(problem.detail("from") == "20:00" && problem.detail("to") == "08:00")
    }

    @Test("a single night is a single night")
    func gapOnce() throws {
        let problem = try only(
            Sample.with(
                "# by night\nfirst = 2026-11-01",
                "# by night\nfirst = 2026-11-01\nlast = 2026-11-09\n\n[[roster]]\npattern = \"night\"\noperators = [\"03\"]\nfirst = 2026-11-11"
            ))
        #expect(problem.detail("when") == "profile.when.once(2026-11-10; 2026-11-10)")
    }

    @Test(
        "patterns that meet leave no gap in the nights clocks change, wherever they meet",
        arguments: ["01:30", "02:00", "02:30", "03:00", "03:30", "04:00"])
    func bothNights(meeting: String) {
        let text = Sample.with("08:00-20:00", "\(meeting)-14:00").replacing("20:00-08:00", with: "14:00-\(meeting)")
        #expect(HotlineProfile.check(text: text, file: "sample.toml") == [])
    }

    @Test("an hour nobody works is found in the doubled hour too")
    func gapAtNight() throws {
        let problem = try only(Sample.with("20:00-08:00", "20:00-07:00"))
        #expect(problem.rule == .rosterGapWithoutPattern)
        #expect(problem.detail("from") == "07:00" && problem.detail("to") == "08:00")
        #expect(problem.detail("when") == "profile.when.daily_on(2026-11-01; 2027-12-06)")
    }

    @Test("a line that closes at night needs nobody then, and is looked at from its opening")
    func closedAtNight() throws {
        let open = Sample.with("00:00-24:00", "07:00-20:00")
        let problem = try only(open.replacing("20:00-08:00", with: "20:00-06:00"))
        #expect(problem.rule == .rosterGapWithoutPattern)
        #expect(problem.detail("from") == "07:00" && problem.detail("to") == "08:00")
    }

    @Test("a line that is open over midnight is covered by its night")
    func openOverMidnight() throws {
        let late = Sample.with("00:00-24:00", "18:00-02:00")
        #expect(HotlineProfile.check(text: late, file: "sample.toml") == [])
        let problem = try only(late.replacing("20:00-08:00", with: "20:00-01:00"))
        #expect(problem.detail("from") == "01:00" && problem.detail("to") == "02:00")
    }

    @Test("a line on another clock is covered by hours on that clock, in winter and in summer")
    func anotherClock() throws {
        let second = """
            [[line]]
            code = "ru"
            name = "Russia"
            dialled = "8-800-0000000"
            countries = ["RU"]
            languages = ["ru"]
            zone = "Europe/Moscow"
            hours = "09:00-21:00"
            since = 2026-01-01

            [[operator]]
            """
        // Moscow's clocks stand still: by the clock in Chișinău the line closes at 20:00 in winter, at 21:00 in summer.
        let text = Sample.with("[[operator]]", second).replacing("00:00-24:00", with: "08:00-20:00")
            .replacing("20:00-08:00", with: "20:00-21:00")
        #expect(HotlineProfile.check(text: text, file: "sample.toml") == [])
        let problem = try only(text.replacing("20:00-21:00", with: "20:00-20:30"))
        #expect(problem.rule == .rosterGapWithoutPattern)
        #expect(problem.detail("line") == "ru")
        #expect(problem.detail("from") == "20:30" && problem.detail("to") == "21:00")
        #expect(problem.detail("when") == "profile.when.daily(2027-03-28; 2027-10-30)")
    }

    @Test("too few people are counted, and by which pattern")
    func understaffed() throws {
        let problem = try only(Sample.with("staff = 1", "staff = 4"))
        #expect(problem.rule == .rosterUnderstaffed)
        #expect(problem.detail("planned") == "1" && problem.detail("staff") == "4")
        #expect(problem.detail("pattern") == "night" && problem.detail("hours") == "20:00-08:00")
        #expect(problem.detail("when")?.hasPrefix("profile.when.daily_on(2026-11-01") == true)
    }

    @Test("two entries of one pattern add up to its people")
    func addedUp() {
        let text = Sample.with(
            "operators = [\"01\", \"02\"] # by day",
            "operators = [\"01\"]\nfirst = 2026-11-01\n\n[[roster]]\npattern = \"day\"\noperators = [\"02\"]")
        #expect(HotlineProfile.check(text: text, file: "sample.toml") == [])
    }

    @Test("an operator in two shifts at once is found over midnight, and both lines are named")
    func overlapOverMidnight() throws {
        let text = Sample.with(
            "[[provider]]",
            """
            [[pattern]]
            code = "early"
            hours = "06:00-10:00"
            staff = 1

            [[roster]]
            pattern = "early"
            operators = ["03"] # early
            first = 2026-11-02
            days = ["mon"]

            [[provider]]
            """)
        let problem = try only(text)
        #expect(problem.rule == .rosterOverlap)
        #expect(problem.detail("operator") == "03")
        #expect(problem.detail("pattern") == "early" && problem.detail("other") == "night")
        #expect(problem.detail("other_line") == "49")
        #expect(problem.detail("when") == "profile.when.weekly_on(profile.day.mon; 2026-11-02; 2027-12-06)")
        #expect(problem.column == 14)
    }

    @Test("an open-ended roster is looked at from today on, where today is given")
    func asOf() throws {
        // Until 2014 Moscow was two hours ahead of Berlin in winter and summer; then one hour in summer.
        let text = Sample.with("Europe/Chisinau", "Europe/Moscow").replacing("2026-", with: "2005-")
            .replacing("00:00-24:00", with: "10:00-22:00").replacing("08:00-20:00", with: "10:00-22:00")
            .replacing("20:00-08:00", with: "22:00-23:00")
            .replacing(
                "[[operator]]\ncode = \"01\"",
                with: """
                    [[line]]
                    code = "de"
                    name = "Germany"
                    dialled = ""
                    countries = ["DE"]
                    languages = ["ru"]
                    zone = "Europe/Berlin"
                    hours = "08:00-20:00"
                    since = 2005-01-01

                    [[operator]]
                    code = "01"
                    """)
        #expect(HotlineProfile.check(text: text, file: "sample.toml") == [])
        let later = HotlineProfile.check(text: text, file: "sample.toml", asOf: .init(year: 2026, month: 1, day: 1))
        #expect(later.map(\.rule).contains(.rosterGapWithoutPattern))
        #expect(later.allSatisfy { $0.detail("line") == "de" })
    }
}
