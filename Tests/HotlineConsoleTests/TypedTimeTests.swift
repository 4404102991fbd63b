import HotlineDomain
import Testing

@testable import HotlineConsole

@Suite("Times and dates as typed")
struct TypedTimeTests {
    private let now = Fixture.at("14:32")
    private let zone = Fixture.moscow

    @Test(
        "a time of day is the last or the next there is",
        arguments: [
            ("14:30", TimeText.Meaning.past, "2009-09-14 14:30"), ("14:40", .past, "2009-09-13 14:40"),
            ("14:40", .future, "2009-09-14 14:40"), ("9:05", .future, "2009-09-15 09:05"),
            ("905", .past, "2009-09-14 09:05"),
            ("-20", .past, "2009-09-14 14:12"), ("+30", .future, "2009-09-14 15:02"),
            ("2009-09-01 08:00", .past, "2009-09-01 08:00"), ("2009-09-01T08:00", .past, "2009-09-01 08:00"),
        ])
    func times(typed: String, meaning: TimeText.Meaning, expected: String) throws {
        let instant = try #require(TimeText.instant(typed, meaning, now: now, zone: zone))
        #expect(TimeText.text(instant, zone: zone) == expected)
    }

    @Test(
        "hours are two times, over midnight where the second is not after the first",
        arguments: [
            ("10:00–14:00", "10:00–14:00", 240), ("10-14", "10:00–14:00", 240), ("22 06", "22:00–06:00", 480),
            ("2200-0630", "22:00–06:30", 510), ("8.15 – 9", "08:15–09:00", 45), ("8-8", "08:00–08:00", 1440),
        ])
    func hours(typed: String, expected: String, minutes: Int64) throws {
        let hours = try #require(HoursText.range(typed, on: Fixture.date, zone: zone))
        #expect(HoursText.text(hours, zone: zone) == expected)
        #expect(hours.upperBound - hours.lowerBound == .minutes(minutes))
    }

    @Test("a time that clocks skip is none: nothing is moved to where nobody typed it")
    func skipped() throws {
        // On 29 March 2009 Moscow's clocks went from 02:00 to 03:00.
        let date = BusinessDate("2009-03-29")!
        let change = ZoneRules.Change(at: self.zone.instant(date, LocalTime("02:00")!), offsetSeconds: 14_400)
        let zone = ZoneRules(name: "Europe/Moscow", firstOffsetSeconds: 10_800, changes: [change])
        let afterwards = zone.instant(date, LocalTime("06:00")!)
        for typed in ["02:30", "2009-03-29 02:30", "230"] {
            #expect(TimeText.instant(typed, .past, now: afterwards, zone: zone) == nil, "\(typed)")
        }
        #expect(TimeText.instant("01:59", .past, now: afterwards, zone: zone) != nil)
        #expect(TimeText.instant("03:00", .past, now: afterwards, zone: zone) != nil)
        #expect(HoursText.range("0230-10", on: date, zone: zone) == nil)
        #expect(HoursText.range("22-0230", on: date - 1, zone: zone) == nil)
        #expect(HoursText.range("01-03", on: date, zone: zone) != nil)
    }

    @Test("what are no hours are none", arguments: ["", "10", "10-", "10-25", "x-y", "10-11-12"])
    func noHours(typed: String) { #expect(HoursText.range(typed, on: Fixture.date, zone: zone) == nil) }

    @Test(
        "what is no time is none",
        arguments: ["", "x", "25:00", "13:7", "14:75", "2009-02-30 10:00", "-", "+x", "12345"])
    func noTimes(typed: String) { #expect(TimeText.instant(typed, .past, now: now, zone: zone) == nil) }

    @Test(
        "a date may leave out what is clear",
        arguments: [
            ("2009-08-03", "2009-08-03"), ("3.8.2009", "2009-08-03"), ("3/8", "2009-08-03"), ("20.9", "2008-09-20"),
            ("3", "2009-09-03"), ("20", "2009-08-20"), ("3.8.09", "2009-08-03"),
        ])
    func dates(typed: String, expected: String) {
        #expect(DateText.date(typed, today: Fixture.date)?.description == expected)
    }

    @Test("what is no date is none", arguments: ["", "x", "31.2.2009", "0", "99"])
    func noDates(typed: String) { #expect(DateText.date(typed, today: Fixture.date) == nil) }
}
