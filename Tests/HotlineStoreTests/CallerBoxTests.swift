import Foundation
import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

/// The caller's number on its way from a switch to the desk that answers.
@Suite("The box for callers' numbers")
struct CallerBoxTests {
    private static let number = "+373 533 12345"
    private let now = Sample.at("2009-09-14", "10:00")

    private func facts(_ call: String, at instant: Instant) -> VisitFacts {
        VisitFacts(
            id: SwitchCallID(call: call, queue: "q", stay: 1), call: call, line: "md",
            offered: VisitFacts.Stamp(at: instant, isExact: true))
    }

    private func ended(_ facts: VisitFacts, _ ending: VisitFacts.Ending) -> VisitFacts {
        var facts = facts
        facts.ending = ending
        facts.endedAt = VisitFacts.Stamp(at: facts.offered.at + .seconds(5), isExact: true)
        if facts.operator != nil { facts.talk = VisitFacts.Talk() }
        return facts
    }

    @discardableResult
    private func tell(
        _ store: Store, _ facts: VisitFacts, _ number: String? = CallerBoxTests.number, at instant: Instant? = nil
    ) throws -> VisitID {
        let at = instant ?? facts.offered.at
        try store.perform(
            [
                .visit(
                    store.newID(Visit.self, at: at),
                    .observe(source: "switch", facts, number: number.map { Private($0) }))
            ], by: Stamp.systemCode, at: at)
        return try #require(
            try store.engine.read {
                try StoreRecords(connection: $0, hotline: 1).visit(source: "switch", key: facts.id)
            })
    }

    private func answer(_ store: Store, _ visit: VisitID, at instant: Instant, by code: String = "01") throws
        -> CallID
    {
        let id = store.newID(Call.self, at: instant)
        try store.perform([.call(id, .answer(visit))], by: code, at: instant)
        return id
    }

    private func boxed(_ store: Store) throws -> Int64 {
        try store.engine.read { try $0.count("SELECT count(*) FROM caller_box") }
    }

    @Test("third call, last on 13 September, same operator: told while it rings, and the same once it is a call")
    func recognised() throws {
        let store = try Sample.store()
        for (day, code) in [("2009-09-10", "02"), ("2009-09-13", "01")] {
            let at = Sample.at(day, "10:00")
            let visit = try tell(store, ended(facts(day, at: at), .answered(by: code)))
            let call = try answer(store, visit, at: at + .minutes(1), by: code)
            try store.perform(
                [.call(call, .closeAs(code: "thanks", at: at + .minutes(2)))], by: code, at: at + .minutes(2))
        }
        let visit = try tell(store, facts("now", at: now), "00373-533-12345")
        let known = try #require(try store.recognition(of: visit, for: "01"))
        #expect(
            known.calls == 3 && known.last?.date == BusinessDate("2009-09-13") && known.last?.sameOperator == true)
        let stranger = try tell(store, facts("other", at: now), "+373 533 99999")
        #expect(try store.recognition(of: stranger, for: "01")?.calls == 1)
        #expect(try boxed(store) == 2)
        let call = try answer(store, visit, at: now + .seconds(9))
        #expect(try store.recognition(of: try #require(try store.call(call))) == known)
        #expect(try boxed(store) == 1, "it is out of the box once it is a fingerprint")
        let verification = try store.verify()
        #expect(verification.isSound, "\(verification.findings)")
    }

    @Test("a bridge seals without a key, opens nothing, and no file holds the number")
    func bridge() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let desk = try Sample.store(in: path, Sample.sealed)
            let bridge = try Sample.reopened(path)
            #expect(bridge.access == .locked)
            let visit = try tell(bridge, facts("1", at: now))
            #expect(try bridge.recognition(of: visit, for: "01") == nil, "it wrote it and cannot read it")
            #expect(throws: StoreError.self) { try answer(bridge, visit, at: now + .seconds(3)) }
            #expect(try desk.recognition(of: visit, for: "01")?.calls == 1)
            for name in try folder.names() {
                guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: folder.path(name))) else { continue }
                #expect(bytes.range(of: Data("37353312345".utf8)) == nil, "the caller's number is in \(name)")
            }
            let call = try answer(desk, visit, at: now + .seconds(3))
            #expect(try desk.recognition(of: try #require(try desk.call(call)))?.calls == 1)
            #expect(try boxed(desk) == 0)
        }
    }

    @Test("two of one number look nothing alike, have one length, and open in their own place only")
    func sealing() throws {
        let key = HotlineKey.make()
        let (box, opening) = (CallerBoxKey(key).box, CallerBoxKey(key))
        let numbers = ["112", CallerBoxTests.number, String(repeating: "7", count: 32)].map { CallerNumber($0)! }
        var lengths: Set<Int> = []
        for number in numbers {
            let (one, two) = (try box.seal(number, of: ID(raw: 7)), try box.seal(number, of: ID(raw: 7)))
            #expect(one != two)
            lengths.formUnion([one.count, two.count])
            #expect(try opening.open(one, of: ID(raw: 7)) == number)
            #expect(throws: BrokenSeal.self) { try opening.open(one, of: ID(raw: 8)) }
            #expect(throws: BrokenSeal.self) { try CallerBoxKey(.make()).open(one, of: ID(raw: 7)) }
        }
        #expect(lengths.count == 1)
        #expect(CallerBox(text: box.text) != nil && CallerBox(text: "no key") == nil)
        for length in [0, 31, 32, 40] {
            #expect(throws: BrokenSeal.self) {
                try opening.open(Array(repeating: 1, count: length), of: ID(raw: 7))
            }
        }
    }

    @Test("the number of somebody who gives up goes with them, and after an hour whoever's goes")
    func goes() throws {
        let store = try Sample.store()
        let caller = facts("1", at: now)
        try tell(store, caller)
        #expect(try boxed(store) == 1)
        try tell(store, ended(caller, .abandoned), nil)
        #expect(try boxed(store) == 0)
        let talking = ended(facts("2", at: now), .answered(by: "01"))
        try tell(store, talking)
        try store.log(.information, at: now + .minutes(50))
        #expect(try boxed(store) == 1)
        try store.log(.information, at: now + .minutes(70))
        #expect(try boxed(store) == 0)
    }

    @Test("a number that was put there by somebody else, or damaged, is no reason to refuse a call")
    func damaged() throws {
        let store = try Sample.store()
        let visit = try tell(store, ended(facts("1", at: now), .answered(by: "01")))
        try store.engine.write { try $0.run("UPDATE caller_box SET sealed = $1", [.bytes([1, 2, 3])]) }
        #expect(try store.recognition(of: visit, for: "01") == nil)
        let call = try answer(store, visit, at: now + .minutes(1))
        #expect(try store.recognition(of: try #require(try store.call(call))) == nil)
        #expect(try boxed(store) == 0)
    }

    @Test("the hotline's key turned over makes another box, and empties the old one")
    func turned() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let store = try Sample.store(in: path, Sample.sealed)
            try tell(store, facts("1", at: now))
            _ = try store.turnKey(by: "99", Sample.passphrase, recovery: .make(), at: now, cost: Sample.cost)
            #expect(try boxed(store) == 0)
            let bridge = try Sample.reopened(path)
            let visit = try tell(bridge, facts("2", at: now + .minutes(1)))
            #expect(try store.recognition(of: visit, for: "01")?.calls == 1)
        }
    }
}

