import HotlineDomain
import Testing

@testable import HotlineStore

/// What is done at one desk is there at the others, and who did not see whom is told.
@Suite("Desks that work together")
struct TogetherTests {
    private let now = Sample.at("2009-09-14", "14:00")

    @Test("a call logged at one desk is told the same at every other, with its words, once it was shipped")
    func call() throws {
        let stores = try Sample.together(desks: 2)
        let id = try stores[1].log(.sos, at: now, note: "she is at the station")
        try stores.exchange()
        for store in stores {
            let call = try #require(try store.call(id))
            #expect(call.number == "09-1-0001")
            #expect(try call.content.note.flatMap { try store.words($0) }?.revealed == "she is at the station")
            #expect(try store.escalation(callNumber: call.number) != nil)
            #expect(try store.counts(.calls, by: .all, Period("2009-09-14")!) == [CountKey.everything: 1])
            #expect(try store.findings() == [])
        }
        #expect(try stores.digests().count == 1)
    }

    @Test("what is shipped twice, or comes by two ways, is taken once")
    func twice() throws {
        let stores = try Sample.together(desks: 2)
        try stores[1].log(.information, at: now)
        let shipment = try #require(try stores[1].shipment(after: stores[0].heads(), limit: 100))
        let receipt = try stores[0].receive(shipment)
        #expect(receipt.events == shipment.events.count && receipt.nodes == [96] && receipt.subjects.count == 1)
        #expect(try stores[0].receive(shipment).events == 0)
        try stores[2].receive(shipment)
        try stores[0].ship(to: stores[2])
        #expect(try stores[0].shipment(after: stores[2].heads(), limit: 100) == nil)
        #expect(try stores.digests().count == 1)
    }

    @Test("numbers people say are counted at each desk, and the others' are not")
    func numbers() throws {
        let stores = try Sample.together(desks: 2)
        for store in stores { try store.log(.information, at: now) }
        try stores.exchange()
        for store in stores { try store.log(.information, at: now + .minutes(10)) }
        try stores.exchange()
        let numbers = try stores[0].calls(limit: 10).calls.map(\.number).sorted()
        #expect(numbers == ["09-0001", "09-0002", "09-1-0001", "09-1-0002", "09-2-0001", "09-2-0002"])
    }

    // MARK: - Two at one thing

    private func noted() throws -> (stores: [Store], file: CaseID) {
        let stores = try Sample.together(desks: 2)
        let file = try stores[0].openCase(at: now)
        try stores.exchange()
        return (stores, file)
    }

    @Test("a case written of at two desks ends as one, and both are named until somebody acts with both in sight")
    func diverges() throws {
        let (stores, file) = try noted()
        try stores[1].note("from the one", on: file, at: now + .minutes(2))
        try stores[2].note("from the other", on: file, at: now + .minutes(5), by: "91")
        try stores.exchange()
        #expect(try stores.digests().count == 1)
        for store in stores {
            #expect(try store.case(file)?.notes.count == 2)
            let told = try #require(try store.divergences().first)
            #expect(try told == store.divergence(of: Subject(.case, file.raw)))
            #expect(told.number == "09-01")
            #expect(told.earlier.stamp == Stamp(by: "51", at: now + .minutes(2)))
            #expect(told.later.stamp == Stamp(by: "91", at: now + .minutes(5)))
            #expect(try store.findings() == [])
        }
        try stores[1].note("both are right", on: file, at: now + .minutes(9))
        #expect(try stores[1].divergences() == [])
        try stores.exchange()
        for store in stores {
            #expect(try store.divergences() == [])
            #expect(try store.findings() == [])
        }
        #expect(try stores.digests().count == 1)
    }

