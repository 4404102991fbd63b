import Foundation
import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("Retention in a store")
struct RetentionStoreTests {
    private let then = Sample.at("2009-09-14", "10:00")
    private func later(_ days: Int64) -> Instant { then + .days(days) }

    @Test("the list says what goes, and what is kept although its time is over, and why")
    func list() throws {
        let store = try Sample.store()
        let silent = try store.log(.nonCounselling, at: then, nonCounselling: "silent", note: "breathing")
        let told = try store.log(.information, at: then + .minutes(10), note: "asks for papers")
        let held = try store.log(.information, at: then + .minutes(20), note: "threatened")
        let file = try store.toldCase(at: then + .minutes(30), "first")
        try store.perform(
            [.erasure(Subject(.call, held.raw), .hold(because: "investigation"))], by: "91", at: then + .hours(2))
        #expect(try store.retention(at: later(80)) == [])
        #expect(try store.retention(at: later(91)).map(\.thing.subject.id) == [silent.raw])
        let list = try store.retention(at: later(731))
        #expect(list.map(\.standing.name) == ["due", "due", "held"])
        #expect(list.map(\.rule.name) == ["call.non_counselling", "call.any", "call.any"])
        #expect(list[1].thing == Related.Thing(subject: Subject(.call, told.raw), name: "09-0002"))
        #expect(try store.retention(at: later(731), limit: 1).count == 1)
        // The case is worked on again: its call and its SOS stay with it.
        try store.perform([.case(file, .reopen(reason: "new_information", words: nil))], by: "51", at: later(1830))
        let kept = try store.retention(at: later(1840)).filter { $0.rule.name == "call.sos" }
        #expect(kept.map(\.standing) == [.open(Related.Thing(subject: Subject(.case, file.raw), name: "09-01"))])
    }

    @Test("a number left for a call-back goes long before the call's other words do, also while its case is open")
    func number() throws {
        let store = try Sample.store()
        let call = try store.log(.information, at: then, note: "asks for papers")
        // As whoever keeps numbers writes one.
        try store.engine.write { connection in
            let words = Words(
                id: store.newID(Words.self, at: then), subject: Subject(.call, call.raw), field: .callBackNumber,
                text: Private("0 533 12 345"))
            let record = try #require(store.vault { $0.sealer }).seal(words)
            try connection.run(
                """
                INSERT INTO words (id, hotline, kind, subject, field, sealed, wrapped_key, digest, node, sequence)
                VALUES ($1, 1, 'call', $2, 'call_back_number', $3, $4, $5, 1, 1)
                """,
                [.id(words.id), .id(call), .bytes(record.sealed), .bytes(record.wrappedKey), .bytes(record.digest)])
        }
        #expect(try store.retention(at: later(29)) == [])
        let list = try store.retention(at: later(31))
        #expect(list.map(\.rule.name) == ["call_back.any"] && list.map(\.words) == [1])
        #expect(try store.retire(list, listed: later(31), by: "91", at: later(31)).erased.count == 1)
        #expect(try store.records().count == 1)
        #expect(try store.retention(at: later(740)).map(\.rule.name) == ["call.any"])
        #expect(try store.verify().findings == [])
    }

    @Test("what was listed goes and nothing else; what something happened to since stays, by its rule")
    func apply() throws {
        let store = try Sample.store()
        let calls = try (0..<120).map {
            try store.log(.information, at: then + .minutes(Int64($0) * 6), note: "note \($0)")
        }
        let moment = later(740)
        let list = try store.retention(at: moment)
        #expect(list.count == 120)
        try store.perform(
            [
                .call(
                    calls[7],
                    .amend(
                        revision: 1, reason: "review", started: then, ended: then + .minutes(5),
                        CallEntry(
                            CallContent(callClass: .information, outcome: "information_given"))))
            ], by: "91", at: moment + .hours(1))
        let new = try store.log(.information, at: moment, note: "new")
        let before = try store.counted()
        let outcome = try store.retire(list, listed: moment, by: "91", at: moment + .hours(2))
        #expect(outcome.erased.count == 119)
        #expect(outcome.kept.map(\.refusal.rule) == ["erasure.newer_activity"])
        #expect(outcome.kept.map(\.item.thing.subject.id) == [calls[7].raw])
        #expect(Set(try store.records().values.map(\.subject)) == [calls[7].raw, new.raw])
        #expect(try store.counted() == before)
        #expect(try store.verify().findings == [])
        #expect(try store.keeping(of: Subject(.call, calls[0].raw)).erasures.map(\.because) == ["retention"])
    }

