import HotlineDomain
import Testing

@testable import ringbuoy

@Suite("Times as they are typed")
struct MomentTests {
    private let zone = ZoneRules(name: "Test/Zone", firstOffsetSeconds: 10_800, changes: [])

    @Test(
        "minutes, seconds, an offset and Z are read",
        arguments: [
            ("2009-09-14T02:10", "2009-09-14T02:10:00+03:00"), ("2009-09-14T02:10:27", "2009-09-14T02:10:27+03:00"),
            ("2009-09-14T02:10Z", "2009-09-14T05:10:00+03:00"), ("2009-09-14T02:10:27Z", "2009-09-14T05:10:27+03:00"),
            ("2009-09-14T02:10+02:00", "2009-09-14T03:10:00+03:00"),
            ("2009-09-14T02:10:27-05:30", "2009-09-14T10:40:27+03:00"),
            ("2009-09-14T24:00", "2009-09-15T00:00:00+03:00"),
        ])
    func forms(text: String, shown: String) throws {
        let moment = try #require(Moment(text))
        #expect(zone.wallClock(at: try moment.instant(zone)).iso8601 == shown)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "2009-09-14", "02:10", "2009-09-14 02:10", "2009-02-30T02:10", "2009-09-14T25:00", "2009-09-14T02:60",
            "2009-09-14T02:10:60", "2009-09-14T02:10:5", "2009-09-14T02:10+3", "2009-09-14T02:10+19:00",
            "2009-09-14T2:10", "2009-09-14T02:10:00.5", "2009-09-14T02:10ZZ", "٢٠٠٩-09-14T02:10",
        ])
    func others(text: String) { #expect(Moment(text) == nil) }
}
