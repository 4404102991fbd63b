import HotlineDomain
import HotlineStore
import Testing

@Suite("Shelters and registers in the store")
struct HouseStoreTests {
    private static let noon = Sample.at("2009-09-14", "12:00")

    private func filled() throws -> Store {
        let store = try Sample.store()
        var changed = Sample.hotline
        changed.providers[0].places = 24
        changed.settings.donors = ["japan"]
        changed.territories = [Territory(code: "soroca", name: "Soroca")]
        try store.perform([.hotline(.apply(changed))], by: "99", at: Self.noon)
        for category in ["man", "woman", "woman", "child"] {
            let admission = Admission(
                provider: "capc", category: category, at: Self.noon, donor: "japan",
                expectedUntil: BusinessDate("2009-10-01"))
            try store.perform(
                [.stay(store.newID(Stay.self, at: Self.noon), .admit(admission))], by: "51", at: Self.noon)
        }
        let mission = EntryContent.mission(
            .init(
                date: BusinessDate("2009-09-11")!, country: "PT",
                persons: [PersonCount(category: "unaccompanied_child", count: 4)]))
        let asked = EntryContent.return(
            .init(
                territory: "soroca", subject: "sessions", first: BusinessDate("2009-01-01")!,
                last: BusinessDate("2009-06-30")!, due: BusinessDate("2009-07-31")!))
        let (one, two): (EntryID, EntryID) = (
            store.newID(Entry.self, at: Self.noon), store.newID(Entry.self, at: Self.noon)
        )
        try store.perform(
            [
                .entry(one, .add(mission, what: nil)),
                .entry(
                    one,
                    .done(
                        .carriedOut(
                            on: BusinessDate("2009-09-11")!,
                            persons: [PersonCount(category: "unaccompanied_child", count: 4)]))),
                .entry(two, .add(asked, what: nil)), .entry(two, .done(.notReceived)),
                .entry(
                    store.newID(Entry.self, at: Self.noon),
                    .add(
                        .task(.init(responsible: "51", due: BusinessDate("2009-09-14")!)),
                        what: store.written("call the centre", at: Self.noon))),
            ], by: "51", at: Self.noon)
        return store
    }

    @Test("what was written is read back as it was, and a rebuild from the journal gives the same")
    func roundTrip() throws {
        let store = try filled()
        let stays = try store.staysNow()
        let entries = try EntryKind.allCases.flatMap { try store.entries($0) }
        #expect(stays.count == 4 && entries.count == 3)
        let now = try #require(try store.occupancies(on: BusinessDate("2009-09-14")!)["capc"])
        #expect(now.taken == 4 && now.free == 20)
        #expect(now.composition.map(\.count) == [1, 2, 1])
        #expect(try store.verify().isSound)
        try store.engine.write {
            try $0.run("UPDATE stay SET category = 'man'", [])
            try $0.run("DELETE FROM entry", [])
            try $0.run("DELETE FROM count_cell", [])
        }
        let names = Set(try store.verify().findings.map(\.name))
        #expect(names == ["row_differs", "row_missing", "count_differs"])
        try store.rebuild()
        #expect(try store.verify().isSound)
        #expect(try store.staysNow() == stays)
        #expect(try EntryKind.allCases.flatMap { try store.entries($0) } == entries)
    }

    @Test("people taken in and people brought home are in the counts, by their fund and category")
    func counts() throws {
        let store = try filled()
        let month = Period("2009-09")!
        #expect(try store.count(.admitted, month) == 4)
        #expect(try store.counts(.admitted, by: .donor, month) == ["japan": 4])
        #expect(try store.counts(.repatriated, by: .category, month) == ["unaccompanied_child": 4])
    }

    @Test("a task due today is open work; its words are sealed and opened again")
    func task() throws {
        let store = try filled()
        let open = try store.openWork(of: "51", at: Self.noon)
        guard case .task(let id)? = open.first else {
            Issue.record("no task in \(open)")
            return
        }
        let what = try #require(try store.entry(id)?.what)
        #expect(try store.words(what)?.revealed == "call the centre")
        try store.engine.write { try $0.run("DELETE FROM words WHERE field = 'task'", []) }
        #expect(try store.verify().findings.contains { $0.name == "words_missing" })
    }

    @Test("sent, and no answer in time: the longest overdue first")
    func noResponse() throws {
        let store = try filled()
        let call = try store.log(.information, at: Self.noon - .hours(1))
        for urgency in [Urgency.threeDays, .hour, .day] {
            let id = store.newID(Referral.self, at: Self.noon)
            try store.perform(
                [
                    .referral(id, .add(.call(id: call), provider: "capc", service: "legal", urgency: urgency)),
                    .referral(id, .consent(.given)), .referral(id, .send),
                ], by: "51", at: Self.noon)
        }
        #expect(try store.referralsWithoutResponse(at: Self.noon).isEmpty)
        #expect(try store.referralsWithoutResponse(at: Self.noon + .hours(2)).map(\.urgency) == [.hour])
        let late = try store.referralsWithoutResponse(at: Self.noon + .days(9))
        #expect(late.map(\.urgency) == [.hour, .day, .threeDays])
    }
}