    @Test("who changes the times after the list was made has to list again; who may not erase is told so once")
    func changed() throws {
        let store = try Sample.store()
        try store.log(.information, at: then, note: "note")
        let moment = later(740)
        let list = try store.retention(at: moment)
        #expect(throws: Refusal.self) { try store.retire(list, listed: moment, by: "01", at: moment) }
        var settings = try store.hotline().settings
        settings.retention.rules = [.init(.call, days: 800)]
        try store.perform(
            [.hotline(.changeSettings(settings.changes(from: store.hotline().settings)))], by: "99",
            at: moment + .minutes(1))
        do {
            _ = try store.retire(list, listed: moment, by: "91", at: moment + .minutes(2))
            Issue.record("the list was of other times")
        } catch let refusal as Refusal {
            #expect(refusal.rule == "retention.changed_since")
        }
        #expect(try store.retention(at: moment + .minutes(3)) == [])
        settings.wrapUpSeconds = 60
        try store.perform(
            [.hotline(.changeSettings(settings.changes(from: store.hotline().settings)))], by: "99",
            at: later(900) + .minutes(1))
        let again = try store.retention(at: later(900))
        #expect(try store.retire(again, listed: later(900), by: "91", at: later(901)).erased.count == 1)
    }

    @Test("stopped at any statement, nothing is half erased, and the next one finishes")
    func faults() throws {
        let moment = later(740)
        var place = 0
        while true {
            let engine = FaultyEngine(try SQLiteEngine.inMemory())
            let store = try Store.create(engine, hotline: Sample.hotline, at: Sample.at("2009-09-01", "00:00")) { _ in
                Sample.zone
            }
            for minute in 0..<3 {
                try store.log(.information, at: then + .minutes(Int64(minute)), note: "note \(minute)")
            }
            let list = try store.retention(at: moment)
            engine.failsAt = place
            let outcome = Result { try store.retire(list, listed: moment, by: "91", at: moment) }
            engine.failsAt = nil
            #expect(try store.verify().findings == [], "at statement \(place)")
            if case .success(let done) = outcome {
                #expect(done.erased.count == 3 && place > 10)
                break
            }
            #expect(try store.records().count == 3, "at statement \(place)")
            let rest = try store.retention(at: moment)
            #expect(try store.retire(rest, listed: moment, by: "91", at: moment).erased.count == 3)
            #expect(try store.verify().findings == [], "after statement \(place)")
            place += 1
        }
    }

