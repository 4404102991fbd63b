import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineStore
import StoreSQLite
import Testing

@Suite("The live shift")
struct LiveShiftTests {
    /// An empty practice store is enough: nothing of the year is looked at.
    private func store(_ now: Instant) throws -> Store {
        try Store.create(
            try SQLiteEngine.inMemory(), hotline: .practice, isPractice: true, at: now - .days(1)
        ) { try ZoneRules.named($0) }
    }

    @Test("can be signed on to at any hour", arguments: 0..<24)
    func anyHour(hour: Int64) throws {
        let now = Instant(seconds: 1_790_000_000) + .hours(hour)
        let store = try store(now)
        try PracticeYear.liveShift(in: store, now: now)
        let shift = try #require(try store.shiftToSignOn("01", at: now))
        try store.perform([.shift(shift.id, .signOn)], by: "01", at: now)
        let on = try store.live(at: now).shiftsOn.map(\.operatorCode)
        #expect(Set(on) == ["01", "51", "91"])
    }

    @Test("raises no alarm about people who are not there", arguments: 0..<7)
    func quiet(day: Int64) throws {
        for hour in [2, 8, 10, 14, 16, 22] as [Int64] {
            let now = Instant(seconds: 1_790_000_000) + .days(day) + .hours(hour)
            let store = try store(now)
            try PracticeYear.liveShift(in: store, now: now)
            let live = try store.live(at: now + .minutes(1))
            #expect(live.uncovered.allSatisfy { $0.operatorCode == "01" }, "\(day) \(hour)")
            #expect(try store.shiftToSignOn("01", at: now + .minutes(1)) != nil, "\(day) \(hour)")
        }
    }

    @Test("is there once, however often it is asked for")
    func once() throws {
        let now = Instant(seconds: 1_790_000_000)
        let store = try store(now)
        try PracticeYear.liveShift(in: store, now: now)
        let before = try store.live(at: now)
        try PracticeYear.liveShift(in: store, now: now + .seconds(5))
        #expect(try store.live(at: now) == before)
    }

    @Test("takes over from a day that ended without signing off")
    func nextDay() throws {
        let now = Instant(seconds: 1_790_000_000)
        let store = try store(now)
        try PracticeYear.liveShift(in: store, now: now)
        let shift = try #require(try store.shiftToSignOn("01", at: now))
        try store.perform([.shift(shift.id, .signOn)], by: "01", at: now)
        let tomorrow = now + .hours(20)
        try PracticeYear.liveShift(in: store, now: tomorrow)
        #expect(try store.currentShift(of: "01") == nil)
        #expect(try store.shift(shift.id)?.endedBySupervisor == true)
        #expect(try store.shiftToSignOn("01", at: tomorrow) != nil)
        #expect(Set(try store.live(at: tomorrow).shiftsOn.map(\.operatorCode)) == ["51", "91"])
    }
}
