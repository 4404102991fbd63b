import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineStore
import StoreSQLite
import Testing

@Suite("Calls in bulk")
struct BulkCallsTests {
    @Test("are all counted, and reach up to now")
    func counted() throws {
        let now = Instant(seconds: 1_790_000_000)
        let store = try BulkCalls.create(in: try SQLiteEngine.inMemory(), count: 1500, until: now) {
            try ZoneRules.named($0)
        }
        let everything = try #require(Period("2010-01/2030-12"))
        #expect(try store.count(.calls, everything) == 1500)
        let latest = try #require(try store.calls(limit: 1).calls.first)
        #expect(now - (latest.ended ?? latest.started) == .minutes(1))
    }
}
