import HotlineDomain
import HotlineProfiles
import Testing

@Suite("Zones by name")
struct ZoneRulesNamedTests {
    private func clock(_ zone: String, _ seconds: Int64) throws -> String {
        try ZoneRules.named(zone).wallClock(at: Instant(seconds: seconds)).iso8601
    }

    @Test(
        "clocks show what they showed on both nights of 2008 and 2009, and around Moscow's two reforms",
        arguments: [
            ("Europe/Chisinau", 1_238_284_799, "2009-03-29T01:59:59+02:00"),
            ("Europe/Chisinau", 1_238_284_800, "2009-03-29T03:00:00+03:00"),
            ("Europe/Chisinau", 1_256_428_799, "2009-10-25T02:59:59+03:00"),
            ("Europe/Chisinau", 1_256_428_800, "2009-10-25T02:00:00+02:00"),
            ("Europe/Moscow", 1_206_831_599, "2008-03-30T01:59:59+03:00"),
            ("Europe/Moscow", 1_206_831_600, "2008-03-30T03:00:00+04:00"),
            ("Europe/Moscow", 1_224_975_599, "2008-10-26T02:59:59+04:00"),
            ("Europe/Moscow", 1_224_975_600, "2008-10-26T02:00:00+03:00"),
            ("Europe/Moscow", 1_301_180_399, "2011-03-27T01:59:59+03:00"),
            ("Europe/Moscow", 1_301_180_400, "2011-03-27T03:00:00+04:00"),
            ("Europe/Moscow", 1_325_376_000, "2012-01-01T04:00:00+04:00"),
            ("Europe/Moscow", 1_414_274_399, "2014-10-26T01:59:59+04:00"),
            ("Europe/Moscow", 1_414_274_400, "2014-10-26T01:00:00+03:00"),
            ("Europe/Moscow", 1_782_864_000, "2026-07-01T03:00:00+03:00"),
        ])
    func knownMoments(zone: String, seconds: Int64, text: String) throws { #expect(try clock(zone, seconds) == text) }

    @Test("every year has one short and one long day in Chisinau, from 1998 to 2079")
    func bothNightsEveryYear() throws {
        let zone = try ZoneRules.named("Europe/Chisinau")
        for year in 1998...2079 {
            let first = try #require(BusinessDate(year: year, month: 1, day: 1))
            let lengths = (0..<365).map { day in
                zone.instant(first + day + 1, secondsOfDay: 0) - zone.instant(first + day, secondsOfDay: 0)
            }
            #expect(lengths.filter { $0 == .hours(23) }.count == 1, "\(year)")
            #expect(lengths.filter { $0 == .hours(25) }.count == 1, "\(year)")
            #expect(lengths.filter { $0 == .hours(24) }.count == 363, "\(year)")
        }
    }

    @Test("changes are in order and each changes something")
    func inOrder() throws {
        for name in ["Europe/Chisinau", "Europe/Moscow", "Europe/Berlin", "America/New_York"] {
            let zone = try ZoneRules.named(name)
            #expect(zip(zone.changes, zone.changes.dropFirst()).allSatisfy { $0.at < $1.at }, "\(name)")
            #expect(
                zip(zone.changes, zone.changes.dropFirst()).allSatisfy { $0.offsetSeconds != $1.offsetSeconds },
                "\(name)")
        }
    }

    @Test(
        "an unknown zone is refused and the nearest ones named",
        arguments: [
            ("Europe/Kishinew", "Europe/Chisinau"), ("Chisinau", "Europe/Chisinau"),
            ("Europe/Moskow", "Europe/Moscow"),
            ("", nil), ("MSK", nil), ("GMT+3", nil),
        ] as [(String, String?)])
    func unknown(name: String, nearest: String?) {
        #expect { try ZoneRules.named(name) } throws: { error in
            guard let error = error as? UnknownZone, error.name == name else { return false }
            return nearest.map(error.nearest.contains) ?? true
        }
    }

    @Test("UTC never changes")
    func utc() throws { #expect(try ZoneRules.named("UTC") == .utc) }
}
