import Foundation
import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("Turning the hotline's key over")
struct TurnKeyTests {
    private let now = Sample.at("2009-09-14", "09:00")
    private let own = Passphrase("five quiet words here now")

    /// A sealed store with three who have a way in, and notes.
    private func sealed(notes: Int = 3, _ body: (Store, String) throws -> Void) throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let store = try Sample.store(in: path, Sample.sealed)
            for code in ["01", "71"] { try store.issueSlot(for: code, own, by: "99", at: now, cost: Sample.cost) }
            try store.batch { batch in
                for number in 0..<notes {
                    let started = now - .minutes(Int64(notes - number))
                    let note = store.written("note \(number)", at: started)
                    try batch.perform(
                        [
                            .call(
                                store.newID(Call.self, at: started),
                                .enter(
                                    line: "md", started: started, ended: started,
                                    CallEntry(CallContent(callClass: .information), note: note)))
                        ], by: "01", at: started)
                }
            }
            try body(store, path)
        }
    }

    private func turn(_ store: Store, losingDrafts: Bool = false, recovery: RecoveryKey = .make()) throws -> [String]
    {
        try store.turnKey(
            by: "99", Sample.passphrase, recovery: recovery, losingDrafts: losingDrafts, at: now, cost: Sample.cost)
    }

    private func notes(_ store: Store) throws -> [String] {
        let ids = try store.engine.read { try $0.all("SELECT id FROM words WHERE field = 'note'") { $0.integer(0) } }
        return try ids.compactMap { try store.words(ID(raw: $0))?.revealed }
    }

    private func rule(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let refusal as Refusal {
            return refusal.rule
        } catch let error as StoreError {
            return "store.\(error.name)"
        } catch {
            return "\(error)"
        }
    }

    @Test("every word opens with the new key, in every slice, and none with the old one")
    func everything() throws {
        try sealed(notes: 2500) { store, path in
            let old = try #require(store.vault { $0.key })
            let handedOn = try store.handOn()
            #expect(try turn(store) == ["01"])
            #expect(try notes(store).count == 2500)
            #expect(try store.verify().isSound)
            let opened = try store.engine.read {
                try $0.all("SELECT id, sealed, wrapped_key FROM words") {
                    SealedWords(id: $0.id(0), sealed: $0.bytes(1), wrappedKey: $0.bytes(2))
                }
            }.filter { (try? WordsSealer(old).open($0)) != nil }
            #expect(opened.isEmpty)
            let other = try Sample.reopened(path)
            #expect(rule { try other.resume("99", handedOn) } == "sign_in.needed")
            let withNewSalt = HandedOnKey(key: old, salt: try store.handOn().salt)
            #expect(rule { try other.resume("99", withNewSalt) } == "store.wrong_key")
            try other.signIn("99", Sample.passphrase, at: now)
            #expect(try notes(other).count == 2500)
        }
    }

    @Test("nothing that the old key opens is in any file, also while others have the store open")
    func traces() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let store = try Sample.store(in: path, Sample.sealed)
            for code in ["01", "02"] { try store.issueSlot(for: code, own, by: "99", at: now, cost: Sample.cost) }
            let call = try store.log(.information, at: now - .minutes(5), by: "01", note: "asks for papers")
            let other = try Sample.reopened(path)
            #expect(try other.call(call) != nil)
            func slot(_ code: String) throws -> [UInt8] {
                try store.engine.read {
                    try $0.all("SELECT sealed FROM slot WHERE owner = $1", [.text(code)]) { $0.bytes(0) }
                }.first ?? []
            }
            let disabled = try slot("02")
            try store.perform([.hotline(.disableOperator(code: "02"))], by: "99", at: now)
            #expect(try ErasureStoreTests.files(in: folder, with: disabled) == [])
            let old = try [slot("01"), slot("99")] + store.records().values.map(\.key)
            #expect(old.count > 2 && old.allSatisfy { !$0.isEmpty })
            _ = try turn(store)
            for bytes in old { #expect(try ErasureStoreTests.files(in: folder, with: bytes) == []) }
            #expect(try other.verify().findings == [])
        }
    }

    @Test("callers are recognised after it as before")
    func callers() throws {
        try sealed { store, path in
            func call(at started: Instant) throws -> Call {
                let id = store.newID(Call.self, at: started)
                let entry = CallEntry(CallContent(callClass: .information, outcome: "information_given"))
                try store.perform(
                    [
                        .call(id, .enter(line: "md", started: started, ended: started, entry)),
                        .call(id, .recognise(by: .number(Private("+373 533 12345")))), .call(id, .finalise),
                    ], by: "01", at: started)
                return try #require(try store.call(id))
            }
            _ = try call(at: now - .minutes(50))
            _ = try turn(store)
            let second = try call(at: now - .minutes(1))
            #expect(try store.recognition(of: second)?.calls == 2)
            #expect(try store.verify().isSound)
        }
    }

    @Test("slots that held the old key are gone, those that hold none stay, the old printed key opens nothing")
    func slots() throws {
        try sealed { store, path in
            let recovery = RecoveryKey.make()
            _ = try turn(store, recovery: recovery)
            #expect(try store.slotOwners() == ["71", "99"])
            let other = try Sample.reopened(path)
            #expect(rule { try other.signIn("01", own, at: now) } == "sign_in.no_slot")
            #expect(rule { try other.signIn("71", own, at: now) } == nil)
            #expect(rule { try other.recover(Sample.recovery, as: "99", at: now) } == "sign_in.wrong_recovery_key")
            try other.recover(recovery, as: "99", at: now)
            try other.issueSlot(for: "01", own, by: "99", at: now, cost: Sample.cost)
            try other.signIn("01", own, at: now)
            #expect(try notes(other).count == 3)
            #expect(try store.audit(.init(kind: .access), limit: 9).contains { $0.name == "keyTurned" })
        }
    }

    @Test("a desk that came in before neither writes words nobody could open nor takes them for damage")
    func staleDesk() throws {
        try sealed { store, path in
            let desk = try Sample.reopened(path)
            try desk.signIn("99", Sample.passphrase, at: now)
            _ = try turn(store)
            #expect(rule { try desk.log(.information, at: now, by: "01", note: "lost?") } == "store.key_turned")
            #expect(rule { _ = try notes(desk) } == "store.key_turned")
            #expect(rule { try desk.log(.information, at: now, by: "01") } == nil, "codes are nobody's words")
            try desk.unlock(Sample.passphrase, of: "99", at: now)
            #expect(rule { try desk.log(.information, at: now, by: "01", note: "kept") } == nil)
            #expect(try notes(store).contains("kept"))
        }
    }

    @Test("a wrong passphrase, another's role, an open store and drafts that would be lost are in the way")
    func refused() throws {
        try sealed { store, path in
            #expect(
                rule {
                    _ = try store.turnKey(by: "99", own, recovery: .make(), at: now, cost: Sample.cost)
                } == "sign_in.wrong_passphrase")
            #expect(
                rule {
                    _ = try store.turnKey(by: "01", own, recovery: .make(), at: now, cost: Sample.cost)
                } == "role.not_allowed")
            let slot = try DraftShelf(store).open(for: "01")
            try slot.write(
                Draft(form: "call", subject: nil, fields: ["note": "x"], operatorCode: "01", startedAt: now))
            slot.close()
            #expect(rule { _ = try turn(store) } == "sign_in.drafts_left")
            #expect(try notes(try reopened(path)).count == 3)
            #expect(try turn(store, losingDrafts: true) == ["01"])
        }
        let open = try Sample.store()
        #expect(rule { _ = try turn(open) } == "sign_in.store_is_open")
    }

    private func reopened(_ path: String) throws -> Store {
        let store = try Sample.reopened(path)
        try store.signIn("99", Sample.passphrase, at: now)
        return store
    }

    @Test("a record that was damaged before stays what it is, and the others are turned")
    func damaged() throws {
        try sealed { store, _ in
            try store.engine.write {
                try $0.run("UPDATE words SET wrapped_key = zeroblob(60) WHERE id = (SELECT min(id) FROM words)", [])
            }
            _ = try turn(store)
            #expect(try store.verify().findings.map(\.name) == ["words_closed"])
        }
    }
}
