import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

/// Acts of many statements, stopped at each of them: nothing is half done.
@Suite("Long acts that a fault interrupts")
struct InterruptedActTests {
    private let now = Sample.at("2009-09-14", "09:00")
    private let own = Passphrase("five quiet words here now")

    // MARK: - Turning the key over

    /// Notes, a caller whose number is known, and three who have a way in.
    private func sealed() throws -> (store: Store, engine: FaultyEngine) {
        let engine = FaultyEngine(try SQLiteEngine.inMemory())
        let store = try Store.create(
            engine, hotline: Sample.hotline, Sample.sealed, at: Sample.at("2009-09-01", "00:00")
        ) { _ in Sample.zone }
        for code in ["01", "71"] { try store.issueSlot(for: code, own, by: "99", at: now, cost: Sample.cost) }
        for number in 1...3 {
            try store.log(.information, at: now - .minutes(Int64(number)), by: "01", note: "note \(number)")
        }
        _ = try call(store, at: now - .minutes(50))
        return (store, engine)
    }

    /// Of a caller whose number is known: how many calls that makes.
    private func call(_ store: Store, at started: Instant) throws -> Int? {
        let id = store.newID(Call.self, at: started)
        let entry = CallEntry(CallContent(callClass: .information, outcome: "information_given"))
        try store.perform(
            [
                .call(id, .enter(line: "md", started: started, ended: started, entry)),
                .call(id, .recognise(by: .number(Private("+373 533 12345")))), .call(id, .finalise),
            ], by: "01", at: started)
        return try store.call(id).flatMap { try store.recognition(of: $0)?.calls }
    }

    private func notes(_ store: Store) throws -> [String] {
        let ids = try store.engine.read {
            try $0.all("SELECT id FROM words WHERE field = 'note' ORDER BY id") { $0.integer(0) }
        }
        return try ids.compactMap { try store.words(ID(raw: $0))?.revealed }.sorted()
    }

    private func rule(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Refusal)?.rule ?? "\(error)"
        }
    }

    @Test("stopped at any statement, slots, words, callers and the printed key are all of one key, old or new")
    func keyTurned() throws {
        var (place, before, after) = (0, 0, 0)
        while true {
            let (store, engine) = try sealed()
            let recovery = RecoveryKey.make()
            let kept = try engine.rows(of: ["words", "slot", "caller_key", "caller_sign", "meta"])
            engine.failsAt = place
            let outcome = Result {
                try store.turnKey(by: "99", Sample.passphrase, recovery: recovery, at: now, cost: Sample.cost)
            }
            let hasFailed = engine.hasFailed
            engine.failsAt = nil
            let comment: Comment = "at statement \(place)"
            let other = try Store.open(engine) { _ in Sample.zone }
            if case .failure(let error) = outcome {
                before += 1
                #expect(error as? StoreError == FaultyEngine.fault, comment)
                #expect(try engine.rows(of: Array(kept.keys)) == kept, comment)
                try expect(other, isOpenedBy: Sample.recovery, not: recovery, comment)
                #expect(rule { try other.signIn("01", own, at: now) } == nil, comment)
            } else {
                after += 1
                try expect(other, isOpenedBy: recovery, not: Sample.recovery, comment)
                #expect(rule { try other.signIn("01", own, at: now) } == "sign_in.no_slot", comment)
            }
            // Whoever did it goes on at the same desk.
            #expect(try call(store, at: now - .minutes(1)) == 2, comment)
            try store.log(.information, at: now, by: "01", note: "note 4")
            #expect(try notes(store) == (1...4).map { "note \($0)" }, comment)
            #expect(try store.verify().findings == [], comment)
            if !hasFailed { break }
            place += 1
        }
        #expect(before > 20 && after > 0, "\(before) \(after)")
    }

    private func expect(
        _ store: Store, isOpenedBy recovery: RecoveryKey, not other: RecoveryKey, _ comment: Comment
    ) throws {
        for way in [
            { try store.signIn("99", Sample.passphrase, at: now) },
            { try store.recover(recovery, as: "99", at: now) },
        ] {
            #expect(rule(way) == nil, comment)
            #expect(try notes(store) == (1...3).map { "note \($0)" }, comment)
        }
        #expect(rule { try store.signIn("71", own, at: now) } == nil, comment)
        #expect(rule { try store.recover(other, as: "99", at: now) } == "sign_in.wrong_recovery_key", comment)
    }

    // MARK: - Taking cases in

    private func elsewhere() throws -> (store: Store, engine: FaultyEngine) {
        let hotline = Hotline(
            code: "elsewhere", name: "Elsewhere", lines: Sample.hotline.lines, operators: Sample.hotline.operators,
            patterns: Sample.hotline.patterns, roster: Sample.hotline.roster, providers: Sample.hotline.providers)
        let engine = FaultyEngine(try SQLiteEngine.inMemory())
        let store = try Store.create(engine, hotline: hotline, at: now - .days(9)) { _ in Sample.zone }
        return (store, engine)
    }

    @Test("stopped at any statement, all the cases of a file are there or none, and the next try takes in the rest")
    func casesTakenIn() throws {
        let home = try Sample.store()
        var random = RandomCase(seed: 4, home, at: now)
        let cases = [try random.make(), try random.make()]
        let parcel = try home.exportCases(cases, as: .json, by: "51", at: now)
        let tables = Schema.recordTables + Schema.readTables
        var (place, before, after) = (0, 0, 0)
        while true {
            let (store, engine) = try elsewhere()
            let kept = try engine.rows(of: tables)
            engine.failsAt = place
            let outcome = Result { try store.importCases(parcel, by: "51", at: now) }
            let hasFailed = engine.hasFailed
            engine.failsAt = nil
            let comment: Comment = "at statement \(place)"
            let other = try Store.open(engine) { _ in Sample.zone }
            let isIn = try engine.rows(of: tables) != kept
            if isIn { after += 1 } else { before += 1 }
            if case .failure(let error) = outcome { #expect(error as? StoreError == FaultyEngine.fault, comment) }
            if case .success(let received) = outcome { #expect(isIn && received.allSatisfy(\.isNew), comment) }
            #expect(try store.verify().findings == [], comment)
            let again = try other.importCases(parcel, by: "51", at: now)
            #expect(again.map(\.isNew) == [!isIn, !isIn], comment)
            let sent = try other.exportCases(again.map(\.id), as: .json, by: "51", at: now).document.cases
            for (there, here) in zip(sent, parcel.document.cases) {
                #expect(there.fields == here.fields && there.people == here.people, comment)
            }
            if !hasFailed { break }
            place += 1
        }
        #expect(before > 30 && after > 0, "\(before) \(after)")
    }
}
