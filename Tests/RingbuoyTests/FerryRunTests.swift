import Foundation
import HotlineDomain
import HotlineStore
import StoreSQLite
import Synchronization
import Testing

@testable import ringbuoy

@Suite("The ferry of a desk under way")
struct FerryRunTests {
    private static let patience = Span.seconds(20)

    private func note(_ store: Store, _ file: CaseID, by code: String, at now: Instant, _ text: String) throws {
        try store.perform([.case(file, .note(store.written(text, at: now)))], by: code, at: now)
    }

    private func openCase(_ store: Store, by code: String, at now: Instant) throws -> CaseID {
        let id = store.newID(Case.self, at: now)
        try store.perform([.case(id, .open(.walkIn))], by: code, at: now)
        return id
    }

    private func logCall(_ store: Store, by code: String, at now: Instant) throws -> Call {
        let id = store.newID(Call.self, at: now)
        let entry = CallEntry(
            CallContent(
                callClass: .information, country: "RU", language: "ru", topics: ["documents"],
                outcome: "information_given"),
            note: store.written("asks about papers", at: now))
        try store.perform(
            [.call(id, .enter(line: "ru", started: now - .minutes(5), ended: now, entry)), .call(id, .finalise)],
            by: code, at: now)
        return try #require(try store.call(id))
    }

    @Test("what is done at one desk stands at the server and at the other one, and each is told of it")
    func carries() throws {
        let house = try FerryHouse()
        let told = Mutex(0)
        let runs = [try house.ferry(0), try house.ferry(1) { told.withLock { $0 += 1 } }]
        defer { for run in runs { run.end(within: .seconds(5)) } }
        let call = try logCall(house.desks[0], by: "01", at: FerryHouse.start + .hours(1))
        runs[0].wake()
        try house.settle()
        #expect(try house.desks[1].call(call.id)?.number == call.number)
        #expect(told.withLock { $0 } > 0)
        #expect(runs[0].wait(within: FerryRunTests.patience) { $0.isWell && $0.isConnected && $0.waiting == 0 })
    }

    @Test(
        "while the server's disk is full, whoever has it carried or needs the server is told of the disk"
    )
    func toldOfDisk() throws {
        let house = try FerryHouse(desks: 1)
        for (error, isFull) in [
            (DistantEngine.full, true), (.unavailable(path: "postgres://house", detail: "gone"), false),
        ] {
            let away = FerryNote.Trouble(error, since: FerryHouse.start)
            let told = [
                ServerDesk.notCarried(away, waiting: 3, house.desks[0]), ServerDesk.refusal(away, house.desks[0]),
            ].map { Complaint($0) }
            #expect(told.allSatisfy { $0.status == .unavailable })
            #expect(told.allSatisfy { $0.lines.joined().contains("its disk is full") == isFull })
            #expect(told.allSatisfy { $0.lines.joined().contains("out of reach since") != isFull })
        }
    }