    @Test("backups that still hold what was erased are named, those that cannot are not")
    func backups() throws {
        try TemporaryFolder.with { folder in
            let store = try Sample.store(in: folder.path("hotline.db"))
            try store.backup(to: folder.path("empty.db"), at: then, clock: { then })
            let call = try store.log(.information, at: then + .minutes(10), note: "asks for papers")
            try store.backup(to: folder.path("before.db"), at: then + .hours(1), clock: { then + .hours(1) })
            try store.perform(
                [.erasure(Subject(.call, call.raw), .erase(because: "caller_asked", person: nil, onlyIt: false))],
                by: "91", at: then + .hours(2))
            try store.backup(to: folder.path("after.db"), at: then + .hours(3), clock: { then + .hours(3) })
            #expect(try store.backups().map(\.erasedSince) == [0, 1, 0])
            #expect(
                try store.backups().map { $0.path.split(separator: "/").last } == [
                    "after.db", "before.db", "empty.db",
                ])
            let note = try #require(try store.call(call)?.content.note)
            #expect(try Sample.reopened(folder.path("before.db")).words(note) != nil)
        }
    }

    @Test("what was written while a backup was made is in it, and is named once it is erased")
    func meanwhile() throws {
        try TemporaryFolder.with { folder in
            let store = try Sample.store(in: folder.path("hotline.db"))
            let begun = then + .hours(1)
            let call = try store.log(.information, at: begun + .minutes(1), note: "asks for papers")
            try store.backup(to: folder.path("copy.db"), at: begun, clock: { begun + .minutes(10) })
            try store.perform(
                [.erasure(Subject(.call, call.raw), .erase(because: "caller_asked", person: nil, onlyIt: false))],
                by: "91", at: begun + .hours(1))
            #expect(try store.backups().map(\.erasedSince) == [1])
            let note = try #require(try store.call(call)?.content.note)
            #expect(try Sample.reopened(folder.path("copy.db")).words(note) != nil)
        }
    }

    @Test("what somebody typed about a thing and left goes with its words; old drafts of anybody can be found")
    func drafts() throws {
        try TemporaryFolder.with { folder in
            let store = try Sample.store(in: folder.path("hotline.db"))
            let call = try store.log(.information, at: then, note: "asks for papers")
            let shelf = try DraftShelf(store)
            for (code, subject) in [("01", call.raw as Int64?), ("02", nil)] {
                let slot = try shelf.open(for: code)
                try slot.write(
                    Draft(
                        form: "call", subject: subject, fields: ["note": "typed"], operatorCode: code, startedAt: then
                    ))
                slot.close()
            }
            #expect(shelf.count() == 2)
            try store.perform(
                [.erasure(Subject(.call, call.raw), .erase(because: "caller_asked", person: nil, onlyIt: false))],
                by: "91", at: then + .hours(2))
            #expect(try shelf.leftOver(of: "01").isEmpty)
            let clock = Instant(seconds: Int64(Date().timeIntervalSince1970))
            #expect(try shelf.abandoned(before: clock - .days(14)).isEmpty)
            let left = try shelf.abandoned(before: clock + .days(1))
            #expect(left.map(\.draft.operatorCode) == ["02"])
            try left[0].discard()
            #expect(shelf.count() == 0)
        }
    }

    @Test(
        "whatever was written and erased, in any order, by several programs: no file keeps it, no figure moves",
        arguments: 1...6 as ClosedRange<UInt64>)
    func everyHistory(seed: UInt64) throws {
        var chance = SeededChance(state: seed)
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let store = try Sample.store(in: path)
            let other = try Sample.reopened(path)
            var subjects: [Subject] = []
            for turn in 0..<60 {
                let by = Bool.random(using: &chance) ? store : other
                let started = then + .hours(Int64(turn)) + .minutes(Int64.random(in: 0..<50, using: &chance))
                let text = String(repeating: "word\(turn) ", count: Int.random(in: 1...300, using: &chance))
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: subjects.append(Subject(.case, try by.toldCase(at: started, text).raw))
                case 1 where !subjects.isEmpty:
                    try erase(&subjects, by, at: started, &chance)
                default:
                    subjects.append(
                        Subject(.call, try by.log(.information, at: started, region: "place", note: text).raw))
                }
            }
            let (before, counted) = (try store.records(), try store.counted())
            for turn in 0..<12 where !subjects.isEmpty {
                try erase(&subjects, store, at: later(10 + Int64(turn)), &chance)
            }
            let after = try store.records()
            let gone = before.filter { after[$0.key] == nil }
            #expect(!gone.isEmpty, "seed \(seed)")
            for (id, record) in gone {
                for bytes in [record.key, record.sealed] {
                    let found = try ErasureStoreTests.files(in: folder, with: bytes)
                    #expect(found == [], "seed \(seed): record \(id) in \(found)")
                }
            }
            #expect(try store.counted() == counted, "seed \(seed)")
            #expect(try store.verify().findings == [], "seed \(seed)")
            try store.rebuild()
            #expect(try store.verify().findings == [], "seed \(seed), rebuilt")
            #expect(try store.records().count == after.count, "seed \(seed)")
        }
    }

    private func erase(
        _ subjects: inout [Subject], _ store: Store, at now: Instant, _ chance: inout SeededChance
    ) throws {
        let subject = subjects.remove(at: Int.random(in: subjects.indices, using: &chance))
        try store.perform(
            [.erasure(subject, .erase(because: "other", person: nil, onlyIt: false))], by: "91", at: now)
        #expect(store.tracesLeft == .none)
    }
}
