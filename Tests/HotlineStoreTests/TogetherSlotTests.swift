import HotlineDomain
import Testing

@testable import HotlineStore

/// Ways in are given and taken at any desk, and hold at all of them.
@Suite("Ways in, at desks that work together")
struct TogetherSlotTests {
    private let now = Sample.at("2009-09-14", "09:00")
    private let own = Passphrase("five quiet words here now")
    private let other = Passphrase("nine other loud words then")

    /// Sealed, and the admin has signed in everywhere.
    private func sealed() throws -> [Store] {
        let stores = try Sample.together(desks: 2, Sample.sealed)
        for store in stores { try store.signIn("99", Sample.passphrase, at: now) }
        return stores
    }

    private func issue(_ store: Store, _ passphrase: Passphrase, at instant: Instant) throws {
        try store.issueSlot(for: "01", passphrase, by: "99", at: instant, cost: Sample.cost)
    }

    private func opens(_ store: Store, _ passphrase: Passphrase) throws -> Bool {
        do {
            try store.signIn("01", passphrase, at: now + .hours(5))
            return true
        } catch is Refusal {
            return false
        }
    }

    @Test("the first admin and the printed key open a desk's store like the one of the house")
    func first() throws {
        let stores = try Sample.together(desks: 1, Sample.sealed)
        #expect(stores[1].access == .locked)
        try stores[1].signIn("99", Sample.passphrase, at: now)
        try stores[1].recover(Sample.recovery, as: "99", at: now)
        #expect(stores[1].opensWords)
    }

    @Test("who was given a way in at one desk comes in at another, and reads what was written")
    func issued() throws {
        let stores = try sealed()
        try issue(stores[1], own, at: now)
        try stores[1].log(.information, at: now, note: "a note")
        try stores.exchange()
        for store in stores {
            #expect(try opens(store, own))
            let note = try #require(try store.calls(limit: 1).calls.first?.content.note)
            #expect(try store.words(note)?.revealed == "a note")
        }
    }

    @Test("a new passphrase counts everywhere, and the old one nowhere")
    func changed() throws {
        let stores = try sealed()
        try issue(stores[1], own, at: now)
        try stores.exchange()
        try issue(stores[2], other, at: now + .minutes(1))
        try stores.exchange()
        for store in stores {
            #expect(try !opens(store, own))
            #expect(try opens(store, other))
        }
    }

    @Test("a way in that was taken away is away, though the clock was ahead where it was given")
    func removed() throws {
        let stores = try sealed()
        try issue(stores[1], own, at: now + .hours(1))
        try stores.exchange()
        try stores[2].removeSlot(of: "01", by: "99", at: now)
        try stores.exchange()
        for store in stores { #expect(try store.slotOwners() == ["99"]) }
        #expect(try stores.digests().count == 1)
    }

    @Test("of two that gave one person a way in at once, the later one's stands, in whatever order they are told")
    func atOnce() throws {
        for order in [[1, 2], [2, 1]] {
            let stores = try sealed()
            try issue(stores[1], own, at: now + .minutes(2))
            try issue(stores[2], other, at: now + .minutes(1))
            for place in order { try stores[place].ship(to: stores[0]) }
            try stores.exchange()
            #expect(try stores.digests().count == 1)
            for store in stores {
                #expect(try opens(store, own))
                #expect(try !opens(store, other))
            }
        }
    }

    @Test("who is disabled at one desk has a way in at none, and gets none back by being enabled at another")
    func disabled() throws {
        let stores = try sealed()
        try issue(stores[0], own, at: now)
        try stores.exchange()
        try stores[1].perform([.hotline(.disableOperator(code: "01"))], by: "99", at: now + .minutes(1))
        try stores.exchange()
        for store in stores { #expect(try store.slotOwners() == ["99"]) }
        try stores[2].perform([.hotline(.enableOperator(code: "01"))], by: "99", at: now + .minutes(2))
        try stores.exchange()
        for store in stores {
            #expect(try store.slotOwners() == ["99"])
            #expect(try store.findings() == [])
        }
    }

    @Test("who may open words no more, opens none with a slot that was made where nobody had heard of it")
    func roles() throws {
        let stores = try sealed()
        try stores[1].perform(
            [.hotline(.changeOperator(code: "01", roles: [.reportingOfficer]))], by: "99", at: now)
        try issue(stores[2], own, at: now + .minutes(1))
        try stores.exchange()
        for store in stores {
            #expect(try opens(store, own))
            #expect(!store.opensWords)
        }
    }

    @Test(
        "what was told of ways in is found by an index of its own",
        .notOnServer("it reads SQLite's plans"))
    func indexed() throws {
        let store = try Sample.store()
        for sql in [
            "SELECT max(tick) FROM event WHERE \(AccessEvent.tellsOfSlots)",
            "SELECT body FROM event WHERE \(AccessEvent.tellsOfSlots) ORDER BY tick",
        ] {
            let plan = try store.engine.read { try $0.all("EXPLAIN QUERY PLAN " + sql) { $0.text(3) } }
            #expect(plan.contains { $0.contains("event_of_slots") }, "\(plan)")
        }
    }
}