    @Test("with the server away both desks go on, both write of one case; it comes back, both see both and are told")
    func away() throws {
        let house = try FerryHouse()
        let (first, second) = (house.desks[0], house.desks[1])
        let runs = [try house.ferry(0), try house.ferry(1)]
        defer { for run in runs { run.end(within: .seconds(5)) } }
        var now = FerryHouse.start + .hours(2)
        let file = try openCase(first, by: "51", at: now)
        runs[0].wake()
        try house.settle()

        house.line.trouble = .gone
        for run in runs { #expect(run.wait(within: FerryRunTests.patience) { $0.away != nil }) }
        now = now + .minutes(10)
        // Calls, an SOS that is taken in hand, a shift with its handover, notes: at both desks.
        for (desk, code, specialist) in [(first, "01", "51"), (second, "02", "52")] {
            try work(desk, code, specialist, at: now)
            try note(desk, file, by: specialist, at: now, "what \(specialist) heard")
            now = now + .minutes(1)
        }
        for run in runs { run.wake() }
        for run in runs {
            #expect(run.wait(within: FerryRunTests.patience) { $0.away?.name == "unavailable" && $0.waiting > 5 })
        }
        #expect(try first.case(file)?.notes.count == 1)

        house.line.trouble = nil
        try house.settle()
        for store in [first, second, house.server] {
            #expect(try store.case(file)?.notes.count == 2)
            let told = try #require(try store.divergence(of: Subject(.case, file.raw)))
            #expect([told.earlier.stamp.by, told.later.stamp.by] == ["51", "52"])
            #expect(try store.calls(limit: 50).calls.count == 4)
            #expect(try store.verify().isSound)
        }
        for run in runs { #expect(run.wait(within: FerryRunTests.patience) { $0.isWell && $0.waiting == 0 }) }

        // Whoever writes with both in sight settles it, for everybody.
        try note(second, file, by: "52", at: now + .minutes(5), "both are right")
        runs[1].wake()
        try house.settle()
        #expect(try first.divergence(of: Subject(.case, file.raw)) == nil)
    }

    /// A shift with a call, an SOS that is taken in hand, and a handover.
    private func work(_ desk: Store, _ code: String, _ specialist: String, at now: Instant) throws {
        let shift = desk.newID(Shift.self, at: now)
        try desk.perform(
            [.shift(shift, .signOnUnplanned(reason: "covering", end: now + .hours(6)))], by: code, at: now)
        _ = try logCall(desk, by: code, at: now)
        let (call, sos) = (desk.newID(Call.self, at: now), desk.newID(Escalation.self, at: now))
        try desk.perform(
            [
                .call(call, .start(line: "ru", at: now, country: nil, language: nil)),
                .escalation(sos, .raise(call: call)),
            ], by: code, at: now)
        try desk.perform([.escalation(sos, .acknowledge)], by: specialist, at: now + .seconds(30))
        let (handover, later) = (desk.newID(Handover.self, at: now), now + .seconds(40))
        try desk.perform([.call(call, .end(at: later))], by: code, at: later)
        let note = desk.written("the caller rings again at six", at: later)
        try desk.perform([.handover(handover, .offer(shift: shift, notes: [note]))], by: code, at: later)
        for item in try #require(try desk.handover(handover)).items {
            try desk.perform([.handover(handover, .acknowledge(item: item.number))], by: "91", at: later)
        }
        #expect(try desk.shift(shift)?.status == .ended)
    }

    @Test("an answer that is lost on its way doubles nothing", arguments: 0..<5)
    func lostAnswer(seed: Int) throws {
        let house = try FerryHouse()
        let run = try house.ferry(0)
        defer { run.end(within: .seconds(5)) }
        for place in 0..<6 {
            if place % 2 == seed % 2 { house.line.trouble = .answerLost }
            _ = try logCall(house.desks[0], by: "01", at: FerryHouse.start + .hours(1) + .minutes(Int64(place)))
            run.wake()
            if place % 2 == seed % 2 { #expect(run.wait(within: FerryRunTests.patience) { $0.away != nil }) }
            house.line.trouble = nil
        }
        let other = try house.ferry(1)
        defer { other.end(within: .seconds(5)) }
        try house.settle()
        #expect(try house.server.calls(limit: 50).calls.count == 6)
    }

    @Test("a server that is full is said by name; when it has room again everything that waited is there")
    func full() throws {
        let house = try FerryHouse(desks: 1)
        house.line.trouble = .full
        let run = try house.ferry(0)
        defer { run.end(within: .seconds(5)) }
        _ = try logCall(house.desks[0], by: "01", at: FerryHouse.start + .hours(1))
        run.wake()
        #expect(run.wait(within: FerryRunTests.patience) { $0.away?.name == "disk_full" && $0.waiting > 0 })
        house.line.trouble = nil
        try house.settle()
        #expect(run.wait(within: FerryRunTests.patience) { $0.isWell })
    }

    @Test("a desk that was off for long catches up in parts and says how far it is")
    func catchingUp() throws {
        let house = try FerryHouse(desks: 1)
        for place in 0..<100 {
            _ = try logCall(house.server, by: "01", at: FerryHouse.start + .minutes(Int64(place)))
        }
        let seen = Mutex<[FerryNote.Progress]>([])
        var waits = FerryWaits()
        waits.eventsMax = 40
        let box = Mutex<FerryRun?>(nil)
        let run = try FerryRun(house.desks[0], server: house.reach, waits: waits, seed: 1) {
            guard let progress = box.withLock({ $0 })?.note.progress.first else { return }
            seen.withLock { $0.append(progress) }
        }
        box.withLock { $0 = run }
        run.begin()
        try house.settle()
        run.end(within: .seconds(5))
        box.withLock { $0 = nil }
        let progress = seen.withLock { $0 }
        #expect(progress.count >= 3 && progress.allSatisfy { $0.way == .fetch && $0.total >= 200 })
        #expect(progress.map(\.done) == progress.map(\.done).sorted())
    }

    @Test("of several programs of a desk one has the ferry, and another takes it over when that one ends")
    func oneAtATime() throws {
        let house = try FerryHouse(desks: 1)
        let first = try house.ferry(0)
        #expect(first.wait(within: FerryRunTests.patience) { $0.isConnected } && first.hasTurn)
        let second = try house.ferry(0)
        usleep(50_000)
        #expect(!second.hasTurn && FerryTurn.isTaken(beside: house.desks[0].engine.beside))
        // What the first one says is what the second one shows.
        #expect(second.note.isConnected)
        first.end(within: .seconds(5))
        #expect(second.wait(within: FerryRunTests.patience) { _ in second.hasTurn })
        second.end(within: .seconds(5))
        #expect(!FerryTurn.isTaken(beside: house.desks[0].engine.beside))
    }

    @Test("what waits is known at once when a desk starts with the server away")
    func startsAway() throws {
        let house = try FerryHouse(desks: 1)
        let first = try house.ferry(0)
        #expect(first.wait(within: FerryRunTests.patience) { $0.isConnected && $0.evenAt != nil })
        first.end(within: .seconds(5))
        house.line.trouble = .gone
        _ = try logCall(house.desks[0], by: "01", at: FerryHouse.start + .hours(1))
        let second = try house.ferry(0)
        defer { second.end(within: .seconds(5)) }
        #expect(second.wait(within: FerryRunTests.patience) { $0.away != nil && (1..<10).contains($0.waiting) })
    }

    @Test("clocks two minutes apart are told at the first meeting")
    func clocks() throws {
        let house = try FerryHouse(desks: 1)
        house.line.setClock(Clock.now.milliseconds + 120_000)
        let run = try house.ferry(0)
        defer { run.end(within: .seconds(5)) }
        #expect(run.wait(within: FerryRunTests.patience) { ($0.clockOff?.seconds ?? 0) > 110 })
    }
}