/// Whom a desk is shown.
@Suite("Callers for a desk")
struct DeskCallerTests {
    private let now = Sample.at("2009-09-14", "10:00")

    private func store(_ told: [VisitFacts]) throws -> Store {
        let store = try Sample.store()
        for facts in told {
            try store.perform(
                [.visit(store.newID(Visit.self, at: now), .observe(source: "switch", facts))],
                by: Stamp.systemCode, at: now)
        }
        return store
    }

    private func facts(
        _ call: String, ringingAt code: String? = nil, answeredBy answering: String? = nil, ended: Int64? = nil
    ) -> VisitFacts {
        var facts = VisitFacts(
            id: SwitchCallID(call: call, queue: "q", stay: 1), call: call, line: "md",
            offered: VisitFacts.Stamp(at: now - .minutes(1), isExact: true))
        if let code { facts.ring(at: code, since: now - .seconds(10)) }
        if let answering {
            facts.ending = .answered(by: answering)
            facts.endedAt = VisitFacts.Stamp(at: now - .seconds(50), isExact: true)
            facts.talk = VisitFacts.Talk()
            facts.talk?.ended = ended.map { VisitFacts.Stamp(at: now - .seconds($0), isExact: true) }
        }
        return facts
    }

    private func shown(_ store: Store, to code: String = "01", at moment: Instant? = nil) throws -> [String] {
        try store.deskCallers(of: code, among: try store.visitsNow(), at: moment ?? now).map(\.visit.facts.call)
    }

    @Test("on the line first, then who rings, then who has hung up; nobody else's, and nobody twice")
    func order() throws {
        let store = try store([
            facts("rings", ringingAt: "01"), facts("over", answeredBy: "01", ended: 20),
            facts("line", answeredBy: "01"), facts("elsewhere", ringingAt: "02"), facts("theirs", answeredBy: "02"),
            facts("waits"),
        ])
        #expect(try shown(store) == ["line", "rings", "over"])
        #expect(try shown(store, to: "02") == ["theirs", "elsewhere"])
        #expect(try shown(store, to: "91").isEmpty)
    }

    @Test("whoever has a call is shown no more, unless it was passed on to another operator")
    func taken() throws {
        let store = try store([facts("line", answeredBy: "01")])
        let visit = try #require(try store.visitsNow().first)
        let id = store.newID(Call.self, at: now)
        try store.perform([.call(id, .answer(visit.id))], by: "01", at: now)
        #expect(try shown(store).isEmpty)
        var second = VisitFacts(
            id: SwitchCallID(call: "line", queue: "r", stay: 1), call: "line", line: "md",
            offered: VisitFacts.Stamp(at: now, isExact: true))
        second.ring(at: "02", since: now)
        try store.perform(
            [.visit(store.newID(Visit.self, at: now), .observe(source: "switch", second))], by: Stamp.systemCode,
            at: now)
        let passedOn = try store.deskCallers(of: "02", among: try store.visitsNow(), at: now)
        #expect(passedOn.map(\.call) == [id])
        #expect(try shown(store).isEmpty)
    }

    @Test("who has hung up is shown for half an hour, and not once the operator has entered that call by hand")
    func unwritten() throws {
        let store = try store([facts("over", answeredBy: "01", ended: 20)])
        #expect(try shown(store) == ["over"])
        #expect(try shown(store, at: now + .minutes(31)).isEmpty)
        // The caller before, over when this one was answered; and one who came long after.
        try store.log(.information, at: now - .minutes(7))
        try store.log(.information, at: now + .minutes(9))
        #expect(try shown(store, at: now + .minutes(15)) == ["over"])
        try store.log(.information, at: now - .minutes(1))
        #expect(try shown(store).isEmpty)
    }
}
