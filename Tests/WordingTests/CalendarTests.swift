import Foundation
import Testing

@testable import Wording

@Suite("Dates, times and numbers")
struct CalendarTests {
    private func foundation(_ language: Language) -> DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: language.rawValue)
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        return formatter
    }

    @Test("months and weekdays are called what Foundation calls them", arguments: Language.allCases)
    func namesAgree(language: Language) {
        let (words, formatter) = (CalendarWords.of(language), foundation(language))
        func mondayFirst(_ days: [String]) -> [String] { Array(days[1...] + days[..<1]) }
        #expect(words.months == formatter.standaloneMonthSymbols)
        #expect(words.monthsOfDate == formatter.monthSymbols)
        #expect(words.monthsShort == formatter.shortMonthSymbols)
        #expect(words.weekdays == mondayFirst(formatter.weekdaySymbols))
        // Foundation begins the Russian ones with a capital, as for the head of a calendar; inside a line they have none.
        let short = mondayFirst(formatter.shortWeekdaySymbols)
        #expect(words.weekdaysShort.map { $0.lowercased() } == short.map { $0.lowercased() })
    }

    @Test("every day of a leap year is written as Foundation writes it", arguments: Language.allCases)
    func datesAgree(language: Language) throws {
        let (say, formatter) = (Say(language), foundation(language))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let first = try #require(calendar.date(from: DateComponents(year: 2008, month: 1, day: 1)))
        for day in 0..<366 {
            let date = first.addingTimeInterval(Double(day) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let (month, day) = (try #require(parts.month), try #require(parts.day))
            func written(_ format: String) -> String {
                formatter.dateFormat = format
                return formatter.string(from: date)
            }
            #expect(say.date(year: 2008, month: month, day: day) == written("d MMMM y"))
            #expect(say.dayAndMonth(month: month, day: day) == written("d MMMM"))
            #expect(say.shortDayAndMonth(month: month, day: day) == written("d MMM"))
            #expect(say.monthTitle(year: 2008, month: month).lowercased() == written("LLLL y").lowercased())
            #expect(
                say.shortDate(year: 2008, month: month, day: day) == written(language == .en ? "dd/MM/y" : "dd.MM.y"))
            let weekday = try #require(parts.weekday)
            #expect(say.weekday(weekday == 1 ? 7 : weekday - 1) == written("EEEE"))
        }
    }

    @Test("integers are grouped as Foundation groups them", arguments: Language.allCases)
    func integersAgree(language: Language) {
        let formatter = NumberFormatter()
        formatter.locale = Locale(identifier: language.rawValue)
        formatter.numberStyle = .decimal
        for number in [
            0, 7, 99, 100, 999, 1000, 1346, 10_000, 123_456, 1_000_000, 10_000_000, -1, -999, -1346, Int.max,
        ] {
            #expect(Say(language).integer(number) == formatter.string(from: NSNumber(value: number)))
        }
        #expect(Say(.en).integer(Int.min) == "-9,223,372,036,854,775,808")
    }

    @Test("percentages are written as Foundation writes them", arguments: Language.allCases)
    func percentagesAgree(language: Language) {
        let formatter = NumberFormatter()
        formatter.locale = Locale(identifier: language.rawValue)
        formatter.numberStyle = .percent
        formatter.minimumFractionDigits = 1
        formatter.maximumFractionDigits = 1
        formatter.roundingMode = .halfUp
        for (part, whole) in [(126, 1346), (19, 126), (3, 19), (6, 9), (0, 5), (5, 5), (1, 3), (13, 10), (1, 2000)] {
            let expected = formatter.string(from: NSNumber(value: Double(part) / Double(whole)))
            #expect(Say(language).percentage(part, of: whole) == expected, "\(part)/\(whole)")
        }
    }

    @Test("an empty whole is a dash, never 0 % or 100 %", arguments: Language.allCases)
    func emptyWhole(language: Language) {
        #expect(Say(language).percentage(0, of: 0) == "-")
    }

    @Test("dates read as people write them")
    func datesRead() {
        let says = Language.allCases.map(Say.init)
        #expect(
            says.map { $0.date(year: 2009, month: 9, day: 14) }
                == ["14 September 2009", "14 septembrie 2009", "14 сентября 2009"])
        #expect(
            says.map { $0.monthTitle(year: 2009, month: 9) } == [
                "September 2009", "Septembrie 2009", "Сентябрь 2009",
            ])
        #expect(
            says.map { $0.monthName(year: 2009, month: 9) } == [
                "September 2009", "septembrie 2009", "сентябрь 2009",
            ])
        #expect(
            says.map { $0.shortDate(year: 2009, month: 9, day: 4) } == ["04/09/2009", "04.09.2009", "04.09.2009"])
    }

    @Test(
        "a duration has hours only where it lasts hours",
        arguments: [(0, "0:00"), (9, "0:09"), (372, "6:12"), (3599, "59:59"), (3730, "1:02:10"), (-61, "-1:01")])
    func durations(seconds: Int, text: String) { #expect(Say(.ro).duration(seconds: seconds) == text) }

    @Test(
        "an age is told in its largest units",
        arguments: [
            (-5, "0 s", "0 с"), (45, "45 s", "45 с"), (60, "1 min", "1 мин"), (409, "6 min", "6 мин"),
            (3600, "1 h", "1 ч"), (3900, "1 h 5 min", "1 ч 5 мин"), (86_399, "23 h 59 min", "23 ч 59 мин"),
            (86_400, "1 d", "1 д"), (300_000, "3 d", "3 д"),
        ])
    func ages(seconds: Int, english: String, russian: String) {
        #expect(Say(.en).age(seconds: seconds) == english)
        #expect(Say(.ru).age(seconds: seconds) == russian)
    }

    @Test("a clock shows two digits and two")
    func clock() {
        #expect(Say(.en).clock(hour: 8, minute: 5) == "08:05")
        #expect(Say(.ru).clock(hour: 24, minute: 0) == "24:00")
    }

    @Test(
        "tenths carry the language's decimal mark",
        arguments: [(0, "0.0", "0,0"), (94, "9.4", "9,4"), (-5, "-0.5", "-0,5"), (12_345, "1,234.5", "1.234,5")])
    func tenths(tenths: Int, english: String, romanian: String) {
        #expect(Say(.en).decimal(tenths: tenths) == english)
        #expect(Say(.ro).decimal(tenths: tenths) == romanian)
    }
}
