import Foundation
import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("Signing in")
struct SignInTests {
    private let now = Sample.at("2009-09-14", "09:00")
    private let own = Passphrase("five quiet words here now")

    private func sealed(_ body: (Store, String) throws -> Void) throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let store = try Sample.store(in: path, Sample.sealed)
            for code in ["01", "71"] { try store.issueSlot(for: code, own, by: "99", at: now, cost: Sample.cost) }
            try store.log(.information, at: now - .minutes(30), note: "a note")
            try body(store, path)
        }
    }

    private func aNote(_ store: Store) throws -> WordsID {
        try #require(try store.calls(limit: 1).calls.first?.content.note)
    }

    @Test("an operator's passphrase opens what was written, and nothing opens it before")
    func opens() throws {
        try sealed { _, path in
            let store = try Sample.reopened(path)
            #expect(store.access == .locked)
            let note = try aNote(store)
            #expect(throws: StoreError.locked) { _ = try store.words(note) }
            try store.signIn("01", own, at: now)
            #expect(store.access == .signedIn("01"))
            #expect(try store.words(note)?.revealed == "a note")
            try store.signOut(at: now)
            #expect(throws: StoreError.locked) { _ = try store.words(note) }
            #expect(throws: StoreError.locked) { try store.log(.information, at: now, note: "another") }
        }
    }

    @Test("a reporting officer's slot opens and holds no key")
    func reportingOfficer() throws {
        try sealed { _, path in
            let store = try Sample.reopened(path)
            try store.signIn("71", own, at: now)
            #expect(store.access == .signedIn("71"))
            #expect(!store.opensWords)
            let note = try aNote(store)
            #expect(throws: StoreError.locked) { _ = try store.words(note) }
        }
    }

    @Test("after three wrong passphrases the next one waits, longer each time, and the right one ends it")
    func slowsDown() throws {
        try sealed { _, path in
            let store = try Sample.reopened(path)
            for _ in 0..<3 { refusedOnce(.wrongPassphrase) { try store.signIn("01", Sample.passphrase, at: now) } }
            refusedOnce(.wait) { try store.signIn("01", own, at: now) }
            refusedOnce(.wrongPassphrase) { try store.signIn("01", Sample.passphrase, at: now + .seconds(2)) }
            refusedOnce(.wait) { try store.signIn("01", own, at: now + .seconds(5)) }
            try store.signIn("01", own, at: now + .seconds(6))
            refusedOnce(.wrongPassphrase) { try store.signIn("01", Sample.passphrase, at: now + .seconds(7)) }
            try store.signIn("01", own, at: now + .seconds(7))
        }
    }

    private func refusedOnce(_ rule: SignInRule, _ body: () throws -> Void) {
        do {
            try body()
            Issue.record("not refused: \(rule)")
        } catch let refusal as Refusal {
            #expect(refusal.rule == rule.rawValue)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("a changed passphrase opens, the old one no more")
    func changed() throws {
        try sealed { _, path in
            let store = try Sample.reopened(path)
            let new = Passphrase("another five quiet words")
            try store.changePassphrase(of: "01", from: own, to: new, at: now, cost: Sample.cost)
            try store.signOut(at: now)
            refusedOnce(.wrongPassphrase) { try store.signIn("01", own, at: now) }
            try store.signIn("01", new, at: now)
            #expect(try store.words(try aNote(store))?.revealed == "a note")
        }
    }

    @Test("a disabled operator's slot is gone, and so is one whose roles change what it may open")
    func disabled() throws {
        try sealed { store, _ in
            #expect(try store.slotOwners() == ["01", "71", "99"])
            try store.perform([.hotline(.disableOperator(code: "01"))], by: "99", at: now)
            #expect(try store.slotOwners() == ["71", "99"])
            try store.perform([.hotline(.changeOperator(code: "71", roles: [.operator]))], by: "99", at: now)
            #expect(try store.slotOwners() == ["99"])
            refusedOnce(.lastWayIn) { try store.removeSlot(of: "99", by: "99", at: now) }
        }
    }

    @Test("the printed key opens the store when nobody else can, however it was copied")
    func recovery() throws {
        try sealed { _, path in
            let store = try Sample.reopened(path)
            let typed = Sample.recovery.printed.uppercased().replacing("-", with: " ").replacing("0", with: "O")
            try store.recover(try RecoveryKey(typed: typed), as: "99", at: now)
            try store.issueSlot(for: "99", own, by: "99", at: now, cost: Sample.cost)
            try store.signOut(at: now)
            try store.signIn("99", own, at: now)
            #expect(try store.words(try aNote(store))?.revealed == "a note")
            refusedOnce(.wrongRecoveryKey) { try store.recover(.make(), as: "99", at: now) }
        }
    }

    @Test("a recovery key with one character changed or two swapped is told as mistyped")
    func mistyped() throws {
        let letters = Array(Sample.recovery.printed)
        for place in letters.indices where letters[place] != "-" {
            var changed = letters
            changed[place] = letters[place] == "7" ? "8" : "7"
            refusedOnce(.recoveryKeyMistyped) { _ = try RecoveryKey(typed: String(changed)) }
        }
    }

    @Test("a passphrase is long enough, not all the same, and fits a line")
    func passphraseRules() {
        refusedOnce(.passphraseShort) { try Passphrase("short").check() }
        refusedOnce(.passphraseSame) { try Passphrase(String(repeating: "ab", count: 10)).check() }
        refusedOnce(.passphraseOdd) { try Passphrase("twelve chars\u{1B}[2J and more").check() }
        refusedOnce(.passphraseOdd) { try Passphrase(String(repeating: "long words ", count: 40)).check() }
        #expect(throws: Never.self) { try Passphrase("пять тихих слов подряд").check() }
    }

    @Test("a clock that was wrong keeps nobody out once it is set right")
    func clockSetBack() throws {
        try sealed { _, path in
            let store = try Sample.reopened(path)
            let later = now + .days(400)
            for _ in 0..<5 {
                _ = try? store.signIn("01", Sample.passphrase, at: later)
                try store.engine.write { try $0.run("UPDATE slot SET failed_at = $1", [.instant(later)]) }
            }
            refusedOnce(.wait) { try store.signIn("01", own, at: later) }
            refusedOnce(.wait) { try store.signIn("01", own, at: later - .seconds(30)) }
            try store.signIn("01", own, at: now)
        }
    }

    @Test("what a sign-in handed on ends with its slot: taken away, made anew, or under another passphrase")
    func handedOnEnds() throws {
        try sealed { store, path in
            let other = try Sample.reopened(path)
            try other.signIn("01", own, at: now)
            let handedOn = try #require(HandedOnKey(bytes: try other.handOn().bytes))
            try Sample.reopened(path).resume("01", handedOn)
            refusedOnce(.needed) { try other.resume("71", handedOn) }
            try store.issueSlot(for: "01", own, by: "99", at: now, cost: Sample.cost)
            refusedOnce(.needed) { try other.resume("01", handedOn) }
            try other.signIn("01", own, at: now)
            let second = try other.handOn()
            let new = Passphrase("another five quiet words")
            try other.changePassphrase(of: "01", from: own, to: new, at: now, cost: Sample.cost)
            refusedOnce(.needed) { try other.resume("01", second) }
            try store.removeSlot(of: "01", by: "99", at: now)
            refusedOnce(.needed) { try other.resume("01", second) }
            #expect(HandedOnKey(bytes: Array(second.bytes.dropLast())) == nil)
        }
    }

    @Test("on an open session nobody changes the passphrase without the one of before")
    func ownSlot() throws {
        try sealed { _, path in
            let store = try Sample.reopened(path)
            try store.signIn("01", own, at: now)
            #expect(throws: Refusal.self) {
                try store.issueSlot(for: "01", Sample.passphrase, by: "01", at: now, cost: Sample.cost)
            }
            try store.signOut(at: now)
            try store.signIn("01", own, at: now)
            // With the printed key it is theirs to make.
            try store.recover(Sample.recovery, as: "01", at: now)
            try store.issueSlot(for: "01", Sample.passphrase, by: "01", at: now, cost: Sample.cost)
            try store.signIn("01", Sample.passphrase, at: now)
        }
    }

    @Test("a damaged slot is told from a wrong passphrase, and verify finds it before it is needed")
    func tampered() throws {
        for change in [
            "sealed = zeroblob(61)", "sealed = x''", "salt = x'00'", "rounds = 1", "rounds = 3",
            "rounds = 1073741824",
            "block_size = 0", "parallelism = 1000000",
        ] {
            try sealed { store, path in
                try store.engine.write { try $0.run("UPDATE slot SET \(change) WHERE owner = '01'", []) }
                let other = try Sample.reopened(path)
                refusedOnce(.slotDamaged) { try other.signIn("01", own, at: now) }
                let found = try other.verify()
                #expect(found.findings == [.slotDamaged(owner: "01")], "\(change)")
                #expect(found.tablesAreSound && found.chainIsSound)
                try store.issueSlot(for: "01", own, by: "99", at: now, cost: Sample.cost)
                try other.signIn("01", own, at: now)
                #expect(try other.verify().isSound)
            }
        }
        try sealed { store, path in
            try store.engine.write { try $0.run("UPDATE slot SET salt = zeroblob(16) WHERE owner = '*'", []) }
            #expect(try store.verify().findings == [.recoverySlotDamaged])
            refusedOnce(.recoverySlotDamaged) {
                try Sample.reopened(path).recover(Sample.recovery, as: "99", at: now)
            }
        }
    }

    @Test("a slot with any byte of it changed opens nothing, for a passphrase as for a key of paper")
    func eachByte() throws {
        let slot = try Slot.make(for: "01", own, holding: .make(), cost: Sample.cost)
        for place in slot.sealed.indices {
            var sealed = slot.sealed
            sealed[place] ^= 0x04
            let damaged = Slot(owner: slot.owner, salt: slot.salt, cost: slot.cost, sealed: sealed)
            #expect(throws: BrokenSeal.self, "byte \(place)") { _ = try damaged.open(own) }
        }
        for place in slot.salt.indices {
            var salt = slot.salt
            salt[place] ^= 0x04
            let damaged = Slot(owner: slot.owner, salt: salt, cost: slot.cost, sealed: slot.sealed)
            #expect(throws: BrokenSeal.self, "byte \(place) of the salt") { _ = try damaged.open(own) }
        }
        let moved = Slot(owner: "02", salt: slot.salt, cost: slot.cost, sealed: slot.sealed)
        #expect(throws: BrokenSeal.self) { _ = try moved.open(own) }
    }

    @Test("an open store lets everybody in, keeps its key beside it, and is refused without it")
    func open() throws {
        try TemporaryFolder.with { folder in
            let path = URL(fileURLWithPath: folder.root).standardizedFileURL.path + "/hotline.db"
            try Sample.store(in: path).log(.information, at: now, note: "a note")
            let store = try Sample.reopened(path)
            #expect(store.access == .open)
            #expect(try store.words(try aNote(store))?.revealed == "a note")
            refusedOnce(.storeIsOpen) { try store.issueSlot(for: "01", own, by: "99", at: now) }
            let mode = try FileManager.default.attributesOfItem(atPath: path + ".key")[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let key = try #require(FileManager.default.contents(atPath: path + ".key"))
            try FileManager.default.removeItem(atPath: path + ".key")
            #expect(throws: StoreError.keyMissing(path: path + ".key")) { _ = try Sample.reopened(path) }
            try Data("0000".utf8).write(to: URL(fileURLWithPath: path + ".key"))
            #expect(throws: StoreError.wrongKey(path: path + ".key")) { _ = try Sample.reopened(path) }
            // Its first digit another: not every key has an "a" to replace.
            let digit: UInt8 = key.first == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
            try (Data([digit]) + key.dropFirst()).write(to: URL(fileURLWithPath: path + ".key"))
            #expect(throws: StoreError.wrongKey(path: path + ".key")) { _ = try Sample.reopened(path) }
        }
    }

    @Test("coming in, failing to, and going out are in the journal with the person")
    func journalled() throws {
        try sealed { _, path in
            let store = try Sample.reopened(path)
            refusedOnce(.wrongPassphrase) { try store.signIn("01", Sample.passphrase, at: now) }
            try store.signIn("01", own, at: now)
            try store.signOut(at: now)
            let bodies = try store.engine.read {
                try $0.all("SELECT by_operator || ' ' || body FROM event WHERE kind = 'access' ORDER BY position") {
                    $0.text(0)
                }
            }
            #expect(
                bodies.suffix(3).map { String($0.prefix(16)) } == [
                    "01 {\"signInRefus", "01 {\"signedIn\":{", "01 {\"signedOut\":",
                ])
            #expect(try store.verify().isSound)
        }
    }

    @Test("the real cost of a passphrase opens and refuses")
    func realCost() throws {
        let slot = try Slot.make(for: "01", own, holding: .make(), cost: .standard)
        #expect(try slot.open(own) != nil)
        #expect(throws: BrokenSeal.self) { _ = try slot.open(Passphrase("five quiet words here noW")) }
    }
}