    @Test("whoever goes on without having seen the other ends nothing, whatever the clocks say")
    func goesOn() throws {
        let (stores, file) = try noted()
        try stores[1].note("first", on: file, at: now + .minutes(2))
        // The clock of this desk is behind: what it says comes in between.
        try stores[2].note("unseen", on: file, at: now + .minutes(1), by: "91")
        try stores[1].note("second", on: file, at: now + .minutes(3))
        try stores[1].note("third", on: file, at: now + .minutes(4))
        try stores.exchange()
        for store in stores { #expect(try store.divergences().count == 1) }
        try stores[2].note("seen", on: file, at: now + .minutes(2), by: "91")
        try stores.exchange()
        for store in stores { #expect(try store.divergences() == []) }
        #expect(try stores.digests().count == 1)
    }

    @Test("what follows from each other never comes the other way round, however wrong a clock is")
    func clocks() throws {
        let (stores, file) = try noted()
        try stores[1].perform([.case(file, .hold(reason: nil))], by: "51", at: now + .minutes(30))
        try stores.exchange()
        // Half an hour behind, and it has seen that the case is on hold.
        try stores[2].perform([.case(file, .resume)], by: "91", at: now + .minutes(1))
        try stores.exchange()
        for store in stores {
            #expect(try store.case(file)?.status == .active)
            #expect(try store.divergences() == [])
        }
    }

    @Test("a thing each desk has one of is counted once for each")
    func counts() throws {
        let stores = try Sample.together(desks: 2)
        for (place, store) in stores.enumerated() {
            try store.log(.information, at: now + .minutes(Int64(place)))
            try store.log(.sos, at: now + .minutes(Int64(10 + place)))
        }
        try stores.exchange()
        for store in stores {
            #expect(try store.counts(.calls, by: .all, Period("2009-09-14")!) == [CountKey.everything: 6])
            #expect(try store.counts(.sos, by: .all, Period("2009-09-14")!) == [CountKey.everything: 3])
        }
    }

    // MARK: - What travels beside the journal

    private func sealedRecords(_ store: Store) throws -> Int64 {
        try store.engine.read {
            try $0.count("SELECT count(*) FROM words WHERE sealed IS NOT NULL OR wrapped_key IS NOT NULL")
        }
    }

    @Test("words erased at one desk are erased at all of them")
    func erased() throws {
        let stores = try Sample.together(desks: 2)
        let id = try stores[1].log(.information, at: now, note: "what was said")
        try stores.exchange()
        for store in stores { #expect(try sealedRecords(store) == 1) }
        try stores[2].perform(
            [.erasure(Subject(.call, id.raw), .erase(because: "caller_asked", person: nil, onlyIt: false))], by: "91",
            at: now + .hours(1))
        try stores.exchange()
        for store in stores {
            #expect(try sealedRecords(store) == 0)
            #expect(try store.findings() == [])
        }
        #expect(try stores.digests().count == 1)
    }

    @Test("words that come after they were erased stay away")
    func erasedBefore() throws {
        let stores = try Sample.together(desks: 2)
        let id = try stores[1].log(.information, at: now, note: "what was said")
        try stores[1].ship(to: stores[2])
        try stores[2].perform(
            [.erasure(Subject(.call, id.raw), .erase(because: "caller_asked", person: nil, onlyIt: false))], by: "91",
            at: now + .hours(1))
        // The house is told of the erasing first, by somebody who leaves out the call.
        let own = try stores[2].heads()
        let house = try stores[0].heads()
        let known = Heads(house.sequences.merging([96: own[96]]) { max($0, $1) })
        try stores[0].receive(try #require(try stores[2].shipment(after: known, limit: 100)))
        #expect(try stores[0].call(id) == nil)
        try stores[1].ship(to: stores[0])
        #expect(try stores[0].call(id)?.content.note != nil)
        #expect(try sealedRecords(stores[0]) == 0)
        try stores.exchange()
        #expect(try stores.digests().count == 1)
        for store in stores { #expect(try store.findings() == []) }
    }

    @Test("a hold that was released is released, also where the clock is behind")
    func released() throws {
        let (stores, file) = try noted()
        let subject = Subject(.case, file.raw)
        let hold = CodeLists.list(.keptBecause).codes[0].code
        let release = CodeLists.list(.releasedBecause).codes[0].code
        try stores[1].perform([.erasure(subject, .hold(because: hold))], by: "91", at: now + .minutes(5))
        try stores.exchange()
        try stores[2].perform([.erasure(subject, .release(because: release))], by: "91", at: now + .minutes(3))
        try stores.exchange()
        for store in stores { #expect(try store.keeping(of: subject).hold == nil) }
    }

    private func ring(_ store: Store, at started: Instant, _ number: String) throws -> Call {
        let ended = started + .minutes(5)
        let id = store.newID(Call.self, at: ended)
        let entry = CallEntry(CallContent(callClass: .information, outcome: "information_given"))
        try store.perform(
            [
                .call(id, .enter(line: "md", started: started, ended: ended, entry)),
                .call(id, .recognise(by: .number(Private(number)))), .call(id, .finalise),
            ], by: "01", at: ended)
        return try #require(try store.call(id))
    }

    @Test("a caller known at one desk is recognised at the other, whichever made the key of the period")
    func callers() throws {
        let stores = try Sample.together(desks: 2)
        let number = "+373 533 12345"
        // Neither has seen the other's key.
        _ = try ring(stores[1], at: now, number)
        _ = try ring(stores[2], at: now + .minutes(10), number)
        try stores.exchange()
        let third = try ring(stores[2], at: now + .hours(1), number)
        #expect(try stores[2].recognition(of: third)?.calls == 3)
        try stores.exchange()
        for store in stores {
            #expect(try store.recognition(of: third)?.calls == 3)
            #expect(try store.findings() == [])
        }
    }

    @Test("whoever is not to be recognised any more, is not at any desk")
    func forgotten() throws {
        let stores = try Sample.together(desks: 2)
        let call = try ring(stores[1], at: now, "+373 533 12345")
        try stores.exchange()
        try stores[2].perform([.call(call.id, .unrecognise(.number))], by: "01", at: now + .hours(1))
        try stores.exchange()
        for store in stores {
            #expect(try store.engine.read { try $0.count("SELECT count(*) FROM caller_sign") } == 0)
        }
    }

    @Test("a number a switch told waits at every desk, until one of them answers or the caller gives up")
    func boxes() throws {
        let stores = try Sample.together(desks: 2)
        func facts(_ call: String) -> VisitFacts {
            VisitFacts(
                id: SwitchCallID(call: call, queue: "q", stay: 1), call: call, line: "md",
                offered: VisitFacts.Stamp(at: now, isExact: true))
        }
        func tell(_ facts: VisitFacts, _ number: String?) throws {
            let id = stores[0].newID(Visit.self, at: now)
            try stores[0].perform(
                [.visit(id, .observe(source: "switch", facts, number: number.map { Private($0) }))],
                by: Stamp.systemCode, at: now)
        }
        func boxed() throws -> [Int64] {
            try stores.map { try $0.engine.read { try $0.count("SELECT count(*) FROM caller_box") } }
        }
        try tell(facts("answered"), "+373 533 12345")
        try tell(facts("abandoned"), "+373 533 12346")
        try stores.exchange()
        #expect(try boxed() == [2, 2, 2])
        let visit = try #require(
            try stores[2].engine.read {
                try StoreRecords(connection: $0, hotline: 1).visit(source: "switch", key: facts("answered").id)
            })
        let call = stores[2].newID(Call.self, at: now)
        try stores[2].perform([.call(call, .answer(visit))], by: "01", at: now)
        var gone = facts("abandoned")
        gone.ending = .abandoned
        gone.endedAt = VisitFacts.Stamp(at: now, isExact: true)
        try tell(gone, nil)
        try stores.exchange()
        #expect(try boxed() == [0, 0, 0])
        let again = try ring(stores[1], at: now + .hours(1), "+373 533 12345")
        #expect(try stores[1].recognition(of: again)?.calls == 2)
    }

    @Test("the directory and the settings are everybody's, also where two changed them at once")
    func setUp() throws {
        let stores = try Sample.together(desks: 2)
        let shelter = Provider(code: "house", name: "House", services: ["legal"])
        let address = stores[1].written("behind the mill", at: now)
        try stores[1].perform(
            [.hotline(.addProvider(shelter, confidentialAddress: address))], by: "99", at: now)
        try stores[2].perform(
            [.hotline(.changeSettings([.wrapUpSeconds: .number(77)]))], by: "99", at: now + .minutes(1))
        try stores.exchange()
        for store in stores {
            let hotline = try store.hotline()
            #expect(hotline.provider("house") != nil && hotline.settings.wrapUpSeconds == 77)
            #expect(try store.words(address.id)?.revealed == "behind the mill")
            #expect(try store.findings() == [])
        }
        // Nobody writes of the set-up by hand at two desks in a way that is told as a divergence.
        #expect(try stores[0].divergences() == [])
    }

    @Test("a word that is damaged where it was written keeps nothing else from the others")
    func damaged() throws {
        let stores = try Sample.together(desks: 1)
        let id = try stores[1].log(.information, at: now, note: "a note")
        try stores[1].engine.write { try $0.run("UPDATE words SET sealed = zeroblob(40)", []) }
        try stores.exchange()
        #expect(try stores[0].call(id)?.number == "09-1-0001")
        #expect(try stores[0].findings() == [.wordsMissing(count: 1)])
    }

    @Test(
        "what somebody has in sight of a thing is one look into the index of its events",
        .notOnServer("it reads SQLite's plans"))
    func indexed() throws {
        let store = try Sample.store()
        let sql = """
            SELECT tick, node, sequence, seen FROM event WHERE subject = $1 AND kind = $2
            ORDER BY tick DESC, node DESC, sequence DESC LIMIT 1
            """
        let plan = try store.engine.read {
            try $0.all("EXPLAIN QUERY PLAN " + sql, [.integer(7), .text("call")]) { $0.text(3) }
        }
        #expect(plan.contains { $0.contains("event_by_subject (subject=?)") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test("shifts that two desks planned at once are planned once, whoever plans next")
    func shifts() throws {
        let stores = try Sample.together(desks: 2)
        for store in stores { try store.planShifts(by: Stamp.systemCode, at: now) }
        let planned = try stores[0].shifts(BusinessDate("2009-09-15")!...BusinessDate("2009-09-20")!).count
        try stores.exchange()
        for store in stores { try store.planShifts(by: Stamp.systemCode, at: now + .hours(1)) }
        try stores.exchange()
        for store in stores {
            let shifts = try store.shifts(BusinessDate("2009-09-15")!...BusinessDate("2009-09-20")!)
            #expect(shifts.count == 3 * planned)
            #expect(shifts.filter { $0.status == .planned }.count == planned)
            #expect(try store.divergences() == [])
            #expect(try store.planShifts(by: Stamp.systemCode, at: now + .hours(2)) == (0, 0))
        }
        #expect(try stores.digests().count == 1)
    }
}
