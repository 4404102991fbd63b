import HotlineDomain
import HotlineReports
import Testing

@Suite("The statistics")
struct StatsTests {
    @Test("of the field's year keep the promise made to scripts")
    func promise() throws {
        let stats = try Stats(FieldCounts.year, from: FieldCounts.source)
        #expect(
            stats.json.compact
                == #"{"period":"2008-10/2009-09","calls":1346,"sos":126,"cases_opened":19,"referred":3,"#
                + #""escalations":{"case_opened":19,"linked_to_existing_case":0,"referred_without_case":0,"#
                + #""resolved_by_consultation":107,"emergency_services_called":0,"caller_lost":0,"#
                + #""caller_withdrew":0,"not_confirmed":0,"duplicate":0,"outside_mandate":0,"open":0},"by":[]}"#)
    }

    @Test("by country list the most calls first and what was not recorded last")
    func order() throws {
        let stats = try Stats(FieldCounts.year, by: .country, from: FieldCounts.source)
        #expect(stats.breakdown?.lines.map(\.key) == ["MD", "RU", "TR", "UA", "not_recorded"])
        #expect(stats.breakdown?["RU"]?.sos == 100)
        #expect(stats.json.compact.hasSuffix(#"{"key":"not_recorded","calls":6,"sos":0}]}"#))
    }

    @Test("by class stand in the order of the list")
    func classes() throws {
        let stats = try Stats(FieldCounts.year, by: .class, from: FieldCounts.source)
        #expect(stats.breakdown?.lines.map(\.key) == ["information", "counselling", "sos"])
    }

    @Test("of a period without a call are zeros")
    func empty() throws {
        let stats = try Stats(#require(Period("2010-01")), by: .hour, from: FieldCounts.source)
        #expect(stats.funnel == Funnel(calls: 0, sos: 0, casesOpened: 0, referred: 0))
        #expect(stats.breakdown?.lines == [])
        #expect(stats.escalations.total == 0)
    }

    @Test("show an outcome that this release does not know")
    func laterOutcome() throws {
        let outcomes = try EscalationOutcomes(FieldCounts.year) { _, _, _ in ["of_a_later_list": 2, "open": 1] }
        #expect(outcomes["of_a_later_list"] == 2)
        #expect(outcomes.lines.last?.outcome == "open")
        #expect(outcomes.total == 3)
    }
}
