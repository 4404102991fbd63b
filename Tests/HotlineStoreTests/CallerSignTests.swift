import Foundation
import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("Callers recognised")
struct CallerSignTests {
    private func call(
        _ store: Store, at started: Instant, by code: String = "01", _ clues: [(Store, Instant) -> CallerClue]
    ) throws -> Call {
        let ended = started + .minutes(5)
        let id = store.newID(Call.self, at: ended)
        let entry = CallEntry(CallContent(callClass: .information, outcome: "information_given"))
        let recognise = clues.map { Command.call(id, .recognise(by: $0(store, ended))) }
        try store.perform(
            [.call(id, .enter(line: "md", started: started, ended: ended, entry))] + recognise
                + [.call(id, .finalise)], by: code, at: ended)
        return try #require(try store.call(id))
    }

    private func number(_ number: String) -> (Store, Instant) -> CallerClue { { _, _ in .number(Private(number)) } }
    private func codename(_ name: String) -> (Store, Instant) -> CallerClue {
        { .codename($0.written(name, at: $1)) }
    }

    @Test("third call, last on 14 September, same operator: by the number, however it is written")
    func third() throws {
        let store = try Sample.store()
        _ = try call(store, at: Sample.at("2009-09-10", "10:00"), by: "02", [number("+373 533 12345")])
        _ = try call(store, at: Sample.at("2009-09-14", "10:00"), [number("00373-533-12345")])
        _ = try call(store, at: Sample.at("2009-09-15", "10:00"), [number("+373 533 99999")])
        let last = try call(store, at: Sample.at("2009-09-16", "10:00"), [number("373 533 12345")])
        let known = try #require(try store.recognition(of: last))
        #expect(
            known.calls == 3 && known.last?.date == BusinessDate("2009-09-14") && known.last?.sameOperator == true)
        let verification = try store.verify()
        #expect(verification.isSound, "\(verification.findings)")
    }

    @Test("a codename is one, whatever its case, marks and spaces; and it does not fade")
    func codenames() throws {
        let store = try Sample.store()
        _ = try call(store, at: Sample.at("2009-09-10", "10:00"), [codename("Rază de Soare")])
        let years = try call(store, at: Sample.at("2012-09-10", "10:00"), by: "02", [codename(" raza  de soare ")])
        #expect(try store.recognition(of: years)?.calls == 2)
        #expect(try store.recognition(of: years)?.last?.sameOperator == false)
        let other = try call(store, at: Sample.at("2012-09-11", "10:00"), [codename("Raza")])
        #expect(try store.recognition(of: other)?.calls == 1)
    }

    @Test("a codename put right, or taken back, recognises nobody any more, and is erased")
    func putRight() throws {
        let store = try Sample.store()
        let wrong = try call(store, at: Sample.at("2009-09-10", "10:00"), [codename("Zori")])
        let name = try #require(wrong.codename)
        let now = Sample.at("2009-09-10", "10:10")
        try store.perform([.call(wrong.id, .recognise(by: codename("Stea")(store, now)))], by: "01", at: now)
        let zori = try call(store, at: Sample.at("2009-09-11", "10:00"), [codename("zori")])
        #expect(try store.recognition(of: zori)?.calls == 1)
        #expect(try store.words(name) == nil)
        try store.perform(
            [.call(zori.id, .unrecognise(.codename))], by: "91", at: Sample.at("2009-09-11", "11:00"))
        #expect(try store.recognition(of: try #require(try store.call(zori.id))) == nil)
        #expect(try store.verify().isSound)
    }

    @Test("a discarded call recognises nobody and leaves no fingerprint")
    func discarded() throws {
        let store = try Sample.store()
        let started = Sample.at("2009-09-10", "10:00")
        let id = store.newID(Call.self, at: started)
        try store.perform(
            [
                .call(
                    id, .enter(line: "md", started: started, ended: started + .minutes(1), CallEntry(CallContent()))),
                .call(id, .recognise(by: .number(Private("+373 533 12345")))),
            ], by: "01", at: started + .minutes(1))
        #expect(try signs(store) == 1)
        try store.perform([.call(id, .discard(reason: "practice"))], by: "01", at: started + .minutes(2))
        #expect(try signs(store) == 0)
        #expect(try store.verify().isSound)
    }

    private func signs(_ store: Store) throws -> Int64 {
        try store.engine.read { try $0.count("SELECT count(*) FROM caller_sign") }
    }

    private func keys(_ store: Store) throws -> Int64 {
        try store.engine.read { try $0.count("SELECT count(*) FROM caller_key") }
    }

    /// Who called when, by a seed: some once, some often, some a long time apart.
    @Test("over a year, whoever called within a period is recognised, and nobody after two", arguments: Seeds.all)
    func year(seed: UInt64) throws {
        var random = SystemRandom(seed)
        let store = try Sample.store()
        let days = 30
        try store.perform(
            [.hotline(.changeSettings([.repeatCallerDays: .number(days)]))], by: "99",
            at: Sample.at("2009-01-01", "00:00"))
        var calls: [(caller: Int, call: Call)] = []
        var at = Sample.at("2009-01-01", "08:00")
        while at < Sample.at("2010-01-01", "00:00") {
            let caller = Int.random(in: 0..<40, using: &random)
            let new = try call(
                store, at: at, by: ["01", "02"].randomElement(using: &random)!, [number("+37353\(100_000 + caller)")])
            let own = calls.filter { $0.caller == caller }.map(\.call)
            let known = try #require(try store.recognition(of: new))
            // Between one period and two it depends on where the periods began.
            let sure = own.filter { new.started - $0.started < .days(Int64(days)) }
            let possible = own.filter { new.started - $0.started < .days(Int64(days) * 2) }
            #expect((sure.count...possible.count).contains(known.calls - 1), "seed \(seed), \(new.number)")
            if let last = sure.last {
                #expect(known.last?.date == last.placement.businessDate, "seed \(seed), \(new.number)")
                #expect(known.last?.sameOperator == (last.operatorCode == new.operatorCode), "seed \(seed)")
            }
            calls.append((caller, new))
            at = at + .minutes(.random(in: 120...2400, using: &random))
        }
        #expect(try keys(store) == 2)
        // What one period remembers of itself and of the one before.
        #expect(try store.verify().isSound)
        // Two periods without a call, and any act at all: nothing is left to try a number against.
        try store.perform([.access(.signIn)], by: "01", at: at + .days(Int64(days) * 2))
        #expect(try signs(store) == 0)
        #expect(try keys(store) == 0)
        for (_, call) in calls { #expect(try store.recognition(of: call) == nil) }
        #expect(try store.verify().isSound)
    }

    @Test("two calls of one caller look like two callers' to whoever lacks the key")
    func unlinkable() throws {
        let store = try Sample.store()
        for hour in 10..<14 {
            _ = try call(
                store, at: Sample.at("2009-09-10", "\(hour):00"), [number("+373 533 12345"), codename("Rază")])
        }
        let (sealed, names) = try store.engine.read { connection in
            (
                try connection.all("SELECT sealed FROM caller_sign") { $0.bytes(0) },
                try connection.all("SELECT digest FROM words WHERE field = 'codename'") { $0.bytes(0) }
            )
        }
        #expect(Set(sealed).count == 4 && Set(names).count == 4)
    }

    @Test("a store nobody has signed in to neither marks a caller nor recognises one")
    func locked() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let known = try call(
                try Sample.store(in: path, Sample.sealed), at: Sample.at("2009-09-10", "10:00"),
                [number("+373 533 12345")])
            let store = try Sample.reopened(path)
            #expect(store.access == .locked)
            #expect(try store.recognition(of: known) == nil)
            #expect(throws: StoreError.locked) {
                try store.perform(
                    [.call(known.id, .recognise(by: .number(Private("+373 533 12345"))))], by: "91",
                    at: Sample.at("2009-09-11", "10:00"))
            }
            #expect(try signs(store) == 1)
            // What is too old goes without the key.
            try store.perform([.access(.signIn)], by: "01", at: Sample.at("2010-09-10", "10:00"))
            #expect(try signs(store) == 0)
        }
    }

    @Test(
        "a fingerprint that was tampered with is found",
        arguments: [
            ("UPDATE caller_sign SET sealed = (SELECT wrapped_key FROM caller_key)", "caller_sign_closed"),
            ("DELETE FROM caller_key", "caller_sign_closed"),
            ("UPDATE caller_sign SET call = call + 1", "caller_sign_without_call"),
            ("UPDATE call SET codename = 7", "words_missing"),
        ])
    func tampered(sql: String, finding: String) throws {
        let store = try Sample.store()
        _ = try call(store, at: Sample.at("2009-09-10", "10:00"), [number("+373 533 12345"), codename("Rază")])
        try store.engine.write { try $0.run(sql, []) }
        #expect(try store.verify().findings.contains { $0.name == finding })
    }

    @Test("a backup remembers callers as the store did, and so does one that was rebuilt")
    func kept() throws {
        try TemporaryFolder.with { folder in
            let store = try Sample.store(in: folder.path("hotline.db"))
            _ = try call(store, at: Sample.at("2009-09-10", "10:00"), [number("+373 533 12345")])
            let second = try call(store, at: Sample.at("2009-09-11", "10:00"), [number("+373 533 12345")])
            try store.backup(
                to: folder.path("backup.db"), at: Sample.at("2009-09-11", "11:00"),
                clock: { Sample.at("2009-09-11", "11:00") })
            try store.rebuild()
            #expect(try store.recognition(of: second)?.calls == 2)
            #expect(try Sample.reopened(folder.path("backup.db")).recognition(of: second)?.calls == 2)
        }
    }
}

/// Three that stay, one that is new each run.
private enum Seeds {
    static let all: [UInt64] = [1, 2009, .random(in: 0...UInt64.max)]
}

/// Random numbers that come again with the same seed (SplitMix64).
private struct SystemRandom: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
